"""What the database itself refuses of naming decisions: rewriting one, and losing one."""

from typing import Final

from archive.audit.triggers import Trigger, refuse_replacement, refuse_truncate, refuse_when

_KEPT: Final = "A naming decision is superseded by another, never lost."

TRIGGERS: Final[tuple[Trigger, ...]] = (
    *refuse_when(
        "vault_naming_fixed",
        table="vault_namingdecision",
        on="UPDATE",
        condition=(
            "(NEW.id <> OLD.id OR NEW.person_id <> OLD.person_id OR NEW.kind <> OLD.kind "
            "OR NEW.decided_by_id <> OLD.decided_by_id OR NEW.decided_at <> OLD.decided_at "
            "OR OLD.superseded_at IS NOT NULL)"
        ),
        message="A naming decision is superseded by another, never rewritten.",
    ),
    *refuse_when("vault_naming_kept", table="vault_namingdecision", on="DELETE", condition="(1 = 1)", message=_KEPT),
    refuse_replacement(
        table="vault_namingdecision",
        same=("id = NEW.id", "person_id = NEW.person_id AND superseded_at IS NULL AND NEW.superseded_at IS NULL"),
        message=_KEPT,
    ),
    refuse_truncate(table="vault_namingdecision", message=_KEPT),
)
