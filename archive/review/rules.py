"""What the database itself refuses of reviews: approving what one decided, approving another text, skipping review."""

from typing import Final

from archive.audit.triggers import Trigger, append_only, refuse_when

_HAD_A_HAND: Final = (
    "(EXISTS (SELECT 1 FROM review_reviewround r JOIN testimonies_contribution c ON c.edition_id = r.edition_id "
    "WHERE r.id = NEW.round_id AND c.user_id = NEW.reviewer_id) "
    "OR EXISTS (SELECT 1 FROM review_reviewround r JOIN redaction_identifyingspan s ON s.edition_id = r.edition_id "
    "JOIN redaction_spandecision d ON d.span_id = s.id "
    "WHERE r.id = NEW.round_id AND d.decided_by_id = NEW.reviewer_id) "
    "OR EXISTS (SELECT 1 FROM review_reviewround r JOIN testimonies_edition e ON e.id = r.edition_id "
    "JOIN testimonies_appearance a ON a.testimony_id = e.testimony_id "
    "JOIN vault_namingdecision n ON n.person_id = a.person_id "
    "WHERE r.id = NEW.round_id AND n.decided_by_id = NEW.reviewer_id) "
    "OR EXISTS (SELECT 1 FROM review_reviewround r WHERE r.id = NEW.round_id AND r.submitted_by_id = NEW.reviewer_id))"
)
_ANOTHER_TEXT: Final = (
    "NOT EXISTS (SELECT 1 FROM review_reviewround r JOIN testimonies_edition e ON e.id = r.edition_id "
    "WHERE r.id = NEW.round_id AND r.digest = NEW.digest AND e.state = 'in_review')"
)
_NO_REVIEWER: Final = (
    "NOT EXISTS (SELECT 1 FROM users_user u WHERE u.id = NEW.reviewer_id AND u.role IN ('admin', 'service'))"
)
# The verdict that counts is that of the latest round.
_NOT_APPROVED: Final = (
    "NOT EXISTS (SELECT 1 FROM review_verdict v JOIN review_reviewround r ON r.id = v.round_id "
    "WHERE r.edition_id = NEW.id AND v.outcome = 'approve' AND r.number = "
    "(SELECT MAX(l.number) FROM review_reviewround l WHERE l.edition_id = NEW.id))"
)

TRIGGERS: Final[tuple[Trigger, ...]] = (
    *append_only(
        table="review_verdict",
        same=("id = NEW.id", "round_id = NEW.round_id"),
        message="A verdict stands; another round brings another one.",
    ),
    *append_only(
        table="review_reviewround",
        same=("id = NEW.id", "edition_id = NEW.edition_id AND number = NEW.number"),
        message="A round stands; another submission opens another one.",
    ),
    *append_only(
        table="testimonies_contribution",
        same=("id = NEW.id",),
        message="Who had a hand in an edition is not forgotten.",
    ),
    *refuse_when(
        "review_four_eyes",
        table="review_verdict",
        on="INSERT",
        condition=_HAD_A_HAND,
        message="Nobody reviews what they decided.",
    ),
    *refuse_when(
        "review_same_text",
        table="review_verdict",
        on="INSERT",
        condition=_ANOTHER_TEXT,
        message="A verdict is on the text that was submitted, while it is in review.",
    ),
    *refuse_when(
        "review_by_reviewer",
        table="review_verdict",
        on="INSERT",
        condition=_NO_REVIEWER,
        message="Only an admin reviews.",
    ),
    *refuse_when(
        "review_before_approval",
        table="testimonies_edition",
        on="UPDATE",
        condition=f"(NEW.state IN ('approved', 'published') AND {_NOT_APPROVED})",
        message="An edition is approved by a verdict and published once approved.",
    ),
    *refuse_when(
        "review_order",
        table="testimonies_edition",
        on="UPDATE",
        condition=(
            "((NEW.state = 'approved' AND OLD.state NOT IN ('in_review', 'approved')) "
            "OR (NEW.state = 'published' AND OLD.state NOT IN ('approved', 'published', 'suspended')) "
            "OR (OLD.state IN ('superseded', 'withdrawn') AND NEW.state <> OLD.state) "
            "OR (NEW.change <> OLD.change AND OLD.state NOT IN ('in_redaction')))"
        ),
        message="An edition moves one step at a time, and what left redaction is not edited.",
    ),
    *refuse_when(
        "review_begins_in_redaction",
        table="testimonies_edition",
        on="INSERT",
        condition="(NEW.state <> 'in_redaction')",
        message="An edition begins in redaction.",
    ),
)
