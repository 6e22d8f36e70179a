"""Puts an invented release, signed, into a folder, the way the desk does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from archive.catalogue.installing import install_release, sign_release
from archive.catalogue.records import AccessCopyRecord, ContextRecord, FirstIssue, Manifest, ThemeRecord
from archive.catalogue.tombstones import NO_TOMBSTONES, Tombstone, TombstoneList, write_tombstones
from archive.catalogue.writing import write_release_file
from archive.sealing.signatures import SigningKey, load_signing_key, make_signing_key_file
from tests.catalogue.invented import CONTEXTS, MANIFEST, THEMES, invented_records


@dataclass(frozen=True)
class RoomFolder:
    """The folder of a reading room, with the keys that only a desk would hold."""

    path: Path
    release_key: SigningKey
    tombstone_key: SigningKey

    @property
    def release(self) -> Path:
        return self.path / "release.sqlite"

    @property
    def signature(self) -> Path:
        return self.path / "release.sqlite.sig"

    @property
    def tombstones(self) -> Path:
        return self.path / "tombstones.json"

    def issue(
        self,
        records: Iterable[AccessCopyRecord] | None = None,
        *,
        serial: int = 7,
        manifest: Manifest = MANIFEST,
        themes: Sequence[ThemeRecord] = THEMES,
        contexts: Sequence[ContextRecord] = CONTEXTS,
        key: SigningKey | None = None,
    ) -> None:
        """Write, sign and install a release of invented records."""
        copies = invented_records() if records is None else tuple(records)
        candidate = self.path / f"candidate-{serial}.sqlite"
        complete = write_release_file(
            candidate,
            manifest=replace(manifest, serial=serial),
            themes=themes,
            copies=copies,
            contexts=contexts,
            issues={copies[-1].public_id: FirstIssue(1, "2025-09")} if copies else {},
        )
        signed = sign_release(candidate, manifest=complete, sign=(key or self.release_key).sign)
        install_release(candidate, self.release, signed=signed)

    def bury(self, *stones: Tombstone, lowest_serial: int = 1, key: SigningKey | None = None) -> None:
        """Write the tombstone list."""
        withdrawn = TombstoneList(tuple(stones), lowest_serial) if stones or lowest_serial else NO_TOMBSTONES
        write_tombstones(self.tombstones, withdrawn, sign=(key or self.tombstone_key).sign)


def room_folder(path: Path) -> RoomFolder:
    """Make keys in a folder; nothing is issued yet."""
    path.mkdir(parents=True, exist_ok=True)
    keys = path / "keys"
    make_signing_key_file(keys / "release.key", path / "release.pub")
    make_signing_key_file(keys / "tombstone.key", path / "tombstone.pub")
    return RoomFolder(path, load_signing_key(keys / "release.key"), load_signing_key(keys / "tombstone.key"))
