"""How a release is signed, and how the room checks it.

The room must not import the desk's `sealing`, so it checks Ed25519 signatures here; the desk signs with
`sealing.signatures` the bytes that this module builds.

Beside `release.sqlite` stands `release.sqlite.sig`, a JSON file:

    {"statements": [{"body": {"format": 1, "serial": 7, "month": "2026-02", "sha256": "<hex of the file's bytes>",
     "logical_digest": "<hex>", "trail_head": "<hex>"}, "signature": "<hex>"}, …]}

A signature covers `b"release|1|"` followed by the canonical JSON of `body` (sorted keys, no blanks, NFC, UTF-8). The
prefix keeps a signed release from passing for a signed tombstone list. There may be two statements, of the standing
release and of the next: so the signature file can be replaced first and the release after it, and at no moment does a
good release stand without its signature. A statement only ever vouches for the bytes whose digest it names.
"""

import base64
import binascii
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from archive.catalogue.records import canonical_json

FORMAT: Final = 1
PREFIX: Final = b"release|1|"
_KEY_BYTES: Final = 32
_KEY_FILE_HEAD: Final = ["testimony-archive-key", "signing-public", "1"]


class PublicKeyRefused(Exception):
    """Raised when a file does not hold the public half of a signing key."""


@dataclass(frozen=True, slots=True)
class ReleaseStatement:
    """What the release key signs about one release file."""

    serial: int
    month: str
    sha256: str
    logical_digest: str
    trail_head: str
    format: int = FORMAT

    def bytes_to_sign(self) -> bytes:
        """Return exactly the bytes that the signature covers."""
        return PREFIX + canonical_json(asdict(self)).encode()


@dataclass(frozen=True, slots=True)
class SignedStatement:
    """A statement with its signature."""

    statement: ReleaseStatement
    signature: bytes

    def holds(self, public_key: bytes) -> bool:
        """Say whether the holder of the release key signed this."""
        return signature_holds(public_key, self.statement.bytes_to_sign(), self.signature)


def sign_statement(statement: ReleaseStatement, *, sign: Callable[[bytes], bytes]) -> SignedStatement:
    """Return the statement signed."""
    return SignedStatement(statement, sign(statement.bytes_to_sign()))


def statements_to_bytes(statements: tuple[SignedStatement, ...]) -> bytes:
    """Return the content of a signature file."""
    listed = [{"body": asdict(one.statement), "signature": one.signature.hex()} for one in statements]
    return canonical_json({"statements": listed}).encode()


def statements_from_bytes(data: bytes) -> tuple[SignedStatement, ...]:
    """Return the statements of a signature file; none if it cannot be read, which proves nothing."""
    try:
        return tuple(_statement(entry) for entry in json.loads(data)["statements"])
    except (ValueError, KeyError, TypeError):
        return ()


def _statement(entry: dict[str, Any]) -> SignedStatement:
    statement = ReleaseStatement(**entry["body"])
    if statement.format != FORMAT or type(statement.serial) is not int:
        raise ValueError("unknown format")
    return SignedStatement(statement, bytes.fromhex(entry["signature"]))


def signature_holds(public_key: bytes, data: bytes, signature: bytes) -> bool:
    """Say whether the signature is by this key and of exactly these bytes; a misshapen one says no."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def read_public_key(path: Path) -> bytes:
    """Read the public half that the desk wrote beside the release (`sealing.signatures.write_public_key_file`)."""
    try:
        *head, last = path.read_text("ascii").strip().split(":")
        key = base64.b64decode(last, validate=True) if head == _KEY_FILE_HEAD else b""
    except (OSError, ValueError, binascii.Error):
        key = b""
    if len(key) != _KEY_BYTES:
        raise PublicKeyRefused(
            f"{path} does not hold a public signing key. Without it no release can be checked. "
            "Copy the key file that the desk wrote, or set its path."
        )
    return key
