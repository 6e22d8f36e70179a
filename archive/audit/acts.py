"""The closed lists of the trail: acts, kinds of subject, and the facts that an event of each act may carry.

Nothing that could hold a name or a phrase fits into a fact: it is a number, one of a closed list of codes, a digest, or
an identifier. A new act or fact is added here, in the open, and not where it is recorded.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final
from uuid import UUID

FactValue = int | str | UUID

LARGEST_NUMBER: Final = 2**53
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_IDENTIFIER: Final = re.compile(r"[0-9]{1,19}|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}")


class Act(StrEnum):
    """What was done."""

    # users
    USER_ADDED = "user_added"
    ROLE_CHANGED = "role_changed"
    USER_CLOSED = "user_closed"
    USER_REOPENED = "user_reopened"
    PASSWORD_SET = "password_set"  # noqa: S105 - the name of an act
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    SIGN_IN_REFUSED = "sign_in_refused"
    # themes
    CONCEPTS_IMPORTED = "concepts_imported"
    # vault
    VAULT_UNLOCKED = "vault_unlocked"
    VAULT_LOCKED = "vault_locked"
    DATA_KEY_MADE = "data_key_made"
    DATA_KEY_DESTROYED = "data_key_destroyed"
    PERSON_RECORDED = "person_recorded"
    PERSON_CHANGED = "person_changed"
    NAME_PROTECTED = "name_protected"
    NAMING_DECIDED = "naming_decided"
    NAMING_SUPERSEDED = "naming_superseded"
    ORIGINAL_DEPOSITED = "original_deposited"
    ORIGINAL_OPENED = "original_opened"
    NAMES_SHOWN = "names_shown"
    FORM_PRUNED = "form_pruned"
    FORM_RESTORED = "form_restored"
    PERSONS_COMPARED = "persons_compared"
    # testimonies
    COLLECTION_OPENED = "collection_opened"
    SOURCE_ACCESSIONED = "source_accessioned"
    TESTIMONY_ACCESSIONED = "testimony_accessioned"
    EDITION_OPENED = "edition_opened"
    EDITION_MOVED = "edition_moved"
    DESCRIPTION_CHANGED = "description_changed"
    # redaction
    SPANS_PROPOSED = "spans_proposed"
    SPAN_ADDED = "span_added"
    SPAN_DECIDED = "span_decided"
    SPAN_REOPENED = "span_reopened"
    EXPOSURE_ACCEPTED = "exposure_accepted"
    LIFT_PROPOSED = "lift_proposed"
    LIFT_CONFIRMED = "lift_confirmed"
    LIFT_REFUSED = "lift_refused"
    PUBLIC_THING_ADDED = "public_thing_added"
    PUBLIC_THING_TAKEN_OUT = "public_thing_taken_out"
    # review
    REVIEW_REQUESTED = "review_requested"
    VERDICT_RECORDED = "verdict_recorded"
    APPROVAL_VOIDED = "approval_voided"
    # publication
    PUBLICATION_REFUSED = "publication_refused"
    EDITION_PUBLISHED = "edition_published"
    BACKGROUND_WRITTEN = "background_written"
    RELEASE_ISSUED = "release_issued"
    TESTIMONY_SUSPENDED = "testimony_suspended"
    SUSPENSION_LIFTED = "suspension_lifted"
    TESTIMONY_WITHDRAWN = "testimony_withdrawn"
    TESTIMONY_ERASED = "testimony_erased"
    # operations
    COLLECTION_LOADED = "collection_loaded"
    TRIGGERS_INSTALLED = "triggers_installed"
    BACKUP_MADE = "backup_made"
    RECOVERED = "recovered"


class SubjectKind(StrEnum):
    """What an act was done to."""

    USER = "user"
    THESAURUS = "thesaurus"
    VAULT = "vault"
    PERSON = "person"
    NAMING_DECISION = "naming_decision"
    ORIGINAL = "original"
    COLLECTION = "collection"
    SOURCE = "source"
    TESTIMONY = "testimony"
    EDITION = "edition"
    DESCRIPTION = "description"
    SPAN = "span"
    PUBLIC_THING = "public_thing"
    REVIEW_ROUND = "review_round"
    RELEASE = "release"
    TRAIL = "trail"


def _is_number(value: object) -> bool:
    return type(value) is int and abs(value) <= LARGEST_NUMBER


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def is_identifier(value: object) -> bool:
    """Say whether this is a number, a UUID, or the hexadecimal text of one; never a word."""
    return (
        isinstance(value, UUID) or _is_number(value) or (isinstance(value, str) and bool(_IDENTIFIER.fullmatch(value)))
    )


def _one_of(*codes: str) -> Callable[[object], bool]:
    allowed = frozenset(codes)
    return lambda value: isinstance(value, str) and value in allowed


_STATES: Final = ("in_redaction", "in_review", "approved", "published", "superseded", "suspended", "withdrawn")
_ROLES: Final = ("editor", "admin", "service")

# One fact means the same and has the same type in every act that carries it.
FACTS: Final[Mapping[str, Callable[[object], bool]]] = {
    # numbers
    "altered": _is_number,
    "approvals": _is_number,
    "bytes": _is_number,
    "characters": _is_number,
    "concepts": _is_number,
    "created": _is_number,
    "edition_number": _is_number,
    "forms": _is_number,
    "entries": _is_number,
    "fewest": _is_number,
    "hits": _is_number,
    "left_out": _is_number,
    "names": _is_number,
    "narrators": _is_number,
    "obstacles": _is_number,
    "occurrences": _is_number,
    "persons": _is_number,
    "removed": _is_number,
    "rung": _is_number,
    "serial": _is_number,
    "spans": _is_number,
    "testimonies": _is_number,
    # identifiers
    "collection": is_identifier,
    "edition": is_identifier,
    "naming_decision": is_identifier,
    "person": is_identifier,
    "release": is_identifier,
    "round": is_identifier,
    "source": is_identifier,
    "testimony": is_identifier,
    # digests: of what was or will be public, or keyed ones
    "digest": _is_digest,
    "recognisers": _is_digest,
    "release_digest": _is_digest,
    # codes
    "class": _one_of("DIRECT", "LOOKUP", "QUASI", "SENSITIVE", "OPERATIONAL", "PUBLIC"),
    "entity_type": _one_of("PERSON", "LOC", "ORG", "DATE", "CODE", "CONTACT", "DEM", "QUANTITY", "MISC"),
    "from": _one_of(*_STATES, *_ROLES),
    "kind": _one_of(
        "changed_by_source",
        "changed_by_outlet",
        "changed_by_archive",
        "changed_by_archive",
        "nickname",
        "named_by_choice",
        "role_only",
        "public_figure",
        "undecided",
    ),
    "language": _one_of("en", "nb", "nn", "ru", "uk"),
    "purpose": _one_of("accession", "detection", "redaction", "review", "publication"),
    "reason": _one_of("asked", "danger", "law", "error", "new_name", "obstacle", "correction"),
    "role": _one_of(*_ROLES),
    "rule": _one_of("two_of_five", "crowd", "rare_fact", "consistency", "interval_integrity"),
    "stone": _one_of("stone", "silent"),
    "to": _one_of(*_STATES, *_ROLES),
    "treatment": _one_of("retain", "pseudonymise", "generalise", "summarise", "suppress"),
    "verdict": _one_of("approve", "return"),
}

FACTS_OF_ACT: Final[Mapping[Act, frozenset[str]]] = {
    act: frozenset(facts.split())
    for act, facts in {
        Act.USER_ADDED: "role",
        Act.ROLE_CHANGED: "from to",
        Act.USER_CLOSED: "",
        Act.USER_REOPENED: "",
        Act.PASSWORD_SET: "",
        Act.SIGNED_IN: "",
        Act.SIGNED_OUT: "",
        Act.SIGN_IN_REFUSED: "",
        Act.CONCEPTS_IMPORTED: "concepts created altered removed digest",
        Act.VAULT_UNLOCKED: "",
        Act.VAULT_LOCKED: "",
        Act.DATA_KEY_MADE: "person source",
        Act.DATA_KEY_DESTROYED: "person source testimony",
        Act.PERSON_RECORDED: "names forms testimony source",
        Act.PERSON_CHANGED: "names forms testimony",
        Act.NAME_PROTECTED: "names forms hits person testimonies",
        Act.NAMING_DECIDED: "kind person",
        Act.NAMING_SUPERSEDED: "kind naming_decision person testimonies",
        Act.ORIGINAL_DEPOSITED: "bytes characters digest language source testimony",
        Act.ORIGINAL_OPENED: "language purpose source testimony edition",
        Act.NAMES_SHOWN: "",
        Act.FORM_PRUNED: "",
        Act.FORM_RESTORED: "",
        Act.PERSONS_COMPARED: "person",
        Act.COLLECTION_OPENED: "",
        Act.SOURCE_ACCESSIONED: "bytes characters collection digest narrators persons testimonies",
        Act.TESTIMONY_ACCESSIONED: "characters collection language source",
        Act.EDITION_OPENED: "edition edition_number testimony",
        Act.EDITION_MOVED: "digest edition_number from reason testimony to",
        Act.DESCRIPTION_CHANGED: "edition language testimony",
        Act.SPANS_PROPOSED: "edition language recognisers spans testimony",
        Act.SPAN_ADDED: "class edition entity_type testimony",
        Act.SPAN_DECIDED: "class edition entity_type occurrences person rung testimony treatment",
        Act.SPAN_REOPENED: "edition occurrences reason testimony",
        Act.LIFT_PROPOSED: "digest language persons",
        Act.LIFT_CONFIRMED: "digest language persons",
        Act.LIFT_REFUSED: "digest language persons",
        Act.PUBLIC_THING_ADDED: "",
        Act.PUBLIC_THING_TAKEN_OUT: "",
        Act.EXPOSURE_ACCEPTED: "digest edition fewest rule testimony",
        Act.REVIEW_REQUESTED: "digest edition round testimony",
        Act.VERDICT_RECORDED: "digest edition round testimony verdict",
        Act.APPROVAL_VOIDED: "digest edition reason round testimony",
        Act.PUBLICATION_REFUSED: "digest edition obstacles testimony",
        Act.EDITION_PUBLISHED: "approvals digest edition edition_number release round testimony",
        Act.BACKGROUND_WRITTEN: "entries",
        Act.RELEASE_ISSUED: "digest left_out release_digest serial testimonies",
        Act.TESTIMONY_SUSPENDED: "edition obstacles reason release stone",
        Act.SUSPENSION_LIFTED: "edition reason release",
        Act.TESTIMONY_WITHDRAWN: "edition reason release stone",
        Act.TESTIMONY_ERASED: "person reason source",
        Act.COLLECTION_LOADED: "digest persons testimonies",
        Act.TRIGGERS_INSTALLED: "altered created removed",
        Act.BACKUP_MADE: "bytes digest",
        Act.RECOVERED: "release serial testimonies",
    }.items()
}
