"""One rung of a ladder: a coarser wording that fits the sentence, and what it takes with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive.deidentification.mentions import Mention

_OPENS_A_SENTENCE = ".!?…\n\r"
_SPEAKER = re.compile(r"(?:^|\n)[^\n:]{1,24}:$")  # "Q:", "INTERVIEWER:"
_NOT_YET_A_WORD = " \t\u00a0\"«“„'‘–—-("


@dataclass(frozen=True, slots=True)
class Rung:
    """A wording of level L1 (finest) to L3.

    `before` and `after` count the letters on either side of the mention that the wording replaces as well: the
    preposition it has its own of ("in X" becomes "at the southern front"), the words it makes needless ("years old").
    """

    level: str
    text: str = field(repr=False)
    before: int = 0
    after: int = 0


Ladder: TypeAlias = "Callable[[Mention], tuple[Rung, ...]]"


def rung(mention: Mention, level: str, text: str, start: int | None = None, end: int | None = None) -> Rung:
    """Return the wording as a rung, with the capital its place in the sentence asks for."""
    start = mention.start if start is None else start
    end = mention.end if end is None else end
    text = " ".join(text.replace("[", " ").replace("]", " ").split())  # brackets are the mark of a change
    if text[:1].islower() and _wants_capital(mention.text, start):
        text = text[:1].upper() + text[1:]
    return Rung(level, text, mention.start - start, end - mention.end)


def worth_offering(mention: Mention, rungs: tuple[Rung, ...]) -> tuple[Rung, ...]:
    """Leave out rungs that change nothing; where two say the same, keep the coarser level."""
    kept: dict[str, Rung] = {}
    for candidate in rungs:
        replaced = mention.text[mention.start - candidate.before : mention.end + candidate.after]
        wording = _folded(candidate.text)
        if wording and wording not in (_folded(mention.words), _folded(replaced)):
            kept[wording] = candidate
    return tuple(kept.values())


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _wants_capital(text: str, start: int) -> bool:
    return opens_a_sentence(text, start) and not text[start : start + 1].islower()


def opens_a_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence, or somebody's turn to speak, begins here."""
    head = text[:start].rstrip(_NOT_YET_A_WORD)
    return not head or head[-1] in _OPENS_A_SENTENCE or bool(_SPEAKER.search(head))
