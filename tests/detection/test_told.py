"""What is told by where it stands: callings, addresses to their end, names without capitals, notes on names."""

import pytest

from archive.detection.identifiers import WITHOUT_MODEL, find_identifiers
from archive.detection.lines import find_in_line
from archive.detection.recognisers import (
    addresses,
    amounts,
    callings,
    dates,
    family,
    naming,
    pseudonym,
    service,
    topics,
    travel,
    uncapitalised,
    work,
)
from archive.detection.segments import Document

CHAT = (
    "i was there with {name} and we did not sleep for a long time, then they came and took all of us out "
    "to the road again and nobody said a word about it"
)
REST = "и мы долго не спали а потом пришли и вывели всех нас на дорогу ещё раз и никто ничего не сказал"
TABLES = {
    callings: [
        ("I was a ropemaker there.", "en", ["ropemaker"]),
        ("Osip, a retired organist, came.", "en", ["retired organist"]),
        ("She was a stranger there.", "en", []),
        ("I saw the river, a winter road.", "en", []),
        ("He taught solfeggio, then left.", "en", ["taught solfeggio"]),
        ("I taught him to read.", "en", []),
        ("She drove a tram, then left.", "en", ["drove a tram"]),
        ("She drove a friend home.", "en", []),
        ("I drove a truck near the coast.", "en", ["drove a truck"]),
        ("Job: lathe hand.", "en", ["lathe hand"]),
        ("Q: And before the war?\nA: Reeds, mostly. Baskets.", "en", ["Reeds"]),
        ("Han var togleder i byen.", "nb", ["togleder i byen"]),
        ("Hva gjorde du?\nTakpapp og tjære.", "nb", ["Takpapp og tjære"]),
        ("Eg køyrde taxi, så slutta eg.", "nn", ["køyrde taxi"]),
        ("Мать, вышивальщица на дому, осталась.", "ru", ["вышивальщица на дому"]),
        ("Отец — истопник.", "ru", ["истопник"]),
        ("Отец — человек.", "ru", []),
        ("Друг Волка — волк там тоже был.", "ru", []),
        ("Он стриг овец, потом ушёл.", "ru", ["стриг овец"]),
        ("Я спелеолог.", "uk", ["спелеолог"]),
        ("Вона пряде ліжники, живе там.", "uk", ["пряде ліжники"]),
    ],
    addresses: [
        ("at 12 Lipova Street, third floor, and", "en", ["12 Lipova Street, third floor"]),
        ("office in Strandgata 118, tredje etasje", "nb", ["Strandgata 118, tredje etasje"]),
        ("Адрес: Липки, Баймурзина 6, комната над складом. Да", "ru", ["Липки, Баймурзина 6, комната над складом"]),
        ("район Луговой, дом над аптекой, пятый этаж.", "ru", ["район Луговой, дом над аптекой, пятый этаж"]),
        ("район Луговой далеко.", "ru", []),
        ("вул. Кленова, той будинок", "uk", ["вул. Кленова, той будинок"]),
        ("registered at Nizhny Krai, ul. Mira 2, kv. 9 now", "en", ["Nizhny Krai, ul. Mira 2, kv. 9 now"]),
        ("What address?\nThe mill, house with 2 gates. Phone on.", "en", ["The mill, house with 2 gates."]),
        ("Is that your address?\nYes.", "en", []),
        ("there on Lipova Boulevard then", "en", ["Lipova Boulevard"]),
        ("by Lipova Square 4", "en", ["Lipova Square 4"]),
        ("там, на пр-т Кветный, тогда", "ru", ["пр-т Кветный"]),
        ("SNILS 041 was asked for", "en", []),
        ("en melding 19. januar", "nb", []),
    ],
    uncapitalised: [
        (CHAT.format(name="dulmaa"), "en", ["dulmaa"]),
        (CHAT.format(name="mongolia"), "en", []),
        (CHAT.format(name="friends"), "en", []),
        (CHAT.format(name="Dulmaa").replace("we", "We").replace("they", "They"), "en", []),
        (f"я был там с дмитро зима {REST}", "uk", ["дмитро зима"]),
        (f"был там сержант клён {REST}", "ru", ["клён"]),
        ("Её зовут дарима гомбоевна, пишите.", "ru", ["дарима гомбоевна"]),
        ("Це була основна думка.", "uk", []),
    ],
    naming: [
        ("My call sign was Badger.", "en", ["Badger"]),
        ("позивний дали крук", "uk", ["крук"]),
        ("The password is a blue cow.", "en", ["The password is a blue cow"]),
        ("His nickname came up because he never slept.", "en", ["His nickname came up because he never slept"]),
        ("A nickname is nothing.", "en", []),
        ("He spoke, the name has been changed, for long.", "en", ["He spoke, the name has been changed, for long"]),
        ("by the sea, which Russia annexed in 2014.", "en", [", which Russia annexed in 2014"]),
        ("by the sea, which we liked.", "en", []),
    ],
    service: [
        ("the seventieth motor rifle, they said", "en", ["seventieth motor rifle"]),
        ("the 126th coastal brigade came", "en", ["126th coastal brigade"]),
        ("двадцать четвёртая механизированная стояла там", "ru", ["двадцать четвёртая механизированная"]),
        ("a coastal brigade came", "en", []),
    ],
    dates: [
        ("from 2005-2006 on", "en", ["2005-2006"]),
        ("in september 20252 they", "en", ["september 20252"]),
        ("sommeren 2025 fire menn", "nb", ["sommeren 2025"]),
        ("в осень двадцать второго", "ru", ["осень двадцать второго"]),
        ("зима двадцать второго года", "ru", ["двадцать второго года"]),
        ("spring of twenty-two, they", "en", ["spring of twenty-two"]),
        ("in the end.10 In October 2025 he", "en", ["October 2025"]),
        ("on day 256 of it", "en", ["day 256"]),
        ("for ten days", "en", ["ten days"]),
        ("the ninth of the eleventh", "en", ["ninth of the eleventh"]),
        ("in the 1990s", "en", ["1990s"]),
        ("order/2024 was", "en", []),
    ],
    topics: [
        ("a white Lada with a red cross, there", "en", ["white Lada with a red cross"]),
        ("I am Georgian.", "en", ["Georgian"]),
        ("He is Russian infantry.", "en", []),
        ("my father is Greek", "en", ["Greek"]),
        ("an Uzbek passport", "en", []),
        ("an Uzbek woman", "en", ["Uzbek"]),
        ("den kasakhstanske grensa", "nb", []),
        ("two fingers", "en", ["two fingers"]),
        ("his fingers on it", "en", []),
        ("He lost a kidney, the left one, in spring.", "en", ["lost a kidney, the left one"]),
        ("we had a goat", "en", ["goat"]),
        ("the goats in the street", "en", []),
        ("he shot himself in the foot", "en", ["he shot himself in the foot"]),
        ("she is a widow, with three sons", "en", ["widow, with three sons"]),
    ],
    family: [
        ("they have two sons aged six", "en", ["have two sons aged six"]),
        ("the sons came", "en", []),
    ],
    travel: [
        ("flight SU 417 to", "en", ["flight SU 417"]),
        ("bus home", "en", []),
        ("the smuggler came", "en", ["smuggler"]),
        ("a safe house there", "en", ["safe", "house"]),
        ("in seat 14C then", "en", ["14C"]),
    ],
    work: [
        ("I worked at the ceramics cooperative there", "en", ["ceramics cooperative"]),
        ("We lay in the hospital in Rjazanka", "en", []),
        ("We lay in hospital No. 8 there", "en", ["hospital No. 8"]),
    ],
    amounts: [
        ("He lost two hundred and forty thousand roubles.", "en", ["two hundred and forty thousand roubles"]),
        ("eight nine one four zero zero two", "en", ["eight nine one four zero zero two"]),
        ("he took forty-five thousand from me", "en", ["forty-five thousand"]),
        ("он с меня сорок пять тысяч снял", "ru", ["сорок пять тысяч"]),
        ("the five-year-old girl", "en", ["five-year-old"]),
        ("den 20-årige gutten", "nb", ["20-årige"]),
        ("I am thirty-three and a half.", "en", ["thirty-three and a half"]),
        ("How old are you?\nTwenty three in october.", "en", ["Twenty three"]),
        ("Tver (861), Omsk (402), Kursk (177).", "en", []),
    ],
}  # fmt: skip
ROWS = [
    pytest.param(recogniser, text, language, expected, id=f"{recogniser.__name__.rpartition('.')[2]}-{number}")
    for recogniser, rows in TABLES.items()
    for number, (text, language, expected) in enumerate(rows)
]


