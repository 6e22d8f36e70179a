"""The hits of one page of results: in which order, and with which passage."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from archive.catalogue import addresses
from archive.catalogue.bitsets import rows_of
from archive.catalogue.cards import PartCard, ThemePath, theme_path
from archive.catalogue.facets import facet_named
from archive.catalogue.models import AccessCopy, AccessCopyQuerySet, AccessCopyText
from archive.catalogue.thesaurus import Thesaurus
from archive.reading_room.excerpts import Excerpt, best_excerpt

PAGE_LENGTH = 20
RANK_CAP = 2_000  # beyond this many hits, order by rank costs more than it tells: newest first, and the page says so
FACTS_OF_A_HIT = ("route", "role", "refusal")


@dataclass(frozen=True, slots=True)
class HitTheme:
    """A theme of a hit; marked where it is what answers, and no word of the passage."""

    path: ThemePath
    is_marked: bool


@dataclass(frozen=True, slots=True)
class HitCard:
    """One testimony in a list, with the passage that answers."""

    address: str
    title: str
    title_language: str
    public_name: str
    name_changed: bool
    facts: tuple[str, ...]
    told_by: str
    language: str
    number: int
    passage_address: str
    parts: tuple[PartCard, ...]
    themes: tuple[HitTheme, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What a list was asked for: the words, the forms they stand for, the themes; and which of these the words name."""

    query: str
    forms: frozenset[str]
    themes: frozenset[str]
    named: frozenset[str]


def ordered_rows(found: int, *, matching: Sequence[int], sort: str, today: date, seed: str) -> Sequence[int]:
    """Return the rows that were found, in the order asked for; `matching` are those with the words, best first."""
    if sort == "chance":
        rows = list(rows_of(found))
        random.Random(f"{seed} {today.isoformat()}").shuffle(rows)  # noqa: S311 - an order for the day, no secret
        return rows
    if sort == "match" and matching:
        return [row for row in matching if found >> row & 1]
    return list(rows_of(found))[::-1]


def hit_cards(
    rows: Sequence[int], copies: AccessCopyQuerySet, *, looked: Looked, interface: str, thesaurus: Thesaurus
) -> list[HitCard]:
    """Return the cards of these rows, in their order; a row that is not among the copies has no card."""
    by_row = copies.in_bulk(list(rows))
    texts = texts_of(by_row, using=copies.db)
    return [
        _hit_card(by_row[row], texts[row], looked=looked, interface=interface, thesaurus=thesaurus)
        for row in rows
        if row in by_row
    ]


def texts_of(rows: Sequence[int] | dict[int, AccessCopy], *, using: str) -> dict[int, list[AccessCopyText]]:
    """Return the texts of some access copies under their row numbers."""
    texts: dict[int, list[AccessCopyText]] = {row: [] for row in rows}
    for text in AccessCopyText.objects.using(using).filter(copy_id__in=list(rows)).order_by("copy_id", "language"):
        texts[text.copy_id].append(text)
    return texts


def _hit_card(
    copy: AccessCopy, texts: Sequence[AccessCopyText], *, looked: Looked, interface: str, thesaurus: Thesaurus
) -> HitCard:
    ordered = sorted(texts, key=lambda text: (text.language != interface, text.language != "en", text.language))
    titled = ordered[0]
    excerpt = best_excerpt(ordered, forms=looked.forms, themes=looked.themes)
    address = _address(copy, excerpt, interface)
    has_words = any(run.marked for part in excerpt.parts for run in part.runs)
    named = frozenset() if has_words else looked.named
    return HitCard(
        address=addresses.testimony(interface, copy.public_id),
        title=titled.title,
        title_language=titled.language,
        public_name=titled.public_name,
        name_changed=copy.name_changed,
        facts=_facts(copy, interface),
        told_by=facet_named("teller").value(copy.teller).label(interface) if copy.teller else "",
        language=excerpt.language,
        number=excerpt.number,
        passage_address=f"{address}#p{excerpt.number}" if excerpt.number else address,
        parts=excerpt.parts,
        themes=tuple(HitTheme(theme_path(thesaurus, code, interface), code in named) for code in excerpt.themes),
    )


def _address(copy: AccessCopy, excerpt: Excerpt, interface: str) -> str:
    return addresses.testimony(interface, copy.public_id, "" if excerpt.language == interface else excerpt.language)


def _facts(copy: AccessCopy, interface: str) -> tuple[str, ...]:
    given = ((facet_named(code), getattr(copy, code)) for code in FACTS_OF_A_HIT)
    return tuple(capfirst(facet.value(code).label(interface)) for facet, code in given if code)
