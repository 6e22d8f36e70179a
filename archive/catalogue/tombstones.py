"""The tombstone list: what has been withdrawn or suspended since a release was built, and which releases still count.

A small JSON file of its own beside the release, signed with its own key, replaced in one rename and never restored
from a backup. A *stone* keeps the number, the month and one of four reasons, and answers 410; a *silent* entry answers
like an id that never existed. The file on disk is

    {"body": {"format": 1, "lowest_serial": 3, "withdrawn": [{"public_id": …, "kind": "stone", "month": "2026-02",
     "reason": "asked"}, {"public_id": …, "kind": "silent"}, …]}, "signature": "<hex>"}

and the signature covers `b"tombstones|1|"` and the canonical JSON of `body` (see `signatures.py`).
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Literal

from archive.catalogue.closed_lists import CodedValue
from archive.catalogue.records import canonical_json
from archive.catalogue.replacing import replace_file
from archive.catalogue.signatures import signature_holds

FORMAT: Final = 1
PREFIX: Final = b"tombstones|1|"


class Reason(StrEnum):
    """Why an access copy is gone: the four reasons the public may be given."""

    ASKED = "asked"
    DANGER = "danger"
    LAW = "law"
    ERROR = "error"


REASONS: Final = (
    CodedValue(Reason.ASKED, "A person concerned asked for it.", "En berørt person har bedt om det."),
    CodedValue(Reason.DANGER, "It could put somebody in danger.", "Den kunne sette noen i fare."),
    CodedValue(Reason.LAW, "A legal duty required it.", "En rettslig plikt krevde det."),
    CodedValue(Reason.ERROR, "It should not have been published.", "Den skulle ikke ha vært publisert."),
)
_MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])\Z")


class TombstonesRefused(Exception):
    """Raised when the list is missing, misshapen or not signed by the key that signs tombstones."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """One access copy that is no longer shown; only a stone carries month and reason."""

    public_id: str
    kind: Literal["stone", "silent"]
    month: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        if self.kind == "stone" and not (_MONTH.match(self.month) and self.reason in list(Reason)):
            raise ValueError("A stone names its month (YYYY-MM) and one of the four reasons.")
        if self.kind == "silent" and (self.month or self.reason):
            raise ValueError("A silent entry says nothing: neither month nor reason.")

    def reason_words(self, language: str) -> str:
        """Return the sentence that gives the reason."""
        return next(reason.label(language) for reason in REASONS if reason.code == self.reason)


@dataclass(frozen=True)
class TombstoneList:
    """What is withdrawn, and the lowest release serial that may still be served."""

    withdrawn: tuple[Tombstone, ...] = ()
    lowest_serial: int = 0
    _by_id: dict[str, Tombstone] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_id = {stone.public_id: stone for stone in self.withdrawn}
        if len(by_id) != len(self.withdrawn):
            raise ValueError("An access copy stands twice in the tombstone list.")
        object.__setattr__(self, "_by_id", by_id)

    def __contains__(self, public_id: str) -> bool:
        """Say whether this access copy is withdrawn or suspended."""
        return public_id in self._by_id

    def stone(self, public_id: str) -> Tombstone | None:
        """Return the stone at this address; None where nothing may be said."""
        entry = self._by_id.get(public_id)
        return entry if entry is not None and entry.kind == "stone" else None

    def as_json_list(self) -> str:
        """Return all ids as a JSON list, the form in which queries take it."""
        return self._json_list

    @cached_property
    def _json_list(self) -> str:
        return json.dumps(sorted(self._by_id))


NO_TOMBSTONES: Final = TombstoneList()


def write_tombstones(path: Path, tombstones: TombstoneList, *, sign: Callable[[bytes], bytes]) -> None:
    """Put a signed list in place by one rename; when this returns it is on the disk."""
    body = _body(tombstones)
    signature = sign(PREFIX + canonical_json(body).encode())
    replace_file(path, canonical_json({"body": body, "signature": signature.hex()}).encode())


def read_tombstones(path: Path, *, public_key: bytes) -> TombstoneList:
    """Read a list, or raise `TombstonesRefused` saying what is wrong with it."""
    try:
        data = json.loads(path.read_bytes())
        body = data["body"]
        signature = bytes.fromhex(data["signature"])
    except FileNotFoundError:
        raise TombstonesRefused(f"{path} is missing. Without it nobody knows what has been withdrawn.") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise TombstonesRefused(f"{path} cannot be read as a tombstone list. Write it again from the desk.") from None
    if not signature_holds(public_key, PREFIX + canonical_json(body).encode(), signature):
        raise TombstonesRefused(f"{path} is not signed by the tombstone key. Write it again from the desk.")
    try:
        return _list_of(body)
    except (ValueError, KeyError, TypeError):
        raise TombstonesRefused(f"{path} has another format. Room and desk must be of the same version.") from None


def _body(tombstones: TombstoneList) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "lowest_serial": tombstones.lowest_serial,
        "withdrawn": [
            {"public_id": stone.public_id, "kind": stone.kind}
            | ({"month": stone.month, "reason": stone.reason} if stone.kind == "stone" else {})
            for stone in sorted(tombstones.withdrawn, key=lambda stone: stone.public_id)
        ],
    }


def _list_of(body: dict[str, Any]) -> TombstoneList:
    if body["format"] != FORMAT:
        raise ValueError("unknown format")
    return TombstoneList(tuple(Tombstone(**entry) for entry in body["withdrawn"]), int(body["lowest_serial"]))
