"""Which forms of a protected name may stand after all: what was said of each place, and what never counts.

A form that is the name (block) passes where two people said of this very occurrence, in this very text, that it is
another person or an ordinary word; what only may be the name (ask) passes where one person said so. Nothing that was
said counts where two parts of one person's name stand together.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archive.language.matching import NameMatch
from archive.redaction.places import TextPlace
from archive.users.roles import DeskAct, role_allows

if TYPE_CHECKING:
    from archive.redaction.models import NameLift

AROUND = 40  # letters of its own words by which an occurrence is known again on a page
_TOGETHER = re.compile(r"[\W_]{0,4}")


@dataclass(frozen=True, slots=True)
class StandingLift:
    """What holds of one occurrence and one person, in the text it was said of; it has places, no words."""

    language: str
    passage: int
    start: int
    end: int
    person: str
    is_confirmed: bool


def standing_lifts(lifts: Iterable["NameLift"], *, digest: str) -> tuple[StandingLift, ...]:
    """Return what holds of a text with this digest; what was refused, or said of another text, is not among it.

    `lifts` come with `verdict__given_by`; who confirmed must still be somebody who may, and not who proposed.
    """
    standing = []
    for lift in lifts:
        verdict = getattr(lift, "verdict", None)
        if lift.digest != digest or (verdict is not None and verdict.outcome != "confirm"):
            continue
        confirmed = (
            verdict is not None
            and verdict.digest == digest
            and verdict.given_by_id != lift.proposed_by_id
            and role_allows(verdict.given_by, DeskAct.REVIEW)
        )
        standing.append(StandingLift(lift.language, lift.passage, lift.start, lift.end, str(lift.person_id), confirmed))
    return tuple(standing)


def stands_in_full(text: str, leak: NameMatch, leaks: Iterable[NameMatch]) -> bool:
    """Tell whether another part of the same person's name stands right beside this one."""
    if leak.how == "whole-name":
        return True
    for other in leaks:
        if other.person != leak.person:
            continue
        if other.how == "whole-name" and other.start < leak.end and leak.start < other.end:
            return True
        first, second = sorted((leak, other), key=lambda one: (one.start, one.end))
        if _TOGETHER.fullmatch(text, first.end, second.start):
            return True
    return False


def passes(place: TextPlace, leak: NameMatch, *, leaks: Collection[NameMatch], lifts: Collection[StandingLift]) -> bool:
    """Tell whether what was said of this occurrence lets it stand; `leaks` are all of this place."""
    for lift in lifts:
        same = (lift.language, lift.passage, lift.start, lift.end, lift.person)
        if same == (place.language, place.passage, leak.start, leak.end, leak.person):
            return leak.tier == "ask" or (lift.is_confirmed and not stands_in_full(place.text, leak, leaks))
    return False


@dataclass(frozen=True, slots=True)
class LiftedWords:
    """A confirmed occurrence as a page shows it: the words themselves, and the unaltered words right around them."""

    person: str
    before: str = field(repr=False)
    words: str = field(repr=False)
    after: str = field(repr=False)

    def stand_at(self, text: str, leak: NameMatch) -> bool:
        """Tell whether this occurrence stands at a leak of a page."""
        return (
            leak.person == self.person
            and text[leak.start : leak.end] == self.words
            and text[max(0, leak.start - len(self.before)) : leak.start] == self.before
            and text[leak.end : leak.end + len(self.after)] == self.after
        )


def lifted_words(places: Iterable[TextPlace], lifts: Collection[StandingLift]) -> tuple[LiftedWords, ...]:
    """Return the confirmed occurrences as they read on a page."""
    by_place = {(place.language, place.passage): place for place in places} if lifts else {}
    found = []
    for lift in lifts:
        place = by_place.get((lift.language, lift.passage))
        if place is None or not lift.is_confirmed:
            continue
        if run := place.plain_around(lift.start, lift.end):
            before = place.text[max(run[0], lift.start - AROUND) : lift.start].rpartition("\n")[2]
            after = place.text[lift.end : min(run[1], lift.end + AROUND)].partition("\n")[0]
            found.append(LiftedWords(lift.person, before, place.text[lift.start : lift.end], after))
    return tuple(found)
