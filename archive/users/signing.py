"""Leaves an event for each coming and going at the desk."""

from datetime import datetime

from django.db import transaction

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.users.models import User


def record_sign_in(user: User, *, at: datetime) -> None:
    """Note that somebody has signed in."""
    with transaction.atomic():
        record_event(Act.SIGNED_IN, subject_kind=SubjectKind.USER, subject=user.pk, by=user.pk, at=at)


def record_sign_out(user: User, *, at: datetime) -> None:
    """Note that somebody has signed out."""
    with transaction.atomic():
        record_event(Act.SIGNED_OUT, subject_kind=SubjectKind.USER, subject=user.pk, by=user.pk, at=at)


def record_refused_sign_in(*, at: datetime) -> None:
    """Note that somebody was not let in; which name was typed stands nowhere, for it may be a password."""
    with transaction.atomic():
        record_event(Act.SIGN_IN_REFUSED, subject_kind=SubjectKind.USER, by=None, at=at)
