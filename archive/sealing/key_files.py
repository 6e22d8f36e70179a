"""Key files: one line, one key, mode 0600, made exclusively and in one step.

The line names what the key is for: the vault's root cannot be taken for a signing key by a slip in the settings.
"""

import base64
import binascii
import os
import stat
import tempfile
from pathlib import Path
from typing import Final

_PREFIX: Final = "testimony-archive-key"
_VERSION: Final = "1"
_LONGEST_LINE: Final = 512
_FOR_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


class KeyFileRefused(Exception):
    """Raised when a key file is missing, readable by others, misshapen, or already there; never shows the key."""


def write_key_file(path: Path, *, purpose: str, key: bytes, mode: int = 0o600) -> None:
    """Write one key to a new file; refuse to replace one, since that would lose what it opens."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    line = ":".join((_PREFIX, purpose, _VERSION, base64.b64encode(key).decode()))
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".new-key-")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            os.fchmod(file.fileno(), mode)
            file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(beside, path)  # unlike a rename, a link never replaces; and the file is whole or not there
    except FileExistsError:
        raise KeyFileRefused(
            f"{path} is already there. A new key would make everything sealed or signed with the old one unusable. "
            "Name another path, or keep the key you have."
        ) from None
    finally:
        Path(beside).unlink()
    _sync_folder(path.parent)


def read_key_file(path: Path, *, purpose: str, length: int, private: bool = True) -> bytes:
    """Read the key of one purpose; a private one only if nobody else can read it."""
    try:
        with path.open("rb") as file:
            if private:
                _refuse_others(path, os.fstat(file.fileno()).st_mode)
            line = file.read(_LONGEST_LINE)
    except OSError as error:
        raise KeyFileRefused(
            f"{path} cannot be read ({error.strerror}). Without this key the archive stays locked. "
            "Check the path in the settings, or bring the key file back from its custodian."
        ) from None
    key = _key_in(line, purpose=purpose)
    if key is None or len(key) != length:
        raise KeyFileRefused(
            f"{path} does not hold a key for {purpose}. Another key would open nothing or sign wrongly. "
            "Check that the settings name the right file."
        )
    return key


def _refuse_others(path: Path, mode: int) -> None:
    if mode & _FOR_OTHERS:
        raise KeyFileRefused(
            f"{path} can be read or changed by others (mode {stat.S_IMODE(mode):04o}). "
            "Whoever holds this key opens or signs everything. "
            f"Run: chmod 600 {path} — and if others had access to this machine, make new keys."
        )


def _key_in(line: bytes, *, purpose: str) -> bytes | None:
    parts = line.decode("ascii", errors="replace").strip().split(":")
    if parts[:-1] != [_PREFIX, purpose, _VERSION]:
        return None
    try:
        return base64.b64decode(parts[-1], validate=True)
    except (binascii.Error, ValueError):
        return None


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
