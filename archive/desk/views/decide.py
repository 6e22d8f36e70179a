"""Deciding a detail, and taking a decision back: one POST, and the page goes on to the next open detail."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from archive.desk.access import opens, sent_to, staff_of
from archive.desk.conflict import conflict
from archive.desk.finding import edition_or_404
from archive.desk.forms.decide import DecisionForm
from archive.desk.ladder import choice_of
from archive.desk.refusals import REFUSALS
from archive.desk.views.workbench import show_bench
from archive.desk.words import TREATMENT_WORDS
from archive.redaction.choices import decide_choice
from archive.redaction.decisions import reopen_span
from archive.redaction.models import IdentifyingSpan
from archive.redaction.other_person import keep_as_other
from archive.testimonies.models import Edition, EditionChanged
from archive.users.roles import DeskAct


@sensitive_post_parameters()
@sensitive_variables()
@sent_to
@opens(DeskAct.DECIDE)
def decide(request: HttpRequest, number: int, detail: UUID) -> HttpResponse:
    """Record a decision for every place where the same words stand."""
    edition = edition_or_404(number)
    bench = reverse("workbench", args=[number])
    span = _detail(edition, detail)
    if span is None:
        return conflict(request, edition, back=bench, typed=_typed(request))
    form = DecisionForm(request.POST)
    if not form.is_valid():
        first = next(iter(form.errors.values()))[0]
        return show_bench(request, edition, wanted=str(detail), refusal=str(first), decision=form)
    given = form.cleaned_data
    try:
        made = decide_choice(
            span,
            choice=form.chosen(),
            reason=given["reason"],
            identifier_class=given["identifier_class"],
            only_here=given["only_here"],
            seen=given["seen"],
            by=staff_of(request),
            at=timezone.now(),
        )
    except EditionChanged:
        return conflict(request, edition, back=_back(bench, detail), typed=_typed(request), span=span)
    except REFUSALS as refusal:
        return show_bench(request, edition, wanted=str(detail), refusal=str(refusal), decision=form)
    said = ngettext("Decided in %(count)d place.", "Decided in %(count)d places.", len(made))
    messages.success(request, said % {"count": len(made)})
    request.session["last_decided"] = str(detail)
    return redirect(f"{bench}#decide")


@sent_to
@opens(DeskAct.DECIDE)
def reopen(request: HttpRequest, number: int, detail: UUID) -> HttpResponse:
    """Take a decision back; the detail is open again."""
    return _act_on(
        request, number, detail, reopen_span, typed=[], said=_("This detail is open again."), then=f"?detail={detail}"
    )


@sensitive_post_parameters()
@sensitive_variables()
@sent_to
@opens(DeskAct.DECIDE)
def other(request: HttpRequest, number: int, detail: UUID) -> HttpResponse:
    """Keep words that look like a person's name and are somebody else's, or an ordinary word, in this place."""
    reason = request.POST.get("reason", "")
    return _act_on(
        request,
        number,
        detail,
        partial(keep_as_other, reason=reason),
        typed=[(_("Reason"), reason)],
        said=_("Kept here. Before it goes out, one proposes that it may stand and another confirms."),
    )


@sensitive_variables("act", "typed")
def _act_on(
    request: HttpRequest,
    number: int,
    detail: UUID,
    act: Callable[..., object],
    *,
    typed: list[tuple[str, str]],
    said: str,
    then: str = "",
) -> HttpResponse:
    """Do something to a detail that the page showed in one state of the edition, and go on."""
    edition = edition_or_404(number)
    bench = reverse("workbench", args=[number])
    span = _detail(edition, detail)
    seen = request.POST.get("seen", "")
    if span is None or not seen.isdecimal():
        return conflict(request, edition, back=bench, typed=typed)
    try:
        act(span, by=staff_of(request), at=timezone.now(), seen=int(seen))
    except EditionChanged:
        return conflict(request, edition, back=_back(bench, detail), typed=typed, span=span)
    except REFUSALS as refusal:
        return show_bench(request, edition, wanted=str(detail), refusal=str(refusal))
    messages.success(request, said)
    return redirect(f"{bench}{then}#decide")


def _detail(edition: Edition, detail: UUID) -> IdentifyingSpan | None:
    spans = IdentifyingSpan.objects.select_related(
        "edition__testimony", "person", "sealed_under", "telling__original__sealed_under"
    )
    found: IdentifyingSpan | None = spans.filter(pk=detail, edition=edition).first()
    return found


def _back(bench: str, detail: UUID) -> str:
    """Return the address of a detail on the workbench."""
    return f"{bench}?detail={detail}#d-{detail}"


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    chosen = choice_of(request.POST.get("choice", ""))
    words = f": [{chosen.replacement}]" if chosen and chosen.replacement else ""
    return [
        (_("Choice"), f"{TREATMENT_WORDS[chosen.treatment]}{words}" if chosen else ""),
        (_("Your own words"), request.POST.get("replacement", "")),
        (_("Reason"), request.POST.get("reason", "")),
    ]
