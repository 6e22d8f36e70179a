"""Search the raw bytes of a release for protected names, without the first matcher.

Nothing here folds or compares keys: every name is written out, with its Latin spellings and its commonest case endings;
the bytes are read in every encoding a file can hold, and each word read is looked up among them. What the first
matcher misses for a fault of its own, this one still finds; and its cost does not grow with the number of names.
"""

import base64
import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote_to_bytes

from archive.language.expansion import name_parts
from archive.language.keys import plain
from archive.language.letters import is_cyrillic
from archive.language.matching import NamedPerson, NameMatch
from archive.language.ordinary import is_ordinary_word
from archive.language.transliteration import spellings

Bearer = tuple[str, Literal["block", "ask"]]

SHORTEST = 4
_ENDINGS_AFTER_CONSONANT = ("", "а", "у", "ом", "ым", "е", "ой", "ові")
_ENDINGS_AFTER_VOWEL = ("", "и", "ы", "і", "е", "у", "ю", "ой", "ей", "ою", "я", "ем")
_WORD = re.compile(r"[^\W\d_]+")
# Runs of UTF-16: every second byte says Latin or Cyrillic. Either end may come first.
_WIDE_LITTLE = re.compile(rb"(?:[^\x00][\x00\x01\x04]){4,}")
_WIDE_BIG = re.compile(rb"(?:[\x00\x01\x04][^\x00]){4,}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{8,}")


@dataclass(frozen=True, slots=True)
class WrittenForms:
    """Every name as it may be spelled out, with the persons who bear it; never written anywhere."""

    bearers: Mapping[str, frozenset[Bearer]] = field(repr=False)


def find_leaks_in_bytes(data: bytes, *, persons: Iterable[NamedPerson]) -> tuple[NameMatch, ...]:
    """Return where a name is spelled out in raw bytes, in whatever encoding; offsets count bytes.

    A given name or an ordinary word is an `ask` here, since another person's pseudonym may be spelled the same. Inside
    an encoded run the offsets are those of the whole run.
    """
    return find_written(data, forms=written_forms(persons))


def find_written(data: bytes, *, forms: WrittenForms) -> tuple[NameMatch, ...]:
    """Return where any of the forms stands in raw bytes (see `find_leaks_in_bytes`); for many parts of one file."""
    bearers = forms.bearers
    if not bearers:
        return ()
    leaks = set(_in_plain_text(data, bearers))
    for how, start, end, read in _encoded_runs(data):
        for word in set(_WORD.findall(read)):
            leaks.update(NameMatch(start, end, *bearer, how) for bearer in bearers.get(word.casefold(), ()))
    return tuple(sorted(leaks))


def words_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text as this search reads them, with the code points where each stands."""
    for match in _WORD.finditer(text):
        yield match.group().casefold(), match.start(), match.end()


def written_forms(persons: Iterable[NamedPerson]) -> WrittenForms:
    """Write out every form of every name, once for all bytes that are to be searched."""
    written: dict[str, set[Bearer]] = {}
    forms_of: dict[str, tuple[str, ...]] = {}
    for person in persons:
        for name in person.names:
            for word, role in name_parts(name):
                if len(word) < SHORTEST:
                    continue
                if word not in forms_of:
                    forms_of[word] = tuple(_forms(word))
                tier: Literal["block", "ask"] = "ask" if role == "given" or is_ordinary_word(word) else "block"
                for form in forms_of[word]:
                    if not person.pruned or plain(form) not in person.pruned:
                        written.setdefault(form, set()).add((person.reference, tier))
    return WrittenForms({form: frozenset(bearers) for form, bearers in written.items()})


def _forms(word: str) -> Iterator[str]:
    small = max(_WORD.findall(word.casefold()), key=len, default="")
    if len(small) < SHORTEST:
        return
    if not is_cyrillic(small):
        yield from (small, small + "s", small + "a")
        return
    stem = small.rstrip("аяоеийьї")
    endings = _ENDINGS_AFTER_CONSONANT if stem == small else _ENDINGS_AFTER_VOWEL
    written = {small, small.replace("ё", "е"), *(stem + ending for ending in endings)}
    yield from sorted(form for form in written if len(form) >= SHORTEST)
    for latin in sorted({latin.casefold() for latin in spellings(word)}):
        yield from (latin, latin + "s", latin + "a")


def _in_plain_text(data: bytes, bearers: Mapping[str, frozenset[Bearer]]) -> Iterator[NameMatch]:
    # Every byte that is no UTF-8 becomes one character and back again, so that offsets stay exact.
    text = data.decode("utf-8", "surrogateescape")
    hits = {word for word in set(_WORD.findall(text)) if word.casefold() in bearers}
    if not hits:
        return
    counted = position = 0
    for match in _WORD.finditer(text):
        if match.group() in hits:
            counted += len(text[position : match.start()].encode("utf-8", "surrogateescape"))
            position = match.start()
            end = counted + len(match.group().encode())
            for bearer in bearers[match.group().casefold()]:
                yield NameMatch(counted, end, *bearer, "bytes-plain")


def _encoded_runs(data: bytes) -> Iterator[tuple[str, int, int, str]]:
    """Yield every run in another encoding: the rule, where it stands, and what it reads as."""
    for pattern, codec in ((_WIDE_LITTLE, "utf-16-le"), (_WIDE_BIG, "utf-16-be")):
        for match in pattern.finditer(data):
            run = match.group()
            yield "bytes-utf16", match.start(), match.end(), run.decode(codec, "replace")
            # A run may have begun one byte early, with what stands before it.
            yield "bytes-utf16", match.start(), match.end(), run[1:-1].decode(codec, "replace")
            yield "bytes-utf16", match.start(), match.end(), run[2:].decode(codec, "replace")
    for sign, how, pattern, undo in _ESCAPES:
        if sign in data:
            for match in pattern.finditer(data):
                yield how, match.start(), match.end(), undo(match.group())
    yield from _base64_runs(data)


def _base64_runs(data: bytes) -> Iterator[tuple[str, int, int, str]]:
    seen: set[bytes] = set()
    for match in _BASE64.finditer(data):
        run = match.group()
        if run in seen or _is_one_word(run):
            continue
        seen.add(run)
        for lead in range(4):
            part = run[lead:]
            read = base64.b64decode(part[: len(part) // 4 * 4])
            yield "bytes-base64", match.start(), match.end(), read.decode("utf-8", "replace")


def _is_one_word(run: bytes) -> bool:
    """Tell whether this is a word of a text: base64 mixes small letters, capitals and digits."""
    return run.isdigit() or (run.isalpha() and (run[1:].islower() or run.isupper()))


def _unescape_json(run: bytes) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match.group(1), 16)), run.decode("ascii"), flags=re.I)


_ESCAPES: tuple[tuple[bytes, str, re.Pattern[bytes], Callable[[bytes], str]], ...] = (
    (b"\\", "bytes-json", re.compile(rb"[A-Za-z]*(?:\\[uU][0-9a-fA-F]{4}[A-Za-z]*)+"), _unescape_json),
    (
        b"%",
        "bytes-url",
        re.compile(rb"[A-Za-z]*(?:%[0-9a-fA-F]{2}[A-Za-z]*)+"),
        lambda run: unquote_to_bytes(run).decode("utf-8", "replace"),
    ),
    (
        b"&#",
        "bytes-html",
        re.compile(rb"[A-Za-z]*(?:&#[xX]?[0-9a-fA-F]+;[A-Za-z]*)+"),
        lambda run: html.unescape(run.decode("ascii")),
    ),
)
