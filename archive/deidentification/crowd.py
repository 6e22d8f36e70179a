"""How many real people fit what is published of one: an estimate with its arithmetic, and how few in the collection.

The estimate multiplies shares as if they were independent. They are not: a share that goes with another (young and
conscript, career and officer) makes the true crowd larger or smaller. It is a reason to look again, not a measurement.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from archive.deidentification.gazetteer import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ASSUMPTION = (
    "The shares are multiplied as if none depended on another, and the reference figures are rough: "
    "the true number may be several times larger or smaller."
)
SMALLEST_CROWD = 50
_A_HANDFUL = 10
_YEAR = re.compile(r"(?P<year>\d{4})(?:-(?P<half>h[12])|-(?P<last>\d{4}))?$")
_MARGINAL = 0.001  # what an unlisted value of an unlisted kind is taken to be


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the arithmetic: what is told, the share it leaves, the people left, and whose figure it is."""

    facet: str
    value: str
    share: float
    people: float
    source: str
    kind: str


@dataclass(frozen=True, slots=True)
class CrowdEstimate:
    """How many people fit; `asks` where so few do that a coarser rung or a recorded decision is needed."""

    people: int
    steps: tuple[Step, ...]
    asks: bool
    reason: str
    assumption: str = ASSUMPTION


def estimate_crowd(published: Mapping[str, str]) -> CrowdEstimate:
    """Estimate how many people the published values fit, by kind ("route", "age", "refusal" …) and value.

    A value no reference figure is known for is taken to be as rare as the rarest of its kind.
    """
    steps = [_base(published.get("refusal", ""))]
    for facet, value in sorted(published.items()):
        if facet == "refusal" or not value or facet in _SAYS_NOTHING:
            continue
        share, source, kind = _share(facet, value)
        steps.append(Step(facet, value, share, steps[-1].people * share, source, kind))
    people = round(steps[-1].people)
    asks = people < SMALLEST_CROWD
    reason = f"About {people} people fit what is published" + (
        f", fewer than {SMALLEST_CROWD}: choose a coarser rung, or record why this may stand." if asks else "."
    )
    return CrowdEstimate(people, tuple(steps), asks, reason)


def k_within(published: Mapping[str, str], collection: Iterable[Mapping[str, str]]) -> int:
    """Count the disclosure units of the collection that show the same values, the testimony itself among them.

    With few testimonies this is nearly always 1; it is shown and decides nothing.
    """
    shown = {facet: value for facet, value in published.items() if value}
    return sum(all(other.get(facet) == value for facet, value in shown.items()) for other in collection)


def coarser_helps_most(published: Mapping[str, str]) -> tuple[str, ...]:
    """Return the kinds of what is published, the one that narrows the crowd most first."""
    steps = estimate_crowd(published).steps[1:]
    return tuple(step.facet for step in sorted(steps, key=lambda step: (step.share, step.facet)))


# Told of the account, not of the person.
_SAYS_NOTHING = frozenset(["outcome", "teller"])


@lru_cache(maxsize=1)
def reference_figures() -> dict[str, Any]:
    """Return the reference figures with their provenance."""
    return tomllib.loads((DATA / "reference_figures.toml").read_text(encoding="utf-8"))


def _base(refusal: str) -> Step:
    base = reference_figures()["base"]
    by_year: dict[str, int] = base["people"]
    told = _YEAR.match(refusal)
    source = f"{base['reported']}; {base['note']}"
    if not told:
        everybody = float(sum(by_year.values()))
        return Step("base", "", 1.0, everybody, source, base["kind"])
    first, last = int(told["year"]), int(told["last"] or told["year"])
    fewest = min(by_year.values())
    people = sum(by_year.get(str(year), fewest) for year in range(first, last + 1))
    share = 0.5 if told["half"] else 1.0
    return Step("refusal", refusal, share, people * share, source, base["kind"])


def _share(facet: str, value: str) -> tuple[float, str, str]:
    row = reference_figures()["facets"].get(facet)
    if row is None:
        return _MARGINAL, "no reference figure for this kind of detail", "assumed"
    shares: dict[str, float] = row["shares"]
    if value in shares:
        note = f"; {row['note']}" if "note" in row else ""
        return shares[value], f"{row['source']}{note}", row["kind"]
    return min(shares.values()), "no reference figure for this value: taken as rare as the rarest", "assumed"
