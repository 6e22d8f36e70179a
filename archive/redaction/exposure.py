"""What an edition gives away as its decisions stand now: combination rules, crowd estimate, what was accepted of it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.views.decorators.debug import sensitive_variables

from archive.deidentification.combinations import Breach, Rule
from archive.deidentification.crowd import CrowdEstimate, estimate_crowd
from archive.deidentification.exposure import (
    QUASI_OF,
    DecidedSpan,
    DecidedText,
    Elsewhere,
    check_combinations,
    decided_text,
    kind_of,
)
from archive.deidentification.timeline import DATES, PERIODS
from archive.deidentification.told_of_person import TOLD_OF_ONESELF, facts_of_person
from archive.deidentification.treatments import Treatment
from archive.detection.findings import IdentifierClass
from archive.redaction.models import AcceptedExposure
from archive.redaction.rendering import OpenedTelling
from archive.redaction.standing_spans import AnySpan
from archive.testimonies.models import Edition
from archive.vault.keyring import current_ring

_LOOKED_AT = frozenset([*QUASI_OF, *DATES, *PERIODS, *TOLD_OF_ONESELF])


@dataclass(frozen=True, slots=True)
class Exposure:
    """What the published details tell together; `digest` is of the facts told, empty where nothing asks."""

    breaches: tuple[Breach, ...]
    crowd: CrowdEstimate
    digest: str

    @property
    def asks(self) -> tuple[Rule, ...]:
        """Return the rules that need a coarser rung or a recorded decision."""
        broken = {breach.rule for breach in self.breaches} | ({Rule.CROWD} if self.crowd.asks else set())
        return tuple(rule for rule in Rule if rule in broken)

    def unanswered(self, accepted: Iterable[AcceptedExposure]) -> tuple[Rule, ...]:
        """Return the rules that ask and of which no standing acceptance is of exactly these facts."""
        answered = {one.rule for one in accepted if one.superseded_at is None and one.digest == self.digest}
        return tuple(rule for rule in self.asks if rule not in answered)


@sensitive_variables("opened", "texts")
def exposure_of(
    edition: Edition, opened: Sequence[OpenedTelling], spans: Sequence[AnySpan], *, elsewhere: Elsewhere
) -> Exposure:
    """Return what an edition gives away, from its opened tellings and fetched spans."""
    texts = decided_texts(opened, spans)
    coded = {fact.facet: fact.value for fact in edition.facts.all()}
    breaches = check_combinations(texts, elsewhere=elsewhere)
    crowd = estimate_crowd(facts_of_person(coded, texts))
    asks = bool(breaches) or crowd.asks
    return Exposure(breaches, crowd, _digest(edition, coded, texts) if asks else "")


@sensitive_variables("opened")
def decided_texts(opened: Sequence[OpenedTelling], spans: Sequence[AnySpan]) -> tuple[DecidedText, ...]:
    """Return each telling with its decisions; a detail nobody has decided counts once it is."""
    texts = []
    for one in opened:
        decided: list[DecidedSpan] = []
        still_open: list[DecidedSpan] = []
        for span in spans:
            decision = span.standing_decision()
            if span.telling_id != one.telling.pk or not _matters(span, alters=decision is not None and decision.alters):
                continue
            (still_open if decision is None else decided).append(_decided(span))
        texts.append(decided_text(one.text, one.telling.language, decided, open_spans=still_open))
    return tuple(texts)


def _matters(span: AnySpan, *, alters: bool) -> bool:
    """Tell whether a rule looks at a span: what was changed may cover others; what is kept has to tell something."""
    return alters or bool(span.fact) or kind_of(span.detail, span.entity_type) in _LOOKED_AT


def _decided(span: AnySpan) -> DecidedSpan:
    decision = span.standing_decision()
    identifier_class = decision.identifier_class if decision else span.identifier_class
    return DecidedSpan(
        reference=str(span.pk),
        start=span.start,
        end=span.end,
        detail=span.detail,
        treatment=Treatment(decision.treatment) if decision else Treatment.RETAIN,
        level=decision.rung if decision else "",
        replacement=decision.replacement.reveal() if decision and _speaks(decision.treatment) else "",
        entity_type=span.entity_type,
        fact=span.fact,
        third_person=span.third_person,
        is_public=identifier_class == IdentifierClass.PUBLIC,
    )


def _speaks(treatment: str) -> bool:
    return treatment in (Treatment.GENERALISE, Treatment.SUMMARISE)


@sensitive_variables("texts", "told")
def _digest(edition: Edition, coded: dict[str, str], texts: Sequence[DecidedText]) -> str:
    """Return the keyed digest of everything the rules look at: another decision or fact gives another one."""
    told = [
        [
            one.language,
            [[s.start, s.end, s.detail, s.treatment, s.level, s.replacement, s.is_public] for s in one.spans],
        ]
        for one in texts
    ]
    said = json.dumps([str(edition.testimony_id), sorted(coded.items()), told], ensure_ascii=False)
    return current_ring().keyed_digest("exposure", said.encode())
