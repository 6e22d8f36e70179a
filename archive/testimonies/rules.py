"""What the database itself refuses of testimonies: losing one, giving one another address, taking a withdrawal back."""

from typing import Final

from archive.audit.triggers import Trigger, never_lost, refuse_when

TRIGGERS: Final[tuple[Trigger, ...]] = (
    *refuse_when(
        "testimonies_withdrawn_for_ever",
        table="testimonies_testimony",
        on="UPDATE",
        condition=(
            "(OLD.withdrawn_at IS NOT NULL AND (NEW.withdrawn_at IS NULL OR NEW.withdrawn_at <> OLD.withdrawn_at))"
        ),
        message="A withdrawal is final.",
    ),
    *refuse_when(
        "testimonies_identity_fixed",
        table="testimonies_testimony",
        on="UPDATE",
        condition=(
            "(NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.public_id <> OLD.public_id "
            "OR NEW.source_id <> OLD.source_id)"
        ),
        message="A testimony keeps its number, its address and its source.",
    ),
    *never_lost(
        "testimonies_testimony_kept",
        table="testimonies_testimony",
        same=("id = NEW.id", "number = NEW.number", "public_id = NEW.public_id"),
        message="A testimony is withdrawn, never deleted.",
    ),
)
