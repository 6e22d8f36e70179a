"""What the database itself refuses of publication: certifying another text than the one approved."""

from typing import Final

from archive.audit.triggers import Trigger, append_only, refuse_when

_NOT_THE_APPROVED_TEXT: Final = (
    "NOT EXISTS (SELECT 1 FROM review_verdict v JOIN review_reviewround r ON r.id = v.round_id "
    "JOIN testimonies_edition e ON e.id = r.edition_id "
    "WHERE r.edition_id = NEW.edition_id AND v.outcome = 'approve' AND v.digest = NEW.digest "
    "AND e.state IN ('approved', 'published', 'suspended'))"
)
_UNCERTIFIED: Final = (
    "(NEW.state = 'published' AND OLD.state <> 'published' AND NOT EXISTS "
    "(SELECT 1 FROM publication_publicationcertificate c JOIN review_reviewround r ON r.edition_id = c.edition_id "
    "AND r.digest = c.digest WHERE c.edition_id = NEW.id AND r.number = "
    "(SELECT MAX(l.number) FROM review_reviewround l WHERE l.edition_id = NEW.id)))"
)

TRIGGERS: Final[tuple[Trigger, ...]] = (
    *append_only(
        table="publication_publicationcertificate",
        same=("id = NEW.id",),
        message="A certificate stands; a later gate gives another one.",
    ),
    *append_only(
        table="publication_release",
        same=("serial = NEW.serial",),
        message="A release was issued; the next one has the next serial.",
    ),
    *append_only(
        table="publication_releasededition",
        same=("id = NEW.id", "edition_id = NEW.edition_id"),
        message="An edition first went out once, with the release that says so.",
    ),
    *refuse_when(
        "publication_same_text",
        table="publication_publicationcertificate",
        on="INSERT",
        condition=_NOT_THE_APPROVED_TEXT,
        message="What is certified is what was approved.",
    ),
    *refuse_when(
        "publication_certified",
        table="testimonies_edition",
        on="UPDATE",
        condition=_UNCERTIFIED,
        message="Only what the gate has certified is published.",
    ),
)
