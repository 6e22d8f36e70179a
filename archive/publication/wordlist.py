"""The words of what is published, by the traces under which names ask for them: derived from the release, rebuildable.

With it a name added today is looked for in everything published by some thousand look-ups, instead of by reading
everything. It holds published words only, and lies on the desk's side because only the desk has names.

What it was made from is told by device, inode, size and time of the release file, as the reading room tells one release
from the next; where these differ, by its digest. What other code than today's made counts for nothing.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt
from django.conf import settings

from archive.catalogue.installing import file_digest
from archive.catalogue.opening import file_key, release_database
from archive.catalogue.reading import public_ids, read_texts
from archive.deidentification.asking import words_asked
from archive.language.reaching import traces_of, traces_of_initials
from archive.publication.holding import hold_wordlist
from archive.publication.processes import cut, in_parts

Ids = npt.NDArray[np.uint32]
Packed = npt.NDArray[np.uint64]

COPIES_AT_ONCE = 200
WORDS_AT_ONCE = 5_000
PARALLEL_FROM = 1_000  # copies; below this, starting processes costs more than it saves
INITIALS = "."  # begins the entry of two initials; a word cannot begin with it
_WORD_BITS = np.uint64(32)
_TABLES = """
    CREATE TABLE made_from (file TEXT, digest TEXT, rules TEXT);
    CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT);
    CREATE TABLE trace (packed BLOB);
    CREATE TABLE copy (id INTEGER PRIMARY KEY, public_id TEXT, digest BLOB, words BLOB);
"""


@dataclass(frozen=True, slots=True)
class _Copy:
    """One access copy: the digest of its texts, and the numbers of its words."""

    public_id: str
    digest: bytes
    words: bytes


@dataclass
class _Held:
    """What an earlier list holds: of copies that stay as they are, nothing is made anew."""

    words: list[str] = field(default_factory=list)
    traces: Packed = field(default_factory=lambda: np.empty(0, np.uint64))
    copies: dict[str, _Copy] = field(default_factory=dict)


def wordlist_path() -> Path:
    """Return where the list lies."""
    return Path(settings.DATA_DIR) / "published-words.sqlite"


def is_current() -> bool:
    """Tell whether the list was made from the release in place, by the code of today."""
    path, release = wordlist_path(), Path(settings.RELEASE_FILE)
    if not path.is_file() or not release.is_file():
        return False
    try:
        with closing(sqlite3.connect(path)) as connection:
            file, digest, rules = connection.execute("SELECT file, digest, rules FROM made_from").fetchone()
            if rules != rules_digest():
                return False
            now = _told_by(release)
            if file != now:  # copied or restored: the same bytes may be another file
                if digest != file_digest(release):
                    return False
                with connection:
                    connection.execute("UPDATE made_from SET file = ?", (now,))
            return True
    except (sqlite3.Error, TypeError, ValueError):
        return False


def rebuild() -> None:
    """Make the list anew from the release in place, unless that has been done."""
    with hold_wordlist():
        if not is_current():
            _make(Path(settings.RELEASE_FILE)).replace(wordlist_path())


def make_wordlist(candidate: Path) -> Path:
    """Make the list of a release that is not in place yet, beside the list in use; `put_in_place` renames it."""
    with hold_wordlist():
        return _make(candidate)


def put_in_place(made: Path) -> None:
    """Put a list in use, right after its release."""
    made.replace(wordlist_path())


def _make(release: Path) -> Path:
    beside = wordlist_path().with_suffix(".building")
    beside.unlink(missing_ok=True)
    held = _held_before()
    told, digest = _told_by(release), file_digest(release)
    words = {word: number for number, word in enumerate(held.words)}
    copies = list(_read_copies(release, held, words))
    kept = np.zeros(len(words), bool)
    for copy in copies:
        kept[np.frombuffer(copy.words, np.uint32)] = True
    renumbered = np.cumsum(kept, dtype=np.uint32) - np.uint32(1)
    traces = np.concatenate([held.traces, *_traces([*words][len(held.words) :], first=len(held.words))])
    traces = np.sort(_renumber(traces, kept, renumbered))
    with closing(sqlite3.connect(beside, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.executescript(_TABLES)
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO word VALUES (?, ?)",
            enumerate(word for word, number in words.items() if kept[number]),
        )
        connection.execute("INSERT INTO trace VALUES (?)", (traces.tobytes(),))
        connection.executemany(
            "INSERT INTO copy VALUES (?, ?, ?, ?)",
            (
                (number, copy.public_id, copy.digest, renumbered[np.frombuffer(copy.words, np.uint32)].tobytes())
                for number, copy in enumerate(copies)
            ),
        )
        connection.execute("INSERT INTO made_from VALUES (?, ?, ?)", (told, digest, rules_digest()))
        connection.execute("COMMIT")
    return beside


def _held_before() -> _Held:
    """Read the list in use, if today's code made it."""
    try:
        with closing(sqlite3.connect(f"file:{wordlist_path()}?mode=ro", uri=True)) as connection:
            (rules,) = connection.execute("SELECT rules FROM made_from").fetchone()
            if rules != rules_digest():
                return _Held()
            (packed,) = connection.execute("SELECT packed FROM trace").fetchone()
            copies = connection.execute("SELECT public_id, digest, words FROM copy")
            return _Held(
                [word for (word,) in connection.execute("SELECT word FROM word ORDER BY id")],
                np.frombuffer(packed, np.uint64),
                {public_id: _Copy(public_id, digest, words) for public_id, digest, words in copies},
            )
    except (sqlite3.Error, TypeError, ValueError):
        return _Held()


