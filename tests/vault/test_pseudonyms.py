"""What everybody is called here: of whom, in which language, and who is called alike."""

import pytest

from archive.vault.naming import record_naming_decision, register_person
from archive.vault.pseudonyms import name_in, persons_called_alike, pseudonyms_by_person
from tests.walking import AT, Staff


@pytest.mark.parametrize(
    ("spellings", "language", "name"),
    [
        ({"nb": "Arne", "en": "Arni"}, "nb", "Arne"),
        ({"nb": "Arne", "en": "Arni"}, "ru", "Arni"),
        ({"uk": "Арне"}, "nb", "Арне"),
        ({}, "nb", ""),
    ],
    ids=["its own", "else the English", "else any", "else none"],
)
def test_readers_of_a_language_meet_a_name_in(spellings: dict[str, str], language: str, name: str) -> None:
    assert name_in(spellings, language) == name


@pytest.mark.django_db
def test_names_are_those_of_whoever_is_asked_about(people: Staff) -> None:
    persons = [register_person(by=people.editor, at=AT) for _ in range(3)]
    for person, name in zip(persons, ("Arne", "Birger"), strict=False):
        called = {"en": name}
        record_naming_decision(
            person, kind="changed_by_source", evidence="Said so.", pseudonyms=called, by=people.editor, at=AT
        )

    arne, birger = persons[0].pk, persons[1].pk
    assert pseudonyms_by_person() == {arne: {"en": "Arne"}, birger: {"en": "Birger"}}
    assert pseudonyms_by_person([birger]) == {birger: {"en": "Birger"}}
    assert pseudonyms_by_person([]) == {}


@pytest.mark.django_db
def test_capitals_do_not_tell_two_names_apart(people: Staff) -> None:
    one, two, other = (register_person(by=people.editor, at=AT).pk for _ in range(3))

    called = {one: {"en": "Arne", "nb": "Birger"}, two: {"nb": "ARNE"}, other: {"en": "Oddvar", "nb": "Oddvar"}}

    assert persons_called_alike(called) == {one, two}
