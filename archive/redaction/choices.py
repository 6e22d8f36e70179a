"""What can be decided of a span: the name the person bears here, coarser words, leaving out, keeping."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from archive.deidentification.proposals import Proposal, propose
from archive.deidentification.treatments import Treatment
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.language.agreement import agree, spelling_of
from archive.language.codes import NORWEGIAN
from archive.redaction.decisions import decide_span, why_not_kept
from archive.redaction.models import IdentifyingSpan, SpanDecision
from archive.redaction.spans import SpanMark, mark_span
from archive.users.models import User
from archive.vault.models import NamingDecision
from archive.vault.naming import names_of_person, standing_decision


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be decided; `refused` says why it cannot, and stands in its place.

    `before` and `after` count the letters around the span that the words take along (the "in" of "in the south").
    """

    treatment: Treatment
    replacement: str = field(default="", repr=False)
    rung: str = ""
    before: int = 0
    after: int = 0
    is_advised: bool = False
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices for a span, the treatment that is proposed, and why."""

    choices: tuple[Choice, ...]
    proposed: Treatment
    reason: str


@sensitive_variables("text", "choices", "name", "proposal")
def choices_for(span: IdentifyingSpan, *, text: str, language: str) -> Choices:
    """Return the choices for a span, from the finest to the coarsest, and last whether it may be kept.

    At most one is advised: none where somebody has to find the words, nor where a recogniser only asks to look. Keeping
    would be the easiest answer to that, so it is nobody's advice.
    """
    proposal = propose(_finding(span), text=text, language=language)
    name = _name_here(span, text[span.start : span.end], language)
    kept = why_not_kept(span)
    choices: list[Choice] = []
    if name:
        choices.append(Choice(Treatment.PSEUDONYMISE, name, is_advised=True))
    # a capital alone does not tell a person from a place: somebody has to, and no word for the one may be taken unseen
    unknown = proposal.treatment == Treatment.PSEUDONYMISE and span.entity_type != EntityType.PERSON
    choices += _rungs(proposal, is_advised=not name and not unknown)
    leave_out = proposal.treatment == Treatment.SUPPRESS and not name
    choices.append(Choice(Treatment.SUPPRESS, is_advised=leave_out))
    is_sure = span.certain or span.identifier_class == IdentifierClass.PUBLIC
    keep = proposal.treatment == Treatment.RETAIN and is_sure and not kept and not name
    choices.append(Choice(Treatment.RETAIN, is_advised=keep, refused=kept))
    return Choices(tuple(choices), Treatment.PSEUDONYMISE if name else proposal.treatment, proposal.reason)


@sensitive_variables("replacement")
def decide_choice(
    span: IdentifyingSpan,
    *,
    choice: Choice,
    reason: str,
    by: User,
    at: datetime,
    identifier_class: str = "",
    only_here: bool = False,
    seen: int | None = None,
) -> list[SpanDecision]:
    """Decide a span as chosen; words that take letters around it along are decided on a wider span, in this place."""
    with transaction.atomic():
        if choice.before or choice.after:
            mark = SpanMark(
                span.start - choice.before,
                span.end + choice.after,
                span.entity_type,
                span.detail,
                span.identifier_class,
                span.third_person,
                span.person,
                certain=span.certain,
                score=span.score,
            )
            span = mark_span(
                span.edition, span.telling, mark=mark, reason=span.reason.reveal(), by=by, at=at, seen=seen
            )
            seen, only_here = None, True
        return decide_span(
            span,
            treatment=choice.treatment,
            replacement=choice.replacement,
            rung=choice.rung,
            reason=reason,
            identifier_class=identifier_class,
            only_here=only_here,
            seen=seen,
            by=by,
            at=at,
        )


@sensitive_variables("proposal")
def _rungs(proposal: Proposal, *, is_advised: bool) -> list[Choice]:
    return [
        Choice(
            Treatment.GENERALISE,
            rung.text,
            rung.level,
            rung.before,
            rung.after,
            is_advised=is_advised and index == proposal.advised and proposal.treatment != Treatment.RETAIN,
        )
        for index, rung in enumerate(proposal.rungs)
    ]


def _finding(span: IdentifyingSpan) -> Finding:
    """Return the span as its recogniser saw it."""
    return Finding(
        start=span.start,
        end=span.end,
        entity_type=EntityType(span.entity_type),
        detail=span.detail,
        identifier_class=IdentifierClass(span.identifier_class),
        third_person=span.third_person,
        recogniser=span.recogniser,
        reason=span.reason.reveal(),
        person=str(span.person_id or ""),
        score=span.score,
    )


@sensitive_variables("words", "name")
def _name_here(span: IdentifyingSpan, words: str, language: str) -> str:
    """Return what stands for this name here: the pseudonym as these words stood, and in its one spelling.

    A person of another account bears no name in this one: theirs would join the two.
    """
    if span.person is not None:
        if not span.person.appearances.filter(testimony=span.edition.testimony_id).exists():
            return ""
        name = _called(standing_decision(span.person), language)
        return agree(name, like=words, names=names_of_person(span.person), language=language) if name else ""
    if span.entity_type != EntityType.PERSON:
        return ""
    decisions = NamingDecision.objects.standing().filter(person__appearances__testimony=span.edition.testimony_id)
    borne = {name for decision in decisions if (name := _called(decision, language))}
    meant = spelling_of(words, borne)
    return agree(meant, like=words, names=(meant,), language=language) if meant else ""


def _called(naming: NamingDecision | None, language: str) -> str:
    spellings = naming.pseudonyms_by_language() if naming is not None else {}
    return spellings.get(language) or (spellings.get("en", "") if language in NORWEGIAN else "")