def _read_copies(release: Path, held: _Held, words: dict[str, int]) -> Iterator[_Copy]:
    """Yield every copy of a release; new words are given numbers. What has not changed is taken as it was."""
    with release_database(release) as connection:
        ids = public_ids(using=connection.alias)
    known = {public_id: copy.digest for public_id, copy in held.copies.items()}
    parts = cut(ids, COPIES_AT_ONCE)
    is_much = len(set(ids) - known.keys()) >= PARALLEL_FROM
    for public_id, digest, listed in in_parts(_read_part, parts, (release, known), is_much=is_much):
        if listed is None:
            yield held.copies[public_id]
        else:
            numbers = np.fromiter((words.setdefault(word, len(words)) for word in listed.split()), np.uint32)
            yield _Copy(public_id, digest, numbers.tobytes())


def _read_part(
    ids: Sequence[str], release: Path, known: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes, str | None]]:
    """Yield each copy with the digest of its texts, and its words a line each, unless its texts are known."""
    with release_database(release) as connection:
        for public_id, texts in read_texts(using=connection.alias, only=ids):
            digest = hashlib.blake2b("\0".join(texts).encode(), digest_size=16).digest()
            if known.get(public_id) == digest:
                yield public_id, digest, None
                continue
            asked = words_asked(texts)
            initials = {INITIALS + first + second for first, second in asked.initials}
            yield public_id, digest, "\n".join(sorted(asked.words | initials))


def _traces(words: Sequence[str], *, first: int) -> list[Packed]:
    """Return the traces of words, each with the number of its word; the first has the number `first`."""
    parts = [(first + start, words[start : start + WORDS_AT_ONCE]) for start in range(0, len(words), WORDS_AT_ONCE)]
    return list(in_parts(_traces_part, parts, (), is_much=len(words) >= 4 * WORDS_AT_ONCE))


def _traces_part(part: tuple[int, Sequence[str]]) -> list[Packed]:
    first, words = part
    packed = [
        hashed(trace) << 32 | number
        for number, word in enumerate(words, first)
        for trace in (traces_of_initials(word[1], word[2]) if word.startswith(INITIALS) else traces_of(word))
    ]
    return [np.array(packed, np.uint64)]


def _renumber(traces: Packed, kept: npt.NDArray[np.bool_], renumbered: Ids) -> Packed:
    """Leave out the traces of words that stand nowhere any more, and give the others their new numbers."""
    numbers = (traces & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    standing = kept[numbers]
    return (traces[standing] >> _WORD_BITS << _WORD_BITS) | renumbered[numbers[standing]].astype(np.uint64)


def hashed(trace: str) -> int:
    """Return the 32 bits under which a trace is kept; two that meet cost one look at a word for nothing."""
    return zlib.crc32(trace.encode())


def _told_by(release: Path) -> str:
    return json.dumps(file_key(release))


@cache
def rules_digest() -> str:
    """Return a digest of all code and data that decide what is found, and under what a word is listed."""
    others = [version(package) for package in ("pymorphy3", "pymorphy3-dicts-ru", "pymorphy3-dicts-uk")]
    folders = [Path(str(files(package))) for package in ("archive.language", "archive.deidentification")]
    return digest_of([*folders[0].rglob("*"), *folders[1].glob("*.py"), Path(__file__)], others=others)


def digest_of(paths: Iterable[Path], *, others: Sequence[str] = ()) -> str:
    """Return a digest of the names and bytes of files, whatever their order, but for compiled ones, and of texts."""
    digest = hashlib.sha256("\0".join(others).encode())
    for path in sorted(path for path in paths if path.is_file() and path.suffix != ".pyc"):
        held = path.read_bytes()
        digest.update(f"\0{path.name}\0{len(held)}\0".encode() + held)
    return digest.hexdigest()
