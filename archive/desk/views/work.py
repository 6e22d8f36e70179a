"""What waits for whoever has signed in, and what waits for somebody else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from archive.desk.access import staff_of
from archive.desk.queues import EditionFilter, listed_editions
from archive.desk.refusals import UNPROCESSABLE
from archive.desk.rows import rows_of
from archive.publication.models import SweepHit
from archive.review.waiting_lifts import lifts_waiting_for
from archive.testimonies.models import State, Testimony

MOST_ROWS = 200


@require_GET
def work(request: HttpRequest) -> HttpResponse:
    """Show both queues."""
    return render(request, "desk/work.html", _queues(request))


@require_GET
def stop(request: HttpRequest) -> HttpResponse:
    """Find what is to be stopped by its number, and lead to the page that stops it."""
    wanted = request.GET.get("testimony", "").strip().lower()
    digits = wanted.removeprefix("t-").lstrip("0")
    found = Testimony.objects.filter(public_id=wanted).first()
    if found is None and digits.isdecimal() and len(digits) <= len("999999999"):
        found = Testimony.objects.filter(number=int(digits)).first()
    if found is None:
        refusal = _(
            "No testimony has this number. Write it as in the lists (T-0001), or the number in the public address."
        )
        return render(
            request,
            "desk/work.html",
            _queues(request) | {"stop_error": refusal, "wanted": wanted},
            status=UNPROCESSABLE,
        )
    return redirect("suspend", number=found.number)


def _queues(request: HttpRequest) -> dict[str, object]:
    waiting = listed_editions().exclude(state__in=[State.PUBLISHED, State.WITHDRAWN])
    queue = EditionFilter(request.GET if "state" in request.GET or "collection" in request.GET else None, waiting)
    rows = rows_of(queue.qs[:MOST_ROWS], user=staff_of(request))
    return {
        "queue": queue,
        "mine": [row for row in rows if row.next_act.is_mine],
        "others": [row for row in rows if not row.next_act.is_mine],
        "names_found": SweepHit.objects.waiting().count(),
        "to_confirm": lifts_waiting_for(staff_of(request)),
        "stop_error": "",
        "wanted": "",
        "keys": [
            ("J", _("down")),
            ("K", _("up")),
            ("Enter", pgettext("what a key does", "open")),
            ("?", _("all keys")),
        ],
    }
