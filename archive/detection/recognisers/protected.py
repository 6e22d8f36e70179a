"""Names the archive has sworn to protect, in any spelling (`archive.language.matching`)."""

from collections.abc import Iterator

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.ordinary import is_ordinary
from archive.detection.segments import Document
from archive.language.matching import NameMatch, NameMatcher

# An article, an owner or a subject: what stands before a noun or a verb, and before nobody's name.
_BEFORE_NOUN = frozenset(
    "a an the no any some my your his her its our their this that i he she it we they en ei et eit ein den det ingen min din sin hans hennes vår jeg eg hun "
    "ho vi de мой моя моё мою своя свою один одна одну какой такая такой твой наш его её ее мій моя мою своя свою одна один який така наш його її".split()
)
_OWNERS = frozenset("min mi mitt mine din di ditt sin si sitt vår vårt hans hennes".split())


def find(document: Document, known_names: NameMatcher | None) -> Iterator[Finding]:
    """Yield every place where a protected name stands; the parts of one name side by side are one place."""
    if known_names is None:
        return
    for run in _runs(document.text, known_names.find(document.text)):
        is_certain = any(match.tier == "block" for match in run)
        if not is_certain and _is_plain_word(document, run):
            continue
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


def _is_plain_word(document: Document, run: list[NameMatch]) -> bool:
    """Tell "a rose", "she rose", "bror min" from a name in lower case: an ordinary word, and the words beside it say so.

    What only comes close to a name is asked about again by the gate, in the text that is to leave.
    """
    first, end = document.tokens_of(run[0].start, max(match.end for match in run))
    if end - first != 1 or not document.words[first].islower():
        return False
    lower, gaps = document.lower, document.gaps
    before = lower[first - 1] if first and gaps[first] == " " else ""
    after = lower[end] if end < len(lower) and gaps[end] == " " else ""
    return (before in _BEFORE_NOUN or after in _OWNERS) and is_ordinary(lower[first], document.languages[first])


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
