"""A working text in passages: paragraphs set apart by blank lines, numbered from one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

_GAP = re.compile(r"\n[ \t]*\n\s*")
_MARK = re.compile(r"(?P<first>\d{1,6})\s*(?P<to>[-–]\s*(?P<last>\d{1,6})?)?")
_BETWEEN = "\n\n"


class MarkRefused(ValueError):
    """Numbers of passages that mark no part of a text; the message says what is wrong and what to write."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its number, and where it stands in the working text (half-open code points)."""

    number: int
    start: int
    end: int


def passages_of(text: str) -> tuple[Passage, ...]:
    """Return the passages of a working text, blank ones left out."""
    found: list[Passage] = []
    position = 0
    for gap in [*_GAP.finditer(text), None]:
        stop = gap.start() if gap else len(text)
        start, end = _without_margins(text, position, stop)
        if start < end:
            found.append(Passage(len(found) + 1, start, end))
        position = gap.end() if gap else stop
    return tuple(found)


def marked_ranges(written: str, passages: Sequence[Passage]) -> tuple[tuple[int, int], ...]:
    """Return where the passages stand that "1-9, 12, 15-" marks, in the order written, as half-open code points.

    A range without an end goes to the last passage. Raises `MarkRefused` for what marks no passage, or one twice.
    """
    ranges: list[tuple[int, int]] = []
    taken: set[int] = set()
    for one in filter(None, re.split(r"[,;]\s*", written.strip())):
        mark = _MARK.fullmatch(one.strip())
        if mark is None:
            raise MarkRefused(_("Write the numbers of passages, such as 1-9, 12."))
        first = int(mark["first"])
        last = int(mark["last"] or len(passages)) if mark["to"] else first
        if not (1 <= first <= len(passages) and 1 <= last <= len(passages)):
            message = _("Passages %(first)s to %(last)s are not in the text, which has %(count)s. Count them again.")
            raise MarkRefused(message % {"first": first, "last": last, "count": len(passages)})
        if last < first:
            raise MarkRefused(_("It ends before it begins. Turn the two numbers round."))
        if taken.intersection(range(first, last + 1)):
            raise MarkRefused(_("A passage is marked twice. Mark each once."))
        taken.update(range(first, last + 1))
        ranges.append((passages[first - 1].start, passages[last - 1].end))
    if not ranges:
        raise MarkRefused(_("Write the numbers of passages, such as 1-9, 12."))
    return tuple(ranges)


def text_of_ranges(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """Return the ranges of a text as one working text, each beginning a new passage."""
    return _BETWEEN.join(text[start:end] for start, end in ranges)


def _without_margins(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
