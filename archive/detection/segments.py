"""A text as the recognisers read it: tokens with offsets, the language of each paragraph, where sentences begin."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from archive.detection.lexicon import Flag, flags_of
from archive.language.remembering import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.detection.readings import Reading
    from archive.detection.recognisers.public import PublicThings

Around = tuple[int, int, re.Pattern[str] | None]
TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff'’ʼ`]+[^\W_]+)*")
_CUT = re.compile(f"({TOKEN.pattern})")
_DIGITS = re.compile(r"\d+")
WIDE, MIDDLE, NARROW = 60, 40, 14
_OFTEN = 3  # a letter that heads so many lines tells who speaks
_INVISIBLE = re.compile(r"[\u0300\u0301\u00ad\u200b-\u200d\u2060\ufeff]")
_BREAK = re.compile(r"[.!?…\n:;«»\"“”„‘()\[\]/|—–•]|(?:^|\s)[-*]\s")
_SENTENCE_ENDS = frozenset({".", ").", "),", "»,", "!", "?", "…", ".»", ".”", '."', "».", "”.", '".', "?»", "!»"})
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_UKRAINIAN, _RUSSIAN = re.compile(r"[іїєґІЇЄҐ]"), re.compile(r"[ыэъёЫЭЪЁ]")
_NYNORSK = frozenset(
    "ikkje eg ein eit frå dei vart nokon noko kva korleis berre mykje saman hadde ho me sjølv meir då".split()
)
_BOKMAAL = frozenset("ikke jeg en et fra de ble noen noe hva hvordan bare mye sammen hun vi selv mer da".split())
_RU_WORDS = frozenset("и что не он на я с как это по но из у его было был там нас меня они мы так за же".split())
_UK_WORDS = frozenset(
    "і що не він на я з як це по але із у його було був там нас мене вони ми так за та й до від про".split()
)
_EN_WORDS = frozenset("the and of to in a was he i that it my with for they we his not on from at were is".split())
_NO_WORDS = frozenset(
    "og i jeg det at en et den til er som på de med han av ikke var for meg vi har om eg ein ikkje".split()
)
ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr st prof lt col gen capt sgt maj pte no nr rev hon vs kap kapt løytn oblt fru frk adv jr sr г "
        "гр ул пр просп им д кв тов проф св о р обл пос дер м вул буд ім с"
    ).split()
)


@remembered(maxsize=50_000)
def plain(word: str) -> str:
    """Return a token in lower case without stress marks, hidden characters and curly apostrophes."""
    if word.isascii():
        return word.lower()
    return _INVISIBLE.sub("", word).replace("’", "'").replace("ʼ", "'").replace("`", "'").lower()


@remembered(maxsize=50_000)
def is_cyrillic(word: str) -> bool:
    """Tell whether a token holds a Cyrillic letter."""
    return not word.isascii() and _CYRILLIC.search(word) is not None


@remembered(maxsize=20_000)
def _begins_sentence(gap: str) -> bool:
    return _BREAK.search(gap) is not None


def _hits(folded: str, needles: tuple[str, ...]) -> list[tuple[int, int]]:
    hits: list[tuple[int, int]] = []
    for needle in needles:
        place = folded.find(needle)
        while place >= 0:
            hits.append((place, place + len(needle)))
            place = folded.find(needle, place + len(needle))
    return sorted(hits)


@remembered(maxsize=1000)
def _without_cyrillic(needles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(needle for needle in needles if not is_cyrillic(needle))


def _start_of_word(text: str, place: int, least: int) -> int:
    while place > least and not text[place - 1].isspace():
        place -= 1
    return place


def _end_of_word(text: str, place: int) -> int:
    while place < len(text) and not text[place].isspace():
        place += 1
    return min(place, len(text))


def marks_note(word: str, gap: str, before: str) -> bool:
    """Tell the number of a footnote that stands right behind the end of a sentence: "they went home.13"."""
    if gap == "," and len(word) <= 2 and word.isdigit():
        return before.isdigit() and len(before) == 4  # behind a year: "in September 2025,5 which"
    if gap not in _SENTENCE_ENDS or len(word) > 3 or not word.isdigit():
        return False
    return before.isdigit() or (len(before) > 1 and before.lower() not in ABBREVIATIONS)


def _heads_line(word: str, gaps: list[str], index: int) -> bool:
    """Tell the number of a heading, alone at the head of its line: "2.1 Mobilised"."""
    first = index
    while first > 0 and gaps[first] == ".":
        first -= 1
    return index - first < 3 and len(word) <= 2 and word.isdigit() and (first == 0 or "\n" in gaps[first])


@dataclass
class Document:
    """The text once cut into tokens; every recogniser reads the same cuts."""

    text: str = field(repr=False)
    language: str | None = None
    public: PublicThings | None = None
    clues: list[frozenset[str]] | None = None
    clued: dict[str, list[int]] | None = None
    court: bool | None = None
    reading: Reading | None = field(default=None, repr=False)
    pseudonyms: tuple[str, ...] = field(default=(), repr=False)
    names_known: bool = False
    _regions: dict[Around, list[tuple[int, int]]] = field(default_factory=dict, repr=False)
    _counted: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict, repr=False)

    @cached_property
    def _cuts(self) -> list[str]:
        """The text cut once: what stands between, a token, what stands between, a token, …"""
        return _CUT.split(self.text)

    @cached_property
    def _edges(self) -> list[int]:
        """Where each cut ends."""
        return list(accumulate(map(len, self._cuts)))

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Offsets of the tokens."""
        return list(zip(self.starts, self._edges[1::2], strict=True))

    @cached_property
    def folded(self) -> str:
        """The text in lower case, only to ask whether a pattern is worth trying (offsets may differ)."""
        return self.text.lower()

    def mentions(self, *needles: str) -> bool:
        """Tell whether any of a pattern's necessary words is in the text at all."""
        return any(needle in self.folded for needle in needles)

    def _around_digits(self, margin: int, least: int, beside: re.Pattern[str] | None) -> list[tuple[int, int]]:
        """Return stretches around digits, of those that hold so many and what has to stand beside them."""
        known = self._regions.get((margin, least, beside))
        if known is None:
            if beside is not None:
                known = [one for one in self._around_digits(margin, least, None) if beside.search(self.text, *one)]
            else:
                counted = self._counted.get(margin)
                if counted is None:
                    counted = self._counted[margin] = list(self._count_digits(margin))
                known = [(start, end) for start, end, count in counted if count >= least]
            self._regions[margin, least, beside] = known
        return known

    def _count_digits(self, margin: int) -> Iterator[tuple[int, int, int]]:
        open_start = open_end = count = 0
        for match in _DIGITS.finditer(self.text):
            start, end = match.span()
            if count and start - margin <= open_end:
                count += end - start
            else:
                if count:
                    yield open_start, min(len(self.text), open_end), count
                open_start, count = max(0, start - margin), end - start
            open_end = end + margin
        if count:
            yield open_start, min(len(self.text), open_end), count

    def search(
        self, pattern: re.Pattern[str], margin: int = WIDE, digits: int = 1, *,
        beside: re.Pattern[str] | None = None, words: tuple[str, ...] = (),
    ) -> Iterator[re.Match[str]]:  # fmt: skip
        """Yield the matches of a pattern that needs so many digits, looking only near as many.

        What no match can do without keeps the pattern from being tried in vain: something `beside` the digits that is
        cheap to look for, one of the `words` (in lower case).
        """
        if words:
            words = tuple(word for word in words if word in self.folded)
            if not words:
                return
        same = len(self.folded) == len(self.text)
        for start, end in self._around_digits(margin, digits, beside):
            if not words or not same or any(self.folded.find(word, start, end) >= 0 for word in words):
                yield from pattern.finditer(self.text, start, end)

    def near(self, pattern: re.Pattern[str], *needles: str, margin: int = WIDE) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern that cannot match without one of the needles, looking only around those."""
        if len(self.folded) != len(self.text):
            if self.mentions(*needles):
                yield from pattern.finditer(self.text)
            return
        for start, end in self._around(needles, margin):
            yield from pattern.finditer(self.text, start, end)

    def _around(self, needles: tuple[str, ...], margin: int) -> Iterator[tuple[int, int]]:
        """Yield stretches of whole words around the needles."""
        text, last = self.text, 0
        open_start = open_end = -1
        for start, end in _hits(self.folded, needles if self.has_cyrillic else _without_cyrillic(needles)):
            begin = max(0, start - margin)
            if open_end >= begin:
                open_end = max(open_end, end + margin)
                continue
            if open_start >= 0:
                last = _end_of_word(text, open_end)
                yield open_start, last
            open_start, open_end = _start_of_word(text, begin, last), end + margin
        if open_start >= 0:
            yield open_start, _end_of_word(text, open_end)

    def mentions_digits(self, first: int, end: int) -> bool:
        """Tell whether any token of a range begins with a digit."""
        return any(word[0].isdigit() for word in self.words[first:end])

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins."""
        return self._edges[:-1:2]

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of tokens that touch a span of the text."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.spans[first][1] <= start:
            first += 1
        return first, bisect_left(self.starts, end)

    @cached_property
    def words(self) -> list[str]:
        """The tokens as written."""
        return self._cuts[1::2]

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in plain lower case."""
        return list(map(plain, self.words))

    @cached_property
    def forms(self) -> frozenset[str]:
        """The different tokens in plain lower case."""
        return frozenset(self.lower)

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital."""
        return [index for index, word in enumerate(self.words) if word[0].isupper()]

    @cached_property
    def figures(self) -> list[int]:
        """The tokens that begin with a digit."""
        return [index for index, word in enumerate(self.words) if word[0].isdecimal()]

    @cached_property
    def gaps(self) -> list[str]:
        """What stands before each token."""
        return self._cuts[:-1:2]

    @cached_property
    def initial(self) -> list[bool]:
        """Whether each token begins a sentence, a line, a turn or a quotation."""
        lower, gaps = self.lower, self.gaps
        result = list(map(_begins_sentence, gaps))
        for index in [index for index, gap in enumerate(gaps) if gap == ". "]:
            before = lower[index - 1]
            result[index] = before not in ABBREVIATIONS and (
                len(before) > 1 or before.isdigit() or self._ends_hour(index - 1)
            )
        for index in self.figures:
            if index + 1 < len(gaps) and gaps[index + 1].isspace():
                word, before = self.words[index], self.words[index - 1] if index else ""
                result[index + 1] |= marks_note(word, gaps[index], before) or _heads_line(word, gaps, index)
        for index in self._labelled_turns():
            result[index] = True
        result[:1] = [True] * len(result[:1])
        return result

    def _ends_hour(self, index: int) -> bool:
        """Tell the "m" of "at 5 a.m."."""
        return self.lower[index] == "m" and self.gaps[index] == "." and self.lower[index - 1] in {"a", "p"}

    def _labelled_turns(self) -> list[int]:
        """Return the first words of turns that a letter heads again and again: "Q. How", "A. The"."""
        lower, gaps = self.lower, self.gaps
        heads = [
            index for index, _ in self.paragraphs
            if len(lower[index]) == 1 and index + 1 < len(gaps) and gaps[index + 1] == ". "
        ]  # fmt: skip
        turns = Counter(lower[index] for index in heads)
        return [index + 1 for index in heads if turns[lower[index]] >= _OFTEN]

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Token ranges of the lines of the text."""
        result, first = [], 0
        for index in [index for index, gap in enumerate(self.gaps) if "\n" in gap]:
            if index > first:
                result.append((first, index))
                first = index
        if first < len(self.words):
            result.append((first, len(self.words)))
        return result

    @cached_property
    def languages(self) -> list[str]:
        """The language of each token: that of its paragraph, corrected by the token's own script."""
        languages: list[str] = []
        latin, cyrillic = self._defaults
        for first, end in self.paragraphs:
            lower = self.lower[first:end]
            here_latin = latin_language(lower) or latin
            if not self.has_cyrillic:
                languages += [here_latin] * (end - first)
                continue
            here_cyrillic = cyrillic_language(" ".join(lower)) or cyrillic
            languages += [here_cyrillic if is_cyrillic(word) else here_latin for word in self.words[first:end]]
        return languages

    @cached_property
    def has_cyrillic(self) -> bool:
        """Whether the text holds a Cyrillic letter at all."""
        return _CYRILLIC.search(self.text) is not None

    @cached_property
    def _defaults(self) -> tuple[str, str]:
        given = self.language or ""
        latin = given if given in {"en", "nb", "nn"} else latin_language(self.lower) or "en"
        cyrillic = given if given in {"ru", "uk"} else "ru"
        if cyrillic != given and self.has_cyrillic:
            cyrillic = cyrillic_language(" ".join(self.lower)) or cyrillic
        return latin, cyrillic


