"""The ladder of a decision as the workbench shows it: one radio a rung, one key a rung, refused rungs with a reason."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from archive.deidentification.treatments import Treatment
from archive.desk.words import RUNG_WORDS
from archive.redaction.choices import Choice, Choices
from archive.redaction.models import SpanDecision

OWN = "own"


@dataclass(frozen=True, slots=True)
class RungCard:
    """One rung: what would stand there, and the value its radio sends."""

    key: str
    value: str = field(repr=False)
    say: str = field(repr=False)
    note: str = ""
    before: int = 0
    after: int = 0
    is_chosen: bool = False
    refused: str = ""

    @property
    def is_kept(self) -> bool:
        """Tell whether the words would stand as they were said."""
        return self.value.startswith(f"{Treatment.RETAIN.value}|")


def rung_cards(choices: Choices, *, chosen: str = "") -> list[RungCard]:
    """Return the rungs; the advised one is preselected, or the one that was chosen before a refusal."""
    cards = []
    number = 0
    for choice in choices.choices:
        is_kept = choice.treatment == Treatment.RETAIN
        number += not is_kept
        value = choice_value(choice)
        cards.append(
            RungCard(
                key="0" if is_kept else str(number),
                value=value,
                say=_say(choice),
                note=_note(choice),
                before=choice.before,
                after=choice.after,
                is_chosen=value == chosen if chosen else choice.is_advised,
                refused=choice.refused,
            )
        )
    return cards


def choice_value(choice: Choice) -> str:
    """Return what the radio of a choice sends: everything the decision needs, so that what was shown is decided."""
    return f"{choice.treatment.value}|{choice.rung}|{choice.before}|{choice.after}|{choice.replacement}"


def value_of_decision(choices: Choices, decision: SpanDecision | None) -> str:
    """Return what the radio of a standing decision sends: a rung's, or that of own words; empty without a decision."""
    if decision is None:
        return ""
    words = decision.replacement.reveal()
    same = (one for one in choices.choices if one.treatment == decision.treatment and one.replacement == words)
    return next(map(choice_value, same), OWN)


def choice_of(value: str) -> Choice | None:
    """Read what a radio sent; None for what no radio sends."""
    parts = value.split("|", 4)
    if len(parts) != len("trbaw") or not (parts[2].isdecimal() and parts[3].isdecimal()):
        return None
    treatment, rung, before, after, replacement = parts
    if treatment not in Treatment.__members__.values():
        return None
    return Choice(Treatment(treatment), replacement, rung[:4], int(before[:4]), int(after[:4]))


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
    return str(RUNG_WORDS.get(choice.rung, ""))
