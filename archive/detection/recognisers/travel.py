"""Journeys: numbered buses, trains, flights, ferries, seats; helpers, hiding places and means of escape."""

import re
from collections.abc import Iterator

from archive.detection.clues import clues_in, places_of
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.phrases import finding
from archive.detection.segments import MIDDLE, NARROW, Document

_NUMBERED = re.compile(
    r"(?:\b(?:flight|fly|train|tog|bus|buss|tram|trikk|ferry|ferge|route|rute|wagon|vogn|seat|рейс|поезд\w?|потяг\w?|поїзд\w?|автобус\w?|"
    r"маршрутк\w|трамва\w|троллейбус\w?|вагон\w?|место|паром)[ ,]{1,2}(?:no\.? |nr\.? |№ ?|nummer |номер )?"
    r"[A-ZА-Я\d]{1,3}[ -]?\d{0,4}[A-ZА-Я]?(?!\w))|(?<!\w)\d{1,3}(?:st|nd|rd|th)? (?:bus|tram|train|bussen)\b"
    r"",
    re.IGNORECASE,
)
_CODED = re.compile(r"(?<!\w)[A-ZА-Я][A-ZА-Я\d] ?\d{3,4}(?![\w,.]\d|\w)|(?<!\w)\d{1,2}[A-F](?!\w)")
_CARRIERS = (
    "flight", "fly", "train", "tog", "bus", "tram", "trikk", "ferry", "ferge", "route", "rute", "wagon", "vogn", "seat", "рейс", "поезд",
    "потяг", "поїзд", "маршрут", "трамва", "тролл", "вагон", "место", "паром", "автобус",
)  # fmt: skip
_LETTER = re.compile(r"\d(?:(?<=[A-ZА-Я].)|(?<=[A-ZА-Я] .)|(?=[A-F]))")
_MEANS = frozenset({"helper", "refuge"})


def find(document: Document) -> Iterator[Finding]:
    """Yield what shows how somebody travelled and who helped."""
    for match in (
        *document.search(_NUMBERED, MIDDLE, words=_CARRIERS),
        *document.search(_CODED, NARROW, beside=_LETTER),
    ):
        if not any(letter.isdigit() for letter in match.group()):
            continue
        yield Finding(
            *match.span(), EntityType.MISC, "travel", IdentifierClass.OPERATIONAL, False, "travel", "A numbered journey.", score=0.5
        )  # fmt: skip
    clues = clues_in(document)
    for index in places_of(document, _MEANS):
        classes = clues[index]
        if classes & _MEANS:
            helper = "helper" in classes
            yield finding(
                document, (index, index + 1), EntityType.MISC, "helper" if helper else "refuge",
                IdentifierClass.OPERATIONAL if helper else IdentifierClass.LOOKUP, "travel",
                "A helper on the way." if helper else "A place of refuge.", third_person=helper, score=0.3,
            )  # fmt: skip
