"""Weigh a place where a form of a name stands: is it the name (block), may it be (ask), or is it an ordinary word."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from archive.language.expansion import Strength
from archive.language.given_names import is_given_name
from archive.language.keys import plain
from archive.language.letters import is_cyrillic
from archive.language.ordinary import is_form_of_a_name, is_ordinary_word, is_place
from archive.language.tiers import Tier

Holders = Iterable[tuple[int, Strength, str]]

_SENTENCE_BREAK = re.compile(r"(?:^|[.!?…:;\n\r»\"”]\s*|[-–—]\s+)[\s\"'«„“”‘’(\[*—–-]*$|[«„“]$")
_CAPITAL_LINE = re.compile(r"[^\W\d_]{2,}")
_RUN_BEFORE = re.compile(r"\S+$")
LOOK_BACK = 12
LONGEST_ADDRESS = 400

UNDONE_IS_SURE = frozenset(("", "possessive", "look-alike", "inside-word", "hyphenated", "spaced-letters", "escaped"))
"""What may have been undone for a reading that still speaks for the name itself."""

AS_IT_STANDS = frozenset(("", "hyphenated"))
TELLING = frozenset(("look-alike", "digits-for-letters", "spaced-letters", "code-page"))
"""What nobody does to an ordinary word by chance."""


class Candidate(NamedTuple):
    """A stretch of a word that can be read as a form of the names these holders stand for."""

    start: int
    end: int
    holders: tuple[tuple[int, Strength, str], ...]
    undone: str
    shape: str
    ordinary: bool
    word: str


class Place(NamedTuple):
    """Where a candidate stands in the text."""

    start: int
    end: int
    candidate: Candidate


RECORDED = frozenset(("as-recorded", "transliteration", "case-form"))
"""Rules that give a form of the very word that was recorded."""


AS_WRITTEN = frozenset(("as-recorded", "transliteration", "equivalent", "western"))
"""Rules that give a whole name, not a form of it: ИНН is no genitive of Инна, ZAGS nobody's."""
OF_THE_NAME_ITSELF = AS_WRITTEN | {"case-form", "equivalent-case"}
"""Rules whose forms block in small letters, too; a surname of the other sex or a patronymic is asked about there."""
LONGEST_ACRONYM = 5
SHORTEST_SMALL, SHORTEST_SMALL_LATIN = 3, 4
"""Letters of a word in small letters that may be a name: оля, but not ola, which is part of many other languages."""


def candidate(span: tuple[int, int], surface: str, word: str, undone: str, holders: Holders) -> Candidate | None:
    """Return the candidate for a stretch of a word with the holders that can count; None if there are none."""
    shape = shape_of(surface)
    ordinary = is_ordinary_word(plain(word)) or is_ordinary_word(plain(surface))
    if not undone and is_given_name(word):
        holders = [_unless_inflected(held, ordinary=ordinary) for held in holders]
    if shape == "upper" and len(surface) <= LONGEST_ACRONYM:
        holders = [held if held[2] in AS_WRITTEN else _only_possible(held) for held in holders]
    elif undone == "possessive" and surface[-2:-1].isalpha():
        holders = [held if held[2] in AS_WRITTEN and len(word) > 3 else _only_possible(held) for held in holders]
    if shape == "lower":
        holders = [held if held[2] in OF_THE_NAME_ITSELF else _familiar(held) for held in holders]
    kept = tuple(
        sorted((held for held in holders if _counts(held, surface, shape, undone, ordinary=ordinary)), key=surest_first)
    )
    return Candidate(*span, kept, undone, shape, ordinary, word) if kept else None


def surest_first(held: tuple[int, Strength, str]) -> tuple[Strength, bool]:
    """Order what a word may be: the strongest first, and the recorded word before what is derived from it."""
    return held[1], held[2] not in RECORDED


def _familiar(held: tuple[int, Strength, str]) -> tuple[int, Strength, str]:
    return held[0], max(held[1], Strength.FAMILIAR), held[2]


def _only_possible(held: tuple[int, Strength, str]) -> tuple[int, Strength, str]:
    return held[0], Strength.POSSIBLE, held[2]


def _unless_inflected(held: tuple[int, Strength, str], *, ordinary: bool) -> tuple[int, Strength, str]:
    """Weigh down a case form or a short form that is a given name of its own (Александра, Влада): it may be either."""
    holder, strength, how = held
    if not how.endswith(("case-form", "-case", "diminutive")):
        return held
    return holder, max(strength, Strength.FAMILIAR if ordinary else Strength.POSSIBLE), how


