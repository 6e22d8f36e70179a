"""Every number no other recogniser has understood: a net under the nets."""

import re
from collections.abc import Iterator

from archive.detection.clues import clues_in
from archive.detection.figures import is_clock, tells_of_nobody
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.readings import is_court_prose
from archive.detection.segments import NARROW, Document

_NUMBER = re.compile(
    r"[\d№Nn](?<!\w.)(?:(?<=№)[ \u00a0]?\d|(?<=[Nn])[or]\.[ \u00a0]?\d|(?<=\d))[\d.,:/]*(?:[\u00a0 ]\d{3})*(?:[-‑]\w+)?"
)


def _heads_line(text: str, start: int, end: int) -> bool:
    """Tell the number of a list item or a footnote, alone at the head of a line."""
    before = text[:start].rstrip(" ")
    return (
        (not before or before.endswith("\n"))
        and len(text[start:end].strip(" .:/\n")) <= 4
        and text[end : end + 1] in {" ", "\n", "\t", ")", ""}
    )


def _is_item(text: str, start: int, end: int) -> bool:
    """Tell the number of an item within a line: "as: 1) fit, 2) unfit"."""
    return end - start <= 2 and text[end : end + 2] in {") ", ")\n"} and text[start - 1 : start] in {" ", "\n"}


def _tells_of_nobody(document: Document, start: int, end: int) -> bool:
    first, last = document.tokens_of(start, end)
    while last < len(document.words) and "number" in clues_in(document)[last]:
        last += 1
    return first < last and (is_clock(document.text[start:end]) or tells_of_nobody(document, first, last))


def find(document: Document) -> Iterator[Finding]:
    """Yield numbers in digits."""
    court = is_court_prose(document)
    for match in document.search(_NUMBER, NARROW):
        if _heads_line(document.text, match.start(), match.end()):
            continue
        value = match.group().rstrip(".,:/ ")
        if _is_item(document.text, match.start(), match.start() + len(value)):
            continue
        if not court and _tells_of_nobody(document, match.start(), match.start() + len(value)):
            continue
        yield Finding(
            match.start(),
            match.start() + len(value),
            EntityType.QUANTITY,
            "counts",
            IdentifierClass.QUASI,
            False,
            "numbers",
            "A number nobody has explained.",
            score=0.2,
        )
