"""Which forms are ordinary words, listed names or places: one compact table, loaded once (data/PROVENANCE.md)."""

from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

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


def hash_form(form: str) -> int:
    """Return the 40-bit key of a form."""
    return int.from_bytes(blake2b(form.encode(), digest_size=5).digest(), "big")


@lru_cache(maxsize=1)
def _table() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint16]]:
    with np.load(DATA / "lexicon.npz") as stored:
        return np.cumsum(stored["deltas"], dtype=np.uint64), stored["flags"]


@lru_cache(maxsize=200_000)
def flags_of(form: str) -> int:
    """Return everything the table knows of a lower-case form (0 = unlisted)."""
    hashes, flags = _table()
    key = np.uint64(hash_form(form))
    place = int(np.searchsorted(hashes, key))
    if place < len(hashes) and hashes[place] == key:
        return int(flags[place])
    return 0
