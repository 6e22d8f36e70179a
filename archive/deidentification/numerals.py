"""Numbers as testimonies write them, in figures and in words, in four languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.deidentification.inflecting import INFLECTED_LANGUAGES, lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURES = re.compile(
    r"(?<![\w])(?P<figures>\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)(?P<short>\s?[kк](?!\w))?"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_JOINERS = frozenset({"and", "og"})


def _table(units: str, tens: str, hundreds: str, scales: dict[str, float]) -> dict[str, float]:
    table: dict[str, float] = {word: value for value, words in enumerate(units.split()) for word in words.split("|")}
    table |= {word: value * 10 for value, words in enumerate(tens.split(), 2) for word in words.split("|")}
    table |= {word: value * 100 for value, words in enumerate(hundreds.split(), 1) for word in words.split("|")}
    return table | scales


_CARDINALS: dict[str, dict[str, float]] = {
    "en": _table(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen",
        "twenty thirty forty|fourty fifty sixty seventy eighty ninety",
        "hundred",
        {"thousand": 1_000, "thou": 1_000, "grand": 1_000, "lakh": 100_000, "million": 10**6, "hundreds": 100},
    ),
    "nb": _table(
        "null en|ett|én|ei|ein|eitt to tre fire fem seks sju|syv åtte ni ti elleve tolv tretten fjorten femten seksten "
        "sytten atten nitten",
        "tjue|tyve tretti|tredve førti|førr femti seksti sytti åtti nitti",
        "hundre",
        {"tusen": 1_000, "million": 10**6, "millioner": 10**6, "mill": 10**6},
    ),
    "ru": _table(
        "ноль один|одна|одно два|две|двое три|трое четыре|четверо пять|пятеро шесть|шестеро семь|семеро восемь девять "
        "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать "
        "девятнадцать",
        "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
        "сто|сотня двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
        {"тысяча": 1_000, "тыс": 1_000, "миллион": 10**6, "млн": 10**6, "полтора": 1.5, "полтораста": 150},
    ),
    "uk": _table(
        "нуль один|одна|одне два|дві|двоє три|троє чотири|четверо п'ять|п'ятеро шість|шестеро сім|семеро вісім дев'ять "
        "десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять "
        "дев'ятнадцять",
        "двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
        "сто|сотня двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
        {"тисяча": 1_000, "тис": 1_000, "мільйон": 10**6, "млн": 10**6, "півтора": 1.5},
    ),
}
_ORDINALS: dict[str, dict[str, float]] = {
    "en": _table(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
        "hundredth",
        {},
    ),
    "nb": _table(
        "nullte første andre|annen tredje fjerde femte sjette sjuende|syvende åttende niende tiende ellevte|elvte "
        "tolvte trettende fjortende femtende sekstende syttende attende nittende",
        "tjuende|tyvende trettiende førtiende femtiende sekstiende syttiende åttiende nittiende",
        "hundrede",
        {},
    ),
    "ru": _table(
        "нулевой первый второй третий четвёртый|четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый "
        "двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый",
        "двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый",
        "сотый",
        {},
    ),
    "uk": _table(
        "нульовий перший другий третій четвертий п'ятий шостий сьомий восьмий дев'ятий десятий одинадцятий дванадцятий "
        "тринадцятий чотирнадцятий п'ятнадцятий шістнадцятий сімнадцятий вісімнадцятий дев'ятнадцятий",
        "двадцятий тридцятий сороковий п'ятдесятий шістдесятий сімдесятий вісімдесятий дев'яностий",
        "сотий",
        {},
    ),
}
# Number words whose form the dictionary takes for another word first.
_MISREAD = {"друге": "другий", "перше": "перший", "третя": "третій", "сорока": "сорок"}
_SHORT_FORMS = {"тыс": 1_000, "млн": 10**6, "тис": 1_000, "mill": 10**6, "mln": 10**6}

_NORWEGIAN_PARTS = tuple(sorted((*_CARDINALS["nb"], *_ORDINALS["nb"], "og"), key=len, reverse=True))
# However a number word is inflected, it begins so; every other word needs no dictionary.
_BEGINNINGS = {
    language: frozenset(word[:2] for word in (*_CARDINALS[language], *_ORDINALS[language], *_MISREAD))
    for language in _CARDINALS
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number found in a text, and where it stands."""

    value: int
    start: int
    end: int
    is_ordinal: bool = False


