"""Find every place in a text where a protected person's name stands."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from archive.language.folding import fold

Tier = Literal["block", "ask"]

_WORD = re.compile(r"\w(?:[\w\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]*\w)?")


@dataclass(frozen=True)
class NamedPerson:
    """One protected person: every name as recorded, in any script, and the pseudonyms the person bears here."""

    reference: str
    names: tuple[str, ...] = field(repr=False)
    pseudonyms: tuple[str, ...] = ()


@dataclass(frozen=True, order=True)
class NameMatch:
    """A half-open span of code points in which a form of a person's name stands; `how` is the slug of the rule."""

    start: int
    end: int
    person: str
    tier: Tier
    how: str


class NameMatcher:
    """Finds the names of many persons at once; the cost of a text does not grow with their number."""

    def __init__(self, persons: Iterable[NamedPerson]) -> None:
        """Index the words of every name by their folded form."""
        self._persons_of: dict[str, set[str]] = defaultdict(set)
        for person in persons:
            for name in person.names:
                for word in _WORD.findall(name):
                    if len(word) > 1:
                        self._persons_of[fold(word)].add(person.reference)

    def find(self, text: str) -> tuple[NameMatch, ...]:
        """Return every match, ordered by place."""
        found = []
        for word in _WORD.finditer(text):
            for reference in self._persons_of.get(fold(word.group()), ()):
                found.append(NameMatch(word.start(), word.end(), reference, "block", "as-recorded"))
        return tuple(sorted(found))
