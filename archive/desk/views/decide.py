"""Deciding a detail, and taking a decision back: one POST, and the page goes on to the next open detail."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from archive.desk.access import opens, staff_of
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
from archive.testimonies.models import EditionChanged
from archive.users.roles import DeskAct


@sensitive_post_parameters()
@require_POST
@opens(DeskAct.DECIDE)
def decide(request: HttpRequest, number: int, detail: UUID) -> HttpResponse:
    """Record a decision for every place where the same words stand."""
    edition = edition_or_404(number)
    bench = reverse("workbench", args=[number])
    span = (
        IdentifyingSpan.objects.select_related("edition__testimony", "person", "sealed_under")
        .filter(pk=detail, edition=edition)
        .first()
    )
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
        return conflict(request, edition, back=f"{bench}?detail={detail}#d-{detail}", typed=_typed(request), span=span)
    except REFUSALS as refusal:
        return show_bench(request, edition, wanted=str(detail), refusal=str(refusal), decision=form)
    said = ngettext("Decided in %(count)d place.", "Decided in %(count)d places.", len(made))
    messages.success(request, said % {"count": len(made)})
    request.session["last_decided"] = str(detail)
    return redirect(f"{bench}#decide")


@require_POST
@opens(DeskAct.DECIDE)
def reopen(request: HttpRequest, number: int, detail: UUID) -> HttpResponse:
    """Take a decision back; the detail is open again."""
    edition = edition_or_404(number)
    bench = reverse("workbench", args=[number])
    span = IdentifyingSpan.objects.select_related("edition__testimony").filter(pk=detail, edition=edition).first()
    seen = request.POST.get("seen", "")
    if span is None or not seen.isdecimal():
        return conflict(request, edition, back=bench, typed=[])
    try:
        reopen_span(span, by=staff_of(request), at=timezone.now(), seen=int(seen))
    except EditionChanged:
        return conflict(request, edition, back=bench, typed=[], span=span)
    except REFUSALS as refusal:
        return show_bench(request, edition, wanted=str(detail), refusal=str(refusal))
    messages.success(request, _("This detail is open again."))
    return redirect(f"{bench}?detail={detail}#decide")


@sensitive_post_parameters()
@require_POST
@opens(DeskAct.DECIDE)
def other(request: HttpRequest, number: int, detail: UUID) -> HttpResponse:
    """Keep words that look like a person's name and are somebody else's, or an ordinary word, in this place."""
    edition = edition_or_404(number)
    bench = reverse("workbench", args=[number])
    span = (
        IdentifyingSpan.objects.select_related("edition__testimony", "person", "telling__original__sealed_under")
        .filter(pk=detail, edition=edition)
        .first()
    )
    seen = request.POST.get("seen", "")
    typed = [(_("Reason"), request.POST.get("reason", ""))]
    if span is None or not seen.isdecimal():
        return conflict(request, edition, back=bench, typed=typed)
    try:
        keep_as_other(
            span, reason=request.POST.get("reason", ""), by=staff_of(request), at=timezone.now(), seen=int(seen)
        )
    except EditionChanged:
        return conflict(request, edition, back=f"{bench}?detail={detail}#d-{detail}", typed=typed, span=span)
    except REFUSALS as refusal:
        return show_bench(request, edition, wanted=str(detail), refusal=str(refusal))
    messages.success(request, _("Kept here. Before it goes out, one proposes that it may stand and another confirms."))
    return redirect(f"{bench}#decide")


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    chosen = choice_of(request.POST.get("choice", ""))
    return [
        (_("Choice"), f"{TREATMENT_WORDS[chosen.treatment]} {chosen.replacement}" if chosen else ""),
        (_("Your own words"), request.POST.get("replacement", "")),
        (_("Reason"), request.POST.get("reason", "")),
    ]
