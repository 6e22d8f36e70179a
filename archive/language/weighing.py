"""Weigh a place where a form of a name stands: is it the name (block), may it be (ask), or is it an ordinary word."""

import re
from dataclasses import dataclass, field
from typing import Literal

from archive.language.expansion import Strength
from archive.language.keys import plain
from archive.language.ordinary import is_ordinary_word

Tier = Literal["block", "ask"]

_SENTENCE_BREAK = re.compile(r"(?:^|[.!?…:;\n\r»\"”]\s*|[-–—]\s+)[\s\"'«„“”‘’(\[*—–-]*$|[«„“\"]$")
_CAPITAL_LINE = re.compile(r"[^\W\d_]{2,}")
LOOK_BACK = 12

UNDONE_IS_SURE = frozenset(("", "possessive", "look-alike", "inside-word", "hyphenated", "spaced-letters", "escaped"))
"""What may have been undone for a reading that still speaks for the name itself."""

TELLING = frozenset(("look-alike", "digits-for-letters", "spaced-letters"))
"""What nobody does to an ordinary word by chance."""


@dataclass(frozen=True)
class Candidate:
    """A stretch of a word that can be read as a form of the names these holders stand for."""

    start: int
    end: int
    holders: tuple[tuple[int, Strength, str], ...]
    undone: str
    exact: bool
    word: str = field(repr=False)


@dataclass(frozen=True)
class Place:
    """Where a candidate stands in the text."""

    start: int
    end: int
    candidate: Candidate
    surface: str = field(repr=False)


def shape_of(surface: str) -> str:
    """Return `lower`, `capital` or `upper` for a word as it stands."""
    letters = [letter for letter in surface if letter.isalpha()]
    if not letters or not letters[0].isupper():
        return "lower" if not any(letter.isupper() for letter in letters[1:]) else "capital"
    return "upper" if len(letters) > 1 and all(letter.isupper() for letter in letters) else "capital"


def starts_sentence(text: str, start: int) -> bool:
    """Tell whether a word stands where any word takes a capital."""
    return start == 0 or _SENTENCE_BREAK.search(text[max(0, start - LOOK_BACK) : start]) is not None


def line_around(text: str, start: int, end: int) -> str:
    """Return the line in which a span stands."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    return text[left : right if right >= 0 else len(text)]


def is_written_small(text: str, start: int, end: int) -> bool:
    """Tell whether the line of this word holds no capital at all, as in chats: there a name has none either."""
    line = line_around(text, start, end)
    return not any(letter.isupper() for letter in line) and len(line.split()) > 1


def is_written_large(text: str, start: int, end: int) -> bool:
    """Tell whether the line of this word is all capitals, so that a capital says nothing."""
    words = _CAPITAL_LINE.findall(line_around(text, start, end))
    return len(words) > 3 and sum(word.isupper() for word in words) * 4 >= len(words) * 3


def weigh(text: str, place: Place, strength: Strength) -> Tier | None:
    """Return the tier of one place standing alone; None when it is an ordinary word."""
    shape = shape_of(place.surface)
    ordinary = is_ordinary_word(plain(place.candidate.word)) or is_ordinary_word(plain(place.surface))
    if place.candidate.undone in TELLING and shape != "lower":
        return "block" if strength < Strength.POSSIBLE and not ordinary else "ask"
    sure = place.candidate.undone in UNDONE_IS_SURE and strength < Strength.POSSIBLE
    if shape == "lower":
        return _weigh_small(text, place, strength, ordinary=ordinary, sure=sure)
    if ordinary:
        if (shape == "upper" and is_written_large(text, place.start, place.end)) or starts_sentence(text, place.start):
            return "ask" if strength == Strength.SURE and place.candidate.exact else None
        if strength == Strength.POSSIBLE:
            return None
        return "block" if sure and strength == Strength.SURE and place.candidate.exact else "ask"
    return "block" if sure else "ask"


def _weigh_small(text: str, place: Place, strength: Strength, *, ordinary: bool, sure: bool) -> Tier | None:
    if ordinary or len(place.surface) < 4:
        chat = strength == Strength.SURE and place.candidate.exact and is_written_small(text, place.start, place.end)
        return "ask" if chat else None
    if strength == Strength.POSSIBLE:
        return "ask" if len(place.surface) > 5 and place.candidate.undone in UNDONE_IS_SURE else None
    return "block" if sure and strength == Strength.SURE and len(place.surface) > 4 else "ask"
