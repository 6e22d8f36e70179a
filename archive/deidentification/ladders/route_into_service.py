"""How somebody came into the service: the way and the half-year, then the way alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.deidentification.dates import parse_date
from archive.deidentification.nouns import entry_of
from archive.deidentification.rungs import Rung, rung, worth_offering

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention

_HALVES = {
    "en": ("in the first half of {}", "in the second half of {}"),
    "nb": ("i første halvår {}", "i andre halvår {}"),
    "ru": ("в первой половине {} года", "во второй половине {} года"),
    "uk": ("у першій половині {} року", "у другій половині {} року"),
}
_YEARS = {"en": "in {}", "nb": "i {}", "ru": "в {} году", "uk": "у {} році"}
_JUNE = 6


def generalise_route_into_service(mention: Mention) -> tuple[Rung, ...]:
    """Return the way into the service with its half-year, and without."""
    entry = entry_of(mention, "routes", rows_decide=True)
    if entry is None:
        return ()
    way = entry.levels["L2"][mention.language]
    found = [rung(mention, "L2", way)]
    date = parse_date(mention.words, mention.language)
    if date and date.year:
        month = date.month or {1: 1, 2: 4, 3: 7, 4: 10}.get(date.season or 0)
        template = _HALVES[mention.language][month > _JUNE] if month else _YEARS[mention.language]
        found.insert(0, rung(mention, "L1", f"{way} {template.format(date.year)}"))
    return worth_offering(mention, tuple(found))
