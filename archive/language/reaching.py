"""The two sides of an index of words: under what a word is kept, and under what a name must ask for it.

A matcher takes a text and many names. Where the texts stay and a name is new, it is the other way round: every word is
kept under its traces, once, and whatever the matcher could answer about the new name is among the words under the
traces that the name asks for. More may be among them: each is put to the matcher afterwards. `tests/language` holds
the two sides against the matcher itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from archive.language.expansion import FormSet, expand, families, family_forms, name_parts
from archive.language.keys import canonical_key, keys_as_written, plain, skeleton_keys
from archive.language.probing import probes
from archive.language.slips import SHORTEST_TYPO_KEY, deletions

SIGNS = "CIOSTabcdefghijklmnopqrstuvwxyz"
"""Signs of which keys are made. A word with any other in its key is asked about for every name."""

GRAM = 6  # a recorded name is found inside a longer word from this many signs on
_NEARLY = frozenset(("", "possessive", "inside-word"))
_KEY, _INSIDE, _INITIALS, ODD = "=", "~", ".", "?"


@dataclass(frozen=True)
class Reach:
    """What to ask an index of words about a name; each word found is put to a matcher of the name afterwards."""

    traces: frozenset[str] = field(repr=False)
    initials: frozenset[str] = field(repr=False)
    heads: frozenset[str] = field(repr=False)  # of words with which a name broken in two may begin
    tails: frozenset[str] = field(repr=False)
    keys: frozenset[str] = field(repr=False)  # of all forms

    def pairs(self, heads: Iterable[str], tails: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield the words that together could be one of the names, out of those found as heads and as tails."""
        ending = _by_key(tails)
        for head, beginning in _by_key(heads).items():
            for tail, words in ending.items():
                if canonical_key(head + tail) in self.keys:
                    yield from product(beginning, words)


def traces_of(word: str) -> frozenset[str]:
    """Return under what a word of a text is kept."""
    found = {_KEY + key for key in skeleton_keys(plain(word))[:4]}
    for probe in probes(word):
        found.add(_KEY + probe.key)
        if probe.how in _NEARLY and len(probe.key) >= SHORTEST_TYPO_KEY:
            found.update(_INSIDE + gram for gram in _grams(probe.key))
            if not frozenset(SIGNS).issuperset(probe.key):
                found.add(ODD)
    return frozenset(found)


def traces_of_initials(first: Iterable[str], second: Iterable[str]) -> frozenset[str]:
    """Return under what two initials that stand for a name are kept; of each come the sounds it can have."""
    return frozenset(_INITIALS + one + two for one, two in product(first, second))


def reach_of(names: Iterable[str]) -> Reach:
    """Return what to ask for, so that every word which could answer to one of a person's names is found."""
    forms: set[str] = set()
    recorded: set[str] = set()
    sounds: dict[bool, set[str]] = {True: set(), False: set()}
    own: set[str] = set()
    for word, role in {part for name in names for part in name_parts(name)}:
        keys = keys_as_written(plain(word))
        own.update(keys)
        forms.update(_keys(expand(word, role)))
        held = [(role, keys)]
        for shared_role, group in families(word, role):
            forms.update(_keys(family_forms(shared_role, group)))
            held.append((shared_role, tuple(key for one in group.spellings for key in skeleton_keys(plain(one)))))
        for borne, spelled in held:
            recorded.update(spelled)
            sounds[borne == "given"].update(key[0] for key in spelled)
    slips = {slip for key in own for slip in _slips(key)}
    inside = {_INSIDE + key[:GRAM] for key in recorded}
    return Reach(
        traces=_kept_under(forms | recorded | slips) | inside | {ODD},
        initials=traces_of_initials(sounds[True], sounds[False]) | traces_of_initials(sounds[False], sounds[True]),
        heads=_kept_under(key[:cut] for key in own for cut in range(1, len(key))),
        tails=_kept_under(key[cut:] for key in own for cut in range(1, len(key))),
        keys=frozenset(forms),
    )


def _kept_under(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(_KEY + key for key in keys)


def _keys(forms: Iterable[FormSet]) -> Iterator[str]:
    for form in forms:
        yield from form.keys()


def _by_key(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        for key in skeleton_keys(plain(word))[:4]:
            found.setdefault(key, []).append(word)
    return found


def _slips(key: str) -> Iterator[str]:
    """Yield every key one typing slip away: that shares with it, each letter left out once, one of what is left."""
    if len(key) < SHORTEST_TYPO_KEY:
        return
    for left in (key, *deletions(key)):
        yield left
        for place, sign in product(range(len(left) + 1), SIGNS):
            yield left[:place] + sign + left[place:]


def _grams(key: str) -> Iterator[str]:
    for start in range(len(key) - GRAM + 1):
        yield key[start : start + GRAM]
