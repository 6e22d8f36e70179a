"""Prove that no form of a protected name still stands in what is about to leave."""

from collections.abc import Collection, Iterable

from archive.language.folding import fold
from archive.language.matching import NamedPerson, NameMatch, NameMatcher


def find_leaks(text: str, *, matcher: NameMatcher, allowed: Collection[str] = ()) -> tuple[NameMatch, ...]:
    """Return where any form of any protected name still stands; `allowed` are the pseudonyms of this testimony."""
    pseudonyms = {fold(word) for pseudonym in allowed for word in pseudonym.split()}
    return tuple(leak for leak in matcher.find(text) if fold(text[leak.start : leak.end]) not in pseudonyms)


def find_leaks_in_bytes(data: bytes, *, persons: Iterable[NamedPerson]) -> tuple[NameMatch, ...]:
    """Return where a name stands in raw bytes, found without the first matcher; offsets count bytes."""
    text = data.lower()
    found = set()
    for person in persons:
        for name in person.names:
            for word in name.split():
                needle = word.lower().encode()
                at = text.find(needle) if len(word) > 1 else -1
                while at >= 0:
                    found.add(NameMatch(at, at + len(needle), person.reference, "block", "bytes-plain"))
                    at = text.find(needle, at + 1)
    return tuple(sorted(found))
