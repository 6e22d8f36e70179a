"""Places: settlements by the gazetteer in every case, kinds of places with a name."""

from collections.abc import Iterator

from archive.detection.clues import clues_in, places_of
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import NAME, PLACE, WORD, Flag, flags_of
from archive.detection.morphology import NAMES, Kind, kinds_of
from archive.detection.ordinary import is_ordinary
from archive.detection.phrases import finding
from archive.detection.roles import is_nationality
from archive.detection.segments import Document
from archive.language.remembering import remembered

_SIZES = (
    (Flag.PLACE_LARGE, "over a million people"),
    (Flag.PLACE_MEDIUM, "over 100,000 people"),
    (Flag.PLACE_SMALL, "over 10,000 people"),
    (Flag.PLACE_TINY, "fewer than 10,000 people"),
)
_PREPOSITIONS = frozenset(
    "in at from near to of by via through into towards outside around i fra frå til ved på mot nær gjennom over utenfor "
    "в во из под на до у через возле около с со к за біля з із у під коло від".split()
)
_LEAST = 5
_MOST_WORDS = 3
_WITHIN = frozenset({" ", "-", "\u00a0"})
_KIND = frozenset({"place_kind"})


def find(document: Document) -> Iterator[Finding]:
    """Yield places."""
    yield from _listed(document)
    yield from _in_lower_case(document)
    yield from _kinds(document)


def _listed(document: Document) -> Iterator[Finding]:
    words, lower, gaps = document.words, document.lower, document.gaps
    done = 0
    for index in document.capitals:
        if index < done or len(words[index]) < 3:
            continue
        longest = 1
        while longest < _MOST_WORDS and index + longest < len(words) and gaps[index + longest] in _WITHIN:
            longest += 1
        for end in range(index + longest, index, -1):
            if end > index + 1 and not words[end - 1][0].isupper():
                continue
            joined = lower[index] + "".join(gaps[k] + lower[k] for k in range(index + 1, end))
            flags = flags_of(joined) & PLACE
            if not flags and end == index + 1:
                flags = flags_of(joined.removesuffix("'s").removesuffix("s")) & PLACE if len(joined) > 5 else 0
            if flags and (end > index + 1 or _may_be_place(document, index)):
                size = next(words for flag, words in _SIZES if flags & flag)
                detail = "place" if not flags & Flag.PLACE_LARGE else "large_place"
                yield finding(
                    document, (index, end), EntityType.LOC, detail, IdentifierClass.QUASI, "places",
                    f"A settlement of {size}.", score=0.7,
                )  # fmt: skip
                done = end
                break


def _in_lower_case(document: Document) -> Iterator[Finding]:
    lower, languages = document.lower, document.languages
    for index in [index for index, form in enumerate(lower, 1) if form in _PREPOSITIONS]:
        if index < len(lower) and _is_place_in_lower_case(lower[index], languages[index]) and _follows(document, index):
            yield finding(
                document, (index, index + 1), EntityType.LOC, "place", IdentifierClass.QUASI, "places",
                "A settlement, written in lower case.", score=0.5,
            )  # fmt: skip


def _follows(document: Document, index: int) -> bool:
    return document.gaps[index] == " " and document.words[index].islower()


@remembered(maxsize=50_000)
def _is_place_in_lower_case(form: str, language: str) -> bool:
    """Tell "from shadrinsk", "в саратове" in a chat: listed, and no word of the language."""
    if len(form) < _LEAST or flags_of(form) & (NAME | WORD | Flag.FREQUENT):
        return False
    if language in {"ru", "uk"}:
        return kinds_of(form, language) == Kind.PLACE
    return bool(flags_of(form) & PLACE) and not is_ordinary(form, language)


def _may_be_place(document: Document, index: int) -> bool:
    if "vehicle" in clues_in(document)[index] or is_nationality(document, index):
        return False
    return _likely_place(document, index)


def _likely_place(document: Document, index: int) -> bool:
    """Leave names and sentence-initial ordinary words to the other nets."""
    form, language = document.lower[index], document.languages[index]
    if index > 0 and document.lower[index - 1] in _PREPOSITIONS:
        return True
    if language in {"ru", "uk"}:
        kinds = kinds_of(form, language)
        if kinds & Kind.PLACE:
            return not (document.initial[index] and kinds & Kind.ORDINARY)
        if language == "uk" and not kinds & NAMES:
            return not flags_of(form) & (Flag.FREQUENT | Flag.COMMON) or not document.initial[index]
        return not kinds & (NAMES | Kind.ORDINARY)
    flags = flags_of(form)
    if document.initial[index] and flags & WORD:
        return False
    return not flags & NAME


def _kinds(document: Document) -> Iterator[Finding]:
    """A kind of place beside a capital: "landsbyen X", "X district", "деревня X"."""
    clues, words, gaps = clues_in(document), document.words, document.gaps
    for index in places_of(document, _KIND):
        classes = clues[index]
        if "place_kind" not in classes:
            continue
        first, end = index, index + 1
        while (
            end < len(words)
            and end - index < 4
            and gaps[end] in {" ", "-", " «", ". ", ' "'}
            and words[end][0].isupper()
            and not (gaps[end] == ". " and document.initial[end])
        ):
            end += 1
        if end == index + 1:
            while (
                first > 0
                and index - first < 3
                and gaps[first] in {" ", "-"}
                and words[first - 1][0].isupper()
                and not document.initial[first - 1]
            ):
                first -= 1
        if end - first > 1:
            yield finding(
                document, (first, end), EntityType.LOC, "place", IdentifierClass.QUASI, "places", "A place named with its kind."
            )  # fmt: skip
