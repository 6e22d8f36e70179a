"""No protected name is left in the bytes of a release, in whatever encoding."""

import base64
import json
from urllib.parse import quote

import pytest

from archive.deidentification.leak_bytes import find_written, words_in, written_forms
from archive.language.matching import NamedPerson

NAME = "Щегольков"
PERSONS = (NamedPerson("p1", ("Родион Щегольков",)), NamedPerson("p2", ("Торбьёрн Хаугерюд", "Torbjørn Haugerud")))
FORMS = written_forms(PERSONS)
UTF8 = NAME.encode()

BYTES = {
    "UTF-8": NAME.encode(),
    "UTF-8, a case form": "Щегольковым".encode(),
    "UTF-8, capitals": NAME.upper().encode(),
    "UTF-8, Norwegian spelling": b"Sjtsjegolkov",
    "UTF-16": NAME.encode("utf-16-le"),
    "UTF-16, other end first": NAME.encode("utf-16-be"),
    "UTF-16, after what reads as a letter": b"Q\x00" + NAME.encode("utf-16-le"),
    "UTF-16, other end first, after what reads as a letter": b"\x00Q" + NAME.encode("utf-16-be"),
    "UTF-16 among zeros": bytes(64) + NAME.encode("utf-16-le") + bytes(65),
    "UTF-16, twice": NAME.encode("utf-16-be") + b" and far away " * 9 + NAME.encode("utf-16-be"),
    "UTF-8, Norwegian genitive": b"Shchegolkovs",
    "JSON": json.dumps(NAME).encode(),
    "JSON, within a word": b"Shche\\u0067olkov",
    "URL, within a word": b"Shche%67olkov",
    "URL": quote(NAME).encode(),
    "decimal entities": "".join(f"&#{ord(letter)};" for letter in NAME).encode(),
    "hexadecimal entities": "".join(f"&#x{ord(letter):x};" for letter in NAME).encode(),
    "base64": base64.b64encode(f"имя {NAME} и ещё".encode()),
    "base64, one byte on": base64.b64encode(f"xимя {NAME} и ещё".encode()),
    "base64, two bytes on": base64.b64encode(f"xxимя {NAME} и ещё".encode()),
}


@pytest.mark.parametrize("encoding", BYTES)
def test_the_bytes_of_a_release_are_searched_in(encoding: str) -> None:
    data = b"\x00\x01SQLite " + BYTES[encoding] + b" \xff\xfe\x00"

    leaks = find_written(data, forms=FORMS)

    assert {(leak.person, leak.tier) for leak in leaks} == {("p1", "block")}


# a recorded name, and the endings with which it is written out
CASES = {
    "Щегольков": "Щегольков Щеголькова Щеголькову Щегольковом Щегольковым Щегольковой Щегольковові Щегольков7",
    "Родион": "_Родион_",
    "Жужела": "Жужел Жужела Жужели Жужелы Жужелі Жужеле Жужелу Жужелю Жужелой Жужелей Жужелою Жужеля Жужелем _Жужела_",
    "Залісний": "Залісний Zalisnyj Zalisnyi",
    "Семён": "Семён Семен Semen",
    "Тимур": "Тимур Тимуре",
    "Клим": "Клим",
    "Haugerud": "Haugerud Haugeruds Haugeruda HAUGERUD",
    "D'Artimond": "Artimond",
    "Лук'яненко": "яненко яненка яненку яненком яненкові",
}


@pytest.mark.parametrize("name", CASES)
def test_a_name_is_written_out(name: str) -> None:
    forms = written_forms([NamedPerson("p", (name,))])

    assert [word for word in CASES[name].split() if not find_written(f"– {word} –".encode(), forms=forms)] == []


# a recorded name, and what is none of its forms
OTHER = {
    "Щегольков": "Shchegolkovx Щегольковский Щегольковx",
    "Haugerud": "Haugerudом Haugerudx Haugeru",
    "Жужа": "Жуж",
    "Лев": "Лев Lev",
    "Оль": "Оль Оля",
    "О'Ли": "О'Ли Ли",
}


@pytest.mark.parametrize("name", OTHER)
def test_another_word_is_not(name: str) -> None:
    forms = written_forms([NamedPerson("p", (name,))])

    assert [word for word in OTHER[name].split() if find_written(f"– {word} –".encode(), forms=forms)] == []


class TestAFormTakenAwayFromAPerson:
    FORMS = written_forms(
        [NamedPerson("p1", ("Щегольков",), pruned=frozenset({"shchegolkov"})), NamedPerson("p2", ("Ия Щегольков",))]
    )

    def test_is_not_searched_for_on_that_person_s_account(self) -> None:
        assert {leak.person for leak in find_written(b"- Shchegolkov -", forms=self.FORMS)} == {"p2"}

    def test_takes_no_other_form_away(self) -> None:
        assert {leak.person for leak in find_written(b"- Schtschegolkow -", forms=self.FORMS)} == {"p1", "p2"}


class TestTheWordsOfAText:
    def test_are_told_with_their_places(self) -> None:
        assert list(words_in("Там_был 7Родион")) == [("там", 0, 3), ("был", 4, 7), ("родион", 9, 15)]


class TestTheBytesOfARelease:
    def test_tell_the_first_place_of_an_encoded_run(self) -> None:
        run = base64.b64encode(f"имя {NAME} и".encode())

        assert {leak[:2] for leak in find_written(run + b" " + run, forms=FORMS)} == {(0, 38)}

    @pytest.mark.parametrize(
        ("data", "place"),
        [
            (b"\xff\xd0 " + UTF8 + b" " + UTF8, [(3, 21), (22, 40)]),
            (b"- " + NAME.encode("utf-16-le") + b" -", [(2, 20)]),
            (b"\xff Shche\\u0067olkov ", [(2, 18)]),
            (json.dumps(NAME)[1:-1].encode() + b" end", [(0, 54)]),
        ],
        ids=["UTF-8", "UTF-16", "JSON", "JSON at the beginning"],
    )
    def test_tell_the_place_of_a_name(self, data: bytes, place: list[tuple[int, int]]) -> None:
        assert sorted({leak[:2] for leak in find_written(data, forms=FORMS)}) == place

    @pytest.mark.parametrize(
        "data", [b"", b"nothing here", "Щегольковский".encode(), b"xShchegolkovx", b"\x00\xff" * 50]
    )
    def test_pass_when_no_name_stands_in_them(self, data: bytes) -> None:
        assert find_written(data, forms=FORMS) == ()

    def test_ask_about_a_first_name_since_a_pseudonym_may_be_spelled_so(self) -> None:
        assert {leak.tier for leak in find_written("Родион".encode(), forms=FORMS)} == {"ask"}

    def test_ask_about_a_surname_that_is_a_word(self) -> None:
        forms = written_forms([NamedPerson("p", ("Пётр Мороз",))])

        assert {leak.tier for leak in find_written("Мороз".encode(), forms=forms)} == {"ask"}

    def test_name_everybody_whose_form_a_word_is(self) -> None:
        forms = written_forms([NamedPerson("p1", ("Ия Щегольков",)), NamedPerson("p2", ("Ия Щеголькова",))])

        assert {leak.person for leak in find_written("Щеголькову".encode(), forms=forms)} == {"p1", "p2"}

    def test_are_searched_for_nobody_when_nobody_is_protected(self) -> None:
        assert find_written(b"abc", forms=written_forms(())) == ()
