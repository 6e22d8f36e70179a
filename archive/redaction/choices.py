"""What can be decided of a span: the name the person bears here, coarser words, leaving out, keeping."""

from dataclasses import dataclass, field

from django.views.decorators.debug import sensitive_variables

from archive.deidentification.treatments import Treatment
from archive.redaction.decisions import why_not_kept
from archive.redaction.models import IdentifyingSpan
from archive.vault.naming import standing_decision


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be decided; `refused` says why it cannot, and stands in its place."""

    treatment: Treatment
    replacement: str = field(default="", repr=False)
    rung: str = ""
    is_advised: bool = False
    refused: str = ""


@sensitive_variables("text", "choices", "name")
def choices_for(span: IdentifyingSpan, *, text: str, language: str) -> tuple[Choice, ...]:
    """Return the choices for a span, from the finest to the coarsest, and last whether it may be kept."""
    choices: list[Choice] = []
    if name := _name_here(span, language):
        choices.append(Choice(Treatment.PSEUDONYMISE, name, is_advised=True))
    choices.append(Choice(Treatment.SUPPRESS, is_advised=not choices))
    choices.append(Choice(Treatment.RETAIN, refused=why_not_kept(span)))
    return tuple(choices)


def _name_here(span: IdentifyingSpan, language: str) -> str:
    if span.person is None:
        return ""
    naming = standing_decision(span.person)
    if naming is None:
        return ""
    spellings = naming.pseudonyms_by_language()
    return spellings.get(language) or (spellings.get("en", "") if language in {"nb", "nn"} else "")
