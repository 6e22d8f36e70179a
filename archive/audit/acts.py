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
    USER_CLOSED = "user_closed"
    PASSWORD_SET = "password_set"  # noqa: S105 - the name of an act
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    SIGN_IN_REFUSED = "sign_in_refused"
    # themes
    CONCEPTS_IMPORTED = "concepts_imported"
    # vault
    VAULT_UNLOCKED = "vault_unlocked"
    VAULT_LOCKED = "vault_locked"
    PERSON_RECORDED = "person_recorded"
    NAME_PROTECTED = "name_protected"
    NAMING_DECIDED = "naming_decided"
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
    # publication
    PUBLICATION_REFUSED = "publication_refused"
    EDITION_PUBLISHED = "edition_published"
    BACKGROUND_WRITTEN = "background_written"
    RELEASE_ISSUED = "release_issued"
    TESTIMONY_SUSPENDED = "testimony_suspended"
    SUSPENSION_LIFTED = "suspension_lifted"
    TESTIMONY_WITHDRAWN = "testimony_withdrawn"
    # operations
    TRIGGERS_INSTALLED = "triggers_installed"
    RECOVERED = "recovered"


class SubjectKind(StrEnum):
    """What an act was done to."""

    USER = "user"
    THESAURUS = "thesaurus"
    VAULT = "vault"
    PERSON = "person"
    ORIGINAL = "original"
    COLLECTION = "collection"
    SOURCE = "source"
    TESTIMONY = "testimony"
    EDITION = "edition"
    SPAN = "span"
    PUBLIC_THING = "public_thing"
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

# One fact means the same and has the same type in every act that carries it.
FACTS: Final[Mapping[str, Callable[[object], bool]]] = {
    # numbers
    "altered": _is_number,
    "bytes": _is_number,
    "concepts": _is_number,
    "created": _is_number,
    "entries": _is_number,
    "fewest": _is_number,
    "obstacles": _is_number,
    "occurrences": _is_number,
    "persons": _is_number,
    "removed": _is_number,
    "serial": _is_number,
    "spans": _is_number,
    "testimonies": _is_number,
    # identifiers
    "person": is_identifier,
    "round": is_identifier,
    # digests: of what was or will be public, or keyed ones
    "digest": _is_digest,
    "recognisers": _is_digest,
    "release_digest": _is_digest,
    # codes
    "class": _one_of("DIRECT", "LOOKUP", "QUASI", "SENSITIVE", "OPERATIONAL", "PUBLIC"),
    "entity_type": _one_of("PERSON", "LOC", "ORG", "DATE", "CODE", "CONTACT", "DEM", "QUANTITY", "MISC"),
    "from": _one_of(*_STATES),
    "kind": _one_of(
        "changed_by_source",
        "changed_by_outlet",
        "changed_by_archive",
        "nickname",
        "named_by_choice",
        "role_only",
        "public_figure",
        "undecided",
    ),
    "language": _one_of("en", "nb", "nn", "ru", "uk"),
    "purpose": _one_of("accession", "detection", "redaction", "review", "publication"),
    "reason": _one_of("correction", "asked", "danger", "law", "error"),
    "role": _one_of("editor", "admin", "service"),
    "rule": _one_of("two_of_five", "crowd", "rare_fact", "consistency", "interval_integrity"),
    "stone": _one_of("stone", "silent"),
    "to": _one_of(*_STATES),
    "treatment": _one_of("retain", "pseudonymise", "generalise", "summarise", "suppress"),
    "verdict": _one_of("approve", "return"),
}

FACTS_OF_ACT: Final[Mapping[Act, frozenset[str]]] = {
    act: frozenset(facts.split())
    for act, facts in {
        Act.USER_ADDED: "role",
        Act.USER_CLOSED: "",
        Act.PASSWORD_SET: "",
        Act.SIGNED_IN: "",
        Act.SIGNED_OUT: "",
        Act.SIGN_IN_REFUSED: "",
        Act.CONCEPTS_IMPORTED: "concepts",
        Act.VAULT_UNLOCKED: "",
        Act.VAULT_LOCKED: "",
        Act.PERSON_RECORDED: "",
        Act.NAME_PROTECTED: "",
        Act.NAMING_DECIDED: "kind",
        Act.ORIGINAL_OPENED: "purpose",
        Act.NAMES_SHOWN: "",
        Act.FORM_PRUNED: "",
        Act.FORM_RESTORED: "",
        Act.PERSONS_COMPARED: "person",
        Act.COLLECTION_OPENED: "",
        Act.SOURCE_ACCESSIONED: "bytes testimonies",
        Act.TESTIMONY_ACCESSIONED: "",
        Act.EDITION_OPENED: "",
        Act.EDITION_MOVED: "from to",
        Act.DESCRIPTION_CHANGED: "",
        Act.SPANS_PROPOSED: "recognisers spans",
        Act.SPAN_ADDED: "class entity_type",
        Act.SPAN_DECIDED: "class entity_type occurrences treatment",
        Act.SPAN_REOPENED: "occurrences reason",
        Act.LIFT_PROPOSED: "digest language persons",
        Act.LIFT_CONFIRMED: "digest language persons",
        Act.LIFT_REFUSED: "digest language persons",
        Act.PUBLIC_THING_ADDED: "",
        Act.PUBLIC_THING_TAKEN_OUT: "",
        Act.EXPOSURE_ACCEPTED: "digest fewest rule",
        Act.REVIEW_REQUESTED: "digest round",
        Act.VERDICT_RECORDED: "digest round verdict",
        Act.PUBLICATION_REFUSED: "obstacles",
        Act.EDITION_PUBLISHED: "digest",
        Act.BACKGROUND_WRITTEN: "entries",
        Act.RELEASE_ISSUED: "release_digest serial testimonies",
        Act.TESTIMONY_SUSPENDED: "stone",
        Act.SUSPENSION_LIFTED: "",
        Act.TESTIMONY_WITHDRAWN: "reason stone",
        Act.TRIGGERS_INSTALLED: "altered created removed",
        Act.RECOVERED: "serial testimonies persons",
    }.items()
}
