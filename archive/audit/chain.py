"""The hash chain: how an event becomes bytes, and how each event is bound to all before it.

The bytes are JSON with sorted keys and no blanks, of the row exactly as it is stored: anybody can compute the chain
again from a copy of the table, without this archive. ``hash = SHA-256(0x00 ‖ previous hash ‖ JSON)``.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

ZERO_HASH: Final = "0" * 64
SMALLEST_SEQ: Final = -(2**63)

_LEAF: Final = b"\x00"
_TIME: Final = "%Y-%m-%d %H:%M:%S.%f"  # in UTC; what both engines can print of a stored time
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode
_quoted = json.encoder.encode_basestring_ascii
_CHECKPOINT: Final = re.compile(r"(?:([0-9]{1,19}):)?([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A head of the trail as somebody wrote it down: the hash of the last event, and its number if they kept it."""

    seq: int | None
    hash: str

    def __str__(self) -> str:
        return self.hash if self.seq is None else f"{self.seq}:{self.hash}"


@dataclass(frozen=True, slots=True)
class Head(Checkpoint):
    """Where the trail ends: how many events, and the hash of the last."""

    seq: int


class NoCheckpoint(ValueError):
    """Raised when a text is not a checkpoint."""


def read_checkpoint(text: str) -> Checkpoint:
    """Read a checkpoint from its text, ``number:hash`` or the hash alone."""
    found = _CHECKPOINT.fullmatch(text.strip())
    if found is None:
        raise NoCheckpoint(
            "This is no checkpoint. Give the line that was written down: the hash, or its number and a colon before it."
        )
    return Checkpoint(None if found[1] is None else int(found[1]), found[2])


# The columns of an event in their order: seq, at, actor, act, subject_kind, subject, facts, previous_hash, hash.
StoredEvent = tuple[int, str, str, str, str, str, str, str, str]


def event_json(event: StoredEvent) -> str:
    """Return the JSON text of an event; its facts are a text in it, just as they are stored."""
    seq, at, actor, act, subject_kind, subject, facts, _, _ = event
    return (  # what json.dumps(…, sort_keys=True, separators=(",", ":")) says, at a third of the time
        f'{{"act":{_quoted(act)},"actor":{_quoted(actor)},"at":{_quoted(at)},"facts":{_quoted(facts)},"seq":{seq},'
        f'"subject":{_quoted(subject)},"subject_kind":{_quoted(subject_kind)}}}'
    )


def event_hash(event: StoredEvent) -> str:
    """Return the hash that this event must have, which binds it to all before it."""
    return hashlib.sha256(_LEAF + event[7].encode() + event_json(event).encode()).hexdigest()


def time_text(at: datetime) -> str:
    """Return the one text of a time."""
    return at.astimezone(UTC).strftime(_TIME)


def facts_text(facts: dict[str, int | str]) -> str:
    """Return the one JSON text of an event's facts."""
    return _encode(facts)
