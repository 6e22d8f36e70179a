"""A word is found to be the first half of a recorded name: long enough itself, with enough of the name left."""

import pytest

from archive.language.name_ends import Beginnings

KEYS = ("gegar", "kubar", "kubarovskI", "Segolkov", "Segolkova", "SegolkovskI")


@pytest.fixture
def beginnings() -> Beginnings:
    kept = Beginnings(least=3, left=2)
    kept.add_all(KEYS[:2])
    kept.add_all(KEYS[2:])
    return kept


HELD = {
    "as few signs as may be": "Seg",
    "as few left as may be": "geg",
    "of names added before": "kub",
    "six signs": "Segolk",
    "seven signs": "Segolko",
    "of a name after others that are too short": "Segolkov",
    "a long one with as few left as may be": "Segolkovs",
}
NOT_HELD = {
    "too few signs": "Se",
    "too few left": "gega",
    "the whole name": "gegar",
    "a short word that no name begins with": "Sek",
    "a long word that no name begins with": "Segolke",
    "a long word that begins as names do, after all of them": "SegolkovsS",
    "a long one with too few left": "Segolkovsk",
    "a long one of the last name, with too few left": "kubarovsk",
    "a long name whole": "SegolkovskI",
}


@pytest.mark.parametrize("kind", HELD)
def test_is_a_first_half(beginnings: Beginnings, kind: str) -> None:
    assert beginnings.holds(HELD[kind])


@pytest.mark.parametrize("kind", NOT_HELD)
def test_is_none(beginnings: Beginnings, kind: str) -> None:
    assert not beginnings.holds(NOT_HELD[kind])


def test_long_names_added_before_and_after_are_searched() -> None:
    kept = Beginnings(least=3, left=2)
    kept.add_all(["SegolkovskI"])
    kept.add_all(["gegarovskI"])

    assert kept.holds("Segolkov")
    assert kept.holds("gegarovs")
