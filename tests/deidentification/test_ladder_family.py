"""Family: who there is, then only that there is somebody."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.family import generalise_family
from tests.deidentification.sentences import told

A_FAMILY = [
    (
        "en",
        "I have <a wife and a 5-year-old daughter>.",
        {
            "L1": "I have [a partner and one child].",
            "L2": "I have [a family].",
        },
    ),
    (
        "en",
        "My <wife> said no.",
        {
            "L1": "My [partner] said no.",
            "L2": "My [family member] said no.",
        },
    ),
    (
        "en",
        "He lives with <two boys, twins, thirteen>.",
        {
            "L1": "He lives with [several children].",
            "L2": "He lives with [a family].",
        },
    ),
    (
        "nb",
        "Jeg har <kone og to barn>.",
        {
            "L1": "Jeg har [en partner og to barn].",
            "L2": "Jeg har [en familie].",
        },
    ),
    (
        "nb",
        "Min <kone> sa nei.",
        {
            "L1": "Min [partner] sa nei.",
            "L2": "Min [familiemedlem] sa nei.",
        },
    ),
    (
        "ru",
        "Я живу с <женой и двумя детьми>.",
        {
            "L1": "Я живу с [супругой и двумя детьми].",
            "L2": "Я живу с [семьёй].",
        },
    ),
    (
        "ru",
        "Мой <брат> ушёл.",
        {
            "L1": "Мой [близкий родственник] ушёл.",
            "L2": "Мой [член семьи] ушёл.",
        },
    ),
    (
        "ru",
        "Моя <сестра> сказала.",
        {
            "L1": "Моя [близкая родственница] сказала.",
            "L2": "Моя [родственница] сказала.",
        },
    ),
    (
        "ru",
        "У меня <четверо детей>.",
        {
            "L1": "У меня [несколько детей].",
            "L2": "У меня [семья].",
        },
    ),
    (
        "uk",
        "Я живу з <дружиною і двома дітьми>.",
        {
            "L1": "Я живу з [партнеркою і двома дітьми].",
            "L2": "Я живу з [родиною].",
        },
    ),
    (
        "uk",
        "Маю <дружину і доньку>.",
        {
            "L1": "Маю [партнерку і дитину].",
            "L2": "Маю [родину].",
        },
    ),
    (
        "uk",
        "Моя <сестра> сказала.",
        {
            "L1": "Моя [близька родичка] сказала.",
            "L2": "Моя [родичка] сказала.",
        },
    ),
]


class TestTwoChildren:
    @pytest.mark.parametrize(
        ("language", "sentence", "expected"),
        [
            ("ru", "У меня <жена и два сына>.", "У меня [супруга и двое детей]."),
            ("uk", "У мене <дружина і дві доньки>.", "У мене [партнерка і двоє дітей]."),
            ("en", "I have <a wife and two sons>.", "I have [a partner and two children]."),
            ("nb", "Jeg har <kone og to sønner>.", "Jeg har [en partner og to barn]."),
        ],
    )
    def test_are_two_children(self, language: str, sentence: str, expected: str) -> None:
        assert told(generalise_family, sentence, language=language)["L1"] == expected


class TestAFamily:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_FAMILY)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_family, sentence, language=language) == expected
