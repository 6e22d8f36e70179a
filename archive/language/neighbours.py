"""Judge the places of one text together: parts of one name side by side, initials, and other people's full names."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from archive.language.expansion import Strength
from archive.language.index import NameIndex
from archive.language.initials import MOST_PERSONS, initials_around, lone_initials, sounds_borne
from archive.language.keys import plain, skeleton_keys
from archive.language.letters import CAPITALS
from archive.language.patronymics import is_patronymic_form_key
from archive.language.public_figures import public_figure_spans
from archive.language.tiers import Tier
from archive.language.weighing import RECORDED, Place, weigh

MOST_SMALL = 12
_GAP = re.compile(r"[\s.,\-‐‑–'’\"_/+@()]{0,3}")
_NEXT_NAME = re.compile(rf"(?: [{CAPITALS}]\.)? ([^\W\d_]{{3,}})|-([{CAPITALS}])")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")

Found = tuple[int, int, str, Tier, str]


class Neighbourhood:
    """All places of one text, in order."""

    def __init__(self, index: NameIndex, text: str, places: list[Place]) -> None:
        """Take the places found so far."""
        self._index = index
        self._text = text
        self._places = sorted(places, key=lambda place: (place.start, place.end))
        self._starting: dict[int, list[Place]] = {}
        for place in self._places:
            self._starting.setdefault(place.start, []).append(place)
        public = sorted(public_figure_spans(text)) if places else []
        self._public_starts = [start for start, _ in public]
        self._public_ends = list(accumulate((end for _, end in public), max))
        self._standing: set[int] = set()
        self._small: dict[int, list[Place]] = {}

    def matches(self) -> Iterator[Found]:
        """Yield (start, end, person, tier, how) for every place that is or may be a name."""
        together = self._persons_in_full()
        for number, place in enumerate(self._places):
            yield from self._judge(place, together.get(number, {}))
        yield from self._in_small_letters()
        yield from lone_initials(self._index, self._text)

    def _judge(self, place: Place, full: dict[str, Tier]) -> Iterator[Found]:
        for person, tier in list(full.items())[:MOST_PERSONS]:
            yield place.start, place.end, person, tier, "whole-name"
        if self._is_public(place):
            return
        reported = 0
        for holder, tier, how in self._weighed(place):
            for person in self._index.holders[holder].first(MOST_PERSONS - reported, besides=full):
                reported += 1
                yield place.start, place.end, person, tier, place.candidate.undone or how
        if reported or full:
            yield from self._beside(place, full=bool(full))

    def _is_public(self, place: Place) -> bool:
        """Tell whether a place lies within the full name of a public figure."""
        before = bisect_right(self._public_starts, place.start)
        return before > 0 and place.end <= self._public_ends[before - 1]

    def _weighed(self, place: Place) -> Iterator[tuple[int, Tier, str]]:
        """Yield the holders for which this place counts, the surest first."""
        tiers: dict[Strength, Tier | None] = {}
        someone_else: bool | None = None
        for holder, strength, how in place.candidate.holders:
            if strength not in tiers:
                tiers[strength] = weigh(self._text, place, strength)
            tier = tiers[strength]
            if tier is None:
                if how in RECORDED and not place.candidate.undone:
                    self._small.setdefault(holder, []).append(place)
                continue
            if strength == Strength.SURE:
                self._standing.add(holder)
            if self._index.holders[holder].role == "given":
                someone_else = self._is_someone_else(place) if someone_else is None else someone_else
                tier = "ask" if someone_else else tier
            yield holder, tier, how

    def _in_small_letters(self) -> Iterator[Found]:
        """Ask about the ordinary word, where the same text holds it as a name too and does not use it all the time."""
        for holder, places in self._small.items():
            if holder in self._standing and len(places) <= MOST_SMALL:
                for place in places:
                    for person in self._index.holders[holder].first(MOST_PERSONS):
                        yield place.start, place.end, person, "ask", "ordinary-word"

    def _persons_in_full(self) -> dict[int, dict[str, Tier]]:
        """Return, for each place, the persons of whom another part stands right beside it."""
        together: dict[int, dict[str, Tier]] = {}
        for number, other in self._pairs():
            one, two = self._places[number], self._places[other]
            tier: Tier = "ask" if _both_are_words(one, two) else "block"
            for person in self._shared(one, two):
                for place in (number, other):
                    if tier == "block" or person not in together.get(place, {}):
                        together.setdefault(place, {})[person] = tier
        return together

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the numbers of places that stand side by side."""
        places = self._places
        for number, place in enumerate(places):
            for other in range(number + 1, min(number + 12, len(places))):
                beside = places[other]
                if beside.start - place.end > 3:
                    break
                if _GAP.fullmatch(self._text, place.end, beside.start):
                    yield number, other

    def _shared(self, one: Place, two: Place) -> Iterator[str]:
        holders = self._index.holders
        for first, strength, _ in one.candidate.holders:
            for second, other, _ in two.candidate.holders:
                if strength == other == Strength.POSSIBLE or first == second:
                    continue
                if holders[first].role == holders[second].role == "given":
                    continue
                yield from sorted(holders[first].persons & holders[second].persons)

    def _is_someone_else(self, place: Place) -> bool:
        """Tell whether a given name is followed by the surname of somebody who is not protected."""
        following = _NEXT_NAME.match(self._text, place.end)
        if following is None or place.candidate.shape != "capital":
            return False
        word = following[1]
        if word is None:
            return True
        if not word[0].isupper() or _is_patronymic(word):
            return False
        holders = self._index.holders
        own = [holders[holder].persons for holder, _, _ in place.candidate.holders]
        return not any(
            not persons.isdisjoint(holders[holder].persons)
            for other in self._starting.get(following.start(1), ())
            for holder, _, _ in other.candidate.holders
            for persons in own
        )

    def _beside(self, place: Place, *, full: bool) -> Iterator[Found]:
        """Yield the initials beside a name, and a patronymic beside it that was not recorded."""
        for start, end, sounds in initials_around(self._text, place.start, place.end):
            for person in self._bearers(place):
                if not sounds.isdisjoint(sounds_borne(self._index, person)):
                    yield start, end, person, "block", "initials"
        following = _NEXT_WORD.match(self._text, place.end)
        if following is None or not following[1][0].isupper():
            return
        if not full and not any(
            self._index.holders[holder].role == "given" for holder, _, _ in place.candidate.holders
        ):
            return
        if _is_patronymic(following[1]):
            for person in self._bearers(place):
                yield following.start(1), following.end(1), person, "ask", "patronymic-beside"

    def _bearers(self, place: Place) -> list[str]:
        """Return the first persons for whom a place can stand, in order."""
        holders = self._index.holders
        first = {person for holder, _, _ in place.candidate.holders for person in holders[holder].first(MOST_PERSONS)}
        return sorted(first)[:MOST_PERSONS]


def _both_are_words(one: Place, two: Place) -> bool:
    """Tell whether two parts of a name are two ordinary words in small letters (we will storm it)."""
    return all(place.candidate.shape == "lower" and place.candidate.ordinary for place in (one, two))


def _is_patronymic(word: str) -> bool:
    return any(map(is_patronymic_form_key, skeleton_keys(plain(word))))
