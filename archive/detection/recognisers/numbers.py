"""Every number no other recogniser has understood: a net under the nets."""

import re
from collections.abc import Iterator

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.segments import NARROW, Document

_NUMBER = re.compile(r"(?<!\w)(?:№|[Nn][or]\.)?\s?\d[\d.,:/]*(?:[\u00a0 ]\d{3})*(?:[-‑]\w+)?")


def _heads_line(text: str, start: int, end: int) -> bool:
    """Tell the number of a list item or a footnote, alone at the head of a line."""
    before = text[:start].rstrip(" ")
    return (
        (not before or before.endswith("\n"))
        and len(text[start:end].strip(" .:/\n")) <= 4
        and text[end : end + 1] in {" ", "\n", "\t", ")", ""}
    )


def find(document: Document) -> Iterator[Finding]:
    """Yield numbers in digits."""
    for match in document.search(_NUMBER, NARROW):
        if _heads_line(document.text, match.start(), match.end()):
            continue
        value = match.group().rstrip(".,:/ ")
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
