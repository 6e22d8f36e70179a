"""Military units: the number goes first, then the formation, then the arm."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.unit import generalise_unit
from tests.deidentification.sentences import told

A_UNIT = [
    (
        "en",
        "Then I was in <v/ch 98417>.",
        {
            "L2": "Then I was in [a military unit].",
            "L3": "Then I was in [a unit].",
        },
    ),
    (
        "en",
        "I was in <the 1183rd motor rifle regiment>.",
        {
            "L1": "I was in [the motor-rifle regiment].",
            "L2": "I was in [the infantry unit].",
            "L3": "I was in [the unit].",
        },
    ),
    (
        "en",
        "They sent him to military unit <96114>.",
        {
            "L2": "They sent him to [a military unit].",
            "L3": "They sent him to [a unit].",
        },
    ),
    (
        "nb",
        "Vi var i <Det 202. rifleregimentet>.",
        {
            "L1": "Vi var i [motorskytterregimentet].",
            "L2": "Vi var i [infanteriavdelingen].",
            "L3": "Vi var i [avdelingen].",
        },
    ),
    (
        "nb",
        "Han kom til <den 200. brigaden>.",
        {
            "L1": "Han kom til [brigaden].",
            "L2": "Han kom til [den militære avdelingen].",
            "L3": "Han kom til [avdelingen].",
        },
    ),
    (
        "nb",
        "<Enhet 99173> var stor.",
        {
            "L2": "[En militær avdeling] var stor.",
            "L3": "[En avdeling] var stor.",
        },
    ),
    (
        "ru",
        "Я служил в <в/ч 93602>.",
        {
            "L2": "Я служил в [воинской части].",
            "L3": "Я служил в [части].",
        },
    ),
    (
        "ru",
        "Он попал в часть <74156>.",
        {
            "L2": "Он попал в [воинскую часть].",
            "L3": "Он попал в [часть].",
        },
    ),
    (
        "ru",
        "Их взяли из <503-го мотострелкового полка>.",
        {
            "L1": "Их взяли из [мотострелкового полка].",
            "L2": "Их взяли из [пехотной части].",
            "L3": "Их взяли из [части].",
        },
    ),
    (
        "ru",
        "Это <двадцать третья отдельная рота связи, в/ч 90533>.",
        {
            "L1": "Это [рота связи].",
            "L2": "Это [часть обеспечения].",
            "L3": "Это [часть].",
        },
    ),
    (
        "ru",
        "Меня отправили в <136-ю бригаду>.",
        {
            "L1": "Меня отправили в [бригаду].",
            "L2": "Меня отправили в [воинскую часть].",
            "L3": "Меня отправили в [часть].",
        },
    ),
    (
        "uk",
        "Я служив у частині <А4173>.",
        {
            "L2": "Я служив у [військовій частині].",
            "L3": "Я служив у [частині].",
        },
    ),
    (
        "uk",
        "Це <зенітний дивізіон, в/ч 97733>.",
        {
            "L1": "Це [артилерійський дивізіон].",
            "L2": "Це [артилерійська частина].",
            "L3": "Це [частина].",
        },
    ),
    (
        "uk",
        "Його взяли до <24-ї механізованої бригади>.",
        {
            "L1": "Його взяли до [мотострілецької бригади].",
            "L2": "Його взяли до [піхотної частини].",
            "L3": "Його взяли до [частини].",
        },
    ),
]


class TestAUnit:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_UNIT)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_unit, sentence, language=language) == expected
