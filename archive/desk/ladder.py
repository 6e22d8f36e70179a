"""The ladder of a decision as the workbench shows it: one radio a rung, one key a rung, refused rungs with a reason."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from archive.deidentification.treatments import Treatment
from archive.redaction.choices import Choice

OWN = "own"


@dataclass(frozen=True, slots=True)
class RungCard:
    """One rung: what would stand there, and the value its radio sends."""

    key: str
    value: str = field(repr=False)
    say: str = field(repr=False)
    note: str = ""
    is_chosen: bool = False
    refused: str = ""


def rung_cards(choices: tuple[Choice, ...], *, chosen: str = "") -> list[RungCard]:
    """Return the rungs; the advised one is preselected, or the one that was chosen before a refusal."""
    cards = []
    number = 0
    for choice in choices:
        if choice.treatment == Treatment.RETAIN:
            key = "0"
        else:
            number += 1
            key = str(number)
        value = f"{choice.treatment.value}|{choice.rung}|{choice.replacement}"
        cards.append(
            RungCard(
                key=key,
                value=value,
                say=_say(choice),
                note=_note(choice),
                is_chosen=value == chosen if chosen else choice.is_advised,
                refused=choice.refused,
            )
        )
    return cards


def _say(choice: Choice) -> str:
    if choice.treatment == Treatment.RETAIN:
        return _("keep as it is")
    if choice.treatment == Treatment.SUPPRESS:
        return _("[left out]")
    return f"[{choice.replacement}]"


def _note(choice: Choice) -> str:
    if choice.refused:
        return _("refused")
    if choice.treatment == Treatment.PSEUDONYMISE:
        return _("the name here")
    if choice.is_advised:
        return _("advised")
    return choice.rung
