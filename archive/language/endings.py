"""What may follow a stem: forms of names are kept as a stem and one of few sets of endings that many names share.

The forms of a name hang on the last letters of its key alone, so a paradigm is worked out once for each tail that
occurs, not once for each name: of thousands of surnames only a few hundred tails differ.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from os.path import commonprefix

from archive.language.keys import CONSONANTS
from archive.language.remembering import remembered

Paradigm = Callable[[str], tuple[str, ...]]

TAIL = 4  # the letters that the rules of the paradigms look at


@dataclass(frozen=True, eq=False, slots=True)
class Endings:
    """Every ending of a set of forms, each with whether it makes a nominative."""

    of: dict[str, bool]


def declined(key: str, paradigm: Paradigm) -> tuple[str, Endings]:
    """Return the stem of a name and the endings of all its forms."""
    if len(key) > TAIL:
        found = _of_tail(key[-TAIL:], paradigm)
        if found is not None:
            cut, endings = found
            return key[: len(key) - TAIL + cut], endings
    return cut_off((key,), paradigm(key))


def cut_off(nominatives: Collection[str], case_forms: Collection[str]) -> tuple[str, Endings]:
    """Return what all these forms begin with, and how each goes on."""
    stem = commonprefix([*nominatives, *case_forms])  # noqa: RUF071 - letter by letter is what is wanted
    cut = len(stem)
    endings = _endings(frozenset(form[cut:] for form in nominatives), frozenset(form[cut:] for form in case_forms))
    return stem, endings


@remembered(maxsize=20_000)
def _of_tail(tail: str, paradigm: Paradigm) -> tuple[int, Endings] | None:
    """Return where the stem of all names with this tail ends, and their endings; None where more must be seen."""
    forms = paradigm(tail)
    if CONSONANTS.issuperset(tail) or not all(form.startswith(tail[0]) for form in forms):
        return None  # a rule looks further back, or the letter before the tail meets another one now
    stem, endings = cut_off((tail,), forms)
    return len(stem), endings


@remembered(maxsize=20_000)
def _endings(nominative: frozenset[str], case: frozenset[str]) -> Endings:
    return Endings(dict.fromkeys(case, False) | dict.fromkeys(nominative, True))
