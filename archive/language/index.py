"""The index of all forms of all protected names: one look-up a key, however many persons."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from archive.language.expansion import FormSet, Role, Strength, expand, families, family_forms, name_parts
from archive.language.given_names import GivenName
from archive.language.keys import plain, skeleton_keys

SHORTEST_TYPO_KEY = 6


@dataclass(frozen=True, eq=False)
class Endings:
    """What may follow a stem: endings of nominatives, and endings of all forms. One object for each pair of sets."""

    nominative: frozenset[str]
    any: frozenset[str]


class Entry(NamedTuple):
    """What stands behind a stem with its endings: the holder of these forms, and the rule that made them."""

    holder: int
    strength: Strength
    how: str
    proof: str


@dataclass
class Holder:
    """One word of protected names as recorded, or one given name in all languages, with all persons who bear it."""

    role: Role
    initials: frozenset[str] = field(repr=False)
    persons: set[str] = field(default_factory=set)
    _ordered: tuple[str, ...] = field(default=(), repr=False)

    def first(self, most: int, *, besides: Container[str] = ()) -> list[str]:
        """Return the first bearers by reference, without those of `besides`."""
        if len(self._ordered) != len(self.persons):
            self._ordered = tuple(sorted(self.persons))
        return list(islice((person for person in self._ordered if person not in besides), most))


class NameIndex:
    """All keys of all forms, by domain."""

    def __init__(self) -> None:
        """Start empty."""
        self.holders: list[Holder] = []
        self.recorded: dict[str, set[int]] = defaultdict(set)
        self._stems: dict[str, dict[Endings, list[Entry]]] = {}
        self._endings: dict[tuple[frozenset[str], frozenset[str]], Endings] = {}
        self.near: dict[str, set[int]] = defaultdict(set)
        self.heads: set[str] = set()
        self.tails: set[str] = set()
        self.holders_of: dict[str, set[int]] = defaultdict(set)
        self._words: dict[tuple[str, Role], tuple[int, ...]] = {}
        self._families: dict[tuple[Role, GivenName], int] = {}

    def add(self, reference: str, names: Iterable[str]) -> None:
        """Index every part of every name of one person."""
        for name in names:
            for word, role in name_parts(name):
                for number in self._numbers(word, role):
                    self.holders[number].persons.add(reference)
                    self.holders_of[reference].add(number)

    def _numbers(self, word: str, role: Role) -> tuple[int, ...]:
        identity = (plain(word), role)
        if identity not in self._words:
            keys = skeleton_keys(plain(word))
            own = self._hold(role, keys, expand(word, role))
            for key in keys:
                self._add_near(key, own)
            shared = [self._family(family_role, group) for family_role, group in families(word, role)]
            self._words[identity] = (own, *shared)
        return self._words[identity]

    def _family(self, role: Role, group: GivenName) -> int:
        if (role, group) not in self._families:
            keys = [key for word in group.spellings for key in skeleton_keys(plain(word))]
            self._families[role, group] = self._hold(role, keys, family_forms(role, group))
        return self._families[role, group]

    def answers(self, key: str, *, nominative: bool) -> list[tuple[Entry, bool]]:
        """Return the entries of which this key is a form, each with whether it is a nominative."""
        stems = self._stems
        found: list[tuple[Entry, bool]] = []
        for cut in range(1, len(key) + 1):
            by_endings = stems.get(key[:cut])
            if by_endings:
                ending = key[cut:]
                for endings, entries in by_endings.items():
                    if ending in endings.nominative:
                        found += [(entry, True) for entry in entries]
                    elif not nominative and ending in endings.any:
                        found += [(entry, False) for entry in entries]
        return found

    def stems(self) -> frozenset[str]:
        """Return what the keys of all forms begin with."""
        return frozenset(self._stems)

    def _hold(self, role: Role, keys: Iterable[str], forms: Iterable[FormSet]) -> int:
        number = len(self.holders)
        self.holders.append(Holder(role, frozenset(key[0] for key in keys if key)))
        for form in forms:
            stem = _common_start([*form.nominatives, *form.case_forms])
            cut = len(stem)
            nominative = frozenset(key[cut:] for key in form.nominatives)
            any_form = nominative | {key[cut:] for key in form.case_forms}
            endings = self._endings.setdefault((nominative, any_form), Endings(nominative, any_form))
            entry = Entry(number, form.strength, form.how, form.proof)
            self._stems.setdefault(stem, {}).setdefault(endings, []).append(entry)
        for key in keys:
            self.recorded[key].add(number)
        return number

    def _add_near(self, key: str, number: int) -> None:
        """Keep what one typing slip, or a break in the word, leaves of a recorded name."""
        if len(key) >= SHORTEST_TYPO_KEY:
            for variant in (key, *deletions(key)):
                self.near[variant].add(number)
        if len(key) > 4:
            self.heads.update(key[:cut] for cut in range(2, len(key) - 1))
            self.tails.update(key[cut:] for cut in range(2, len(key) - 2))


def deletions(key: str) -> Sequence[str]:
    """Return the key with each letter left out once: two keys one slip apart share one of these."""
    return [key[:cut] + key[cut + 1 :] for cut in range(len(key))]


def _common_start(words: Sequence[str]) -> str:
    first, last = min(words), max(words)
    length = 0
    while length < len(first) and first[length] == last[length]:
        length += 1
    return first[:length]