def find_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the numbers of a text in reading order."""
    found = [*_in_figures(text, language), *_in_words(text, language)]
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda quantity: (quantity.start, -quantity.end)):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return tuple(kept)


def _in_figures(text: str, language: str) -> Iterator[Quantity]:
    for match in _FIGURES.finditer(text):
        figures = match["figures"]
        grouped = re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+", figures)
        value = float(re.sub(r"\D", "", figures)) if grouped else float(figures.replace(",", "."))
        end = match.end()
        if match["short"]:
            value *= 1_000
        following = _WORD.match(text, end + len(text[end:]) - len(text[end:].lstrip(" \u00a0.-–")))
        scale = _number_word(following.group(), language) if following else None
        if following and scale and scale[0] >= 1_000 and not scale[1]:  # noqa: PLR2004 - thousands and more scale
            value, end = value * scale[0], following.end()
        yield Quantity(round(value), match.start(), end)


def _in_words(text: str, language: str) -> Iterator[Quantity]:
    run = _Run()
    joined_from = -1
    for match in _WORD.finditer(text):
        for start, end, word in _pieces(match, language):
            number = _number_word(word, language)
            if number is None and word in _JOINERS and run.adjoins(text, start):
                joined_from = end
                continue
            between = joined_from if joined_from > 0 else run.end
            if run.is_open and (number is None or not run.continues_with(number[0], text[between:start])):
                yield run.close()
            joined_from = -1
            if number is not None:
                run.add(number, start, end, language)
    if run.is_open:
        yield run.close()


class _Run:
    """Number words that follow one another and make up one number."""

    def __init__(self) -> None:
        self.total = self.current = 0.0
        self.start = self.end = -1
        self.is_ordinal = False

    @property
    def is_open(self) -> bool:
        return self.start >= 0

    def adjoins(self, text: str, start: int) -> bool:
        return self.is_open and not self.is_ordinal and not text[self.end : start].strip()

    def continues_with(self, value: float, between: str) -> bool:
        """Tell whether a word goes on with the number ("twenty, five" does, "five, twenty" does not)."""
        if self.is_ordinal or between.strip(" -–\u00a0"):
            return False
        if value >= 100 or self.current == 0:  # noqa: PLR2004 - hundreds and more multiply or add
            return True
        return self.current % 10 == 0 and (value < 10 or self.current % 100 == 0)  # noqa: PLR2004

    def add(self, number: tuple[float, bool], start: int, end: int, language: str) -> None:
        value, self.is_ordinal = number
        self.start = start if self.start < 0 else self.start
        self.end = end
        if value >= 1_000:  # noqa: PLR2004
            self.total, self.current = self.total + (self.current or 1) * value, 0
        elif value == 100 and language in ("en", "nb"):  # noqa: PLR2004
            self.current = (self.current or 1) * 100
        else:
            self.current += value

    def close(self) -> Quantity:
        quantity = Quantity(round(self.total + self.current), self.start, self.end, self.is_ordinal)
        self.total = self.current = 0
        self.start = self.end = -1
        self.is_ordinal = False
        return quantity


def _pieces(match: re.Match[str], language: str) -> Iterator[tuple[int, int, str]]:
    """Yield a word, or the number words a Norwegian compound is written together from."""
    word = match.group().casefold().replace("’", "'").replace("ʼ", "'")
    parts = _norwegian_parts(word) if language == "nb" else (word,)
    position = match.start()
    for part in parts:
        yield position, position + len(part), part
        position += len(part)


def _norwegian_parts(word: str) -> tuple[str, ...]:
    if word in _CARDINALS["nb"] or word in _ORDINALS["nb"]:
        return (word,)
    parts: list[str] = []
    rest = word
    while rest:
        part = next((candidate for candidate in _NORWEGIAN_PARTS if rest.startswith(candidate)), None)
        if part is None:
            return (word,)
        parts.append(part)
        rest = rest[len(part) :]
    return tuple(parts)


def _number_word(word: str, language: str) -> tuple[float, bool] | None:
    """Return the value of a number word and whether it is an ordinal."""
    word = word.casefold().replace("’", "'").replace("ʼ", "'")
    if word in _SHORT_FORMS:
        return _SHORT_FORMS[word], False
    if word[:2] not in _BEGINNINGS[language]:
        return None
    forms: tuple[str, ...] = (word,)
    if language in INFLECTED_LANGUAGES:
        base = lemma(word, language)
        forms = (word, base, base.replace("ё", "е"), _MISREAD.get(base, base))
    for form in forms:
        if form in _CARDINALS[language]:
            return _CARDINALS[language][form], False
        if form in _ORDINALS[language]:
            return _ORDINALS[language][form], True
    return None
