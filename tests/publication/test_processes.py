"""Work in processes of its own: in order, with what was in memory when they began, and with nothing left behind."""

import gc
import os
from collections.abc import Iterator

import pytest

from archive.publication.processes import begun, collecting_seldom, in_parts


def doubled(part: list[int], factor: int) -> Iterator[tuple[int, int]]:
    return ((number * factor, os.getpid()) for number in part)


def refusing(part: list[int]) -> list[int]:
    if 3 in part:
        raise ValueError("three")
    return part


@collecting_seldom()
def thresholds_inside(*, then: Exception) -> None:
    INSIDE.append(gc.get_threshold())
    raise then


INSIDE: list[tuple[int, int, int]] = []
PARTS = [[1, 2], [3, 4], [5]]


class TestMuchWork:
    def test_is_done_elsewhere_and_comes_back_in_order(self) -> None:
        made = list(in_parts(doubled, PARTS, (2,), is_much=True))

        assert [number for number, _ in made] == [2, 4, 6, 8, 10]
        assert os.getpid() not in {process for _, process in made}

    def test_begins_before_this_process_asks_for_it(self) -> None:
        with begun(doubled, PARTS, (3,), is_much=True) as made:
            asked_later = list(made)

        assert [number for number, _ in asked_later] == [3, 6, 9, 12, 15]

    def test_fails_here_where_it_failed_there(self) -> None:
        with pytest.raises(ValueError, match="three"):
            list(in_parts(refusing, PARTS, (), is_much=True))


class TestLittleWork:
    def test_is_done_here(self) -> None:
        made = list(in_parts(doubled, PARTS, (2,), is_much=False))

        assert {process for _, process in made} == {os.getpid()}
        assert [number for number, _ in made] == [2, 4, 6, 8, 10]


class TestInsideATransaction:
    @pytest.mark.django_db
    def test_much_work_is_done_here_too_since_others_would_not_see_it(self) -> None:
        made = list(in_parts(doubled, PARTS, (2,), is_much=True))

        assert {process for _, process in made} == {os.getpid()}


class TestCollectingSeldom:
    def test_ends_as_it_began_whatever_happens(self) -> None:
        before = gc.get_threshold()

        with pytest.raises(ValueError, match="broken"):
            thresholds_inside(then=ValueError("broken"))

        assert INSIDE.pop() > before
        assert gc.get_threshold() == before
        assert gc.get_freeze_count() == 0