def shown(text, language, names=()):
    line = {"id": "", "text": text, "lang": language, "protected_names": list(names)}
    found = find_in_line(line, everything=False, full=False, recognisers=WITHOUT_MODEL)["spans"]
    return [text[start:end] for start, end, _ in found]


class TestARecogniser:
    @pytest.mark.parametrize(("recogniser", "text", "language", "expected"), ROWS)
    def test_finds_what_its_table_says(self, recogniser, text, language, expected):
        found = {text[f.start : f.end] for f in recogniser.find(Document(text, language, names_known=True))}

        if expected:
            assert set(expected) <= found
        else:
            assert found == set()


class TestWhatAnEditorIsNotAsked:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("We met the German police there.", "en"),
            ("He has an Uzbek passport.", "en"),
            ("It lies on the Peninsula.", "en"),
            ("They woke us at 5 a.m. Put on your boots, they said.", "en"),
            ("Q. How was it?\nA. The same.\nQ. And then?\nA. With them.\nQ. Anything more?\nA. That is all.", "en"),
            ("Det eneste realistiske alternativet var dette.", "nb"),
            ("We lay in the hospital for long.", "en"),
            ("Desertering er straffbart, med fengsel inntil dommen faller.", "nb"),
            ("Man kan altså slippe fengsel.", "nb"),
            ("[Call connected 19:10.]", "en"),
        ],
    )
    def test_tells_of_nobody(self, text, language):
        assert shown(text, language) == []

    def test_is_not_what_befell_somebody(self):
        assert shown("He was sentenced, the maximum they could give.", "en") != []
        assert shown("A man was arrested there.", "en") != []

    def test_is_a_relation_left_over_beside_a_protected_name(self):
        assert shown("My wife Qvetva stayed there.", "en", ["Qvetva"]) == ["Qvetva"]

    def test_is_the_rest_of_a_compound_with_a_public_name(self):
        assert "kanalen" not in shown("Jeg leste det i Telegram-kanalen der.", "nb")


