"""Who speaks in an interview: the words and letters that head its turns, again and again ("Q3.", "COOK:", "SVAR:")."""

import re
from collections import Counter

from archive.detection.lexicon import NAME, Flag, flags_of
from archive.detection.morphology import NAMES, kinds_of
from archive.detection.ordinary import is_ordinary
from archive.detection.segments import Document, is_cyrillic

_LETTER = re.compile(r"[^\W\d_]{1,2}\d{0,2}")
_TURNS = frozenset(
    "question answer interviewer spørsmål spørsmaal svar intervjuer intervjuar вопрос ответ питання відповідь".split()
)
_NAMED = NAME | Flag.PROPER_EN | Flag.PROPER_NO
_OFTEN = 3


def speakers_of(document: Document) -> frozenset[int]:
    """Return the tokens that are labels of turns and no names: ordinary words, or letters with a number."""
    heads = [first for first, _ in document.paragraphs if _is_label(document, first)]
    turns = Counter(
        document.lower[first][:1] if _LETTER.fullmatch(document.lower[first]) else document.lower[first]
        for first in heads
    )
    return frozenset(
        first
        for first in heads
        if turns[document.lower[first]] >= _OFTEN
        or (_LETTER.fullmatch(document.lower[first]) and turns[document.lower[first][:1]] >= _OFTEN)
    )


def _is_label(document: Document, first: int) -> bool:
    form = document.lower[first]
    if first + 1 >= len(document.gaps) or document.gaps[first + 1][:1] not in {":", "."}:
        return False
    if _LETTER.fullmatch(form) or form in _TURNS:
        return True
    return is_ordinary(form, document.languages[first]) and not flags_of(form) & _NAMED and not _may_name(form)


def _may_name(form: str) -> bool:
    return is_cyrillic(form) and bool((kinds_of(form, "ru") | kinds_of(form, "uk")) & NAMES)
