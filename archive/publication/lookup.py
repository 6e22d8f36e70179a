"""Which published copies names may stand in: asked of the list of words, proved afterwards by reading them.

For one person the list is asked under the traces of the names; for all persons at once every word is put to the matcher
of all names, once, in two processes. Both fail closed: where the list cannot be had, everything is to be read.
"""

import sqlite3
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
from django.conf import settings
from django.views.decorators.debug import sensitive_variables

from archive.catalogue.opening import release_database
from archive.catalogue.reading import public_ids
from archive.language.keys import plain
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.ordinary import is_ordinary_word
from archive.language.reaching import Reach, reach_of
from archive.language.separated import split_name
from archive.publication.processes import in_parts
from archive.publication.wordlist import INITIALS, Ids, Packed, hashed, is_current, rebuild, wordlist_path

COPIES_AT_ONCE = 2_000
WORDS_AT_ONCE = 1_000
PARALLEL_FROM = 10_000  # words; below this, starting processes costs more than it saves
_ROWS = 500
_NONE: Ids = np.empty(0, np.uint32)


def copies_to_read(person: NamedPerson, matcher: NameMatcher) -> tuple[str, ...]:
    """Return the public ids of all copies in which a name of this person may stand; `matcher` is of this person alone.

    First come those in which a word speaks for the name by more than being spelled alike in small letters.
    """
    return _or_all(lambda: copies_with(person, matcher))


def copies_to_read_for_all(matcher: NameMatcher, say: Callable[[int, int], None]) -> tuple[str, ...]:
    """Return the public ids of all copies in which a name of anybody may stand.

    The matcher knows afterwards which words are nobody's name, and need not look them up when the copies are read.
    """
    return _or_all(lambda: _copies_with_any(matcher, say))


@sensitive_variables("reach")
def copies_with(person: NamedPerson, matcher: NameMatcher) -> tuple[str, ...]:
    """Return the public ids of copies in which some word, or two together, answer to a name of this person."""
    reach = reach_of(person.names)
    with closing(_open_list()) as connection:
        (packed,) = connection.execute("SELECT packed FROM trace").fetchone()
        return _holding(connection, _wanted(connection, np.frombuffer(packed, np.uint64), reach, matcher))


def _or_all(ask: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    try:
        if not is_current():
            rebuild()
        return ask()
    except (OSError, sqlite3.Error):
        with release_database(Path(settings.RELEASE_FILE)) as connection:
            return tuple(public_ids(using=connection.alias))


def _open_list() -> sqlite3.Connection:
    return sqlite3.connect(f"file:{wordlist_path()}?mode=ro", uri=True)


@dataclass(frozen=True)
class _Wanted:
    """Numbers of words: a copy holds one of these, or one of the first and one of the second of a pair of sets."""

    sure: Ids
    single: Ids
    pairs: tuple[tuple[Ids, Ids], ...] = ()


@sensitive_variables("reach", "words", "answering", "heads", "tails", "pairs")
def _wanted(connection: sqlite3.Connection, traces: Packed, reach: Reach, matcher: NameMatcher) -> _Wanted:
    words = _words(connection, _under(traces, reach.traces))
    answering = [word for word in words if matcher.candidates(word)]
    sure = [words[word] for word in answering if _speaks_for_a_name(word, matcher)]
    heads = _words(connection, _under(traces, reach.heads))
    tails = _words(connection, _under(traces, reach.tails))
    pairs = {(heads[one], tails[two]) for one, two in reach.pairs(heads, tails) if split_name(one, two, matcher)}
    return _Wanted(
        sure=np.array(sure, np.uint32),
        single=np.concatenate(
            [np.array([words[word] for word in answering], np.uint32), _under(traces, reach.initials)]
        ),
        pairs=tuple((np.array([one], np.uint32), np.array([two], np.uint32)) for one, two in sorted(pairs)),
    )


def _speaks_for_a_name(word: str, matcher: NameMatcher) -> bool:
    return any(found.shape != "lower" or not found.ordinary for found in matcher.candidates(word))


def _under(traces: Packed, asked: AbstractSet[str]) -> Ids:
    """Return the numbers of the words kept under any of these traces."""
    hashes = np.unique(np.fromiter(map(hashed, asked), np.uint64, len(asked)))
    starts = np.searchsorted(traces, hashes << np.uint64(32))
    ends = np.searchsorted(traces, hashes << np.uint64(32) | np.uint64(0xFFFFFFFF), side="right")
    found = [traces[start:end] for start, end in zip(starts, ends, strict=True) if start < end]
    return np.unique((np.concatenate(found) & np.uint64(0xFFFFFFFF)).astype(np.uint32)) if found else _NONE


def _words(connection: sqlite3.Connection, numbers: Ids) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(numbers), _ROWS):
        part = [int(number) for number in numbers[start : start + _ROWS]]
        marks = ", ".join("?" * len(part))
        found.update(connection.execute(f"SELECT word, id FROM word WHERE id IN ({marks})", part))  # noqa: S608
    return found


