"""Every form of a name that the archive refuses, in groups a person can read."""

from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from archive.desk.words import Words
from archive.language.forms import name_forms
from archive.language.keys import plain
from archive.testimonies.persons import ShownName

SHOWN = 16  # of each group; the rest is counted

_GROUPS: Final[dict[str, Words]] = {
    "as-recorded": _("As recorded"),
    "transliteration": _("Other spellings"),
    "case-form": _("Case forms"),
    "gender-form": _("Of a man, of a woman"),
    "possessive": _("Possessive"),
    "diminutive": _("Short and pet names"),
    "diminutive-case": _("Short and pet names"),
    "equivalent": _("The same name in other languages"),
    "equivalent-case": _("The same name in other languages"),
    "western": _("The same name in other languages"),
    "western-case": _("The same name in other languages"),
    "look-alike": _("Look-alike letters"),
    "full-name-of-short": _("Full names behind a short one"),
    "rare-diminutive": _("Rare pet names"),
    "rare-diminutive-case": _("Rare pet names"),
    "whole-name": _("The whole name"),
    "patronymic": _("Patronymic"),
    "patronymic-case": _("Patronymic"),
    "patronymic-beside": _("Patronymic"),
    "initials": _("Initials"),
    "surname-variant": _("The same surname in another language"),
    "clipped": _("Clipped"),
    "other-short-form": _("Short and pet names"),
    "one-slip-away": _("One letter off"),
    "inside-word": _("Inside a longer word"),
    "hyphenated": _("Broken in two"),
    "spaced-letters": _("Letters kept apart"),
    "digits-for-letters": _("Digits in place of letters"),
    "keyboard-layout": _("Typed on another keyboard"),
    "code-page": _("Letters of another code page"),
    "escaped": _("Hidden in another encoding"),
    "latin-case-form": _("Case forms"),
    "ordinary-word": _("An ordinary word that stands as a name elsewhere in the text"),
}
_OTHER: Final = _("Further forms")


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Forms of one kind: some of them to read, and how many there are."""

    words: str
    forms: tuple[str, ...] = field(repr=False)
    count: int
    asks: bool


def words_for(how: str) -> str:
    """Return what a rule found, in words."""
    return str(_GROUPS.get(how, _OTHER))


@sensitive_variables("names", "forms", "pruned")
def form_groups(names: tuple[ShownName, ...], *, pruned: frozenset[str] = frozenset()) -> tuple[list[FormGroup], int]:
    """Return the forms of names that were shown, those refused outright first, and how many there are in all."""
    groups: dict[tuple[bool, str], dict[str, None]] = {}
    for shown in names:
        for form in name_forms(shown.name):
            if plain(form.text) in pruned:
                continue
            label = words_for(form.how)
            groups.setdefault((form.tier != "block", label), {})[form.text] = None
    cards = [
        FormGroup(label, tuple(forms)[:SHOWN], len(forms), asks) for (asks, label), forms in sorted(groups.items())
    ]
    return cards, sum(card.count for card in cards)
