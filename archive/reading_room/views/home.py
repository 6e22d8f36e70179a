"""The home page: what this is, search, themes with counts, what is new, how names are changed."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from archive.catalogue import addresses
from archive.catalogue.bitsets import rows_of
from archive.catalogue.cards import PartCard, part_cards
from archive.catalogue.models import AccessCopyText, ContextEntry
from archive.catalogue.routing import release_alias
from archive.catalogue.wording import edition_words, month_words
from archive.reading_room.context_cards import text_in
from archive.reading_room.reading import Reading, page, reading
from archive.reading_room.results import HitCard, Looked, hit_cards
from archive.reading_room.theme_cards import theme_cards

NEW_SHOWN = 4
EXCERPTS_SHOWN = 2
LETTERS_OF_AN_EXCERPT = range(50, 190)


@dataclass(frozen=True, slots=True)
class ExcerptCard:
    """One passage of the collection, shown large."""

    hit: HitCard
    language: str
    parts: tuple[PartCard, ...]


@dataclass(frozen=True, slots=True)
class NewCard:
    """A testimony or edition that this release has brought."""

    hit: HitCard
    edition_words: str
    themes: tuple[str, ...]


def home(request: HttpRequest, interface: str) -> HttpResponse:
    """Show the home page."""
    look = reading(request, interface)
    themes = theme_cards(look)
    context = {
        "frame": look.frame("", addresses.home),
        "heading": _collection(look),
        "action": addresses.testimonies(interface),
        "themes": themes,
        "theme_count": sum(len(card.narrower) for card in themes),
        "cases": ContextEntry.objects.using(release_alias()).filter(kind="case").count(),
        "excerpts": _excerpts(look),
        "news": _news(look),
        "month": month_words(look.release.statement.month),
        "stones": sum(1 for entry in look.tombstones.withdrawn if entry.kind == "stone"),
    }
    return page("room/home.html", context)


def _collection(look: Reading) -> dict[str, str] | None:
    """Return title and first words of the collection, if the archive holds one only."""
    entries = list(ContextEntry.objects.using(release_alias()).filter(kind="collection")[:2])
    if len(entries) != 1:
        return None
    text = text_in(entries[0].texts, look.interface)
    return {"title": text["title"], "lead": text["body"][0] if text["body"] else ""}


def _cards(look: Reading, rows: list[int]) -> list[HitCard]:
    looked = Looked("", frozenset(), frozenset(), frozenset())
    return hit_cards(rows, look.copies, looked=looked, interface=look.interface, thesaurus=look.release.thesaurus)


def _excerpts(look: Reading) -> tuple[ExcerptCard, ...]:
    """Return short whole passages of different testimonies, the same for everybody until the next release."""
    rows = list(rows_of(look.shown))[::-1][: NEW_SHOWN * 3]
    chosen: list[tuple[int, ExcerptCard]] = []
    cards = dict(zip(rows, _cards(look, rows), strict=True))
    texts = AccessCopyText.objects.using(release_alias()).filter(copy_id__in=rows).order_by("-copy_id", "language")
    for text in texts:
        if len(chosen) == EXCERPTS_SHOWN:
            break
        if text.language != look.interface or any(row == text.copy_id for row, _ in chosen):
            continue
        for _, parts, _ in text.passages[1:]:
            whole = all(kind in {"plain", "coarse"} for kind, _ in parts)
            if whole and sum(len(words) for _, words in parts) in LETTERS_OF_AN_EXCERPT:
                card = ExcerptCard(cards[text.copy_id], text.language, part_cards(parts))
                chosen.append((text.copy_id, card))
                break
    return tuple(card for _, card in chosen)


def _news(look: Reading) -> tuple[NewCard, ...]:
    copies = look.copies.filter(serial=look.release.statement.serial).order_by("-pk")[:NEW_SHOWN]
    rows = [copy.pk for copy in copies]
    editions = {copy.pk: copy.edition for copy in copies}
    return tuple(
        NewCard(hit, edition_words(editions[row]) if editions[row] > 1 else "", _themes_of(look, row))
        for row, hit in zip(rows, _cards(look, rows), strict=True)
    )


def _themes_of(look: Reading, row: int) -> tuple[str, ...]:
    thesaurus = look.release.thesaurus
    carried = [
        concept.label(look.interface)
        for concept in thesaurus.concepts
        if concept.assignable and look.release.facet_bits.get(("theme", concept.code), 0) >> row & 1
    ]
    return tuple(carried[:3])