@dataclass
class _Answers:
    """What the words of one part, or of all, turned out to be; numbers of words."""

    single: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    tails: list[int] = field(default_factory=list)

    def add(self, other: "_Answers") -> None:
        self.single += other.single
        self.heads += other.heads
        self.tails += other.tails


def _copies_with_any(matcher: NameMatcher, say: Callable[[int, int], None]) -> tuple[str, ...]:
    with closing(_open_list()) as connection:
        words = [word for (word,) in connection.execute("SELECT word FROM word ORDER BY id")]
    answers = _Answers()
    parts = [(start, words[start : start + WORDS_AT_ONCE]) for start in range(0, len(words), WORDS_AT_ONCE)]
    for number, part in enumerate(in_parts(_answers_part, parts, (matcher,), is_much=len(words) >= PARALLEL_FROM), 1):
        answers.add(part)
        say(min(number * WORDS_AT_ONCE, len(words)), len(words))
    answering = set(answers.single)
    matcher.take_over(
        clean=(word for number, word in enumerate(words) if number not in answering),
        heads=(words[number] for number in answers.heads),
        tails=(words[number] for number in answers.tails),
    )
    with closing(_open_list()) as connection:
        return _holding(
            connection, _Wanted(sure=_NONE, single=np.array(answers.single, np.uint32), pairs=_ends(words, answers))
        )


def _answers_part(part: tuple[int, Sequence[str]], matcher: NameMatcher) -> list[_Answers]:
    first, words = part
    answers = _Answers()
    for number, word in enumerate(words, first):
        if word.startswith(INITIALS) or matcher.candidates(word):
            answers.single.append(number)
        if word in matcher.heads:
            answers.heads.append(number)
        if word in matcher.tails:
            answers.tails.append(number)
    return [answers]


def _ends(words: Sequence[str], answers: _Answers) -> tuple[tuple[Ids, Ids], ...]:
    """Return the words that names may be broken into; of the two ends, one is no ordinary word."""
    heads, tails = np.array(answers.heads, np.uint32), np.array(answers.tails, np.uint32)
    rare_heads = np.array([one for one in answers.heads if not is_ordinary_word(plain(words[one]))], np.uint32)
    rare_tails = np.array([one for one in answers.tails if not is_ordinary_word(plain(words[one]))], np.uint32)
    return (rare_heads, tails), (heads, rare_tails)


def _holding(connection: sqlite3.Connection, wanted: _Wanted) -> tuple[str, ...]:
    """Look through the words of all copies once; those with a sure word come first."""
    (size,) = connection.execute("SELECT count(*) FROM word").fetchone()
    sure, single = _marks(size, wanted.sure), _marks(size, wanted.single)
    of_pairs = np.unique(np.concatenate([_NONE, *(end for pair in wanted.pairs for end in pair)]))
    place = np.full(size, -1, np.int64)
    place[of_pairs] = np.arange(len(of_pairs))
    first, then = [], []
    rows = connection.execute("SELECT public_id, words FROM copy ORDER BY id")
    while part := rows.fetchmany(COPIES_AT_ONCE):
        words = np.frombuffer(b"".join(held for _, held in part), np.uint32)
        ends = np.cumsum([len(held) // 4 for _, held in part])
        is_sure = _copies_at(sure[words], ends)
        holds = _copies_at(single[words], ends)
        at = np.flatnonzero(place[words] >= 0) if len(of_pairs) else _NONE
        if len(at):
            present = np.zeros((len(of_pairs), len(part)), bool)
            present[place[words[at]], np.searchsorted(ends, at, side="right")] = True
            for one, two in wanted.pairs:
                holds |= present[place[one]].any(axis=0) & present[place[two]].any(axis=0)
        first += [part[number][0] for number in np.flatnonzero(is_sure)]
        then += [part[number][0] for number in np.flatnonzero(holds & ~is_sure)]
    return (*first, *then)


def _marks(size: int, numbers: Ids) -> npt.NDArray[np.bool_]:
    marks = np.zeros(size, bool)
    marks[numbers] = True
    return marks


def _copies_at(marked: npt.NDArray[np.bool_], ends: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Return which copies hold a marked word; `ends` is where the words of each end."""
    copies = np.zeros(len(ends), bool)
    copies[np.searchsorted(ends, np.flatnonzero(marked), side="right")] = True
    return copies
