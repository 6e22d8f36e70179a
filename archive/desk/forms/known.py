"""Finding a person the archive knows by the number somebody typed."""

from django import forms
from django.utils.translation import gettext as _g

from archive.vault.models import Person

_MOST_DIGITS = 9


def known_person(typed: str) -> Person | None:
    """Return the person with the number that was typed; none was typed: none."""
    typed = typed.strip()
    if not typed:
        return None
    digits = typed.upper().removeprefix("P-").lstrip("0")
    fits = digits.isdecimal() and len(digits) <= _MOST_DIGITS
    found: Person | None = Person.objects.filter(number=int(digits)).first() if fits else None
    if found is None:
        raise forms.ValidationError(_g("The archive knows no person by this number. Look it up, or empty the field."))
    return found
