"""Turn a word of a text into the keys under which a name could stand in the index.

A probe names the domain: `c` the keys of a Cyrillic word (any case form may answer), `l` the keys of a Latin word (only
nominatives answer), `i` the keys of a Latin word that may carry a Russian case ending. `how` says what had to be undone
for the reading; "" means nothing.
"""

import re
from typing import NamedTuple

from archive.language.keys import plain, skeleton_keys
from archive.language.letters import (
    CAPITALS,
    CYRILLIC_OF_LATIN_SHAPE,
    LATIN_OF_CYRILLIC_SHAPE,
    LAYOUT_TO_CYRILLIC,
    LAYOUT_TO_LATIN,
    LAYOUT_TO_UKRAINIAN,
    SAME_SHAPE_IN_BOTH,
    is_cyrillic,
    is_latin,
    respellings,
)
from archive.language.remembering import remembered
from archive.language.transliteration import transliterate

PIECE = re.compile(r"[^\W\d_]+(?:['’`′][^\W\d_]+)*")  # ʼ and ʹ are letters
_CAMEL = re.compile(
    rf"(?<=[^\W\d_{CAPITALS}])(?=[{CAPITALS}])|(?<=[{CAPITALS}]{{2}})(?=[{CAPITALS}][^\W\d_{CAPITALS}])"
)
_APOSTROPHE_S = re.compile(r"['’ʼ`′ʹ]e?s$")
_LATIN_DIGITS = tuple(
    str.maketrans(dict(zip("013456789", letters, strict=True))) for letters in ("oieasbtbg", "olzhsgtvq")
)
_CYRILLIC_DIGITS = str.maketrans("0346189", "озчбіво")


_UNSPEAKABLE = re.compile(r"[bcdfghjklmnpqrstvwxzбвгґджзклмнпрстфхцчшщ]{5}|^ь|[аеёиоуыэюяіїє]{4}|[aeiouy]{5}")
_VOWEL = re.compile("[aeiouyаеёиоуыэюяіїє]")


class Probe(NamedTuple):
    """One reading of a stretch of a word, to be looked up."""

    domain: str
    key: str
    how: str
    start: int
    end: int
    word: str


@remembered(maxsize=20_000)  # verdicts are kept by each matcher; this serves several matchers over one text
def probes(token: str) -> tuple[Probe, ...]:
    """Return all readings of a token: a run of letters, digits, underscores and inner apostrophes."""
    found: dict[tuple[str, str, int, int], Probe] = {}
    pieces = _pieces(token)
    for start, end in pieces:
        how = "" if (start, end) == (0, len(token)) else "inside-word"
        for domain, key, undone, word in _word(token[start:end]):
            found.setdefault((domain, key, start, end), Probe(domain, key, undone or how, start, end, word))
    if not token.isalpha() and ("_" in token or any(map(str.isdigit, token))):
        for domain, key, undone, word in _with_digits(token):
            found.setdefault((domain, key, 0, len(token)), Probe(domain, key, undone, 0, len(token), word))
    return tuple(found.values())


def _pieces(token: str) -> list[tuple[int, int]]:
    """Return the spans of the word itself and of the words joined in it by capitals, digits or underscores."""
    if token.isalpha() and (token[1:].islower() or len(token) == 1):
        return [(0, len(token))]
    spans: list[tuple[int, int]] = []
    for piece in PIECE.finditer(token):
        spans.append(piece.span())
        cuts = [piece.start(), *(piece.start() + cut.start() for cut in _CAMEL.finditer(piece.group())), piece.end()]
        spans += [(a, b) for n, a in enumerate(cuts) for b in cuts[n + 1 :] if b - a > 2]
    return spans[:24]