def _counts(held: tuple[int, Strength, str], surface: str, shape: str, undone: str, *, ordinary: bool) -> bool:
    _, strength, how = held
    if undone in TELLING:
        return True
    if shape == "lower" and ordinary:
        return strength == Strength.SURE and how in RECORDED and undone in ("", "inside-word")
    if ordinary:
        return strength < Strength.POSSIBLE
    return shape != "lower" or strength < Strength.POSSIBLE or (len(surface) > 5 and undone in UNDONE_IS_SURE)


def shape_of(surface: str) -> str:
    """Return `lower`, `capital` or `upper` for a word as it stands."""
    letters = [letter for letter in surface if letter.isalpha()]
    if not letters or not letters[0].isupper():
        return "lower" if not any(letter.isupper() for letter in letters[1:]) else "capital"
    return "upper" if len(letters) > 1 and all(letter.isupper() for letter in letters) else "capital"


def starts_sentence(text: str, start: int) -> bool:
    """Tell whether a word stands where any word takes a capital."""
    return _SENTENCE_BREAK.search(text[max(0, start - LOOK_BACK) : start]) is not None


def line_around(text: str, start: int, end: int) -> str:
    """Return the line in which a span stands."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    return text[left : right if right >= 0 else len(text)]


def is_written_small(text: str, start: int, end: int) -> bool:
    """Tell whether the line of this word holds no capital at all, as in chats: there a name has none either."""
    line = line_around(text, start, end)
    return not any(letter.isupper() for letter in line) and len(line.split()) > 1


def is_in_a_handle(text: str, start: int, end: int) -> bool:
    """Tell whether a word stands in a handle, a hashtag, a file name: where nothing takes a capital."""
    return text[max(0, start - 1) : start] in tuple("@#_0123456789") or text[end : end + 1] in tuple("_0123456789@")


def is_in_a_slug(text: str, start: int, end: int) -> bool:
    """Tell whether a word is one of several linked ones in an address: the words of a headline, in small letters."""
    run = _RUN_BEFORE.search(text, max(0, start - LONGEST_ADDRESS), start)
    return run is not None and "://" in run.group() and "-" in (text[start - 1 : start], text[end : end + 1])


def is_written_large(text: str, start: int, end: int) -> bool:
    """Tell whether the line of this word is all capitals, so that a capital says nothing."""
    words = _CAPITAL_LINE.findall(line_around(text, start, end))
    return len(words) > 3 and sum(word.isupper() for word in words) * 4 >= len(words) * 3


def weigh(text: str, place: Place, strength: Strength) -> Tier | None:
    """Return the tier of one place standing alone; None when it is an ordinary word."""
    found = place.candidate
    if found.shape == "lower":
        return _weigh_small(text, place, strength)
    if found.undone in TELLING:
        return "block" if strength < Strength.POSSIBLE and not found.ordinary else "ask"
    sure = found.undone in UNDONE_IS_SURE and strength < Strength.POSSIBLE
    if not found.ordinary:
        return "block" if sure else "ask"
    return _weigh_word(text, place, strength)


def _weigh_word(text: str, place: Place, strength: Strength) -> Tier | None:
    """Weigh a word with a meaning of its own that has a capital here."""
    found = place.candidate
    place_name = is_place(found.word)
    if place_name and strength != Strength.SURE:
        return None
    known = is_form_of_a_name(found.word)
    large = found.shape == "upper" and is_written_large(text, place.start, place.end)
    if large or starts_sentence(text, place.start):
        return "ask" if (strength == Strength.SURE or known) and found.undone in AS_IT_STANDS else None
    certain = not place_name and (strength == Strength.SURE or known)
    return "block" if certain and found.undone in AS_IT_STANDS else "ask"


def _weigh_small(text: str, place: Place, strength: Strength) -> Tier | None:
    found = place.candidate
    length = place.end - place.start
    least = SHORTEST_SMALL if is_cyrillic(found.word) else SHORTEST_SMALL_LATIN
    if found.ordinary or length < least:
        small = is_in_a_handle(text, place.start, place.end) or (
            not found.undone and is_written_small(text, place.start, place.end)
        )
        return "ask" if small else None
    sure = found.undone in UNDONE_IS_SURE and strength == Strength.SURE and length > 4
    return "block" if sure and not is_in_a_slug(text, place.start, place.end) else "ask"
