"""Wounds and illnesses: kind and part of the body, injury or illness, "health problems"."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from archive.deidentification.gazetteer import DATA
from archive.deidentification.nouns import noun_rungs
from archive.deidentification.rungs import Rung, worth_offering

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention

_PARTS = {"en": "", "nb": "kroppen", "ru": "тела", "uk": "тіла"}


def generalise_wound(mention: Mention) -> tuple[Rung, ...]:
    """Return kind and part of the body, injury or illness, no more than that health was the matter."""
    language, data = mention.language, _wounds()
    words = mention.words.casefold().replace("’", "'")
    kind = _first(data["kinds"], words, language)
    if not kind:
        return ()
    levels: dict[str, dict[str, str]] = {**data["sorts"][kind["sort"]], **data["coarsest"]}
    part = _earliest(data["regions"], words, language)
    if "alone" in kind:
        levels["L1"] = {language: kind["alone"][language]}
    elif part or kind["sort"] != "unknown":
        name = part["name"][language] if part else _PARTS[language]
        levels["L1"] = {language: kind["at"][language].format(name).strip()}
    if kind["sort"] == "unknown" and part:
        levels["L2"] = data["sorts"]["wound"]["L2"]
    return worth_offering(mention, noun_rungs(mention, levels, article_if_bare=True, plural=False))


@lru_cache(maxsize=1)
def _wounds() -> dict[str, Any]:
    return tomllib.loads((DATA / "wounds.toml").read_text(encoding="utf-8"))


def _first(rows: dict[str, Any], words: str, language: str) -> dict[str, Any]:
    """Return the first row that the words name; the rows stand from the telling to the general."""
    return next((dict(row) for row in rows.values() if _place(row, words, language) is not None), {})


def _earliest(rows: dict[str, Any], words: str, language: str) -> dict[str, Any]:
    """Return the row that the words name first."""
    places = [(place, dict(row)) for row in rows.values() if (place := _place(row, words, language)) is not None]
    return min(places, key=lambda found: found[0])[1] if places else {}


def _place(row: dict[str, Any], words: str, language: str) -> int | None:
    pattern = str(row["words"][language])
    found = re.search(r"\w" if pattern.startswith("*") else rf"(?<!\w)(?:{pattern})", words)
    return found.start() if found else None
