"""The context of the first collection as written down in `data/`: cases, figures, law, terms, the collection itself.

`context_*.toml` hold `[[entries]]`: `code`, `kind` (case, figure, law, term), and where they apply `topic`, `date`,
`publisher`, `year`, `related` (entries that say otherwise), `themes`; then one table a language with `title`, `body`,
`as_of`, `origin` and `doubt`. What disagrees is shown side by side, not settled. No Django.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from archive.catalogue.records import ContextRecord, ContextText
from archive.first_collection.texts import DATA, FirstCollection, MisreadCollection, paragraphs_of
from archive.language.codes import LANGUAGES


def read_context(directory: Path = DATA) -> tuple[ContextRecord, ...]:
    """Read every context entry, in the order of the files."""
    entries = tuple(
        _record(entry)
        for path in sorted(directory.glob("context_*.toml"))
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["entries"]
    )
    codes = {entry.code for entry in entries}
    if len(codes) != len(entries):
        raise MisreadCollection("Two context entries bear the same code. Rename one.")
    for entry in entries:
        if stray := set(entry.related) - codes:
            raise MisreadCollection(f"{entry.code} points at {min(stray)}, which is not an entry.")
    return entries


def collection_entry(collection: FirstCollection) -> ContextRecord:
    """Return what the collection says of itself as a context entry."""
    texts = tuple(
        ContextText(language, collection.titles[language], body=collection.descriptions[language])
        for language in collection.titles
    )
    return ContextRecord(collection.code, "collection", texts)


def _record(entry: Mapping[str, Any]) -> ContextRecord:
    return ContextRecord(
        code=entry["code"],
        kind=entry["kind"],
        texts=tuple(_text(language, entry[language]) for language in LANGUAGES if language in entry),
        date=entry.get("date", ""),
        topic=entry.get("topic", ""),
        publisher=entry.get("publisher", ""),
        year=entry.get("year"),
        related=tuple(entry.get("related", ())),
        themes=tuple(entry.get("themes", ())),
    )


def _text(language: str, words: Mapping[str, str]) -> ContextText:
    return ContextText(
        language=language,
        title=words["title"],
        body=paragraphs_of(words.get("body", "")),
        as_of=words.get("as_of", ""),
        origin=words.get("origin", ""),
        doubt=words.get("doubt", ""),
    )
