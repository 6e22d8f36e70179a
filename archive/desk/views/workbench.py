"""The workbench: original and public text side by side, and the one decision that is open now."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET

from archive.deidentification.treatments import Treatment
from archive.desk.access import opens, staff_of
from archive.desk.bench import OpenDecision, find_span, open_decisions, pairs_of, words_after, words_before
from archive.desk.exposure_cards import notes_on
from archive.desk.exposure_words import said_of_crowd
from archive.desk.finding import back_to_testimony, edition_or_404
from archive.desk.forms.decide import DecisionForm, MarkForm
from archive.desk.ladder import OWN, choice_value, rung_cards, value_of_decision
from archive.desk.reasons import say_reason
from archive.desk.refusals import UNPROCESSABLE
from archive.desk.returned import last_words
from archive.desk.rows import rows_of
from archive.desk.words import FINDER_WORDS, KEEPING_REASONS, LANGUAGE_WORDS, TREATMENT_WORDS, TYPE_WORDS, class_words
from archive.redaction.accepting import accepted_exposures
from archive.redaction.choices import choices_for
from archive.redaction.decisions import WORDLESS
from archive.redaction.elsewhere import exposure_now
from archive.redaction.models import IdentifyingSpan, SpanDecision
from archive.redaction.rendering import OpenedTelling, open_tellings
from archive.redaction.spans import spans_of
from archive.testimonies.models import IN_WORK, Edition
from archive.users.roles import DeskAct

AROUND = 60  # letters shown before and after a detail in "how it will read"


@require_GET
@opens(DeskAct.DECIDE)
def workbench(request: HttpRequest, number: int) -> HttpResponse:
    """Show the texts and the next open decision, or the detail that was asked for."""
    edition = edition_or_404(number)
    if edition.state not in IN_WORK:
        return back_to_testimony(request, edition)
    return show_bench(request, edition, wanted=request.GET.get("detail", ""))


@sensitive_variables("opened", "decisions")
def show_bench(
    request: HttpRequest,
    edition: Edition,
    *,
    wanted: str = "",
    refusal: str = "",
    decision: DecisionForm | None = None,
    mark: MarkForm | None = None,
) -> HttpResponse:
    """Render the workbench, with what was typed if something was refused."""
    opened = open_tellings(edition, by=staff_of(request), at=timezone.now(), purpose="redaction")
    spans = spans_of(edition)
    current = find_span(spans, wanted)
    decisions = open_decisions(opened, spans, current=current)
    if current is None and decisions:
        current = decisions[0].span
        decisions = open_decisions(opened, spans, current=current)
    row = rows_of([edition], user=staff_of(request))[0]
    now = _now(opened, spans, current, decisions, decision) if current else None
    exposure = exposure_now(edition, opened, spans)
    initial = {"seen": edition.change}
    if now:
        initial |= {"advised": now["advised_value"], "because": now["because"]}
        initial |= {"treatment": now["own_treatment"], "replacement": now["own_words"]}
    context: dict[str, Any] = {
        "edition": edition,
        "row": row,
        "row_number": edition.testimony.number,
        "tellings": pairs_of(opened, spans, current=current),
        "decisions": decisions,
        "position": next((number for number, one in enumerate(decisions, start=1) if one.is_current), 0),
        "classes": [(code, class_words(code)) for code in ("DIRECT", "LOOKUP", "QUASI", "SENSITIVE", "OPERATIONAL")],
        "now": now,
        "last": _last_decided(request, spans) if not (now and now["standing"]) else None,
        "keeping_reasons": KEEPING_REASONS,
        "returned": last_words(edition),
        "together": notes_on(exposure.breaches, current),
        "crowd_said": said_of_crowd(exposure.crowd),
        "unanswered": len(exposure.unanswered(accepted_exposures(edition))),
        "decision": decision or DecisionForm(initial=initial),
        "mark": mark or MarkForm(initial={"seen": edition.change, "telling": opened[0].telling.pk, "nth": 1}),
        "marks_open": mark is not None,
        "tellings_choices": [(one.telling.pk, LANGUAGE_WORDS[one.telling.language]) for one in opened],
        "refusal": refusal,
        "refusal_title": "",
        "keys": [
            ("1–4", _("choose a rung")), ("0", _("keep")), ("Enter", _("decide")), ("J", _("next")),
            ("K", _("back")), ("U", _("undo")), ("A", _("add a detail")), ("?", _("all")),
        ],
    }  # fmt: skip
    status = UNPROCESSABLE if refusal or mark is not None else 200
    return render(request, "desk/workbench.html", context, status=status)


@sensitive_variables("opened", "text", "words", "decisions")
def _now(
    opened: list[OpenedTelling],
    spans: list[IdentifyingSpan],
    current: IdentifyingSpan,
    decisions: list[OpenDecision],
    form: DecisionForm | None,
) -> dict[str, Any]:
    """Return everything about the detail being decided."""
    telling = next(one for one in opened if one.telling.pk == current.telling_id)
    text = telling.text
    same = [span for span in spans if span.repeat == current.repeat and span.telling_id == current.telling_id]
    standing = current.standing_decision()
    choices = choices_for(current, text=text, language=telling.telling.language)
    chosen = str(form["choice"].value() or "") if form else value_of_decision(choices, standing)
    own = standing if chosen == OWN and standing and not form else None
    rungs = rung_cards(choices, chosen=chosen)
    taken = next((rung for rung in rungs if rung.is_chosen and not rung.refused), None)
    around = (taken.before, taken.after) if taken else (0, 0)
    person = current.person
    stands_here = person is not None and person.appearances.filter(testimony=current.edition.testimony_id).exists()
    following = [one.span for one in decisions]
    at = next((index for index, one in enumerate(decisions) if one.is_current), -1)
    return {
        "span": current,
        "words": text[current.start : current.end],
        "kind": TYPE_WORDS[current.entity_type],
        "identifier_class": standing.identifier_class if standing else current.identifier_class,
        "places": len(same),
        "passages": sorted({span.passage: span.pk for span in reversed(same)}.items()),
        "reason": say_reason(current.reason.reveal()),
        "recogniser": FINDER_WORDS[current.recogniser],
        "person": person.reference if person else "",
        "person_url": reverse("person", args=[current.edition.testimony.number, person.number])
        if person and stands_here
        else "",
        "may_be_other": person is not None and current.certain,
        "before": words_before(text, current.start, most=AROUND),
        "after": words_after(text, current.end, most=AROUND),
        "lead": words_before(text, current.start - around[0], most=AROUND),
        "trail": words_after(text, current.end + around[1], most=AROUND),
        "is_kept": taken is not None and taken.is_kept,
        "is_struck": (taken is not None and not taken.is_kept) or own is not None,
        "instead": taken.say if taken else f"[{own.replacement.reveal()}]" if own else "[…]",
        "advised_value": next((choice_value(choice) for choice in choices.choices if choice.is_advised), ""),
        "because": choices.reason,
        "proposal": say_reason(choices.reason),
        "rungs": rungs,
        "own_is_chosen": chosen == OWN or (not chosen and choices.proposed == Treatment.SUMMARISE),
        "own": OWN,
        "own_words": own.replacement.reveal() if own else "",
        "own_treatment": _own_treatment(choices.proposed, own),
        "standing": standing,
        "standing_words": TREATMENT_WORDS[standing.treatment] if standing else "",
        "standing_replacement": standing.replacement.reveal() if standing else "",
        "next": str(following[(at + 1) % len(following)].pk) if following else "",
        "previous": str(following[(at - 1) % len(following)].pk) if following else "",
    }


def _own_treatment(proposed: Treatment, own: SpanDecision | None) -> str:
    if own is not None:
        return str(own.treatment)
    return proposed.value if proposed not in WORDLESS else Treatment.GENERALISE.value


def _last_decided(request: HttpRequest, spans: list[IdentifyingSpan]) -> IdentifyingSpan | None:
    """Return the detail that was decided last in this session, if it stands in this edition and is decided still."""
    span = find_span(spans, request.session.get("last_decided", ""))
    return span if span and span.standing_decision() else None
