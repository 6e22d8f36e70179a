"""Dates as testimonies write them: in figures and words, partial ones too, in four languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.deidentification.numerals import Quantity, find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTHS = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "nb": "jan feb mar apr mai jun jul aug sep okt nov des",
    "ru": "янв фев мар апр ма[йяею]$ июн июл авг сен окт ноя дек",
    "uk": "січ лют бер|берез кві тра|трав чер|черв лип сер вер жов лис гру",
}
# A word must be the month, its abbreviation or a case form of it; the stem alone would take "martial" for March.
_TAILS = {
    "en": r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?",
    "nb": r"(?:uar|ruar|s|il|i|ust|t|tember|ober|ember)?\.?",
    "ru": r"(?:[а-яё]{0,7})\.?",
    "uk": r"(?:[а-яіїє]{0,7})\.?",
}
_SEASONS = {
    "en": ("winter", "spring", "summer", "autumn|fall"),
    "nb": ("vinter", "vår(?:en)?$", "sommer|sumar", "høst|haust"),
    "ru": ("зим", "весн", "лет(?:о|ом|а)$", "осен"),
    "uk": ("зим|взимку", "весн|навесні", "літ(?:о|ом|а)$|влітку", "осен|осін|восени"),
}
# Feasts that fix a month, or nearly.
_FEASTS = {
    "en": {12: "christmas|new year's eve", 1: "orthodox christmas|epiphany", 4: "easter", 5: "victory day"},
    "nb": {12: "jul(?:aften|edag)?|nyttårsaften", 1: "nyttårsdag", 4: "påske", 5: "seiersdagen"},
    "ru": {
        1: "рождеств|крещени|святк",
        12: "никол[ыу] зимн|нов(?:ый|ого) год",
        3: "маслен",
        4: "пасх",
        5: "дн[яюе]м? победы",
    },
    "uk": {1: "різдв|водохрещ", 12: "миколая|нов(?:ий|ого) р", 3: "маслян|масниц", 4: "велик(?:день|одн)"},
}
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
_FIGURES = re.compile(r"\b(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./-](?P<year>(?:19|20)?\d\d)\b)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"(?:['’]|(?<=\s))(?P<year>\d\d)(?:-?(?:го|му|м|й|го))?\s*(?:г\b|год|р\b|рок|$)")
_CLOCK = re.compile(r"(?:\bat |\bkl\. ?|\bв |\bо )?\b\d{1,2}:\d\d\b")
_NEAR_A_MONTH = re.compile(r"[\s,.'’]*(?:of |года? )?")
_WORD = re.compile(r"[^\W\d_]+\.?")
_MONTHS_IN_A_YEAR, _DAYS_IN_A_MONTH, _CENTURY, _PIVOT = 12, 31, 100, 40


@dataclass(frozen=True, slots=True)
class PartialDate:
    """As much of a date as a text tells; `season` (1 winter … 4 autumn) only where no month is told."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None


def parse_date(words: str, language: str) -> PartialDate | None:
    """Read a date, or return None for what tells no month, season or year."""
    text = _CLOCK.sub(" ", words.casefold())
    figures = _ISO.search(text) or _FIGURES.search(text)
    if figures and 1 <= int(figures["month"]) <= _MONTHS_IN_A_YEAR and 1 <= int(figures["day"]) <= _DAYS_IN_A_MONTH:
        year = figures["year"]
        return PartialDate(_full_year(int(year)) if year else None, int(figures["month"]), int(figures["day"]))
    month, at = _month_of(text, language)
    season, season_at = (None, 0) if month else _season_of(text, language)
    quantities = find_quantities(text, language)
    year_told = _year_of(text, quantities, at or season_at)
    if not (month or season or year_told):
        return None
    days = [
        q.value
        for q in quantities
        if q.value <= _DAYS_IN_A_MONTH and (q.start < at or _full_year(q.value) != year_told)
    ]
    day = days[0] if month and days else None
    return PartialDate(year_told, month, day, season)


def tells_a_month(words: str, language: str) -> bool:
    """Tell whether words name a month, by name, feast or figures; asks no dictionary."""
    text = _CLOCK.sub(" ", words.casefold())
    figures = _ISO.search(text) or _FIGURES.search(text)
    by_figures = figures is not None and 1 <= int(figures["month"]) <= _MONTHS_IN_A_YEAR
    return by_figures or _month_of(text, language)[0] is not None


def may_tell_a_time(words: str, language: str) -> bool:
    """Tell whether words have figures, a month or a season; without them a wording fixes no days."""
    text = words.casefold()
    return (
        any(letter.isdigit() for letter in text)
        or _month_of(text, language)[0] is not None
        or _season_of(text, language)[0] is not None
    )


def _full_year(year: int) -> int:
    if year >= _CENTURY:
        return year
    return year + (2000 if year <= _PIVOT else 1900)


def _numbered(alternatives: Iterable[tuple[int, str]]) -> re.Pattern[str]:
    """Compile alternatives so that the group that matched tells which number it was."""
    return re.compile("|".join(f"(?P<n{number}>{pattern})" for number, pattern in alternatives))


def _whole_month(stem: str, language: str) -> str:
    return rf"(?:{stem.rstrip('$')}){'' if stem.endswith('$') else _TAILS[language]}"


_MONTH_NAMES = {
    language: _numbered((number, _whole_month(stem, language)) for number, stem in enumerate(stems.split(), 1))
    for language, stems in _MONTHS.items()
}
_FEAST_NAMES = {
    language: tuple((month, re.compile(rf"\b(?:{feast})")) for month, feast in feasts.items())
    for language, feasts in _FEASTS.items()
}
_SEASON_NAMES = {language: _numbered(enumerate(stems, 1)) for language, stems in _SEASONS.items()}


def _month_of(text: str, language: str) -> tuple[int | None, int]:
    for match in _WORD.finditer(text):
        if found := _MONTH_NAMES[language].fullmatch(match.group()):
            return _number_of(found), match.end()
    for number, feast in _FEAST_NAMES[language]:
        if told := feast.search(text):
            return number, told.end()
    return None, 0


def _season_of(text: str, language: str) -> tuple[int | None, int]:
    for match in _WORD.finditer(text):
        if found := _SEASON_NAMES[language].match(match.group()):
            return _number_of(found), match.end()
    return None, 0


def _number_of(found: re.Match[str]) -> int:
    return int((found.lastgroup or "n0")[1:])


def _year_of(text: str, quantities: tuple[Quantity, ...], after: int) -> int | None:
    """Return the year told in four figures, in two, or in words after the month."""
    full = _YEAR.search(text)
    if full:
        return int(full.group())
    short = _SHORT_YEAR.search(text)
    if short:
        return _full_year(int(short["year"]))
    for quantity in quantities:
        if 1900 <= quantity.value < 2100:  # noqa: PLR2004 - the years anybody here tells of
            return quantity.value
        follows = quantity.start >= after > 0 and _NEAR_A_MONTH.fullmatch(text[after : quantity.start])
        if follows and quantity.value < _CENTURY:
            return _full_year(quantity.value)
    years = re.search(r"\bгод[уа]|\bроку|\bроці", text)
    ordinals = [q for q in quantities if q.is_ordinal or text[q.start].isdigit()]
    told = [q for q in ordinals if years and q.end <= years.start() and not text[q.end : years.start()].strip()]
    return _full_year(told[-1].value) if told and told[-1].value < _CENTURY else None
