"""Initials: beside a name (Shchegolkov R. Z., R. Shchegolkova) and standing for it (Р. Щ.)."""

import re
from collections.abc import Iterator

from archive.language.index import NameIndex
from archive.language.keys import plain, skeleton_keys
from archive.language.letters import CAPITALS
from archive.language.weighing import Tier

MOST_PERSONS = 16
"""Persons for whom one place is reported: more would say nothing of any of them."""
_INITIAL = rf"(?:[YJI][eauo]|[ZKSC]h|T[sh]|[{CAPITALS}])\."
_AFTER = re.compile(rf",?\s?({_INITIAL}(?:[ \t]?{_INITIAL})?)|\s([{CAPITALS}])\b(?!['’.])")
_BEFORE = re.compile(rf"((?<!\w){_INITIAL}(?:[ \t]?{_INITIAL})?)[ \t]?$")
_ALONE = re.compile(rf"({_INITIAL})[ \t]?({_INITIAL})(?:[ \t]?{_INITIAL})?(?![ \t]?[{CAPITALS}])")
_FOLLOWS_WORD = re.compile(rf"(?:[\w.]|(?:^|\s)[{CAPITALS}][^\W\d_]+ )$")

Found = tuple[int, int, str, Tier, str]


def initials_around(text: str, start: int, end: int) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield the initials right after and before a place, each with the sounds a name may begin with."""
    for beside in (_AFTER.match(text, end), _BEFORE.search(text, max(0, start - 8), start)):
        if beside is not None:
            group = beside.lastindex or 1
            yield beside.start(group), beside.end(group), _sounds(beside.group(group))


def lone_initials(index: NameIndex, text: str) -> Iterator[Found]:
    """Yield two initials standing for a name, unless they fit so many persons that they say nothing."""
    for match, first, second in initials_alone(text):
        bearers = [person for person in index.holders_of if _fits(index, person, first, second)]
        if len(bearers) <= MOST_PERSONS:
            for person in bearers:
                yield match.start(), match.end(), person, "ask", "initials"


def initials_alone(text: str) -> Iterator[tuple[re.Match[str], frozenset[str], frozenset[str]]]:
    """Yield where two initials stand without a name beside them, with the sounds that each can have."""
    for match in _ALONE.finditer(text):
        if not _FOLLOWS_WORD.search(text, max(0, match.start() - 24), match.start()):
            yield match, _sounds(match[1]), _sounds(match[2])


def _fits(index: NameIndex, person: str, first: frozenset[str], second: frozenset[str]) -> bool:
    holders = [index.holders[number] for number in index.holders_of[person]]
    given = {sound for holder in holders if holder.role == "given" for sound in holder.initials}
    others = {sound for holder in holders if holder.role != "given" for sound in holder.initials}
    return bool((given & first and others & second) or (others & first and given & second))


def sounds_borne(index: NameIndex, person: str) -> frozenset[str]:
    """Return the sounds with which the parts of a person's names begin."""
    return frozenset(sound for number in index.holders_of[person] for sound in index.holders[number].initials)


def _sounds(initials: str) -> frozenset[str]:
    letter = plain(initials[:1])
    return frozenset(key[0] for key in skeleton_keys(letter + ("a" if letter.isascii() else "а")) if key)
