"""What is done about a span: decided once for the same words, kept in the log when it is decided anew."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.deidentification.treatments import Treatment
from archive.detection.findings import IdentifierClass
from archive.language.agreement import is_form_of
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.pseudonyms import is_protected
from archive.redaction.models import IdentifyingSpan, SpanDecision
from archive.redaction.spans import spans_of
from archive.testimonies.models import Edition
from archive.users.models import User
from archive.vault.models import NAMED_OPENLY, NamingDecision, Person
from archive.vault.naming import current_matcher, standing_decision
from archive.vault.pseudonyms import pseudonyms_by_person

CLASSES = frozenset(member.value for member in IdentifierClass)
NEVER_KEPT = frozenset({IdentifierClass.DIRECT.value, IdentifierClass.LOOKUP.value})
WORDLESS = frozenset({Treatment.RETAIN, Treatment.SUPPRESS})


class DecisionRefused(ValueError):
    """A decision that cannot be recorded as it is; nothing was saved."""


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """What is to be done about a span, in whose words, and why."""

    treatment: Treatment
    reason: str = field(default="", repr=False)
    replacement: str = field(default="", repr=False)
    rung: str = ""
    identifier_class: str = ""  # empty: as the recogniser has it


@sensitive_variables("replacement")
def decide_span(
    span: IdentifyingSpan,
    *,
    treatment: Treatment | str,
    by: User,
    at: datetime,
    reason: str = "",
    replacement: str = "",
    rung: str = "",
    identifier_class: str = "",
    only_here: bool = False,
    seen: int | None = None,
) -> list[SpanDecision]:
    """Decide a span, and with it every span of the same words in the same telling unless `only_here`.

    Returns the decisions made. Raises `DecisionRefused` for a decision that would break a promise, and `EditionChanged`
    when `seen` is not today's change number.
    """
    try:
        draft = DecisionDraft(
            Treatment(treatment), reason.strip(), " ".join(replacement.split()), rung, identifier_class
        )
    except ValueError as error:
        raise DecisionRefused(
            _("There is no treatment '%(treatment)s'. Choose one of: %(known)s.")
            % {"treatment": treatment, "known": ", ".join(Treatment)}
        ) from error
    edition = span.edition
    _refuse_unfit(span, draft)
    with transaction.atomic():
        edition.touch(by=by, at=at, seen=seen)
        spans = spans_of(edition)
        same = [
            other
            for other in spans
            if other.pk == span.pk
            or (not only_here and other.repeat == span.repeat and other.telling_id == span.telling_id)
        ]
        for other in same:
            _refuse_overlap(other, draft, spans)
        made = [_decide(other, draft, by=by, at=at) for other in same]
        facts = {
            "treatment": draft.treatment.value,
            "class": draft.identifier_class or span.identifier_class,
            "entity_type": span.entity_type,
            "occurrences": len(made),
        }
        record_event(Act.SPAN_DECIDED, subject_kind=SubjectKind.SPAN, subject=span.pk, by=by.pk, at=at, facts=facts)
    return made


def reopen_span(span: IdentifyingSpan, *, by: User, at: datetime, seen: int | None = None) -> None:
    """Take the decision on one span back; it stays in the log as superseded."""
    edition: Edition = span.edition
    with transaction.atomic():
        edition.touch(by=by, at=at, seen=seen)
        SpanDecision.objects.filter(span=span).supersede(at=at)
        record_event(
            Act.SPAN_REOPENED,
            subject_kind=SubjectKind.SPAN,
            subject=span.pk,
            by=by.pk,
            at=at,
            facts={"occurrences": 1, "reason": "correction"},
        )


def why_not_kept(span: IdentifyingSpan) -> str:
    """Return why this span cannot be kept as it is, in the words that would refuse it; empty if it can."""
    try:
        _refuse_unfit_retaining(span, DecisionDraft(Treatment.RETAIN, reason="asked beforehand"))
    except DecisionRefused as refusal:
        return str(refusal)
    return ""


def undecided_persons(edition: Edition) -> list[Person]:
    """Return the persons of a testimony of whose name nobody has decided yet."""
    appearances = edition.testimony.appearances.select_related("person__sealed_under")
    persons = [appearance.person for appearance in appearances]
    decided = {
        decision.person_id
        for decision in NamingDecision.objects.standing().filter(person__in=persons)
        if decision.is_decided
    }
    return [person for person in persons if person.pk not in decided]


def _decide(span: IdentifyingSpan, draft: DecisionDraft, *, by: User, at: datetime) -> SpanDecision:
    SpanDecision.objects.filter(span=span).supersede(at=at)
    decision = SpanDecision(
        sealed_under=span.sealed_under,
        span=span,
        treatment=draft.treatment,
        identifier_class=draft.identifier_class or span.identifier_class,
        rung=draft.rung,
        replacement=draft.replacement,
        reason=draft.reason,
        decided_by=by,
        decided_at=at,
    )
    decision.save(force_insert=True)
    return decision


@sensitive_variables("draft")
def _refuse_unfit(span: IdentifyingSpan, draft: DecisionDraft) -> None:
    if draft.identifier_class and draft.identifier_class not in CLASSES:
        raise DecisionRefused(
            _("There is no class '%(identifier_class)s'. Choose one of: %(known)s.")
            % {"identifier_class": draft.identifier_class, "known": ", ".join(IdentifierClass)}
        )
    if draft.treatment in WORDLESS and draft.replacement:
        raise DecisionRefused(
            _("What is kept or left out has no replacement. Empty the field, or choose another treatment.")
        )
    if draft.treatment not in WORDLESS and not draft.replacement:
        raise DecisionRefused(
            _("Nothing stands in its place yet. Write the words readers are to see, or leave it out.")
        )
    if "[" in draft.replacement or "]" in draft.replacement:
        raise DecisionRefused(_("Write the replacement without square brackets; the archive sets them itself."))
    if draft.treatment == Treatment.RETAIN:
        _refuse_unfit_retaining(span, draft)
    else:
        _refuse_telling_replacement(span, draft)


@sensitive_variables("draft")
def _refuse_unfit_retaining(span: IdentifyingSpan, draft: DecisionDraft) -> None:
    if not draft.reason:
        raise DecisionRefused(_("What is kept is kept for a reason. Write it in a few words; it stays sealed."))
    if span.person is not None and span.certain:
        naming = standing_decision(span.person)
        if naming is None or naming.kind not in NAMED_OPENLY:
            message = _(
                "This is a name of %(reference)s, who has no recorded consent to be named. Change the name or "
                "generalise it; or record the consent as a naming decision first."
            ) % {"reference": span.person.reference}
            raise DecisionRefused(message)
    elif span.certain and (draft.identifier_class or span.identifier_class) in NEVER_KEPT:
        message = _(
            "A detail that identifies by itself is not kept. Change it, generalise it or leave it out; if it "
            "does not identify anybody, say so by giving it another class."
        )
        raise DecisionRefused(message)


@sensitive_variables("draft")
def _refuse_telling_replacement(span: IdentifyingSpan, draft: DecisionDraft) -> None:
    if is_protected(draft.replacement, current_matcher()):
        message = _(
            "The replacement holds a name that the archive protects, so it could point at that person. "
            "Choose other words."
        )
        raise DecisionRefused(message)
    if draft.treatment != Treatment.PSEUDONYMISE:
        return
    taken = {person: set(called.values()) for person, called in pseudonyms_by_person().items()}
    own = taken.get(span.person_id, set()) if span.person_id else set()
    if span.person is not None and own and not any(is_form_of(draft.replacement, name) for name in own):
        message = _(
            "%(reference)s bears one name here, in one spelling for each language, and this is not a form of "
            "it. Use that name; to change it, record a new naming decision."
        ) % {"reference": span.person.reference}
        raise DecisionRefused(message)
    others = {name for person, names in taken.items() if person != span.person_id for name in names} - own
    if span.person_id and others and _stands_for(draft.replacement, others):
        raise DecisionRefused(_("This name stands for somebody else in the archive. Choose another."))


@sensitive_variables("replacement", "names")
def _stands_for(replacement: str, names: set[str]) -> bool:
    """Tell whether a replacement could be read as one of these names, in any spelling."""
    matches = NameMatcher([NamedPerson("pseudonym", tuple(sorted(names)))]).find(replacement)
    covered = {place for match in matches for place in range(match.start, match.end)}
    return bool(covered) and all(
        place in covered for place, letter in enumerate(replacement.rstrip("'’s")) if letter.isalnum()
    )


def _refuse_overlap(span: IdentifyingSpan, draft: DecisionDraft, spans: list[IdentifyingSpan]) -> None:
    if draft.treatment == Treatment.RETAIN:
        return
    for other in spans:
        decision = other.standing_decision()
        if (
            other.pk != span.pk
            and other.telling_id == span.telling_id
            and decision is not None
            and decision.alters
            and span.start < other.end
            and other.start < span.end
        ):
            message = _(
                "This overlaps the change at %(start)s to %(end)s: only one can hold for a letter. Take the "
                "other decision back first, or mark one span that covers both."
            ) % {"start": other.start, "end": other.end}
            raise DecisionRefused(message)
