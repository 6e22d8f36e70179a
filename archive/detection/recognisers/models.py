"""Taggers trained by the project: names in Norwegian text, identifying details in court prose."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.phrases import finding
from archive.detection.segments import Document
from archive.detection.tagging import OUTSIDE, load_tagger

_NORWEGIAN = frozenset({"nb", "nn"})
_COURT = frozenset(
    "applicant applicant's applicants applicants' court convention government article proceedings appeal judgment prosecutor "
    "detention tribunal alleged complained lodged respondent regional".split()
)
_TYPES = {"DATETIME": EntityType.DATE} | {kind.value: kind for kind in EntityType}
_REASONS = {
    "PERSON": "The tagger reads a person.",
    "LOC": "The tagger reads a place.",
    "ORG": "The tagger reads an organisation.",
    "DEM": "The tagger reads a detail of a person.",
}
_DETAILS = {"PERSON": "name", "LOC": "place", "ORG": "organisation", "DATE": "date", "DATETIME": "date", "CODE": "case_number", "QUANTITY": "counts", "DEM": "demographic"}  # fmt: skip
COURT_SHARE = 0.03
COURT_FROM = {"O": 0.04}
NAMES_FROM = {"PERSON": 0.06, "LOC": 0.2, "ORG": 0.3, "MISC": 0.6, "DEM": 0.4}


def is_court_prose(document: Document) -> bool:
    """Tell judgments from testimony by their words."""
    if document.court is None:
        sample = document.lower[:4000]
        hits = sum(form in _COURT for form in sample)
        document.court = bool(sample) and hits / len(sample) > COURT_SHARE and "en" in document.languages[:1]
    return document.court


def find(document: Document) -> Iterator[Finding]:
    """Yield what the taggers read."""
    if is_court_prose(document):
        yield from _tagged(document, "court", COURT_FROM, [(0, len(document.words))])
        return
    ranges = [r for r in document.paragraphs if document.languages[r[0]] in _NORWEGIAN]
    if ranges:
        yield from _tagged(document, "names-no", NAMES_FROM, ranges, capital=True)


def _tagged(
    document: Document, name: str, least: dict[str, float], ranges: list[tuple[int, int]], *, capital: bool = False
) -> Iterator[Finding]:  # fmt: skip
    tagger = load_tagger(name)
    chances = tagger.chances(document)
    kept = [place for place, label in enumerate(tagger.labels) if label in {OUTSIDE, "KEEP"}]
    others = [place for place in range(len(tagger.labels)) if place not in kept]
    outside = chances[:, kept].sum(axis=1)
    best = np.array(others)[chances[:, others].argmax(axis=1)]
    limits = np.array([least.get(label, least.get("O", 1.1)) for label in tagger.labels])[best]
    flagged = 1 - outside >= limits
    if capital:
        lower = np.array([not word[0].isupper() for word in document.words])
        flagged &= ~lower | (outside < 0.5)
    for first, end in ranges:
        yield from _runs(document, first, end, tagger.labels, outside, best, flagged)


def _runs(
    document: Document, first: int, end: int, labels: tuple[str, ...], outside: npt.NDArray[np.float32],
    best: npt.NDArray[np.intp], flagged: npt.NDArray[np.bool_],
) -> Iterator[Finding]:  # fmt: skip
    index = first
    while index < end:
        if not flagged[index]:
            index += 1
            continue
        last = index + 1
        while last < end and flagged[last] and best[last] == best[index] and "\n" not in document.gaps[last]:
            last += 1
        label = labels[best[index]]
        direct = label in {"PERSON", "CODE"}
        yield finding(
            document, (index, last), _TYPES.get(label, EntityType.MISC), _DETAILS.get(label, "detail"),
            IdentifierClass.DIRECT if direct else IdentifierClass.QUASI, "models",
            _REASONS.get(label, "The tagger reads an identifying detail."), third_person=label == "PERSON",
            score=float(1 - outside[index:last].min()),
        )  # fmt: skip
        index = last
