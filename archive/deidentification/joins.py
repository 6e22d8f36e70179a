"""Facts that testimonies share: where a reader could put two of them together. For the desk only, never published."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from archive.deidentification.dates import parse_date
from archive.deidentification.gazetteer import find_place
from archive.deidentification.inflecting import INFLECTED_LANGUAGES, lemma
from archive.deidentification.mentions import UnknownLanguage, ladder_language
from archive.deidentification.numerals import find_quantities
from archive.detection.findings import EntityType, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archive.deidentification.combinations import Fact

_TELLING = 2.0  # shared facts that weigh less together are small change
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Join:
    """Two testimonies, the spans of the facts they share, and how telling these are together."""

    first: str
    second: str
    spans: tuple[tuple[str, str], ...] = field(repr=False)
    weight: float

    @property
    def count(self) -> int:
        """Return how many facts they share."""
        return len(self.spans)


def find_joins(facts: Iterable[Fact], *, narrators: Mapping[str, str] | None = None) -> tuple[Join, ...]:
    """Return the pairs of testimonies that share telling facts, the most telling first.

    A fact weighs more the fewer testimonies have it. `narrators` gives by testimony who tells it: two testimonies
    known to be one person's are left out.
    """
    told: dict[str, dict[str, str]] = defaultdict(dict)
    testimonies: set[str] = set()
    for fact in facts:
        told[fact.key].setdefault(fact.testimony, fact.span)
        testimonies.add(fact.testimony)
    shared: dict[tuple[str, str], list[tuple[float, str, str]]] = defaultdict(list)
    for spans in told.values():
        weight = math.log2(max(len(testimonies), 2) / len(spans)) + 1
        for first, second in combinations(sorted(spans), 2):
            shared[first, second].append((weight, spans[first], spans[second]))
    known = narrators or {}
    joins = (
        Join(first, second, tuple((mine, other) for _, mine, other in found), sum(weight for weight, _, _ in found))
        for (first, second), found in shared.items()
        if not (known.get(first) and known.get(first) == known.get(second))
    )
    return tuple(
        sorted(
            (join for join in joins if join.weight >= _TELLING),
            key=lambda join: (-join.weight, join.first, join.second),
        )
    )


def fact_key(finding: Finding, *, text: str, language: str | None) -> str:
    """Return a key under which the same fact is found again in another testimony and another language.

    It tells the fact: compare it in memory, never store, show or log it.
    """
    words = text[finding.start : finding.end]
    if finding.person:
        return f"person:{finding.person}"
    try:
        known = ladder_language(language)
    except UnknownLanguage:
        known = ""
    told = _told(finding, words, known) if known else ""
    if told:
        return f"{finding.entity_type}:{told}"
    return f"{finding.entity_type}:{finding.detail}:{' '.join(_lemmas(words, known))}"


def _told(finding: Finding, words: str, language: str) -> str:
    """Return what a date, a number, a place or a code says, whatever the language it is said in."""
    if finding.entity_type is EntityType.DATE:
        date = parse_date(words, language)
        return f"{date.year}-{date.month or date.season}-{date.day}" if date else ""
    if finding.entity_type is EntityType.LOC:
        place = find_place(words, prefer=("RU", "UA"))
        return f"{place.country}/{place.region}/{place.population}" if place else ""
    digits = "".join(character for character in words if character.isdigit())
    if finding.detail == "unit" or finding.entity_type in (EntityType.CODE, EntityType.CONTACT):
        return digits
    if finding.entity_type is EntityType.QUANTITY or finding.detail == "age":
        quantities = find_quantities(words, language)
        return f"{finding.detail}/{quantities[0].value}" if quantities else ""
    return ""


def _lemmas(words: str, language: str) -> list[str]:
    plain = [match.group().casefold() for match in _WORD.finditer(words)]
    return [lemma(word, language) for word in plain] if language in INFLECTED_LANGUAGES else plain
