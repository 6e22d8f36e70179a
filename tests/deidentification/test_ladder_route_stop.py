"""Stops on the way: the town becomes a country or a kind of place, and the sentence still reads."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.place import generalise_route_stop
from tests.deidentification.sentences import told

A_STOP_ON_THE_WAY = [
    (
        "en",
        "We went via <Aktobe> at night.",
        {
            "L1": "We went via [Kazakhstan] at night.",
            "L2": "We went via [a third country] at night.",
            "L3": "We went via [a country abroad] at night.",
        },
    ),
    (
        "en",
        "By train to <Samara>.",
        {
            "L1": "By train [to a large city in the Volga region].",
            "L2": "By train [to a large city in Russia].",
            "L3": "By train [to Russia].",
        },
    ),
    (
        "nb",
        "Vi reiste via <Aktobe>.",
        {
            "L1": "Vi reiste via [Kasakhstan].",
            "L2": "Vi reiste via [et tredjeland].",
            "L3": "Vi reiste via [utlandet].",
        },
    ),
    (
        "nb",
        "Med tog til <Samara>.",
        {
            "L1": "Med tog [til en storby i Volga-regionen].",
            "L2": "Med tog [til en storby i Russland].",
            "L3": "Med tog [til Russland].",
        },
    ),
    (
        "ru",
        "Мы ехали через <Саратов>.",
        {
            "L1": "Мы ехали через [большой город в Поволжье].",
            "L2": "Мы ехали через [большой город в России].",
            "L3": "Мы ехали через [Россию].",
        },
    ),
    (
        "ru",
        "Через <Ташкент> было нельзя.",
        {
            "L1": "Через [Узбекистан] было нельзя.",
            "L2": "Через [третью страну] было нельзя.",
            "L3": "Через [чужую страну] было нельзя.",
        },
    ),
    (
        "uk",
        "Вони їхали через <Ригу>.",
        {
            "L1": "Вони їхали через [Латвію].",
            "L2": "Вони їхали через [третю країну].",
            "L3": "Вони їхали через [чужу країну].",
        },
    ),
    (
        "uk",
        "Потім до <Керчі>.",
        {
            "L1": "Потім [до міста на півдні України].",
            "L2": "Потім [до міста в Україні].",
            "L3": "Потім [до України].",
        },
    ),
]


class TestAStopOnTheWay:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_STOP_ON_THE_WAY)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_route_stop, sentence, language=language) == expected


class TestAPlaceNobodyKnows:
    def test_on_the_way_is_a_small_place(self) -> None:
        assert told(generalise_route_stop, "Then to <Nowheresk>.", language="en") == {"L3": "Then [to a small place]."}
