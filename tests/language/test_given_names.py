"""The table of given names: each spelling and each short form leads to its name, and to no other."""

import pytest

from archive.language.given_names import given_names, is_given_name, names_shortened, names_spelled
from archive.language.letters import is_cyrillic


def test_every_full_spelling_leads_to_its_name() -> None:
    lost = [word for name in given_names() for word in name.spellings if name not in names_spelled(word)]

    assert lost == []


def test_every_western_form_leads_to_its_name() -> None:
    assert [word for name in given_names() for word in name.western if name not in names_spelled(word)] == []


def test_every_short_form_leads_to_its_name() -> None:
    assert [word for name in given_names() for word in name.short if name not in names_shortened(word)] == []


def test_a_spelling_that_is_listed_leads_to_no_name_that_only_sounds_so() -> None:
    for name in given_names():
        for word in filter(is_cyrillic, name.spellings):
            for found in names_spelled(word):
                assert word.casefold() in {spelling.casefold() for spelling in found.spellings}


@pytest.mark.parametrize("word", ["Алекса\u0301ндр", "Aleksandr", "Oleksandr", "Алєксандр", "АЛЕКСАНДР"])
def test_another_spelling_leads_to_the_name(word: str) -> None:
    assert "Александр" in {name.spellings[0] for name in names_spelled(word)}


@pytest.mark.parametrize("word", ["Щегольков", "Саша", "Музаффар", "Алексендр", "Хлеб"])
def test_what_is_no_spelling_leads_nowhere(word: str) -> None:
    assert names_spelled(word) == ()


@pytest.mark.parametrize(("word", "name"), [("Zhanna", "Жанна"), ("Kristina", "Кристина")])
def test_a_western_form_that_is_listed_leads_to_no_name_that_only_sounds_so(word: str, name: str) -> None:
    assert [found.spellings[0] for found in names_spelled(word)] == [name]


@pytest.mark.parametrize("word", ["Виктор", "виктор", "Viktor", "Victor", "Wiktor", "Олена", "Mariya"])
def test_is_a_given_name(word: str) -> None:
    assert is_given_name(word)


@pytest.mark.parametrize("word", ["Щегольков", "Кузнецов", "Виктар", "Lena", "Shchegolkov"])
def test_is_none(word: str) -> None:
    assert not is_given_name(word)
