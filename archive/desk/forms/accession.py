"""What an accession asks for: the source, the testimonies marked in it, the persons in them."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from archive.catalogue.closed_lists import SOURCE_KINDS
from archive.desk.forms.known import known_person
from archive.desk.languages import current_language
from archive.desk.words import LANGUAGE_WORDS, NAME_KIND_WORDS, NAMING_WORDS, PART_WORDS
from archive.testimonies.accession import PersonDraft, SourceDraft, TellingDraft, TestimonyDraft
from archive.testimonies.models import Collection, Part
from archive.testimonies.passages import MarkRefused, Passage, marked_ranges
from archive.testimonies.repair import ENCODINGS
from archive.vault.models import NamingKind, Person
from archive.vault.naming import NameDraft

LANGUAGES = list(LANGUAGE_WORDS.items())
MOST_MARKED = 500  # characters
_BETWEEN_NAMES = re.compile(r"[,;\n]+")

Ranges = tuple[tuple[int, int], ...]


def _kinds() -> list[tuple[str, str]]:
    return [(kind.code, kind.label(current_language())) for kind in SOURCE_KINDS]


def _collections() -> list[tuple[str, object]]:
    held = Collection.objects.order_by("code").values_list("code", flat=True)
    return [("", _("a new one")), *((code, code) for code in held)]


class TextForm(forms.Form):
    """The text itself, pasted or as a file."""

    text = forms.CharField(
        label=_("Paste the text"), required=False, strip=False, widget=forms.Textarea(attrs={"class": "account"})
    )
    file = forms.FileField(
        label=_("Or choose a text file"),
        required=False,
        allow_empty_file=True,
        help_text=_("Plain text or HTML, up to 20 MB. The bytes are kept exactly as they come."),
    )


class SourceForm(forms.Form):
    """What is known of the source; its title and note stay sealed."""

    declared = forms.ChoiceField(
        label=_("What it is"),
        required=False,
        choices=[("", _("look at it and tell")), ("plain", _("plain text")), ("html", _("HTML"))],
    )
    encoding = forms.ChoiceField(
        label=_("Encoding"), required=False, choices=[("", _("look at it and tell")), *ENCODINGS.items()]
    )
    collection = forms.ChoiceField(label=_("Collection"), choices=_collections, required=False)
    new_collection = forms.SlugField(
        label=_("Short name of a new collection"),
        required=False,
        max_length=64,
        help_text=_("Small letters, digits and hyphens. It becomes public; it tells nothing about a person."),
        error_messages={"invalid": _("Write it in small letters, digits and hyphens: told-in-letters.")},
    )
    kind = forms.ChoiceField(label=_("Kind of source"), choices=_kinds)
    year = forms.IntegerField(
        label=_("Year of publication"),
        required=False,
        validators=[MinValueValidator(1900), MaxValueValidator(2100)],
        error_messages={"invalid": _("Write the year in four digits, or leave it empty.")},
    )
    title = forms.CharField(
        label=_("Title and address of the source"), required=False, max_length=1000, help_text=_("Stays sealed.")
    )
    custody_note = forms.CharField(
        label=_("Custody note"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("How it came here, from whom, under what promise. Stays sealed."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a collection, held or new."""
        given = super().clean() or {}
        if not given.get("collection") and not given.get("new_collection") and "new_collection" not in self.errors:
            self.add_error("new_collection", _g("Choose a collection, or give a new one a short name."))
        return given

    def draft(self, *, file_name: str) -> SourceDraft:
        """Return what was typed, for the domain."""
        given = self.cleaned_data
        return SourceDraft(
            kind=given["kind"],
            year=given["year"],
            title=given["title"],
            file_name=file_name,
            custody_note=given["custody_note"],
            form=given["declared"] or None,
            encoding=given["encoding"] or None,
        )


