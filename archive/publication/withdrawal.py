"""The way back: one person, one act, at once and, for a withdrawal, for ever.

Invisibility comes first and is on the disk before anything else is written: the room asks the tombstone list at each
request. It is said again once the rows are written: an act that shows something again looks at the rows, and may have
seen them as they were before.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import NewEvent, record_event, record_events
from archive.catalogue.tombstones import Reason, Tombstone
from archive.publication.models import SweepHit
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
    silences = [Tombstone(testimony.public_id, "silent") for testimony in testimonies]
    set_tombstones(silences)
    with transaction.atomic():
        published = Edition.objects.filter(testimony__in=testimonies, state=State.PUBLISHED)
        move_all(list(published), State.SUSPENDED, by=by, at=at)
        suspended = [
            NewEvent(Act.TESTIMONY_SUSPENDED, SubjectKind.TESTIMONY, testimony.pk, {"stone": "silent"})
            for testimony in testimonies
        ]
        record_events(suspended, by=by.pk, at=at)
        transaction.on_commit(partial(set_tombstones, silences))


def withdraw(testimony: Testimony, *, by: User, at: datetime, reason: Reason | str, silent: bool = False) -> None:
    """Withdraw a testimony for ever. `silent` leaves no stone, where even that would endanger somebody.

    A testimony that was never published leaves no stone either: nobody could have known of it.
    """
    reason = Reason(reason)
    was_public = testimony.editions.filter(first_release__isnull=False).exists()
    leaves_stone = was_public and not silent
    tombstone = Tombstone(testimony.public_id, "silent")
    if leaves_stone:
        tombstone = Tombstone(testimony.public_id, "stone", f"{at:%Y-%m}", reason.value)
    set_tombstone(tombstone)
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
            facts={"reason": reason.value, "stone": "stone" if leaves_stone else "silent"},
        )
        transaction.on_commit(partial(set_tombstone, tombstone))


def silenced_editions(testimony: Testimony) -> QuerySet[Edition]:
    """Return what counts as published of a testimony that the tombstones silence, as a crash or a restore leaves it.

    A correction that waits for the release which is to end the silence is none.
    """
    return testimony.editions.published().exclude(certificates__ends_silence=True, first_release=None)
