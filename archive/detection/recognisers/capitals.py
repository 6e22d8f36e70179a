"""The widest net: whatever is written with a capital and is not proven an ordinary word."""

from collections.abc import Iterator

from archive.detection.clues import clues_in
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import NAME, PLACE, Flag, flags_of
from archive.detection.ordinary import is_ordinary
from archive.detection.roles import is_nationality
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
_LONGEST_LABEL = 7
_WITHIN = frozenset({" ", "-", ". ", "\u00a0"})


def find(document: Document) -> Iterator[Finding]:
    """Yield runs of capitalised words of which at least one is not proven ordinary, or stands inside a sentence."""
    words, lower, languages, initial = document.words, document.lower, document.languages, document.initial
    speakers = speakers_of(document)
    open_run: list[int] = []
    before = -1
    for index in _capitals(document):
        if open_run and (index - before > 1 or document.gaps[index] not in _WITHIN or initial[index]):
            yield _finding(document, open_run)
            open_run = []
        before = index
        if (
            lower[index] in _CALENDAR
            or index in speakers
            or (not open_run and is_nationality(document, index))
            or _is_kind_of_place(document, index, open_run)
            or _is_label(document, index)
        ):
            continue
        ordinary = (
            (initial[index] or words[index].isupper())
            and is_ordinary(lower[index], languages[index])
            and not _may_be_name(lower[index])
        )
        if open_run or not ordinary:
            open_run.append(index)
    if open_run:
        yield _finding(document, open_run)


def _capitals(document: Document) -> list[int]:
    """Return the tokens that begin with a capital or hold one where none belongs."""
    changed = [
        index for index, (word, form) in enumerate(zip(document.words, document.lower, strict=True)) if word != form
    ]
    return [index for index in changed if document.words[index][0].isupper() or _oddly_cased(document.words[index])]


def _is_kind_of_place(document: Document, index: int, open_run: list[int]) -> bool:
    """Tell "the Republic", "Crimean Peninsula": an ordinary word that no name stands beside."""
    if open_run or "place_kind" not in clues_in(document)[index]:
        return False
    after = index + 1
    alone = after >= len(document.words) or document.gaps[after] != " " or not document.words[after][0].isupper()
    return alone and is_ordinary(document.lower[index], document.languages[index])


def _is_label(document: Document, index: int) -> bool:
    """Tell the letters that say what number follows ("SNILS 041", "IBAN DE89") from a name."""
    word, after = document.words[index], index + 1
    if (
        not (word.isupper() and word.isalpha())
        or not 1 < len(word) <= _LONGEST_LABEL
        or flags_of(document.lower[index]) & NAME
        or after >= len(document.words)
    ):
        return False
    return document.gaps[after] in {" ", ": ", "-", " № "} and any(map(str.isdigit, document.words[after]))


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
