"""Roles as data: who may do what at the desk.

A role opens an act in general; whether this person may do it to this testimony (nobody reviews what they decided) is
asked where the act is done, and again by the database.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from archive.users.models import User


class Role(models.TextChoices):
    """What somebody is at the desk."""

    EDITOR = "editor", _("editor")
    ADMIN = "admin", _("admin")
    SERVICE = "service", _("service identity")


class DeskAct(StrEnum):
    """What can be done at the desk."""

    ACCESSION = "accession"
    READ_ORIGINAL = "read_original"
    DECIDE = "decide"
    DESCRIBE = "describe"
    DECIDE_NAMING = "decide_naming"
    SUBMIT = "submit"
    SUSPEND = "suspend"
    WITHDRAW = "withdraw"
    REVIEW = "review"
    PUBLISH = "publish"
    ISSUE_RELEASE = "issue_release"
    LIFT_SUSPENSION = "lift_suspension"
    READ_TRAIL = "read_trail"
    MANAGE_STAFF = "manage_staff"
    KEEP_PUBLIC_LIST = "keep_public_list"
    LOCK_VAULT = "lock_vault"
    UNLOCK_VAULT = "unlock_vault"


_CURATING: Final = frozenset(
    {
        DeskAct.ACCESSION,
        DeskAct.READ_ORIGINAL,
        DeskAct.DECIDE,
        DeskAct.DESCRIBE,
        DeskAct.DECIDE_NAMING,
        DeskAct.SUBMIT,
        DeskAct.SUSPEND,  # hard to publish, easy to withdraw: one person, any person
        DeskAct.WITHDRAW,
        DeskAct.LOCK_VAULT,  # closing is as easy as withdrawing
    }
)
_ISSUING: Final = frozenset({DeskAct.REVIEW, DeskAct.PUBLISH, DeskAct.ISSUE_RELEASE, DeskAct.LIFT_SUSPENSION})

ROLES: Final[Mapping[str, frozenset[DeskAct]]] = {
    Role.EDITOR: _CURATING,
    Role.ADMIN: _CURATING
    | _ISSUING
    | {DeskAct.READ_TRAIL, DeskAct.MANAGE_STAFF, DeskAct.KEEP_PUBLIC_LIST, DeskAct.UNLOCK_VAULT},
    # Loads a collection with decisions that came with it; cannot sign in, and manages nobody.
    Role.SERVICE: _CURATING | _ISSUING,
}


def role_allows(user: "User | AnonymousUser", act: DeskAct) -> bool:
    """Say whether the role of somebody opens an act; a closed or unknown user, an unknown role: no."""
    return bool(user.is_authenticated and user.is_active) and act in ROLES.get(getattr(user, "role", ""), frozenset())
