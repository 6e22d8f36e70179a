"""The kind of thing, for details that have no ladder of their own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from archive.deidentification.nouns import noun_rungs, vocabulary
from archive.deidentification.rungs import Ladder, Rung, worth_offering

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention


def label(detail: str) -> Ladder:
    """Return the ladder that names no more than the kind of a detail."""
    return partial(name_the_kind, detail)


def has_label(detail: str) -> bool:
    """Tell whether the detail's kind has a wording."""
    return any(entry.key == detail for entry in vocabulary("labels"))


def name_the_kind(detail: str, mention: Mention) -> tuple[Rung, ...]:
    """Return the wordings of a detail's kind, put into the sentence."""
    entry = next(entry for entry in vocabulary("labels") if entry.key == detail)
    return worth_offering(mention, noun_rungs(mention, entry.levels, article_if_bare=True))
