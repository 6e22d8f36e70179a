"""Relative times: the order of events stays, their distance is rounded until it rebuilds no date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.deidentification.counting import number_of, some
from archive.deidentification.inflecting import Case, decline
from archive.deidentification.numerals import find_quantities
from archive.deidentification.prepositions import Direction
from archive.deidentification.rungs import Rung, rung, worth_offering

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention

_HOUR, _DAY, _WEEK, _MONTH, _YEAR = 1 / 24, 1.0, 7.0, 30.4, 365.25
_STEMS = {
    "en": (("hour", _HOUR), ("day", _DAY),
           ("night", _DAY), ("week", _WEEK), ("month", _MONTH), ("year", _YEAR)),
    "nb": (("time", _HOUR), ("døgn", _DAY),
           ("dag", _DAY), ("natt", _DAY), ("nett", _DAY), ("uke", _WEEK), ("veke", _WEEK),
           ("måned", _MONTH), ("månad", _MONTH), ("år", _YEAR)),
    "ru": (("час", _HOUR),
           ("полгод", _MONTH * 6), ("ден", _DAY), ("дня", _DAY), ("дне", _DAY), ("дни", _DAY), ("сут", _DAY),
           ("ноч", _DAY), ("недел", _WEEK), ("месяц", _MONTH), ("год", _YEAR), ("лет", _YEAR)),
    "uk": (("годин", _HOUR),
           ("півроку", _MONTH * 6), ("ден", _DAY), ("дні", _DAY), ("дня", _DAY), ("діб", _DAY), ("доб", _DAY),
           ("тиж", _WEEK), ("місяц", _MONTH), ("рік", _YEAR), ("рок", _YEAR), ("років", _YEAR)),
}  # fmt: skip
_LATER = {
    "en": "later after on",
    "nb": "senere seinere etter seinare",
    "ru": "спустя позже после потом",
    "uk": "потому пізніше згодом після",
}
_EARLIER = {
    "en": "earlier before ago",
    "nb": "tidligere før siden sidan tidlegare",
    "ru": "назад раньше прежде",
    "uk": "тому раніше перед",
}
_NTH = {"en": "time", "nb": "gang", "ru": "раз", "uk": "раз"}
_AGAIN = {"en": "again", "nb": "igjen", "ru": "снова", "uk": "знову"}
_NEXT = {"en": ("next", "following"), "nb": ("neste", "følgende"), "ru": ("следующ",), "uk": ("наступн",)}
_LAST = {"en": ("last", "previous", "yesterday"), "nb": ("forrige", "fjor", "siste"), "ru": ("прошл", "вчера"),
         "uk": ("минул", "торік", "вчора")}  # fmt: skip
_VAGUE = {
    "later": ("later", "senere", "позже", "пізніше"),
    "earlier": ("earlier", "tidligere", "раньше", "раніше"),
}
_LANGUAGES = ("en", "nb", "ru", "uk")
_UNITS = {
    "hour": ("hours", "timer", "час", "година"),
    "day": ("days", "dager", "день", "день"),
    "week": ("week", "uke", "неделя", "тиждень"),
    "month": ("month", "måned", "месяц", "місяць"),
    "half": ("half a year", "et halvt år", "полгода", "півроку"),
    "year": ("year", "år", "год", "рік"),
}
_HALF_YEAR = {
    "ru": ("полгода", "полугода", "полугоду", "полгода", "полугодом", "полугоде"),
    "uk": ("півроку",) * 6,
}
_ABOUT = {"en": "about", "nb": "omtrent", "ru": "примерно", "uk": "приблизно"}
_HALVES = frozenset(["half", "halvt", "halvår", "полгода", "півроку", "полугода"])
_HALF = 300.0  # "half a year" counts its year in full first
_ONE = {"en": ("a", "an", "one"), "nb": ("en", "ei", "et", "ett"), "ru": ("год", "месяц", "неделю"),
        "uk": ("рік", "місяць", "тиждень")}  # fmt: skip
_ROUGHLY = {
    "en": ("about", "around", "roughly", "nearly", "almost"),
    "nb": ("omtrent", "rundt", "cirka", "nesten", "ca"),
    "ru": ("примерно", "около", "почти", "где-то"),
    "uk": ("приблизно", "близько", "майже", "десь"),
}
# Up to so many days: the unit and how many of it.
_ROUNDED = ((2.5, "day", 2), (10, "week", 1), (21, "week", 2), (45, "month", 1), (75, "month", 2), (135, "month", 3),
            (270, "half", 1), (545, "year", 1), (912, "year", 2), (1500, "year", 3), (2700, "year", 5),
            (4600, "year", 10), (6400, "year", 15), (40_000, "year", 20))  # fmt: skip
_HOURS, _A_DAY = 0.9, 1.2
_SHORT_TIME = {"en": "a short time", "nb": "en kort tid", "ru": "короткое время", "uk": "короткий час"}
_SOME = ((_HOURS, "hour"), (8, "day"), (45, "week"), (400, "month"), (40_000, "year"))
_ENGLISH_COUNTS = {2: "two", 3: "three", 5: "five", 10: "ten", 15: "fifteen", 20: "twenty"}
_NORWEGIAN_COUNTS = {2: "to", 3: "tre", 5: "fem", 10: "ti", 15: "femten", 20: "tjue"}


@dataclass(frozen=True, slots=True)
class _Period:
    days: float
    direction: str  # "later", "earlier" or ""
    word: str  # the word that says so, as written


def generalise_period(mention: Mention) -> tuple[Rung, ...]:
    """Return the length rounded, "some months", and for what only orders events, "later"."""
    if _is_repetition(mention):
        start = _start_of_for(mention)
        return worth_offering(mention, (rung(mention, "L2", _AGAIN[mention.language], start, mention.end),))
    pointed = _pointed(mention)
    if pointed:
        vague = _VAGUE[pointed][_LANGUAGES.index(mention.language)]
        return (rung(mention, "L2", vague),) if mention.setting.direction is Direction.NONE else ()
    period = _period_of(mention)
    if period is None:
        return ()
    index = _LANGUAGES.index(mention.language)
    found = [rung(mention, "L2", _with_direction(_some(mention, period), period, mention))]
    if period.days > _A_DAY:
        found.insert(0, rung(mention, "L1", _with_direction(_rounded(mention, period), period, mention)))
    if period.direction and mention.setting.direction is Direction.NONE:
        found.append(rung(mention, "L3", _VAGUE[period.direction][index]))
    return worth_offering(mention, tuple(found))


def days_told(mention: Mention) -> float | None:
    """Return how many days a told length spans; None where it gives no number ("some months")."""
    quantities = find_quantities(mention.words, mention.language)
    counted = quantities or any(token.folded in _ONE[mention.language] for token in mention.tokens)
    period = _period_of(mention) if counted or _is_half(mention) else None
    return period.days * (0.5 if _is_half(mention) and period.days > _HALF else 1) if period else None


def says_roughly(mention: Mention) -> bool:
    """Tell whether a length is said to be about right only."""
    return any(token.folded in _ROUGHLY[mention.language] for token in mention.tokens)


def _is_half(mention: Mention) -> bool:
    return any(token.folded in _HALVES for token in mention.tokens)


def _period_of(mention: Mention) -> _Period | None:
    language = mention.language
    quantities = find_quantities(mention.words, language)
    days = 0.0
    for token in mention.tokens:
        unit = next((length for stem, length in _STEMS[language] if token.folded.startswith(stem)), None)
        if unit is None:
            continue
        before = [q for q in quantities if mention.start + q.end <= token.start]
        days += unit * (before[-1].value if before else 1)
        quantities = tuple(q for q in quantities if q not in before)
    if not days:
        return None
    for direction, words in (("later", _LATER), ("earlier", _EARLIER)):
        for token in mention.tokens:
            if token.folded in words[language].split():
                return _Period(days, direction, token.text)
    return _Period(days, "", "")


def _pointed(mention: Mention) -> str:
    """Return "later" for "the next day", "earlier" for "last year": no length is told."""
    if find_quantities(mention.words, mention.language):
        return ""
    for direction, stems in (("later", _NEXT), ("earlier", _LAST)):
        if any(token.folded.startswith(stems[mention.language]) for token in mention.tokens):
            return direction
    return ""


def _is_repetition(mention: Mention) -> bool:
    quantities = find_quantities(mention.words, mention.language)
    ordinal = bool(quantities) and quantities[0].is_ordinal
    return ordinal and any(token.folded == _NTH[mention.language] for token in (*mention.tokens, *mention.after[:1]))


def _start_of_for(mention: Mention) -> int:
    """Take "for the" and "в" along: "for the third time" is "again"."""
    start = mention.start
    for word in mention.before[:2]:
        if word.folded not in ("for", "the", "в", "у", "вже", "уже"):
            break
        start = word.start
    return start


def _case(mention: Mention) -> Case:
    setting = mention.setting
    if setting.direction is Direction.NONE:
        return Case.INSTRUMENTAL if setting.case is Case.INSTRUMENTAL else Case.NOMINATIVE
    return setting.case


def _rounded(mention: Mention, period: _Period) -> str:
    language = mention.language
    _, unit, count = next(row for row in _ROUNDED if period.days <= row[0])
    index = _LANGUAGES.index(language)
    noun = _UNITS[unit][index]
    if language == "en":
        return f"about {_english_length(unit, count)}"
    if language == "nb":
        return f"omtrent {_norwegian_length(unit, count)}"
    case = _case(mention)
    if unit == "half":
        return f"{_ABOUT[language]} {_HALF_YEAR[language][list(Case).index(case)]}"
    accusative = Case.ACCUSATIVE if case is Case.NOMINATIVE else case
    return f"{_ABOUT[language]} {number_of(count, noun, accusative, language)}"


def _english_length(unit: str, count: int) -> str:
    if unit == "half":
        return "half a year"
    if unit == "day":
        return "two days"
    return f"a {unit}" if count == 1 else f"{_ENGLISH_COUNTS[count]} {unit}s"


def _norwegian_length(unit: str, count: int) -> str:
    if unit == "half":
        return "et halvt år"
    if unit == "day":
        return "to dager"
    if count == 1:
        return {"week": "en uke", "month": "en måned", "year": "et år"}[unit]
    return f"{_NORWEGIAN_COUNTS[count]} { {'week': 'uker', 'month': 'måneder', 'year': 'år'}[unit] }"


def _some(mention: Mention, period: _Period) -> str:
    if _HOURS < period.days < _A_DAY:  # "one night"
        return decline(_SHORT_TIME[mention.language], _case(mention), mention.language)
    unit = next(unit for most, unit in _SOME if period.days <= most)
    index = _LANGUAGES.index(mention.language)
    if mention.language == "en":
        return f"some {unit}s"
    if mention.language == "nb":
        return f"noen {({'hour': 'timer', 'day': 'dager', 'week': 'uker', 'month': 'måneder', 'year': 'år'})[unit]}"
    return some(_UNITS[unit][index], _case(mention), mention.language)


def _with_direction(length: str, period: _Period, mention: Mention) -> str:
    """Put the word that orders events back where its language has it."""
    if not period.direction:
        return length
    in_front = mention.language == "ru" and period.word.casefold() == "спустя"
    starts = mention.words.startswith(period.word)
    word = period.word.casefold()
    return f"{word} {length}" if in_front and starts else f"{length} {word}"
