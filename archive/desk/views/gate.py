"""The gate: run over the bytes that would be served; obstacles with their way out, and the button that publishes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_GET

from archive.desk.access import opens, sent_to, staff_of, why_not
from archive.desk.finding import edition_or_404
from archive.desk.gate_words import obstacle_cards, passed_checks
from archive.desk.queues import listed_editions
from archive.desk.refusals import REFUSALS, UNPROCESSABLE
from archive.desk.rows import rows_of
from archive.publication.examination import find_obstacles
from archive.publication.obstacles import Obstacle, PublicationRefused
from archive.publication.release import lift_suspension, publish
from archive.publication.stones import current_tombstones
from archive.testimonies.models import Edition, State
from archive.users.roles import DeskAct, role_allows


@require_GET
def gates(request: HttpRequest) -> HttpResponse:
    """List what may go through the gate."""
    waiting = listed_editions().filter(state__in=[State.APPROVED, State.SUSPENDED])
    return render(request, "desk/gates.html", {"rows": rows_of(waiting, user=staff_of(request))})


@method_decorator(opens(DeskAct.READ_ORIGINAL), name="dispatch")
class Gate(View):
    """The page of the gate for one edition: who clears obstacles reads them, only an admin publishes."""

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        """Run every check and show what it says."""
        edition = edition_or_404(number)
        return _page(request, edition, find_obstacles(edition, by=staff_of(request), at=timezone.now()))


@sent_to
@opens(DeskAct.PUBLISH)
def let_through(request: HttpRequest, number: int) -> HttpResponse:
    """Publish an approved edition, or put a suspended one back; the whole gate runs again."""
    edition = edition_or_404(number)
    act = lift_suspension if edition.state == State.SUSPENDED else publish
    try:
        act(edition, by=staff_of(request), at=timezone.now())
    except PublicationRefused as refused:
        return _page(request, edition, refused.obstacles, status=UNPROCESSABLE)
    except REFUSALS as refusal:
        return _page(request, edition, (), refusal=str(refusal), status=UNPROCESSABLE)
    if act is lift_suspension and edition.testimony.public_id not in current_tombstones():
        messages.success(request, _("The suspension is lifted. The reading room shows it again."))
    else:
        messages.success(request, _("Through the gate. Readers see it with the next release."))
    return redirect("releases")


def _page(
    request: HttpRequest, edition: Edition, obstacles: tuple[Obstacle, ...], *, refusal: str = "", status: int = 200
) -> HttpResponse:
    number = edition.testimony.number
    context = {
        "edition": edition,
        "row": rows_of([edition], user=staff_of(request))[0],
        "number": number,
        "obstacles": obstacle_cards(obstacles, number=number),
        "passed": passed_checks(obstacles),
        "at": timezone.now(),
        "may_publish": edition.state == State.APPROVED and not obstacles,
        "may_lift": edition.state == State.SUSPENDED and not obstacles,
        "is_out": edition.state == State.PUBLISHED,
        "why_not": "" if role_allows(request.user, DeskAct.PUBLISH) else why_not(DeskAct.PUBLISH),
        "refusal": refusal,
        "refusal_title": "",
    }
    return render(request, "desk/gate.html", context, status=status)
