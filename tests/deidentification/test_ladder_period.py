"""Relative times: their order stays, their length is rounded."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.period import generalise_period
from tests.deidentification.sentences import told

A_LENGTH_OF_TIME = [
    (
        "en",
        "<Seven months later> he left.",
        {
            "L1": "[About half a year later] he left.",
            "L2": "[Some months later] he left.",
            "L3": "[Later] he left.",
        },
    ),
    (
        "en",
        "After <four days> they came.",
        {
            "L1": "After [about a week] they came.",
            "L2": "After [some days] they came.",
        },
    ),
    (
        "en",
        "He left for the <third time>.",
        {
            "L2": "He left [again].",
        },
    ),
    (
        "en",
        "<6 weeks ago> he wrote.",
        {
            "L1": "[About a month ago] he wrote.",
            "L2": "[Some weeks ago] he wrote.",
            "L3": "[Earlier] he wrote.",
        },
    ),
    (
        "en",
        "It took <31 hours>.",
        {
            "L1": "It took [about two days].",
            "L2": "It took [some days].",
        },
    ),
    (
        "nb",
        "<Sju måneder senere> dro han.",
        {
            "L1": "[Omtrent et halvt år senere] dro han.",
            "L2": "[Noen måneder senere] dro han.",
            "L3": "[Senere] dro han.",
        },
    ),
    (
        "nb",
        "Vi ventet i <elleve dager>.",
        {
            "L1": "Vi ventet i [omtrent to uker].",
            "L2": "Vi ventet i [noen uker].",
        },
    ),
    (
        "nb",
        "Han dro for <tredje gang>.",
        {
            "L2": "Han dro [igjen].",
        },
    ),
    (
        "ru",
        "Через <семь месяцев> он ушёл.",
        {
            "L1": "Через [примерно полгода] он ушёл.",
            "L2": "Через [несколько месяцев] он ушёл.",
        },
    ),
    (
        "ru",
        "<Два месяца назад> он писал.",
        {
            "L1": "[Примерно два месяца назад] он писал.",
            "L2": "[Несколько месяцев назад] он писал.",
            "L3": "[Раньше] он писал.",
        },
    ),
    (
        "ru",
        "После <четырёх дней> пришли.",
        {
            "L1": "После [примерно недели] пришли.",
            "L2": "После [нескольких дней] пришли.",
        },
    ),
    (
        "ru",
        "<Тремя неделями позже> пришли.",
        {
            "L1": "[Примерно двумя неделями позже] пришли.",
            "L2": "[Несколькими неделями позже] пришли.",
            "L3": "[Позже] пришли.",
        },
    ),
    (
        "ru",
        "Он прослужил <пять лет>.",
        {
            "L1": "Он прослужил [примерно пять лет].",
            "L2": "Он прослужил [несколько лет].",
        },
    ),
    (
        "ru",
        "Он ушёл в <третий раз>.",
        {
            "L2": "Он ушёл [снова].",
        },
    ),
    (
        "uk",
        "Через <сім місяців> він пішов.",
        {
            "L1": "Через [приблизно півроку] він пішов.",
            "L2": "Через [кілька місяців] він пішов.",
        },
    ),
    (
        "uk",
        "<Два тижні тому> він писав.",
        {
            "L1": "[Приблизно два тижні тому] він писав.",
            "L2": "[Кілька тижнів тому] він писав.",
            "L3": "[Раніше] він писав.",
        },
    ),
    (
        "uk",
        "Після <чотирьох днів> прийшли.",
        {
            "L1": "Після [приблизно тижня] прийшли.",
            "L2": "Після [кількох днів] прийшли.",
        },
    ),
    (
        "uk",
        "Він прожив там <двісті тридцять днів>.",
        {
            "L1": "Він прожив там [приблизно півроку].",
            "L2": "Він прожив там [кілька місяців].",
        },
    ),
    (
        "uk",
        "Він служив <п'ять років>.",
        {
            "L1": "Він служив [приблизно п'ять років].",
            "L2": "Він служив [кілька років].",
        },
    ),
]


class TestALengthOfTime:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_LENGTH_OF_TIME)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_period, sentence, language=language) == expected


class TestOneNight:
    @pytest.mark.parametrize(
        ("language", "sentence", "expected"),
        [
            ("en", "After <one night> they came.", "After [a short time] they came."),
            ("nb", "Etter <en natt> kom de.", "Etter [en kort tid] kom de."),
            ("ru", "После <одной ночи> пришли.", "После [короткого времени] пришли."),
            ("uk", "Через <один день> прийшли.", "Через [короткий час] прийшли."),
        ],
    )
    def test_is_a_short_time(self, language: str, sentence: str, expected: str) -> None:
        assert told(generalise_period, sentence, language=language) == {"L2": expected}


class TestATimeThatIsPointedAt:
    @pytest.mark.parametrize(
        ("language", "sentence", "expected"),
        [
            ("en", "<The next day> he left.", {"L2": "[Later] he left."}),
            ("nb", "<Neste dag> dro han.", {"L2": "[Senere] dro han."}),
            ("en", "He left <last year>.", {"L2": "He left [earlier]."}),
            ("en", "Since the autumn of <last year> he hides.", {}),
            ("ru", "<Прошлой ночью> пришли.", {"L2": "[Раньше] пришли."}),
            ("uk", "<Наступного дня> прийшли.", {"L2": "[Пізніше] прийшли."}),
        ],
    )
    def test_keeps_the_order_of_events(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_period, sentence, language=language) == expected
