"""What the database itself refuses of decisions: changing them outside redaction, and losing any."""

from typing import Final

from archive.audit.triggers import Trigger, refuse_replacement, refuse_truncate, refuse_when

_EDITION_IS_ELSEWHERE: Final = (
    "NOT EXISTS (SELECT 1 FROM redaction_identifyingspan s JOIN testimonies_edition e ON e.id = s.edition_id "
    "WHERE s.id = NEW.span_id AND e.state = 'in_redaction')"
)

TRIGGERS: Final[tuple[Trigger, ...]] = (
    *refuse_when(
        "redaction_decision_in_redaction",
        table="redaction_spandecision",
        on=("INSERT", "UPDATE"),
        condition=_EDITION_IS_ELSEWHERE,
        message="A decision is made while its edition is in redaction, and at no other time.",
    ),
    *refuse_when(
        "redaction_decision_fixed",
        table="redaction_spandecision",
        on="UPDATE",
        condition=(
            "(NEW.decided_by_id <> OLD.decided_by_id OR NEW.span_id <> OLD.span_id OR NEW.treatment <> OLD.treatment "
            "OR NEW.replacement <> OLD.replacement OR OLD.superseded_at IS NOT NULL)"
        ),
        message="A decision is superseded by another, never rewritten.",
    ),
    *refuse_when(
        "redaction_decision_kept",
        table="redaction_spandecision",
        on="DELETE",
        condition="(1 = 1)",
        message="The anonymisation log loses nothing.",
    ),
    refuse_replacement(
        table="redaction_spandecision",
        same=("id = NEW.id", "span_id = NEW.span_id AND superseded_at IS NULL AND NEW.superseded_at IS NULL"),
        message="The anonymisation log loses nothing.",
    ),
    refuse_truncate(table="redaction_spandecision", message="The anonymisation log loses nothing."),
)
