"""The spans of many editions, each with the decision that stands: read in one query, a row each, without models.

An issue reads hundreds of thousands of them, of which rendering and the gate ask a dozen values each. What they may be
asked is what may be asked of an `IdentifyingSpan` and its `SpanDecision`, so whoever reads one reads the other.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import FilteredRelation, Q

from archive.deidentification.treatments import Treatment
from archive.redaction.models import IdentifyingSpan, SpanDecision
from archive.vault.sealed import SealedText, sealed_in, take_keys


@dataclass(frozen=True, slots=True)
class StandingDecision:
    """The decision on a span that holds today."""

    treatment: str
    identifier_class: str
    rung: str
    replacement: SealedText

    @property
    def alters(self) -> bool:
        """Tell whether readers see something else than was said."""
        return self.treatment != Treatment.RETAIN


class StandingSpan(NamedTuple):
    """A span as it stands today."""

    pk: UUID
    telling_id: int
    start: int
    end: int
    passage: int
    entity_type: str
    detail: str
    identifier_class: str
    third_person: bool
    person_id: UUID | None
    certain: bool
    repeat: str
    fact: str
    decision: StandingDecision | None

    def standing_decision(self) -> StandingDecision | None:
        """Return the decision that holds today."""
        return self.decision


AnySpan = IdentifyingSpan | StandingSpan
_SPAN = (
    *("edition_id", "pk", "telling_id", "start", "end", "passage", "entity_type", "detail", "identifier_class"),
    *("third_person", "person_id", "certain", "repeat", "fact"),
)
_DECISION = ("pk", "sealed_under_id", "treatment", "identifier_class", "rung", "replacement")


def standing_spans(editions: Collection[UUID]) -> dict[UUID, tuple[StandingSpan, ...]]:
    """Return the spans of editions in reading order, by edition."""
    rows = (
        IdentifyingSpan.objects.filter(edition__in=editions)
        .annotate(standing=FilteredRelation("decisions", condition=Q(decisions__superseded_at__isnull=True)))
        .order_by("telling_id", "start", "-end")
        .values_list(*_SPAN, *(f"standing__{name}" for name in _DECISION))
    )
    read = list(rows)
    holders = take_keys({row[len(_SPAN) + 1] for row in read} - {None})
    spans: dict[UUID, list[StandingSpan]] = defaultdict(list)
    for edition, *span, key, sealed_under, treatment, identifier_class, rung, replacement in read:
        decision = None
        if key is not None:
            words = sealed_in(SpanDecision, "replacement", key, replacement, holder=holders[sealed_under])
            decision = StandingDecision(treatment, identifier_class, rung, words)
        spans[edition].append(StandingSpan._make((*span, decision)))
    return {edition: tuple(spans[edition]) for edition in editions}
