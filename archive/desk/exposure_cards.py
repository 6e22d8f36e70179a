"""What an edition gives away, as its page and the pages beside it show it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from django.urls import reverse
from django.views.decorators.debug import sensitive_variables

from archive.deidentification.combinations import Breach, Rule
from archive.deidentification.crowd import CrowdEstimate, Step, coarser_helps_most, reference_figures
from archive.desk.exposure_words import (
    FIGURE_WORDS,
    RULE_WORDS,
    asked_of_crowd,
    checked_said,
    fact_label,
    people_said,
    said_of,
    said_of_crowd,
    share_said,
    value_label,
)
from archive.desk.languages import current_language
from archive.desk.words import TREATMENT_WORDS, Words
from archive.redaction.exposure import Exposure
from archive.redaction.models import AcceptedExposure, IdentifyingSpan
from archive.redaction.rendering import OpenedTelling

_HELPING = 3


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A detail in the text, with its words as the original has them, and where it is decided."""

    words: str = field(repr=False)
    passage: int = 0
    language: str = ""
    said: Words = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One thing a rule found, and the places it concerns."""

    said: str
    places: tuple[PlaceCard, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleCard:
    """A rule that asks: what it found, and who decided that it may stand."""

    rule: str
    title: Words
    why: Words
    findings: tuple[FindingCard, ...]
    accepted: AcceptedExposure | None = None
    reason: str = field(default="", repr=False)
    was_accepted: bool = False  # for other facts than are told now


@dataclass(frozen=True, slots=True)
class StepCard:
    """One line of the arithmetic."""

    label: str
    value: str = field(repr=False)
    share: str = ""
    people: str = ""
    kind: Words = ""
    source: int = 0
    url: str = ""
    place: PlaceCard | None = None


@dataclass(frozen=True, slots=True)
class SourceCard:
    """Whose figures a line of the arithmetic uses, and whether anybody has compared them."""

    number: int
    title: str
    publisher: str
    year: int
    checked: str
    note: str


class Places:
    """The details of an edition by their reference, for the pages of those who may read the original."""

    def __init__(self, opened: Sequence[OpenedTelling], spans: Sequence[IdentifyingSpan], *, number: int) -> None:
        self.texts = {one.telling.pk: one for one in opened}
        self.spans = {str(span.pk): span for span in spans}
        self.bench = reverse("workbench", args=[number])

    def card(self, reference: str) -> PlaceCard | None:
        """Return the place of a reference; None for what is no detail of this edition."""
        span = self.spans.get(reference)
        if span is None:
            return None
        opened, decision = self.texts[span.telling_id], span.standing_decision()
        return PlaceCard(
            words=opened.text[span.start : span.end],
            passage=span.passage,
            language=opened.telling.language,
            said=TREATMENT_WORDS[decision.treatment] if decision else "",
            url=f"{self.bench}?detail={quote(reference)}#decide",
        )

    def cards(self, references: Iterable[str]) -> tuple[PlaceCard, ...]:
        """Return the places of several references."""
        return tuple(card for reference in references if (card := self.card(reference)))


@sensitive_variables("places", "accepted")
def rule_cards(exposure: Exposure, accepted: Sequence[AcceptedExposure], places: Places) -> list[RuleCard]:
    """Return the rules that ask, those nobody has answered first."""
    by_rule = {Rule(one.rule): one for one in accepted}
    unanswered = exposure.unanswered(accepted)
    cards = [_card(rule, exposure, by_rule.get(rule), places) for rule in exposure.asks]
    return sorted(cards, key=lambda card: card.rule not in unanswered)


def passed_rules(exposure: Exposure) -> list[Words]:
    """Return the rules that ask nothing."""
    return [words.passed for rule, words in RULE_WORDS.items() if rule not in exposure.asks]


def step_cards(crowd: CrowdEstimate, places: Places, *, describe: str) -> list[StepCard]:
    """Return the arithmetic line by line; a coded value links to the description, a told one to its detail."""
    numbers = {key: card.number for key, card in _sources_used(crowd).items()}
    return [_step(step, places, numbers, describe) for step in crowd.steps]


def helping_cards(crowd: CrowdEstimate, places: Places, *, describe: str) -> list[StepCard]:
    """Return the few facts whose coarser value helps most, the best first."""
    numbers = {key: card.number for key, card in _sources_used(crowd).items()}
    return [_step(step, places, numbers, describe) for step in coarser_helps_most(crowd)[:_HELPING]]


def source_cards(crowd: CrowdEstimate) -> list[SourceCard]:
    """Return whose figures the arithmetic uses, in the order it uses them."""
    return list(_sources_used(crowd).values())


def notes_on(breaches: Iterable[Breach], span: IdentifyingSpan | None) -> list[tuple[Words, str]]:
    """Return what the rules found of one detail together with others: title and sentence."""
    here = str(span.pk) if span else ""
    return [(RULE_WORDS[breach.rule].asks, said_of(breach)) for breach in breaches if here in breach.concerns]


def _card(rule: Rule, exposure: Exposure, accepted: AcceptedExposure | None, places: Places) -> RuleCard:
    words = RULE_WORDS[rule]
    found = [breach for breach in exposure.breaches if breach.rule is rule]
    findings = [FindingCard(said_of(breach), places.cards(breach.concerns)) for breach in found]
    if rule is Rule.CROWD:
        findings = [FindingCard(f"{said_of_crowd(exposure.crowd)} {asked_of_crowd()}")]
    holds = accepted is not None and accepted.digest == exposure.digest
    return RuleCard(
        rule=rule.value,
        title=words.asks,
        why=words.why,
        findings=tuple(findings),
        accepted=accepted if holds else None,
        reason=accepted.reason.reveal() if accepted else "",
        was_accepted=accepted is not None and not holds,
    )


def _step(step: Step, places: Places, numbers: Mapping[str, int], describe: str) -> StepCard:
    language = current_language()
    place = places.card(step.fact.span) if step.fact.span else None
    return StepCard(
        label=fact_label(step.fact.facet, language),
        value=place.words if place else value_label(step.fact.facet, step.fact.value, language),
        share=share_said(step.share.range),
        people=people_said(step.people),
        kind=FIGURE_WORDS[step.share.kind],
        source=numbers[step.share.source],
        url=place.url if place else describe,
        place=place,
    )


def _sources_used(crowd: CrowdEstimate) -> dict[str, SourceCard]:
    known = reference_figures()["sources"]
    norwegian = current_language() == "nb"
    used: dict[str, SourceCard] = {}
    for step in crowd.steps:
        key = step.share.source
        row = known[key]
        if key not in used:
            used[key] = SourceCard(
                number=len(used) + 1,
                title=row["title_nb"] if norwegian else row["title"],
                publisher=row["publisher_nb"] if norwegian else row["publisher"],
                year=row["year"],
                checked=checked_said(row["checked"], row.get("entries", ())),
                note=row.get("note_nb" if norwegian else "note", ""),
            )
    return used
