"""The reading room with 10,000 testimonies: the real process, asked over HTTP on this machine by one reader at a time.

The release is written by the room's own writer from the invented accounts as readers would get them; the desk has no
part in it. Times are those of whole requests as the client sees them, so server time is less. Beside them stands the
work of the server's process alone, which a busy machine changes little.
"""

import http.client
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from archive.catalogue.addresses import testimonies, testimony
from archive.catalogue.facets import FACETS, title_for
from archive.catalogue.installing import install_release, sign_release
from archive.catalogue.records import (
    AccessCopyRecord,
    LanguageRecord,
    Manifest,
    Part,
    PartKind,
    PassageRecord,
    ThemeRecord,
)
from archive.catalogue.tombstones import TombstoneList, write_tombstones
from archive.catalogue.writing import write_release_file
from archive.deidentification.treatments import TreatedSpan, Treatment, apply_treatments
from archive.operations import serving
from archive.operations.benchmarks.accounts import (
    SEED,
    TREATED_AS,
    Account,
    account,
    most_frequent_words,
    protected,
    theme_codes,
)
from archive.operations.benchmarks.measuring import memory_of, percentiles, stopwatch, work_of
from archive.operations.benchmarks.rows import Row
from archive.operations.preflight import free_port
from archive.sealing.signatures import load_signing_key, make_signing_key_file
from archive.testimonies.passages import passages_of

TARGET_SIZE = 10_000
QUERY_TARGET_MS = 50
PAGE_TARGET_MS = 20
MEMORY_TARGET_MIB = 150
REQUESTS = 300
WARM_UP = 30
_RANKS = {"very common": (0, 20), "common": (20, 200), "rare": (200, 3000)}


def measure(*, size: int, persons: int, say: Callable[[str], None]) -> dict[str, Any]:
    """Write a release, serve it by one worker, and time searches and pages."""
    with tempfile.TemporaryDirectory(prefix="archive-benchmark-room-") as folder:
        room = Path(folder) / "room"
        room.mkdir()
        with stopwatch() as writing:
            records = [published(account(number, persons=persons)) for number in range(size)]
            say(f"writing a release of {size}")
            _install(room, records)
        place = serving.reading_room(free_port(), room=room)
        say("asking the room")
        with serving.running([place]) as processes:
            worker = _worker_of(processes[place.name].pid)
            queries = {kind: _ask(place.port, paths, worker) for kind, paths in _searches(records)}
            pages = _ask(place.port, _pages(records), worker)
            memory = memory_of(worker)
        release_mib = round((room / "release.sqlite").stat().st_size / 2**20, 1)
    every = [one for times in queries.values() for one in times]
    query, page = percentiles([one.waited for one in every]), percentiles([one.waited for one in pages])
    rows = (
        Row("testimonies", size, TARGET_SIZE, TARGET_SIZE),
        Row("query, p95, ms", query["p95"], QUERY_TARGET_MS, QUERY_TARGET_MS, most=True),
        Row("page, p95, ms", page["p95"], PAGE_TARGET_MS, PAGE_TARGET_MS, most=True),
        Row("worker, MiB", memory["resident"], MEMORY_TARGET_MIB, MEMORY_TARGET_MIB, most=True),
    )
    return {
        "rows": [row.told() for row in rows],
        "written_seconds": writing.seconds,
        "release_mib": release_mib,
        "query_ms": query,
        "query_cpu_ms": percentiles([one.worked for one in every]),
        "query_cpu_ms_by_kind": {kind: percentiles([one.worked for one in times]) for kind, times in queries.items()},
        "page_ms": page,
        "page_cpu_ms": percentiles([one.worked for one in pages]),
        "worker_mib": memory,
        "requests": len(every) + len(pages),
    }


def published(account: Account) -> AccessCopyRecord:
    """Return an invented account as readers get it."""
    themes = dict(account.themes)
    facts = dict(account.facts)
    name = protected(account.persons[0]).pseudonym
    languages = []
    for language, abstract in account.abstracts:
        texts = _passages(account, themes) if language == account.language else ()
        title = title_for(name, facts, language=language)
        languages.append(LanguageRecord(language, name, title, abstract, texts))
    return AccessCopyRecord(
        public_id=f"{account.number:026x}",
        edition=1,
        languages=tuple(languages),
        facets=tuple(sorted(account.facts)),
        warnings=account.warnings,
        alterations=(("name", 3), ("place", 6), ("time", 5)),
        source_kind="interview",
        source_year=2024,
        collection="",
    )


