"""Recorded names by what one typing slip leaves of them, in few bytes.

Two keys are one slip apart when they share what is left of them after one letter is left out. Each of the many
leftovers of a large number of names is kept as a hash of 32 bits and the number of its name (8 bytes, sorted), behind a
bitmap that most look-ups never get past; what answers is proved letter by letter, so nothing hangs on the hash.
"""

from array import array
from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np

SHORTEST_TYPO_KEY = 6
PACKED_FROM = 500
_BITS_EACH = 16
_MOST_BITS, _LEAST_BITS = 30, 16


def deletions(key: str) -> Sequence[str]:
    """Return the key with each letter left out once: two keys one slip apart share one of these."""
    return [key[:cut] + key[cut + 1 :] for cut in range(len(key))]


class SlipIndex:
    """The leftovers of recorded keys. Many added at once are packed; few are kept as they are."""

    def __init__(self) -> None:
        """Start empty."""
        self._loose: dict[str, tuple[int, ...]] = {}
        self._packed: list[_Packed] = []

    def add_all(self, recorded: Sequence[tuple[str, int]]) -> None:
        """Add keys, each with the number of its holder."""
        long = [(key, holder) for key, holder in recorded if len(key) >= SHORTEST_TYPO_KEY]
        if len(long) >= PACKED_FROM:
            self._packed.append(_Packed(long))
            return
        for key, holder in long:
            for leftover in (key, *deletions(key)):
                self._loose[leftover] = (*self._loose.get(leftover, ()), holder)

    def holders(self, leftover: str) -> Iterator[int]:
        """Yield the holders of keys that are this, or become it when a letter is left out."""
        yield from self._loose.get(leftover, ())
        for packed in self._packed:
            yield from packed.holders(leftover)


class _Packed:
    """Many keys: building takes O(n) hashes and one sort, a look-up one bit, seldom a binary search."""

    def __init__(self, recorded: Sequence[tuple[str, int]]) -> None:
        self._keys = [key for key, _ in recorded]
        self._holders = [holder for _, holder in recorded]
        hashes, lengths = array("I"), array("I")
        for key in self._keys:
            hashes.extend([crc32(leftover.encode()) for leftover in (key, *deletions(key))])
            lengths.append(len(key) + 1)
        unsorted = np.array(hashes, dtype=np.uint32)
        order = np.argsort(unsorted, kind="stable")
        self._hashes = unsorted[order]
        self._owners = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[order]
        bits = min(_MOST_BITS, max(_LEAST_BITS, (len(hashes) * _BITS_EACH).bit_length()))
        self._shift = 32 - bits
        marks = np.zeros(1 << (bits - 3), dtype=np.uint8)
        marked = unsorted >> self._shift
        np.bitwise_or.at(marks, marked >> 3, (1 << (marked & 7)).astype(np.uint8))
        self._bits = marks.tobytes()

    def holders(self, leftover: str) -> Iterator[int]:
        hashed = crc32(leftover.encode())
        bit = hashed >> self._shift
        if not self._bits[bit >> 3] >> (bit & 7) & 1:
            return
        at = int(np.searchsorted(self._hashes, np.uint32(hashed)))
        while at < len(self._hashes) and self._hashes[at] == hashed:
            owner = self._owners[at]
            if _leaves(self._keys[owner], leftover):
                yield self._holders[owner]
            at += 1


def _leaves(key: str, leftover: str) -> bool:
    """Tell whether the key is the leftover, or becomes it when one letter is left out."""
    if len(key) == len(leftover):
        return key == leftover
    return any(key[:cut] + key[cut + 1 :] == leftover for cut in range(len(key)))
