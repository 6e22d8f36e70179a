"""A working text in passages: paragraphs set apart by blank lines, numbered from one."""

import re
from dataclasses import dataclass

_GAP = re.compile(r"\n[ \t]*\n\s*")


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


def _without_margins(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
