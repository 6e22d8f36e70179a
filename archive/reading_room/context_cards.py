"""Background entries as cards: cases, figures, law and terms, each with its date, origin and doubt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archive.catalogue import addresses
from archive.catalogue.cards import ThemeLink, theme_link
from archive.catalogue.models import ContextEntry
from archive.catalogue.routing import release_alias
from archive.catalogue.wording import LANGUAGE_NAMES
from archive.reading_room.reading import Reading

KINDS = {"cases": "case", "figures": "figure", "law": "law", "terms": "term"}


@dataclass(frozen=True, slots=True)
class RelatedCard:
    """An entry that says otherwise."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class ContextCard:
    """One entry in the language of the interface."""

    anchor: str
    language: str
    title: str
    body: tuple[str, ...]
    as_of: str
    origin: str
    doubt: str
    source: str
    date: str
    related: tuple[RelatedCard, ...]
    themes: tuple[ThemeLink, ...]
    words: tuple[tuple[str, str, str], ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """Return date, origin, source and doubt, those that are given."""
        return tuple(note for note in (self.as_of, self.origin, self.source, self.doubt) if note)


def text_in(texts: Sequence[dict[str, Any]], language: str) -> dict[str, Any]:
    """Return the text in a language, or in English, or the first."""
    by_language = {text["language"]: text for text in texts}
    return by_language.get(language) or by_language.get("en") or texts[0]


def context_cards(look: Reading, kind: str, *, limit: int | None = None) -> tuple[ContextCard, ...]:
    """Return the entries of one kind; law in the order of its dates."""
    order = ("date", "position") if kind == "law" else ("position",)
    rows = ContextEntry.objects.using(release_alias()).filter(kind=kind).order_by(*order)
    entries = list(rows[:limit] if limit else rows)
    related = {code for entry in entries for code in entry.related}
    others = {entry.code: entry for entry in ContextEntry.objects.using(release_alias()).filter(code__in=related)}
    return tuple(_card(look, entry, others) for entry in entries)


def _card(look: Reading, entry: ContextEntry, others: dict[str, ContextEntry]) -> ContextCard:
    text = text_in(entry.texts, look.interface)
    return ContextCard(
        anchor=entry.code,
        language=text["language"],
        title=text["title"],
        body=tuple(text["body"]),
        as_of=text["as_of"],
        origin=text["origin"],
        doubt=text["doubt"],
        source=", ".join(str(part) for part in (entry.publisher, entry.year) if part),
        date=entry.date,
        related=tuple(_related(look, others[code]) for code in entry.related if code in others),
        themes=tuple(
            theme_link(look.release.thesaurus, code, look.interface)
            for code in entry.themes
            if look.carriers("theme", code)
        ),
        words=tuple((one["language"], LANGUAGE_NAMES[one["language"]], one["title"]) for one in entry.texts),
    )


def _related(look: Reading, entry: ContextEntry) -> RelatedCard:
    page = next(page for page, kind in KINDS.items() if kind == entry.kind)
    address = f"{addresses.background(look.interface, page)}#{entry.code}"
    return RelatedCard(text_in(entry.texts, look.interface)["title"], address)
