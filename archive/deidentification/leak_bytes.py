"""Search the raw bytes of a release for protected names, without the first matcher.

Nothing here folds or compares keys: every name is written out, with its Latin spellings and its commonest case endings;
the bytes are read in every encoding a file can hold, and each word read is looked up among them. What the first
matcher misses for a fault of its own, this one still finds; and its cost does not grow with the number of names.
"""

import base64
import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

import numpy as np

from archive.language.expansion import name_parts
from archive.language.keys import plain
from archive.language.letters import is_cyrillic
from archive.language.matching import NamedPerson, NameMatch
from archive.language.ordinary import is_ordinary_word
from archive.language.tiers import Tier
from archive.language.transliteration import spellings

Bearer = tuple[str, Tier]

SHORTEST = 4
_ENDINGS_AFTER_CONSONANT = ("а", "у", "ом", "ым", "е", "ой", "ові")
_ENDINGS_AFTER_VOWEL = ("", "и", "ы", "і", "е", "у", "ю", "ой", "ей", "ою", "я", "ем", "а", "ом", "ові")
_LATIN_ENDINGS = ("s", "a")
_WORD = re.compile(r"[^\W\d_]+")
# Runs of UTF-16: every second byte says Latin or Cyrillic. Either end may come first.
_WIDE_LITTLE = re.compile(rb"(?:[^\x00][\x00\x01\x04]){4,}")
_WIDE_BIG = re.compile(rb"(?:[\x00\x01\x04][^\x00]){4,}")
_SAYS_SCRIPT = np.isin(np.arange(256), (0, 1, 4))
_WIDEST = 8  # bytes of four letters
_LETTERS = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{8,}")


@dataclass(frozen=True, slots=True)
class WrittenForms:
    """Every name as it may be spelled out, with the persons who bear it; never written anywhere.

    Some 40 spellings a word, each a string and the number of the word: about 10 kB a person, whatever their number.
    """

    whole: Mapping[str, tuple[int, ...]] = field(repr=False)
    latin: Mapping[str, tuple[int, ...]] = field(repr=False)  # these may be followed by s or a
    bearers: Sequence[frozenset[Bearer]] = field(repr=False)
    pruned: Mapping[str, frozenset[str]] = field(repr=False)

    def borne_by(self, word: str) -> frozenset[Bearer]:
        """Return who bears a word of a text as a name."""
        small = word.casefold()
        numbers = [*self.whole.get(small, ()), *self.latin.get(small, ())]
        if small[-1:] in _LATIN_ENDINGS:
            numbers += self.latin.get(small[:-1], ())
        if not numbers:
            return frozenset()
        folded = plain(small) if self.pruned else ""
        return frozenset(
            bearer
            for number in numbers
            for bearer in self.bearers[number]
            if not self.pruned or folded not in self.pruned.get(bearer[0], ())
        )


def find_written(data: bytes, *, forms: WrittenForms) -> tuple[NameMatch, ...]:
    """Return where a name is spelled out in raw bytes, in whatever encoding; offsets count bytes.

    A given name or an ordinary word is an `ask` here, since another person's pseudonym may be spelled the same. Inside
    an encoded run the offsets are those of the whole run.
    """
    if not forms.bearers:
        return ()
    leaks = set(_in_plain_text(data, forms))
    for how, start, end, read in _encoded_runs(data):
        for word in set(_WORD.findall(read)):
            leaks.update(NameMatch(start, end, *bearer, how) for bearer in forms.borne_by(word))
    return tuple(sorted(leaks))


