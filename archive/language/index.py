"""The index of all forms of all protected names: one look-up a key, however many persons."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from archive.language.expansion import KeyedForm, Role, Strength, expand, families, family_forms, name_parts
from archive.language.given_names import GivenName
from archive.language.keys import plain, skeleton_keys

SHORTEST_TYPO_KEY = 6


class Entry(NamedTuple):
    """One form in the index: the holder of the form, and the rule that made it."""

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


class NameIndex:
    """All keys of all forms, by domain."""

    def __init__(self) -> None:
        """Start empty."""
        self.holders: list[Holder] = []
        self.any_form: dict[str, dict[int, Entry]] = {}
        self.nominatives: dict[str, dict[int, Entry]] = {}
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

    def _hold(self, role: Role, keys: Iterable[str], forms: Iterable[KeyedForm]) -> int:
        number = len(self.holders)
        self.holders.append(Holder(role, frozenset(key[0] for key in keys if key)))
        for form in forms:
            entry = Entry(number, form.strength, form.how, form.proof)
            _put(self.any_form, form.key, entry)
            if form.nominative:
                _put(self.nominatives, form.key, entry)
        return number

    def _add_near(self, key: str, number: int) -> None:
        """Keep what one typing slip, or a break in the word, leaves of a recorded name."""
        if len(key) >= SHORTEST_TYPO_KEY:
            for variant in (key, *deletions(key)):
                self.near[variant].add(number)
        if len(key) > 4:
            self.heads.update(key[:cut] for cut in range(2, len(key) - 1))
            self.tails.update(key[cut:] for cut in range(2, len(key) - 1))


def _put(index: dict[str, dict[int, Entry]], key: str, entry: Entry) -> None:
    held = index.setdefault(key, {})
    known = held.get(entry.holder)
    if known is None or entry.strength < known.strength:
        held[entry.holder] = entry


def deletions(key: str) -> Sequence[str]:
    """Return the key with each letter left out once: two keys one slip apart share one of these."""
    return [key[:cut] + key[cut + 1 :] for cut in range(len(key))]
