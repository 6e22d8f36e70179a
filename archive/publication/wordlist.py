"""The words of what is published, by the keys under which names are looked up: derived from the release, rebuildable.

With it a name added today is looked for in everything published by one indexed look-up for each of its stems, instead
of by reading everything. It holds published words only, and lies on the desk's side because only the desk has names.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from django.conf import settings

from archive.catalogue.installing import file_digest
from archive.catalogue.opening import release_database
from archive.catalogue.reading import read_records
from archive.language.matching import WORD, NameMatcher
from archive.language.probing import probes
from archive.publication.gate import texts_of

_LAST = "\U0010ffff"


def wordlist_path() -> Path:
    """Return where the list lies."""
    return Path(settings.DATA_DIR) / "published-words.sqlite"


def is_current() -> bool:
    """Tell whether the list was made from the release in place."""
    path, release = wordlist_path(), Path(settings.RELEASE_FILE)
    if not path.is_file() or not release.is_file():
        return False
    with closing(sqlite3.connect(path)) as connection:
        (digest,) = connection.execute("SELECT digest FROM made_from").fetchone()
    return bool(digest == file_digest(release))


def rebuild() -> None:
    """Make the list anew from the release in place, beside the old one, and rename it."""
    release, path = Path(settings.RELEASE_FILE), wordlist_path()
    beside = path.with_suffix(".building")
    beside.unlink(missing_ok=True)
    with closing(sqlite3.connect(beside, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("CREATE TABLE made_from (digest TEXT)")
        connection.execute("CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT, copies TEXT)")
        connection.execute("CREATE TABLE key (key TEXT, word INTEGER, PRIMARY KEY (key, word)) WITHOUT ROWID")
        connection.execute("BEGIN")
        copies = _copies_by_word(release)
        connection.executemany(
            "INSERT INTO word VALUES (?, ?, ?)",
            ((number, word, json.dumps(sorted(copies[word]))) for number, word in enumerate(copies)),
        )
        connection.executemany(
            "INSERT INTO key VALUES (?, ?)",
            sorted({(probe.key, number) for number, word in enumerate(copies) for probe in probes(word)}),
        )
        connection.execute("INSERT INTO made_from VALUES (?)", (file_digest(release),))
        connection.execute("COMMIT")
    beside.replace(path)


def copies_with(matcher: NameMatcher) -> frozenset[str]:
    """Return the public ids of copies in which some word answers to a name; they are to be proved yet."""
    with closing(sqlite3.connect(f"file:{wordlist_path()}?mode=ro", uri=True)) as connection:
        words = dict(_words_under(connection, matcher.index.stems()))
    return frozenset(copy for word, copies in words.items() if matcher.candidates(word) for copy in json.loads(copies))


def _words_under(connection: sqlite3.Connection, stems: Iterable[str]) -> Iterator[tuple[str, str]]:
    for stem in _without_longer(stems):
        yield from connection.execute(
            "SELECT DISTINCT word.word, copies FROM key JOIN word ON word.id = key.word WHERE key >= ? AND key < ?",
            (stem, stem + _LAST),
        )


def _without_longer(stems: Iterable[str]) -> list[str]:
    """Return the stems that begin with no other one: their ranges hold those of the rest."""
    kept: list[str] = []
    for stem in sorted(stems):
        if not kept or not stem.startswith(kept[-1]):
            kept.append(stem)
    return kept


def _copies_by_word(release: Path) -> dict[str, set[str]]:
    copies: dict[str, set[str]] = {}
    with release_database(release) as connection:
        for record in read_records(using=connection.alias):
            for text in texts_of(record):
                for word in set(WORD.findall(text)):
                    copies.setdefault(word, set()).add(record.public_id)
    return copies
