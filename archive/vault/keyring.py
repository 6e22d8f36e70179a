"""The key ring of this process: loaded from the key file, kept in memory while the vault is unlocked."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from archive.sealing.envelopes import forget_keys
from archive.sealing.keys import KeyRing, load_key_ring


class VaultLocked(Exception):
    """The vault has no key in this process."""


def current_ring() -> KeyRing:
    """Return the key ring; raises `VaultLocked` when the key file is missing and `KeyFileRefused` when it is unfit."""
    path = Path(settings.VAULT_KEY_FILE)
    if not path.is_file():
        message = _(
            "The vault is locked: the key file %(path)s is not there. Without it nothing sealed can be read "
            "or written. Bring the file back, or set ARCHIVE_KEY_FILE to where it is. Nothing is lost "
            "meanwhile."
        ) % {"path": path}
        raise VaultLocked(message)
    return _load(path, path.stat().st_mtime_ns)


def lock() -> None:
    """Forget every key this process holds."""
    _load.cache_clear()
    forget_keys()


@lru_cache(maxsize=2)
def _load(path: Path, _changed: int) -> KeyRing:
    return load_key_ring(path)
