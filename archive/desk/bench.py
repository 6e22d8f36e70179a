"""The workbench as frozen cards: original and public text row by row, and the open decisions in their order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from uuid import UUID

from django.views.decorators.debug import sensitive_variables

from archive.desk.words import LANGUAGE_WORDS, TREATMENT_WORDS, TYPE_WORDS, class_words, not_decided
from archive.redaction.models import IdentifyingSpan
from archive.redaction.rendering import OpenedTelling
from archive.redaction.spans import undecided_spans
from archive.testimonies.passages import Passage, passages_of

_KINDS = {"pseudonymise": "name", "generalise": "coarse", "summarise": "summary", "suppress": "withheld"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the original: plain, or a detail with its class and state."""

    text: str = field(repr=False)
    span: str = ""
    anchor: str = ""
    css: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class PublicPiece:
    """A stretch of what the public will read: plain, altered, or not decided yet."""

    kind: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """One passage, both ways."""

    number: int
    original: tuple[Piece, ...] = field(repr=False)
    public: tuple[PublicPiece, ...] = field(repr=False)
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class TellingPairs:
    """One telling, passage by passage."""

    language: str
    telling: int
    pairs: tuple[Pair, ...]

    @property
    def name(self) -> str:
        """Return the language by its own name."""
        return LANGUAGE_WORDS[self.language]


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """Details that one decision covers: the same words in the same telling."""

    span: IdentifyingSpan = field(repr=False)
    words: str = field(repr=False)
    passages: tuple[int, ...]
    is_current: bool = False

    @property
    def places(self) -> int:
        """Return in how many places the words stand."""
        return len(self.passages)

    @property
    def person(self) -> str:
        """Return the reference of the person whose name it is, if that is known."""
        return self.span.person.reference if self.span.person else ""

    @property
    def sub(self) -> str:
        """Say what kind of detail it is."""
        return str(TYPE_WORDS[self.span.entity_type])


def find_span(spans: Iterable[IdentifyingSpan], wanted: str) -> IdentifyingSpan | None:
    """Return the span with this id among those of an edition."""
    return next((span for span in spans if str(span.pk) == wanted), None)


@sensitive_variables("opened")
def open_decisions(
    opened: Sequence[OpenedTelling], spans: Sequence[IdentifyingSpan], *, current: IdentifyingSpan | None = None
) -> list[OpenDecision]:
    """Return what is still to decide: persons first, each person's names together, then by place in the text."""
    texts = {one.telling.pk: one.text for one in opened}
    languages = {one.telling.pk: number for number, one in enumerate(opened)}
    groups: dict[tuple[int, str], list[IdentifyingSpan]] = {}
    for span in undecided_spans(spans):
        groups.setdefault((span.telling_id, span.repeat), []).append(span)
    decisions = [
        OpenDecision(
            span=same[0],
            words=texts[same[0].telling_id][same[0].start : same[0].end],
            passages=tuple(span.passage for span in same),
            is_current=current is not None and any(span.pk == current.pk for span in same),
        )
        for same in groups.values()
    ]
    decisions.sort(
        key=lambda one: (
            languages[one.span.telling_id],
            one.person == "",
            one.person,
            one.span.start,
        )
    )
    return decisions


@sensitive_variables("opened")
def pairs_of(
    opened: Iterable[OpenedTelling], spans: Sequence[IdentifyingSpan], *, current: IdentifyingSpan | None = None
) -> list[TellingPairs]:
    """Return original and public text of every telling, passage by passage."""
    open_now = {span.pk for span in undecided_spans(spans)}
    told = []
    for one in opened:
        mine = [span for span in spans if span.telling_id == one.telling.pk]
        pairs = []
        for passage in passages_of(one.text):
            inside = [span for span in mine if passage.start <= span.start < passage.end]
            pairs.append(
                Pair(
                    passage.number,
                    _original(one.text, passage, inside, open_now, current),
                    _public(one.text, passage, inside, open_now),
                    is_here=current is not None
                    and current.telling_id == one.telling.pk
                    and current.passage == passage.number,
                )
            )
        told.append(TellingPairs(one.telling.language, one.telling.pk, tuple(pairs)))
    return told


@sensitive_variables("text")
def _original(
    text: str, passage: Passage, spans: list[IdentifyingSpan], open_now: set[UUID], current: IdentifyingSpan | None
) -> tuple[Piece, ...]:
    """Cut a passage at every border of a span; each piece belongs to the innermost span around it."""
    borders = sorted({passage.start, passage.end, *(s.start for s in spans), *(min(s.end, passage.end) for s in spans)})
    pieces: list[Piece] = []
    anchored: set[UUID] = set()
    for start, end in pairwise(borders):
        around = [span for span in spans if span.start <= start and end <= span.end]
        if not around:
            pieces.append(Piece(text[start:end]))
            continue
        span = min(around, key=lambda one: (one.end - one.start, one.start))
        anchor = "" if span.pk in anchored else f"d-{span.pk}"
        anchored.add(span.pk)
        pieces.append(_detail(text[start:end], span, anchor, is_open=span.pk in open_now, current=current))
    return tuple(pieces)


def _detail(words: str, span: IdentifyingSpan, anchor: str, *, is_open: bool, current: IdentifyingSpan | None) -> Piece:
    decision = span.standing_decision()
    name = decision.identifier_class if decision else span.identifier_class
    is_current = current is not None and span.pk == current.pk
    css = f"d d-{name.lower()}"
    if is_current:
        css += " now"
    elif is_open:
        css += " open"
    if span.third_person:
        css += " third"
    state = str(TREATMENT_WORDS[decision.treatment]) if decision else not_decided("")
    return Piece(words, str(span.pk), anchor, css, f"{class_words(name)}, {state}")


@sensitive_variables("text")
def _public(text: str, passage: Passage, spans: list[IdentifyingSpan], open_now: set[UUID]) -> tuple[PublicPiece, ...]:
    """Return the passage as decided so far; what nobody has decided shows no word of the original."""
    placed: list[tuple[int, int, PublicPiece]] = []
    for span in sorted(spans, key=lambda one: (one.pk in open_now, one.start, -one.end)):
        decision = span.standing_decision()
        if decision is not None and decision.alters:
            piece = PublicPiece(_KINDS[decision.treatment], decision.replacement.reveal())
        elif span.pk in open_now:
            piece = PublicPiece("undecided", not_decided(span.entity_type))
        else:
            continue
        if all(span.end <= start or end <= span.start for start, end, _piece in placed):
            placed.append((span.start, span.end, piece))
    pieces: list[PublicPiece] = []
    position = passage.start
    for start, end, piece in sorted(placed, key=lambda one: one[0]):
        if position < start:
            pieces.append(PublicPiece("plain", text[position:start]))
        pieces.append(piece)
        position = end
    if position < passage.end:
        pieces.append(PublicPiece("plain", text[position : passage.end]))
    return tuple(pieces)


@sensitive_variables("text", "words")
def words_before(text: str, start: int, *, most: int) -> str:
    """Return a few whole words before a place."""
    words = text[max(0, start - most) : start].replace("\n", " ")
    return words if start <= most else words.partition(" ")[2]


@sensitive_variables("text", "words")
def words_after(text: str, end: int, *, most: int) -> str:
    """Return a few whole words after a place."""
    words = text[end : end + most].replace("\n", " ")
    return words if end + most >= len(text) else words.rpartition(" ")[0]
