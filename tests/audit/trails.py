"""A small trail, and everything that somebody with the database file could do to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

from archive.audit.chain import ZERO_HASH, Checkpoint, Head, event_hash
from archive.audit.models import AuditEvent
from archive.audit.recording import NewEvent, record_event, record_events, stored_event, trail_head
from archive.audit.triggers import install_triggers, remove_triggers
from archive.audit.verification import TrailReport, verify_trail

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
EDITOR = UUID("11111111-2222-4333-8444-555555555555")
EVENTS = 9
RETAINED = {"treatment": "retain"}


def write_trail(events: int = EVENTS) -> Head:
    """Record some events, one by one and several at once, and return the head."""
    with transaction.atomic():
        if events > EVENTS:  # the long ones at a stroke
            more = [NewEvent("span_decided", "span", number, RETAINED) for number in range(events - EVENTS)]
            record_events(more, by=EDITOR, at=NOON)
        for number in range(1, min(events, EVENTS) - 2):
            record_event(
                "span_decided",
                subject_kind="span",
                subject=number,
                by=EDITOR,
                at=NOON + timedelta(microseconds=number * 500_000),
                facts={"treatment": "suppress", "occurrences": number},
            )
        record_events([NewEvent("span_decided", "span", number, RETAINED) for number in range(3)], by=None, at=NOON)
    return trail_head()


@dataclass(frozen=True)
class Mutation:
    """Something done to the tables behind the archive's back."""

    name: str
    do: Callable[[], None]
    shows_only_outside: bool = False

    def report(self, *checkpoints: Checkpoint) -> TrailReport:
        """Do it with the triggers out of the way, put them back, and verify; then undo everything."""
        with transaction.atomic():
            remove_triggers()
            self.do()
            install_triggers()
            report = verify_trail(checkpoints=checkpoints)
            transaction.set_rollback(True)
        return report


def sql(*statements: str) -> Callable[[], None]:
    """Return what runs the statements."""

    def run() -> None:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    return run


def _rechain(first: int) -> None:
    """Compute the chain anew from an event on, head included, as whoever knows the format can."""
    previous = AuditEvent.objects.get(seq=first - 1).hash if first > 1 else ZERO_HASH
    seq = first - 1
    for row in AuditEvent.objects.filter(seq__gte=first).order_by("seq"):
        seq += 1
        row.previous_hash = previous
        row.hash = previous = event_hash(stored_event(row))
        AuditEvent.objects.filter(seq=row.seq).update(previous_hash=row.previous_hash, hash=row.hash)
    sql(f"UPDATE audit_trailhead SET seq = {seq}, hash = '{previous}'")()  # noqa: S608


def _edit_and_rehash(seq: int) -> Callable[[], None]:
    def run() -> None:
        row = AuditEvent.objects.get(seq=seq)
        row.act = "span_reopened"
        row.hash = event_hash(stored_event(row))
        AuditEvent.objects.filter(seq=seq).update(act=row.act, hash=row.hash)

    return run


def _edit_and_rechain() -> None:
    AuditEvent.objects.filter(seq=4).update(actor="")
    _rechain(4)


def _delete_and_rechain() -> None:
    AuditEvent.objects.filter(seq=4).delete()
    for seq in range(5, EVENTS + 1):
        AuditEvent.objects.filter(seq=seq).update(seq=seq - 1)
    _rechain(4)


def _insert_in_the_middle() -> None:
    for seq in range(EVENTS, 4, -1):
        AuditEvent.objects.filter(seq=seq).update(seq=seq + 1)
    row = AuditEvent.objects.get(seq=4)
    row.seq, row.previous_hash = 5, row.hash
    row.hash = event_hash(stored_event(row))
    row.save(force_insert=True)


def _append_past_the_head() -> None:
    row = AuditEvent.objects.get(seq=EVENTS)
    row.seq, row.previous_hash = EVENTS + 1, row.hash
    row.hash = event_hash(stored_event(row))
    row.save(force_insert=True)


