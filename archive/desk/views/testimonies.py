"""All testimonies, and one of them: where it stands, what can be done, and what cannot and why."""

from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from archive.catalogue import addresses
from archive.catalogue.closed_lists import SOURCE_KINDS
from archive.desk.access import opens, sent_to, staff_of
from archive.desk.finding import edition_or_404, why_not_edited
from archive.desk.languages import current_language
from archive.desk.queues import EditionFilter, listed_editions
from archive.desk.rows import rows_of
from archive.desk.words import LANGUAGE_WORDS
from archive.publication.models import ReleasedEdition
from archive.redaction.correction import start_correction
from archive.review.rounds import ReviewRefused, refuse_reviewer, refuse_unready, standing_approval
from archive.testimonies.models import STANDING, Edition, State
from archive.users.models import User
from archive.users.roles import DeskAct

ROWS_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class ActLink:
    """An act on the page of a testimony, and what it does; `why_not` stands there where it cannot be done now."""

    words: str
    url: str
    does: str
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
        "in_the_room": _in_the_room(edition),
    }
    return render(request, "desk/testimony.html", context)


def _in_the_room(edition: Edition) -> str:
    """Return where readers find it, if the desk knows where the reading room is."""
    standing = edition.testimony.editions.filter(state=State.PUBLISHED).values("pk")
    if not settings.ROOM_ADDRESS or not ReleasedEdition.objects.filter(edition__in=standing).exists():
        return ""
    return str(settings.ROOM_ADDRESS) + addresses.testimony(current_language(), edition.testimony.public_id)


def acts_on(edition: Edition, user: User) -> list[ActLink]:
    """Return every act on an edition; what cannot be done now bears the reason of the function that would refuse it."""
    number = edition.testimony.number
    stands = why_not_edited(edition)
    published = edition.testimony.editions.filter(state=State.PUBLISHED).exists()
    return [
        *_corrections(edition),
        ActLink(
            _("Decide details"),
            reverse("workbench", args=[number]),
            _("Original and public text side by side, one decision after the other."),
            stands,
        ),
        ActLink(
            _("Persons and names"),
            reverse("persons", args=[number]),
            _("Who stands in it, what each is called here, and every form the gate refuses."),
        ),
        ActLink(
            _("Describe"), reverse("describe", args=[number]), _("Abstracts, coded facts, warnings and themes."), stands
        ),
        ActLink(
            _("How many could it be"),
            reverse("exposure", args=[number]),
            _("What the details tell together, and how many people fit them."),
        ),
        ActLink(
            _("Send to review"),
            reverse("submit", args=[number]),
            _("Hands everything that would be published to an admin who had no hand in it."),
            stands or _why_not_ready(edition),
        ),
        _reading(edition, user),
        ActLink(_("Gate"), reverse("gate", args=[number]), _("Every check, and what stands in the way of publishing.")),
        ActLink(
            _("Suspend"),
            reverse("suspend", args=[number]),
            _("The reading room is silent about it within two seconds; an admin can let it back."),
            "" if published else _("It is not in the reading room now."),
            tone="stop",
        ),
        ActLink(
            _("Withdraw"),
            reverse("withdraw", args=[number]),
            _("For ever, within two seconds; no backup brings it back."),
            _("It was withdrawn. That is final.") if edition.state == State.WITHDRAWN else "",
            tone="stop",
        ),
    ]


def _corrections(edition: Edition) -> list[ActLink]:
    if edition.state not in STANDING:
        return []
    opens_next = _("Opens the next edition; readers keep this one until the correction is through the gate.")
    url = reverse("correct", args=[edition.testimony.number])
    return [ActLink(_("Start a correction"), url, opens_next, is_post=True)]


@sent_to
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
        return ActLink(_("Read both texts"), url, _("The original beside what is or would be published."))
    judging = _("Approve exactly what would be published, or return it with words.")
    try:
        refuse_reviewer(edition, user)
    except ReviewRefused as refusal:
        return ActLink(_("Review"), url, judging, str(refusal))
    return ActLink(_("Review"), url, judging)
