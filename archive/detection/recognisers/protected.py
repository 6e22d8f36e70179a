"""Names the archive has sworn to protect, in any spelling (`archive.language.matching`)."""

from collections.abc import Iterator

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.segments import Document
from archive.language.matching import NameMatch, NameMatcher


def find(document: Document, known_names: NameMatcher | None) -> Iterator[Finding]:
    """Yield every place where a protected name stands; the parts of one name side by side are one place."""
    if known_names is None:
        return
    for run in _runs(document.text, known_names.find(document.text)):
        is_certain = any(match.tier == "block" for match in run)
        yield Finding(
            run[0].start,
            max(match.end for match in run),
            EntityType.PERSON,
            "name",
            IdentifierClass.DIRECT,
            third_person=False,
            recogniser="protected",
            reason="A form of a protected name." if is_certain else "Close to a protected name; may be another word.",
            person=run[0].person,
            score=1.0 if is_certain else 0.6,
        )


def _runs(text: str, matches: tuple[NameMatch, ...]) -> Iterator[list[NameMatch]]:
    """Join the matches of one person with nothing but blanks between: a name changed by halves reads as two people."""
    by_person: dict[str, list[NameMatch]] = {}
    for match in matches:
        by_person.setdefault(match.person, []).append(match)
    for own in by_person.values():
        run: list[NameMatch] = []
        for match in sorted(own, key=lambda one: (one.start, one.end)):
            end = max((one.end for one in run), default=0)
            between = text[end : match.start]
            if run and (match.start < end or (between and set(between) <= {" ", "\u00a0"})):
                run.append(match)
                continue
            if run:
                yield run
            run = [match]
        if run:
            yield run
