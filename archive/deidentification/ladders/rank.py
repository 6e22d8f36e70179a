"""Ranks: the class, officer or soldier, "serviceman"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.deidentification.nouns import entry_of, noun_rungs
from archive.deidentification.rungs import Rung, worth_offering

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention


def generalise_rank(mention: Mention) -> tuple[Rung, ...]:
    """Return the class of a rank, what it amounts to, and no more than that somebody served."""
    entry = entry_of(mention, "ranks")
    return worth_offering(mention, noun_rungs(mention, entry.levels)) if entry else ()
