"""The way back: one person, one act, at once and, for a withdrawal, for ever.

Invisibility comes first and is on the disk before anything else is written: the room asks the tombstone list at each
request.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import NewEvent, record_event, record_events
from archive.catalogue.tombstones import Tombstone
from archive.publication.models import SweepHit, TombstoneReason
from archive.publication.stones import set_tombstone, set_tombstones
from archive.testimonies.models import IN_WORK, Edition, State, Testimony, move_all
from archive.users.models import User


def suspend(testimony: Testimony, *, by: User, at: datetime) -> None:
    """Take a testimony out of the room until the gate lets it back; doing it twice does no harm."""
    suspend_all([testimony], by=by, at=at)


def suspend_all(testimonies: Sequence[Testimony], *, by: User, at: datetime) -> None:
    """Take testimonies out of the room, all at once: none of them waits for the next."""
    if not testimonies:
        return
    set_tombstones(Tombstone(testimony.public_id, "silent") for testimony in testimonies)
    with transaction.atomic():
        published = Edition.objects.filter(testimony__in=testimonies, state=State.PUBLISHED)
        move_all(list(published), State.SUSPENDED, by=by, at=at)
        suspended = [
            NewEvent(Act.TESTIMONY_SUSPENDED, SubjectKind.TESTIMONY, testimony.pk, {"stone": "silent"})
            for testimony in testimonies
        ]
        record_events(suspended, by=by.pk, at=at)


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
        SweepHit.objects.waiting().filter(testimony=testimony).update(settled_at=at)  # nothing of it is published
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
