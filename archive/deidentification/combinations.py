"""Details that are harmless one by one and lead to a person together.

Each check reads frozen inputs and returns what it found; it decides nothing and changes nothing. The inputs hold
references, levels and dates, never words of a testimony: a shared fact is told by a key its caller made.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Rule(StrEnum):
    """The combination rules."""

    TWO_OF_FIVE = "two_of_five"
    INTERVAL_INTEGRITY = "interval_integrity"
    RARE_FACT = "rare_fact"
    CONSISTENCY = "consistency"


class Quasi(StrEnum):
    """The five kinds of detail of which no more than two may stay fine in one testimony."""

    PLACE = "place"  # a place of fewer than a million people
    DATE = "date"  # a month or finer
    UNIT = "unit"  # a formation or finer
    OCCUPATION = "occupation"  # a trade, ISCO-08 unit group or finer
    AGE = "age"  # a band of five years or finer


_QUASI_OF = {
    Quasi.PLACE: (
        "place",
        "large_place",
        "birthplace",
        "residence",
        "home",
        "front_place",
        "refuge",
        "route",
        "region",
    ),
    Quasi.DATE: ("date", "event_date", "service_date", "desertion_date", "contract_date", "leave_date", "feast"),
    Quasi.UNIT: ("unit",),
    Quasi.OCCUPATION: ("occupation",),
    Quasi.AGE: ("age", "birth_date"),
}
QUASI_OF_DETAIL = {detail: quasi for quasi, details in _QUASI_OF.items() for detail in details}
FINE_LEVELS = frozenset(["L0", "L1"])
MOST_FINE = 2


@dataclass(frozen=True, slots=True)
class KeptDetail:
    """A detail as it stands in the published text: its kind and how coarse it is told (L0 is as told)."""

    detail: str
    level: str
    span: str = ""  # a reference for the screen, never the words


@dataclass(frozen=True, slots=True)
class Breach:
    """What a rule found: which details or testimonies it concerns, and what to do."""

    rule: Rule
    concerns: tuple[str, ...]
    reason: str


def two_of_five(details: Iterable[KeptDetail]) -> tuple[Breach, ...]:
    """Return a breach where more than two of the five kinds stay at L1 or finer in one testimony."""
    fine: dict[Quasi, list[str]] = defaultdict(list)
    for kept in details:
        quasi = QUASI_OF_DETAIL.get(kept.detail)
        if quasi and kept.level in FINE_LEVELS:
            fine[quasi].append(kept.span or kept.detail)
    if len(fine) <= MOST_FINE:
        return ()
    kinds = ", ".join(sorted(fine))
    concerns = tuple(span for quasi in sorted(fine) for span in fine[quasi])
    reason = (
        f"{len(fine)} of the five kinds are told finely ({kinds}); no more than {MOST_FINE} may be. "
        f"Choose a coarser rung for {len(fine) - MOST_FINE} of them."
    )
    return (Breach(Rule.TWO_OF_FIVE, concerns, reason),)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The days a published wording allows, both included: "March 2024" is the first to the thirty-first."""

    earliest: date
    latest: date

    @property
    def days(self) -> int:
        """Return how many days are possible."""
        return (self.latest - self.earliest).days + 1


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event with the days the published text allows for it; None where the text tells none.

    `suppressed` says that its exact day was taken out and must not be found again.
    """

    event: str
    told: TimeSpan | None = None
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """A published distance: `later` came between `shortest` and `longest` days after `earlier`."""

    earlier: str
    later: str
    shortest: int
    longest: int


def interval_integrity(
    events: Sequence[DatedEvent], intervals: Sequence[Interval], *, narrowest: int = 28
) -> tuple[Breach, ...]:
    """Return a breach for every suppressed day that the published dates and distances narrow to under four weeks.

    Dates are carried along the distances, both ways, until nothing becomes narrower. Events that contradict each
    other are told too: one of the published dates or distances is not what was decided.
    """
    possible = {event.event: event.told for event in events}
    contradicted = _carry(possible, intervals)
    breaches = []
    for event in events:
        span = possible[event.event]
        if event.event in contradicted:
            reason = f"No day fits what is told of {event.event}. Look again at its date and at the distances to it."
            breaches.append(Breach(Rule.INTERVAL_INTEGRITY, (event.event,), reason))
        elif event.suppressed and span is not None and span.days < narrowest:
            reason = (
                f"The dates and distances that are told leave {span.days} days for {event.event}, whose day was "
                f"taken out. Round a distance or coarsen a date until {narrowest} days are possible."
            )
            breaches.append(Breach(Rule.INTERVAL_INTEGRITY, (event.event,), reason))
    return tuple(breaches)


def _carry(possible: dict[str, TimeSpan | None], intervals: Sequence[Interval]) -> set[str]:
    """Narrow what is possible along the distances; return the events for which nothing is left."""
    contradicted: set[str] = set()
    for _ in range(len(possible) + 1):
        changed = False
        for interval in intervals:
            shortest, longest = timedelta(interval.shortest), timedelta(interval.longest)
            for known, wanted, low, high in (
                (interval.earlier, interval.later, shortest, longest),
                (interval.later, interval.earlier, -longest, -shortest),
            ):
                span = possible.get(known)
                if span is None or wanted in contradicted or known in contradicted:
                    continue
                narrowed = _narrowed(possible.get(wanted), TimeSpan(span.earliest + low, span.latest + high))
                if narrowed is None:
                    contradicted.add(wanted)
                elif narrowed != possible.get(wanted):
                    possible[wanted], changed = narrowed, True
        if not changed:
            break
    return contradicted


def _narrowed(known: TimeSpan | None, told: TimeSpan) -> TimeSpan | None:
    if known is None:
        return told
    earliest, latest = max(known.earliest, told.earliest), min(known.latest, told.latest)
    return TimeSpan(earliest, latest) if earliest <= latest else None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a testimony under a key its caller made; the key is compared and never shown."""

    testimony: str
    key: str = field(repr=False)
    span: str = ""
    level: str = "L0"


