"""What a figure is when it tells of nobody: the mark of a footnote, a share in per cent, a count of thousands, an hour."""

import re

from archive.detection.morphology import parsed
from archive.detection.segments import Document, marks_note

_YEAR = re.compile(r"(?:19|20)\d\d$")
_PER_CENT = re.compile(r"^\s?(?:%|percent|per cent|prosent|procent|процент|проц\.|відсот)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?:\d{1,3}[.,\u00a0\u202f ])+\d{3}$|\d{4,}$")
_GROUPS = frozenset({" ", ",", ".", "\u00a0", "\u202f"})
_OF_DAY = re.compile(r"\s?[ap]\.?m\b", re.IGNORECASE)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?$")
_LARGE = frozenset(
    "thousand thousands million millions billion tusen millioner million milliarder milliard тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов тысячі мільйон мільйони мільйонів мільярд".split()
)
# Words nothing is counted by: "I paid ninety thousand and left".
_FUNCTION = frozenset(
    "inside in on to at by under into off out until since against a and or but for from with which that this when then the was were each every per og eller men for fra frå med som det den da når var per hver kvar "
    "или для при что как это тогда был была або для при що як це тоді був була".split()
)
# What may be counted in thousands and still lead to one person: who follows or watches him.
_AUDIENCE = (
    "follow",
    "subscri",
    "view",
    "visning",
    "følger",
    "følgj",
    "abonn",
    "подпис",
    "просмотр",
    "підпис",
    "перегляд",
)


def tells_of_nobody(document: Document, first: int, end: int) -> bool:
    """Tell whether a run of number tokens is a note's mark, a share, or a count too large to tell of one person."""
    if is_note_mark(document, first):
        return True
    start, stop = document.spans[first][0], document.spans[end - 1][1]
    if _PER_CENT.match(document.text[stop : stop + 12]) or _OF_DAY.match(document.text[stop : stop + 6]):
        return True
    return _is_statistic(document, document.text[start:stop], end)


def _is_statistic(document: Document, value: str, end: int) -> bool:
    """Tell "50 000 soldiers" from a unit's or a paper's number, which nothing is counted by."""
    if end >= len(document.words) or not document.gaps[end].isspace():
        return False
    counted = document.words[end]
    if not counted.islower() or counted in _FUNCTION:
        return False
    if document.languages[end] in {"ru", "uk"} and "NOUN" not in parsed(counted, document.languages[end])[1]:
        return False  # "сорок пять тысяч снял"
    if len(counted) < 3 or counted.startswith(_AUDIENCE):
        return False
    if _YEAR.match(value) or not (_THOUSANDS.match(value) or value.lower().split()[-1] in _LARGE):
        return False
    return value[0] != "0"


def is_note_mark(document: Document, index: int) -> bool:
    """Tell the number of a footnote that stands right behind a full stop: "they went home.13"."""
    return marks_note(document.words[index], document.gaps[index], document.words[index - 1] if index else "")


def is_told_of_thousands(document: Document, first: int, end: int) -> bool:
    """Tell whether a clause gives a share or a count too large to be one person's story."""
    index = first
    while index < end:
        last = index + 1
        if document.lower[index].isdigit():
            while last < end and document.lower[last].isdigit() and document.gaps[last] in _GROUPS:
                last += 1
            if tells_of_nobody(document, index, last):
                return True
        index = last
    return False


def is_clock(value: str) -> bool:
    """Tell an hour of the day, which with no date tells nothing."""
    return _CLOCK.match(value) is not None


def is_year(form: str) -> bool:
    """Tell a year in digits."""
    return _YEAR.match(form) is not None
