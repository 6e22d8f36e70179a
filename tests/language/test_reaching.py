"""Each way in which an index of words is led from a name to a word: forms, slips, handles, halves, initials."""

import pytest

from archive.language.reaching import ODD, SIGNS, reach_of, traces_of
from tests.language.reached import is_found, is_reached

# names as recorded, and a text that is found and reached
REACHED = {
    "a name as recorded": ("Родион Щегольков", "Там Щегольков был"),
    "a case form": ("Родион Щегольков", "Там с Щегольковым был"),
    "another spelling": ("Родион Щегольков", "There Schtschegolkow was"),
    "a surname of three letters": ("Вера Цой", "Там Цой был"),
    "a short form": ("Александр Чуев", "Там Шура был"),
    "an equivalent": ("Пётр Чуев", "Там Петро був"),
    "a western equivalent": ("Евгений Чуев", "There Eugene was"),
    "a patronymic": ("Родион Захарович Щегольков", "Там Захарыч был"),
    "a second name": ("Вера Цой; Сказочник", "Там Сказочник был"),
    "a letter left out": ("Родион Щегольков", "Там Щегльков был"),
    "a letter too many": ("Родион Щегольков", "Там Щегольнков был"),
    "another letter": ("Родион Щегольков", "Там Щегольнов был"),
    "another letter at the end": ("Родион Верещаги", "Там Верещаго был"),
    "another letter at the beginning": ("Родион Верещагин", "Там Терещагин был"),
    "another letter in a name of six signs": ("Родион Цой", "Там Родиан был"),
    "a slip beside a possessive": ("Родион Щегольков", "There Shchegolnov's car"),
    "a slip in one of two words": ("Родион Щегольков", "There Shchegolnov_91 was"),
    "in a longer word": ("Родион Щегольков", "There супершщегольковх was"),
    "in a handle": ("Родион Щегольков", "see @xshchegolkovx"),
    "a name of six signs at the end of a handle": ("Родион Цой", "see @bestrodion"),
    "in a longer word of a file name": ("Родион Цой", "see superrodion_7x there"),
    "in a longer word that owns something": ("Konrat Цой", "see superkonrat's car"),
    "an equivalent in a handle": ("Александр Цой", "see @superoleksandr"),
    "in two words": ("Родион Щегольков", "Там Щего льков был"),
    "in two words, one letter before": ("Родион Щегольков", "Там Щ егольков был"),
    "in two words, two signs after": ("Родион Картвелашвили", "Там Картвелашви ли был"),
    "initials": ("Родион Щегольков", "Там был Р. Щ., да"),
    "initials, the surname first": ("Родион Щегольков", "Там был Щ. Р., да"),
    "initials of an equivalent": ("Евгений Щегольков", "There was E. Sh., yes"),
}


@pytest.mark.parametrize("kind", REACHED)
def test_a_word_is_reached(kind: str) -> None:
    names, text = REACHED[kind]
    recorded = tuple(names.split("; "))

    assert is_found(text, recorded)
    assert is_reached(text, recorded)


APART = ["Марина", "Глеб пришёл домой вчера.", "Мы были там, А. Б. сказал", "Щегл вчера", "Чай"]


@pytest.mark.parametrize("text", APART)
def test_another_word_is_not_reached(text: str) -> None:
    assert not is_reached(text, ("Родион Щегольков",))


def test_two_words_are_put_together_where_they_are_a_name() -> None:
    reach = reach_of(["Родион Картвелашвили"])

    assert list(reach.pairs(["Картве", "Картвела", "КАРТВЕ"], ["лашвили", "вили"])) == [
        ("Картве", "лашвили"),
        ("КАРТВЕ", "лашвили"),
    ]


class TestAWordOfStrangeSigns:
    def test_is_asked_about_for_every_name(self) -> None:
        assert ODD in traces_of("ӷҥӷҥӷҥ")
        assert ODD in reach_of(["Вера Мороз"]).traces

    @pytest.mark.parametrize("word", ["Щегольков", "shchegolkov", "ӷҥ"])
    def test_is_not_an_ordinary_one(self, word: str) -> None:
        assert ODD not in traces_of(word)


def test_keys_are_made_of_signs_that_are_tried_as_slips() -> None:
    assert set(SIGNS) >= set("CIOSTabdefgklmnoprstuv")
