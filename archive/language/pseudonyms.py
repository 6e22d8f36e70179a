"""Suggest pseudonyms, drawn at random from lists that fit language, gender and time, never from the real name.

And tell of any pseudonym whether it is somebody's protected name.
"""

import random
from collections.abc import Collection
from functools import cache
from importlib.resources import files
from typing import Literal

from archive.language.codes import TextLanguage
from archive.language.matching import NamedPerson, NameMatcher

_LATIN_SCRIPTS = {"nn": "nb"}


class NoPseudonymLeft(Exception):
    """Every name of the fitting lists is taken: widen the years, or choose one by hand."""


@cache
def _lists() -> tuple[tuple[str, str, int, int, tuple[str, ...]], ...]:
    text = files("archive.language").joinpath("data/pseudonyms.txt").read_text("utf-8")
    lists = []
    for line in text.splitlines():
        if not line.startswith("#"):
            language, gender, years, *names = line.split()
            first, last = years.split("-")
            lists.append((language, gender, int(first), int(last), tuple(names)))
    return tuple(lists)


def fitting_names(language: TextLanguage, gender: Literal["m", "f"], *, born: int | None = None) -> tuple[str, ...]:
    """Return the names to draw from; without a year of birth, or where none is of that year, those of all years."""
    wanted = _LATIN_SCRIPTS.get(language, language)
    of_all_years: dict[str, None] = {}
    of_the_year: dict[str, None] = {}
    for listed, sex, first, last, names in _lists():
        if listed == wanted and sex == gender:
            of_all_years.update(dict.fromkeys(names))
            if born is None or first <= born <= last:
                of_the_year.update(dict.fromkeys(names))
    return tuple(of_the_year or of_all_years)


def suggest_pseudonym(
    *,
    language: TextLanguage,
    gender: Literal["m", "f"],
    born: int | None = None,
    taken: Collection[str] = (),
    protected: NameMatcher | None = None,
    chance: random.Random | None = None,
) -> str:
    """Draw a pseudonym that is neither taken nor any form of a protected name.

    The real name is no argument, so nothing of the suggestion can derive from it. `taken` are the pseudonyms of other
    narrators, `protected` finds the protected names; `chance` defaults to the system's own randomness.
    """
    names = list(fitting_names(language, gender, born=born))
    (chance or random.SystemRandom()).shuffle(names)
    others = NameMatcher([NamedPerson("taken", tuple(taken))])
    for name in names:
        if not any(matcher is not None and matcher.find(f"– {name} –") for matcher in (others, protected)):
            return name
    raise NoPseudonymLeft


def is_protected(pseudonym: str, matcher: NameMatcher, *, but_of: str = "") -> bool:
    """Tell whether a pseudonym is, or holds, a form of a protected name for certain; `but_of` is whose do not count."""
    return any(match.tier == "block" and match.person != but_of for match in matcher.find(pseudonym))
