"""Places of the war: the village becomes a stretch of a front, and the sentence still reads."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.place import generalise_front_place
from tests.deidentification.sentences import told

A_PLACE_OF_WAR = [
    (
        "en",
        "We stood in <Robotyne> for a month.",
        {
            "L1": "We stood [in Zaporizhzhia region] for a month.",
            "L2": "We stood [at the southern front] for a month.",
            "L3": "We stood [at the front] for a month.",
        },
    ),
    (
        "en",
        "Near <Robotyne> we dug in.",
        {
            "L1": "[In Zaporizhzhia region] we dug in.",
            "L2": "[At the southern front] we dug in.",
            "L3": "[At the front] we dug in.",
        },
    ),
    (
        "en",
        "We came back from <Bakhmut>.",
        {
            "L1": "We came back [from Donetsk region].",
            "L2": "We came back [from the eastern front].",
            "L3": "We came back [from the front].",
        },
    ),
    (
        "en",
        "They sent us to <Soledar>.",
        {
            "L1": "They sent us [to Donetsk region].",
            "L2": "They sent us [to the eastern front].",
            "L3": "They sent us [to the front].",
        },
    ),
    (
        "en",
        "the road through <Soledar> was gone",
        {
            "L1": "the road through [Donetsk region] was gone",
            "L2": "the road through [the eastern front] was gone",
            "L3": "the road through [the front] was gone",
        },
    ),
    (
        "en",
        "<Bakhmut> was burning.",
        {
            "L1": "[Donetsk region] was burning.",
            "L2": "[The eastern front] was burning.",
            "L3": "[The front] was burning.",
        },
    ),
    (
        "nb",
        "Vi lå i <Robotyne> lenge.",
        {
            "L1": "Vi lå [i Zaporizjzja-regionen] lenge.",
            "L2": "Vi lå [ved sørfronten] lenge.",
            "L3": "Vi lå [ved fronten] lenge.",
        },
    ),
    (
        "nb",
        "Vi kom fra landsbyen <Robotyne>.",
        {
            "L1": "Vi kom [fra Zaporizjzja-regionen].",
            "L2": "Vi kom [fra sørfronten].",
            "L3": "Vi kom [fra fronten].",
        },
    ),
    (
        "nb",
        "De sendte oss til <Bakhmut>.",
        {
            "L1": "De sendte oss [til Donetsk-regionen].",
            "L2": "De sendte oss [til østfronten].",
            "L3": "De sendte oss [til fronten].",
        },
    ),
    (
        "ru",
        "Мы стояли в <Роботине>.",
        {
            "L1": "Мы стояли [в Запорожской области].",
            "L2": "Мы стояли [на южном фронте].",
            "L3": "Мы стояли [на фронте].",
        },
    ),
    (
        "ru",
        "Мы стояли под селом <Роботино>.",
        {
            "L1": "Мы стояли [в Запорожской области].",
            "L2": "Мы стояли [на южном фронте].",
            "L3": "Мы стояли [на фронте].",
        },
    ),
    (
        "ru",
        "Из <Роботина> мы вышли вдвоём.",
        {
            "L1": "[Из Запорожской области] мы вышли вдвоём.",
            "L2": "[С южного фронта] мы вышли вдвоём.",
            "L3": "[С фронта] мы вышли вдвоём.",
        },
    ),
    (
        "ru",
        "Нас перебросили в <Роботино>.",
        {
            "L1": "Нас перебросили [в Запорожскую область].",
            "L2": "Нас перебросили [на южный фронт].",
            "L3": "Нас перебросили [на фронт].",
        },
    ),
    (
        "ru",
        "До <Бахмута> мы не дошли.",
        {
            "L1": "До [Донецкой области] мы не дошли.",
            "L2": "До [восточного фронта] мы не дошли.",
            "L3": "До [фронта] мы не дошли.",
        },
    ),
    (
        "uk",
        "Ми стояли в <Роботиному>.",
        {
            "L1": "Ми стояли [в Запорізькій області].",
            "L2": "Ми стояли [на південному фронті].",
            "L3": "Ми стояли [на фронті].",
        },
    ),
    (
        "uk",
        "Це було біля <Бахмута>.",
        {
            "L1": "Це було [в Донецькій області].",
            "L2": "Це було [на східному фронті].",
            "L3": "Це було [на фронті].",
        },
    ),
    (
        "uk",
        "З <Роботиного> ми вийшли вдвох.",
        {
            "L1": "[Із Запорізької області] ми вийшли вдвох.",
            "L2": "[З південного фронту] ми вийшли вдвох.",
            "L3": "[З фронту] ми вийшли вдвох.",
        },
    ),
    (
        "uk",
        "Нас відправили до <Токмака>.",
        {
            "L1": "Нас відправили [до Запорізької області].",
            "L2": "Нас відправили [на південний фронт].",
            "L3": "Нас відправили [на фронт].",
        },
    ),
    (
        "en",
        "Then we were in <Kvartsove>.",
        {
            "L2": "Then we were [at the front].",
        },
    ),
    (
        "uk",
        "Потім ми були у <Квасолівцях>.",
        {
            "L2": "Потім ми були [на фронті].",
        },
    ),
]


class TestAPlaceOfWar:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_PLACE_OF_WAR)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_front_place, sentence, language=language) == expected


class TestASmallWordBeforeThePlace:
    @pytest.mark.parametrize(
        ("language", "sentence", "expected"),
        [
            ("ru", "Мы шли через село <Роботино>.", "Мы шли через [южный фронт]."),
            ("en", "We passed the <Robotyne> sector.", "We passed [the southern front]."),
            ("en", "IN <ROBOTYNE> we lay.", "[At the southern front] we lay."),
            ("uk", "Без <Роботиного> ніяк.", "Без [південного фронту] ніяк."),
        ],
    )
    def test_stays_or_goes_as_the_sentence_needs(self, language: str, sentence: str, expected: str) -> None:
        assert told(generalise_front_place, sentence, language=language)["L2"] == expected