class PersonForm(forms.Form):
    """Somebody in the source: the names that protect them, and what they are called here."""

    part = forms.ChoiceField(
        label=_("What this person is"),
        required=False,
        choices=[(code, words) for code, words in PART_WORDS.items() if code != Part.PROTAGONIST],
        initial=Part.OTHER,
        help_text=_("Who tells it and who it is about is said above."),
    )
    stands_in = forms.MultipleChoiceField(label=_("Stands in"), required=False, widget=forms.CheckboxSelectMultiple)
    held = forms.CharField(
        label=_("Already known as"),
        required=False,
        max_length=12,
        help_text=_("The number (P-0004) of a person the archive knows; then leave the rest empty."),
    )
    naming = forms.ChoiceField(
        label=_("Naming decision"),
        choices=[(code, words[0]) for code, words in NAMING_WORDS.items()],
        initial=NamingKind.UNDECIDED,
    )
    evidence = forms.CharField(label=_("Evidence"), required=False, max_length=2000, help_text=_("Stays sealed."))

    def __init__(self, *args: Any, testimonies: int = 1, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stands_in = self.fields["stands_in"]
        numbers = [(str(number), _g("testimony %(number)d") % {"number": number}) for number in _upto(testimonies)]
        stands_in.choices = numbers  # type: ignore[attr-defined]
        stands_in.initial = [number for number, _words in numbers]
        for kind, words in NAME_KIND_WORDS.items():
            self.fields[f"name_{kind}"] = forms.CharField(
                label=words, required=False, max_length=1000, widget=forms.TextInput(attrs={"autocomplete": "off"})
            )
        for code, name in LANGUAGES:
            self.fields[f"called_{code}"] = forms.CharField(
                label=name,
                required=False,
                max_length=200,
                widget=forms.TextInput(attrs={"autocomplete": "off", "lang": code}),
            )

    @property
    def name_fields(self) -> list[forms.BoundField]:
        """Return the fields of protected names."""
        return [self[f"name_{kind}"] for kind in NAME_KIND_WORDS]

    @property
    def called_fields(self) -> list[forms.BoundField]:
        """Return the fields of the name this person bears here."""
        return [self[f"called_{code}"] for code, _name in LANGUAGES]

    def clean_held(self) -> Person | None:
        """Find the person the archive knows."""
        return known_person(self.cleaned_data["held"])

    def names(self) -> tuple[NameDraft, ...]:
        """Return every name typed, each with its kind; commas part several of one kind."""
        return tuple(
            NameDraft(name.strip(), kind)
            for kind in NAME_KIND_WORDS
            for name in _BETWEEN_NAMES.split(self.cleaned_data[f"name_{kind}"])
            if name.strip()
        )

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing was typed of this person, as when a row too many was asked for."""
        given = self.cleaned_data
        typed = [
            *self.names(),
            given["evidence"],
            given["held"],
            *(given[f"called_{code}"] for code, _name in LANGUAGES),
        ]
        chosen = (given["part"] or Part.OTHER, given["naming"])
        return not any(typed) and chosen == (Part.OTHER, NamingKind.UNDECIDED)

    def draft(self, key: str, *, about: bool, narrates: bool) -> PersonDraft:
        """Return the person as one testimony has them."""
        given = self.cleaned_data
        called = ((code, given[f"called_{code}"]) for code, _name in LANGUAGES)
        return PersonDraft(
            key=key,
            part=Part.PROTAGONIST if about else given["part"] or Part.OTHER,
            narrates=narrates,
            names=self.names(),
            naming=given["naming"],
            evidence=given["evidence"],
            pseudonyms=tuple((code, name) for code, name in called if name.strip()),
            held=given["held"],
        )


class TestimonyForm(forms.Form):
    """One testimony marked in the source, by the numbers of its passages; a second language if it has one."""

    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    passages = forms.CharField(label=_("Passages"), max_length=MOST_MARKED, help_text=_("Such as 1-9, 12."))
    second_language = forms.ChoiceField(
        label=_("Told again in"), required=False, choices=[("", _("no other language")), *LANGUAGES]
    )
    second_passages = forms.CharField(
        label=_("Passages"), max_length=MOST_MARKED, required=False, help_text=_("Such as 1-9, 12.")
    )
    told_by = forms.ChoiceField(label=_("Told by"))
    about = forms.ChoiceField(label=_("About"), help_text=_("May be the same person."))

    def __init__(self, *args: Any, persons: Sequence[str], passages: Sequence[Passage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(key, _g("person %(key)s") % {"key": key}) for key in persons]
        for name in ("told_by", "about"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        self._passages = passages

    def clean_passages(self) -> Ranges:
        """Read the marks as ranges of the working text."""
        return self._ranges(self.cleaned_data["passages"])

    def clean_second_passages(self) -> Ranges:
        """Read the marks of the other language, if there is one."""
        if self.cleaned_data.get("second_language") and not self.cleaned_data["second_passages"]:
            raise forms.ValidationError(_g("Say which passages tell it in the other language."))
        return self._ranges(self.cleaned_data["second_passages"]) if self.cleaned_data["second_passages"] else ()

    def _ranges(self, written: str) -> Ranges:
        try:
            return marked_ranges(written, self._passages)
        except MarkRefused as refusal:
            raise forms.ValidationError(str(refusal)) from None

    def tellings(self) -> tuple[TellingDraft, ...]:
        """Return what was marked, in each language."""
        given = self.cleaned_data
        first = TellingDraft(given["language"], given["passages"])
        if not given["second_language"]:
            return (first,)
        return first, TellingDraft(given["second_language"], given["second_passages"])


def testimony_drafts(
    testimonies: Sequence[TestimonyForm], persons: Sequence[tuple[str, PersonForm]]
) -> list[TestimonyDraft]:
    """Join what was typed of testimonies and persons."""
    drafts = []
    for number, form in enumerate(testimonies, start=1):
        about, told_by = form.cleaned_data["about"], form.cleaned_data["told_by"]
        inside = [
            (key, person)
            for key, person in persons
            if key in {about, told_by} or (str(number) in person.cleaned_data["stands_in"] and not person.is_blank)
        ]
        drafts.append(
            TestimonyDraft(
                tellings=form.tellings(),
                persons=tuple(person.draft(key, about=key == about, narrates=key == told_by) for key, person in inside),
            )
        )
    return drafts


def _upto(count: int) -> range:
    return range(1, count + 1)
