"""How many real people fit what is published of one: an estimate from reference figures, with its arithmetic.

Every figure is a range, and so is the estimate; the low end asks. The shares are multiplied as if none depended on
another. They are not independent: young and conscript, career and officer go together, so the true crowd is often
larger and sometimes smaller. The estimate is a reason to look again, not a measurement.
"""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from archive.deidentification.gazetteer import DATA, regions
from archive.deidentification.told_of_person import PersonFact

if TYPE_CHECKING:
    from collections.abc import Iterable

SMALLEST_CROWD = 50
BASE = "refusal"  # the fact that says which years' people are counted
_YEAR = re.compile(r"(?P<year>\d{4})(?:-(?P<half>h[12])|-(?P<last>\d{4}))?$")
_EXACT_AGE, _AGE_BAND = re.compile(r"\d\d$"), re.compile(r"(?P<from>\d\d)-\d\d$")
_TOLD_OF_THE_ACCOUNT = frozenset(["outcome", "teller"])
_DECADES = ((20, "under-20"), (30, "20s"), (40, "30s"), (50, "40s"))


@dataclass(frozen=True, slots=True)
class Range:
    """A figure that is not known exactly: at least, at most."""

    low: float
    high: float

    def times(self, other: Range) -> Range:
        """Return the product, ends by ends."""
        return Range(self.low * other.low, self.high * other.high)


@dataclass(frozen=True, slots=True)
class Figure:
    """A share or number with its standing: `kind` is reported, derived or assumed; `source` a key of the figures."""

    range: Range
    source: str
    kind: str


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the arithmetic: what is told, the share it leaves, and how many people are left."""

    fact: PersonFact
    share: Figure
    people: Range


@dataclass(frozen=True, slots=True)
class CrowdEstimate:
    """How many people fit: the first step is everybody, each further one narrows."""

    steps: tuple[Step, ...]

    @property
    def fewest(self) -> int:
        """Return the low end."""
        return math.floor(self.steps[-1].people.low)

    @property
    def most(self) -> int:
        """Return the high end."""
        return math.ceil(self.steps[-1].people.high)

    @property
    def asks(self) -> bool:
        """Tell whether so few may fit that a coarser rung or a recorded decision is needed."""
        return self.fewest < SMALLEST_CROWD


def estimate_crowd(facts: Iterable[PersonFact]) -> CrowdEstimate:
    """Estimate how many people the facts fit; of two values of a kind the rarer one counts.

    A value no reference figure is known for is taken to be as rare as the rarest of its kind.
    """
    rarest: dict[str, tuple[PersonFact, Figure]] = {}
    base: Step | None = None
    for fact in facts:
        if fact.facet == BASE:
            base = _base(fact)
        elif fact.facet not in _TOLD_OF_THE_ACCOUNT:
            figure = _share(fact)
            held = rarest.get(fact.facet)
            if held is None or figure.range.low < held[1].range.low:
                rarest[fact.facet] = fact, figure
    steps = [base or _base(PersonFact(BASE, ""))]
    for _, (fact, figure) in sorted(rarest.items()):
        steps.append(Step(fact, figure, steps[-1].people.times(figure.range)))
    return CrowdEstimate(tuple(steps))


def coarser_helps_most(estimate: CrowdEstimate) -> tuple[Step, ...]:
    """Return what is told, the fact that narrows the crowd most first; what narrows nothing is left out."""
    narrowing = [step for step in estimate.steps[1:] if step.share.range.low < 1]
    return tuple(sorted(narrowing, key=lambda step: (step.share.range.low, step.fact.facet)))


@lru_cache(maxsize=1)
def reference_figures() -> dict[str, Any]:
    """Return the reference figures with their provenance."""
    return tomllib.loads((DATA / "reference_figures.toml").read_text(encoding="utf-8"))


def _base(fact: PersonFact) -> Step:
    base = reference_figures()["base"]
    by_year = {year: Range(*people) for year, people in base["people"].items()}
    told = _YEAR.match(fact.value)
    if told:
        rarest = min(by_year.values(), key=lambda people: people.low)
        years = range(int(told["year"]), int(told["last"] or told["year"]) + 1)
        counted = [by_year.get(str(year), rarest) for year in years]
    else:
        counted = list(by_year.values())
    everybody = Range(sum(one.low for one in counted), sum(one.high for one in counted))
    part = Range(*base["half_year"]) if told and told["half"] else Range(1, 1)
    return Step(fact, Figure(part, base["source"], base["kind"]), everybody.times(part))


def _share(fact: PersonFact) -> Figure:
    figures = reference_figures()
    row = figures["facets"].get(fact.facet)
    if row is None:
        return Figure(Range(*figures["unknown_kind"]["share"]), "unknown", "assumed")
    value, part = _part_of(fact, row)
    if value in row["shares"]:
        return Figure(Range(*row["shares"][value]).times(part), row["source"], row["kind"])
    rarest = min(row["shares"].values())
    return Figure(Range(*rarest), "unknown", "assumed")


def _part_of(fact: PersonFact, row: dict[str, Any]) -> tuple[str, Range]:
    """Return the value of the figures a finer one lies in, and what part of it that is: a trade, a year of birth."""
    whole = Range(1, 1)
    if fact.facet == "occupation":
        group, _, trade = fact.value.partition("/")
        return group, Range(*row["trade"]) if trade else whole
    if fact.facet == "age" and _EXACT_AGE.match(fact.value):
        return _decade_of(int(fact.value)), Range(*row["year"])
    if fact.facet == "origin" and "/" in fact.value:
        return "russia", _part_of_russia(int(fact.value.partition("/")[2]), row)
    band = _AGE_BAND.match(fact.value) if fact.facet == "age" else None
    if band:
        return _decade_of(int(band["from"])), Range(*row["five_years"])
    return fact.value, whole


def _part_of_russia(thousands: int, row: dict[str, Any]) -> Range:
    """Return the share of a town or region, by how many people live there, as wide as that of the districts."""
    share = thousands / sum(region.thousands for region in regions().values())
    return Range(*row["of_its_people"]).times(Range(share, share))


def _decade_of(years: int) -> str:
    return next((decade for limit, decade in _DECADES if years < limit), "50-and-over")
