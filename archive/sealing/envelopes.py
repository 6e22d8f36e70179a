"""Sealed envelopes: AES-256-GCM under a data key, bound to the one place in the database where they belong.

Layout of an envelope: ``version (1 byte) ‖ nonce (12 bytes, random) ‖ ciphertext and tag``. The associated data is the
version and the *context*, which names table, column and row: an envelope moved to another row does not open. Before
sealing, the text is padded to a multiple of 32 bytes, so that a stolen disk does not tell how long a surname is.
"""

import os
from functools import lru_cache
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION: Final = b"\x01"
NONCE_BYTES: Final = 12
TAG_BYTES: Final = 16
KEY_BYTES: Final = 32
PADDED_TO: Final = 32
OVERHEAD: Final = len(VERSION) + NONCE_BYTES + TAG_BYTES
MAX_BYTES: Final = 256 * 1024 * 1024

_DOMAIN: Final = b"testimony-archive|sealed|1|"
_END_OF_TEXT: Final = b"\x80"


class Unsealable(Exception):
    """Raised when something cannot be sealed or opened; never says what was inside."""


def row_context(table: str, column: str, row: object) -> str:
    """Name the one place an envelope belongs to."""
    parts = (table, column, str(row))
    if not all(parts) or any("|" in part for part in parts):
        raise ValueError("A context needs a table, a column and a row, none of them empty or with a bar in it.")
    return "|".join(parts)


def seal(plaintext: str, *, data_key: bytes, context: str) -> bytes:
    """Seal a text for the place that `context` names."""
    encoded = _encoded(plaintext)
    if encoded is None:
        raise Unsealable("The text holds half a character (a lone surrogate). Repair the text, then seal it.")
    return seal_bytes(encoded, data_key=data_key, context=context)


def unseal(sealed: bytes, *, data_key: bytes, context: str) -> str:
    """Open an envelope that holds a text."""
    text = _decoded(unseal_bytes(sealed, data_key=data_key, context=context))
    if text is None:
        raise Unsealable("The envelope holds bytes, not a text. Open it as bytes.")
    return text


def seal_bytes(plaintext: bytes, *, data_key: bytes, context: str) -> bytes:
    """Seal bytes for the place that `context` names."""
    if len(plaintext) > MAX_BYTES:
        raise Unsealable("More than 256 MiB do not go into one envelope. Divide what is to be sealed.")
    nonce = os.urandom(NONCE_BYTES)
    padding = _END_OF_TEXT + bytes(-(len(plaintext) + 1) % PADDED_TO)
    return VERSION + nonce + _cipher(data_key).encrypt(nonce, plaintext + padding, _associated(context))


def unseal_bytes(sealed: bytes, *, data_key: bytes, context: str) -> bytes:
    """Open an envelope that holds bytes; refuse it in any place but its own."""
    sealed = bytes(sealed)  # PostgreSQL hands out a memoryview
    if len(sealed) < OVERHEAD + PADDED_TO or sealed[:1] != VERSION:
        raise Unsealable("This is no envelope of a known version. Restore the row from a backup.")
    nonce, ciphertext = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        padded = _cipher(data_key).decrypt(nonce, ciphertext, _associated(context))
    except InvalidTag:
        raise Unsealable(
            "The envelope does not open here: another key, another row, or altered bytes. "
            "Check that the key belongs to this database; else restore the row from a backup."
        ) from None
    return padded.rstrip(b"\x00")[:-1]


def forget_keys() -> None:
    """Drop every prepared key from memory, as when the vault is locked."""
    _cipher.cache_clear()


@lru_cache(maxsize=512)
def _cipher(data_key: bytes) -> AESGCM:
    if len(data_key) != KEY_BYTES:
        raise Unsealable("A data key has 32 bytes; this one has not. Unwrap the data key first.")
    return AESGCM(data_key)


def _associated(context: str) -> bytes:
    if not context:
        raise Unsealable("An envelope without a context would open anywhere. Name table, column and row.")
    return _DOMAIN + context.encode()


# Both return None instead of raising: a Unicode error carries the whole text with it, into every log.
def _encoded(text: str) -> bytes | None:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return None


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None
