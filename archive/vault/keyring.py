"""The key ring of this process: loaded from the key file, kept in memory while the vault is open."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from archive.sealing.envelopes import forget_keys
from archive.sealing.keys import KeyRing, load_key_ring


class VaultLocked(Exception):
    """The vault has no key in this process, or somebody closed it."""


def current_ring() -> KeyRing:
    """Return the key ring; raises `VaultLocked` when there is none to be had and `KeyFileRefused` when it is unfit."""
    if is_closed():
        drop_keys()
        message = _(
            "The vault is locked: somebody closed it. Nothing sealed is read or written until an admin opens it again, "
            "at the desk or with the command unlock_vault. Suspending and withdrawing go on."
        )
        raise VaultLocked(message)
    return load_ring()


def load_ring() -> KeyRing:
    """Return the key ring that lies in the key file, whether or not somebody closed the vault."""
    path = _path(settings.VAULT_KEY_FILE)
    try:
        changed = path.stat().st_mtime_ns
    except FileNotFoundError:
        message = _(
            "The vault is locked: the key file %(path)s is not there. Without it nothing sealed can be read or written."
            " Bring the file back, or set ARCHIVE_KEY_FILE to where it is. Nothing is lost meanwhile."
        ) % {"path": path}
        raise VaultLocked(message) from None
    return _load(path, changed)


def closing_mark() -> Path:
    """Return the file that tells every process on this data folder that somebody closed the vault; it holds nothing."""
    return _path(settings.DATA_DIR, "vault.locked")


def is_closed() -> bool:
    """Tell whether somebody closed the vault."""
    return closing_mark().exists()


def drop_keys() -> None:
    """Forget every key this process holds."""
    _load.cache_clear()
    forget_keys()


@lru_cache(maxsize=8)
def _path(*parts: str | Path) -> Path:
    """Return a path, made once: the ring is asked for at each sealed value."""
    return Path(*parts)


@lru_cache(maxsize=2)
def _load(path: Path, _changed: int) -> KeyRing:
    return load_key_ring(path)
