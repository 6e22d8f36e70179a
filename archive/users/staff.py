"""Add people, give them passwords, close their accounts; each act leaves an event."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.users.models import User
from archive.users.roles import Role

# No letter that is taken for another when read aloud or from paper; 24 of them hold 117 bits.
_LETTERS: Final = "abcdefghjkmnpqrstvwxyz23456789"
_GROUPS: Final = 6
_LETTERS_IN_GROUP: Final = 4


class StaffRefused(Exception):
    """Raised when a user cannot be added or changed."""


@dataclass(frozen=True, slots=True)
class NewUser:
    """A user just added, with the password that is shown once."""

    user: User
    password: str = field(repr=False)


def add_user(*, username: str, role: str, by: UUID | None, at: datetime, display_name: str = "") -> NewUser:
    """Add a person with a random password, or a service identity without one."""
    user = User(username=username, role=role, display_name=display_name)
    password = "" if role == Role.SERVICE else random_password()
    user.set_password(password or None)
    with transaction.atomic():
        try:
            user.full_clean()
        except ValidationError as error:
            raise StaffRefused(" ".join(error.messages)) from None
        user.save(force_insert=True)
        record_event(
            Act.USER_ADDED, subject_kind=SubjectKind.USER, subject=user.pk, by=by, at=at, facts={"role": str(role)}
        )
    return NewUser(user, password)


def set_password(user: User, *, by: UUID | None, at: datetime) -> str:
    """Give a person a new random password and return it; every session under the old one ends."""
    if user.role == Role.SERVICE:
        raise StaffRefused(_("A service identity cannot sign in, so it has no password. Add a person instead."))
    password = random_password()
    user.set_password(password)
    with transaction.atomic():
        user.save(update_fields=["password"])
        record_event(Act.PASSWORD_SET, subject_kind=SubjectKind.USER, subject=user.pk, by=by, at=at)
    return password


def close_user(user: User, *, by: UUID | None, at: datetime) -> None:
    """Close an account: its sessions end at the next request; what the person did keeps their reference."""
    with transaction.atomic():
        if User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
            record_event(Act.USER_CLOSED, subject_kind=SubjectKind.USER, subject=user.pk, by=by, at=at)
    user.is_active = False


def random_password() -> str:
    """Draw a password that can be read aloud: six groups of four."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_LETTERS_IN_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)
