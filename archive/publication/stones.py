"""The tombstone list on the desk's side: read, added to, signed and put in place before anything else happens."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path

from django.conf import settings

from archive.catalogue.signatures import read_public_key
from archive.catalogue.tombstones import Tombstone, TombstoneList, read_tombstones, write_tombstones
from archive.publication.holding import hold_tombstones
from archive.sealing.signatures import load_signing_key


def current_tombstones() -> TombstoneList:
    """Return the list in force; raises `TombstonesRefused` when it is missing or not ours."""
    key = read_public_key(Path(settings.TOMBSTONE_PUBLIC_KEY_FILE))
    return read_tombstones(Path(settings.TOMBSTONE_FILE), public_key=key)


def begin_tombstones() -> None:
    """Put an empty signed list in place where there is none, as when an archive is set up."""
    path = Path(settings.TOMBSTONE_FILE)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(TombstoneList())


def set_tombstone(stone: Tombstone) -> None:
    """Add or replace one entry; when this returns, the room is silent about it at its next request."""
    set_tombstones([stone])


def set_tombstones(stones: Iterable[Tombstone]) -> None:
    """Add or replace entries, all by one rename."""
    with hold_tombstones():
        held = current_tombstones()
        entries = {one.public_id: one for one in held.withdrawn}
        entries |= {one.public_id: one for one in stones if held.stone(one.public_id) is None}  # a stone stays as it is
        withdrawn = tuple(entries.values())
        if withdrawn != held.withdrawn:
            _write(replace(held, withdrawn=withdrawn))


def lift_silences(shown_again: Callable[[], Collection[str]]) -> None:
    """Take silent entries away, all by one rename; a stone stays for ever.

    Which ones is asked once nobody else can write the list, so that what is suspended at the same time stays silent.
    """
    with hold_tombstones():
        held, public_ids = current_tombstones(), shown_again()
        left = tuple(one for one in held.withdrawn if one.kind == "stone" or one.public_id not in public_ids)
        if len(left) < len(held.withdrawn):
            _write(replace(held, withdrawn=left))


def raise_lowest_serial(serial: int) -> bool:
    """Let no room serve a release older than this one, not even a room that has just started; tell if that was new.

    Called once the release is in place: the other way round, a crash between the two would leave every room closed.
    """
    with hold_tombstones():
        held = current_tombstones()
        if held.lowest_serial >= serial:
            return False
        _write(replace(held, lowest_serial=serial))
        return True


def _write(tombstones: TombstoneList) -> None:
    key = load_signing_key(Path(settings.TOMBSTONE_KEY_FILE))
    write_tombstones(Path(settings.TOMBSTONE_FILE), tombstones, sign=key.sign)