def words_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text as this search reads them, with the code points where each stands."""
    for match in _WORD.finditer(text):
        yield match.group().casefold(), match.start(), match.end()


def written_forms(persons: Iterable[NamedPerson]) -> WrittenForms:
    """Write out every form of every name, once for all bytes that are to be searched."""
    bearers: dict[str, set[Bearer]] = {}
    pruned: dict[str, frozenset[str]] = {}
    for person in persons:
        if person.pruned:
            pruned[person.reference] = person.pruned
        for word, bearer in _borne(person):
            bearers.setdefault(word, set()).add(bearer)
    whole: dict[str, tuple[int, ...]] = {}
    latin: dict[str, tuple[int, ...]] = {}
    for number, word in enumerate(bearers):
        own = (number,)
        for held, written in ((whole, _cyrillic_forms(word)), (latin, _latin_forms(word))):
            for form in written:
                held[form] = held[form] + own if form in held else own
    return WrittenForms(whole, latin, [frozenset(borne) for borne in bearers.values()], pruned)


def _borne(person: NamedPerson) -> Iterator[tuple[str, Bearer]]:
    for word, role in (part for name in person.names for part in name_parts(name)):
        yield word, (person.reference, "ask" if role == "given" or is_ordinary_word(word) else "block")


def _longest_run(word: str) -> str:
    """Return the letters of a word, of a word with an apostrophe the longer half; none where they are too few."""
    small = max(_WORD.findall(word.casefold()), key=len, default="")
    return small if len(small) >= SHORTEST else ""


def _cyrillic_forms(word: str) -> frozenset[str]:
    small = _longest_run(word)
    if not is_cyrillic(small):
        return frozenset()
    stem = small.rstrip("аяоеийьї")
    endings = _ENDINGS_AFTER_CONSONANT if stem == small else _ENDINGS_AFTER_VOWEL
    written = {small, small.replace("ё", "е"), *(stem + ending for ending in endings)}
    return frozenset(form for form in written if len(form) >= SHORTEST)


def _latin_forms(word: str) -> frozenset[str]:
    small = _longest_run(word)
    if not is_cyrillic(small):
        return frozenset((small,)) - {""}
    return frozenset(latin.casefold() for latin in spellings(word))


def _in_plain_text(data: bytes, forms: WrittenForms) -> Iterator[NameMatch]:
    # Every byte that is no UTF-8 becomes one character and back again, so that offsets stay exact.
    text = data.decode("utf-8", "surrogateescape")
    hits = {word: borne for word in set(_WORD.findall(text)) if (borne := forms.borne_by(word))}
    if not hits:
        return
    counted = position = 0
    for match in _WORD.finditer(text):
        if match.group() in hits:
            counted += len(text[position : match.start()].encode("utf-8", "surrogateescape"))
            position = match.start()
            end = counted + len(match.group().encode())
            for bearer in hits[match.group()]:
                yield NameMatch(counted, end, *bearer, "bytes-plain")


def _encoded_runs(data: bytes) -> Iterator[tuple[str, int, int, str]]:
    """Yield every run in another encoding: the rule, where it stands, and what it reads as."""
    for start, end in _wide_stretches(data):
        for pattern, codec in ((_WIDE_LITTLE, "utf-16-le"), (_WIDE_BIG, "utf-16-be")):
            for match in pattern.finditer(data, start, end):
                run = match.group()
                yield "bytes-utf16", match.start(), match.end(), run.decode(codec, "replace")
                # A run may have begun one letter early, with what stands before it.
                yield "bytes-utf16", match.start(), match.end(), run[2:].decode(codec, "replace")
    for how, pattern, undo in _ESCAPES:
        for match in pattern.finditer(data):
            start = match.start()
            while start and data[start - 1] in _LETTERS:
                start -= 1
            yield how, start, match.end(), undo(data[start : match.end()])
    yield from _base64_runs(data)


def _wide_stretches(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where UTF-16 could stand: four times in a row, every second byte says Latin or Cyrillic."""
    says = _SAYS_SCRIPT[np.frombuffer(data, dtype=np.uint8)]
    first = np.flatnonzero(says[:-6] & says[2:-4] & says[4:-2] & says[6:])
    if not len(first):
        return
    # From the byte before the first of them to the byte after the last: what touches is one stretch.
    apart = np.flatnonzero(np.diff(first) > _WIDEST + 1)
    starts, ends = first[np.append(0, apart + 1)], first[np.append(apart, len(first) - 1)]
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        yield max(0, start - 1), min(len(data), end + _WIDEST)


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


def _escaped(sign: bytes, code: bytes) -> re.Pattern[bytes]:
    """Return the pattern of a run of escapes and letters; it begins with a sign, which is searched for fast."""
    return re.compile(sign + code + rb"[A-Za-z]*(?:" + sign + code + rb"[A-Za-z]*)*")


_ESCAPES: tuple[tuple[str, re.Pattern[bytes], Callable[[bytes], str]], ...] = (
    ("bytes-json", _escaped(rb"\\", rb"[uU][0-9a-fA-F]{4}"), _unescape_json),
    (
        "bytes-url",
        _escaped(rb"%", rb"[0-9a-fA-F]{2}"),
        lambda run: unquote_to_bytes(run).decode("utf-8", "replace"),
    ),
    ("bytes-html", _escaped(rb"&#", rb"[xX]?[0-9a-fA-F]+;"), lambda run: html.unescape(run.decode("ascii"))),
)
