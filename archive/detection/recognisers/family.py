"""Family make-up: how many children, of what age; "my wife" alone tells nothing."""

from collections.abc import Iterator

from archive.detection.clues import clues_in, places_of
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.phrases import clause_around, finding
from archive.detection.segments import Document

_CHILD = frozenset({"child"})


def find(document: Document) -> Iterator[Finding]:
    """Yield counted or aged children."""
    clues, gaps = clues_in(document), document.gaps
    done = -1
    for index in places_of(document, _CHILD):
        classes = clues[index]
        if index <= done or not classes & {"child"} or index == 0:
            continue
        before, after = clues[index - 1], clues[index + 1] if index + 1 < len(clues) else frozenset()
        counted = "number" in before or document.lower[index - 1].isdigit()
        aged = "number" in after or (
            index + 2 < len(clues)
            and "number" in clues[index + 2]
            and document.lower[index + 1] in {"of", "på", "в", ","}
        )
        if not counted and not aged:
            continue
        if gaps[index] not in {" ", "\u00a0"}:
            continue
        first, end = clause_around(document, index, longest=9)
        first = max(first, index - 2)
        done = end - 1
        yield finding(
            document, (first, end), EntityType.DEM, "family", IdentifierClass.QUASI, "family",
            "Children counted or told by age.", third_person=True,
        )  # fmt: skip
