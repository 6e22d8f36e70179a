"""Military units: the formation, the type, no more than "a unit"."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from archive.deidentification.gazetteer import DATA
from archive.deidentification.inflecting import INFLECTED_LANGUAGES
from archive.deidentification.nouns import as_seen_from, noun_rungs, widened_to
from archive.deidentification.rungs import Rung, worth_offering

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention

# What stands before a number and goes with it: "unit 61899", "в/ч № 61899", "у частину А4173".
_BEFORE = {
    "en": re.compile(r"(?:(?:military )?unit|v/ch|army unit)(?: (?:no|number)\.?)?\s+$", re.IGNORECASE),
    "nb": re.compile(r"(?:militær)?(?:enhet|avdeling|regiment)(?:en)?(?: (?:nr|nummer)\.?)?\s+$", re.IGNORECASE),
    "ru": re.compile(r"(?:в/ч|вч|(?:(?:воинск|войсков)\w+ )?част\w+|почт\w+)\s*(?:№|номер)?\s*$", re.IGNORECASE),
    "uk": re.compile(r"(?:в/ч|вч|(?:військов\w+ )?частин\w+)\s*(?:№|номер)?\s*$", re.IGNORECASE),
}
_FEMININE_SIZES = frozenset(["армия", "армія", "дивизия", "дивізія", "бригада", "рота"])


def generalise_unit(mention: Mention) -> tuple[Rung, ...]:
    """Return the formation without its number, the type of unit, and "unit"."""
    wider = widened_to(mention, _BEFORE[mention.language])
    words = wider.words.casefold().replace("’", "'")
    data = _units()
    arm = _first(data["arms"], words, mention.language)
    size = _first(data["sizes"], words, mention.language)
    levels = {"L2": arm["type"] if arm else data["plain"]["type"], "L3": data["plain"]["none"]}
    if size:
        levels["L1"] = {mention.language: _formation(arm, size, mention.language)}
    rungs = noun_rungs(wider, levels, article_if_bare=True, plural=False)
    return worth_offering(mention, as_seen_from(mention, rungs, wider))


@lru_cache(maxsize=1)
def _units() -> dict[str, Any]:
    return tomllib.loads((DATA / "units.toml").read_text(encoding="utf-8"))


def _first(rows: dict[str, Any], words: str, language: str) -> dict[str, Any] | None:
    for row in rows.values():
        pattern = row["words"].get(language)
        begins = "" if language == "nb" else r"(?<![^\W\d_])"  # Norwegian writes compounds together
        if pattern and re.search(rf"{begins}(?:{pattern})", words):
            return dict(row)
    return None


def _formation(arm: dict[str, Any] | None, size: dict[str, Any], language: str) -> str:
    """Join arm and size: an adjective, a compound, or a noun that follows."""
    name: str = size["name"][language]
    if arm is None:
        return name
    adjective = arm["adjective"][language]
    if language == "en":
        return f"{adjective} {name}"
    if language not in INFLECTED_LANGUAGES:
        article, _, indefinite = name.split(",", maxsplit=1)[0].partition(" ")
        definite = name.split(",")[1].strip()
        return f"{article} {adjective}{indefinite}, {adjective}{definite}"
    if adjective[0] == "of":
        return f"{name}| {adjective[1]}"
    return f"{adjective[name in _FEMININE_SIZES]} {name}"
