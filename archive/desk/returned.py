"""What a reviewer said last of an edition, as the pages show it on which somebody goes on with it."""

from dataclasses import dataclass, field
from datetime import datetime

from archive.review.models import Verdict
from archive.testimonies.models import Edition


@dataclass(frozen=True, slots=True)
class ReviewersWords:
    """The words of one verdict, whose they are, of which round, and when."""

    reviewer: str
    round: int
    said_at: datetime
    words: str = field(repr=False)


def last_words(edition: Edition) -> ReviewersWords | None:
    """Return the words that came with the last verdict on an edition; None if there were none."""
    verdicts = Verdict.objects.filter(round__edition=edition).select_related("reviewer", "round")
    last = verdicts.order_by("round__number").last()
    words = last.words.reveal() if last else ""
    return ReviewersWords(str(last.reviewer), last.round.number, last.recorded_at, words) if last and words else None
