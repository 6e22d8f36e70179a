"""What is said of names: that one occurrence is something else, that a form is taken away, that two persons are one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.desk.forms.ids import OwnIdsForm
from archive.desk.words import LIFT_WORDS, options
from archive.redaction.lifts import Occurrence

_LINE = forms.TextInput(attrs={"autocomplete": "off"})


class PlaceForm(OwnIdsForm):
    """An occurrence in the text as it would be published, and the text it was read in."""

    ids = "lift"

    language = forms.CharField(max_length=8, widget=forms.HiddenInput)
    passage = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    start = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    digest = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def where(self) -> Occurrence:
        """Return the occurrence."""
        given = self.cleaned_data
        return Occurrence(given["language"], given["passage"], given["start"], given["end"])


class LiftForm(PlaceForm):
    """What stands there instead of the name, and how one knows."""

    kind = forms.ChoiceField(label=_("What it is"), choices=options(LIFT_WORDS))
    reason = forms.CharField(
        label=_("How do you know?"), max_length=1000, widget=_LINE,
        error_messages={"required": _("Say in a few words how you know; whoever confirms it reads them.")},
    )  # fmt: skip


class PruneForm(OwnIdsForm):
    """A form of a name that is to be refused no more, and what it is instead."""

    ids = "prune"
    form = forms.CharField(
        label=_("The form"),
        max_length=200,
        help_text=_("One word, as it stands in the list. Every other form stays refused."),
        widget=_LINE,
        error_messages={"required": _("Copy the form from the list.")},
    )
    reason = forms.CharField(
        label=_("What it is instead"),
        max_length=1000,
        help_text=_("Stays sealed."),
        widget=_LINE,
        error_messages={"required": _("Say in a few words what this form is instead.")},
    )


class ComparisonForm(forms.Form):
    """Whether two persons are one, and how one knows."""

    answer = forms.ChoiceField(
        label=_("Are they one person?"),
        choices=[("same", _("Yes, one person")), ("different", _("No, two"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether they are one person, or two.")},
    )
    reason = forms.CharField(
        label=_("How do you know?"), max_length=1000, widget=_LINE,
        error_messages={"required": _("Say in a few words how you know; it stays sealed.")},
    )  # fmt: skip
