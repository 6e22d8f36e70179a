"""How many could it be: what the details that stay tell together, and the decision that it may stand."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from archive.deidentification.joins import Join
from archive.desk.access import opens, staff_of
from archive.desk.conflict import conflict
from archive.desk.exposure_cards import Places, helping_cards, passed_rules, rule_cards, source_cards, step_cards
from archive.desk.exposure_words import said_of_crowd
from archive.desk.finding import edition_or_404
from archive.desk.refusals import REFUSALS, UNPROCESSABLE
from archive.desk.rows import rows_of
from archive.redaction.accepting import accept_exposure, accepted_exposures
from archive.redaction.elsewhere import exposure_now, joins_of, k_within_collection
from archive.redaction.models import IdentifyingSpan
from archive.redaction.rendering import open_tellings
from archive.redaction.spans import spans_of, undecided_spans
from archive.testimonies.models import IN_WORK, Edition, EditionChanged, State, Testimony
from archive.users.roles import DeskAct


@method_decorator([opens(DeskAct.READ_ORIGINAL), sensitive_post_parameters("reason")], name="dispatch")
class Exposure(View):
    """The page of an edition's exposure; whoever reads originals may read it, whoever decides may accept."""

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show checks, arithmetic and joins."""
        return _page(request, edition_or_404(number))

    @method_decorator([opens(DeskAct.DECIDE), sensitive_variables()])
    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Record that exactly what was shown may stand."""
        edition = edition_or_404(number)
        sent = {name: request.POST.get(name, "") for name in ("rule", "digest", "reason", "seen")}
        try:
            accept_exposure(
                edition, rule=sent["rule"], digest=sent["digest"], reason=sent["reason"],
                seen=int(sent["seen"]) if sent["seen"].isdecimal() else -1, by=staff_of(request), at=timezone.now(),
            )  # fmt: skip
        except EditionChanged:
            back = reverse("exposure", args=[number])
            return conflict(request, edition, back=back, typed=[(_("Why it may stand"), sent["reason"])])
        except REFUSALS as refusal:
            return _page(request, edition, refusal=str(refusal), typed=sent)
        messages.success(request, _("Recorded. It holds for exactly what is told now; any later change ends it."))
        return redirect("exposure", number=number)


@sensitive_variables("opened", "places", "typed")
def _page(
    request: HttpRequest, edition: Edition, *, refusal: str = "", typed: dict[str, str] | None = None
) -> HttpResponse:
    user, number = staff_of(request), edition.testimony.number
    in_review = edition.state == State.IN_REVIEW
    opened = open_tellings(edition, by=user, at=timezone.now(), purpose="review" if in_review else "redaction")
    spans = spans_of(edition)
    exposure = exposure_now(edition, opened, spans)
    places = Places(opened, spans, number=number)
    describe = reverse("describe", args=[number])
    context: dict[str, Any] = {
        "edition": edition,
        "row": rows_of([edition], user=user)[0],
        "number": number,
        "crowd_said": said_of_crowd(exposure.crowd),
        "crowd_asks": exposure.crowd.asks,
        "digest": exposure.digest,
        "rules": rule_cards(exposure, accepted_exposures(edition), places),
        "passed": passed_rules(exposure),
        "steps": step_cards(exposure.crowd, places, describe=describe),
        "helping": helping_cards(exposure.crowd, places, describe=describe),
        "sources": source_cards(exposure.crowd),
        "k": k_within_collection(edition),
        "joins": _joins(joins_of(edition, spans), places),
        "may_accept": edition.state in IN_WORK,
        "goes_back": edition.state in IN_WORK and edition.state != State.IN_REDACTION,
        "has_open": bool(undecided_spans(spans)),
        "typed": typed or {},
        "refusal": refusal,
        "refusal_title": "",
    }
    return render(request, "desk/exposure.html", context, status=UNPROCESSABLE if refusal else 200)


@sensitive_variables("places")
def _joins(joins: tuple[Join, ...], places: Places) -> list[dict[str, Any]]:
    """Return the other testimonies with the places here and there; no word of another testimony is shown."""
    found = {str(one.pk): one for one in Testimony.objects.filter(pk__in=[join.testimony for join in joins])}
    there = [span for join in joins for _mine, span in join.spans]
    passages = dict(IdentifyingSpan.objects.filter(pk__in=there).values_list("pk", "passage"))
    passage_of = {str(pk): passage for pk, passage in passages.items()}
    return [
        {
            "reference": found[join.testimony].reference,
            "url": reverse("testimony", args=[found[join.testimony].number]),
            "facts": [(places.card(mine), passage_of.get(theirs, 0)) for mine, theirs in join.spans],
        }
        for join in joins
    ]
