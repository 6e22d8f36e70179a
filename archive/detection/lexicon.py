"""Which forms are ordinary words, listed names or places: one compact table, loaded once (data/PROVENANCE.md)."""

from bisect import bisect_left
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np

from archive.language.remembering import remembered

DATA = Path(__file__).parent / "data"


class Flag:
    """What the table knows of a form (given in lower case): bits of a plain integer, as every token asks."""

    WORD_EN = 1
    WORD_NB = 2
    WORD_NN = 4
    PROPER_EN = 8
    PROPER_NO = 16
    FIRST_NAME = 32
    PATRONYMIC = 64
    SURNAME = 128
    PLACE_TINY = 256
    PLACE_SMALL = 512
    PLACE_MEDIUM = 1024
    PLACE_LARGE = 2048
    COMMON = 4096
    FREQUENT = 8192


WORD = Flag.WORD_EN | Flag.WORD_NB | Flag.WORD_NN
NAME = Flag.FIRST_NAME | Flag.PATRONYMIC | Flag.SURNAME
PLACE = Flag.PLACE_TINY | Flag.PLACE_SMALL | Flag.PLACE_MEDIUM | Flag.PLACE_LARGE


_BITS, _BEGINNING = 40, 16


def hash_form(form: str) -> int:
    """Return the 40-bit key of a form."""
    return int.from_bytes(blake2b(form.encode(), digest_size=_BITS // 8).digest(), "big")


@lru_cache(maxsize=1)
def _table() -> tuple[memoryview, memoryview, list[int]]:
    """Return the keys in order, their flags, and where the keys of each beginning start: few are left to look through."""
    with np.load(DATA / "lexicon.npz") as stored:
        keys, flags = np.cumsum(stored["deltas"], dtype=np.uint64), stored["flags"]
    beginnings = np.arange((1 << _BEGINNING) + 1, dtype=np.uint64) << np.uint64(_BITS - _BEGINNING)
    return keys.data, flags.data, np.searchsorted(keys, beginnings).tolist()


@remembered(maxsize=200_000)
def flags_of(form: str) -> int:
    """Return everything the table knows of a lower-case form (0 = unlisted)."""
    keys, flags, starts = _table()
    key = hash_form(form)
    beginning = key >> (_BITS - _BEGINNING)
    end = starts[beginning + 1]
    place = bisect_left(keys, key, starts[beginning], end)
    return int(flags[place]) if place < end and keys[place] == key else 0
