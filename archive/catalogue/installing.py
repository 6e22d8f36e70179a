"""Puts a release in place: signature first, then the file, each by one rename.

The signature file carries the statements of the standing release and of the next for a moment, so a good release never
stands without its signature. Readers never see half a file.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from archive.catalogue.opening import signature_path
from archive.catalogue.records import Manifest
from archive.catalogue.replacing import replace_file, sync
from archive.catalogue.signatures import (
    ReleaseStatement,
    SignedStatement,
    sign_statement,
    statements_from_bytes,
    statements_to_bytes,
)


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sign_release(candidate: Path, *, manifest: Manifest, sign: Callable[[bytes], bytes]) -> SignedStatement:
    """Return the signed statement about the bytes of a candidate; `manifest` is what the writer returned."""
    statement = ReleaseStatement(
        serial=manifest.serial,
        month=manifest.month,
        sha256=file_digest(candidate),
        logical_digest=manifest.logical_digest,
        trail_head=manifest.trail_head,
    )
    return sign_statement(statement, sign=sign)


def install_release(candidate: Path, target: Path, *, signed: SignedStatement) -> None:
    """Rename a signed candidate into place; both must be in one file system. The candidate is gone afterwards."""
    beside = signature_path(target)
    standing = tuple(one for one in _standing(beside) if one.statement.sha256 == _digest_or_none(target))
    replace_file(beside, statements_to_bytes((*standing, signed)))
    candidate.chmod(0o444)
    candidate.replace(target)
    sync(target.parent)
    replace_file(beside, statements_to_bytes((signed,)))


def _standing(path: Path) -> tuple[SignedStatement, ...]:
    return statements_from_bytes(path.read_bytes()) if path.exists() else ()


def _digest_or_none(path: Path) -> str | None:
    return file_digest(path) if path.exists() else None