def _swap(one: int, other: int) -> Callable[[], None]:
    def run() -> None:
        for old, new in ((one, 1000), (other, one), (1000, other)):
            AuditEvent.objects.filter(seq=old).update(seq=new)

    return run


def _cut(keep: int, *, with_head: bool) -> Callable[[], None]:
    def run() -> None:
        AuditEvent.objects.filter(seq__gt=keep).delete()
        if with_head:
            last = AuditEvent.objects.filter(seq=keep).values_list("hash", flat=True).first() or ZERO_HASH
            sql(f"UPDATE audit_trailhead SET seq = {keep}, hash = '{last}'")()  # noqa: S608

    return run


def _written_anew() -> None:
    AuditEvent.objects.all().delete()
    sql(f"UPDATE audit_trailhead SET seq = 0, hash = '{ZERO_HASH}'")()  # noqa: S608
    install_triggers()
    write_trail(EVENTS + 3)
    if connection.vendor == "postgresql":
        sql(
            "SET CONSTRAINTS ALL IMMEDIATE"
        )()  # moves the head now: a table with rules pending cannot lose its triggers
    remove_triggers()
    AuditEvent.objects.filter(seq=1).update(actor="")
    _rechain(1)


_CHANGES = {
    "at": "'2026-05-04 12:00:07.250000+00:00'",
    "actor": "'99999999-2222-4333-8444-555555555555'",
    "act": "'span_reopened'",
    "subject_kind": "'person'",
    "subject": "'77'",
    "facts": "'{}'",
    "previous_hash": f"'{'a' * 64}'",
    "hash": f"'{'b' * 64}'",
}

MUTATIONS = (
    *(
        Mutation(f"edit {column} of {seq}", sql(f"UPDATE audit_auditevent SET {column} = {value} WHERE seq = {seq}"))  # noqa: S608
        for column, value in _CHANGES.items()
        for seq in (1, 5, EVENTS)
    ),
    Mutation("blank in facts", sql("UPDATE audit_auditevent SET facts = facts || ' ' WHERE seq = 5")),
    *(Mutation(f"edit {seq} and its hash", _edit_and_rehash(seq)) for seq in (1, 5, EVENTS)),
    *(Mutation(f"delete {seq}", sql(f"DELETE FROM audit_auditevent WHERE seq = {seq}")) for seq in (1, 5, EVENTS)),  # noqa: S608
    Mutation("delete some", sql("DELETE FROM audit_auditevent WHERE seq BETWEEN 3 AND 6")),
    Mutation("delete all", sql("DELETE FROM audit_auditevent")),
    Mutation("insert in the middle", _insert_in_the_middle),
    Mutation("insert before the first", sql("UPDATE audit_auditevent SET seq = 0 WHERE seq = 1")),
    Mutation("append past the head", _append_past_the_head),
    Mutation("swap neighbours", _swap(4, 5)),
    Mutation("swap first and last", _swap(1, EVENTS)),
    Mutation("cut off one", _cut(EVENTS - 1, with_head=False)),
    Mutation("cut off most", _cut(1, with_head=False)),
    Mutation("head deleted", sql("DELETE FROM audit_trailhead")),
    Mutation("head set back", sql("UPDATE audit_trailhead SET seq = 3")),
    Mutation("head set on", sql("UPDATE audit_trailhead SET seq = 30")),
    Mutation("head given another hash", sql(f"UPDATE audit_trailhead SET hash = '{'c' * 64}'")),  # noqa: S608
    # A whole, consistent trail: nothing inside the database can tell; whoever kept a checkpoint can.
    Mutation("cut off one, head too", _cut(EVENTS - 1, with_head=True), shows_only_outside=True),
    Mutation("cut off all, head too", _cut(0, with_head=True), shows_only_outside=True),
    Mutation("edit and chain anew", _edit_and_rechain, shows_only_outside=True),
    Mutation("delete and chain anew", _delete_and_rechain, shows_only_outside=True),
    Mutation("written anew and longer", _written_anew, shows_only_outside=True),
)
