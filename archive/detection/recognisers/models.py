"""Taggers trained by the project: names in Norwegian text, identifying details in court prose."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import NAME, PLACE, Flag, flags_of
from archive.detection.ordinary import is_ordinary
from archive.detection.phrases import finding
from archive.detection.readings import COURT, Reading, reading_of
from archive.detection.segments import Document
from archive.detection.tagging import OUTSIDE
from archive.language.codes import NORWEGIAN

_TYPES = {"DATETIME": EntityType.DATE} | {kind.value: kind for kind in EntityType}
_REASONS = {
    "PERSON": "The tagger reads a person.",
    "LOC": "The tagger reads a place.",
    "ORG": "The tagger reads an organisation.",
    "DEM": "The tagger reads a detail of a person.",
}
_DETAILS = {"PERSON": "name", "LOC": "place", "ORG": "organisation", "DATE": "date", "DATETIME": "date", "CODE": "case_number", "QUANTITY": "counts", "DEM": "demographic"}  # fmt: skip
COURT_FROM = {OUTSIDE: 0.01}
_MAY_NAME = NAME | PLACE | Flag.PROPER_NO | Flag.PROPER_EN
NAMES_FROM = {"PERSON": 0.06, "LOC": 0.2, "ORG": 0.3, "MISC": 0.6, "DEM": 0.4}


def find(document: Document) -> Iterator[Finding]:
    """Yield what the taggers read."""
    reading = reading_of(document)
    if reading is None:
        return
    court = reading.tagger == COURT
    least = COURT_FROM if court else NAMES_FROM
    outside = reading.outside()
    others = [place for place, label in enumerate(reading.labels) if label not in {OUTSIDE, "KEEP"}]
    best = np.array(others)[reading.chances[:, others].argmax(axis=1)]
    flagged = 1 - outside >= np.array([least.get(label, least.get(OUTSIDE, 1.1)) for label in reading.labels])[best]
    if not court:
        capital = np.zeros(len(document.words), dtype=bool)
        capital[document.capitals] = True
        flagged &= capital | (outside < 0.5)
    yield from _runs(document, reading, outside, best, flagged)


def _is_plain(document: Document, first: int, end: int) -> bool:
    """Tell the ordinary word at the head of a sentence, which the tagger of names may not know: "Studieplassen"."""
    form = document.lower[first]
    if end - first != 1 or not document.initial[first] or flags_of(form) & _MAY_NAME:
        return False
    return is_ordinary(form, document.languages[first])


def _runs(
    document: Document,
    reading: Reading,
    outside: npt.NDArray[np.float32],
    best: npt.NDArray[np.intp],
    flagged: npt.NDArray[np.bool_],
) -> Iterator[Finding]:
    last, end, labels, court = 0, len(document.words), reading.labels, reading.tagger == COURT
    for index in np.flatnonzero(flagged).tolist():
        if index < last or not (court or document.languages[index] in NORWEGIAN):
            continue
        last = index + 1
        while last < end and flagged[last] and best[last] == best[index] and "\n" not in document.gaps[last]:
            last += 1
        label = labels[best[index]]
        if not court and _is_plain(document, index, last):
            continue
        direct = label in {"PERSON", "CODE"}
        yield finding(
            document, (index, last), _TYPES.get(label, EntityType.MISC), _DETAILS.get(label, "detail"),
            IdentifierClass.DIRECT if direct else IdentifierClass.QUASI, "models",
            _REASONS.get(label, "The tagger reads an identifying detail."), third_person=label == "PERSON",
            score=float(1 - outside[index:last].min()),
        )  # fmt: skip
