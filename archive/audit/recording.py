"""Append to the trail, in the transaction of the act itself: either both stand or neither."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections

from archive.audit.acts import FACTS, FACTS_OF_ACT, Act, FactValue, SubjectKind, is_identifier
from archive.audit.chain import Head, StoredEvent, event_hash, facts_text, time_text
from archive.audit.models import AuditEvent, TrailHead

NO_FACTS: Final[Mapping[str, FactValue]] = MappingProxyType({})
_ROWS_AT_ONCE: Final = 50


class EventRefused(Exception):
    """Raised when an event does not belong in the trail; says which key, never which value."""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What is to be recorded of one act."""

    act: str
    subject_kind: str
    subject: UUID | int | str = ""
    facts: Mapping[str, FactValue] = field(default_factory=dict)


def record_event(
    act: str,
    *,
    subject_kind: str,
    subject: UUID | int | str = "",
    by: UUID | None,
    at: datetime,
    facts: Mapping[str, FactValue] = NO_FACTS,
    using: str = DEFAULT_DB_ALIAS,
) -> AuditEvent:
    """Append one event in the caller's transaction; `by` is None when the archive acts by itself.

    On PostgreSQL this holds the head row until the transaction ends, so do it last.
    """
    return record_events([NewEvent(act, subject_kind, subject, facts)], by=by, at=at, using=using)[0]


def record_events(
    events: Sequence[NewEvent], *, by: UUID | None, at: datetime, using: str = DEFAULT_DB_ALIAS
) -> list[AuditEvent]:
    """Append the events of one act that touches many things at once, in their order."""
    if not connections[using].in_atomic_block:
        raise EventRefused(
            "The trail is written in the transaction of the act it records, and there is none. "
            "An event without its act, or an act without its event, would be worse than a refusal. "
            "Call this inside transaction.atomic()."
        )
    if at.tzinfo is None:
        raise EventRefused("The time of an event needs a time zone; this one has none. Pass an aware datetime.")
    if by is not None and not isinstance(by, UUID):
        raise EventRefused("Who acted is given by their UUID, or None for the archive itself. Pass user.pk.")
    locked = TrailHead.objects.using(using).select_for_update().values_list("seq", "hash").get(pk=1)
    end = _end_after(Head(*locked), using)
    rows: list[AuditEvent] = []
    seq, previous = end.seq, end.hash
    for event in events:
        row = _chained(seq, previous, event, by=by, at=at.astimezone(UTC))
        rows.append(row)
        seq, previous = row.seq, row.hash
    # The database moves the head: a trigger lets a row in only if it follows, and another advances the head.
    AuditEvent.objects.using(using).bulk_create(rows, batch_size=_ROWS_AT_ONCE)
    return rows


def trail_head(*, using: str = DEFAULT_DB_ALIAS) -> Head:
    """Return where the trail ends now, for this transaction; to be written down outside once that is committed."""
    return _end_after(Head(*TrailHead.objects.using(using).values_list("seq", "hash").get(pk=1)), using)


def _end_after(head: Head, using: str) -> Head:
    if connections[using].vendor == "sqlite":
        return head
    # PostgreSQL moves the head when the transaction commits; what this one appended is past it until then.
    past = AuditEvent.objects.using(using).filter(seq__gt=head.seq).order_by("-seq").values_list("seq", "hash").first()
    return head if past is None else Head(*past)


def _chained(seq: int, previous: str, event: NewEvent, *, by: UUID | None, at: datetime) -> AuditEvent:
    act = _listed(event.act, Act, "act")
    row = AuditEvent(
        seq=seq + 1,
        at=at,
        actor="" if by is None else str(by),
        act=act,
        subject_kind=_listed(event.subject_kind, SubjectKind, "kind of subject"),
        subject=_subject_text(event.subject),
        facts=facts_text(_checked_facts(Act(act), event.facts)),
        previous_hash=previous,
    )
    row.hash = event_hash(stored_event(row))
    return row


def stored_event(row: AuditEvent) -> StoredEvent:
    """Return the columns of an event as the chain covers them."""
    return (
        row.seq,
        time_text(row.at),
        row.actor,
        row.act,
        row.subject_kind,
        row.subject,
        row.facts,
        row.previous_hash,
        row.hash,
    )


def _listed(code: str, codes: type[Act] | type[SubjectKind], what: str) -> str:
    if code not in codes.__members__.values():
        raise EventRefused(
            f"This {what} is not on the closed list. Add it to archive/audit/acts.py, or use a listed one."
        )
    return str(codes(code))


def _subject_text(subject: UUID | int | str) -> str:
    if subject != "" and not is_identifier(subject):
        raise EventRefused(
            "The subject of an event is an identifier: a number, a UUID, a digest. A word could be somebody's name. "
            "Pass the primary key."
        )
    return str(subject)


def _checked_facts(act: Act, facts: Mapping[str, FactValue]) -> dict[str, int | str]:
    allowed = FACTS_OF_ACT[act]
    for key, value in facts.items():
        if key not in allowed:
            raise EventRefused(
                f"An event '{act}' does not carry this fact; it carries: {', '.join(sorted(allowed)) or 'none'}. "
                "Add the fact in archive/audit/acts.py if it cannot hold personal data."
            )
        if not FACTS[key](value):
            raise EventRefused(
                f"The fact '{key}' of '{act}' has not the type it must have. Only numbers, listed codes, digests and "
                "identifiers enter the trail. Correct the value, or add the code in archive/audit/acts.py."
            )
    return {key: value if isinstance(value, int) else str(value) for key, value in facts.items()}
