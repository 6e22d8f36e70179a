"""Read the findings of the wide nets again by what a tagger that knows the prose makes of them."""

import numpy as np
import numpy.typing as npt

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import NAME, Flag, flags_of
from archive.detection.morphology import NAMES, Kind, kinds_of
from archive.detection.readings import COURT, NAMES_NO, PERSON_READ, reading_of
from archive.detection.segments import Document
from archive.language.codes import NORWEGIAN

_CERTAIN = frozenset({"protected", "contacts", "codes", "models", "public", "pseudonym"})
_WIDE = frozenset({"capitals", "names", "repeats"})
_NAMED_AFTER = frozenset("ім імені св святого святої фонду".split())
_ADJECTIVES = ("ої", "ого", "ому", "ій", "ім", "ими", "их", "ою", "ую", "ська", "ське", "ські")
_COURT_LEAST = 0.002
_PERSON_LEAST = 0.03
_SURE_RULE = 0.84
_ORDINARY = "The tagger of court prose holds it to be ordinary there."


def read_again(document: Document, standing: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings, those of the wide nets weighed by the tagger of this prose."""
    reading = reading_of(document)
    if reading is not None and reading.tagger == COURT:
        inside = 1 - reading.outside()
        return tuple(_in_court(document, finding, inside) for finding in standing)
    norwegian = reading.of("PERSON") if reading is not None and reading.tagger == NAMES_NO else None
    return tuple(_as_name(document, finding, norwegian) for finding in standing)


def _tokens(document: Document, finding: Finding) -> tuple[int, int]:
    first, end = document.tokens_of(finding.start, finding.end)
    return first, max(end, first + 1)


def _in_court(document: Document, finding: Finding, inside: npt.NDArray[np.float32]) -> Finding:
    """Keep of a finding the stretch that is not ruled out; of a finding ruled out altogether, say so."""
    if finding.recogniser in _CERTAIN or not finding.is_candidate:
        return finding
    first, end = _tokens(document, finding)
    left = [index for index in range(first, end) if inside[index] >= _COURT_LEAST]
    if not left:
        losers = (*finding.losers, finding.reason)
        return finding._replace(identifier_class=IdentifierClass.PUBLIC, losers=losers, reason=_ORDINARY)
    start, stop = document.spans[left[0]][0], document.spans[left[-1]][1]
    return finding._replace(start=max(finding.start, start), end=min(finding.end, stop))


def _as_name(document: Document, finding: Finding, norwegian: npt.NDArray[np.float32] | None) -> Finding:
    """A capital that the model of its language does not take for a person stays a candidate, as something else."""
    if finding.entity_type is not EntityType.PERSON or finding.recogniser not in _WIDE | {"russian_model"}:
        return finding
    first, end = _tokens(document, finding)
    if not any(word[0].isupper() for word in document.words[first:end]):
        return finding._replace(entity_type=EntityType.DEM)
    if finding.recogniser == "russian_model":
        if document.languages[first] != "uk":
            return finding
        if first > 0 and document.lower[first - 1] in _NAMED_AFTER:
            return finding._replace(entity_type=EntityType.ORG)
        known = any(_may_name(document, k) for k in range(first, end))
        return finding if known else finding._replace(entity_type=EntityType.MISC)
    return (
        finding if _is_read(document, finding, first, end, norwegian) else finding._replace(entity_type=EntityType.MISC)
    )


def _is_read(
    document: Document, finding: Finding, first: int, end: int, norwegian: npt.NDArray[np.float32] | None
) -> bool:  # fmt: skip
    language = document.languages[first]
    if finding.score > _SURE_RULE:
        return True
    if language in NORWEGIAN and norwegian is not None:
        return float(norwegian[first:end].max()) >= _PERSON_LEAST
    if language in {"ru", "uk"}:
        return PERSON_READ in finding.losers
    return finding.recogniser != "capitals"


def _may_name(document: Document, index: int) -> bool:
    """The Russian model takes many Ukrainian words for names: ask the dictionaries whether it can be one."""
    form = document.lower[index]
    if not document.words[index][0].isupper():
        return False
    kinds, flags = kinds_of(form, "uk"), flags_of(form)
    if kinds & NAMES:
        # The Ukrainian dictionary holds every adjective to be a surname too: "Української", "Замковій".
        doubtful = kinds & Kind.ORDINARY and not flags & NAME and (flags & Flag.COMMON or form.endswith(_ADJECTIVES))
        return not doubtful or _beside_a_name(document, index)
    if kinds:
        return bool(flags & Flag.FIRST_NAME)
    return bool(flags & NAME) or not kinds_of(form, "ru") & ~NAMES


def _beside_a_name(document: Document, index: int) -> bool:
    return any(
        document.words[near][0].isupper() and flags_of(document.lower[near]) & Flag.FIRST_NAME
        for near in (index - 1, index + 1)
        if 0 <= near < len(document.words)
    )
