"""The index of all forms of all protected names: one look-up a key, however many persons.

Forms are kept as stems with endings that many names share. With 10,000 persons of two recorded names each, Cyrillic and
Latin, the whole takes some 15 kB and a millisecond a person.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from archive.language.expansion import (
    STEM,
    FormSet,
    Role,
    Strength,
    consonants,
    expand,
    families,
    family_forms,
    name_parts,
)
from archive.language.given_names import GivenName
from archive.language.keys import keys_as_written, plain, skeleton_keys
from archive.language.name_ends import Beginnings
from archive.language.slips import SlipIndex

SHORTEST_STEM = 3
"""Signs of a stem; what would stand under a shorter one, with very many others, is kept form by form."""
SHORTEST_INSIDE = 6
"""Signs of the key of a recorded name from which on it is found inside a longer word."""


class Entry(NamedTuple):
    """What stands behind a stem with its endings: the holder of these forms, and the rule that made them.

    `frame` are the consonants with which a Cyrillic word begins that can be one of the forms.
    """

    holder: int
    strength: Strength
    how: str
    proof: str
    frame: str


Forms = tuple[dict[str, bool], Entry]
"""Endings that a stem can have, each with whether it makes a nominative, and what then stands behind the word."""


Answer = tuple[Entry, bool]
"""What stands behind a word, and whether the word is a nominative."""


@dataclass(slots=True)
class Holder:
    """One word of protected names as recorded, or one given name in all languages, with all persons who bear it."""

    role: Role
    initials: frozenset[str] = field(repr=False)
    persons: set[str] = field(default_factory=set)
    _ordered: tuple[str, ...] = field(default=(), repr=False)

    def first(self, most: int, *, besides: Collection[str] = ()) -> Sequence[str]:
        """Return the first bearers by reference, without those of `besides`."""
        if len(self._ordered) != len(self.persons):
            self._ordered = tuple(sorted(self.persons))
        return list(islice((person for person in self._ordered if person not in besides), most))


class NameIndex:
    """All keys of all forms, by domain."""

    def __init__(self, persons: Iterable[tuple[str, Iterable[str]]] = ()) -> None:
        """Index persons given as references with names; many at once take far less memory than one after another."""
        self.holders: list[Holder] = []
        self.holders_of: dict[str, tuple[int, ...]] = {}
        self.recorded: dict[str, tuple[int, ...]] = {}
        self.longest = 0  # signs of the longest key that was recorded
        self.slips = SlipIndex()
        self._stems: dict[str, tuple[Forms, ...]] = {}
        self._short: dict[str, tuple[Answer, ...]] = {}
        self._starts: set[str] = set()
        self._heads, self._tails = Beginnings(least=1, left=2), Beginnings(least=2, left=1)
        self._words: dict[tuple[str, Role], tuple[int, ...]] = {}
        self._families: dict[tuple[Role, GivenName], int] = {}
        self._new: list[tuple[str, int]] = []
        for reference, names in persons:
            self._add(reference, names)
        self._settle()

    def add(self, reference: str, names: Iterable[str]) -> None:
        """Index every part of every name of one person."""
        self._add(reference, names)
        self._settle()

    def _add(self, reference: str, names: Iterable[str]) -> None:
        numbers = dict.fromkeys(self.holders_of.get(reference, ()))
        for name in names:
            for word, role in name_parts(name):
                for number in self._numbers(word, role):
                    self.holders[number].persons.add(reference)
                    numbers[number] = None
        if numbers:
            self.holders_of[reference] = tuple(numbers)

    def _numbers(self, word: str, role: Role) -> tuple[int, ...]:
        spelled = plain(word)
        if (spelled, role) not in self._words:
            keys = keys_as_written(spelled)
            own = self._hold(role, keys, expand(word, role))
            self._new += [(key, own) for key in keys]
            shared = [self._family(family_role, group) for family_role, group in families(word, role)]
            self._words[spelled, role] = (own, *shared)
        return self._words[spelled, role]

    def _family(self, role: Role, group: GivenName) -> int:
        if (role, group) not in self._families:
            keys = [key for word in group.spellings for key in skeleton_keys(plain(word))]
            self._families[role, group] = self._hold(role, keys, family_forms(role, group))
        return self._families[role, group]

    def answers(self, key: str) -> list[Answer]:
        """Return the entries of which this key is a form, each with whether it is a nominative."""
        stems = self._stems
        found = [*self._short.get(key, ())]
        for cut in range(SHORTEST_STEM, len(key) + 1):
            held = stems.get(key[:cut])
            if held is not None:
                ending = key[cut:]
                for endings, entry in held:
                    named = endings.get(ending)
                    if named is not None:
                        found.append((entry, named))
        return found

    def could_begin(self, key: str) -> bool:
        """Tell whether a recorded name begins so and goes on for two signs or more."""
        return self._heads.holds(key)

    def could_end(self, key: str) -> bool:
        """Tell whether a recorded name ends so, after at least one sign."""
        return self._tails.holds(key[::-1])

    def could_hold(self, key: str) -> bool:
        """Tell whether a recorded name of six signs or more could stand somewhere in this key."""
        return not self._starts.isdisjoint(
            [key[start : start + SHORTEST_INSIDE] for start in range(len(key) - SHORTEST_INSIDE + 1)]
        )

    def _hold(self, role: Role, keys: Iterable[str], forms: Iterable[FormSet]) -> int:
        number = len(self.holders)
        self.holders.append(Holder(role, frozenset(key[0] for key in keys)))
        entries: dict[tuple[Strength, str, str], Entry] = {}
        answers: dict[tuple[Entry, bool], Answer] = {}  # one object for many forms
        shared: dict[tuple[int, Entry], tuple[Forms]] = {}
        for form in forms:
            rule = form.strength, form.how, form.proof
            if rule not in entries:
                entries[rule] = Entry(number, *rule, _frame(form.proof))
            endings, entry = form.endings.of, entries[rule]
            if len(form.stem) < SHORTEST_STEM:
                for ending, named in endings.items():
                    key = form.stem + ending
                    answer = answers.setdefault((entry, named), (entry, named))
                    self._short[key] = (*self._short.get(key, ()), answer)
                continue
            forms_of_stem = shared.setdefault((id(endings), entry), ((endings, entry),))
            known = self._stems.get(form.stem)
            self._stems[form.stem] = forms_of_stem if known is None else known + forms_of_stem
        for key in dict.fromkeys(keys):
            self.recorded[key] = (*self.recorded.get(key, ()), number)
            self.longest = max(self.longest, len(key))
            self._starts.add(key[:SHORTEST_INSIDE])
        return number

    def _settle(self) -> None:
        """Keep what one typing slip, or a break in the word, leaves of the names just recorded."""
        new, self._new = self._new, []
        self.slips.add_all(new)
        self._heads.add_all(key for key, _ in new)
        self._tails.add_all(key[::-1] for key, _ in new)


def _frame(proof: str) -> str:
    return proof[1:] if proof.startswith(STEM) else consonants(proof)[:-1]
