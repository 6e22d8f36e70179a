"""Prove the trail: recompute the chain, compare its end with the head and with what outsiders wrote down.

Whoever owns the database can write a whole new, consistent trail; only a checkpoint kept outside (each signed
release carries one) shows that. Hence the checkpoints.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import DEFAULT_DB_ALIAS, connections

from archive.audit.chain import SMALLEST_SEQ, ZERO_HASH, Checkpoint, Head, StoredEvent, event_hash
from archive.audit.models import TrailHead
from archive.audit.triggers import missing_triggers

MOST_FINDINGS: Final = 100
_ROWS_AT_ONCE: Final = 5000


@dataclass(frozen=True, slots=True)
class TrailFinding:
    """One thing that is wrong with the trail."""

    code: str
    message: str
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class TrailReport:
    """What a verification found."""

    events: int
    head: Head
    findings: tuple[TrailFinding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def verify_trail(*, checkpoints: Sequence[Checkpoint] = (), using: str = DEFAULT_DB_ALIAS) -> TrailReport:
    """Return every edit, deletion, reordering and truncation that shows; at most 100 findings."""
    found: list[TrailFinding] = [
        TrailFinding("T007", f"The trigger {fault}. Run 'manage.py migrate' and find out who had the database file.")
        for fault in missing_triggers(using)
    ]
    before = _head(using)
    walk = _Walk({point.hash for point in checkpoints})
    for finding in walk.follow(_rows(using)):
        found.append(finding)
        if len(found) >= MOST_FINDINGS:
            break
    else:
        found += _compare(walk, before=before, after=_head(using), checkpoints=checkpoints)
    return TrailReport(walk.events, Head(walk.seq, walk.hash), tuple(found))


class _Walk:
    """One pass over the events, remembering the hashes at the places that will be compared."""

    def __init__(self, wanted: set[str]) -> None:
        self.events = 0
        self.seq = 0
        self.hash = ZERO_HASH
        self.wanted = wanted
        self.seen = {ZERO_HASH: 0}

    def follow(self, rows: Iterable[StoredEvent]) -> Iterator[TrailFinding]:
        """Take every event in turn and say what is wrong with it."""
        for row in rows:
            seq, previous, stored = row[0], row[7], row[8]
            if seq != self.seq + 1:
                yield _gap(self.seq, seq)
            elif previous != self.hash:
                yield TrailFinding("T003", f"Event {seq} does not follow the event before it: one was put in.", seq)
            if _recomputed(row) != stored:
                yield TrailFinding("T001", f"Event {seq} was changed after it was recorded.", seq)
            self.events += 1
            self.seq, self.hash = seq, stored
            if stored in self.wanted:
                self.seen[stored] = seq

    def holds(self, point: Checkpoint) -> bool:
        """Say whether the trail came past a checkpoint."""
        seq = self.seen.get(point.hash)
        return seq is not None and point.seq in {None, seq}


def _recomputed(row: StoredEvent) -> str:
    try:
        return event_hash(row)
    except (TypeError, AttributeError):  # SQLite lets a column hold bytes or nothing where a text should be
        return ""


def _gap(last: int, seq: int) -> TrailFinding:
    if seq <= last:
        return TrailFinding("T003", f"Event {seq} stands after event {last}.", seq)
    return TrailFinding("T002", f"Events {last + 1} to {seq - 1} are missing.", seq)


def _compare(walk: _Walk, *, before: Head, after: Head, checkpoints: Sequence[Checkpoint]) -> Iterator[TrailFinding]:
    """Compare the end of the walk with the head, which others may have moved on meanwhile, and with the checkpoints."""
    if walk.seq < before.seq:
        yield TrailFinding(
            "T004", f"The trail ends at event {walk.seq}; its head says {before.seq}: the end is cut off."
        )
    if walk.seq > after.seq or (walk.seq == after.seq and walk.hash != after.hash):
        yield TrailFinding(
            "T005",
            f"The trail ends at event {walk.seq}, and its head does not agree: an event was written past it, or the "
            "head was changed or taken away.",
            walk.seq,
        )
    for point in checkpoints:
        if not walk.holds(point):
            yield TrailFinding(
                "T006",
                f"The checkpoint {str(point)[:20]}… was written down outside, and this trail does not come past it: "
                "it was cut off, replaced by an older copy, or written anew. Keep this database as it is and tell the "
                "custodians.",
                point.seq,
            )


def _head(using: str) -> Head:
    head = TrailHead.objects.using(using).filter(pk=1).first()
    return Head(-1, "") if head is None else Head(head.seq, head.hash)


def _rows(using: str) -> Iterator[StoredEvent]:
    """Read the table as it is stored, past the ORM, which would spend more time than all the hashing."""
    connection = connections[using]
    statement = _ROWS[connection.vendor]
    last = SMALLEST_SEQ
    while True:
        with connection.cursor() as cursor:
            cursor.execute(statement, [last, _ROWS_AT_ONCE])
            rows: list[StoredEvent] = cursor.fetchall()
        yield from rows
        if len(rows) < _ROWS_AT_ONCE:
            return
        last = rows[-1][0]


# The time in the one text that the chain covers; SQLite leaves out a fraction of nothing.
_ROWS: Final = {
    "sqlite": """
        SELECT seq, CASE length(at) WHEN 19 THEN at || '.000000' ELSE at || '' END,
               actor, act, subject_kind, subject, facts, previous_hash, hash
          FROM audit_auditevent WHERE seq > %s ORDER BY seq LIMIT %s
    """,
    "postgresql": """
        SELECT seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
               actor, act, subject_kind, subject, facts, previous_hash, hash
          FROM audit_auditevent WHERE seq > %s ORDER BY seq LIMIT %s
    """,
}