def _word(word: str) -> list[tuple[str, str, str, str]]:
    folded = plain(word)
    cyrillic, latin = is_cyrillic(folded), is_latin(folded)
    found: list[tuple[str, str, str, str]] = []
    if cyrillic and latin:
        # Before the case is folded: H looks like Н, h does not.
        as_cyrillic = plain("".join(CYRILLIC_OF_LATIN_SHAPE.get(letter, letter) for letter in word))
        as_latin = "".join(LATIN_OF_CYRILLIC_SHAPE.get(letter, letter) for letter in folded)
        found += [("c", key, "look-alike", as_cyrillic) for key in skeleton_keys(as_cyrillic)]
        found += [("l", key, "look-alike", as_latin) for key in skeleton_keys(as_latin)]
        # A Latin name with a Cyrillic ending, and letters that are meant as they sound.
        for read in (folded, plain(transliterate(word))):
            found += [("l", key, "look-alike", read) for key in skeleton_keys(read)]
    elif cyrillic:
        found += _cyrillic(word, folded)
    else:
        found += _latin(folded)
        if len(word) > 3:
            # No word begins with ы; elsewhere the letters that differ have one sound, and so one key.
            found += _other_keyboard(word, LAYOUT_TO_UKRAINIAN if word[0] in "sS" else LAYOUT_TO_CYRILLIC, "c")
        if SAME_SHAPE_IN_BOTH.issuperset(word):
            shape = "".join(CYRILLIC_OF_LATIN_SHAPE.get(letter, letter) for letter in word).casefold()
            found += [("c", key, "look-alike", shape) for key in skeleton_keys(shape)]
    return found


def _cyrillic(word: str, folded: str) -> list[tuple[str, str, str, str]]:
    found = [("c", key, "", read) for read in (folded, *respellings(folded)) for key in skeleton_keys(read)]
    return found + _other_keyboard(word, LAYOUT_TO_LATIN, "l") + _other_code_page(word)


def _latin(folded: str) -> list[tuple[str, str, str, str]]:
    keys = skeleton_keys(folded)
    found = [("l", key, "", read) for read in (folded, *respellings(folded)) for key in skeleton_keys(read)]
    owner = _APOSTROPHE_S.sub("", folded)
    if owner == folded and len(folded) > 3 and folded.endswith("s"):
        owner = folded[:-1]
    if owner != folded:
        found += [("l", key, "possessive", owner) for key in skeleton_keys(owner)]
    if len(folded) > 4:
        found += [("i", key, "latin-case-form", folded) for key in keys]
    return found


def _other_keyboard(word: str, table: dict[int, int], domain: str) -> list[tuple[str, str, str, str]]:
    typed = plain(word.translate(table))
    if not typed.replace("'", "").isalpha() or _UNSPEAKABLE.search(typed) or not _VOWEL.search(typed):
        return []
    return [(domain, key, "keyboard-layout", typed) for key in skeleton_keys(typed)]


def _other_code_page(word: str) -> list[tuple[str, str, str, str]]:
    """Read a Cyrillic word whose bytes were taken for another code page (уЕТЗЕК for Сергей)."""
    found: list[tuple[str, str, str, str]] = []
    if word[1:].islower():
        return found
    for wrong, right in (("cp1251", "koi8-u"), ("koi8-u", "cp1251"), ("cp866", "cp1251"), ("cp1251", "cp866")):
        try:
            meant = plain(word.encode(wrong).decode(right))
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if meant.isalpha():
            found += [("c", key, "code-page", meant) for key in skeleton_keys(meant)]
    return found


# Groups of four hexadecimal digits stand on every page of the room: the fingerprint of its release. Read as letters,
# one in two hundred of them would be somebody's name already among a dozen people.
LEAST_WITH_DIGITS = 5


def _with_digits(token: str) -> list[tuple[str, str, str, str]]:
    """Read digits as the letters they stand for, and underscores as nothing."""
    bare = plain(token.replace("_", ""))
    found: list[tuple[str, str, str, str]] = []
    if sum(map(str.isalpha, bare)) < 2 or len(bare) < LEAST_WITH_DIGITS:
        return []
    if is_cyrillic(bare):
        read = bare.translate(_CYRILLIC_DIGITS)
        found += [("c", key, "digits-for-letters", read) for key in skeleton_keys(read)]
    else:
        for table in _LATIN_DIGITS:
            read = bare.translate(table)
            found += [("l", key, "digits-for-letters", read) for key in skeleton_keys(read)]
        read = bare.replace("4", "ch").replace("6", "sh").replace("9", "ya").replace("1", "")
        found += [("l", key, "digits-for-letters", read) for key in skeleton_keys(read)]
    return found
