# ruff: noqa: SIM905 - lists of words read better as words
"""A light stemmer for Ukrainian: Snowball has none.

It takes the ending of inflection off, nothing of derivation, and never leaves fewer than three letters. Two words that
share a stem are almost always forms of one word; some forms of one word (with changing vowels: кіт, кота) do not meet.
Its output is part of the release format: change it only together with the format number.
"""

import re
from typing import Final

_VOWEL_END: Final = re.compile(r"[аеиіоуюяєїьй]+$")
_REFLEXIVE: Final = re.compile(r"(ся|сь)$")
_ENDINGS: Final = tuple(
    sorted(
        """ами ями ими іми ього ого ьому ому ою ею єю ої ах ях ам ям ів їв ев ем єм ом им ім ій ий их іх ей єй ові еві
        єві уть ють уємо юємо ємо емо имо їмо ете єте ите їте ує ює уєш юєш еш єш иш їш ить їть
        ував ала яла ила іла али яли или іли ало яло ило іло ати яти ити іти ути увати увала ували увало
        ат ата ату атом атові аті атів атам атами атах ать ять""".split(),
        key=len,
        reverse=True,
    )
)
_PAST: Final = re.compile(r"(?<=[аеиіоуюяєї])(ла|ло|ли|ти|в)$")
_SHORTEST: Final = 3
_SHORTEST_BEFORE_LONG: Final = 4


def stem_ukrainian(word: str) -> str:
    """Return the stem of a folded Ukrainian word."""
    bare = _REFLEXIVE.sub("", word) if len(word) > _SHORTEST + 2 else word
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST_BEFORE_LONG:
            return _cut(bare[: -len(ending)], _VOWEL_END)
    return _cut(_cut(bare, _PAST), _VOWEL_END)


def _cut(word: str, ending: re.Pattern[str]) -> str:
    short = ending.sub("", word)
    return short if len(short) >= _SHORTEST else word
