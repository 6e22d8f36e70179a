"""What a description asks for: abstracts, coded facts, warnings, and the themes of each passage."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.catalogue.closed_lists import WARNINGS
from archive.catalogue.facets import FACETS
from archive.catalogue.records import INTERFACE_LANGUAGES
from archive.desk.languages import current_language
from archive.desk.words import LANGUAGE_WORDS
from archive.language.codes import LANGUAGES
from archive.testimonies.description import ABSTRACT_WORDS, DescriptionDraft
from archive.testimonies.models import Telling


class DescriptionForm(forms.Form):
    """A whole description of one edition; themes are those of one telling."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    warnings = forms.MultipleChoiceField(label=_("Content warnings"), required=False)

    def __init__(self, *args: Any, telling: Telling, languages: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.telling = telling
        self.languages = languages
        speaks = current_language()
        self.fields["warnings"].choices = [  # type: ignore[attr-defined]
            (warning.code, warning.label(speaks)) for warning in WARNINGS
        ]
        for language in languages:
            self.fields[f"abstract_{language}"] = forms.CharField(
                label=LANGUAGE_WORDS[language],
                required=False,
                help_text=_("At most %(count)d words, and shorter than a third of the text.")
                % {"count": ABSTRACT_WORDS},
                widget=forms.Textarea(attrs={"rows": 4, "lang": language}),
            )
        for facet in FACETS:
            values = [(value.code, value.label(speaks)) for value in facet.values]
            self.fields[f"fact_{facet.code}"] = forms.ChoiceField(
                label=facet.label(speaks), required=False, choices=[("", _("not given")), *values]
            )

    @property
    def abstract_fields(self) -> list[forms.BoundField]:
        """Return the fields of the abstracts."""
        return [self[f"abstract_{language}"] for language in self.languages]

    def chosen_facts(self) -> dict[str, str]:
        """Return the facts as they are chosen now, valid or not yet sent."""
        given = {facet.code: str(self[f"fact_{facet.code}"].value() or "") for facet in FACETS}
        return {code: value for code, value in given.items() if value}

    def themes_by_passage(self) -> dict[int, list[str]]:
        """Return the themes ticked for each passage of the telling."""
        data: Any = self.data
        return {number: data.getlist(f"theme_{number}") for number in range(1, self.telling.passages + 1)}

    def draft(self) -> DescriptionDraft:
        """Return what was typed, for the domain."""
        given = self.cleaned_data
        return DescriptionDraft(
            telling=self.telling,
            abstracts={language: given[f"abstract_{language}"] for language in self.languages},
            facts={facet.code: given[f"fact_{facet.code}"] for facet in FACETS if given[f"fact_{facet.code}"]},
            warnings=given["warnings"],
            themes=self.themes_by_passage(),
        )


def abstract_languages(tellings: list[Telling]) -> list[str]:
    """Return the languages an abstract is written in: those of the texts, and those of the interface."""
    wanted = {telling.language for telling in tellings} | set(INTERFACE_LANGUAGES)
    return [language for language in LANGUAGES if language in wanted]
