"""Initials: beside a name (Shchegolkov R. Z., R. Shchegolkova) and standing for it (Р. Щ.)."""

import re
from collections.abc import Iterator

from archive.language.index import NameIndex
from archive.language.keys import plain, skeleton_keys
from archive.language.letters import CAPITALS, is_cyrillic
from archive.language.tiers import Tier

MOST_PERSONS = 16
"""Persons for whom one place is reported: more would say nothing of any of them."""
_OF_LETTERS = (
    "Ye Ya Yu Yo Je Ja Ju Jo Ie Ia Iu Io Iou Ou Zh Zj Kh Ts Th Ch Tch Tsj Tsch Cz Sh Sj Sch Sz "
    "Shch Sjtsj Schtsch Chtch Szcz Dj Dzh Dzj Dsh Dsj Dsch Дж"
).split()
"""Initials of several letters: what one Cyrillic letter is in English, Norwegian, German, French and Polish."""
_TAIL = "|".join(f"(?<={letters[0]}){letters[1:]}" for letters in _OF_LETTERS)  # so that capitals are looked for first
_INITIAL = rf"[{CAPITALS}](?:(?=[a-zж]{{1,6}}\.)(?:{_TAIL}))?\."
_AFTER = re.compile(rf",?\s?({_INITIAL}(?:[ \t]?{_INITIAL})?|(?<=[^,]\s)[{CAPITALS}]\b(?!['’.]))")
_BEFORE = re.compile(rf"((?<!\w){_INITIAL}(?:[ \t]?{_INITIAL})?)[ \t]?$")
_LONGEST_BEFORE = 2 * len("Schtsch. ")
_ALONE = re.compile(rf"({_INITIAL})[ \t]?({_INITIAL})(?:[ \t]?{_INITIAL})?(?![ \t]?[{CAPITALS}])")
_ALSO_BEGINS = {"y": "e", "j": "e", "i": "e", "o": "u", "s": "S", "z": "S", "d": "S", "c": "Sg", "t": "TC", "k": "g"}
"""Sounds that one Latin letter only begins: Y. for Yevgenij, S. for Sjtsjegolkov, K. for Khariton."""
_FOLLOWS_WORD = re.compile(rf"(?:[\w.]|(?:^|\s)[{CAPITALS}][^\W\d_]+ )$")

Found = tuple[int, int, str, Tier, str]


def initials_around(text: str, start: int, end: int) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield the initials right after and before a place, each with the sounds a name may begin with."""
    for beside in (_AFTER.match(text, end), _BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start)):
        if beside is not None:
            yield *beside.span(1), _sounds(beside[1])


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
    """Return the sounds that a name with this initial, the first of several, may begin with."""
    letters = plain(initials.partition(".")[0])
    keys = skeleton_keys(letters + ("а" if is_cyrillic(letters) else "a"))
    return frozenset(key[0] for key in keys) | frozenset(_ALSO_BEGINS.get(letters, ""))
