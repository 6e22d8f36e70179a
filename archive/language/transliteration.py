"""Write Cyrillic names in Latin letters by the standards, passports and newspaper habits that are in use."""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypedDict, cast, get_args

from archive.language.letters import is_cyrillic

Source = Literal["ru", "uk"]
SOURCES: Final[tuple[Source, ...]] = get_args(Source)
_WORD = re.compile(r"(?:[^\W\d_]|['’])+")


class Scheme(TypedDict):
    """One romanisation: letters, and what changes after or before another letter, in pairs and at the end."""

    letters: dict[str, str]
    after: dict[str, str]
    before: dict[str, str]
    pairs: dict[str, str]
    endings: dict[str, str]


@cache
def _schemes() -> dict[str, dict[str, Scheme]]:
    text = files("archive.language").joinpath("data/schemes.json").read_text("utf-8")
    return cast("dict[str, dict[str, Scheme]]", json.loads(text))


def schemes(language: Source) -> tuple[str, ...]:
    """Return the names of the schemes for Russian or Ukrainian."""
    return tuple(_schemes()[language])


def romanised_letters(scheme: str, *, language: Source) -> tuple[tuple[str, str], ...]:
    """Return each Cyrillic letter, pair and ending with what one scheme makes of it; the commonest reading last."""
    table = _schemes()[language][scheme]
    after = [(pair[-1], latin) for pair, latin in table["after"].items()]
    before = [(pair[0], latin) for pair, latin in table["before"].items()]
    return (*before, *after, *table["letters"].items(), *table["pairs"].items(), *table["endings"].items())


def transliterate(name: str, scheme: str = "wikipedia", *, language: Source = "ru") -> str:
    """Return a name in Latin letters by one scheme; what is not Cyrillic stays."""
    table = _schemes()[language][scheme]
    return _WORD.sub(lambda word: _word(word[0], table) if is_cyrillic(word[0]) else word[0], name)


def _word(word: str, table: Scheme) -> str:
    small = word.lower().replace("’", "'").replace("ʼ", "'")
    out = []
    place = 0
    ending = table["endings"].get(small[-2:]) if len(small) > 2 else None
    stop = len(small) - 2 if ending is not None else len(small)
    while place < stop:
        pair = small[place : place + 2]
        if pair in table["pairs"]:
            out.append(table["pairs"][pair])
            place += 2
            continue
        before = small[place - 1] if place else ""
        letter = small[place]
        found = table["after"].get(before + letter, table["before"].get(pair))
        out.append(table["letters"].get(letter, letter) if found is None else found)
        place += 1
    latin = "".join(out) + (ending or "")
    if word.isupper() and len(word) > 1:
        return latin.upper()
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin


def spellings(name: str) -> tuple[str, ...]:
    """Return every Latin spelling of a Cyrillic name, most usual schemes first."""
    found: dict[str, None] = {}
    for language in SOURCES:
        for scheme in schemes(language):
            found[transliterate(name, scheme, language=language)] = None
    return tuple(found)
