"""Keeping words on the workbench that look like a person's name and are somebody else's, or an ordinary word.

Whoever says so keeps the words; the gate goes on refusing them until a second person has said the same of the text that
would be published (`lifts`).
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.deidentification.treatments import Treatment
from archive.redaction.decisions import DecisionRefused, decide_span
from archive.redaction.models import IdentifyingSpan, SpanDecision
from archive.redaction.standing_names import stands_in_full
from archive.users.models import User
from archive.vault.custody import open_original
from archive.vault.naming import current_matcher


@sensitive_variables("text", "reason")
def keep_as_other(
    span: IdentifyingSpan, *, reason: str, by: User, at: datetime, seen: int | None = None
) -> list[SpanDecision]:
    """Keep words that are not the name they look like, in this place; raises `DecisionRefused` for two parts of one."""
    if span.person_id is None or not span.certain:
        raise DecisionRefused(_("These words are nobody's name for certain. Keep them with a reason, like any others."))
    text = open_original(span.telling.original, by=by, at=at, purpose="redaction")
    leaks = current_matcher().find(text)
    inside = [leak for leak in leaks if span.start < leak.end and leak.start < span.end]
    if any(stands_in_full(text, leak, leaks) for leak in inside):
        raise DecisionRefused(
            _("Two parts of one person's name stand together here, and that is never kept. Change it or leave it out.")
        )
    with transaction.atomic():
        IdentifyingSpan.objects.filter(pk=span.pk).update(certain=False)
        span.certain = False
        return decide_span(
            span, treatment=Treatment.RETAIN, reason=reason.strip(), only_here=True, seen=seen, by=by, at=at
        )