def invented_themes() -> list[ThemeRecord]:
    """Return the invented thesaurus as a release carries it."""
    return [
        ThemeRecord(code, code.lower().replace(".", "-"), above, (("en", f"Theme {code}"), ("nb", f"Emne {code}")))
        for code, above in theme_codes()
    ]


def _passages(account: Account, themes: dict[int, tuple[str, ...]]) -> tuple[PassageRecord, ...]:
    records = []
    for passage in passages_of(account.text):
        spans = [
            TreatedSpan(one.start - passage.start, one.end - passage.start, TREATED_AS[one.kind][2], one.replacement)
            for one in account.details
            if passage.start <= one.start < passage.end and TREATED_AS[one.kind][2] != Treatment.RETAIN
        ]
        parts = apply_treatments(account.text[passage.start : passage.end], spans)
        shown = tuple(Part(PartKind(part.kind.value), part.text) for part in parts)
        records.append(PassageRecord(passage.number, shown, themes.get(passage.number, ())))
    return tuple(records)


def _install(room: Path, records: Sequence[AccessCopyRecord]) -> None:
    keys = room.parent / "keys"
    for name in ("release", "tombstone"):
        make_signing_key_file(keys / f"{name}.key", room / f"{name}.pub")
    put_in_place(records, room / "release.sqlite", key_file=keys / "release.key")
    write_tombstones(room / "tombstones.json", TombstoneList(), sign=load_signing_key(keys / "tombstone.key").sign)


def put_in_place(records: Iterable[AccessCopyRecord], target: Path, *, key_file: Path) -> None:
    """Write a release of invented accounts, sign it and put it in place."""
    candidate = target.with_name("candidate.sqlite")
    manifest = write_release_file(
        candidate,
        manifest=Manifest(serial=1, trail_head="0" * 64, order_seed=str(SEED), month="2026-01"),
        themes=invented_themes(),
        copies=records,
    )
    sign = load_signing_key(key_file).sign
    install_release(candidate, target, signed=sign_release(candidate, manifest=manifest, sign=sign))


def _searches(records: Sequence[AccessCopyRecord]) -> Iterator[tuple[str, list[str]]]:
    """Yield searches of each kind: a word of that frequency, half of them with a theme and a fact."""
    dice = random.Random(SEED)  # noqa: S311 - repeatable, not secret
    carried = Counter(
        code for one in records for text in one.languages for passage in text.passages for code in passage.themes
    )
    themes = [code.lower().replace(".", "-") for code, _ in carried.most_common()]
    for kind, (first, last) in _RANKS.items():
        paths = []
        for number in range(REQUESTS // len(_RANKS)):
            words = most_frequent_words(dice.choice(("en", "nb", "ru", "uk")))[first:last]
            pairs = [("q", dice.choice(words))]
            if number % 2:
                pairs += [("theme", dice.choice(themes[:10])), ("role", FACETS[1].values[0].code)]
            paths.append(testimonies(dice.choice(("en", "nb")), *pairs))
        yield kind, paths
    yield "no words, one theme", [f"{testimonies('en')}?{urlencode({'theme': theme})}" for theme in themes]


def _pages(records: Sequence[AccessCopyRecord]) -> list[str]:
    dice = random.Random(SEED)  # noqa: S311
    return [testimony(dice.choice(("en", "nb")), dice.choice(records).public_id) for _ in range(REQUESTS)]


@dataclass(frozen=True)
class _Taken:
    """What one request took, in milliseconds: the client's wait, the server's work."""

    waited: float
    worked: float


def _ask(port: int, paths: Sequence[str], worker: int) -> list[_Taken]:
    """Ask for each address in turn, after some to warm up."""
    for path in paths[:WARM_UP]:
        _fetch(port, path)
    taken = []
    for path in paths:
        before = work_of(worker)
        waited = _fetch(port, path)
        taken.append(_Taken(waited, work_of(worker) - before))
    return taken


def _fetch(port: int, path: str) -> float:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    started = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    waited = 1000 * (time.perf_counter() - started)
    connection.close()
    if answer.status != 200:  # noqa: PLR2004
        raise RuntimeError(f"The room answered {answer.status} to {path}, so nothing can be said of its speed.")
    return waited


def _worker_of(server: int) -> int:
    children = Path(f"/proc/{server}/task/{server}/children").read_text(encoding="ascii").split()
    return int(children[0])
