"""The way back: one person, one act, at once and, for a withdrawal, for ever.

Invisibility comes first and is on the disk before anything else is written: the room asks the tombstone list at each
request.
"""

from datetime import datetime

from django.db import transaction

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.catalogue.tombstones import Tombstone
from archive.publication.models import TombstoneReason
from archive.publication.stones import set_tombstone
from archive.testimonies.models import IN_WORK, Edition, State, Testimony
from archive.users.models import User


def suspend(testimony: Testimony, *, by: User, at: datetime) -> None:
    """Take a testimony out of the room until the gate lets it back; doing it twice does no harm."""
    set_tombstone(Tombstone(testimony.public_id, "silent"))
    with transaction.atomic():
        for edition in Edition.objects.filter(testimony=testimony, state=State.PUBLISHED):
            edition.move_to(State.SUSPENDED, by=by, at=at)
        record_event(
            Act.TESTIMONY_SUSPENDED,
            subject_kind=SubjectKind.TESTIMONY,
            subject=testimony.pk,
            by=by.pk,
            at=at,
            facts={"stone": "silent"},
        )


def withdraw(
    testimony: Testimony, *, by: User, at: datetime, reason: TombstoneReason | str, silent: bool = False
) -> None:
    """Withdraw a testimony for ever. `silent` leaves no stone, where even that would endanger somebody.

    A testimony that was never published leaves no stone either: nobody could have known of it.
    """
    reason = TombstoneReason(reason)
    was_public = testimony.editions.filter(first_release__isnull=False).exists()
    leaves_stone = was_public and not silent
    set_tombstone(
        Tombstone(testimony.public_id, "stone", f"{at:%Y-%m}", reason.value)
        if leaves_stone
        else Tombstone(testimony.public_id, "silent")
    )
    with transaction.atomic():
        Testimony.objects.filter(pk=testimony.pk, withdrawn_at__isnull=True).update(withdrawn_at=at)
        testimony.refresh_from_db()
        for edition in Edition.objects.filter(
            testimony=testimony, state__in=[*IN_WORK, State.PUBLISHED, State.SUSPENDED]
        ):
            edition.move_to(State.WITHDRAWN, by=by, at=at)
        record_event(
            Act.TESTIMONY_WITHDRAWN,
            subject_kind=SubjectKind.TESTIMONY,
            subject=testimony.pk,
            by=by.pk,
            at=at,
            facts={"stone": "stone" if leaves_stone else "silent"},
        )
