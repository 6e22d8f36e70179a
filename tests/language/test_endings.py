"""The forms of a name are kept as what they share and how each goes on, and none is lost or added by that."""

import pytest

from archive.language.endings import cut_off, declined
from archive.language.keys import plain, skeleton_keys
from archive.language.paradigms import inflected_keys

NAMES = {
    "long": "Щеглобор",
    "another with its tail": "Жеглобор",
    "shorter than a tail": "Ян",
    "of three signs": "Лев",
    "of four signs": "Иван",
    "in -а": "Щеглора",
    "with a fleeting vowel": "Жегалец",
    "closed і behind a tail of consonants": "Жегинглст",
    "closed і at the head of a tail, after a husher": "Жегажінгс",
    "without any form": "Журалу",
}


@pytest.mark.parametrize("kind", NAMES)
def test_the_forms_of_a_name_are_all_kept(kind: str) -> None:
    for key in skeleton_keys(plain(NAMES[kind])):
        stem, endings = declined(key, inflected_keys)

        assert {stem + ending for ending in endings.of} == {key, *inflected_keys(key)}
        assert [stem + ending for ending, nominative in endings.of.items() if nominative] == [key]


def test_the_stem_is_all_that_the_forms_share() -> None:
    assert declined("Seglobora", inflected_keys)[0] == "Seglobor"


def test_names_of_one_tail_share_their_endings() -> None:
    assert declined("Seglobor", inflected_keys)[1] is declined("kaglobor", inflected_keys)[1]


def test_one_form_may_begin_another() -> None:
    stem, endings = cut_off(("gega",), ("geg", "gegu"))

    assert (stem, endings.of) == ("geg", {"a": True, "": False, "u": False})


def test_a_nominative_may_share_less_than_the_other_forms_do() -> None:
    stem, endings = cut_off(("gega",), ("gegovI", "gegovu"))

    assert (stem, endings.of) == ("geg", {"a": True, "ovI": False, "ovu": False})
