"""Names left standing: every form in the text as it would be published, proposed as something else, confirmed."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET

from archive.desk.access import opens, sent_to, staff_of
from archive.desk.bench import words_after, words_before
from archive.desk.finding import edition_or_404
from archive.desk.forms.names import LiftForm, PlaceForm
from archive.desk.name_groups import words_for
from archive.desk.refusals import REFUSALS, UNPROCESSABLE
from archive.desk.rows import rows_of
from archive.desk.words import LANGUAGE_WORDS, LIFT_WORDS
from archive.redaction.lifts import (
    LiftRefused,
    NameLeft,
    Occurrence,
    answer_lift,
    names_left,
    propose_lift,
    refuse_second_person,
    said_before,
)
from archive.redaction.models import NameLift
from archive.redaction.rendering import render_redacted
from archive.review.rounds import standing_approval
from archive.testimonies.models import Edition
from archive.users.models import User
from archive.users.roles import DeskAct
from archive.vault.models import Person

AROUND = 90  # letters shown before and after


@require_GET
@opens(DeskAct.READ_ORIGINAL)
def names(request: HttpRequest, number: int) -> HttpResponse:
    """Show every form of a protected name that would be published, and what was said of each."""
    return _page(request, edition_or_404(number))


@sensitive_post_parameters()
@sensitive_variables()
@sent_to
@opens(DeskAct.DECIDE)
def propose(request: HttpRequest, number: int) -> HttpResponse:
    """Say of one occurrence that it is another person or an ordinary word."""
    edition, user = edition_or_404(number), staff_of(request)
    form = LiftForm(request.POST)
    if not form.is_valid():
        return _page(request, edition, refusal=str(next(iter(form.errors.values()))[0]), typed=form)
    approval = standing_approval(edition)
    if approval is not None and approval.reviewer_id == user.pk:
        refusal = _("You approved this text, so you cannot decide anything in it. Leave the proposal to an editor.")
        return _page(request, edition, refusal=refusal, typed=form)
    given = form.cleaned_data
    try:
        propose_lift(
            edition, form.where(), digest=given["digest"], kind=given["kind"], reason=given["reason"],
            by=user, at=timezone.now(),
        )  # fmt: skip
    except REFUSALS as refused:
        return _page(request, edition, refusal=str(refused), typed=form)
    messages.success(request, _("Recorded. What is a name for certain waits for an admin who had no hand in it."))
    return redirect("names", number=number)


@sent_to
@opens(DeskAct.REVIEW)
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Confirm or refuse, as the second person, what was said of one occurrence."""
    edition = edition_or_404(number)
    form = PlaceForm(request.POST)
    if not form.is_valid():
        return _page(request, edition, refusal=_("This place is not known. Open the page again."))
    outcome = request.POST.get("outcome", "")
    try:
        answer_lift(
            edition, form.where(), digest=form.cleaned_data["digest"], outcome=outcome,
            by=staff_of(request), at=timezone.now(),
        )  # fmt: skip
    except REFUSALS as refused:
        return _page(request, edition, refusal=str(refused))
    said = _("Confirmed, for exactly this text. Any edit ends it.") if outcome == "confirm" else _("Refused.")
    messages.success(request, said)
    return redirect("names", number=number)


@sensitive_variables("redacted", "left")
def _page(request: HttpRequest, edition: Edition, *, refusal: str = "", typed: LiftForm | None = None) -> HttpResponse:
    user = staff_of(request)
    redacted = render_redacted(edition, by=user, at=timezone.now(), purpose="review")
    left = names_left(edition, redacted)
    numbers = {str(one.pk): one for one in Person.objects.filter(pk__in={ref for one in left for ref in one.persons})}
    here = set(edition.testimony.appearances.values_list("person_id", flat=True))
    reading = _Reading(
        edition, redacted.digest, user, numbers, frozenset(here), typed, said_before(edition, digest=redacted.digest)
    )
    cards = [_card(one, reading) for one in left]
    context: dict[str, Any] = {
        "edition": edition,
        "row": rows_of([edition], user=user)[0],
        "number": edition.testimony.number,
        "digest": redacted.digest,
        "cards": cards,
        "open": sum(not one.is_settled for one in left),
        "refusal": refusal,
        "refusal_title": "",
    }
    return render(request, "desk/names_left.html", context, status=UNPROCESSABLE if refusal else 200)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What every card of one page shares."""

    edition: Edition
    digest: str
    user: User
    persons: dict[str, Person]
    here: frozenset[Any]
    typed: LiftForm | None
    before: dict[tuple[str, int, str], NameLift]

    def said_before(self, left: NameLeft) -> dict[str, str]:
        """Return what was said of this passage and one of these persons in an earlier text, to begin with."""
        where = left.where
        for person in left.persons:
            lift = self.before.get((where.language, where.passage, person))
            if lift is not None:
                return {"kind": lift.kind, "reason": lift.reason.reveal()}
        return {}

    def typed_at(self, where: Occurrence) -> LiftForm | None:
        """Return the form that was refused, if it was this place's."""
        place = {name: str(value) for name, value in _place(where).items()}
        if self.typed is None or any(self.typed.data.get(name) != value for name, value in place.items()):
            return None
        return self.typed


@sensitive_variables("left", "text")
def _card(left: NameLeft, reading: _Reading) -> dict[str, Any]:
    text, where = left.place.text, left.where
    proposed = left.lifts[0] if left.lifts else None
    verdict = getattr(proposed, "verdict", None) if proposed else None
    confirmed = verdict is not None and verdict.outcome == "confirm"
    covered = len(left.lifts) == len(left.persons)
    place = {**_place(where), "digest": reading.digest}
    fresh = LiftForm(
        initial=place | reading.said_before(left), auto_id=f"lift-{where.language}-{where.passage}-{where.start}-%s"
    )
    waits = proposed is not None and verdict is None and left.tier == "block"
    return {
        "anchor": f"n-{where.language}-{where.passage}-{where.start}",
        "language": where.language,
        "language_words": LANGUAGE_WORDS[where.language],
        "passage": where.passage,
        "before": words_before(text, where.start, most=AROUND),
        "words": text[where.start : where.end],
        "after": words_after(text, where.end, most=AROUND),
        "is_block": left.tier == "block",
        "how": words_for(left.how),
        "persons": [
            (one.reference, one.number, one.pk in reading.here)
            for one in map(reading.persons.__getitem__, left.persons)
        ],
        "refused": left.refused,
        "proposed": proposed,
        "kind": LIFT_WORDS[proposed.kind] if proposed else "",
        "reason": proposed.reason.reveal() if proposed else "",
        "verdict": verdict,
        "is_confirmed": confirmed,
        "is_settled": left.is_settled,
        "waits": waits,
        "why_not": _why_not(reading.edition, left, reading.user) if waits else "",
        "form": reading.typed_at(where) or fresh,
        "place": place,
        "may_propose": not covered and not left.refused and not (verdict is not None and not confirmed),
    }


def _place(where: Occurrence) -> dict[str, Any]:
    return {"language": where.language, "passage": where.passage, "start": where.start, "end": where.end}


def _why_not(edition: Edition, left: NameLeft, user: User) -> str:
    """Return why this person cannot confirm, in the words that would refuse it; empty if they can."""
    try:
        refuse_second_person(edition, left.lifts, by=user)
    except LiftRefused as refused:
        return str(refused)
    return ""
