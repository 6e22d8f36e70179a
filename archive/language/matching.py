"""Find every place in a text where a protected person's name stands, in any script and form.

Fold, look up, then prove: each distinct word of the text is folded to skeleton keys once, the keys are looked up in one
index of all forms of all names, and only what answers is proved and weighed in its place. So the cost of a text does
not grow with the number of persons.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.language.expansion import Strength, is_proved
from archive.language.index import NameIndex, deletions
from archive.language.keys import canonical_key, plain, skeleton_keys
from archive.language.letters import is_cyrillic
from archive.language.neighbours import Neighbourhood
from archive.language.probing import Probe, probes
from archive.language.separated import find_separated, find_split
from archive.language.unmasking import Unmasked, unmask
from archive.language.weighing import Candidate, Place, Tier, shape_of

WORD = re.compile(r"\w+(?:['’ʼ`′ʹ]\w+)*")
MOST_CACHED = 400_000


@dataclass(frozen=True)
class NamedPerson:
    """One protected person: every name as recorded, in any script, and the pseudonyms the person bears here."""

    reference: str
    names: tuple[str, ...] = field(repr=False)
    pseudonyms: tuple[str, ...] = ()


@dataclass(frozen=True, order=True)
class NameMatch:
    """A half-open span of code points in which a form of a person's name stands; `how` is the slug of the rule.

    A name borne by very many protected persons is reported for the first 16 of them.
    """

    start: int
    end: int
    person: str
    tier: Tier
    how: str


class NameMatcher:
    """Finds the names of many persons at once; one matcher may serve many threads."""

    def __init__(self, persons: Iterable[NamedPerson]) -> None:
        """Index every form of every name."""
        self.index = NameIndex()
        for person in persons:
            self.index.add(person.reference, person.names)
        self._clean: set[str] = set()
        self._known: dict[str, tuple[Candidate, ...]] = {}
        self.heads: set[str] = set()
        self.tails: set[str] = set()

    def __repr__(self) -> str:
        """Say how much is indexed, never what."""
        return f"<NameMatcher of {len(self.index.holders_of)} persons>"

    def find(self, text: str) -> tuple[NameMatch, ...]:
        """Return every match, ordered by place."""
        unmasked = unmask(text)
        plain_text = text if unmasked is None else unmasked.text
        words = WORD.findall(plain_text)
        places = self._places(plain_text, words)
        places += find_split(plain_text, words, WORD, self)
        places += find_separated(plain_text, self)
        matches = Neighbourhood(self.index, plain_text, places).matches()
        best: dict[tuple[int, int, str], NameMatch] = {}
        for start, end, person, tier, how in matches:
            held = best.get((start, end, person))
            if held is None or (held.tier == "ask" and tier == "block"):
                best[start, end, person] = NameMatch(start, end, person, tier, how)
        found = best.values()
        return tuple(sorted(found if unmasked is None else [_moved(match, unmasked) for match in found]))

    def _places(self, text: str, words: list[str]) -> list[Place]:
        suspects = {word: known for word in set(words) - self._clean if (known := self.candidates(word))}
        if not suspects:
            return []
        return [
            Place(
                start + candidate.start,
                start + candidate.end,
                candidate,
                text[start + candidate.start : start + candidate.end],
            )
            for match in WORD.finditer(text)
            if (found := suspects.get(match.group()))
            for start in (match.start(),)
            for candidate in found
        ]

    def candidates(self, word: str) -> tuple[Candidate, ...]:
        """Return the readings of one word of a text that the index answers."""
        known = self._known.get(word)
        if known is not None:
            return known
        if word in self._clean:
            return ()
        if len(self._known) + len(self._clean) > MOST_CACHED:
            self._known, self._clean, self.heads, self.tails = {}, set(), set(), set()
        found = self._look_up(word)
        self._note_ends(word)
        if found:
            self._known[word] = found
        else:
            self._clean.add(word)
        return found

    def _note_ends(self, word: str) -> None:
        """Remember whether a name could begin or end with this word."""
        if len(word) > 1:
            keys = skeleton_keys(plain(word))[:4]
            if any(key in self.index.heads for key in keys):
                self.heads.add(word)
            if any(key in self.index.tails for key in keys):
                self.tails.add(word)

    def _look_up(self, word: str) -> tuple[Candidate, ...]:
        readings = probes(word)
        best: dict[tuple[int, int], dict[int, tuple[Strength, str, Probe]]] = {}
        for probe in readings:
            for holder, strength, how in self._answers(probe):
                held = best.setdefault((probe.start, probe.end), {})
                if holder not in held or strength < held[holder][0]:
                    held[holder] = (strength, how, probe)
        if not best:
            best = self._near_misses(word, readings)
        return tuple(candidate for (start, end), held in best.items() for candidate in _candidates(start, end, held))

    def _answers(self, probe: Probe) -> list[tuple[int, Strength, str]]:
        table = self.index.nominatives if probe.domain == "l" else self.index.any_form
        entries = table.get(probe.key)
        if not entries:
            return []
        if probe.how in ("keyboard-layout", "code-page") and len(probe.word) < 4:
            return []
        cyrillic = probe.domain == "c"
        least = Strength.POSSIBLE if probe.domain == "i" else Strength.SURE
        return [
            (entry.holder, max(entry.strength, least), probe.how if probe.how == "latin-case-form" else entry.how)
            for entry in entries.values()
            if (not cyrillic or is_proved(entry.proof, probe.word))
            and (probe.domain != "i" or entry.strength == Strength.SURE)
        ]

    def _near_misses(
        self, word: str, readings: tuple[Probe, ...]
    ) -> dict[tuple[int, int], dict[int, tuple[Strength, str, Probe]]]:
        """Find recorded names one slip away, or standing inside a longer word."""
        found: dict[tuple[int, int], dict[int, tuple[Strength, str, Probe]]] = {}
        for probe in readings:
            if len(probe.key) < 6 or probe.how not in ("", "possessive", "inside-word"):
                continue
            near = self.index.near
            hits: set[int] = set(near.get(probe.key, ()))
            if shape_of(word) != "lower":
                for variant in deletions(probe.key):
                    hits |= near.get(variant, set())
            for holder in hits:
                found.setdefault((probe.start, probe.end), {}).setdefault(
                    holder, (Strength.POSSIBLE, "one-slip-away", probe)
                )
            if not hits:
                self._inside(probe, found)
        return found

    def _inside(self, probe: Probe, found: dict[tuple[int, int], dict[int, tuple[Strength, str, Probe]]]) -> None:
        key = probe.key
        for start in range(len(key) - 2):
            for end in range(start + 5, len(key) + 1):
                entries = self.index.nominatives.get(key[start:end])
                if not entries:
                    continue
                for entry in entries.values():
                    if entry.strength == Strength.SURE:
                        held = found.setdefault((probe.start, probe.end), {})
                        held.setdefault(entry.holder, (Strength.POSSIBLE, "inside-word", probe))

    def joined(self, first: str, second: str) -> tuple[Candidate, ...]:
        """Return the readings of two words as one, when their keys together answer."""
        for one in skeleton_keys(plain(first))[:4]:
            for two in skeleton_keys(plain(second))[:4]:
                key = canonical_key(one + two)
                if key in self.index.nominatives or (key in self.index.any_form and is_cyrillic(first)):
                    return self.candidates(first + second)
        return ()


def _candidates(start: int, end: int, held: dict[int, tuple[Strength, str, Probe]]) -> list[Candidate]:
    """Group the holders that answer one stretch by what had to be undone."""
    groups: dict[tuple[str, str], list[tuple[int, Strength, str]]] = {}
    for holder, (strength, how, probe) in held.items():
        groups.setdefault((probe.how, probe.word), []).append((holder, strength, how))
    return [
        Candidate(start, end, tuple(holders), undone, not undone, word) for (undone, word), holders in groups.items()
    ]


def _moved(match: NameMatch, unmasked: Unmasked) -> NameMatch:
    start, end = unmasked.span(match.start, match.end)
    return NameMatch(start, end, match.person, match.tier, match.how)
