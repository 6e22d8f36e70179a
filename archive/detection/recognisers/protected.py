"""Names the archive has sworn to protect, in any spelling (`archive.language.matching`)."""

from collections.abc import Iterator

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.segments import Document
from archive.language.matching import NameMatcher


def find(document: Document, known_names: NameMatcher | None) -> Iterator[Finding]:
    """Yield every place where a protected name stands."""
    if known_names is None:
        return
    for match in known_names.find(document.text):
        reason = (
            "A form of a protected name."
            if match.tier == "block"
            else "Close to a protected name; may be another word."
        )
        yield Finding(
            match.start,
            match.end,
            EntityType.PERSON,
            "name",
            IdentifierClass.DIRECT,
            third_person=False,
            recogniser="protected",
            reason=reason,
            person=match.person,
            score=1.0 if match.tier == "block" else 0.6,
        )
