"""The dates and distances a reader of the published text has: what interval integrity reckons with."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from archive.deidentification.combinations import DatedEvent, Interval, TimeSpan
from archive.deidentification.dates import PartialDate, may_tell_a_time, parse_date
from archive.deidentification.ladders.period import days_told, says_roughly
from archive.deidentification.mentions import Mention
from archive.deidentification.treatments import Treatment

if TYPE_CHECKING:
    from archive.deidentification.exposure import DecidedSpan, DecidedText

DATES = frozenset(["date", "event_date", "battle_date", "service_date", "desertion_date", "contract_date",
                   "leave_date", "birth_date", "feast", "year", "season"])  # fmt: skip
PERIODS = frozenset(["duration", "period", "interval", "relative_time"])
_SENTENCE_ENDS = ".!?\n"
_EXACT, _ROUGH = 0.1, 0.35  # how far a told length may be off
_WINTER = 1


def timeline(told: DecidedText) -> tuple[tuple[DatedEvent, ...], tuple[Interval, ...]]:
    """Return dates and distances in the order they are told.

    A distance leads from the date told before it to the one told in its own sentence, or to an event of its own.
    """
    events: list[DatedEvent] = []
    intervals: list[Interval] = []
    pending: tuple[Interval, int] | None = None
    for span in sorted((span for span in told.spans if not span.is_covered), key=lambda span: span.start):
        if span.kind in DATES:
            if pending and _same_sentence(told.text, pending[1], span.start):
                intervals.append(_ending_at(pending[0], span.reference))
                pending = None
            events.append(
                DatedEvent(span.reference, _days_of(span, told), suppressed=span.treatment is not Treatment.RETAIN)
            )
        elif span.kind in PERIODS and events:
            length = _length(span, told)
            if length is not None:
                _to_an_event_of_its_own(pending, events, intervals)
                pending = (Interval(events[-1].event, span.reference, *length, span=span.reference), span.end)
    _to_an_event_of_its_own(pending, events, intervals)
    return tuple(events), tuple(intervals)


def _to_an_event_of_its_own(
    pending: tuple[Interval, int] | None, events: list[DatedEvent], intervals: list[Interval]
) -> None:
    if pending:
        events.append(DatedEvent(pending[0].later))
        intervals.append(pending[0])


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


def _days_of(span: DecidedSpan, told: DecidedText) -> TimeSpan | None:
    words = told.published(span)
    language = told.language_at(span) if words else None
    date_told = parse_date(words, language) if language and may_tell_a_time(words, language) else None
    return time_span(date_told) if date_told else None


def _length(span: DecidedSpan, told: DecidedText) -> tuple[int, int] | None:
    """Return the fewest and most days a published distance can mean; None for "some months"."""
    words = told.published(span)
    language = told.language_at(span) if words else None
    if not language:
        return None
    mention = Mention(words, 0, len(words), language)
    days = days_told(mention)
    if days is None:
        return None
    off = _ROUGH if says_roughly(mention) else _EXACT
    return int(days * (1 - off)), max(int(days * (1 + off)), 1)


def _same_sentence(text: str, left: int, right: int) -> bool:
    return not any(mark in text[left:right] for mark in _SENTENCE_ENDS)


def _ending_at(interval: Interval, event: str) -> Interval:
    return Interval(interval.earlier, event, interval.shortest, interval.longest, interval.span)
