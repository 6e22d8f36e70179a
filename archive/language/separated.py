"""Find names whose letters or syllables are kept apart: spaced, dotted, hyphenated, broken over lines."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from archive.language.broken_lines import find_over_lines
from archive.language.expansion import Strength
from archive.language.keys import plain
from archive.language.letters import LAYOUT_TO_CYRILLIC, LAYOUT_TO_UKRAINIAN
from archive.language.ordinary import is_ordinary_word
from archive.language.weighing import Candidate, Place

if TYPE_CHECKING:
    from archive.language.matching import NameMatcher

_LETTERS = re.compile(r"(?<!\w)\w(?:[^\w\n]{1,3}[^\W\d_]){2,}(?!\w)")
_KEYS = "A-Za-z\\[\\];'`,.{}:\"<>~"
_TYPED = re.compile(
    rf"[\[\];',.{{}}\"<>`~]+[A-Za-z][{_KEYS}]{{3,}}|(?<![A-Za-z])[A-Za-z]+[\[\];'`,.{{}}:\"<>~][{_KEYS}]+"
)
_MAY_BE_TYPED = re.compile(rf"[\[\];',.{{}}\"<>`~:][{_KEYS}]")  # each of these has it: a quick no for most texts
_SIGN = r"!-/:-@\[-\^`{-~¡-©«-´¶-¹»-¿×÷\u2010-\u2027\u2030-\u205e\u2060-\u2bff\u3001-\u303f\U0001f000-\U0001faff"
_LINE_END = r"[ \t]*(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])[ \t]*"
_LINK = re.compile(rf"[{_SIGN}](?! \w)[{_SIGN}]{{0,2}}(?:{_LINE_END})?(\w+(?:['’]\w+)*)")
_BEFORE = re.compile(r"\w+(?:['’]\w+)*$")  # a line may end here: the hyphen stands in the next
_SIGNED = re.compile(r"[@$€!]\w[\w@$€!]*")
_SIGNS = tuple(str.maketrans(dict(zip("@$€!", letters, strict=True))) for letters in ("asei", "asel"))
LONGEST = 24
LEAST_HARD = 6
"""Letters of a word of which a hyphen may part a single one."""
_SURE_LINKS = ("-", "‐", "‑", "¬")


def find_separated(text: str, words: list[str], matcher: "NameMatcher") -> list[Place]:
    """Return the places where letters or parts of a word, put together, read as a name."""
    places: list[Place] = []
    if "111" in "".join(["1" if len(word) == 1 else "0" for word in words]):
        for run in _LETTERS.finditer(text):
            places += _from_letters(run.start(), run.group(), matcher)
    for run in _TYPED.finditer(text) if _MAY_BE_TYPED.search(text) else ():
        places += _from_other_keyboard(run.start(), run.group(), matcher)
    for chain in _chains(text):
        places += _from_chain(text, chain, matcher)
    for run in _SIGNED.finditer(text) if any(sign in text for sign in "@$€!") else ():
        places += _from_signs(text, run, matcher)
    places += find_over_lines(text, matcher)
    return places


def _from_letters(offset: int, run: str, matcher: "NameMatcher") -> list[Place]:
    letters = [(place, letter) for place, letter in enumerate(run) if letter.isalpha()]
    places: list[Place] = []
    taken = 0
    for first in range(len(letters) - 2):
        for last in range(min(len(letters), first + LONGEST), max(first + 2, taken), -1):
            word = "".join(letter for _, letter in letters[first:last])
            read = matcher.candidates(word.capitalize())
            whole = [found for found in read if found.undone in ("", "look-alike", "possessive")]
            if whole:
                start, end = offset + letters[first][0], offset + letters[last - 1][0] + 1
                places += [_place(start, end, found, "spaced-letters") for found in whole]
                taken = last
                break
    return places


def _from_other_keyboard(offset: int, run: str, matcher: "NameMatcher") -> list[Place]:
    """Read a run of keys, some of which are punctuation here and letters on a Russian or Ukrainian keyboard."""
    places: list[Place] = []
    for table in (LAYOUT_TO_CYRILLIC, LAYOUT_TO_UKRAINIAN):
        for end in (len(run), len(run.rstrip(".,;:'\""))):
            word = run[:end].translate(table)
            if not run[0].isalpha():
                word = word[0].upper() + word[1:]  # a sign stands for a capital too: some type it without the shift
            if len(word) > 4:
                places += [
                    _place(offset + found.start, offset + found.end, found, "keyboard-layout")
                    for found in matcher.candidates(word)
                    if not found.undone
                ]
    return places


def _from_signs(text: str, run: re.Match[str], matcher: "NameMatcher") -> list[Place]:
    """Read signs as the letters they look like: $ergej, Rod!on. An address and a handle have an @ of their own."""
    head = _BEFORE.search(text, max(0, run.start() - LONGEST), run.start())
    start = run.start() if head is None else head.start()
    word = text[start : run.end()]
    if word[0] == "@":
        return []
    return [
        _place(start + found.start, start + found.end, found, "digits-for-letters")
        for read in {word.translate(table) for table in _SIGNS}
        for found in matcher.candidates(read)
        if found.holders[0][1] == Strength.SURE
    ]


def _chains(text: str) -> list[list[tuple[int, int]]]:
    """Return runs of words that are linked by a hyphen, a dot, a slash, directly or over a line break."""
    chains: list[list[tuple[int, int]]] = []
    for link in _LINK.finditer(text):
        before = _BEFORE.search(text, max(0, link.start() - LONGEST), link.start())
        if before is None:
            continue
        if chains and chains[-1][-1] == before.span():
            chains[-1].append(link.span(1))
        else:
            chains.append([before.span(), link.span(1)])
    return chains


def _from_chain(text: str, links: list[tuple[int, int]], matcher: "NameMatcher") -> list[Place]:
    places: list[Place] = []
    pieces = [text[start:end] for start, end in links]
    for first in range(len(links) - 1):
        word = pieces[first]
        for last in range(first + 1, len(links)):
            before, word = word, word + pieces[last]
            if len(word) > LONGEST:
                break
            hard = any(mark in text[links[first][0] : links[last][1]] for mark in _SURE_LINKS)
            one_letter = min(len(pieces[first]), len(pieces[last])) < 2
            if one_letter and not (hard and len(word) >= LEAST_HARD):
                continue
            if not hard and all(is_ordinary_word(plain(piece)) for piece in pieces[first : last + 1]):
                continue
            if hard or matcher.joined(before, pieces[last]):
                how = "hyphenated" if hard else "broken-word"
                places += [
                    _place(links[first][0], links[last][1], found, how)
                    for found in matcher.candidates(word)
                    if found.end - found.start == len(word)
                ]
    return places


def find_split(text: str, words: list[str], word: re.Pattern[str], matcher: "NameMatcher") -> list[Place]:
    """Return the places where two words with only space between them are the two ends of one name."""
    heads, tails = matcher.heads, matcher.tails
    pairs = {
        pair: whole
        for pair in {(one, two) for one, two in pairwise(words) if one in heads and two in tails}
        if (whole := split_name(*pair, matcher))
    }
    if not pairs:
        return []
    places: list[Place] = []
    before = None
    for match in word.finditer(text):
        if before is not None and text[before.end() : match.start()].isspace():
            places += [
                _place(before.start(), match.end(), found, "broken-word")
                for found in pairs.get((before.group(), match.group()), ())
            ]
        before = match
    return places


def split_name(one: str, two: str, matcher: "NameMatcher") -> tuple[Candidate, ...]:
    """Return the names of which two words are the two ends."""
    if len(one) + len(two) < 6 or (is_ordinary_word(plain(one)) and is_ordinary_word(plain(two))):
        return ()
    if not matcher.joined(one, two):
        return ()
    return matcher.candidates(one + two)


def _place(start: int, end: int, found: Candidate, undone: str) -> Place:
    return Place(start, end, found._replace(start=0, end=end - start, undone=undone))
