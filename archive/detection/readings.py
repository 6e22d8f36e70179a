"""What the project's taggers make of a text: computed once, read by the recogniser and by the second reading."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive.detection.segments import Document
from archive.detection.tagging import OUTSIDE, load_tagger
from archive.language.codes import NORWEGIAN

_COURT = frozenset(
    "applicant applicant's applicants applicants' court convention government article proceedings appeal judgment prosecutor "
    "detention tribunal alleged complained lodged respondent regional".split()
)
_COURT_SHARE, _COURT_LEAST = 0.03, 4  # a few lines about an article and a court are no judgment
PERSON_READ = "The Russian model reads a person."
COURT, NAMES_NO = "court", "names-no"


@dataclass(frozen=True)
class Reading:
    """The chance of each label at each token."""

    tagger: str
    labels: tuple[str, ...]
    chances: npt.NDArray[np.float32]

    def outside(self) -> npt.NDArray[np.float32]:
        """Return the chance that a token identifies nobody."""
        kept = [place for place, label in enumerate(self.labels) if label in {OUTSIDE, "KEEP"}]
        return np.asarray(self.chances[:, kept].sum(axis=1), dtype=np.float32)

    def of(self, label: str) -> npt.NDArray[np.float32]:
        """Return the chance of one label at each token."""
        return np.asarray(self.chances[:, self.labels.index(label)], dtype=np.float32)


def is_court_prose(document: Document) -> bool:
    """Tell judgments from testimony by their words."""
    if document.court is None:
        sample = document.lower[:4000] if "en" in document.languages[:1] else []
        hits = sum(map(_COURT.__contains__, sample))
        document.court = hits >= _COURT_LEAST and hits / len(sample) > _COURT_SHARE
    return document.court


def reading_of(document: Document) -> Reading | None:
    """Return what the fitting tagger reads; None where no tagger knows the language."""
    if "en" in document.languages[:1]:
        load_tagger(COURT)  # read with the language, so that no judgment waits for it
    if document.reading is None and document.words:
        name = COURT if is_court_prose(document) else NAMES_NO if NORWEGIAN & set(document.languages) else ""
        if name:
            tagger = load_tagger(name)
            document.reading = Reading(name, tagger.labels, tagger.chances(document, everything=name == COURT))
    return document.reading
