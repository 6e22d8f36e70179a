"""Find names broken over the end of a line without a hyphen: Серг⏎ей, in any case form."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from archive.language.expansion import Strength
from archive.language.probing import PIECE
from archive.language.weighing import Place

if TYPE_CHECKING:
    from archive.language.matching import NameMatcher

# What stands before a break is looked at there: a pattern that begins with it is slow. So is one of several characters.
# An empty line may stand there too: the end of a page.
_BREAK = re.compile(r"\n[ \t]*(?:\n[ \t]*)?")
_RARE = "\r\x0b\x0c\x85\u2028\u2029"
_ANY_BREAK = re.compile(rf"(?:(?:\r\n|[\n{_RARE}])[ \t]*){{1,2}}")
_BEFORE = re.compile(PIECE.pattern + r"\Z")
LEAST, LONGEST = 6, 24


def find_over_lines(text: str, matcher: "NameMatcher") -> Iterator[Place]:
    """Yield the places where the end of a line and the beginning of the next are one name with a capital."""
    for gap in (_ANY_BREAK if any(sign in text for sign in _RARE) else _BREAK).finditer(text):
        tail = PIECE.match(text, gap.end())
        if tail is None:
            continue
        end = gap.start()
        while text.endswith((" ", "\t"), 0, end):
            end -= 1
        head = _BEFORE.search(text, max(0, end - LONGEST), end)
        if head is None or not _may_be_one(head.group(), tail.group()):
            continue
        whole = head.group() + tail.group()
        for found in matcher.candidates(whole):
            if found.holders[0][1] == Strength.SURE:
                spread = found._replace(start=0, end=tail.end() - head.start(), undone="broken-word")
                yield Place(head.start(), tail.end(), spread)


def _may_be_one(head: str, tail: str) -> bool:
    return (
        head[0].isupper()
        and LEAST <= len(head) + len(tail) <= LONGEST
        and (tail[0].islower() or (head + tail).isupper())
    )
