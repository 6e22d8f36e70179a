"""All testimonies, and one of them: where it stands, what can be done, and what cannot and why."""

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from archive.catalogue.closed_lists import SOURCE_KINDS
from archive.desk.access import opens, staff_of, why_not
from archive.desk.finding import edition_or_404
from archive.desk.languages import current_language
from archive.desk.queues import EditionFilter, listed_editions
from archive.desk.rows import rows_of
from archive.desk.words import LANGUAGE_WORDS
from archive.redaction.correction import start_correction
from archive.review.rounds import ReviewRefused, refuse_reviewer, refuse_unready, standing_approval
from archive.testimonies.models import IN_WORK, STANDING, Edition, State
from archive.users.models import User
from archive.users.roles import DeskAct, role_allows

ROWS_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class ActLink:
    """An act on the page of a testimony; `why_not` stands where it cannot be done now."""

    words: str
    url: str
    why_not: str = ""
    tone: str = "quiet"
    is_post: bool = False


@require_GET
def testimonies(request: HttpRequest) -> HttpResponse:
    """List everything the archive holds, page by page."""
    queue = EditionFilter(request.GET, listed_editions())
    page = Paginator(queue.qs, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {"queue": queue, "page": page, "rows": rows_of(page.object_list, user=staff_of(request))}
    status = HTTPStatus.OK if queue.is_valid() else HTTPStatus.BAD_REQUEST
    return render(request, "desk/testimonies.html", context, status=status)


@require_GET
def testimony(request: HttpRequest, number: int) -> HttpResponse:
    """Show one testimony: no word of its text, and everything that can be done with it."""
    edition = edition_or_404(number)
    user = staff_of(request)
    source = edition.testimony.source
    kind = next((one.label(current_language()) for one in SOURCE_KINDS if one.code == source.kind), source.kind)
    tellings = edition.testimony.tellings.order_by("language")
    context = {
        "row": rows_of([edition], user=user)[0],
        "edition": edition,
        "testimony": edition.testimony,
        "source": source,
        "source_kind": kind,
        "tellings": [(LANGUAGE_WORDS[telling.language], telling.language, telling.passages) for telling in tellings],
        "editions": edition.testimony.editions.order_by("number"),
        "persons": edition.testimony.appearances.count(),
        "approval": standing_approval(edition),
        "acts": acts_on(edition, user),
    }
    return render(request, "desk/testimony.html", context)


def acts_on(edition: Edition, user: User) -> list[ActLink]:
    """Return every act on an edition; what cannot be done now bears the reason of the function that would refuse it."""
    number = edition.testimony.number
    in_work = edition.state in IN_WORK
    stands = "" if in_work else _("This edition is no longer in work. What stands is not edited.")
    publishes = "" if role_allows(user, DeskAct.PUBLISH) else why_not(DeskAct.PUBLISH)
    published = edition.testimony.editions.filter(state=State.PUBLISHED).exists()
    return [
        *_corrections(edition),
        ActLink(_("Decide details"), reverse("workbench", args=[number]), stands),
        ActLink(_("Persons and names"), reverse("persons", args=[number])),
        ActLink(_("Describe"), reverse("describe", args=[number]), stands),
        ActLink(_("How many could it be"), reverse("exposure", args=[number])),
        ActLink(_("Send to review"), reverse("submit", args=[number]), stands or _why_not_ready(edition)),
        _reading(edition, user),
        ActLink(_("Gate"), reverse("gate", args=[number]), publishes),
        ActLink(
            _("Suspend"),
            reverse("suspend", args=[number]),
            "" if published else _("It is not in the reading room now."),
            tone="stop",
        ),
        ActLink(
            _("Withdraw"),
            reverse("withdraw", args=[number]),
            _("It was withdrawn. That is final.") if edition.state == State.WITHDRAWN else "",
            tone="stop",
        ),
    ]


def _corrections(edition: Edition) -> list[ActLink]:
    if edition.state not in STANDING:
        return []
    return [ActLink(_("Start a correction"), reverse("correct", args=[edition.testimony.number]), is_post=True)]


@require_POST
@opens(DeskAct.DECIDE)
def correct(request: HttpRequest, number: int) -> HttpResponse:
    """Open the next edition from what stands; readers keep what stands until the correction is through the gate."""
    edition = edition_or_404(number)
    if edition.state in STANDING:
        start_correction(edition, by=staff_of(request), at=timezone.now())
        messages.success(request, _("A correction is open. It begins with every decision of the edition that stands."))
    return redirect("testimony", number=number)


def _why_not_ready(edition: Edition) -> str:
    if edition.state != State.IN_REDACTION:
        return _("It has been handed over already.")
    try:
        refuse_unready(edition)
    except ReviewRefused as refusal:
        return str(refusal)
    return ""


def _reading(edition: Edition, user: User) -> ActLink:
    """Return the way to both texts: to judge them while they are in review, at any other time to read them."""
    url = reverse("review", args=[edition.testimony.number])
    if edition.state != State.IN_REVIEW:
        return ActLink(_("Read both texts"), url)
    try:
        refuse_reviewer(edition, user)
    except ReviewRefused as refusal:
        return ActLink(_("Review"), url, str(refusal))
    return ActLink(_("Review"), url)
