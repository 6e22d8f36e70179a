"""What the database itself refuses in the vault: changing or losing an original, a name, or a decision on a person."""

from typing import Final

from archive.audit.triggers import Trigger, append_only, never_lost, refuse_when

_KEPT: Final = "A naming decision is superseded by another, never lost."
_PRUNED: Final = "A form that was taken away is put back, never forgotten."
_COMPARED: Final = "An answer about two persons is superseded by another, never lost."

TRIGGERS: Final[tuple[Trigger, ...]] = (
    *append_only(
        table="vault_received",
        same=("id = NEW.id", "digest = NEW.digest"),
        message="What was received stays as it came; a corrected text is a new source.",
    ),
    *append_only(
        table="vault_original",
        same=("id = NEW.id",),
        message="A working text is never changed; a corrected text is a new source.",
    ),
    *append_only(
        table="vault_markedrange",
        same=("id = NEW.id", "original_id = NEW.original_id AND place = NEW.place"),
        message="Which part of a source a working text was taken from is never changed.",
    ),
    *refuse_when(
        "vault_ranges_apart",
        table="vault_markedrange",
        on="INSERT",
        condition=(
            "EXISTS (SELECT 1 FROM vault_markedrange other JOIN vault_original theirs ON theirs.id = other.original_id "
            "JOIN vault_original mine ON mine.received_id = theirs.received_id WHERE mine.id = NEW.original_id "
            'AND other.start < NEW."end" AND NEW.start < other."end")'
        ),
        message="One part of a source is one testimony: ranges do not overlap.",
    ),
    *append_only(
        table="vault_protectedname",
        same=("id = NEW.id", "person_id = NEW.person_id AND digest = NEW.digest"),
        message="A name that protects somebody is never changed and never lost.",
    ),
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
    *never_lost(
        "vault_naming_kept",
        table="vault_namingdecision",
        same=("id = NEW.id", "person_id = NEW.person_id AND superseded_at IS NULL AND NEW.superseded_at IS NULL"),
        message=_KEPT,
    ),
    *refuse_when(
        "vault_pruning_fixed",
        table="vault_prunedform",
        on="UPDATE",
        condition=(
            "(NEW.id <> OLD.id OR NEW.person_id <> OLD.person_id OR NEW.digest <> OLD.digest OR NEW.form <> OLD.form "
            "OR NEW.reason <> OLD.reason OR NEW.pruned_by_id <> OLD.pruned_by_id OR NEW.pruned_at <> OLD.pruned_at "
            "OR OLD.restored_at IS NOT NULL)"
        ),
        message=_PRUNED,
    ),
    *never_lost(
        "vault_pruning_kept",
        table="vault_prunedform",
        same=(
            "id = NEW.id",
            "person_id = NEW.person_id AND digest = NEW.digest AND restored_at IS NULL AND NEW.restored_at IS NULL",
        ),
        message=_PRUNED,
    ),
    *refuse_when(
        "vault_comparison_fixed",
        table="vault_personcomparison",
        on="UPDATE",
        condition=(
            "(NEW.id <> OLD.id OR NEW.first_id <> OLD.first_id OR NEW.second_id <> OLD.second_id "
            "OR NEW.answer <> OLD.answer OR NEW.reason <> OLD.reason OR NEW.decided_by_id <> OLD.decided_by_id "
            "OR NEW.decided_at <> OLD.decided_at OR OLD.superseded_at IS NOT NULL)"
        ),
        message=_COMPARED,
    ),
    *never_lost(
        "vault_comparison_kept",
        table="vault_personcomparison",
        same=(
            "id = NEW.id",
            "first_id = NEW.first_id AND second_id = NEW.second_id AND superseded_at IS NULL "
            "AND NEW.superseded_at IS NULL",
        ),
        message=_COMPARED,
    ),
)
