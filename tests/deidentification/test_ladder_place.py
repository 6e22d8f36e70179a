"""Homes: the village becomes a region, a part of the country, and the sentence still reads."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.place import generalise_place
from tests.deidentification.sentences import told

A_HOME = [
    (
        "en",
        "I was born in <Kineshma>.",
        {
            "L1": "I was born [in a town in Ivanovo region].",
            "L2": "I was born [in central Russia].",
            "L3": "I was born [in Russia].",
        },
    ),
    (
        "en",
        "I come from <Samara>, from the river side.",
        {
            "L1": "I come [from a large city in Samara region], from the river side.",
            "L2": "I come [from Samara region], from the river side.",
            "L3": "I come [from Russia], from the river side.",
        },
    ),
    (
        "en",
        "She grew up in <Tatarstan>.",
        {
            "L2": "She grew up [in the Volga region].",
            "L3": "She grew up [in Russia].",
        },
    ),
    (
        "nb",
        "Jeg kommer fra <Bugulma>.",
        {
            "L1": "Jeg kommer [fra en by i Tatarstan].",
            "L2": "Jeg kommer [fra Tatarstan].",
            "L3": "Jeg kommer [fra Russland].",
        },
    ),
    (
        "nb",
        "Han bor i <Severodvinsk>.",
        {
            "L1": "Han bor [i en by i Arkhangelsk-regionen].",
            "L2": "Han bor [i Nordvest-Russland].",
            "L3": "Han bor [i Russland].",
        },
    ),
    (
        "ru",
        "Я родился в <Кинешме>.",
        {
            "L1": "Я родился [в городе в Ивановской области].",
            "L2": "Я родился [в центральной части России].",
            "L3": "Я родился [в России].",
        },
    ),
    (
        "ru",
        "Он родом из <Элисты>.",
        {
            "L1": "Он родом [с юга России].",
            "L2": "Он родом [из национальной республики в России].",
            "L3": "Он родом [из России].",
        },
    ),
    (
        "ru",
        "Я жил во <Владивостоке>.",
        {
            "L1": "Я жил [в большом городе в Приморском крае].",
            "L2": "Я жил [в Приморском крае].",
            "L3": "Я жил [в России].",
        },
    ),
    (
        "ru",
        "Мы жили в городе <Златоусте>.",
        {
            "L1": "Мы жили [в городе в Челябинской области].",
            "L2": "Мы жили [в Челябинской области].",
            "L3": "Мы жили [в России].",
        },
    ),
    (
        "ru",
        "Мать осталась в <Москве>.",
        {
            "L1": "Мать осталась [в большом городе в центральной части России].",
            "L2": "Мать осталась [в центральной части России].",
            "L3": "Мать осталась [в России].",
        },
    ),
    (
        "ru",
        "Я ехал домой в <Тюмень>.",
        {
            "L1": "Я ехал домой [в большой город в Тюменской области].",
            "L2": "Я ехал домой [в Тюменскую область].",
            "L3": "Я ехал домой [в Россию].",
        },
    ),
    (
        "uk",
        "Я родом зі <Стрия>.",
        {
            "L1": "Я родом [з міста у Львівській області].",
            "L2": "Я родом [зі Львівської області].",
            "L3": "Я родом [із заходу України].",
        },
    ),
    (
        "uk",
        "Він жив у <Сколе>.",
        {
            "L1": "Він жив [у невеликому місті у Львівській області].",
            "L2": "Він жив [у Львівській області].",
            "L3": "Він жив [на заході України].",
        },
    ),
    (
        "uk",
        "Мати живе в <Одесі>.",
        {
            "L1": "Мати живе [у великому місті в Одеській області].",
            "L2": "Мати живе [в Одеській області].",
            "L3": "Мати живе [на півдні України].",
        },
    ),
    (
        "en",
        "I was born in <Nowheresk>.",
        {
            "L2": "I was born [in a small place].",
        },
    ),
]


class TestAHome:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_HOME)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_place, sentence, language=language) == expected


class TestAPlaceNobodyKnows:
    def test_takes_its_article_along(self) -> None:
        assert told(generalise_place, "He hid in a <Nowheresk>.", language="en") == {"L2": "He hid in [a small place]."}
