"""Places: the village becomes a region, a front, a part of the world, and the sentence still reads."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.place import (
    generalise_front_place,
    generalise_place,
    generalise_refuge,
    generalise_route_stop,
)
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


class TestAPlaceNobodyKnows:
    def test_takes_its_article_along(self) -> None:
        assert told(generalise_place, "He hid in a <Nowheresk>.", language="en") == {"L2": "He hid in [a small place]."}

    def test_on_the_way_is_a_small_place(self) -> None:
        assert told(generalise_route_stop, "Then to <Nowheresk>.", language="en") == {"L3": "Then [to a small place]."}

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
