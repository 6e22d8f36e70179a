"""Money: the sum to one figure, its order of magnitude in dollars, "a large sum"."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from archive.deidentification.counting import some
from archive.deidentification.gazetteer import DATA
from archive.deidentification.inflecting import INFLECTED_LANGUAGES, Case, decline, genitive_plural
from archive.deidentification.ladders.label import name_the_kind
from archive.deidentification.numerals import Quantity, find_quantities
from archive.deidentification.rungs import Rung, rung, worth_offering

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention

_ABOUT = {"en": "about", "nb": "omtrent", "ru": "примерно", "uk": "приблизно"}
_SIGNS_BEFORE = re.compile(r"[$€₽₴₸]\s?$")
_CURRENCY_AFTER = re.compile(r"\s?(?:[$€₽₴₸]|[^\W\d_]+)")
_LARGE, _SMALL = 1_000, 100
_LARGE_SUM = {
    "en": ("a small sum", "a sum of money", "a large sum"),
    "nb": ("en liten sum", "en sum penger", "en stor sum"),
    "ru": ("небольшая сумма", "некоторая сумма", "крупная сумма"),
    "uk": ("невелика сума", "певна сума", "велика сума"),
}
_MAGNITUDES = {
    "en": ("a few dollars", "tens of dollars", "several hundred dollars", "several thousand dollars",
           "tens of thousands of dollars", "hundreds of thousands of dollars", "millions of dollars"),
    "nb": ("noen få dollar", "noen titall dollar", "flere hundre dollar", "flere tusen dollar",
           "flere titusen dollar", "flere hundre tusen dollar", "flere millioner dollar"),
    "ru": ("", "десятки| долларов", "сотни| долларов", "", "десятки| тысяч долларов", "сотни| тысяч долларов",
           "миллионы| долларов"),
    "uk": ("", "десятки| доларів", "сотні| доларів", "", "десятки| тисяч доларів", "сотні| тисяч доларів",
           "мільйони| доларів"),
}  # fmt: skip
_THOUSANDS = {"ru": ("тысяча", "долларов", "доллар"), "uk": ("тисяча", "доларів", "долар")}


def generalise_money(mention: Mention) -> tuple[Rung, ...]:
    """Return the sum to one figure, its magnitude in dollars, and no more than that it was large."""
    quantities = find_quantities(mention.words, mention.language)
    if not quantities:
        return ()
    quantity = max(quantities, key=lambda quantity: quantity.value)
    start, end, currency = _with_currency(mention, quantity)
    dollars = quantity.value / float(currency["per_dollar"])
    known = currency is not _currencies()["any"] or quantity.value >= _LARGE
    case = mention.case_of_a_sum if mention.language in INFLECTED_LANGUAGES else Case.NOMINATIVE
    if not known:  # "seventy", meaning seventy thousand
        some_money = _sum(_SMALL, mention.language, case)
        return worth_offering(mention, (rung(mention, "L2", some_money, start, end),))
    found = (
        rung(mention, "L1", _rounded(mention, quantity, case)),
        rung(mention, "L2", _magnitude(dollars, mention.language, case), start, end),
        rung(mention, "L3", _sum(dollars, mention.language, case), start, end),
    )
    return worth_offering(mention, found)


def generalise_payment(mention: Mention) -> tuple[Rung, ...]:
    """Return the rungs of the sum where one is told, else that something was paid; to whom is never told."""
    return generalise_money(mention) or name_the_kind("bribe", mention)


def _with_currency(mention: Mention, quantity: Quantity) -> tuple[int, int, dict[str, Any]]:
    """Find the currency within the mention or at its edges; it goes with the sum."""
    start, end = mention.start, mention.end
    sign = _SIGNS_BEFORE.search(mention.text[:start])
    words = mention.words.casefold()
    if sign:
        start, words = sign.start(), sign.group() + words
    currency = _currency(words, mention.language)
    following = _CURRENCY_AFTER.match(mention.text, end)
    if currency is None and following and mention.start + quantity.end >= end - 1:
        currency = _currency(following.group().strip().casefold(), mention.language)
        end = following.end() if currency else end
    return start, end, currency or _currencies()["any"]


@lru_cache(maxsize=1)
def _currencies() -> dict[str, dict[str, Any]]:
    return tomllib.loads((DATA / "money.toml").read_text(encoding="utf-8"))


def _currency(words: str, language: str) -> dict[str, Any] | None:
    for key, row in _currencies().items():
        if key != "any" and re.search(rf"(?<![^\W\d_])(?:{row['words'][language]})", words):
            return row
    return None


def _rounded(mention: Mention, quantity: Quantity, case: Case) -> str:
    """Say the sum to one figure in the currency it was told in."""
    digits = len(str(quantity.value)) - 1
    value = round(quantity.value / 10**digits) * 10**digits
    grouped = f"{value:,}" if mention.language == "en" else f"{value:,}".replace(",", " ")
    head, tail = mention.words[: quantity.start], mention.words[quantity.end :]
    if mention.language in INFLECTED_LANGUAGES:
        tail = re.sub(r"[^\W\d_]+", lambda match: _after_a_number(match.group(), case, mention.language), tail, count=1)
    return f"{_ABOUT[mention.language]} {head.strip()}{grouped}{tail}"


def _after_a_number(noun: str, case: Case, language: str) -> str:
    if case in (Case.NOMINATIVE, Case.ACCUSATIVE, Case.GENITIVE):
        return genitive_plural(noun, language) or noun
    return noun


def _magnitude(dollars: float, language: str, case: Case) -> str:
    index = min(max(len(str(int(dollars))) - 1, 0), 6)
    if language not in INFLECTED_LANGUAGES:
        return _MAGNITUDES[language][index]
    thousand, dollars_word, dollar = _THOUSANDS[language]
    if index == 0:
        return some(dollar, case, language)
    if index == 3:  # noqa: PLR2004 - thousands
        return f"{some(thousand, case, language)} {dollars_word}"
    return decline(_MAGNITUDES[language][index], case, language)


def _sum(dollars: float, language: str, case: Case) -> str:
    size = (dollars >= _SMALL) + (dollars >= _LARGE)
    return decline(_LARGE_SUM[language][size], case, language)
