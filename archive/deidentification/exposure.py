"""What the decisions on one testimony leave open together: the combination rules, fed from its spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping  # noqa: TC003 - in the fields of a dataclass
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from archive.deidentification.combinations import (
    NOT_TOLD,
    Breach,
    Quasi,
    ToldDetail,
    interval_integrity,
    one_rung,
    rare_facts,
    two_of_five,
    unlinked,
)
from archive.deidentification.dates import parse_date, tells_a_month
from archive.deidentification.gazetteer import Place, find_place, regions
from archive.deidentification.mentions import UnknownLanguage, ladder_language, language_here
from archive.deidentification.timeline import DATES, timeline
from archive.deidentification.treatments import Treatment
from archive.language.remembering import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PLACES = ("place", "large_place", "birthplace", "residence", "home", "front_place", "front", "refuge", "route",
           "route_stop", "border", "border_crossing", "garrison", "region", "country", "address")  # fmt: skip
QUASI_OF = {
    **dict.fromkeys(_PLACES, Quasi.PLACE),
    **dict.fromkeys(DATES - {"year", "season", "birth_date"}, Quasi.DATE),
    "unit": Quasi.UNIT,
    "occupation": Quasi.OCCUPATION,
    "age": Quasi.AGE,
    "birth_date": Quasi.AGE,
}
# How an editor's own mark is read, which names no detail.
_KIND_OF_TYPE = {"LOC": "place", "DATE": "date"}
UNNAMED = frozenset(["", "detail", "marked_by_hand"])
_MILLION = 1_000_000
_CAPITALISED = re.compile(r"[^\W\d_][\w'’-]+")
_OWN_WORDS = "L2"  # coarser words that name no rung


@remembered(maxsize=1_024)
def kind_of(detail: str, entity_type: str) -> str:
    """Return a detail as the ladders call it; of a mark by hand, what its entity type comes closest to."""
    kind = detail.replace("-", "_")
    return _KIND_OF_TYPE.get(entity_type, kind) if kind in UNNAMED else kind


@dataclass(frozen=True, slots=True)
class DecidedSpan:
    """A span with its decision; `level` is the rung's, `replacement` the words that are published for it.

    `fact` is the key under which the same fact is known again. What was decided to identify nobody `is_public`.
    """

    reference: str
    start: int
    end: int
    detail: str
    treatment: Treatment
    level: str = ""
    replacement: str = field(default="", repr=False)
    entity_type: str = ""
    fact: str = field(default="", repr=False)
    third_person: bool = False
    is_public: bool = False
    is_covered: bool = False  # it goes with a wider change

    @property
    def kind(self) -> str:
        """Return the detail as the ladders call it; of a mark by hand, what its entity type comes closest to."""
        return kind_of(self.detail, self.entity_type)


@dataclass(frozen=True, slots=True)
class DecidedText:
    """A text in one language with everything decided of it."""

    text: str = field(repr=False)
    language: str | None
    spans: tuple[DecidedSpan, ...]
    _languages: dict[tuple[int, int], str | None] = field(default_factory=dict, repr=False, compare=False)

    def published(self, span: DecidedSpan) -> str:
        """Return the words that are published where a span stands; empty where none of its own are."""
        if span.treatment is Treatment.RETAIN:
            return self.text[span.start : span.end]
        return span.replacement if span.treatment is Treatment.GENERALISE else ""

    def language_at(self, span: DecidedSpan) -> str | None:
        """Return the language whose ladders serve a span, or None if there are none."""
        place = span.start, span.end
        if place not in self._languages:
            self._languages[place] = self._language_of(*place)
        return self._languages[place]

    def _language_of(self, start: int, end: int) -> str | None:
        try:
            return ladder_language(language_here(self.text, start, end, self.language))
        except UnknownLanguage:
            return None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is told outside a testimony: by public texts, by others' testimonies, by this person's own other ones.

    `tellers` has, by fact, the disclosure units whose testimonies tell it; `unit` is this testimony's own.
    """

    publicly_known: frozenset[str] = field(default=frozenset(), repr=False)
    tellers: Mapping[str, frozenset[object]] = field(default_factory=dict, repr=False)
    unit: object = None
    told_by_same_person: frozenset[str] = field(default=frozenset(), repr=False)

    def tells(self, fact: str) -> bool:
        """Tell whether another unit's testimony has a fact."""
        return bool(self.tellers.get(fact, frozenset()) - {self.unit})


