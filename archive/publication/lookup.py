"""Which published copies a new name may stand in: asked of the list of words, proved afterwards by reading them."""

import sqlite3
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from django.conf import settings

from archive.catalogue.opening import release_database
from archive.catalogue.reading import public_ids
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.reaching import Reach, reach_of
from archive.language.separated import split_name
from archive.publication.wordlist import Ids, Packed, hashed, is_current, rebuild, wordlist_path

COPIES_AT_ONCE = 10_000
_ROWS = 500


def copies_to_read(person: NamedPerson, matcher: NameMatcher) -> tuple[str, ...]:
    """Return the public ids of all copies in which a name of this person may stand; `matcher` is of this person alone.

    Fails closed: where the list of words cannot be made or read, everything published is to be read.
    """
    try:
        if not is_current():
            rebuild()
        return tuple(sorted(copies_with(person, matcher)))
    except (OSError, sqlite3.Error):
        with release_database(Path(settings.RELEASE_FILE)) as connection:
            return tuple(public_ids(using=connection.alias))


def copies_with(person: NamedPerson, matcher: NameMatcher) -> frozenset[str]:
    """Return the public ids of copies in which some word, or two together, answer to a name of this person."""
    reach = reach_of(person.names)
    with closing(sqlite3.connect(f"file:{wordlist_path()}?mode=ro", uri=True)) as connection:
        (packed,) = connection.execute("SELECT packed FROM trace").fetchone()
        wanted = _wanted(connection, np.frombuffer(packed, np.uint64), reach, matcher)
        return frozenset(_holding(connection, wanted))


@dataclass(frozen=True)
class _Wanted:
    """Numbers of words: one of these, or two of these together."""

    single: npt.NDArray[np.uint32]
    pairs: npt.NDArray[np.uint32]


def _wanted(connection: sqlite3.Connection, traces: Packed, reach: Reach, matcher: NameMatcher) -> _Wanted:
    words = _words(connection, _under(traces, reach.traces))
    single = [number for word, number in words.items() if matcher.candidates(word)]
    heads = _words(connection, _under(traces, reach.heads))
    tails = _words(connection, _under(traces, reach.tails))
    pairs = [(heads[one], tails[two]) for one, two in reach.pairs(heads, tails) if split_name(one, two, matcher)]
    initials = _under(traces, reach.initials)
    return _Wanted(
        np.concatenate([np.array(single, np.uint32), initials]),
        np.array(sorted(set(pairs)), np.uint32).reshape(-1, 2),
    )


def _under(traces: Packed, asked: AbstractSet[str]) -> Ids:
    """Return the numbers of the words kept under any of these traces."""
    hashes = np.unique(np.fromiter(map(hashed, asked), np.uint64, len(asked)))
    starts = np.searchsorted(traces, hashes << np.uint64(32))
    ends = np.searchsorted(traces, hashes << np.uint64(32) | np.uint64(0xFFFFFFFF), side="right")
    found = [traces[start:end] for start, end in zip(starts, ends, strict=True) if start < end]
    if not found:
        return np.empty(0, np.uint32)
    return np.unique((np.concatenate(found) & np.uint64(0xFFFFFFFF)).astype(np.uint32))


def _words(connection: sqlite3.Connection, numbers: Ids) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(numbers), _ROWS):
        part = [int(number) for number in numbers[start : start + _ROWS]]
        marks = ", ".join("?" * len(part))
        found.update(connection.execute(f"SELECT word, id FROM word WHERE id IN ({marks})", part))  # noqa: S608
    return found


def _holding(connection: sqlite3.Connection, wanted: _Wanted) -> Iterator[str]:
    """Look through the words of all copies once."""
    (size,) = connection.execute("SELECT count(*) FROM word").fetchone()
    single = np.zeros(size, bool)
    single[wanted.single] = True
    of_pairs, places = np.unique(wanted.pairs, return_inverse=True)
    places = places.reshape(-1, 2)
    place = np.full(size, -1, np.int32)
    place[of_pairs] = np.arange(len(of_pairs), dtype=np.int32)
    rows = connection.execute("SELECT public_id, words FROM copy ORDER BY id")
    while part := rows.fetchmany(COPIES_AT_ONCE):
        words = np.frombuffer(b"".join(held for _, held in part), np.uint32)
        ends = np.cumsum([len(held) // 4 for _, held in part])
        holds = np.zeros(len(part), bool)
        holds[_copy_of(np.flatnonzero(single[words]), ends)] = True
        if len(of_pairs):
            own = place[words]
            at = np.flatnonzero(own >= 0)
            present = np.zeros((len(of_pairs), len(part)), bool)
            present[own[at], _copy_of(at, ends)] = True
            for one, two in places:
                holds |= present[one] & present[two]
        for number in np.flatnonzero(holds):
            yield part[number][0]


def _copy_of(positions: npt.NDArray[np.intp], ends: npt.NDArray[np.int64]) -> npt.NDArray[np.intp]:
    return np.searchsorted(ends, positions, side="right")
