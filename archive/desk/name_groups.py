"""Every form of a name that the archive refuses, in groups a person can read."""

from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from archive.desk.words import Words
from archive.language.forms import name_forms
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
}
_OTHER: Final = _("Further forms")


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Forms of one kind: some of them to read, and how many there are."""

    words: str
    forms: tuple[str, ...] = field(repr=False)
    count: int
    asks: bool


@sensitive_variables("names", "forms")
def form_groups(names: tuple[ShownName, ...]) -> tuple[list[FormGroup], int]:
    """Return the forms of names that were shown, those refused outright first, and how many there are in all."""
    groups: dict[tuple[bool, str], dict[str, None]] = {}
    for shown in names:
        for form in name_forms(shown.name):
            label = str(_GROUPS.get(form.how, _OTHER))
            groups.setdefault((form.tier != "block", label), {})[form.text] = None
    cards = [
        FormGroup(label, tuple(forms)[:SHOWN], len(forms), asks) for (asks, label), forms in sorted(groups.items())
    ]
    return cards, sum(card.count for card in cards)
