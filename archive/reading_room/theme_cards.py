"""Themes with exact counts of the testimonies that may be shown; a theme that none carries is not there."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext

from archive.catalogue import addresses
from archive.catalogue.cards import ThemeLink
from archive.catalogue.facets import facet_named
from archive.catalogue.thesaurus import Concept
from archive.reading_room.reading import Reading

TOGETHER_SHOWN = 9
BAR_WIDTH = 220


@dataclass(frozen=True, slots=True)
class ThemeCard:
    """One theme in the tree."""

    label: str
    address: str
    scope: str
    count: int
    narrower: tuple["ThemeCard", ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart, with the same number for the table."""

    label: str
    address: str
    count: int
    width: int
    y: int

    @property
    def text_x(self) -> int:
        """Return where the number stands."""
        return 270 + self.width + 8


def theme_cards(look: Reading, above: str = "") -> tuple[ThemeCard, ...]:
    """Return the themes below one, each with those below it."""
    cards = []
    for concept in look.release.thesaurus.below(above):
        count = look.carriers("theme", concept.code)
        if count:
            cards.append(_card(look, concept, count))
    return tuple(cards)


def _card(look: Reading, concept: Concept, count: int) -> ThemeCard:
    return ThemeCard(
        label=concept.label(look.interface),
        address=addresses.theme(look.interface, concept.slug),
        scope=concept.scope_note(look.interface),
        count=count,
        narrower=theme_cards(look, concept.code),
    )


def told_together(look: Reading, concept: Concept) -> tuple[Bar, ...]:
    """Return the themes that most often stand in the same testimonies, not counting those above or below."""
    bits = look.release.facet_bits
    here = bits.get(("theme", concept.code), 0) & look.shown
    counted = sorted(
        (
            (-(bits.get(("theme", other.code), 0) & here).bit_count(), place, other)
            for place, other in enumerate(look.release.thesaurus.concepts)
            if other.assignable and concept.code not in other.path and other.code not in concept.path
        ),
        key=lambda entry: entry[:2],
    )
    return _bars(
        [
            (other.label(look.interface), addresses.theme(look.interface, other.slug), -count)
            for count, _, other in counted[:TOGETHER_SHOWN]
            if count
        ]
    )


def when_they_left(look: Reading, concept: Concept) -> tuple[Bar, ...]:
    """Return how many of these testimonies give each period, as their pages show it; last, how many give none."""
    counts = Counter(look.copies.about(concept.code).values_list("refusal", flat=True))
    silent = counts.pop("", 0)
    facet = facet_named("refusal")
    rows = [(facet.value(code).label(look.interface), "", counts[code]) for code in sorted(counts)]
    return _bars([*rows, (gettext("Not given"), "", silent)] if rows and silent else rows)


def _bars(rows: list[tuple[str, str, int]]) -> tuple[Bar, ...]:
    most = max((count for _, _, count in rows), default=1)
    return tuple(
        Bar(label, address, count, max(4, round(BAR_WIDTH * count / most)), place * 30 + 6)
        for place, (label, address, count) in enumerate(rows)
    )


def near_themes(look: Reading, concept: Concept) -> tuple[ThemeLink, ...]:
    """Return the themes beside this one: the same level, the same parent."""
    return tuple(
        ThemeLink(other.label(look.interface), addresses.theme(look.interface, other.slug))
        for other in look.release.thesaurus.below(concept.parent)
        if other.code != concept.code and look.carriers("theme", other.code)
    )
