"""Closing the vault, and opening it again: one act that every process on the data folder obeys.

While it is closed nothing sealed is read or written, by the desk or by a command; suspending and withdrawing go on,
since they need another key. The key file stays where it is: whoever fears for the machine takes that away too.
"""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.users.models import User
from archive.vault.keyring import closing_mark, drop_keys, is_closed, load_ring
from archive.vault.naming import forget_names


def lock_vault(*, by: User, at: datetime) -> None:
    """Close the vault: no process opens anything from now on, and this one forgets keys and names at once."""
    was_closed = is_closed()
    closing_mark().touch(mode=0o600)
    forget_vault()
    if not was_closed:
        with transaction.atomic():
            record_event(Act.VAULT_LOCKED, subject_kind=SubjectKind.VAULT, by=by.pk, at=at)


def unlock_vault(*, by: User, at: datetime) -> None:
    """Open the vault again; raises `VaultLocked` or `KeyFileRefused`, and leaves it closed, where there is no key."""
    load_ring()
    if is_closed():
        with transaction.atomic():
            record_event(Act.VAULT_UNLOCKED, subject_kind=SubjectKind.VAULT, by=by.pk, at=at)
        closing_mark().unlink(missing_ok=True)


def vault_is_open() -> bool:
    """Tell whether anything sealed can be read now."""
    return not is_closed() and Path(settings.VAULT_KEY_FILE).is_file()


def forget_where_closed() -> None:
    """Forget keys and names if another process closed the vault: asked before each request of the desk."""
    if is_closed():
        forget_vault()


def forget_vault() -> None:
    """Forget every key and every name that this process holds."""
    drop_keys()
    forget_names()
