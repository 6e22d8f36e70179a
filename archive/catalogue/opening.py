"""Opens release files: under a Django alias for the gate, and after every check for the reading room.

The room refuses a release that is truncated, unsigned, signed by another key, older than the tombstones allow or older
than the one it served last. It looks at the file at each request (`os.stat`, some microseconds) and checks it again
whenever device, inode, size or time of change differ: a renamed file is noticed at the next request.
"""

import hashlib
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from archive.catalogue.bitsets import bits_from_bytes
from archive.catalogue.models import FacetBits, ReleaseManifest
from archive.catalogue.records import RECORD_FORMAT
from archive.catalogue.signatures import ReleaseStatement, statements_from_bytes
from archive.catalogue.thesaurus import Thesaurus, read_collections, read_thesaurus
from archive.catalogue.tombstones import TombstoneList, read_tombstones

READER: Final = "archive.catalogue.release_database"
WRITER: Final = "django.db.backends.sqlite3"
_BLOCK: Final = 1 << 20

FileKey = tuple[int, int, int, int]


class ReleaseRefused(Exception):
    """Raised when a release may not be served; says which file, why, and what to do."""


@dataclass(frozen=True, eq=False)
class OpenRelease:
    """A release that has passed every check, with its sets of rows."""

    key: FileKey
    statement: ReleaseStatement
    order_seed: str
    facet_bits: Mapping[tuple[str, str], int] = field(repr=False)
    thesaurus: Thesaurus = field(repr=False)
    collections: Mapping[str, Mapping[str, str]] = field(repr=False)


def signature_path(path: Path) -> Path:
    """Return where the signature of a release file stands."""
    return path.with_name(path.name + ".sig")


@contextmanager
def release_database(path: Path, *, writable: bool = False) -> Iterator[BaseDatabaseWrapper]:
    """Give a release file a Django alias of its own for a while: `connection.alias` is what `using=` takes."""
    alias = f"release-{os.urandom(8).hex()}"
    connections.settings[alias] = database_settings(path, writable=writable)
    connection = connections[alias]
    try:
        yield connection
    finally:
        connection.close()
        del connections[alias]
        del connections.settings[alias]


def database_settings(path: Path, *, writable: bool = False) -> dict[str, Any]:
    """Return the settings of a database that is one release file, complete with Django's defaults."""
    settings = {"ENGINE": WRITER if writable else READER, "NAME": str(path), "CONN_MAX_AGE": 0}
    configured = connections.configure_settings({"default": {}, "release": settings})
    return dict(configured["release"])


def file_key(path: Path) -> FileKey:
    """Return what tells one file from the next at the same path."""
    return _key(path.stat())


def _key(stat: os.stat_result) -> FileKey:
    return stat.st_dev, stat.st_ino, stat.st_mtime_ns, stat.st_size


def check_release(path: Path, *, public_key: bytes) -> tuple[FileKey, ReleaseStatement]:
    """Return the signed statement about exactly the bytes at `path`, or raise `ReleaseRefused`."""
    try:
        with path.open("rb") as file:
            key = _key(os.fstat(file.fileno()))
            digest = hashlib.sha256()
            while block := file.read(_BLOCK):
                digest.update(block)
        signed = statements_from_bytes(signature_path(path).read_bytes())
    except OSError as error:
        raise ReleaseRefused(f"{error.filename} cannot be read ({error.strerror}). Issue the release again.") from None
    for one in signed:
        if one.statement.sha256 == digest.hexdigest() and one.holds(public_key):
            return key, one.statement
    raise ReleaseRefused(
        f"{path} is not the file that the release key signed: truncated, changed, or signed by another key. "
        "Copy release and signature again from the desk, or issue the release again."
    )


def load_release(path: Path, *, public_key: bytes) -> OpenRelease:
    """Check a release and read what every query needs; raise `ReleaseRefused` if it may not be served."""
    key, statement = check_release(path, public_key=public_key)
    with release_database(path) as connection:
        manifest = ReleaseManifest.objects.using(connection.alias).get()
        sets = FacetBits.objects.using(connection.alias)
        bits = {(row.facet, row.value): bits_from_bytes(bytes(row.bits)) for row in sets.all()}
        thesaurus = read_thesaurus(connection.alias)
        collections = read_collections(connection.alias)
    if file_key(path) != key:
        raise ReleaseRefused(f"{path} was replaced while it was being read. The next request reads the new one.")
    if manifest.format_version != RECORD_FORMAT or manifest.serial != statement.serial:
        raise ReleaseRefused(f"{path} has another format than this room reads. Room and desk must be of one version.")
    return OpenRelease(key, statement, manifest.order_seed, bits, thesaurus, collections)


@dataclass
class Standing:
    """What a reading room serves at this moment: release and tombstones, looked at anew for each request."""

    release_path: Path
    tombstone_path: Path
    release_key: bytes
    tombstone_key: bytes
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _release: OpenRelease | None = field(default=None, repr=False)
    _tombstones: tuple[FileKey, TombstoneList] | None = field(default=None, repr=False)
    _highest: int = 0

    def look(self) -> tuple[OpenRelease, TombstoneList]:
        """Return release and tombstones as they stand now; raise `ReleaseRefused` or `TombstonesRefused`."""
        with self._lock:
            tombstones = self._current_tombstones()
            release = self._current_release()
            serial = release.statement.serial
            if serial < max(self._highest, tombstones.lowest_serial):
                raise ReleaseRefused(
                    f"{self.release_path} is release {serial}, older than one that has been served or than the "
                    "tombstones allow. An older release may show what has been withdrawn since. Put the newest back."
                )
            self._highest = serial
            return release, tombstones

    def _current_tombstones(self) -> TombstoneList:
        try:
            key = file_key(self.tombstone_path)
        except OSError:
            self._tombstones = None
            return read_tombstones(self.tombstone_path, public_key=self.tombstone_key)
        if self._tombstones is None or self._tombstones[0] != key:
            self._tombstones = None
            self._tombstones = key, read_tombstones(self.tombstone_path, public_key=self.tombstone_key)
        return self._tombstones[1]

    def _current_release(self) -> OpenRelease:
        try:
            key = file_key(self.release_path)
        except OSError as error:
            raise ReleaseRefused(f"{self.release_path} cannot be read ({error.strerror}). Issue a release.") from None
        if self._release is None or self._release.key != key:
            self._release = None
            self._release = load_release(self.release_path, public_key=self.release_key)
        return self._release