@remembered(maxsize=50_000)
def _leaning(form: str) -> int:
    """Return how far a form speaks for English (positive) or Norwegian (negative)."""
    if is_cyrillic(form):
        return 0
    flags = flags_of(form)
    norwegian = flags & (Flag.WORD_NB | Flag.WORD_NN)
    listed = (1 if flags & Flag.WORD_EN and not norwegian else 0) - (1 if norwegian and not flags & Flag.WORD_EN else 0)
    return listed + 2 * (form in _EN_WORDS) - 2 * (form in _NO_WORDS)


def latin_language(lower: list[str]) -> str:
    """Return en, nb or nn for the Latin tokens of a paragraph ("" when too few words tell)."""
    leaning = sum(map(_leaning, lower))
    if abs(leaning) < 2:
        return ""
    if leaning > 0:
        return "en"
    nynorsk = sum(map(_NYNORSK.__contains__, lower))
    return "nn" if nynorsk > sum(map(_BOKMAAL.__contains__, lower)) else "nb"


def cyrillic_language(text: str) -> str:
    """Return ru or uk for a paragraph in Cyrillic letters ("" when there is nothing to go by)."""
    ukrainian, russian = len(_UKRAINIAN.findall(text)), len(_RUSSIAN.findall(text))
    if ukrainian == russian:
        words = text.split()
        ukrainian, russian = sum(word in _UK_WORDS for word in words), sum(word in _RU_WORDS for word in words)
    return "" if ukrainian == russian else "uk" if ukrainian > russian else "ru"
