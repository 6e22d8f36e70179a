"""Beginnings and ends of recorded names: which words could be one half of a name that is broken in two.

Short ones, which many names share, are kept as they are; for the rest the sorted keys themselves are searched.
"""

from bisect import bisect_left
from collections.abc import Iterable

SHORT = 6  # signs from which on a beginning is searched for among the keys


class Beginnings:
    """The beginnings of many keys. Memory: a reference a key, and the beginnings of up to `SHORT` signs."""

    def __init__(self, *, least: int, left: int) -> None:
        """Start empty; no beginning has fewer signs than `least`, nor has what is left of its key fewer than `left`."""
        self._least, self._left = least, left
        self._short: set[str] = set()
        self._sorted: list[str] = []

    def add_all(self, keys: Iterable[str]) -> None:
        """Add keys."""
        new = list(keys)
        for key in new:
            self._short.update(key[:cut] for cut in range(self._least, min(SHORT, len(key) - self._left) + 1))
        self._sorted = sorted([*self._sorted, *new])

    def holds(self, beginning: str) -> bool:
        """Tell whether a key begins so and goes on."""
        if beginning[:SHORT] not in self._short:
            return False
        if len(beginning) <= SHORT:
            return True
        for number in range(bisect_left(self._sorted, beginning), len(self._sorted)):
            key = self._sorted[number]
            if not key.startswith(beginning):
                return False
            if len(key) >= len(beginning) + self._left:
                return True
        return False
