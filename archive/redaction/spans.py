"""Finding what identifies in an edition, and marking what no recogniser found."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TypeVar

from django.db import transaction
from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.deidentification.joins import fact_key
from archive.deidentification.mentions import language_here
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.identifiers import RECOGNISERS, find_identifiers
from archive.redaction.models import IdentifyingSpan, PublicThing, SpanDecision
from archive.redaction.public_things import public_things_now
from archive.redaction.standing_spans import StandingSpan
from archive.testimonies.models import Edition, Telling
from archive.testimonies.passages import Passage, passages_of
from archive.users.models import User
from archive.vault.custody import open_original
from archive.vault.keyring import current_ring
from archive.vault.models import Person
from archive.vault.naming import current_matcher

EDITOR = "editor"
SpanT = TypeVar("SpanT", IdentifyingSpan, StandingSpan)


class SpanRefused(ValueError):
    """A span that cannot be marked where it was marked."""


@dataclass(frozen=True, slots=True)
class SpanMark:
    """A span as an editor marks it: half-open code points of the working text, and what it is."""

    start: int
    end: int
    entity_type: str = EntityType.MISC
    detail: str = ""
    identifier_class: str = IdentifierClass.QUASI
    third_person: bool = False
    person: Person | None = None
    certain: bool = True
    score: float = 1.0


def detection_stamp() -> str:
    """Return a digest of the recognisers that run today, and of what was taken off the list of public things.

    An edition with another stamp is examined anew before it first goes out. What is taken off the list may have been
    passed over as public where nobody saw it, so whatever was examined before has to be; that a thing is put on the
    list leaves more decided than need be, never less, so an addition changes no stamp and voids no approval.
    """
    taken_out = PublicThing.objects.filter(ended_at__isnull=False).order_by("pk").values_list("pk", flat=True)
    looked_for = [*(recogniser.__name__ for recogniser in RECOGNISERS), *map(str, taken_out)]
    return sha256(",".join(looked_for).encode()).hexdigest()


@sensitive_variables("text", "texts")
def propose_spans(edition: Edition, *, by: User, at: datetime) -> int:
    """Run every recogniser over every telling and keep what they find; return how many spans are open or decided.

    Decisions taken before are kept; spans found earlier, undecided and found no more are dropped. Raises
    `DetectionFailed` when a recogniser fails or runs out of time: then nothing is saved.
    """
    stamp = detection_stamp()  # before the list is read: what is taken off it meanwhile is looked at again
    matcher, public_things = current_matcher(), public_things_now()
    tellings = list(edition.testimony.tellings.select_related("original__sealed_under"))
    texts = [open_original(telling.original, by=by, at=at, purpose="detection") for telling in tellings]
    found = [
        find_identifiers(text, language=telling.language, known_names=matcher, public_things=public_things)
        for telling, text in zip(tellings, texts, strict=True)
    ]
    with transaction.atomic():
        edition.touch(by=by, at=at)
        for telling, text, findings in zip(tellings, texts, found, strict=True):
            _keep(edition, telling, text, [finding for finding in findings if finding.is_candidate])
        edition.detection_stamp = stamp
        Edition.objects.filter(pk=edition.pk).update(detection_stamp=stamp)
        count = IdentifyingSpan.objects.filter(edition=edition).count()
        record_event(
            Act.SPANS_PROPOSED,
            subject_kind=SubjectKind.EDITION,
            subject=edition.pk,
            by=by.pk,
            at=at,
            facts={"spans": count, "recognisers": stamp},
        )
    return count


@sensitive_variables("text")
def mark_span(
    edition: Edition,
    telling: Telling,
    *,
    mark: SpanMark,
    reason: str = "",
    by: User,
    at: datetime,
    seen: int | None = None,
) -> IdentifyingSpan:
    """Mark a stretch that identifies; marking it again returns the span that is there, as the name of `mark.person`.

    Raises `SpanRefused` for a span outside the text or across two passages.
    """
    text = open_original(telling.original, by=by, at=at, purpose="redaction")
    passage = _passage_around(text, mark.start, mark.end)
    with transaction.atomic():
        held: IdentifyingSpan | None = IdentifyingSpan.objects.filter(
            edition=edition, telling=telling, start=mark.start, end=mark.end
        ).first()
        if held is not None:
            _attribute(held, mark.person)
            return held
        edition.touch(by=by, at=at, seen=seen)
        span = _span(edition, telling, text, passage=passage.number, mark=mark, reason=reason)
        span.marked_by = by
        span.save(force_insert=True)
        record_event(
            Act.SPAN_ADDED,
            subject_kind=SubjectKind.SPAN,
            subject=span.pk,
            by=by.pk,
            at=at,
            facts={"class": span.identifier_class, "entity_type": span.entity_type},
        )
    return span


def spans_of(edition: Edition) -> list[IdentifyingSpan]:
    """Return the spans of an edition in reading order, standing decisions prefetched."""
    standing = Prefetch("decisions", SpanDecision.objects.standing())
    return list(
        IdentifyingSpan.objects.filter(edition=edition)
        .select_related("sealed_under", "person")
        .order_by("telling_id", "start", "-end")
        .prefetch_related(standing)
    )


def undecided_spans(spans: Iterable[SpanT]) -> list[SpanT]:
    """Return the spans that still need a decision: those without one that no altered span covers."""
    spans = list(spans)
    altered: dict[int, list[tuple[int, int]]] = {}
    for span in spans:
        decision = span.standing_decision()
        if decision is not None and decision.alters:
            altered.setdefault(span.telling_id, []).append((span.start, span.end))
    return [
        span
        for span in spans
        if span.standing_decision() is None
        and not any(start <= span.start and span.end <= end for start, end in altered.get(span.telling_id, ()))
    ]


def repeat_digest(text: str, start: int, end: int) -> str:
    """Return the keyed digest by which the same words are known again, whatever their case and width."""
    words = " ".join(unicodedata.normalize("NFKC", text[start:end]).casefold().split())
    return current_ring().keyed_digest("repeat", words.encode())


@sensitive_variables("key")
def digest_of_fact(key: str) -> str:
    """Return the keyed digest by which a fact is known again, in any language; empty for what tells none."""
    return current_ring().keyed_digest("fact", key.encode()) if key else ""


def _attribute(span: IdentifyingSpan, person: Person | None) -> None:
    """Let whoever marks a span say whose name it is: two persons may bear one, and a recogniser knows neither."""
    if person is None or span.person_id == person.pk or span.standing_decision() is not None:
        return
    if span.edition.testimony.appearances.filter(person=person).exists():
        span.person = person
        span.save(update_fields=["person"])


@sensitive_variables("text")
def _keep(edition: Edition, telling: Telling, text: str, findings: list[Finding]) -> None:
    held = {
        (span.start, span.end): span
        for span in IdentifyingSpan.objects.filter(edition=edition, telling=telling).prefetch_related("decisions")
    }
    places = {(finding.start, finding.end) for finding in findings}
    gone = [
        span.pk
        for place, span in held.items()
        if place not in places and span.recogniser != EDITOR and not span.decisions.all()
    ]
    IdentifyingSpan.objects.filter(pk__in=gone).delete()
    persons = {
        str(person.pk): person for person in Person.objects.filter(pk__in={f.person for f in findings if f.person})
    }
    passages = passages_of(text)
    rows = []
    for finding in findings:
        if (finding.start, finding.end) in held:
            continue
        mark = SpanMark(
            finding.start,
            finding.end,
            finding.entity_type,
            finding.detail,
            finding.identifier_class,
            finding.third_person,
            persons.get(finding.person),
            certain=finding.score >= 1,
            score=finding.score,
        )
        number = next((p.number for p in passages if p.start <= finding.start < p.end), len(passages))
        span = _span(edition, telling, text, passage=number, mark=mark, reason=finding.reason)
        span.recogniser = finding.recogniser
        rows.append(span)
    IdentifyingSpan.objects.bulk_create(rows)


@sensitive_variables("text")
def _span(
    edition: Edition, telling: Telling, text: str, *, passage: int, mark: SpanMark, reason: str
) -> IdentifyingSpan:
    language = language_here(text, mark.start, mark.end, telling.language)
    return IdentifyingSpan(
        sealed_under=telling.original.sealed_under,
        edition=edition,
        telling=telling,
        start=mark.start,
        end=mark.end,
        passage=passage,
        entity_type=mark.entity_type,
        detail=mark.detail,
        identifier_class=mark.identifier_class,
        third_person=mark.third_person,
        recogniser=EDITOR,
        person=mark.person,
        certain=mark.certain,
        score=mark.score,
        repeat=repeat_digest(text, mark.start, mark.end),
        fact=digest_of_fact(fact_key(_as_finding(mark), text=text, language=language)),
        reason=reason,
    )


def _as_finding(mark: SpanMark) -> Finding:
    return Finding(
        mark.start,
        mark.end,
        EntityType(mark.entity_type),
        mark.detail,
        IdentifierClass(mark.identifier_class),
        mark.third_person,
        EDITOR,
        "",
        str(mark.person.pk) if mark.person else "",
    )


@sensitive_variables("text")
def _passage_around(text: str, start: int, end: int) -> Passage:
    if not 0 <= start < end <= len(text):
        message = _(
            "The span %(start)s to %(end)s lies outside the text, which has %(count)s characters. Mark it "
            "again in the text as it is shown."
        ) % {"start": start, "end": end, "count": len(text)}
        raise SpanRefused(message)
    for passage in passages_of(text):
        if passage.start <= start and end <= passage.end:
            return passage
    raise SpanRefused(_("The span runs over the end of a passage. Mark each passage by itself."))
