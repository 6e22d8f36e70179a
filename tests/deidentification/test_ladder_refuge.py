"""Refuges: the town becomes a country, a part of the world, and the sentence still reads."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.place import generalise_refuge
from tests.deidentification.sentences import told

A_REFUGE = [
    (
        "en",
        "I live in <Almaty> now.",
        {
            "L1": "I live [in Kazakhstan] now.",
            "L2": "I live [in Central Asia] now.",
            "L3": "I live [abroad] now.",
        },
    ),
    (
        "en",
        "We flew from <Yerevan>.",
        {
            "L1": "We flew [from Armenia].",
            "L2": "We flew [from the South Caucasus].",
            "L3": "We flew [from abroad].",
        },
    ),
    (
        "nb",
        "Jeg bor i <Almaty>.",
        {
            "L1": "Jeg bor [i Kasakhstan].",
            "L2": "Jeg bor [i Sentral-Asia].",
            "L3": "Jeg bor [i utlandet].",
        },
    ),
    (
        "nb",
        "Vi reiste til <Tbilisi>.",
        {
            "L1": "Vi reiste [til Georgia].",
            "L2": "Vi reiste [til Sør-Kaukasus].",
            "L3": "Vi reiste [til utlandet].",
        },
    ),
    (
        "ru",
        "Я живу в <Алматы>.",
        {
            "L1": "Я живу [в Казахстане].",
            "L2": "Я живу [в Центральной Азии].",
            "L3": "Я живу [за границей].",
        },
    ),
    (
        "ru",
        "Он уехал в <Казахстан>.",
        {
            "L2": "Он уехал [в Центральную Азию].",
            "L3": "Он уехал [за границу].",
        },
    ),
    (
        "ru",
        "Мы вернулись из <Ташкента>.",
        {
            "L1": "Мы вернулись [из Узбекистана].",
            "L2": "Мы вернулись [из Центральной Азии].",
            "L3": "Мы вернулись [из-за границы].",
        },
    ),
    (
        "ru",
        "Сейчас я в <Ереване>.",
        {
            "L1": "Сейчас я [в Армении].",
            "L2": "Сейчас я [на Южном Кавказе].",
            "L3": "Сейчас я [за границей].",
        },
    ),
    (
        "uk",
        "Він поїхав до <Тбілісі>.",
        {
            "L1": "Він поїхав [до Грузії].",
            "L2": "Він поїхав [на Південний Кавказ].",
            "L3": "Він поїхав [за кордон].",
        },
    ),
    (
        "uk",
        "Я живу в <Берліні>.",
        {
            "L1": "Я живу [в Німеччині].",
            "L2": "Я живу [в Західній Європі].",
            "L3": "Я живу [за кордоном].",
        },
    ),
    (
        "uk",
        "Вона приїхала з <Бергена>.",
        {
            "L1": "Вона приїхала [з Норвегії].",
            "L2": "Вона приїхала [з Північної Європи].",
            "L3": "Вона приїхала [з-за кордону].",
        },
    ),
]


class TestARefuge:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_REFUGE)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_refuge, sentence, language=language) == expected


class TestAPlaceNobodyKnows:
    def test_in_refuge_is_abroad(self) -> None:
        assert told(generalise_refuge, "I live in <Nowheresk>.", language="en") == {"L3": "I live [abroad]."}


class TestAShelter:
    @pytest.mark.parametrize(
        ("language", "sentence", "expected"),
        [
            ("en", "I sleep in <a hostel> here.", "I sleep in [a place to stay] here."),
            ("nb", "<Mottaket> er fullt.", "[Oppholdsstedet] er fullt."),
            ("ru", "Я живу в <общежитии>.", "Я живу в [месте проживания]."),
            ("uk", "Живу в <колибі>.", "Живу в [місці проживання]."),
        ],
    )
    def test_is_not_told_as_a_country(self, language: str, sentence: str, expected: str) -> None:
        assert told(generalise_refuge, sentence, language=language) == {"L2": expected}
