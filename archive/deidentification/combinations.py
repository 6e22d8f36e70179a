"""Details that are harmless one by one and lead to a person together.

Each check reads frozen inputs and returns what it found; it decides nothing and changes nothing. The inputs hold
references, levels and dates, never words of a testimony: a shared fact is told by a key its caller made.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class Rule(StrEnum):
    """The combination rules; each asks for a coarser rung or a recorded decision."""

    TWO_OF_FIVE = "two_of_five"
    CROWD = "crowd"
    RARE_FACT = "rare_fact"
    CONSISTENCY = "consistency"
    INTERVAL_INTEGRITY = "interval_integrity"


class Quasi(StrEnum):
    """The five kinds of detail of which no more than two may stay fine in one testimony."""

    PLACE = "place"  # a place of fewer than a million people
    DATE = "date"  # a month or finer
    UNIT = "unit"  # a formation or finer
    OCCUPATION = "occupation"  # a trade, ISCO-08 unit group or finer
    AGE = "age"  # a band of five years or finer


FINE_LEVELS = frozenset(["L0", "L1"])
NOT_TOLD = "L4"
MOST_FINE = 2


@dataclass(frozen=True, slots=True)
class ToldDetail:
    """A detail as the published text has it: how coarse it is told (L0 is as said, L4 not at all), and which fact.

    `fact` is the same for the same fact wherever it stands; empty for what tells no fact by itself.
    """

    span: str  # a reference for the screen, never the words
    level: str
    quasi: Quasi | None = None
    fact: str = field(default="", repr=False)

    @property
    def is_fine(self) -> bool:
        """Tell whether it stands finer than readers are to have it."""
        return self.level in FINE_LEVELS


@dataclass(frozen=True, slots=True)
class Breach:
    """What a rule found: the spans it concerns, the kinds of detail (two-of-five), the days left (interval)."""

    rule: Rule
    concerns: tuple[str, ...]
    kinds: tuple[Quasi, ...] = ()
    days: int = 0


def two_of_five(details: Iterable[ToldDetail]) -> tuple[Breach, ...]:
    """Return a breach where more than two of the five kinds stay at L1 or finer in one testimony."""
    fine: dict[Quasi, list[str]] = defaultdict(list)
    for detail in details:
        if detail.quasi and detail.is_fine:
            fine[detail.quasi].append(detail.span)
    if len(fine) <= MOST_FINE:
        return ()
    kinds = tuple(sorted(fine))
    return (Breach(Rule.TWO_OF_FIVE, tuple(span for quasi in kinds for span in fine[quasi]), kinds),)


def rare_facts(
    details: Iterable[ToldDetail], *, publicly_known: frozenset[str], is_told_elsewhere: Callable[[str], bool]
) -> tuple[Breach, ...]:
    """Return a breach for every fact that a known public text has and no other testimony.

    News, court registers and leaked lists are public texts.
    """
    return tuple(
        Breach(Rule.RARE_FACT, (detail.span,))
        for detail in details
        if detail.is_fine and detail.fact in publicly_known and not is_told_elsewhere(detail.fact)
    )


def one_rung(details: Iterable[ToldDetail]) -> tuple[Breach, ...]:
    """Return a breach for every fact that one place still tells finely and another, in any language, takes away."""
    places: dict[str, list[ToldDetail]] = defaultdict(list)
    for detail in details:
        if detail.fact:
            places[detail.fact].append(detail)
    return tuple(
        Breach(Rule.CONSISTENCY, tuple(detail.span for detail in sorted(same, key=lambda one: not one.is_fine)))
        for same in places.values()
        if len({detail.is_fine for detail in same}) > 1
    )


def unlinked(details: Iterable[ToldDetail], *, told_by_same_person: frozenset[str]) -> tuple[Breach, ...]:
    """Return a breach for facts that another testimony of this person tells, under the same name, too.

    A reader puts the two together; that they are one person's may be told only if the person agreed.
    """
    shared = tuple(detail.span for detail in details if detail.is_fine and detail.fact in told_by_same_person)
    return (Breach(Rule.CONSISTENCY, shared),) if shared else ()


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
    span: str = ""  # where the distance is told


def interval_integrity(
    events: Sequence[DatedEvent], intervals: Sequence[Interval], *, narrowest: int = 28
) -> tuple[Breach, ...]:
    """Return a breach for every suppressed day that the published dates and distances narrow to under four weeks.

    Dates are carried along the distances, both ways, until nothing becomes narrower. Where no day is left (0), one of
    the published dates or distances is not what was decided. A breach names the event first, then the distances that
    lead to it.
    """
    possible = {event.event: event.told for event in events}
    contradicted = _carry(possible, intervals)
    breaches = []
    for event in events:
        span = possible[event.event]
        if not event.suppressed:
            continue
        concerns = (event.event, *_distances_at(event.event, intervals))
        if event.event in contradicted:
            breaches.append(Breach(Rule.INTERVAL_INTEGRITY, concerns))
        elif span is not None and span.days < narrowest:
            breaches.append(Breach(Rule.INTERVAL_INTEGRITY, concerns, days=span.days))
    return tuple(breaches)


def _distances_at(event: str, intervals: Sequence[Interval]) -> tuple[str, ...]:
    at = (interval.span for interval in intervals if event in (interval.earlier, interval.later))
    return tuple(dict.fromkeys(span for span in at if span and span != event))


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
