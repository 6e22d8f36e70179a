"""Handing an edition over to review."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View

from archive.desk.access import opens, staff_of
from archive.desk.conflict import conflict
from archive.desk.finding import edition_or_404
from archive.desk.forms.describe import abstract_languages
from archive.desk.refusals import REFUSALS, UNPROCESSABLE
from archive.desk.returned import last_words
from archive.desk.rows import rows_of
from archive.desk.words import LANGUAGE_WORDS
from archive.redaction.rendering import open_tellings
from archive.redaction.spans import spans_of
from archive.review.rounds import ReviewRefused, refuse_unanswered, refuse_unready, submit_for_review
from archive.testimonies.models import Edition, EditionChanged, PassageTheme, State
from archive.users.roles import DeskAct


@method_decorator(opens(DeskAct.SUBMIT), name="dispatch")
class Submit(View):
    """The page from which an edition goes to review."""

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        """Say whether it is ready, and what a reviewer said last."""
        return _page(request, edition_or_404(number))

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Hand it over."""
        edition = edition_or_404(number)
        seen = request.POST.get("seen", "")
        try:
            submit_for_review(
                edition, by=staff_of(request), at=timezone.now(), seen=int(seen) if seen.isdecimal() else -1
            )
        except EditionChanged:
            return conflict(request, edition, back=reverse("submit", args=[number]), typed=[])
        except REFUSALS as refusal:
            return _page(request, edition, refusal=str(refusal))
        messages.success(request, _("Handed over. An admin who had no hand in it reads it next."))
        return redirect("testimony", number=number)


def _page(request: HttpRequest, edition: Edition, *, refusal: str = "") -> HttpResponse:
    spans = spans_of(edition)
    try:
        refuse_unready(edition, spans)
        opened = open_tellings(edition, by=staff_of(request), at=timezone.now(), purpose="redaction")
        refuse_unanswered(edition, opened, spans)
        why_not = "" if edition.state == State.IN_REDACTION else _("It has been handed over already.")
    except ReviewRefused as error:
        why_not = str(error)
    context = {
        "edition": edition,
        "row": rows_of([edition], user=staff_of(request))[0],
        "number": edition.testimony.number,
        "why_not": why_not,
        "unwritten": _unwritten(edition),
        "has_theme": PassageTheme.objects.filter(edition=edition).exists(),
        "returned": last_words(edition),
        "refusal": refusal,
        "refusal_title": "",
    }
    return render(request, "desk/submit.html", context, status=UNPROCESSABLE if refusal else 200)


def _unwritten(edition: Edition) -> list[str]:
    """Return the languages that lack an abstract, which the gate will ask for."""
    written = {row.language for row in edition.descriptions.all() if row.abstract.reveal().strip()}
    wanted = abstract_languages(list(edition.testimony.tellings.all()))
    return [LANGUAGE_WORDS[language] for language in wanted if language not in written]
