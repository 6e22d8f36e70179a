"""The thesaurus of the first collection as it is written down in `data/themes.toml`. No Django."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from archive.first_collection.texts import DATA


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """One concept: labels in four languages, scope notes in the two of the interface."""

    code: str
    slug: str
    broader: str | None
    labels: Mapping[str, str]
    scope: Mapping[str, str]
    display: str
    assignable: bool


def read_themes(directory: Path = DATA) -> tuple[ThemeEntry, ...]:
    """Read the concepts, headings before what stands under them."""
    data = tomllib.loads((directory / "themes.toml").read_text(encoding="utf-8"))
    return tuple(
        ThemeEntry(
            code=entry["code"],
            slug=entry["slug"],
            broader=entry.get("broader"),
            labels=entry["labels"],
            scope=entry["scope"],
            display=entry.get("display", "open"),
            assignable=entry.get("assignable", True),
        )
        for entry in data["themes"]
    )