class TestANickname:
    def test_that_is_the_name_of_a_continent_is_no_continent(self):
        found = find_identifiers("Der kalles Afrika av de andre.", language="nb", recognisers=WITHOUT_MODEL)

        assert [one.detail for one in found if one.is_candidate] == ["callsign"]


class TestAnAskedName:
    @pytest.mark.parametrize(
        ("text", "language", "kept"),
        [
            ("What name shall we use?\n— Timothy.", "en", ["Timothy"]),
            ("Как вас записать?\n— Тимофей. Тимофея знают.", "ru", ["Тимофей", "Тимофея"]),
            ("Call me Timothy. Timothy's fine.", "en", ["Timothy", "Timothy's"]),
            ("Call me Qwertus.", "en", []),
            ("What name shall we use?\n— nobody's.", "en", []),
        ],
    )  # fmt: skip
    def test_is_kept_in_all_its_forms(self, text, language, kept):
        document = Document(text, language, names_known=True)

        assert [text[f.start : f.end] for f in pseudonym.find(document)] == kept

    def test_is_kept_without_its_capital_where_it_is_no_word(self):
        text = "it is timofey who says so, and it is will who will"

        found = pseudonym.find(Document(text, "en", pseudonyms=("Timofey", "Will")))

        assert [text[f.start : f.end] for f in found] == ["timofey"]
