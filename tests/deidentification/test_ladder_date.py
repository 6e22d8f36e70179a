"""Dates: month, season, quarter, half-year, year; the day goes, the grammar stays."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.date import (
    generalise_birth_date,
    generalise_event_date,
    generalise_service_date,
    generalise_year,
)
from tests.deidentification.sentences import told

THE_DAY_OF_AN_EVENT = [
    (
        "en",
        "It was on <30 March 2023>.",
        {
            "L1": "It was [in March 2023].",
            "L2": "It was [in the spring of 2023].",
            "L3": "It was [in 2023].",
        },
    ),
    (
        "en",
        "He died on the <27th of September 2022>.",
        {
            "L1": "He died [in September 2022].",
            "L2": "He died [in the autumn of 2022].",
            "L3": "He died [in 2022].",
        },
    ),
    (
        "en",
        "We held it until <12 March>.",
        {
            "L1": "We held it until [March].",
            "L2": "We held it until [the spring].",
        },
    ),
    (
        "en",
        "<Sunday 7 July 2024> we moved.",
        {
            "L1": "[In July 2024] we moved.",
            "L2": "[In the summer of 2024] we moved.",
            "L3": "[In 2024] we moved.",
        },
    ),
    (
        "en",
        "On <16 April at 06:20> they came.",
        {
            "L1": "[In April] they came.",
            "L2": "[In the spring] they came.",
        },
    ),
    (
        "en",
        "On <Thursday> it rained.",
        {
            "L2": "[One day] it rained.",
        },
    ),
    (
        "nb",
        "Det var den <30. mars 2023>.",
        {
            "L1": "Det var [i mars 2023].",
            "L2": "Det var [våren 2023].",
            "L3": "Det var [i 2023].",
        },
    ),
    (
        "nb",
        "Fra <12. januar 2024> var vi der.",
        {
            "L1": "Fra [januar 2024] var vi der.",
            "L2": "Fra [vinteren 2023–2024] var vi der.",
            "L3": "Fra [2024] var vi der.",
        },
    ),
    (
        "nb",
        "<17. november 2024> dro vi.",
        {
            "L1": "[I november 2024] dro vi.",
            "L2": "[Høsten 2024] dro vi.",
            "L3": "[I 2024] dro vi.",
        },
    ),
    (
        "nb",
        "Vi sov <en torsdag>.",
        {
            "L2": "Vi sov [en dag].",
        },
    ),
    (
        "ru",
        "<30 марта 2023> года нас накрыло.",
        {
            "L1": "[В марте 2023 года] нас накрыло.",
            "L2": "[Весной 2023 года] нас накрыло.",
            "L3": "[В 2023 году] нас накрыло.",
        },
    ),
    (
        "ru",
        "Это было <двадцать первого ноября двадцать второго года>.",
        {
            "L1": "Это было [в ноябре 2022 года].",
            "L2": "Это было [осенью 2022 года].",
            "L3": "Это было [в 2022 году].",
        },
    ),
    (
        "ru",
        "До <10 февр.> мы стояли.",
        {
            "L1": "До [февраля] мы стояли.",
            "L2": "До [зимы] мы стояли.",
        },
    ),
    (
        "ru",
        "С <14 ноября> тихо.",
        {
            "L1": "С [ноября] тихо.",
            "L2": "С [осени] тихо.",
        },
    ),
    (
        "ru",
        "К <3 сентября 2024 года> их не стало.",
        {
            "L1": "К [сентябрю 2024 года] их не стало.",
            "L2": "К [осени 2024 года] их не стало.",
            "L3": "К [2024 году] их не стало.",
        },
    ),
    (
        "ru",
        "После <19.02.2025> писем нет.",
        {
            "L1": "После [февраля 2025 года] писем нет.",
            "L2": "После [зимы 2024–2025 годов] писем нет.",
            "L3": "После [2025 года] писем нет.",
        },
    ),
    (
        "ru",
        "Его убили в <декабре 2023> года.",
        {
            "L2": "Его убили [зимой 2023–2024 годов].",
            "L3": "Его убили [в 2023 году].",
        },
    ),
    (
        "uk",
        "<26 лютого 2022> року почалося.",
        {
            "L1": "[У лютому 2022 року] почалося.",
            "L2": "[Взимку 2021–2022 років] почалося.",
            "L3": "[У 2022 році] почалося.",
        },
    ),
    (
        "uk",
        "З <3 вересня> тихо.",
        {
            "L1": "З [вересня] тихо.",
            "L2": "З [осені] тихо.",
        },
    ),
    (
        "uk",
        "Це було у <листопаді 23-го>.",
        {
            "L2": "Це було [восени 2023 року].",
            "L3": "Це було [у 2023 році].",
        },
    ),
    (
        "uk",
        "До <21.01.2025> ми чекали.",
        {
            "L1": "До [січня 2025 року] ми чекали.",
            "L2": "До [зими 2024–2025 років] ми чекали.",
            "L3": "До [2025 року] ми чекали.",
        },
    ),
]


class TestTheDayOfAnEvent:
    @pytest.mark.parametrize(("language", "sentence", "expected"), THE_DAY_OF_AN_EVENT)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_event_date, sentence, language=language) == expected


THE_DAY_SOMEBODY_LEFT = [
    (
        "en",
        "I left on <3 March 2024>.",
        {
            "L1": "I left [in the first quarter of 2024].",
            "L2": "I left [in the first half of 2024].",
            "L3": "I left [in 2024].",
        },
    ),
    (
        "en",
        "Contract since <May>.",
        {
            "L1": "Contract since [the second quarter of the year].",
            "L2": "Contract since [the first half of the year].",
        },
    ),
    (
        "nb",
        "Jeg rømte <3. oktober 2022>.",
        {
            "L1": "Jeg rømte [i fjerde kvartal 2022].",
            "L2": "Jeg rømte [i andre halvår 2022].",
            "L3": "Jeg rømte [i 2022].",
        },
    ),
    (
        "ru",
        "Я ушёл <3 марта 2024 года>.",
        {
            "L1": "Я ушёл [в первом квартале 2024 года].",
            "L2": "Я ушёл [в первой половине 2024 года].",
            "L3": "Я ушёл [в 2024 году].",
        },
    ),
    (
        "ru",
        "До <августа 2023> я служил.",
        {
            "L1": "До [третьего квартала 2023 года] я служил.",
            "L2": "До [второй половины 2023 года] я служил.",
            "L3": "До [2023 года] я служил.",
        },
    ),
    (
        "uk",
        "Я пішов <3 травня 2024 року>.",
        {
            "L1": "Я пішов [у другому кварталі 2024 року].",
            "L2": "Я пішов [у першій половині 2024 року].",
            "L3": "Я пішов [у 2024 році].",
        },
    ),
]


class TestTheDaySomebodyLeft:
    @pytest.mark.parametrize(("language", "sentence", "expected"), THE_DAY_SOMEBODY_LEFT)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_service_date, sentence, language=language) == expected


A_BIRTHDAY = [
    (
        "en",
        "I was born <14 March 1991>, at home.",
        {
            "L1": "I was born [in the early 1990s], at home.",
            "L2": "I was born [in the 1990s], at home.",
        },
    ),
    (
        "nb",
        "Han er født <1. juli 1984>.",
        {
            "L1": "Han er født [på begynnelsen av 80-årene].",
            "L2": "Han er født [i 80-årene].",
        },
    ),
    (
        "ru",
        "Он родился <12 января 1980 года>.",
        {
            "L1": "Он родился [в первой половине 1980-х годов].",
            "L2": "Он родился [в 1980-х годах].",
        },
    ),
    (
        "uk",
        "Він народився <30 квітня 2004>.",
        {
            "L1": "Він народився [в першій половині 2000-х років].",
            "L2": "Він народився [у 2000-х роках].",
        },
    ),
    (
        "en",
        "born on <2 May>",
        {
            "L1": "born [in May]",
            "L2": "born [in the spring]",
        },
    ),
]


class TestABirthday:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_BIRTHDAY)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_birth_date, sentence, language=language) == expected


A_YEAR = [
    (
        "en",
        "I was baptised in <2019>.",
        {
            "L2": "I was baptised [in the 2010s].",
        },
    ),
    (
        "nb",
        "Han døde i <2011>.",
        {
            "L2": "Han døde [i 2010-årene].",
        },
    ),
    (
        "ru",
        "Он служит с <2020-го>.",
        {
            "L2": "Он служит с [2020-х годов].",
        },
    ),
    (
        "uk",
        "Це було у <2014> році.",
        {
            "L2": "Це було [у 2010-х роках].",
        },
    ),
    (
        "en",
        "It was in <2023>.",
        {},
    ),
]


class TestAYear:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_YEAR)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_year, sentence, language=language) == expected
