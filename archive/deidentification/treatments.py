"""What may be done to a span of a testimony, and the text in parts once it has been done.

Brackets are not added here: whoever renders a part adds the marks of its kind, so that no replacement
can pretend to be unaltered text and no unaltered text can pretend to be a replacement.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Treatment(StrEnum):
    """What was decided of a span."""

    RETAIN = "retain"
    PSEUDONYMISE = "pseudonymise"
    GENERALISE = "generalise"
    SUMMARISE = "summarise"
    SUPPRESS = "suppress"


class PartKind(StrEnum):
    """How a reader is to see a stretch of the published text."""

    PLAIN = "plain"
    NAME = "name"
    COARSE = "coarse"
    SUMMARY = "summary"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class TreatedSpan:
    """A half-open span, what was decided of it, and the words that take its place (without brackets).

    ``entity`` is a reference shared by all spans that one decision covers, never the words themselves.
    """

    start: int
    end: int
    treatment: Treatment
    replacement: str = field(default="", repr=False)
    entity_type: str = "MISC"
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the treated text, all of one kind."""

    kind: PartKind
    text: str = field(repr=False)


class OverlappingSpans(ValueError):
    """Two decisions claim the same letters; which one holds is for a person to say."""

    def __init__(self, first: TreatedSpan, second: TreatedSpan) -> None:
        self.first = first
        self.second = second
        super().__init__(
            f"The spans {first.start}–{first.end} and {second.start}–{second.end} overlap. "
            "Only one decision can hold for a letter. Widen one span to cover both, or shorten one."
        )


class UnusableSpan(ValueError):
    """A span that cannot be carried out as decided: it lies outside the text, or its replacement does not fit."""


_KINDS = {
    Treatment.PSEUDONYMISE: PartKind.NAME,
    Treatment.GENERALISE: PartKind.COARSE,
    Treatment.SUMMARISE: PartKind.SUMMARY,
    Treatment.SUPPRESS: PartKind.WITHHELD,
}
_WORDLESS = (Treatment.RETAIN, Treatment.SUPPRESS)


def apply_treatments(text: str, spans: Sequence[TreatedSpan]) -> tuple[Part, ...]:
    """Return `text` in parts, every span replaced as decided and everything between left as it is.

    A retained span may lie strictly inside an altered one (it goes with the passage); any other overlap is refused.
    """
    for span in spans:
        _refuse_unusable(span, length=len(text))
    parts: list[Part] = []
    position = 0
    for span in _without_overlaps(spans):
        if position < span.start:
            parts.append(Part(PartKind.PLAIN, text[position : span.start]))
        parts.append(Part(_KINDS[span.treatment], span.replacement))
        position = span.end
    if position < len(text):
        parts.append(Part(PartKind.PLAIN, text[position:]))
    return tuple(parts)


def _refuse_unusable(span: TreatedSpan, *, length: int) -> None:
    where = f"The span {span.start}–{span.end}"
    if not 0 <= span.start < span.end <= length:
        raise UnusableSpan(f"{where} does not lie within the {length} characters of the text. Propose the spans anew.")
    if span.treatment in _WORDLESS:
        if span.replacement:
            raise UnusableSpan(f"{where} is to {span.treatment} and yet has a replacement. Choose one of the two.")
    elif not span.replacement.strip():
        raise UnusableSpan(f"{where} is to {span.treatment} and has no replacement. Write one, or suppress the span.")
    elif "[" in span.replacement or "]" in span.replacement:
        raise UnusableSpan(f"{where} has square brackets in its replacement. Take them out; rendering adds them.")


def _without_overlaps(spans: Sequence[TreatedSpan]) -> list[TreatedSpan]:
    """Return the altered spans in reading order, or raise where two decisions contradict each other."""
    ordered = sorted(spans, key=lambda span: (span.start, -span.end, span.treatment is Treatment.RETAIN))
    standing: list[TreatedSpan] = []
    for span in ordered:
        if standing and span.start < standing[-1].end:
            if not _goes_with(span, standing[-1]):
                raise OverlappingSpans(standing[-1], span)
            continue
        standing.append(span)
    return [span for span in standing if span.treatment is not Treatment.RETAIN]


def _goes_with(inner: TreatedSpan, outer: TreatedSpan) -> bool:
    return (
        inner.treatment is Treatment.RETAIN
        and outer.treatment is not Treatment.RETAIN
        and inner.end <= outer.end
        and (inner.start, inner.end) != (outer.start, outer.end)
    )
