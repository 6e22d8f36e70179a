"""Where the forms of a name coincide with something else, in words, with the place to look at."""

from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from archive.desk.words import Words
from archive.publication.collisions import CollisionKind, collisions_of
from archive.vault.models import Person

_WORDS: Final[dict[CollisionKind, tuple[Words, Words]]] = {
    CollisionKind.PERSON: (
        _("Another protected person"),
        _("A place may be either's. Decide whose it is on the workbench; changing it protects both."),
    ),
    CollisionKind.OWN_PSEUDONYM: (
        _("The name this person bears here"),
        _("The new name gives the old one away. Record another naming decision."),
    ),
    CollisionKind.PSEUDONYM: (
        _("The name somebody else bears here"),
        _("It passes in that testimony alone. A new naming decision there parts the two."),
    ),
    CollisionKind.PUBLIC_FIGURE: (
        _("A public figure"),
        _("The full name of the figure passes; the surname alone is refused. Say of each place who it is."),
    ),
    CollisionKind.WORD: (
        _("An ordinary word"),
        _("In small letters it passes; with a capital it is asked about. Take the form away if nobody says it."),
    ),
    CollisionKind.THEME: (
        _("A theme"),
        _("No release goes out while a theme holds the name. Take the form away, or reword the theme."),
    ),
    CollisionKind.BACKGROUND: (
        _("A background entry"),
        _("No release goes out while the entry holds the name. Take the form away, or reword the entry."),
    ),
    CollisionKind.PUBLIC_THING: (
        _("On the list of public things"),
        _("The protected name goes before the list. Ask an admin to take the word out of it."),
    ),
}
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class CollisionLine:
    """What some forms coincide with, where, and what to do."""

    words: Words
    where: str
    forms: tuple[str, ...] = field(repr=False)
    more: int
    advice: Words
    is_grave: bool


@sensitive_variables("found")
def collision_lines(person: Person) -> list[CollisionLine]:
    """Return the lines for a person whose names are being shown."""
    return [
        CollisionLine(
            _WORDS[found.kind][0],
            found.where,
            found.forms[:_SHOWN],
            max(0, len(found.forms) - _SHOWN),
            _WORDS[found.kind][1],
            found.kind in {CollisionKind.OWN_PSEUDONYM, CollisionKind.THEME, CollisionKind.BACKGROUND},
        )
        for found in collisions_of(person)
    ]
