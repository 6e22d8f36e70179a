"""Find names whose letters or syllables are kept apart: spaced, dotted, hyphenated, broken over lines."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from archive.language.expansion import Strength
from archive.language.keys import plain
from archive.language.ordinary import is_ordinary_word
from archive.language.weighing import Candidate, Place

if TYPE_CHECKING:
    from archive.language.matching import NameMatcher

_LETTERS = re.compile(r"(?<!\w)[^\W\d_](?:[^\w\n]{1,3}[^\W\d_]){2,}(?!\w)")
_CHAIN = re.compile(r"\w+(?:(?:[-‐‑‒–—¬][ \t]*\r?\n[ \t]*|[-‐‑·•*~+|=^./\\:]|[ \t]?[-–][ \t]?)\w+)+")
_LINK = re.compile(r"(\w+)")
MOST_LINKS = 16
LONGEST = 24
_SURE_LINKS = ("-", "‐", "‑", "¬")


def find_separated(text: str, matcher: "NameMatcher") -> list[Place]:
    """Return the places where letters or parts of a word, put together, read as a name."""
    places: list[Place] = []
    for run in _LETTERS.finditer(text):
        places += _from_letters(run.start(), run.group(), matcher)
    for chain in _CHAIN.finditer(text):
        places += _from_chain(chain.start(), chain.group(), matcher)
    return places


def _from_letters(offset: int, run: str, matcher: "NameMatcher") -> list[Place]:
    letters = [(place, letter) for place, letter in enumerate(run) if letter.isalpha()]
    places: list[Place] = []
    taken = 0
    for first in range(len(letters) - 2):
        for last in range(min(len(letters), first + LONGEST), max(first + 2, taken), -1):
            word = "".join(letter for _, letter in letters[first:last])
            whole = [
                found
                for found in matcher.candidates(word)
                if found.undone in ("", "look-alike") and found.end == len(word)
            ]
            if whole:
                start, end = offset + letters[first][0], offset + letters[last - 1][0] + 1
                places += [_place(start, end, candidate, word.capitalize(), "spaced-letters") for candidate in whole]
                taken = last
                break
    return places


def _from_chain(offset: int, chain: str, matcher: "NameMatcher") -> list[Place]:
    links = [(match.start(), match.group()) for match in _LINK.finditer(chain)][:MOST_LINKS]
    places = []
    for first in range(len(links) - 1):
        word = links[first][1]
        for last in range(first + 1, min(len(links), first + 5)):
            before, word = word, word + links[last][1]
            if (
                len(word) > LONGEST
                or len(links[first][1]) < 2
                or len(links[last][1]) < 2
                or not matcher.joined(before, links[last][1])
            ):
                continue
            between = chain[links[first][0] : links[last][0]]
            hard = any(mark in between for mark in _SURE_LINKS)
            pieces = [link[1] for link in links[first : last + 1]]
            if not hard and all(is_ordinary_word(plain(piece)) for piece in pieces):
                continue
            for candidate in matcher.candidates(word):
                if candidate.end - candidate.start == len(word):
                    start, end = offset + links[first][0], offset + links[last][0] + len(links[last][1])
                    places.append(_place(start, end, candidate, word, "hyphenated" if hard else "broken-word"))
    return places


def find_split(text: str, words: list[str], word: re.Pattern[str], matcher: "NameMatcher") -> list[Place]:
    """Return the places where two words with only space between them are the two ends of one name."""
    heads, tails = matcher.heads, matcher.tails
    pairs = {
        (one, two): whole
        for one, two in set(pairwise(words))
        if one in heads and two in tails and (whole := _split_name(one, two, matcher))
    }
    if not pairs:
        return []
    places = []
    before = None
    for match in word.finditer(text):
        if before is not None and text[before.end() : match.start()].isspace():
            joined = before.group() + match.group()
            places += [
                _place(before.start(), match.end(), candidate, joined, "broken-word")
                for candidate in pairs.get((before.group(), match.group()), ())
            ]
        before = match
    return places


def _split_name(one: str, two: str, matcher: "NameMatcher") -> tuple[Candidate, ...]:
    if len(one) + len(two) < 6 or not matcher.joined(one, two):
        return ()
    if is_ordinary_word(plain(one)) and is_ordinary_word(plain(two)):
        return ()
    whole = one + two
    return tuple(
        found
        for found in matcher.candidates(whole)
        if found.end == len(whole)
        and found.start == 0
        and found.undone in ("", "possessive")
        and found.holders[0][1] == Strength.SURE
    )


def _place(start: int, end: int, candidate: Candidate, surface: str, undone: str) -> Place:
    read = Candidate(0, end - start, candidate.holders, undone, exact=candidate.exact, word=candidate.word)
    return Place(start, end, read, surface)
