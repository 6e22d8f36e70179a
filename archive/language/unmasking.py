"""Undo what hides letters in a text without losing the way back to its offsets."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator

from archive.language.folding import INVISIBLE
from archive.language.letters import LATIN_OF_OTHER_SCRIPT, OTHER_LOOK_ALIKES
from archive.language.remembering import remembered

_PLAIN = "\x00-\x7f\u00a0-\u00ac\u00ae-\u00b6\u00b8-\u017f\u02bc\u0400-\u0482\u048a-\u04ff\u2010-\u2027"
_PLAIN += "\u2030-\u203a\u20ac\u2116"
_ARMENIAN = re.compile("[\u0531-\u0556\u0561-\u0587]")
_GEORGIAN = re.compile("[\u10d0-\u10ff\u1c90-\u1cbf]")  # without capitals: every word may be a name
_DROPPED = INVISIBLE | {"\u00b7"}  # the middle dot parts letters in one romanisation (Guz·el’)
_STRAY = re.compile(f"[^{_PLAIN}]+")
_MARK = re.compile("[\u0300-\u036f\u0483-\u0489\u20d0-\u20f0]")
_MARKED = re.compile(f"(?:[{_PLAIN}](?=[\u0300-\u036f\u0483-\u0489\u20d0-\u20f0]))?[^{_PLAIN}]+")
_REVERSED = "\u202e"
"""What follows this sign is shown from right to left, up to the sign that ends it or the end of the line."""
_WITH_REVERSED = re.compile(f"{_REVERSED}[^\u202c\n]*\u202c?|{_MARKED.pattern}")


class Unmasked:
    """A text as its letters read, and the place in the original of each of its stretches."""

    def __init__(self, pieces: list[tuple[str, int, int]]) -> None:
        """Take pieces (text, start, end in the original); one as long as its original is mapped letter by letter."""
        self.text = "".join(piece for piece, _, _ in pieces)
        self._starts: list[int] = []
        self._pieces = pieces
        at = 0
        for piece, _, _ in pieces:
            self._starts.append(at)
            at += len(piece)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that reads as this span."""
        return self._original(start, last=False), self._original(end - 1, last=True)

    def _original(self, place: int, *, last: bool) -> int:
        number = bisect_right(self._starts, place) - 1
        text, start, end = self._pieces[number]
        offset = place - self._starts[number]
        if len(text) == end - start:
            return start + offset + (1 if last else 0)
        return end if last else start


def unmask(text: str) -> Unmasked | None:
    """Return the text with invisible, full-width, enclosed and look-alike characters undone; None when it has none."""
    if _REVERSED in text:
        return substitute(text, _WITH_REVERSED, lambda match: _read_shown(match.group()))
    return substitute(text, _MARKED if _MARK.search(text) else _STRAY, lambda match: _read(match.group()))


def substitute(text: str, pattern: re.Pattern[str], reading: Callable[[re.Match[str]], str]) -> Unmasked | None:
    """Return the text with every match read anew; None when nothing matches."""
    pieces: list[tuple[str, int, int]] = []
    at = 0
    for match in pattern.finditer(text):
        read = reading(match)
        if read == match.group():
            continue
        pieces.append((text[at : match.start()], at, match.start()))
        pieces.append((read, match.start(), match.end()))
        at = match.end()
    return Unmasked([*pieces, (text[at:], at, len(text))]) if pieces else None


def _read_shown(run: str) -> str:
    """Read a run, and one that is shown from right to left as it is shown."""
    if run[0] != _REVERSED:
        return _read(run)
    shown = run[:0:-1]
    unmasked = unmask(shown)
    return shown if unmasked is None else unmasked.text


@remembered(maxsize=10_000)
def _read(run: str) -> str:
    if len(_ARMENIAN.findall(run)) > 1:  # a word in Armenian, not single letters that look like Latin ones
        return "".join(map(_romanised, run.replace("ու", "u").replace("Ու", "U").replace("ՈՒ", "U")))
    read = "".join(_read_letters(run))
    return read[:1].upper() + read[1:] if len(_GEORGIAN.findall(run)) > 1 else read


def _romanised(letter: str) -> str:
    latin = LATIN_OF_OTHER_SCRIPT.get(letter.lower(), letter)
    return latin.capitalize() if letter.isupper() else latin


def _read_letters(run: str) -> Iterator[str]:
    for letter in unicodedata.normalize("NFC", run):
        if letter in _DROPPED or unicodedata.category(letter).startswith("M"):
            continue
        if (base := unicodedata.normalize("NFD", letter)[0]) in OTHER_LOOK_ALIKES:
            yield OTHER_LOOK_ALIKES[base]
        elif letter.lower() in LATIN_OF_OTHER_SCRIPT:
            yield LATIN_OF_OTHER_SCRIPT[letter.lower()]
        elif "\U0001f1e6" <= letter <= "\U0001f1ff":
            yield chr(ord("A") + ord(letter) - 0x1F1E6)
        elif "\U0001f150" <= letter <= "\U0001f169" or "\U0001f170" <= letter <= "\U0001f189":
            yield chr(ord("A") + (ord(letter) - 0x1F150) % 32)
        else:
            plain = unicodedata.normalize("NFKC", letter)
            yield plain.strip("()") if len(plain) == 3 else plain  # ⒭ is (r)
