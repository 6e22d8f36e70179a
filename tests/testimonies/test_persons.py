"""Who stands in a testimony, and what is re-opened by what is decided of them."""

from collections.abc import Callable

import pytest

from archive.testimonies.models import Edition, Part
from archive.testimonies.persons import (
    PersonRefused,
    add_person,
    decide_naming,
    free_names,
    persons_in,
    protect_name_of,
    prune_form_of,
)
from archive.vault.models import Person
from archive.vault.naming import current_matcher
from tests import walking
from tests.walking import AT, Staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(people: Staff) -> Edition:
    return walking.take_in(people)


def wife(edition: Edition) -> Person:
    return next(one.person for one in persons_in(edition.testimony) if one.part == "relative")


class TestSomebodyEntered:
    @pytest.mark.parametrize("part", ["rumour", "", Part.PROTAGONIST])
    def test_has_a_part_that_is_not_the_first(self, part: str, edition: Edition, people: Staff) -> None:
        with pytest.raises(PersonRefused, match="about one person"):
            add_person(edition.testimony, part=part, by=people.editor, at=AT)

        assert len(persons_in(edition.testimony)) == 2

    def test_stands_in_it_once(self, edition: Edition, people: Staff) -> None:
        with pytest.raises(PersonRefused, match="P-0002"):
            add_person(edition.testimony, part="helper", held=wife(edition), by=people.editor, at=AT)

    def test_may_be_new_whoever_stands_in_it(self, edition: Edition, people: Staff) -> None:
        for _ in range(2):
            add_person(edition.testimony, part="helper", by=people.editor, at=AT)

        assert [(one.person.reference, one.part, one.is_decided) for one in persons_in(edition.testimony)] == [
            ("P-0001", "protagonist", True),
            ("P-0002", "relative", True),
            ("P-0003", "helper", False),
            ("P-0004", "helper", False),
        ]

    def test_is_not_decided_by_a_decision_to_decide_nothing(self, edition: Edition, people: Staff) -> None:
        decide_naming(wife(edition), kind="undecided", evidence="", pseudonyms={}, by=people.editor, at=AT)

        assert [one.is_decided for one in persons_in(edition.testimony)] == [True, False]


@pytest.mark.parametrize(
    "act",
    [
        lambda edition, by: add_person(edition.testimony, part="helper", by=by, at=AT),
        lambda edition, by: protect_name_of(wife(edition), name="Solla", kind="diminutive", by=by, at=AT),
        lambda edition, by: prune_form_of(wife(edition), form="Solveigs", reason="A ship.", by=by, at=AT),
        lambda edition, by: decide_naming(
            wife(edition), kind="role_only", evidence="Asked.", pseudonyms={}, by=by, at=AT
        ),
    ],
    ids=["somebody entered", "a name protected", "a form pruned", "a name decided"],
)
def test_every_testimony_in_work_is_re_opened_by(act: Callable[..., object], edition: Edition, people: Staff) -> None:
    act(edition, people.editor)

    assert walking.edition_now(edition).change > edition.change


def test_a_page_of_what_is_published_shows_no_older_state(people: Staff) -> None:
    edition = walking.edition_now(walking.put_out(people))

    decide_naming(
        wife(edition), kind="role_only", evidence="Asked.", pseudonyms={}, by=people.editor, at=AT,
        edition=edition, seen=edition.change - 1,
    )  # fmt: skip

    assert walking.edition_now(edition).change == edition.change


def test_names_that_are_free_come_for_each_language_a_mans_and_a_womans(edition: Edition) -> None:
    names = free_names()

    assert {language: len(drawn) for language, drawn in names.items()} == {"en": 2, "nb": 2, "ru": 2, "uk": 2}
    every = [name for drawn in names.values() for name in drawn]
    assert not any(match.tier == "block" for name in every for match in current_matcher().find(name))
