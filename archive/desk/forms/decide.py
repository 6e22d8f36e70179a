"""What a decision on a detail asks for, and how somebody marks a detail that no recogniser found."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from archive.deidentification.treatments import Treatment
from archive.desk.forms.ids import OwnIdsForm
from archive.desk.ladder import OWN, choice_of
from archive.desk.words import CLASS_WORDS, TYPE_WORDS, options
from archive.redaction.choices import Choice
from archive.redaction.rendering import OpenedTelling
from archive.redaction.spans import SpanMark
from archive.testimonies.passages import passages_of

_OWN_TREATMENTS: list[tuple[str, Any]] = [
    (Treatment.GENERALISE.value, _("make it coarser")),
    (Treatment.SUMMARISE.value, _("summarise it")),
    (Treatment.PSEUDONYMISE.value, _("change the name")),
]


class DecisionForm(forms.Form):
    """A decision on one detail, and on every other place where the same words stand."""

    choice = forms.CharField(max_length=2000, error_messages={"required": _("Choose what shall stand there.")})
    treatment = forms.ChoiceField(label=_("What your words do"), choices=_OWN_TREATMENTS, required=False)
    replacement = forms.CharField(
        label=_("Your own words"),
        required=False,
        max_length=1000,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=1000,
        help_text=_("Needed for what is kept. What is advised is recorded with the reason above, if you write none."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "reasons"}),
    )
    advised = forms.CharField(max_length=2000, required=False, widget=forms.HiddenInput)
    because = forms.CharField(max_length=1000, required=False, widget=forms.HiddenInput)
    identifier_class = forms.ChoiceField(
        label=_("Class"), choices=options(CLASS_WORDS, blank=_("as it was found")), required=False
    )
    only_here = forms.BooleanField(label=_("Only in this place"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_choice(self) -> Choice | None:
        """Read the radio; words of one's own are read from their own fields."""
        value = str(self.cleaned_data["choice"])
        chosen = choice_of(value)
        if chosen is None and value != OWN:
            raise forms.ValidationError(_g("Choose one of the rungs, or write your own words."))
        return chosen

    def clean(self) -> dict[str, Any]:
        """Give what was advised, and chosen, the reason it was advised for; anything else has its own, or none."""
        given = super().clean() or {}
        was_advised = self.data.get("choice", "").strip() == given.get("advised")
        if was_advised and not given.get("reason"):
            given["reason"] = given.get("because", "")
        return given

    def chosen(self) -> Choice:
        """Return what was chosen: a rung, or words of one's own."""
        given = self.cleaned_data
        own = Choice(Treatment(given["treatment"] or Treatment.GENERALISE), given["replacement"])
        return given["choice"] or own


class MarkForm(OwnIdsForm):
    """A further detail: the words in a passage, or their offsets when they were selected with the mouse."""

    ids = "mark"

    telling = forms.IntegerField(widget=forms.HiddenInput)
    passage = forms.IntegerField(label=_("In passage"), min_value=1)
    words = forms.CharField(
        label=_("The words to mark"),
        max_length=5000,
        strip=True,
        help_text=_("As they stand in the original; select them in the text to fill this in."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    nth = forms.IntegerField(label=_("Which time, if they stand there more than once"), min_value=1, initial=1)
    entity_type = forms.ChoiceField(label=_("What it is"), choices=options(TYPE_WORDS), initial="MISC")
    identifier_class = forms.ChoiceField(label=_("How it identifies"), choices=options(CLASS_WORDS), initial="QUASI")
    third_person = forms.BooleanField(label=_("It concerns another person"), required=False)
    reason = forms.CharField(label=_("Why"), required=False, max_length=1000)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def mark_in(self, opened: OpenedTelling) -> SpanMark | None:
        """Find the words in the passage; None, and an error at the field, if they do not stand there."""
        given = self.cleaned_data
        passages = passages_of(opened.text)
        if given["passage"] > len(passages):
            self.add_error("passage", _g("The text has %(count)d passages.") % {"count": len(passages)})
            return None
        passage = passages[given["passage"] - 1]
        start = passage.start - 1
        for _time in range(given["nth"]):
            start = opened.text.find(given["words"], start + 1, passage.end)
            if start < 0:
                self.add_error(
                    "words",
                    _g("These words do not stand in passage %(number)d so many times. Copy them from the original.")
                    % {"number": given["passage"]},
                )
                return None
        return SpanMark(
            start,
            start + len(given["words"]),
            entity_type=given["entity_type"],
            identifier_class=given["identifier_class"],
            detail="marked-by-hand",
            third_person=given["third_person"],
        )
