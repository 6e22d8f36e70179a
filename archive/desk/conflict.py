"""Two people on one testimony: nothing of the second one is saved over the first, and nothing they typed is lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_variables

from archive.audit.models import AuditEvent
from archive.desk.again import sent_fields
from archive.desk.refusals import CONFLICT
from archive.desk.words import TREATMENT_WORDS, Words
from archive.redaction.models import IdentifyingSpan
from archive.testimonies.models import Edition
from archive.users.models import User


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of the detail one wanted to decide."""

    treatment: Words
    replacement: str = field(repr=False)
    who: str = ""


@sensitive_variables("typed", "context")
def conflict(
    request: HttpRequest,
    edition: Edition,
    *,
    back: str,
    typed: Sequence[tuple[Words, str]],
    span: IdentifyingSpan | None = None,
) -> HttpResponse:
    """Show who changed what meanwhile, what was typed, and the two ways on: leave it, or send it again."""
    edition.refresh_from_db(fields=["change", "state"])
    last = (
        AuditEvent.objects.filter(
            subject__in=[str(edition.pk), *(str(pk) for pk in edition.spans.values_list("pk", flat=True))]
        )
        .order_by("seq")
        .last()
    )
    who = User.objects.filter(pk=last.actor).first() if last and last.actor else None
    context = {
        "edition": edition,
        "reference": edition.testimony.reference,
        "who": str(who) if who else "",
        "when": last.at if last else None,
        "typed": [(label, value) for label, value in typed if value],
        "again": sent_fields(request, but=("seen",)),
        "seen": edition.change,
        "back": back,
        "standing": _standing(span),
    }
    return render(request, "desk/conflict.html", context, status=CONFLICT)


def _standing(span: IdentifyingSpan | None) -> Standing | None:
    fresh = None if span is None else IdentifyingSpan.objects.filter(pk=span.pk).first()
    decision = fresh.standing_decision() if fresh else None
    if decision is None:
        return None
    return Standing(TREATMENT_WORDS[decision.treatment], decision.replacement.reveal(), str(decision.decided_by))
