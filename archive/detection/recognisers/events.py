"""Things that happened to one person only: counted men and how they ended, rare acts, captivity."""

from collections.abc import Iterator

from archive.detection.clues import clues_in, places_of
from archive.detection.figures import is_told_of_thousands, is_year
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.phrases import clause_around, finding
from archive.detection.segments import Document

_TELLING = frozenset({"event", "prisoner", "people"})
_COUNTED = frozenset({"number"})


def find(document: Document) -> Iterator[Finding]:
    """Yield clauses that tell an event nobody else has in their account."""
    clues = clues_in(document)
    done = -1
    for index in places_of(document, _TELLING):
        classes = clues[index]
        if index <= done or not classes & {"event", "prisoner", "people"}:
            continue
        first, end = clause_around(document, index, longest=16)
        if not _is_rare(document, first, end, classes):
            continue
        done = end - 1
        yield finding(
            document, (first, end), EntityType.MISC, "unique_event", IdentifierClass.LOOKUP, "events",
            "A counted or singular event.", score=0.4,
        )  # fmt: skip


def _is_rare(document: Document, first: int, end: int, classes: frozenset[str]) -> bool:
    clues = clues_in(document)
    if is_told_of_thousands(document, first, end):
        return False  # what is told of thousands happened to no one person
    numbers = sum(
        1 for k in range(first, end)
        if clues[k] & _COUNTED or (document.lower[k].isdigit() and not is_year(document.lower[k]))
    )  # fmt: skip
    people = any("people" in clues[k] for k in range(first, end))
    fate = any(clues[k] & {"event", "prisoner"} for k in range(first, end))
    if "people" in classes:
        return numbers >= 1 and (fate or numbers >= 2)
    return numbers >= 1 and (people or numbers >= 2)
