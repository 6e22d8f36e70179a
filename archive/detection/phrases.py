"""Ranges of tokens around a clue: the clause it stands in, the noun phrase it heads, runs of numbers."""

import re

from archive.detection.clues import clues_in
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.segments import Document
from archive.language.remembering import remembered

_STOP = re.compile(r"[.!?…\n;:«»\"“”()\[\]—–|/]|\s-\s")
_ANY = re.compile(r"[,.!?…\n;:«»\"“”()\[\]—–|/]|\s-\s")
JOINING = frozenset("and og и і й та of the a an en et ei på i в у на с за med av with".split())
Range = tuple[int, int]


@remembered(maxsize=20_000)
def ends_clause(gap: str) -> bool:
    """Tell whether what stands between two tokens ends a clause (a comma does not)."""
    return _STOP.search(gap) is not None


@remembered(maxsize=20_000)
def breaks(gap: str) -> bool:
    """Tell whether anything but space or a hyphen stands between two tokens."""
    return _ANY.search(gap) is not None


def clause_around(document: Document, index: int, *, longest: int = 24) -> Range:
    """Return the clause a token stands in, cut at `longest` tokens to either side."""
    gaps, count = document.gaps, len(document.words)
    first = last = index
    while first > 0 and index - first < longest and not ends_clause(gaps[first]):
        first -= 1
    while last + 1 < count and last - index < longest and not ends_clause(gaps[last + 1]):
        last += 1
    return first, last + 1


def part_around(document: Document, index: int) -> Range:
    """Return the stretch between commas a token stands in."""
    gaps, count = document.gaps, len(document.words)
    first = last = index
    while first > 0 and not breaks(gaps[first]):
        first -= 1
    while last + 1 < count and not breaks(gaps[last + 1]):
        last += 1
    return first, last + 1


def run_of(document: Document, index: int, classes: frozenset[str], *, bridge: int = 1) -> Range:
    """Return the tokens from `index` on that carry any of the classes, joined over `bridge` small words."""
    clues, lower, gaps, count = clues_in(document), document.lower, document.gaps, len(document.words)
    last = place = index
    while place + 1 < count and not ends_clause(gaps[place + 1]) and place - last <= bridge:
        place += 1
        if clues[place] & classes:
            last = place
        elif lower[place] not in JOINING:
            break
    return index, last + 1


def finding(
    document: Document,
    tokens: Range,
    entity_type: EntityType,
    detail: str,
    identifier_class: IdentifierClass,
    recogniser: str,
    reason: str,
    *,
    third_person: bool = False,
    score: float = 0.7,
) -> Finding:
    """Make a finding of a range of tokens."""
    first, end = tokens
    return Finding(
        document.spans[first][0],
        document.spans[end - 1][1],
        entity_type,
        detail,
        identifier_class,
        third_person,
        recogniser,
        reason,
        score=score,
    )
