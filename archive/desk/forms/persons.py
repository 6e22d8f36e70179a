"""What the persons page asks for: a naming decision, one more name, one more person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.desk.forms.accession import LANGUAGES
from archive.desk.forms.ids import OwnIdsForm
from archive.desk.forms.known import known_person
from archive.desk.words import NAME_KIND_WORDS, NAMING_WORDS, PART_WORDS, options
from archive.testimonies.models import Part
from archive.vault.models import NamingKind, Person
from archive.vault.naming import NameDraft


class NamingForm(forms.Form):
    """Who decided on the name, what the person is called here, on what evidence."""

    kind = forms.ChoiceField(
        label=_("Naming decision"),
        choices=[(code, words[0]) for code, words in NAMING_WORDS.items()],
        initial=NamingKind.UNDECIDED,
        widget=forms.RadioSelect,
    )
    evidence = forms.CharField(label=_("Evidence"), required=False, max_length=2000, help_text=_("Stays sealed."))
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in LANGUAGES:
            self.fields[f"called_{code}"] = forms.CharField(
                label=name,
                required=False,
                max_length=200,
                widget=forms.TextInput(attrs={"autocomplete": "off", "lang": code}),
            )

    @property
    def called_fields(self) -> list[forms.BoundField]:
        """Return the fields of the name this person bears here."""
        return [self[f"called_{code}"] for code, _name in LANGUAGES]

    def pseudonyms(self) -> dict[str, str]:
        """Return the spellings typed, by language."""
        return {code: self.cleaned_data[f"called_{code}"] for code, _name in LANGUAGES}


class NameForm(OwnIdsForm):
    """One more name that protects a person."""

    ids = "name"
    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write the name that is to be protected.")},
    )
    kind = forms.ChoiceField(label=_("Kind of name"), choices=options(NAME_KIND_WORDS), initial="legal")


class NewPersonForm(OwnIdsForm):
    """One more person in a testimony."""

    ids = "new"
    part = forms.ChoiceField(
        label=_("What this person is"),
        choices=[(code, words) for code, words in PART_WORDS.items() if code != Part.PROTAGONIST],
    )
    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=200,
        help_text=_("The fullest one you know; others are added afterwards."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label=_("Kind of name"), choices=options(NAME_KIND_WORDS), initial="legal")
    held = forms.CharField(label=_("Or already known as"), required=False, max_length=12, help_text=_("P-0004"))

    def clean_held(self) -> Person | None:
        """Find the person the archive knows."""
        return known_person(self.cleaned_data["held"])

    def names(self) -> tuple[NameDraft, ...]:
        """Return the name typed, if one was."""
        name = self.cleaned_data["name"].strip()
        return (NameDraft(name, self.cleaned_data["kind"]),) if name else ()
