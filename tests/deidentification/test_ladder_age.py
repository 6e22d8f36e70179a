"""Ages: a band, a decade, a stage of life, said as the sentence says an age."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.age import generalise_age
from tests.deidentification.sentences import told

AN_AGE = [
    (
        "en",
        "I'm <thirty-one>, I said.",
        {
            "L1": "I'm [30–34], I said.",
            "L2": "I'm [in my thirties], I said.",
            "L3": "I'm [young], I said.",
        },
    ),
    (
        "en",
        "He was <30 years old> then.",
        {
            "L1": "He was [30–34] then.",
            "L2": "He was [in his thirties] then.",
            "L3": "He was [young] then.",
        },
    ),
    (
        "en",
        "She is <46>.",
        {
            "L1": "She is [45–49].",
            "L2": "She is [in her forties].",
            "L3": "She is [middle-aged].",
        },
    ),
    (
        "en",
        "An <18-year-old> conscript came.",
        {
            "L1": "[A 15-to-19-year-old] conscript came.",
            "L2": "[A teenage] conscript came.",
            "L3": "[A young] conscript came.",
        },
    ),
    (
        "en",
        "a <30-year-old> from far away",
        {
            "L1": "[a 30-to-34-year-old] from far away",
            "L2": "[a thirty-something] from far away",
        },
    ),
    (
        "en",
        "My brother is a <36-year-old> driver.",
        {
            "L1": "My brother is [a 35-to-39-year-old] driver.",
            "L2": "My brother is [a thirty-something] driver.",
            "L3": "My brother is [a middle-aged] driver.",
        },
    ),
    (
        "en",
        "At <22> I left.",
        {
            "L1": "At [20–24] I left.",
            "L2": "[In my twenties] I left.",
        },
    ),
    (
        "en",
        "My daughter is <seven>.",
        {
            "L1": "My daughter is [5–9].",
            "L2": "My daughter is [under ten].",
            "L3": "My daughter is [a child].",
        },
    ),
    (
        "en",
        "A child of <twenty-four> shouted at us.",
        {
            "L1": "A child of [20–24] shouted at us.",
            "L2": "A child of [twenty-something] shouted at us.",
        },
    ),
    (
        "nb",
        "Soldatene var <30 år gamle>.",
        {
            "L1": "Soldatene var [30–34 år].",
            "L2": "Soldatene var [i trettiårene].",
            "L3": "Soldatene var [unge].",
        },
    ),
    (
        "nb",
        "Jeg er <34 år>.",
        {
            "L1": "Jeg er [30–34 år].",
            "L2": "Jeg er [i trettiårene].",
            "L3": "Jeg er [ung].",
        },
    ),
    (
        "nb",
        "Han er en <34 år gammel> sjåfør.",
        {
            "L1": "Han er en [30–34 år gammel] sjåfør.",
            "L2": "Han er en [mellom 30 og 40 år gammel] sjåfør.",
            "L3": "Han er en [ung] sjåfør.",
        },
    ),
    (
        "nb",
        "Det kom en <22-åring>.",
        {
            "L1": "Det kom [en person på 20–24 år].",
            "L2": "Det kom [en person i tjueårene].",
        },
    ),
    (
        "nb",
        "Han var <førtito>.",
        {
            "L1": "Han var [40–44 år].",
            "L2": "Han var [i førtiårene].",
            "L3": "Han var [middelaldrende].",
        },
    ),
    (
        "nb",
        "en mann på <58 år>",
        {
            "L1": "en mann [på 55–59 år]",
            "L2": "en mann [i femtiårene]",
        },
    ),
    (
        "nb",
        "Hun var <14>.",
        {
            "L1": "Hun var [10–14 år].",
            "L2": "Hun var [i tenårene].",
            "L3": "Hun var [et barn].",
        },
    ),
    (
        "ru",
        "Мне <30 лет>.",
        {
            "L1": "Мне [30–34 лет].",
            "L2": "Мне [за тридцать].",
        },
    ),
    (
        "ru",
        "В <29 лет> я ушёл.",
        {
            "L1": "В [25–29 лет] я ушёл.",
            "L2": "[В двадцать с лишним лет] я ушёл.",
        },
    ),
    (
        "ru",
        "Пришёл <30-летний> водитель.",
        {
            "L1": "Пришёл [30–34-летний] водитель.",
            "L2": "Пришёл [30–39-летний] водитель.",
        },
    ),
    (
        "ru",
        "Искали <тридцатилетнего> парня.",
        {
            "L1": "Искали [30–34-летнего] парня.",
            "L2": "Искали [30–39-летнего] парня.",
        },
    ),
    (
        "ru",
        "Ему <двадцать один>.",
        {
            "L1": "Ему [20–24 лет].",
            "L2": "Ему [за двадцать].",
        },
    ),
    (
        "ru",
        "Дочери <шесть лет>.",
        {
            "L1": "Дочери [5–9 лет].",
            "L2": "Дочери [меньше десяти лет].",
        },
    ),
    (
        "ru",
        "К <40 годам> он устал.",
        {
            "L1": "К [40–44 годам] он устал.",
            "L2": "К [40–49 годам] он устал.",
        },
    ),
    (
        "ru",
        "Это мужчина <47 лет>.",
        {
            "L1": "Это мужчина [45–49 лет].",
            "L2": "Это мужчина [за сорок].",
            "L3": "Это мужчина [в среднем возрасте].",
        },
    ),
    (
        "uk",
        "Мені <33 роки>.",
        {
            "L1": "Мені [30–34 років].",
            "L2": "Мені [за тридцять].",
        },
    ),
    (
        "uk",
        "У <37 років> я пішов.",
        {
            "L1": "У [35–39 років] я пішов.",
            "L2": "[У тридцять з лишком років] я пішов.",
        },
    ),
    (
        "uk",
        "Це <23-річний> хлопець.",
        {
            "L1": "Це [20–24-річний] хлопець.",
            "L2": "Це [20–29-річний] хлопець.",
        },
    ),
    (
        "uk",
        "Їй <сімнадцять>.",
        {
            "L1": "Їй [15–19 років].",
            "L2": "Їй [менше двадцяти років].",
        },
    ),
    (
        "uk",
        "Тато, <сімдесят вісім>, сам.",
        {
            "L1": "Тато, [75–79 років], сам.",
            "L2": "Тато, [за сімдесят], сам.",
            "L3": "Тато, [у похилому віці], сам.",
        },
    ),
]


class TestAnAge:
    @pytest.mark.parametrize(("language", "sentence", "expected"), AN_AGE)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_age, sentence, language=language) == expected
