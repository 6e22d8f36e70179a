"""Sets of row numbers as Python integers: bit n stands for row n.

Counting 111 facet values by AND and `bit_count` takes under a millisecond at 100,000 rows; the same in SQL takes
50 to 500. Nothing outside the standard library is needed below some 300,000 rows.
"""

from collections.abc import Iterable, Iterator

_WORD = 8


def bits_of(rows: Iterable[int]) -> int:
    """Return the set of these rows."""
    marks = bytearray()
    for row in rows:
        place = row >> 3
        if place >= len(marks):
            marks.extend(bytes(place + 1 - len(marks) + len(marks) // 2))
        marks[place] |= 1 << (row & 7)
    return int.from_bytes(marks, "little")


def bits_of_listed_rows(listed: str) -> int:
    """Return the set of rows that SQLite's `group_concat` listed."""
    return bits_of(map(int, listed.split(","))) if listed else 0


def rows_of(bits: int) -> Iterator[int]:
    """Yield the rows of a set, lowest first."""
    data = bits.to_bytes((bits.bit_length() + 7) // _WORD, "little")
    for place, byte in enumerate(data):
        if byte:
            for bit in range(_WORD):
                if byte >> bit & 1:
                    yield place * _WORD + bit


def bits_to_bytes(bits: int) -> bytes:
    """Return the set as it stands in a release."""
    return bits.to_bytes((bits.bit_length() + 7) // _WORD, "little")


def bits_from_bytes(data: bytes) -> int:
    """Return the set that `bits_to_bytes` wrote."""
    return int.from_bytes(data, "little")
