"""Ranks: the class, officer or soldier, no more than that somebody served."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.rank import generalise_rank
from tests.deidentification.sentences import told

A_RANK = [
    (
        "en",
        "<Captain> Vorel took it.",
        {
            "L1": "[Junior officer] Vorel took it.",
            "L2": "[Officer] Vorel took it.",
            "L3": "[Serviceman] Vorel took it.",
        },
    ),
    (
        "en",
        "He was a <senior sergeant> then.",
        {
            "L2": "He was [a non-commissioned officer] then.",
            "L3": "He was [a serviceman] then.",
        },
    ),
    (
        "en",
        "I was a <lieutenant>.",
        {
            "L1": "I was [a junior officer].",
            "L2": "I was [an officer].",
            "L3": "I was [a serviceman].",
        },
    ),
    (
        "en",
        "Two <majors> came.",
        {
            "L1": "Two [senior officers] came.",
            "L2": "Two [officers] came.",
            "L3": "Two [servicemen] came.",
        },
    ),
    (
        "nb",
        "Han var <kaptein>.",
        {
            "L1": "Han var [lavere offiser].",
            "L2": "Han var [offiser].",
            "L3": "Han var [militær].",
        },
    ),
    (
        "nb",
        "En <sersjant> sa det.",
        {
            "L2": "[Et underbefal] sa det.",
            "L3": "[En militær] sa det.",
        },
    ),
    (
        "nb",
        "<Kapteinen> kom.",
        {
            "L1": "[Den lavere offiseren] kom.",
            "L2": "[Offiseren] kom.",
            "L3": "[Den militære] kom.",
        },
    ),
    (
        "ru",
        "<Капитан> Ворел пришёл.",
        {
            "L1": "[Младший офицер] Ворел пришёл.",
            "L2": "[Офицер] Ворел пришёл.",
            "L3": "[Военнослужащий] Ворел пришёл.",
        },
    ),
    (
        "ru",
        "Я сказал <майору>.",
        {
            "L1": "Я сказал [старшему офицеру].",
            "L2": "Я сказал [офицеру].",
            "L3": "Я сказал [военнослужащему].",
        },
    ),
    (
        "ru",
        "Мы шли с <младшим сержантом>.",
        {
            "L2": "Мы шли с [младшим командиром].",
            "L3": "Мы шли с [военнослужащим].",
        },
    ),
    (
        "ru",
        "Вызвали <подполковника>.",
        {
            "L1": "Вызвали [старшего офицера].",
            "L2": "Вызвали [офицера].",
            "L3": "Вызвали [военнослужащего].",
        },
    ),
    (
        "ru",
        "<Капитаны> орали.",
        {
            "L1": "[Младшие офицеры] орали.",
            "L2": "[Офицеры] орали.",
            "L3": "[Военнослужащие] орали.",
        },
    ),
    (
        "uk",
        "<Старший солдат> мовчав.",
        {
            "L1": "[Рядовий] мовчав.",
            "L2": "[Солдат] мовчав.",
            "L3": "[Військовий] мовчав.",
        },
    ),
    (
        "uk",
        "З <капітаном> ми не говорили.",
        {
            "L1": "З [молодшим офіцером] ми не говорили.",
            "L2": "З [офіцером] ми не говорили.",
            "L3": "З [військовим] ми не говорили.",
        },
    ),
    (
        "uk",
        "Я сказав <майору>.",
        {
            "L1": "Я сказав [старшому офіцеру].",
            "L2": "Я сказав [офіцеру].",
            "L3": "Я сказав [військовому].",
        },
    ),
]


class TestARank:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_RANK)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_rank, sentence, language=language) == expected
