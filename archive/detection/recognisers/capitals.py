"""The widest net: whatever is written with a capital and is not proven an ordinary word."""

from collections.abc import Iterator

from archive.detection.clues import clues_in
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import PLACE, Flag, flags_of
from archive.detection.ordinary import is_ordinary
from archive.detection.segments import Document
from archive.detection.speakers import speakers_of

_CALENDAR = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
        "august september october november december i i'm i'd i've i'll ok tv "
        "west east north south western eastern northern southern god bible internet news more reply twitter sim pin gps usb pdf sms covid awol "
        "vesten østen gud internett bibelen covid nrk"
    ).split()
)


_BRANDS = frozenset({"iPhone", "iPad", "iCloud", "eBay", "iOS", "macOS"})
_ODD = 3


def find(document: Document) -> Iterator[Finding]:
    """Yield runs of capitalised words of which at least one is not proven ordinary, or stands inside a sentence."""
    words, lower, languages, initial = document.words, document.lower, document.languages, document.initial
    speakers = speakers_of(document)
    open_run: list[int] = []
    for index, word in enumerate(words):
        capital = word[0].isupper() or _oddly_cased(word)
        if open_run and (not capital or document.gaps[index] not in {" ", "-", ". ", "\u00a0"} or initial[index]):
            yield _finding(document, open_run)
            open_run = []
        if not capital or lower[index] in _CALENDAR or index in speakers or _is_nation(document, index, open_run):
            continue
        ordinary = (
            (initial[index] or word.isupper())
            and is_ordinary(lower[index], languages[index])
            and not _may_be_name(lower[index])
        )
        if open_run or not ordinary:
            open_run.append(index)
    if open_run:
        yield _finding(document, open_run)


def _is_nation(document: Document, index: int, open_run: list[int]) -> bool:
    """Tell "Ukrainian" in English, where only English writes it with a capital, from somebody called English."""
    if open_run or document.languages[index] != "en" or "nation" not in clues_in(document)[index]:
        return False
    return index + 1 >= len(document.words) or not document.words[index + 1][0].isupper()


def _oddly_cased(word: str) -> bool:
    """Tell "sAvElIy", which hides a name, from "iPhone"."""
    return len(word) > _ODD and word[1:] != word[1:].lower() and word.isalpha() and word not in _BRANDS


def _may_be_name(form: str) -> bool:
    """Tell the rare words that the dictionary lists with a capital too: "Elling", "Stein"."""
    flags = flags_of(form)
    return bool(flags & (Flag.PROPER_NO | Flag.FIRST_NAME)) and not flags & (Flag.FREQUENT | Flag.COMMON)


def _finding(document: Document, run: list[int]) -> Finding:
    start, end = document.spans[run[0]][0], document.spans[run[-1]][1]
    place = any(flags_of(document.lower[index]) & PLACE for index in run)
    return Finding(
        start,
        end,
        EntityType.LOC if place else EntityType.PERSON,
        "place" if place else "name",
        IdentifierClass.QUASI if place else IdentifierClass.DIRECT,
        third_person=not place,
        recogniser="capitals",
        reason="Written with a capital and not proven an ordinary word.",
        score=0.5,
    )
