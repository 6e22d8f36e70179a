"""Facts that testimonies share: where a reader could put two of them together. For the desk only, never published."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archive.deidentification.dates import parse_date
from archive.deidentification.gazetteer import find_place
from archive.deidentification.inflecting import INFLECTED_LANGUAGES, lemma
from archive.deidentification.mentions import UnknownLanguage, ladder_language
from archive.deidentification.numerals import find_quantities
from archive.detection.findings import EntityType, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TELLING = 2.0  # shared facts that weigh less together are small change
_A_FEW = 10  # in a smaller archive than this nothing can be seen to be common
_SMALL_NUMBER = 10  # two men, three weeks: everybody tells such
_MILLION = 1_000_000
_WORD = re.compile(r"[^\W_]+")
_BY_WORDS = frozenset([EntityType.DEM, EntityType.ORG, EntityType.MISC, EntityType.LOC])
_LARGE_NUMBER, _PHRASE = 100, 4  # what of a public text is telling
_SHORTEST = 2  # words and more make a telling phrase; one word is a kind of thing


@dataclass(frozen=True, slots=True)
class SharedFact:
    """A fact of one testimony that another tells too; `fact` is compared and never shown."""

    testimony: str  # the other one
    fact: str = field(repr=False)
    mine: str = ""  # a reference to the span here
    theirs: str = ""  # and to the one there


@dataclass(frozen=True, slots=True)
class Join:
    """Another testimony, the spans of the facts it shares with this one, and how telling these are together."""

    testimony: str
    spans: tuple[tuple[str, str], ...]
    weight: float


def weigh_joins(shared: Iterable[SharedFact], *, told_by: Mapping[str, int], testimonies: int) -> tuple[Join, ...]:
    """Return the testimonies that share telling facts with one, the most telling first.

    A fact weighs more the fewer of all testimonies have it (`told_by`, by fact).
    """
    facts: dict[str, dict[str, SharedFact]] = defaultdict(dict)
    for one in shared:
        facts[one.testimony].setdefault(one.fact, one)
    joins = [
        Join(
            testimony,
            tuple((one.mine, one.theirs) for one in found.values()),
            sum(math.log2(max(testimonies, _A_FEW) / max(told_by.get(fact, 2), 1)) + 1 for fact in found),
        )
        for testimony, found in facts.items()
    ]
    telling = (join for join in joins if join.weight >= _TELLING)
    return tuple(sorted(telling, key=lambda join: (-join.weight, join.testimony)))


def fact_key(finding: Finding, *, text: str, language: str | None) -> str:
    """Return a key under which the same fact is found again in another testimony and another language.

    Empty for what many would tell alike: a year, a country, a small number, a single plain word. It tells the fact:
    store nothing but a keyed digest of it. A person is not known by words: persons have their own records.
    """
    if finding.entity_type is EntityType.PERSON or finding.person:
        return ""
    words = text[finding.start : finding.end]
    try:
        known = ladder_language(language)
    except UnknownLanguage:
        known = ""
    told = _told(finding, words, known)
    if told is not None:
        return f"{finding.entity_type}:{told}" if told else ""
    lemmas = _lemmas(words, known) if finding.entity_type in _BY_WORDS else []
    return f"{finding.entity_type}:{' '.join(lemmas)}" if len(lemmas) >= _SHORTEST else ""


def tells_little(key: str) -> bool:
    """Tell whether a fact of a public text is one that many could tell: a month, a small number, a few words."""
    kind, _, told = key.partition(":")
    if kind == EntityType.DATE:
        return told.endswith("-")
    if kind == EntityType.QUANTITY:
        return int(told.rpartition("/")[2]) < _LARGE_NUMBER
    return kind in _BY_WORDS and "/" not in told and len(told.split()) < _PHRASE


def _told(finding: Finding, words: str, language: str) -> str | None:
    """Return what is said, in whatever language; empty for what says nothing, None where only the words can tell."""
    if finding.entity_type is EntityType.DATE:
        return _date(words, language) if language else ""
    if finding.entity_type is EntityType.LOC:
        return _place(words)
    if finding.detail == "unit" or finding.entity_type in (EntityType.CODE, EntityType.CONTACT):
        digits = "".join(character for character in words if character.isdigit())
        return digits or (None if finding.detail == "unit" else words.casefold())
    if finding.entity_type is EntityType.QUANTITY:
        return _number(finding, words, language) if language else ""
    return "" if finding.detail == "age" else None


def _date(words: str, language: str) -> str:
    date = parse_date(words, language)
    return f"{date.year or ''}-{date.month}-{date.day or ''}" if date and date.month and (date.year or date.day) else ""


def _place(words: str) -> str | None:
    place = find_place(words, prefer=("RU", "UA"))
    if place is None:
        return None
    if place.is_country or place.is_region or place.population >= _MILLION:
        return ""
    return f"{place.country}/{place.region}/{place.population}"


def _number(finding: Finding, words: str, language: str) -> str:
    values = [quantity.value for quantity in find_quantities(words, language)]
    return f"{finding.detail}/{values[0]}" if values and values[0] >= _SMALL_NUMBER else ""


def _lemmas(words: str, language: str) -> list[str]:
    plain = [match.group().casefold() for match in _WORD.finditer(words)]
    return [lemma(word, language) for word in plain] if language in INFLECTED_LANGUAGES else plain
