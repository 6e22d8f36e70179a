"""What somebody puts on the archive's own list of public things."""

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.desk.words import LANGUAGE_WORDS, PUBLIC_KIND_WORDS
from archive.redaction.public_things import LONGEST


class PublicThingForm(forms.Form):
    """Something public: its words in one language, and what it is."""

    words = forms.CharField(
        label=_("What is public"),
        max_length=LONGEST,
        help_text=_("As it stands in texts, in one language. Its other cases are found too."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Write what is public: a name, as it stands in texts."),
            "max_length": _("This is longer than %(limit_value)d characters. Write the name alone."),
        },
    )
    kind = forms.ChoiceField(label=_("What it is"), choices=list(PUBLIC_KIND_WORDS.items()), initial="organisation")
    language = forms.ChoiceField(label=_("In which language"), choices=list(LANGUAGE_WORDS.items()))
