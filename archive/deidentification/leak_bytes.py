"""Search the raw bytes of a release for protected names, without the first matcher.

Nothing here folds or compares keys: every name is written out, with its Latin spellings and its commonest case endings,
in small letters, with a capital and in capitals, in every encoding a file can hold, and an automaton looks for all of
them at once. What the first matcher misses for a fault of its own, this one still finds.
"""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from typing import Literal
from urllib.parse import quote

from ahocorasick_rs import BytesAhoCorasick

from archive.language.expansion import name_parts
from archive.language.letters import is_cyrillic
from archive.language.matching import NamedPerson, NameMatch
from archive.language.ordinary import is_ordinary_word
from archive.language.transliteration import spellings

SHORTEST = 4
SHORTEST_IN_BASE64 = 6
_ENDINGS_AFTER_CONSONANT = ("", "а", "у", "ом", "ым", "е", "ой", "ові")
_ENDINGS_AFTER_VOWEL = ("", "и", "ы", "і", "е", "у", "ю", "ой", "ей", "ою", "я", "ем")
_CONTINUES = 0x80  # a later byte of a character in UTF-8
_LETTER = re.compile(r"\w")


def find_leaks_in_bytes(data: bytes, *, persons: Iterable[NamedPerson]) -> tuple[NameMatch, ...]:
    """Return where a name is spelled out in raw bytes, in whatever encoding; offsets count bytes.

    A given name or an ordinary word is an `ask` here, since another person's pseudonym may be spelled the same.
    """
    patterns: dict[bytes, list[tuple[str, Literal["block", "ask"], str]]] = {}
    for person in persons:
        for name in person.names:
            for word, role in name_parts(name):
                if len(word) < SHORTEST:
                    continue
                tier: Literal["block", "ask"] = "ask" if role == "given" or is_ordinary_word(word) else "block"
                for how, pattern in _encodings(word):
                    found = patterns.setdefault(pattern, [])
                    if all(known[0] != person.reference for known in found):
                        found.append((person.reference, tier, how))
    if not patterns:
        return ()
    needles = list(patterns)
    leaks = {
        NameMatch(start, end, reference, tier, how)
        for number, start, end in BytesAhoCorasick(needles).find_matches_as_indexes(data, overlapping=True)
        for reference, tier, how in patterns[needles[number]]
        if how == "bytes-base64" or _stands_alone(data, start, end, how)
    }
    return tuple(sorted(leaks))


def _forms(word: str) -> Iterator[str]:
    small = word.casefold()
    if not is_cyrillic(small):
        yield from (small, small + "s", small + "a")
        return
    stem = small.rstrip("аяоеийьї")
    endings = _ENDINGS_AFTER_CONSONANT if stem == small else _ENDINGS_AFTER_VOWEL
    written = {small, small.replace("ё", "е"), *(stem + ending for ending in endings)}
    yield from sorted(form for form in written if len(form) >= SHORTEST)
    for latin in sorted({latin.casefold() for latin in spellings(word)}):
        yield from (latin, latin + "s", latin + "a")


def _encodings(word: str) -> Iterator[tuple[str, bytes]]:
    for form in dict.fromkeys(_forms(word)):
        for shape in dict.fromkeys((form, form.capitalize(), form.upper())):
            yield "bytes-plain", shape.encode()
            yield "bytes-utf16", shape.encode("utf-16-le")
            yield "bytes-utf16", shape.encode("utf-16-be")
            if not shape.isascii():
                yield "bytes-json", json.dumps(shape)[1:-1].encode()
                yield "bytes-json", json.dumps(shape)[1:-1].upper().replace("\\U", "\\u").encode()
                yield "bytes-url", quote(shape).encode()
                yield "bytes-url", quote(shape).lower().encode()
            yield "bytes-html", "".join(f"&#{ord(letter)};" for letter in shape).encode()
            yield "bytes-html", "".join(f"&#x{ord(letter):x};" for letter in shape).encode()
            yield "bytes-html", "".join(f"&#x{ord(letter):X};" for letter in shape).encode()
            if len(shape) >= SHORTEST_IN_BASE64:
                yield from (("bytes-base64", run) for run in _base64_runs(shape.encode()))


def _base64_runs(word: bytes) -> Iterator[bytes]:
    """Yield what a word looks like inside base64, at each of the three places it can fall on."""
    for lead in range(3):
        encoded = base64.b64encode(b"\0" * lead + word)
        first = (0, 2, 3)[lead]
        last = len(word) + lead
        whole = last // 3 * 4 + (0, 1, 2)[last % 3]
        yield encoded[first:whole]


def _stands_alone(data: bytes, start: int, end: int, how: str) -> bool:
    """Tell whether no letter touches the match on either side, in its own encoding."""
    if how == "bytes-utf16":
        before, after = data[max(0, start - 2) : start], data[end : end + 2]
        return not (_is_letter(before, "utf-16-le") or _is_letter(after, "utf-16-le"))
    if how != "bytes-plain":
        return True
    return not (_is_letter(_last_character(data, start), "utf-8") or _is_letter(_first_character(data, end), "utf-8"))


def _last_character(data: bytes, start: int) -> bytes:
    at = start - 1
    while at > max(0, start - 4) and data[at] & 0xC0 == _CONTINUES:
        at -= 1
    return data[max(at, 0) : start]


def _first_character(data: bytes, end: int) -> bytes:
    stop = end + 1
    while stop < min(len(data), end + 4) and data[stop] & 0xC0 == _CONTINUES:
        stop += 1
    return data[end:stop]


def _is_letter(raw: bytes, encoding: str) -> bool:
    try:
        character = raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return bool(_LETTER.fullmatch(character)) and character != "_"
