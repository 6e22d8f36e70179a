"""What the decisions on one testimony leave open together: the combination rules, fed from its spans."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from archive.deidentification.combinations import (
    QUASI_OF_DETAIL,
    Breach,
    DatedEvent,
    Interval,
    KeptDetail,
    Quasi,
    TimeSpan,
    interval_integrity,
    two_of_five,
)
from archive.deidentification.dates import PartialDate, parse_date
from archive.deidentification.gazetteer import find_place
from archive.deidentification.ladders.period import days_told, says_roughly
from archive.deidentification.mentions import Mention, UnknownLanguage, ladder_language, language_here
from archive.deidentification.treatments import Treatment

if TYPE_CHECKING:
    from collections.abc import Sequence

_DATES = frozenset(detail for detail, quasi in QUASI_OF_DETAIL.items() if quasi is Quasi.DATE) | {"year", "season"}
_PERIODS = frozenset(["duration", "period", "interval", "relative_time"])
_MILLION = 1_000_000
_SENTENCE_ENDS = ".!?\n"
_EXACT, _ROUGH = 0.1, 0.35  # how far a told length may be off
_WINTER = 1


@dataclass(frozen=True, slots=True)
class DecidedSpan:
    """A span with its decision; `level` is the rung's, `replacement` the words that are published for it."""

    reference: str
    start: int
    end: int
    detail: str
    treatment: Treatment
    level: str = ""
    replacement: str = field(default="", repr=False)


def check_combinations(spans: Sequence[DecidedSpan], *, text: str, language: str | None) -> tuple[Breach, ...]:
    """Return what the decided spans of one text give away together: two-of-five and interval integrity."""
    events, intervals = timeline(spans, text=text, language=language)
    return (
        *two_of_five(kept_details(spans, text=text, language=language)),
        *interval_integrity(events, intervals),
    )


def kept_details(spans: Sequence[DecidedSpan], *, text: str, language: str | None) -> tuple[KeptDetail, ...]:
    """Return the details that stay visible, with the level at which they do; what is coarse as told is left out."""
    kept = []
    for span in spans:
        if span.treatment is Treatment.GENERALISE:
            kept.append(KeptDetail(span.detail, span.level or "L2", span.reference))
        elif span.treatment is Treatment.RETAIN and not _is_coarse(span, text, language):
            kept.append(KeptDetail(span.detail, "L0", span.reference))
    return tuple(kept)


def timeline(
    spans: Sequence[DecidedSpan], *, text: str, language: str | None
) -> tuple[tuple[DatedEvent, ...], tuple[Interval, ...]]:
    """Return the dates and distances a reader of the published text has, in the order they are told.

    A distance leads from the date told before it to the one told in its own sentence, or to an event of its own.
    """
    events: list[DatedEvent] = []
    intervals: list[Interval] = []
    pending: tuple[Interval, int] | None = None
    for span in sorted(spans, key=lambda span: span.start):
        if span.detail in _DATES:
            told = _told(span, text, language)
            if pending and _same_sentence(text, pending[1], span.start):
                intervals.append(_ending_at(pending[0], span.reference))
                pending = None
            events.append(DatedEvent(span.reference, told, suppressed=span.treatment is not Treatment.RETAIN))
        elif span.detail in _PERIODS and events:
            length = _length(span, text, language)
            if length is None:
                continue
            if pending:
                events.append(DatedEvent(pending[0].later))
                intervals.append(pending[0])
            before = events[-1].event
            pending = (Interval(before, span.reference, *length), span.end)
    if pending:
        events.append(DatedEvent(pending[0].later))
        intervals.append(pending[0])
    return tuple(events), tuple(intervals)


def time_span(told: PartialDate) -> TimeSpan | None:
    """Return the days a date allows, or None where it tells no year."""
    if told.year is None:
        return None
    if told.month:
        last = calendar.monthrange(told.year, told.month)[1]
        if told.day and told.day <= last:
            return TimeSpan(date(told.year, told.month, told.day), date(told.year, told.month, told.day))
        return TimeSpan(date(told.year, told.month, 1), date(told.year, told.month, last))
    if told.season and told.season != _WINTER:
        first = (told.season - 1) * 3
        return TimeSpan(
            date(told.year, first, 1), date(told.year, first + 2, calendar.monthrange(told.year, first + 2)[1])
        )
    if told.season:
        return TimeSpan(date(told.year - 1, 12, 1), date(told.year, 3, 1) - timedelta(1))
    return TimeSpan(date(told.year, 1, 1), date(told.year, 12, 31))


def _published(span: DecidedSpan, text: str) -> str:
    if span.treatment is Treatment.RETAIN:
        return text[span.start : span.end]
    return span.replacement if span.treatment is Treatment.GENERALISE else ""


def _language(span: DecidedSpan, text: str, language: str | None) -> str | None:
    try:
        return ladder_language(language_here(text, span.start, span.end, language))
    except UnknownLanguage:
        return None


def _told(span: DecidedSpan, text: str, language: str | None) -> TimeSpan | None:
    known = _language(span, text, language)
    told = parse_date(_published(span, text), known) if known else None
    return time_span(told) if told else None


def _length(span: DecidedSpan, text: str, language: str | None) -> tuple[int, int] | None:
    """Return the fewest and most days a published distance can mean; None for "some months"."""
    known, words = _language(span, text, language), _published(span, text)
    if not known or not words:
        return None
    mention = Mention(words, 0, len(words), known)
    days = days_told(mention)
    if days is None:
        return None
    off = _ROUGH if says_roughly(mention) else _EXACT
    return int(days * (1 - off)), max(int(days * (1 + off)), 1)


def _is_coarse(span: DecidedSpan, text: str, language: str | None) -> bool:
    """Tell whether a retained detail is no finer than the five kinds count: a large city, a year."""
    words, quasi = text[span.start : span.end], QUASI_OF_DETAIL.get(span.detail)
    if quasi is Quasi.PLACE:
        place = find_place(words, prefer=("RU", "UA"))
        return place is not None and (place.is_country or place.population >= _MILLION)
    if quasi is Quasi.DATE:
        known = _language(span, text, language)
        told = parse_date(words, known) if known else None
        return told is not None and not told.month
    return False


def _same_sentence(text: str, left: int, right: int) -> bool:
    return not any(mark in text[left:right] for mark in _SENTENCE_ENDS)


def _ending_at(interval: Interval, event: str) -> Interval:
    return Interval(interval.earlier, event, interval.shortest, interval.longest)
