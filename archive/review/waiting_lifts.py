"""Which testimonies wait for somebody to confirm, as the second person, that a form of a name may stand."""

from django.db.models import OuterRef, Subquery

from archive.redaction.models import NameLift
from archive.review.models import ReviewRound
from archive.testimonies.models import State, Testimony
from archive.users.models import User
from archive.users.roles import DeskAct, role_allows


def lifts_waiting_for(user: User) -> list[Testimony]:
    """Return the testimonies in which a place waits for this person, said of the text that was submitted last."""
    if not role_allows(user, DeskAct.REVIEW):
        return []
    rounds = ReviewRound.objects.filter(edition=OuterRef("edition")).order_by("-number")
    waiting = (
        NameLift.objects.filter(verdict__isnull=True, tier="block", digest=Subquery(rounds.values("digest")[:1]))
        .filter(edition__state__in=[State.IN_REVIEW, State.APPROVED, State.PUBLISHED, State.SUSPENDED])
        .exclude(proposed_by=user)
        .exclude(edition__contributions__user=user)
    )
    return list(Testimony.objects.filter(editions__in=waiting.values("edition")).distinct().order_by("number"))
