"""Counts of people and things: a band, "over a hundred", "many"; the noun after the number still fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.deidentification.inflecting import INFLECTED_LANGUAGES, Case, genitive_plural, lemma
from archive.deidentification.numerals import find_quantities
from archive.deidentification.prepositions import Direction
from archive.deidentification.rungs import Rung, rung, worth_offering

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention, Word

_STEPS = (10, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000, 20_000, 50_000)
_OVER: tuple[tuple[int, str, str, str, str], ...] = (
    (10_000, "ten thousand", "ti tusen", "десяти тысяч", "десяти тисяч"),
    (1_000, "a thousand", "tusen", "тысячи", "тисячі"),
    (500, "five hundred", "fem hundre", "пятисот", "п'ятисот"),
    (200, "two hundred", "to hundre", "двухсот", "двохсот"),
    (100, "a hundred", "hundre", "ста", "ста"),
    (50, "fifty", "femti", "пятидесяти", "п'ятдесяти"),
    (20, "twenty", "tjue", "двадцати", "двадцяти"),
    (10, "ten", "ti", "десяти", "десяти"),
)
_LANGUAGES = ("en", "nb", "ru", "uk")
_MORE = {"en": "over", "nb": "over", "ru": "больше", "uk": "понад"}
_SEVERAL = {"en": "several", "nb": "flere", "ru": "несколько", "uk": "кілька"}
_MANY = {"en": ("some", "many"), "nb": ("noen", "mange"), "ru": ("несколько", "много"), "uk": ("кілька", "багато")}
_OBLIQUE = {
    "ru": {Case.DATIVE: "многим", Case.INSTRUMENTAL: "многими", Case.LOCATIVE: "многих"},
    "uk": {Case.DATIVE: "багатьом", Case.INSTRUMENTAL: "багатьма", Case.LOCATIVE: "багатьох"},
}
_UKRAINIAN_OVER = {"десяти тисяч": "десять тисяч", "тисячі": "тисячу", "п'ятисот": "п'ятсот", "двохсот": "двісті",
                   "ста": "сто", "п'ятдесяти": "п'ятдесят", "двадцяти": "двадцять", "десяти": "десять"}  # fmt: skip
_SMALLEST, _HANDFUL = 2, 4


def generalise_count(mention: Mention) -> tuple[Rung, ...]:
    """Return a band, a lower bound, "many"."""
    quantities = find_quantities(mention.words, mention.language)
    if not quantities or quantities[0].value < _SMALLEST:
        return ()
    value, language = quantities[0].value, mention.language
    tail = mention.words[quantities[0].end :]
    low, high = _band(value)
    narrow = f"{low}–{high}{tail}"
    if language in INFLECTED_LANGUAGES and _is_oblique(mention):
        many = _OBLIQUE[language][mention.setting.case]
        return worth_offering(mention, (rung(mention, "L1", narrow), rung(mention, "L2", f"{many}{tail}")))
    noun, end = _noun_after(mention, tail)
    lower, vague = _lower_bound(value, language), _MANY[language][value >= 10]  # noqa: PLR2004 - a squad
    if noun is None:
        found = (f"{low}–{high}{tail}", f"{lower}{tail}", f"{vague}{tail}")
    else:
        crowd = "людей" if vague == "много" and noun.startswith("человек") else noun
        found = (f"{low}–{high} {noun}", f"{lower} {noun}", f"{vague} {crowd}")
    return worth_offering(
        mention, tuple(rung(mention, f"L{level}", words, None, end) for level, words in enumerate(found, 1))
    )


def _band(value: int) -> tuple[int, int]:
    """Return the round numbers a count lies between."""
    if value < _STEPS[0]:
        return (2, 5) if value <= 5 else (5, 10)  # noqa: PLR2004 - a handful, or more
    lower = max(step for step in _STEPS if step <= value)
    above = [step for step in _STEPS if step > value]
    return lower, above[0] if above else lower * 10


def _lower_bound(value: int, language: str) -> str:
    for least, *wordings in _OVER:
        if value > least:
            words = wordings[_LANGUAGES.index(language)]
            return f"{_MORE[language]} {_UKRAINIAN_OVER[words] if language == 'uk' else words}"
    return _SEVERAL[language] if value > _HANDFUL else _MANY[language][0]


def _is_oblique(mention: Mention) -> bool:
    case = mention.setting.case
    return mention.setting.direction is not Direction.NONE and case in _OBLIQUE[mention.language]


def _noun_after(mention: Mention, tail: str) -> tuple[str | None, int]:
    """Return the counted noun in the form that fits after "several", and where it ends."""
    language = mention.language
    if language not in INFLECTED_LANGUAGES:
        return None, mention.end
    if tail.strip():
        inside = tail.strip().split()[0]
        return (_plural(inside, language) or tail.strip()) + tail.strip()[len(inside) :], mention.end
    nearest: tuple[Word, ...] = mention.after[:1]
    if not nearest or mention.text[mention.end : nearest[0].start].strip():
        return None, mention.end
    plural = _plural(nearest[0].text, language)
    return (plural, nearest[0].end) if plural and plural != nearest[0].text else (None, mention.end)


def _plural(noun: str, language: str) -> str | None:
    if lemma(noun.casefold(), language) in ("человек", "людина"):
        return "человек" if language == "ru" else "людей"
    return genitive_plural(noun.casefold(), language)
