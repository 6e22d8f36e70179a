"""The vault's root key and what comes from it: subkeys by purpose, keyed digests, wrapped data keys.

One root key opens everything; it lives in a key file outside the data folder and, while unlocked, in memory. Each
person and each source has a data key of its own, wrapped under the root: once that wrapped key is destroyed, whatever
was sealed with it is unreadable.
"""

import hmac
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NoReturn

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from archive.sealing.envelopes import KEY_BYTES, seal_bytes, unseal_bytes
from archive.sealing.key_files import read_key_file, write_key_file

PURPOSE: Final = "vault-root"


@dataclass(frozen=True, eq=False)
class KeyRing:
    """The root key in memory, and the subkeys derived from it so far."""

    root: bytes = field(repr=False)
    _subkeys: dict[str, bytes] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        if len(self.root) != KEY_BYTES:
            raise ValueError("A root key has 32 bytes; this one has not. Make one with make_key_file.")

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled: a cache or a queue is no place for the root key."""
        raise TypeError("A key ring is not written anywhere. Load it from its key file where it is needed.")

    def derive(self, label: str) -> bytes:
        """Return the 32-byte subkey of one purpose; different labels give unrelated keys."""
        return self._subkey(f"derive:{label}")

    def keyed_digest(self, label: str, data: bytes) -> str:
        """Digest data so that whoever lacks the root key can neither guess nor compare it."""
        return hmac.digest(self._subkey(f"digest:{label}"), data, "sha256").hex()

    def wrap(self, data_key: bytes, *, context: str) -> bytes:
        """Seal a data key under the root, for the one row that `context` names."""
        if len(data_key) != KEY_BYTES:
            raise ValueError("A data key has 32 bytes; this one has not. Make one with new_data_key.")
        return seal_bytes(data_key, data_key=self._subkey("wrap:data-keys"), context=context)

    def unwrap(self, wrapped: bytes, *, context: str) -> bytes:
        """Open a wrapped data key; refuse it in any row but its own."""
        return unseal_bytes(wrapped, data_key=self._subkey("wrap:data-keys"), context=context)

    def _subkey(self, info: str) -> bytes:
        subkey = self._subkeys.get(info)
        if subkey is None:
            scheme = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=f"testimony-archive|1|{info}".encode())
            subkey = self._subkeys[info] = scheme.derive(self.root)
        return subkey


def load_key_ring(path: Path) -> KeyRing:
    """Load the root key; refuse a file that others can read."""
    return KeyRing(read_key_file(path, purpose=PURPOSE, length=KEY_BYTES))


def make_key_file(path: Path) -> None:
    """Make a new root key in a new file of mode 0600."""
    write_key_file(path, purpose=PURPOSE, key=os.urandom(KEY_BYTES))


def new_data_key() -> bytes:
    """Draw the data key of a new person or source."""
    return os.urandom(KEY_BYTES)
