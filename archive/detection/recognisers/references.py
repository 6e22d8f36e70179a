"""Lists of references: links that stand line under line, as in footnotes, are one decision."""

import re
from collections.abc import Iterator

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.segments import Document

_LINE = re.compile(r"[^\n]*\n?")
# A line that is a link, with the number of its note or a short label before it: "12 https://…", "– Minsk: https://…".
_LINK = re.compile(
    r"[ \t]*(?:[\[(]?\d{1,3}[\])]?[.:]?[ \t]+|[–—•*-][ \t]*)?(?:[^\n:/]{1,40}:[ \t]+)?(?:https?://|www\.)\S+(?:[ \t]+(?:https?://|www\.)\S+)*[ \t]*\n?$"
)
_REST = re.compile(r"[ \t]*[\w/%&=?.+~-]*[-/_=\d][\w/%&=?.+~-]*[ \t]*\n?$")
_LEAST = 2


def find(document: Document) -> Iterator[Finding]:
    """Yield each run of at least two lines of links."""
    if not document.mentions("http", "www."):
        return
    run: list[tuple[int, int]] = []
    links = 0
    for line in _LINE.finditer(document.text):
        if _LINK.match(line.group()):
            run.append(line.span())
            links += 1
        elif run and line.group().strip() and _is_rest(document.text, run[-1], line.group()):
            run.append(line.span())
        elif run and not line.group().strip() and line.group():
            continue
        else:
            if links >= _LEAST:
                yield _finding(document.text, run)
            run, links = [], 0


def _is_rest(text: str, before: tuple[int, int], line: str) -> bool:
    """Tell the end of a link that was broken over two lines."""
    return text[slice(*before)].rstrip().endswith(("-", "/", "_", "=", "&")) and _REST.match(line) is not None


def _finding(text: str, run: list[tuple[int, int]]) -> Finding:
    start, end = run[0][0], run[-1][1]
    inner = text[start:end]
    return Finding(
        start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip()), EntityType.CONTACT, "url", IdentifierClass.LOOKUP,
        False, "references", "A list of references: its links lead to public texts, and are decided together.",
    )  # fmt: skip
