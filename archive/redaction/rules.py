"""What the database itself refuses of decisions: changing them outside redaction, losing any, lifting by one hand.

And of the list of public things: a word put on it, or taken out, by anybody but an admin; a word lost from it.
"""

from typing import Final

from archive.audit.triggers import Trigger, append_only, never_lost, refuse_when

_EDITION_IS_ELSEWHERE: Final = (
    "NOT EXISTS (SELECT 1 FROM redaction_identifyingspan s JOIN testimonies_edition e ON e.id = s.edition_id "
    "WHERE s.id = NEW.span_id AND e.state = 'in_redaction')"
)
_NO_TEXT_LEFT: Final = (
    "EXISTS (SELECT 1 FROM testimonies_edition e "
    "WHERE e.id = NEW.edition_id AND e.state IN ('withdrawn', 'superseded'))"
)
_NO_SECOND_PERSON: Final = (
    "EXISTS (SELECT 1 FROM redaction_namelift l WHERE l.id = NEW.lift_id AND (l.proposed_by_id = NEW.given_by_id "
    "OR EXISTS (SELECT 1 FROM testimonies_contribution c WHERE c.edition_id = l.edition_id "
    "AND c.user_id = NEW.given_by_id)))"
)
_NO_ADMIN: Final = (
    "NOT EXISTS (SELECT 1 FROM users_user u WHERE u.id = COALESCE(NEW.ended_by_id, NEW.entered_by_id) "
    "AND u.role = 'admin')"
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
    *never_lost(
        "redaction_decision_kept",
        table="redaction_spandecision",
        same=("id = NEW.id", "span_id = NEW.span_id AND superseded_at IS NULL AND NEW.superseded_at IS NULL"),
        message="The anonymisation log loses nothing.",
    ),
    *append_only(
        table="redaction_namelift",
        same=(
            "id = NEW.id",
            "edition_id = NEW.edition_id AND digest = NEW.digest AND language = NEW.language "
            'AND passage = NEW.passage AND start = NEW.start AND "end" = NEW."end" AND person_id = NEW.person_id',
        ),
        message="What was said of a place stands; another text needs to be looked at anew.",
    ),
    *refuse_when(
        "redaction_lift_has_a_text",
        table="redaction_namelift",
        on="INSERT",
        condition=_NO_TEXT_LEFT,
        message="What was withdrawn or replaced needs no lift.",
    ),
    *append_only(
        table="redaction_liftverdict",
        same=("id = NEW.id", "lift_id = NEW.lift_id"),
        message="A verdict stands; another text needs to be looked at anew.",
    ),
    *refuse_when(
        "redaction_lift_two_people",
        table="redaction_liftverdict",
        on="INSERT",
        condition=_NO_SECOND_PERSON,
        message="A lift is confirmed by somebody who neither proposed it nor had a hand in the edition.",
    ),
    *refuse_when(
        "redaction_lift_same_text",
        table="redaction_liftverdict",
        on="INSERT",
        condition="NOT EXISTS (SELECT 1 FROM redaction_namelift l WHERE l.id = NEW.lift_id AND l.digest = NEW.digest)",
        message="A lift is confirmed for the text it was proposed for.",
    ),
    *refuse_when(
        "redaction_lift_by_reviewer",
        table="redaction_liftverdict",
        on="INSERT",
        condition="NOT EXISTS (SELECT 1 FROM users_user u WHERE u.id = NEW.given_by_id AND u.role = 'admin')",
        message="Only an admin confirms a lift.",
    ),
    *refuse_when(
        "redaction_exposure_in_redaction",
        table="redaction_acceptedexposure",
        on=("INSERT", "UPDATE"),
        condition=(
            "NOT EXISTS (SELECT 1 FROM testimonies_edition e WHERE e.id = NEW.edition_id AND e.state = 'in_redaction')"
        ),
        message="An exposure is accepted while its edition is in redaction, and at no other time.",
    ),
    *refuse_when(
        "redaction_exposure_had_a_hand",
        table="redaction_acceptedexposure",
        on="INSERT",
        condition=(
            "NOT EXISTS (SELECT 1 FROM testimonies_contribution c "
            "WHERE c.edition_id = NEW.edition_id AND c.user_id = NEW.accepted_by_id)"
        ),
        message="Whoever accepts an exposure has a hand in the edition and cannot review it.",
    ),
    *refuse_when(
        "redaction_exposure_fixed",
        table="redaction_acceptedexposure",
        on="UPDATE",
        condition=(
            "(NEW.edition_id <> OLD.edition_id OR NEW.rule <> OLD.rule OR NEW.digest <> OLD.digest "
            "OR NEW.reason <> OLD.reason OR NEW.accepted_by_id <> OLD.accepted_by_id OR OLD.superseded_at IS NOT NULL)"
        ),
        message="An acceptance is superseded by another, never rewritten.",
    ),
    *never_lost(
        "redaction_exposure_kept",
        table="redaction_acceptedexposure",
        same=(
            "id = NEW.id",
            "edition_id = NEW.edition_id AND rule = NEW.rule AND superseded_at IS NULL AND NEW.superseded_at IS NULL",
        ),
        message="The anonymisation log loses nothing.",
    ),
    *refuse_when(
        "redaction_public_thing_by_admin",
        table="redaction_publicthing",
        on=("INSERT", "UPDATE"),
        condition=_NO_ADMIN,
        message="Only an admin adds to the list of public things or takes out of it.",
    ),
    *refuse_when(
        "redaction_public_thing_fixed",
        table="redaction_publicthing",
        on="UPDATE",
        condition=(
            "(NEW.id <> OLD.id OR NEW.words <> OLD.words OR NEW.key <> OLD.key OR NEW.kind <> OLD.kind "
            "OR NEW.language <> OLD.language OR NEW.entered_by_id <> OLD.entered_by_id "
            "OR NEW.entered_at <> OLD.entered_at OR OLD.ended_at IS NOT NULL)"
        ),
        message="A public thing is taken out and entered anew, never rewritten.",
    ),
    *never_lost(
        "redaction_public_thing_kept",
        table="redaction_publicthing",
        same=("id = NEW.id", "key = NEW.key AND ended_at IS NULL AND NEW.ended_at IS NULL"),
        message="What was held to be public stays known.",
    ),
)
