"""The names that still stand in a text: each place by itself, for whom it counts, and how sure it is."""

import pytest

from archive.redaction.places import TextPlace, text_places
from archive.testimonies.description import describe_edition
from tests import walking
from tests.lifting import ROAD, Account, approved, somebody
from tests.walking import AT, Staff

pytestmark = pytest.mark.django_db


def test_each_place_counts_for_those_whose_name_stands_there(people: Staff) -> None:
    account = approved(people, text=walking.TEXT + ROAD.replace("fields", "Tofte fields"))
    road, fields = somebody(people, "Halvgrim Kvernmo"), somebody(people, "Rasmus Tofte")

    assert [left.persons for left in account.places()] == [(str(road.pk),), (str(fields.pk),)]


def test_a_place_that_is_one_persons_name_and_may_be_others_is_the_name(people: Staff) -> None:
    account = approved(people, text=walking.TEXT + ROAD)
    persons = {str(somebody(people, f"{first} Kvernmok").pk) for first in ("Rasmus", "Birger", "Oddvar", "Steinar")}
    before = [left.tier for left in account.places()]
    persons.add(str(somebody(people, "Halvgrim Kvernmo").pk))

    (left,) = account.places()

    assert before == ["ask"]
    assert (left.tier, set(left.persons)) == ("block", persons)


def test_a_place_in_the_abstract_is_of_no_passage(people: Staff) -> None:
    edition = walking.describe(walking.decide(walking.take_in(people), people), people)
    abstracts = {"en": "A man walks along the Kvernmo road.", "nb": "En mann drar."}
    describe_edition(edition, abstracts=abstracts, by=people.editor, at=AT)
    somebody(people)

    (left,) = Account(walking.edition_now(edition), people).places()

    assert (left.where.language, left.where.passage) == ("en", 0)


def test_nothing_written_has_no_places() -> None:
    assert list(text_places(None)) == []


@pytest.mark.parametrize(
    ("start", "end", "run"), [(2, 5, (2, 5)), (3, 4, (2, 5)), (1, 4, None), (3, 6, None), (7, 9, (7, 9)), (4, 8, None)]
)
def test_words_are_the_sources_own_only_within_one_unaltered_run(
    start: int, end: int, run: tuple[int, int] | None
) -> None:
    assert TextPlace("en", 1, "a [b] cde", ((2, 5), (7, 9))).plain_around(start, end) == run
