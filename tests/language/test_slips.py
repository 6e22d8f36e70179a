"""Recorded names by what one typing slip leaves of them: packing loses none and adds none."""

import random

import pytest

from archive.language.slips import PACKED_FROM, SlipIndex, deletions


def some_keys(number: int) -> list[str]:
    """Return keys of up to ten letters, many of which are close to each other."""
    chance = random.Random(7)  # noqa: S311
    return ["".join(chance.choices("kaIn", k=chance.randint(3, 10))) for _ in range(number)]


@pytest.mark.parametrize("number", [PACKED_FROM // 4, PACKED_FROM * 2], ids=["few", "many"])
class TestSlips:
    def test_answer_with_just_the_names_of_which_this_is_left(self, number: int) -> None:
        recorded = [(key, holder) for holder, key in enumerate(some_keys(number))]
        slips = SlipIndex()
        slips.add_all(recorded)
        left: dict[str, set[int]] = {}
        for key, holder in recorded:
            for leftover in (key, *deletions(key)) if len(key) > 5 else ():
                left.setdefault(leftover, set()).add(holder)
        others = {leftover for key in some_keys(60) for leftover in deletions(key)} - left.keys()

        assert {leftover: set(slips.holders(leftover)) for leftover in left} == left
        assert [leftover for leftover in others if set(slips.holders(leftover))] == []

    def test_keep_what_is_added_later(self, number: int) -> None:
        slips = SlipIndex()
        slips.add_all([(key, holder) for holder, key in enumerate(some_keys(number))])
        slips.add_all([("zvezdIn", 9999)])

        assert 9999 in slips.holders("zvedIn")

    def test_are_told_of_names_of_six_signs_and_more(self, number: int) -> None:
        slips = SlipIndex()
        slips.add_all([("zvezda", 1), ("zvezd", 2), *((key, 3) for key in some_keys(number))])

        assert list(slips.holders("zvezda")) == list(slips.holders("zveza")) == [1]
        assert list(slips.holders("zvezd")) == [1]
        assert list(slips.holders("zved")) == []


def test_two_names_that_hash_alike_are_told_apart() -> None:
    slips = SlipIndex()
    slips.add_all([("eaIIvbtnS", 1), *((key, 2) for key in some_keys(PACKED_FROM * 2))])

    assert list(slips.holders("eaIIvbtnS")) == [1]
    assert list(slips.holders("aItIenbek")) == []


def test_two_names_one_slip_apart_share_what_is_left() -> None:
    assert deletions("abc") == ["bc", "ac", "ab"]
