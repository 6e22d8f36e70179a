"""The second pair of eyes: the queue, the original beside what the public will read, and the verdict."""

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
from django.views.decorators.http import require_GET

from archive.catalogue.closed_lists import WARNINGS
from archive.catalogue.facets import facet_named
from archive.desk.access import opens, staff_of
from archive.desk.bench import pairs_of
from archive.desk.conflict import conflict
from archive.desk.exposure_cards import Places, rule_cards
from archive.desk.exposure_words import said_of_crowd
from archive.desk.finding import edition_or_404
from archive.desk.languages import current_language
from archive.desk.queues import listed_editions
from archive.desk.reasons import say_reason
from archive.desk.refusals import REFUSALS, UNPROCESSABLE
from archive.desk.returned import ReviewersWords, last_words
from archive.desk.rows import rows_of
from archive.desk.thesaurus import theme_labels
from archive.desk.words import LANGUAGE_WORDS, TREATMENT_WORDS, TYPE_WORDS, class_words
from archive.redaction.accepting import accepted_exposures
from archive.redaction.elsewhere import exposure_now
from archive.redaction.lifts import names_left
from archive.redaction.models import IdentifyingSpan
from archive.redaction.rendering import OpenedTelling, open_tellings, render_opened
from archive.redaction.spans import spans_of
from archive.review.models import Outcome
from archive.review.rounds import ReviewRefused, current_round, record_verdict, refuse_reviewer
from archive.testimonies.models import Edition, EditionChanged, State
from archive.users.roles import DeskAct


@require_GET
def reviews(request: HttpRequest) -> HttpResponse:
    """List what waits for a reviewer."""
    waiting = listed_editions().in_review()
    rows = rows_of(waiting, user=staff_of(request))
    return render(request, "desk/reviews.html", {"rows": rows})


@method_decorator([opens(DeskAct.READ_ORIGINAL), sensitive_post_parameters("words")], name="dispatch")
class Review(View):
    """The page on which a round is read and judged; editors read along, and the page says why they do not judge."""

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show both texts, passage by passage, with every decision."""
        return _page(request, edition_or_404(number))

    @method_decorator(sensitive_variables())
    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Record the verdict on exactly the text that was shown."""
        edition = edition_or_404(number)
        words = request.POST.get("words", "")
        verdict = request.POST.get("verdict", "")
        if verdict not in Outcome.values:
            return _page(request, edition, refusal=_("Choose: approve it, or return it with words."), words=words)
        try:
            record_verdict(
                edition, reviewer=staff_of(request), digest=request.POST.get("digest", ""), verdict=verdict,
                words=words, at=timezone.now(),
            )  # fmt: skip
        except EditionChanged:
            return conflict(request, edition, back=reverse("review", args=[number]), typed=[(_("Your words"), words)])
        except REFUSALS as refusal:
            return _page(request, edition, refusal=str(refusal), words=words)
        if verdict == Outcome.APPROVE:
            messages.success(request, _("Approved: exactly this text. The gate comes next."))
            return redirect("gate", number=number)
        messages.success(request, _("Returned with your words. Nothing of it is published."))
        return redirect("reviews")


@sensitive_variables("opened")
def _page(request: HttpRequest, edition: Edition, *, refusal: str = "", words: str = "") -> HttpResponse:
    user = staff_of(request)
    opened = open_tellings(edition, by=user, at=timezone.now(), purpose="review")
    spans = spans_of(edition)
    opened_round = current_round(edition)
    in_review = edition.state == State.IN_REVIEW
    try:
        refuse_reviewer(edition, user)
        why_not = "" if in_review else _("Nobody has handed it over to review.")
    except ReviewRefused as error:
        why_not = str(error)
    redacted = render_opened(edition, opened, spans)
    exposure = exposure_now(edition, opened, spans)
    returned = last_words(edition)
    places = Places(opened, spans, number=edition.testimony.number)
    speaks = current_language()
    context: dict[str, Any] = {
        "edition": edition,
        "row": rows_of([edition], user=user)[0],
        "number": edition.testimony.number,
        "round": opened_round,
        "digest": redacted.digest,
        "is_same_text": opened_round is not None and opened_round.digest == redacted.digest,
        "returned": returned,
        "tellings": _tellings(opened, spans, redacted.record.languages, returned),
        "languages": [
            {"name": LANGUAGE_WORDS[one.language], "code": one.language, "title": one.title, "abstract": one.abstract}
            for one in redacted.record.languages
        ],
        "facets": [
            (facet_named(facet).label(speaks), facet_named(facet).value(value).label(speaks))
            for facet, value in redacted.record.facets
        ],
        "warnings": [one.label(speaks) for one in WARNINGS if one.code in redacted.record.warnings],
        "classes": [(code, class_words(code)) for code in ("DIRECT", "LOOKUP", "QUASI", "SENSITIVE", "OPERATIONAL")],
        "crowd_said": said_of_crowd(exposure.crowd),
        "rules": rule_cards(exposure, accepted_exposures(edition), places),
        "why_not": why_not,
        "names_open": sum(not one.is_settled for one in names_left(edition, redacted)),
        "in_review": in_review,
        "words": words,
        "refusal": refusal,
        "refusal_title": "",
    }
    return render(request, "desk/review.html", context, status=UNPROCESSABLE if refusal else 200)


@sensitive_variables("opened")
def _tellings(
    opened: list[OpenedTelling], spans: list[IdentifyingSpan], languages: Any, returned: ReviewersWords | None
) -> list[dict[str, Any]]:
    """Put the original beside the parts of the record that is approved, with the decisions of each passage."""
    labels = theme_labels()
    rendered = {one.language: {passage.number: passage for passage in one.passages} for one in languages}
    texts = {one.telling.pk: one.text for one in opened}
    told = []
    for telling in pairs_of(opened, spans):
        passages = []
        for pair in telling.pairs:
            inside = [span for span in spans if span.telling_id == telling.telling and span.passage == pair.number]
            public = rendered[telling.language][pair.number].parts
            passages.append(
                {
                    "number": pair.number,
                    "original": pair.original,
                    "public": [{"kind": part.kind.value, "text": part.text} for part in public],
                    "themes": [labels.get(code, code) for code in rendered[telling.language][pair.number].themes],
                    "decisions": [_decision(span, texts[span.telling_id], returned) for span in inside],
                }
            )
        told.append({"language": telling.language, "name": telling.name, "passages": passages})
    return told


@sensitive_variables("text")
def _decision(span: IdentifyingSpan, text: str, returned: ReviewersWords | None) -> dict[str, Any]:
    decision = span.standing_decision()
    return {
        "identifier_class": decision.identifier_class if decision else span.identifier_class,
        "words": text[span.start : span.end],
        "kind": TYPE_WORDS[span.entity_type],
        "treatment": TREATMENT_WORDS[decision.treatment] if decision else _("goes with a wider change"),
        "replacement": decision.replacement.reveal() if decision else "",
        "reason": say_reason(decision.reason.reveal()) if decision else "",
        "is_new": decision is not None and returned is not None and decision.decided_at > returned.said_at,
        "is_kept": decision is not None and not decision.alters,
    }
