"""Dates: month, season, quarter, half-year, year, decade; the order of events stays, the day goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.deidentification.dates import PartialDate, parse_date
from archive.deidentification.inflecting import Case, decline
from archive.deidentification.numerals import find_quantities
from archive.deidentification.prepositions import Direction
from archive.deidentification.rungs import Rung, rung, worth_offering
from archive.deidentification.sound import preposition

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "uk": "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
}
_SEASONS = {
    "en": ("the winter", "the spring", "the summer", "the autumn"),
    "nb": ("vinteren", "våren", "sommeren", "høsten"),
    "ru": ("зима", "весна", "лето", "осень"),
    "uk": ("зима", "весна", "літо", "осінь"),
}
_IN_SEASON = {
    "ru": ("зимой", "весной", "летом", "осенью"),
    "uk": ("взимку", "навесні", "влітку", "восени"),
}
_ORDINALS = {
    "en": ("first", "second", "third", "fourth"),
    "nb": ("første", "andre", "tredje", "fjerde"),
    "ru": ("первый", "второй", "третий", "четвёртый"),
    "uk": ("перший", "другий", "третій", "четвертий"),
}
_HALVES = {
    "en": ("the first half", "the second half"),
    "nb": ("første halvår", "andre halvår"),
    "ru": ("первая половина", "вторая половина"),
    "uk": ("перша половина", "друга половина"),
}
_WEEKDAYS = {
    "en": re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
    "nb": re.compile(r"\b(?:man|tirs|ons|tors|fre|lør|laur|søn|sun)dag"),
    "ru": re.compile(r"\b(?:понедельник|вторник|сред[ауы]|четверг|пятниц|суббот|воскресень)"),
    "uk": re.compile(r"\b(?:понеділ|вівтор|серед[ауи]|четвер|п['’]ятниц|субот|неділ)"),
}
_DAY_NUMBER = re.compile(r"^(?:the |den )?\d{1,2}(?:st|nd|rd|th|\.|-?го|-?е|-?ого|-?му)?$")
_DAY = {"en": ("one day", "day"), "nb": ("en dag", "dagen"), "ru": ("в один из дней", "день"),
        "uk": ("одного дня", "день")}  # fmt: skip
_POINTING = {
    "en": ("that", "this", "every", "last", "next", "the"),
    "nb": ("den", "denne", "hver", "forrige", "neste"),
    "ru": ("этот", "тот", "каждый", "следующий"),
    "uk": ("цей", "той", "кожен", "наступний"),
}
_AT = {"en": "in", "nb": "i", "ru": "в", "uk": "у"}
_ABSORBED = {
    "en": {"on", "in", "at", "the", "on the", "in the", "by the", "around"},
    "nb": {"den", "i", "på", "om", "ved", "natt til", "på den", "i den"},
    "ru": {"в", "во", "на"},
    "uk": {"у", "в", "на"},
}
_YEAR_AFTER = re.compile(r"\s*(?:года|году|год|г\.|р\.|року|році)(?!\w)|,?\s+\d\d:\d\d", re.IGNORECASE)
_NOUN_BEFORE = frozenset(["was", "is", "the", "that", "this", "date", "был", "была", "дата", "це", "was:", "er", "var"])
_DECEMBER, _WINTER = 12, 0
_WAR, _LONGEST_MONTH = 2022, 31


@dataclass(frozen=True, slots=True)
class _Time:
    """A coarse time: its name as a phrase that declines, and how it answers "when?" where no rule gives that."""

    name: str
    when: str = ""
    rest: str = ""


def generalise_event_date(mention: Mention) -> tuple[Rung, ...]:
    """Return month, season, year for the day something happened."""
    date = parse_date(mention.words, mention.language)
    if date is None:
        return _some_day(mention)
    language, ladder = mention.language, list[tuple[str, _Time]]()
    if date.month and (date.day or not date.year):
        ladder.append(("L1", _month(date, language)))
    if date.month or date.season:
        ladder.append(("L2", _season(date, language)))
    if date.year:
        ladder.append(("L3", _year(date.year, language)))
    return _rungs(mention, ladder)


def generalise_service_date(mention: Mention) -> tuple[Rung, ...]:
    """Return quarter, half-year, year for the day somebody enlisted, signed, took leave or left."""
    date = parse_date(mention.words, mention.language)
    if date is None:
        return _some_day(mention)
    language, ladder = mention.language, list[tuple[str, _Time]]()
    month = date.month or {1: 1, 2: 4, 3: 7, 4: 10}.get(date.season or 0)
    if month:
        ladder.append(("L1", _quarter((month - 1) // 3, date.year, language)))
        ladder.append(("L2", _half(int(month > 6), date.year, language)))  # noqa: PLR2004 - months of a half-year
    if date.year:
        ladder.append(("L3", _year(date.year, language)))
    return _rungs(mention, ladder)


def generalise_year(mention: Mention) -> tuple[Rung, ...]:
    """Return the decade for a year before the war; a year of the war is already as coarse as this archive tells."""
    date = parse_date(mention.words, mention.language)
    if date is None or date.year is None or date.year >= _WAR:
        return ()
    return _rungs(mention, [("L2", _decade(date.year - date.year % 10, mention.language))])


def generalise_birth_date(mention: Mention) -> tuple[Rung, ...]:
    """Return half a decade and a decade of birth."""
    date = parse_date(mention.words, mention.language)
    if date is None or date.year is None:
        return generalise_event_date(mention)
    decade, language = date.year - date.year % 10, mention.language
    part = int(date.year % 10 >= 5)  # noqa: PLR2004 - the halves of a decade
    return _rungs(mention, [("L1", _decade(decade, language, part)), ("L2", _decade(decade, language))])


def _some_day(mention: Mention) -> tuple[Rung, ...]:
    """Return "one day" for a day told by its name in the week, or by its number alone."""
    language = mention.language
    words = mention.words.casefold()
    quantities = find_quantities(mention.words, language)
    is_numbered = bool(quantities) and (quantities[0].is_ordinal or bool(_DAY_NUMBER.search(words)))
    if not (is_numbered and quantities[0].value <= _LONGEST_MONTH) and not _WEEKDAYS[language].search(words):
        return ()
    nearest = mention.before[:1]
    if nearest and nearest[0].folded in _POINTING[language]:
        return (rung(mention, "L2", _DAY[language][1]),)
    return (rung(mention, "L2", _DAY[language][0], _start_with_what_is_absorbed(mention)),)


def _month(date: PartialDate, language: str) -> _Time:
    return _with_year(_MONTHS[language].split()[(date.month or 1) - 1], date.year, language)


def _season(date: PartialDate, language: str) -> _Time:
    season = date.season - 1 if date.season else (date.month or 1) % _DECEMBER // 3
    name, year = _SEASONS[language][season], date.year
    when = _IN_SEASON[language][season] if language in _IN_SEASON else ""
    if language == "nb":
        when = f"om {name}" if year is None else name
    if year is None:
        return _Time(name, when)
    if season == _WINTER and date.month:
        first = year if date.month == _DECEMBER else year - 1
        rest = {
            "en": f" of {first}–{first + 1}",
            "nb": f" {first}–{first + 1}",
            "ru": f" {first}–{first + 1} годов",
            "uk": f" {first}–{first + 1} років",
        }
    else:
        rest = {"en": f" of {year}", "nb": f" {year}", "ru": f" {year} года", "uk": f" {year} року"}
    return _Time(name, when + rest[language] if when else "", rest[language])


def _quarter(index: int, year: int | None, language: str) -> _Time:
    noun = {"en": "quarter", "nb": "kvartal", "ru": "квартал", "uk": "квартал"}[language]
    name = f"{'the ' if language == 'en' else ''}{_ORDINALS[language][index]} {noun}"
    return _part_of(name, year, language)


def _half(index: int, year: int | None, language: str) -> _Time:
    return _part_of(_HALVES[language][index], year, language)


def _part_of(name: str, year: int | None, language: str) -> _Time:
    if year is not None:
        rest = {"en": f" of {year}", "nb": f" {year}", "ru": f" {year} года", "uk": f" {year} року"}
        return _Time(name, rest=rest[language])
    return _Time(name, rest={"en": " of the year", "nb": " det året", "ru": " года", "uk": " року"}[language])


def _with_year(name: str, year: int | None, language: str) -> _Time:
    if year is None:
        return _Time(name)
    return _Time(
        name, rest={"en": f" {year}", "nb": f" {year}", "ru": f" {year} года", "uk": f" {year} року"}[language]
    )


def _year(year: int, language: str) -> _Time:
    if language in ("en", "nb"):
        return _Time(str(year))
    when = f"в {year} году" if language == "ru" else f"у {year} році"
    return _Time("год" if language == "ru" else "рік", when=when, rest=f"{year}")


def _decade(decade: int, language: str, part: int | None = None) -> _Time:
    parts = {
        "en": ("the early ", "the late "),
        "nb": ("begynnelsen av ", "slutten av "),
        "ru": ("первая половина", "вторая половина"),
        "uk": ("перша половина", "друга половина"),
    }[language]
    if language == "en":
        return _Time(f"{'the ' if part is None else parts[part]}{decade}s")
    if language == "nb":
        name = f"{decade}-årene" if decade >= 2000 else f"{decade % 100}-årene"  # noqa: PLR2004 - a new century
        return _Time(
            name if part is None else parts[part] + name, when="" if part is None else f"på {parts[part]}{name}"
        )
    if part is None:
        years = "годы" if language == "ru" else "роки"
        when = f"в {decade}-х годах" if language == "ru" else f"у {decade}-х роках"
        return _Time(years, when=when, rest=f"{decade}-е" if language == "ru" else f"{decade}-ті")
    return _Time(parts[part], rest=f" {decade}-х годов" if language == "ru" else f" {decade}-х років")


def _rungs(mention: Mention, ladder: list[tuple[str, _Time]]) -> tuple[Rung, ...]:
    found = []
    for level, time in ladder:
        words, start, end = _stand(mention, time)
        found.append(rung(mention, level, words, start, end))
    return worth_offering(mention, tuple(found))


def _stand(mention: Mention, time: _Time) -> tuple[str, int, int]:
    """Put a time into the sentence: as an answer to "when?", or in the case a preposition asks for."""
    language, setting = mention.language, mention.setting
    following = _YEAR_AFTER.match(mention.text, mention.end)
    end = following.end() if following else mention.end
    start = _start_with_what_is_absorbed(mention)
    if start < mention.start or _answers_when(mention):
        when = time.when or _in(time, mention.text[:start], language)
        capital = mention.text[start].isupper() and start < mention.start
        return (when[:1].upper() + when[1:] if capital else when), start, end
    case = setting.case if setting.direction is not Direction.NONE else Case.NOMINATIVE
    if case is Case.LOCATIVE or (case is Case.NOMINATIVE and setting.preposition):
        case = Case.GENITIVE
    return _named(time, case, language), mention.start, end


def _named(time: _Time, case: Case, language: str) -> str:
    """Return the name in a case; the number of a year stands before the word for it."""
    name, rest = decline(time.name, case, language), time.rest
    if rest.endswith(("-е", "-ті")):  # "2020-е годы", "2020-х годов"
        ending = {Case.NOMINATIVE: "", Case.ACCUSATIVE: "", Case.DATIVE: "-м", Case.INSTRUMENTAL: "-ми"}.get(case, "-х")
        rest = rest[: rest.index("-")] + ending if ending else rest
        return f"{rest} {name}"
    return f"{time.rest} {name}" if time.rest and not time.rest.startswith(" ") else name + time.rest


def _in(time: _Time, before: str, language: str) -> str:
    name = _named(time, Case.LOCATIVE, language)
    return f"{preposition(_AT[language], name, before, language)} {name}"


def _start_with_what_is_absorbed(mention: Mention) -> int:
    for length in (2, 1):
        nearest = mention.before[:length]
        phrase = " ".join(word.folded for word in reversed(nearest))
        if len(nearest) < length or mention.text[nearest[0].end : mention.start].strip():
            continue
        if phrase in _ABSORBED[mention.language]:
            return nearest[-1].start
    return mention.start


def _answers_when(mention: Mention) -> bool:
    """Tell whether the date stands without a preposition and yet as "when"."""
    if mention.setting.direction is not Direction.NONE:
        return False
    nearest = mention.before[:1]
    if nearest and nearest[0].folded in _NOUN_BEFORE:
        return False
    if mention.setting.case is Case.GENITIVE:  # "двадцать восьмого сентября"
        return True
    following = mention.text[mention.end :].lstrip()
    return bool(nearest) or bool(following and following[0] not in ".:;|–—)]\n")
