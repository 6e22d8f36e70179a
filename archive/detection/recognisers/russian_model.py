"""The packaged Russian model (slovnet, with natasha's weights): persons, places, organisations in Cyrillic text."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import Flag, flags_of
from archive.detection.morphology import NAMES, Kind, kinds_of
from archive.detection.readings import PERSON_READ
from archive.detection.segments import Document, is_cyrillic

_KINDS = {
    "PER": (EntityType.PERSON, "name", IdentifierClass.DIRECT, PERSON_READ),
    "LOC": (EntityType.LOC, "place", IdentifierClass.QUASI, "The Russian model reads a place."),
    "ORG": (EntityType.ORG, "organisation", IdentifierClass.QUASI, "The Russian model reads an organisation."),
}
_LONGEST = 400
_AND = frozenset("и й і та чи или або".split())


@lru_cache(maxsize=1)
def load_model() -> Any:
    """Load the weights; a missing package fails the detection instead of weakening it."""
    from slovnet import NER  # noqa: PLC0415  (loaded only for Cyrillic text)

    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("The package natasha is missing; install the project's dependencies.")
    data = Path(spec.submodule_search_locations[0]) / "data"
    model = NER.load(data / "model" / "slovnet_ner_news_v1.tar")
    model.navec(_vectors(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    return model


def _vectors(path: Path) -> Any:
    """Read of the word vectors what the model takes: it has the words themselves, and never asks how alike two are."""
    from navec.meta import Meta  # noqa: PLC0415
    from navec.navec import META, PQ_, Navec  # noqa: PLC0415
    from navec.pq import PQ  # noqa: PLC0415
    from navec.tar import Tar  # noqa: PLC0415

    class Codes(PQ):  # type: ignore[misc]  # (the package is untyped)
        def precompute(self) -> None:
            """Leave the table of likenesses out: it takes a third of the time to load."""

    with Tar(path) as tar:
        return Navec(Meta.from_file(tar.load(META)), None, Codes.from_file(tar.load(PQ_)))


def find(document: Document) -> Iterator[Finding]:
    """Yield what the model reads in the paragraphs that hold Cyrillic letters."""
    pieces = list(_pieces(document))
    if not pieces:
        return
    model = load_model()
    for (start, _), markup in zip(pieces, model.map([text for _, text in pieces]), strict=True):
        for span in markup.spans:
            if _is_opener(document, start + span.start, start + span.stop):
                continue
            kind, detail, identifier_class, reason = _KINDS[span.type]
            first, end = document.tokens_of(start + span.start, start + span.stop)
            first, end = _trimmed(document, first, end)
            for begin, last in _apart(document, first, end) if kind is EntityType.PERSON else ((first, end),):
                if begin < last:
                    yield Finding(
                        document.spans[begin][0], document.spans[last - 1][1], kind, detail, identifier_class,
                        kind is EntityType.PERSON, "russian_model", reason, score=0.8,
                    )  # fmt: skip


def _apart(document: Document, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield two people joined by "and" one by one."""
    begin = first
    for index in range(first, end):
        if document.lower[index] in _AND and document.words[index][0].islower():
            yield begin, index
            begin = index + 1
    yield begin, end


def _trimmed(document: Document, first: int, end: int) -> tuple[int, int]:
    """Drop the small words the model takes in at both ends of a name in Ukrainian text."""
    if first < end and document.languages[first] == "uk":
        while first < end and document.words[first][0].islower():
            first += 1
        while end > first and document.words[end - 1][0].islower():
            end -= 1
        if end - first > 1 and _is_opener(document, *document.spans[first]):
            first += 1
    return first, end


def _is_opener(document: Document, start: int, stop: int) -> bool:
    """Tell the ordinary word at the head of a sentence, which the model takes for a name in Ukrainian."""
    first, end = document.tokens_of(start, stop)
    if end - first != 1 or not document.initial[first]:
        return False
    form, language = document.lower[first], document.languages[first]
    kinds = kinds_of(form, language) if language in {"ru", "uk"} else 0
    if flags_of(form) & Flag.COMMON:
        return not kinds & Kind.FIRST_NAME
    return bool(kinds & Kind.ORDINARY) and not kinds & (NAMES | Kind.PLACE)


def _pieces(document: Document) -> Iterator[tuple[int, str]]:
    """Yield stretches of Cyrillic paragraphs: long enough to be read fast, short enough to be held in memory."""
    first = end = -1
    for begin, last in document.paragraphs:
        cyrillic = sum(is_cyrillic(word) for word in document.words[begin:last]) * 2 >= last - begin
        if first >= 0 and (not cyrillic or last - first > _LONGEST):
            yield _piece(document, first, end)
            first = -1
        if cyrillic:
            first, end = (begin, last) if first < 0 else (first, last)
    if first >= 0:
        yield _piece(document, first, end)


def _piece(document: Document, first: int, end: int) -> tuple[int, str]:
    start, stop = document.spans[first][0], document.spans[end - 1][1]
    return start, document.text[start : min(len(document.text), stop + 1)]
