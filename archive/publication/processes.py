"""Processes for work that has many parts: forked, so that what they need is written nowhere to get there."""

import gc
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, TypeVar

from django.db import connection, connections

PROCESSES = 2
T = TypeVar("T")


class _Forked:
    """What a forked process finds in its memory; it is never written anywhere to get there."""

    work: ClassVar[Callable[..., Iterable[Any]] | None] = None
    given: ClassVar[tuple[Any, ...]] = ()


def cut(items: Sequence[T], size: int) -> list[Sequence[T]]:
    """Return items in parts of a size, in their order; the last part may be smaller."""
    return [items[start : start + size] for start in range(0, len(items), size)]


@contextmanager
def begun(
    work: Callable[..., Iterable[Any]], parts: Sequence[Any], given: tuple[Any, ...], *, is_much: bool
) -> Iterator[Iterator[Any]]:
    """Let processes of their own begin, where there is enough to do; what they make is read in order when it is needed.

    Meanwhile this process does something else. A process finds in its memory what was there when it was forked.
    """
    if not is_much or connection.in_atomic_block:
        yield (made for part in parts for made in work(part, *given))
        return
    _Forked.work, _Forked.given = work, given
    connections.close_all()  # a connection does not survive the fork
    try:
        with multiprocessing.get_context("fork").Pool(min(PROCESSES, len(parts)), initializer=_collect_seldom) as pool:
            yield (made for part in pool.imap(_work_on, parts) for made in part)
    finally:
        _Forked.work, _Forked.given = None, ()


def in_parts(
    work: Callable[..., Iterable[Any]], parts: Sequence[Any], given: tuple[Any, ...], *, is_much: bool
) -> Iterator[Any]:
    """Yield what `work` makes of each part, in order, in processes of their own where there is enough to do."""
    with begun(work, parts, given, is_much=is_much) as made:
        yield from made


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let the collector of garbage look seldom while much is made that stays: it would take a fifth of the time."""
    before = gc.get_threshold()
    _collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _collect_seldom() -> None:
    """Spare the collector all that is there: after a fork, looking through it again and again would also copy it."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _work_on(part: Any) -> list[Any]:
    if _Forked.work is None:
        raise RuntimeError("This process was not forked for any work.")
    return list(_Forked.work(part, *_Forked.given))