def decided_text(
    text: str, language: str | None, spans: Iterable[DecidedSpan], *, open_spans: Iterable[DecidedSpan] = ()
) -> DecidedText:
    """Return a text with its spans; of those nobody has decided, only what goes with a wider change counts."""
    spans = sorted(spans, key=lambda span: span.start)
    altered = [span for span in spans if span.treatment is not Treatment.RETAIN]
    starts = [span.start for span in altered]

    def is_covered(span: DecidedSpan) -> bool:
        at = bisect_right(starts, span.start) - 1
        return at >= 0 and altered[at] is not span and span.end <= altered[at].end

    settled = (replace(span, is_covered=True) if is_covered(span) else span for span in spans)
    hidden = (replace(span, is_covered=True) for span in open_spans if is_covered(span))
    return DecidedText(text, language, (*settled, *hidden))


def check_combinations(texts: Sequence[DecidedText], *, elsewhere: Elsewhere | None = None) -> tuple[Breach, ...]:
    """Return what the decided spans of one testimony give away together, in all languages it is told in."""
    known = elsewhere or Elsewhere()
    details = tuple(told_details(texts))
    return (
        *two_of_five(details),
        *rare_facts(details, publicly_known=known.publicly_known, is_told_elsewhere=known.tells),
        *one_rung(details),
        *unlinked(details, told_by_same_person=known.told_by_same_person),
        *(breach for told in texts for breach in interval_integrity(*timeline(told))),
    )


def told_details(texts: Iterable[DecidedText]) -> Iterator[ToldDetail]:
    """Yield every detail with the level at which it is told; what goes with a wider change is not told at all."""
    for told in texts:
        for span in told.spans:
            quasi = None if span.third_person else QUASI_OF.get(span.kind)
            if span.is_public or not (quasi or span.fact):
                continue
            level = NOT_TOLD if span.is_covered else level_told(span, QUASI_OF.get(span.kind), told)
            yield ToldDetail(span.reference, level, quasi, span.fact)


def level_told(span: DecidedSpan, quasi: Quasi | None, told: DecidedText) -> str:
    """Return how coarse a span is told; what is coarse as said counts as a coarse rung."""
    if span.treatment is Treatment.RETAIN:
        return _OWN_WORDS if _is_coarse(span, quasi, told) else "L0"
    if span.treatment is Treatment.GENERALISE:
        return span.level or ("L1" if _tells_finely(span, quasi, told) else _OWN_WORDS)
    return NOT_TOLD


def _is_coarse(span: DecidedSpan, quasi: Quasi | None, told: DecidedText) -> bool:
    """Tell whether a retained detail is no finer than the five kinds count: a large city, a year."""
    words = told.text[span.start : span.end]
    if quasi is Quasi.PLACE:
        place = find_place(words, prefer=("RU", "UA"))
        return place is not None and _is_large(place)
    if quasi is Quasi.DATE:
        language = told.language_at(span)
        date = parse_date(words, language) if language else None
        return date is not None and not date.month
    return False


def _tells_finely(span: DecidedSpan, quasi: Quasi | None, told: DecidedText) -> bool:
    """Tell whether an editor's own coarser words are as fine as a first rung: a month, a small place, figures."""
    words = span.replacement
    if quasi is Quasi.DATE:
        language = told.language_at(span)
        return language is not None and tells_a_month(words, language)
    if quasi is Quasi.PLACE:
        names = (found.group() for found in _CAPITALISED.finditer(words) if found.group()[0].isupper())
        places = (find_place(name, prefer=("RU", "UA")) for name in names)
        return any(place and not place.is_region and not _is_large(place) for place in places)
    return quasi in (Quasi.UNIT, Quasi.AGE) and any(letter.isdigit() for letter in words)


def _is_large(place: Place) -> bool:
    if place.is_region:
        return regions()[place.region].is_large
    return place.is_country or place.population >= _MILLION
