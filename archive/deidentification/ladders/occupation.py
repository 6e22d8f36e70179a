"""Civil occupations: the trade, the major group, the sector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.deidentification.nouns import entry_of, noun_rungs
from archive.deidentification.rungs import Rung, worth_offering

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention


def generalise_occupation(mention: Mention) -> tuple[Rung, ...]:
    """Return the trade without workplace or grade, its major group, its sector."""
    entry = entry_of(mention, "occupations")
    return worth_offering(mention, noun_rungs(mention, entry.levels)) if entry else ()
