"""Find every place in a text where a protected person's name stands, in any script and form.

Fold, look up, then prove: each distinct word of the text is folded to skeleton keys once, the keys are looked up in one
index of all forms of all names, and only what answers is proved and weighed in its place. So the cost of a text does
not grow with the number of persons.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from archive.language.expansion import Strength, case_of, consonants
from archive.language.grading import grade
from archive.language.index import Entry, NameIndex
from archive.language.keys import canonical_key, plain, skeleton_keys
from archive.language.letters import is_cyrillic
from archive.language.neighbours import Found, Neighbourhood
from archive.language.probing import Probe, probes
from archive.language.separated import find_separated, find_split
from archive.language.slips import deletions
from archive.language.tiers import Tier, is_surer
from archive.language.unmasking import Unmasked, unmask
from archive.language.weighing import Candidate, Place, candidate, shape_of, surest_first

WORD = re.compile(r"\w+(?:['’`′]\w+)*")  # ʼ and ʹ are letters
MOST_CACHED = 400_000


@dataclass(frozen=True)
class NamedPerson:
    """One protected person: every name as recorded, in any script, and the pseudonyms the person bears here.

    `pruned` are forms that somebody decided do not stand for this person, as `keys.plain` folds them.
    """

    reference: str
    names: tuple[str, ...] = field(repr=False)
    pseudonyms: tuple[str, ...] = ()
    pruned: frozenset[str] = field(default=frozenset(), repr=False)


class NameMatch(NamedTuple):
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
        self.pruned: dict[str, frozenset[str]] = {}
        self.index = NameIndex(self._taken(person) for person in persons)
        self._clean: set[str] = set()
        self._known: dict[str, tuple[Candidate, ...]] = {}
        self._apart: set[tuple[str, str]] = set()
        self.heads: set[str] = set()
        self.tails: set[str] = set()

    def _taken(self, person: NamedPerson) -> tuple[str, tuple[str, ...]]:
        if person.pruned:
            self.pruned[person.reference] = person.pruned
        return person.reference, person.names

    def add(self, person: NamedPerson) -> None:
        """Index one more person, or more names of one that is indexed; what was looked up before is looked up anew."""
        self.index.add(*self._taken(person))
        self._known, self._clean, self._apart, self.heads, self.tails = {}, set(), set(), set(), set()

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
        places += find_separated(plain_text, words, self)
        matches = Neighbourhood(self.index, plain_text, places).matches()
        best: dict[tuple[int, int, str], Found] = {}
        for found in matches:
            place = found[:3]
            known = best.get(place)
            if known is None or is_surer(found[3], than=known[3]):
                best[place] = found
        ordered = sorted(best.values())
        if self.pruned:
            ordered = [found for found in ordered if not self._is_pruned(plain_text, found)]
        return tuple(map(NameMatch._make, ordered if unmasked is None else _moved(ordered, unmasked)))

    def _is_pruned(self, text: str, found: Found) -> bool:
        """Tell whether this form was taken away from this person; never where two parts of a name stand together."""
        start, end, person, _, how = found
        return how != "whole-name" and plain(text[start:end]) in self.pruned.get(person, ())

    def _places(self, text: str, words: list[str]) -> list[Place]:
        suspects = {word: known for word in set(words) - self._clean if (known := self.candidates(word))}
        if not suspects:
            return []
        return [
            Place(match.start() + found.start, match.start() + found.end, found)
            for match in WORD.finditer(text)
            if (readings := suspects.get(match.group()))
            for found in readings
        ]

    def look_up(self, text: str) -> None:
        """Look up the words of a text as `find` will; processes forked from this one then have them in memory."""
        for word in set(WORD.findall(text)) - self._clean:
            self.candidates(word)

    def candidates(self, word: str) -> tuple[Candidate, ...]:
        """Return the readings of one word of a text that the index answers."""
        known = self._known.get(word)
        if known is not None:
            return known
        if word in self._clean:
            return ()
        if len(self._known) + len(self._clean) + len(self._apart) > MOST_CACHED:
            self._known, self._clean, self._apart, self.heads, self.tails = {}, set(), set(), set(), set()
        found = self._look_up(word)
        self._note_ends(word)
        if found:
            self._known[word] = found
        else:
            self._clean.add(word)
        return found

    def take_over(self, *, clean: Iterable[str], heads: Iterable[str], tails: Iterable[str]) -> None:
        """Take what others looked up in the same index: words that are nobody's name, words that could be its ends."""
        self._clean.update(clean)
        self.heads.update(heads)
        self.tails.update(tails)

    def _note_ends(self, word: str) -> None:
        """Remember whether a name could begin or end with this word."""
        keys = skeleton_keys(plain(word))[:4]
        if any(map(self.index.could_begin, keys)):
            self.heads.add(word)
        if any(map(self.index.could_end, keys)):
            self.tails.add(word)

    def _look_up(self, word: str) -> tuple[Candidate, ...]:
        readings = probes(word)
        best: dict[tuple[int, int], dict[int, tuple[Strength, str, Probe]]] = {}
        answers: dict[str, list[tuple[Entry, bool]]] = {}
        for probe in readings:
            if probe.key not in answers:
                answers[probe.key] = self.index.answers(probe.key)
            for holder, strength, how in self._answers(probe, answers[probe.key]):
                held = best.setdefault((probe.start, probe.end), {})
                known = held.get(holder)
                if known is None or _surest((holder, strength, how)) < _surest((holder, *known[:2])):
                    held[holder] = (strength, how, probe)
        if not best:
            best = self._near_misses(word, readings)
        return tuple(found for span, held in best.items() for found in _candidates(word, span, held))

    def _answers(self, probe: Probe, answers: list[tuple[Entry, bool]]) -> list[tuple[int, Strength, str]]:
        """Return the holders that a reading answers to, out of what its key answers to."""
        found = []
        read = consonants(probe.word) if answers and probe.domain == "c" else ""
        for entry, named in answers:
            if probe.domain == "i":
                if entry.strength == Strength.SURE:
                    found.append((entry.holder, Strength.POSSIBLE, "latin-case-form"))
            elif named if probe.domain == "l" else read.startswith(entry.frame):
                strength = grade(probe, entry, nominative=named, index=self.index)
                if strength is not None:
                    found.append((entry.holder, strength, entry.how if named else case_of(entry.how)))
        return found

    def _near_misses(
        self, word: str, readings: tuple[Probe, ...]
    ) -> dict[tuple[int, int], dict[int, tuple[Strength, str, Probe]]]:
        """Find recorded names one slip away, or standing inside a longer word."""
        found: dict[tuple[int, int], dict[int, tuple[Strength, str, Probe]]] = {}
        for probe in readings:
            if len(probe.key) < 6 or probe.how not in ("", "possessive", "inside-word"):
                continue
            for holder in self._one_slip_away(word, probe.key):
                found.setdefault((probe.start, probe.end), {}).setdefault(
                    holder, (Strength.POSSIBLE, "one-slip-away", probe)
                )
            if self.index.could_hold(probe.key):
                self._inside(probe, found)
        return found

    def _one_slip_away(self, word: str, key: str) -> set[int]:
        if len(key) > self.index.longest + 1:  # left out of a longer one, the letters would cost their number squared
            return set()
        slips = self.index.slips
        hits = set(slips.holders(key))
        if shape_of(word) != "lower":
            for leftover in deletions(key):
                hits.update(slips.holders(leftover))
        return hits

    def _inside(self, probe: Probe, found: dict[tuple[int, int], dict[int, tuple[Strength, str, Probe]]]) -> None:
        """Find recorded names that make up most of a longer word: a handle, a file name, a word run together."""
        key = probe.key
        hits: dict[int, int] = {}
        for start in range(len(key) - 3):
            for end in range(start + 4, min(len(key), start + self.index.longest) + 1):
                if start == 0 or end == len(key) or end - start > 6:
                    for holder in self.index.recorded.get(key[start:end], ()):
                        hits[holder] = max(hits.get(holder, 0), end - start)
        longest = max(hits.values(), default=0)
        if longest > 5 and (longest * 2 >= len(key) or len(hits) > 1):
            held = found.setdefault((probe.start, probe.end), {})
            for holder in hits:
                held.setdefault(holder, (Strength.POSSIBLE, "inside-word", probe))

    def joined(self, first: str, second: str) -> tuple[Candidate, ...]:
        """Return the readings of two words as one, when their keys together answer."""
        if (first, second) in self._apart:
            return ()
        cyrillic = is_cyrillic(first)
        for one in skeleton_keys(plain(first))[:4]:
            for two in skeleton_keys(plain(second))[:4]:
                if any(cyrillic or named for _, named in self.index.answers(canonical_key(one + two))):
                    return self.candidates(first + second)
        self._apart.add((first, second))
        return ()


def _surest(held: tuple[int, Strength, str]) -> tuple[Strength, bool, str]:
    """Order the readings of one word for one holder, so that which of two equal ones counts hangs on nothing else."""
    return *surest_first(held), held[2]


def _candidates(word: str, span: tuple[int, int], held: dict[int, tuple[Strength, str, Probe]]) -> Iterator[Candidate]:
    """Group the holders that answer one stretch by what had to be undone."""
    groups: dict[tuple[str, str], list[tuple[int, Strength, str]]] = {}
    for holder, (strength, how, probe) in sorted(held.items()):
        groups.setdefault((probe.how, probe.word), []).append((holder, strength, how))
    for (undone, read), holders in groups.items():
        found = candidate(span, word[span[0] : span[1]], read, undone, holders)
        if found is not None:
            yield found


def _moved(ordered: Iterable[Found], unmasked: Unmasked) -> Iterator[Found]:
    """Yield what was found in the text as it reads, with the places where it stands in the text as it is."""
    places: dict[tuple[int, int], tuple[int, int]] = {}
    for start, end, person, tier, how in ordered:
        if (start, end) not in places:
            places[start, end] = unmasked.span(start, end)
        yield *places[start, end], person, tier, how
