"""Releases: what went out with each, what the next one would change, and the button that issues it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from archive.catalogue.wording import month_words
from archive.desk.access import opens, sent_to, staff_of, why_not
from archive.desk.gate_words import obstacle_cards
from archive.desk.queues import listed_editions
from archive.desk.refusals import UNPROCESSABLE
from archive.desk.rows import rows_of
from archive.publication.models import Release, ReleasedEdition
from archive.publication.obstacles import Obstacle, PublicationRefused
from archive.publication.release import issue_release
from archive.testimonies.models import State
from archive.users.roles import DeskAct, role_allows

SHOWN = 30


@require_GET
def releases(request: HttpRequest) -> HttpResponse:
    """Show the releases, and what the next one would bring."""
    return _page(request)


@sent_to
@opens(DeskAct.ISSUE_RELEASE)
def issue(request: HttpRequest) -> HttpResponse:
    """Build, prove, sign and put in place the release of everything published."""
    try:
        issued = issue_release(by=staff_of(request), at=timezone.now())
    except PublicationRefused as refused:
        return _page(request, obstacles=refused.obstacles)
    said = ngettext(
        "Release %(serial)d is in place with %(count)d testimony.",
        "Release %(serial)d is in place with %(count)d testimonies.",
        issued.testimonies,
    ) % {"serial": issued.serial, "count": issued.testimonies}
    messages.success(request, said)
    for left_out in issued.left_out:
        why = " ".join(obstacle.code for obstacle in left_out.obstacles)
        reference = left_out.edition.testimony.reference
        messages.warning(request, _("%(reference)s was left out and suspended: %(why)s. Open its gate.") % {
            "reference": reference, "why": why})  # fmt: skip
    return redirect("releases")


def _page(request: HttpRequest, *, obstacles: tuple[Obstacle, ...] = ()) -> HttpResponse:
    user = staff_of(request)
    rows = list(Release.objects.order_by("-serial").select_related("issued_by")[:SHOWN])
    went_out = set(ReleasedEdition.objects.values_list("edition_id", flat=True))
    published = list(listed_editions().filter(state=State.PUBLISHED))
    new = [edition for edition in published if edition.pk not in went_out]
    since = rows[0].issued_at if rows else None
    gone = listed_editions().filter(state__in=[State.SUSPENDED, State.WITHDRAWN], pk__in=went_out)
    context: dict[str, Any] = {
        "releases": rows,
        "last": rows[0] if rows else None,
        "last_month": month_words(rows[0].month) if rows else "",
        "serial": (rows[0].serial if rows else 0) + 1,
        "new": rows_of(new, user=user),
        "unchanged": len(published) - len(new),
        "gone": rows_of(gone, user=user),
        "approved": listed_editions().filter(state=State.APPROVED).count(),
        "since": since,
        "why_not": "" if role_allows(user, DeskAct.ISSUE_RELEASE) else why_not(DeskAct.ISSUE_RELEASE),
        "obstacles": obstacle_cards(obstacles, number=0),
    }
    return render(request, "desk/releases.html", context, status=UNPROCESSABLE if obstacles else 200)