def rare_facts(
    facts: Iterable[Fact], *, publicly_known: frozenset[str], told_by: Mapping[str, int] | None = None
) -> tuple[Breach, ...]:
    """Return a breach for every fact of one testimony alone that a known public text has too.

    News, court registers and leaked lists are public texts. `told_by` counts testimonies beyond those given here.
    """
    facts = tuple(facts)
    testimonies: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        testimonies[fact.key].add(fact.testimony)
    breaches = []
    for fact in facts:
        alone = len(testimonies[fact.key]) + (told_by or {}).get(fact.key, 0) == 1
        if alone and fact.key in publicly_known and fact.level in FINE_LEVELS:
            reason = (
                "Only this testimony tells it and a public text does too, so it leads from one to the other. "
                "Treat it as something that can be looked up: coarser, in our own words, or left out."
            )
            breaches.append(Breach(Rule.RARE_FACT, (fact.span or fact.testimony,), reason))
    return tuple(breaches)


@dataclass(frozen=True, slots=True)
class PublishedEntity:
    """How one entity stands in one testimony: at which rung, under which pseudonym (a reference, not the name)."""

    testimony: str
    entity: str
    level: str
    pseudonym: str = field(default="", repr=False)
    narrator: str = ""  # who tells, as a reference; two testimonies of one narrator share it
    is_narrator: bool = False


def consistency(
    entities: Iterable[PublishedEntity],
    facts: Iterable[Fact] = (),
    *,
    may_be_linked: frozenset[str] = frozenset(),
) -> tuple[Breach, ...]:
    """Return breaches of "one entity, one rung, one pseudonym", and of narrators whose testimonies may not be linked.

    `may_be_linked` names the narrators who agreed that their testimonies are known to be theirs.
    """
    entities = tuple(entities)
    return (*_one_rung(entities), *_one_pseudonym(entities), *_unlinked(entities, tuple(facts), may_be_linked))


def _one_rung(entities: tuple[PublishedEntity, ...]) -> Iterable[Breach]:
    for entity, standing in _by_entity(entities).items():
        if len({each.level for each in standing}) > 1:
            where = tuple(sorted({each.testimony for each in standing}))
            reason = f"{entity} is told at different rungs in {len(standing)} places. Choose one rung, the coarsest."
            yield Breach(Rule.CONSISTENCY, where, reason)


def _one_pseudonym(entities: tuple[PublishedEntity, ...]) -> Iterable[Breach]:
    for entity, standing in _by_entity(entities).items():
        if all(each.is_narrator for each in standing):
            continue
        if len({each.pseudonym for each in standing if each.pseudonym}) > 1:
            where = tuple(sorted({each.testimony for each in standing}))
            yield Breach(Rule.CONSISTENCY, where, f"{entity} bears more than one name. Choose one for all testimonies.")


def _unlinked(
    entities: tuple[PublishedEntity, ...], facts: tuple[Fact, ...], may_be_linked: frozenset[str]
) -> Iterable[Breach]:
    """Find two testimonies of one narrator that share the pseudonym and a fact: a reader can put them together."""
    keys: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.level in FINE_LEVELS:
            keys[fact.testimony].add(fact.key)
    narrators = [each for each in entities if each.is_narrator and each.narrator and each.narrator not in may_be_linked]
    for first, second in combinations(narrators, 2):
        if first.narrator != second.narrator or first.testimony == second.testimony:
            continue
        if first.pseudonym == second.pseudonym and keys[first.testimony] & keys[second.testimony]:
            reason = (
                "Two testimonies of one narrator share the name and a telling fact, and linking them was not agreed. "
                "Give one another name, or take the fact out of one."
            )
            yield Breach(Rule.CONSISTENCY, (first.testimony, second.testimony), reason)


def _by_entity(entities: tuple[PublishedEntity, ...]) -> dict[str, list[PublishedEntity]]:
    found: dict[str, list[PublishedEntity]] = defaultdict(list)
    for each in entities:
        found[each.entity].append(each)
    return found
