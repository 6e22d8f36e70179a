"""What the domain refuses, caught in one place; a refusal is shown on the page it was met on."""

from typing import Final

from archive.deidentification.treatments import OverlappingSpans, UnusableSpan
from archive.detection.identifiers import DetectionFailed
from archive.redaction.accepting import ExposureRefused
from archive.redaction.decisions import DecisionRefused
from archive.redaction.lifts import LiftRefused
from archive.redaction.public_things import PublicThingRefused
from archive.redaction.spans import SpanRefused
from archive.review.rounds import ReviewRefused
from archive.testimonies.accession import AccessionRefused
from archive.testimonies.description import DescriptionRefused
from archive.testimonies.models import IllegalMove
from archive.testimonies.persons import PersonRefused
from archive.testimonies.repair import NotText
from archive.users.staff import StaffRefused
from archive.vault.custody import AlreadyHeld
from archive.vault.naming import NameRefused

REFUSALS: Final = (
    AccessionRefused,
    AlreadyHeld,
    DecisionRefused,
    DescriptionRefused,
    DetectionFailed,
    ExposureRefused,
    IllegalMove,
    LiftRefused,
    NameRefused,
    NotText,
    OverlappingSpans,
    PersonRefused,
    PublicThingRefused,
    ReviewRefused,
    SpanRefused,
    StaffRefused,
    UnusableSpan,
)

UNPROCESSABLE: Final = 422  # what was sent is understood and refused; the page says why and keeps what was typed
CONFLICT: Final = 409
