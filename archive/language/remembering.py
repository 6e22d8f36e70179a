"""What is worked out of a word, remembered until the vault is closed.

Nearly every function here and in detection is asked about the same words again and again, and among those words are
protected names. So they do not use `functools.lru_cache` themselves: what `remembered` keeps, `forget_words` drops,
everywhere at once, and nobody has to know which functions remember.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")

_forgetting: list[Callable[[], None]] = []


def remembered(*, maxsize: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Remember the last answers of a function of words; at most `maxsize` of them."""

    def remember(function: Callable[P, R]) -> Callable[P, R]:
        kept = lru_cache(maxsize)(function)
        _forgetting.append(kept.cache_clear)
        return cast("Callable[P, R]", kept)

    return remember


def forget_too(forget: Callable[[], None]) -> None:
    """Have what keeps its words by itself forget them together with everything remembered."""
    _forgetting.append(forget)


def forget_words() -> None:
    """Forget every word that anything was worked out of (called when the vault is closed)."""
    for forget in _forgetting:
        forget()
