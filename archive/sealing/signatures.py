"""Signatures: Ed25519. Releases and tombstones are signed with a key each; the room holds only the public halves.

A signature covers bytes and nothing else: let the bytes begin with what they are (``b"release|1|…"``), so that a signed
release can never pass for a signed tombstone list.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NoReturn

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from archive.sealing.key_files import read_key_file, write_key_file

PURPOSE: Final = "signing"
PUBLIC_PURPOSE: Final = "signing-public"
KEY_BYTES: Final = 32


@dataclass(frozen=True, eq=False)
class SigningKey:
    """A private signing key in memory."""

    _private: Ed25519PrivateKey = field(repr=False)

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled: a cache or a queue is no place for a signing key."""
        raise TypeError("A signing key is not written anywhere. Load it from its key file where it is needed.")

    @property
    def public_key(self) -> bytes:
        """The half that everybody may know."""
        return self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def sign(self, data: bytes) -> bytes:
        """Return the 64-byte signature of exactly these bytes."""
        return self._private.sign(data)


def verify(public_key: bytes, data: bytes, signature: bytes) -> bool:
    """Say whether the holder of the private half signed exactly these bytes; a misshapen key or signature says no."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def make_signing_key_file(path: Path, public_path: Path) -> None:
    """Make a key pair: the private half in a new file of mode 0600, the public half in one that all may read."""
    private = Ed25519PrivateKey.generate()
    seed = private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    write_key_file(path, purpose=PURPOSE, key=seed)
    write_public_key_file(public_path, SigningKey(private).public_key)


def write_public_key_file(path: Path, public_key: bytes) -> None:
    """Write the public half alone, as after an interrupted start that got no further than the private one."""
    write_key_file(path, purpose=PUBLIC_PURPOSE, key=public_key, mode=0o644)


def load_signing_key(path: Path) -> SigningKey:
    """Load a private signing key; refuse a file that others can read."""
    return SigningKey(Ed25519PrivateKey.from_private_bytes(read_key_file(path, purpose=PURPOSE, length=KEY_BYTES)))


def load_public_key(path: Path) -> bytes:
    """Load the public half, which may be readable by all."""
    return read_key_file(path, purpose=PUBLIC_PURPOSE, length=KEY_BYTES, private=False)
