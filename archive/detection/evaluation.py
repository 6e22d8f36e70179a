"""Score detection against a gold set: what was covered, what was needlessly touched, how much there is to decide.

A gold line is `{"id","lang","text","spans","keep_spans"?,"protected_names"?}`. A span has `start`, `end` (code points,
end exclusive), `identifier_type` (DIRECT, QUASI, SENSITIVE), `category`, and may have `entity_id` and `entity_role`;
`keep_spans` mark what must stay. A span counts as covered only when each of its letters and digits is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from archive.detection.lines import findings_of

Tally = Counter[str]


@dataclass
class Scores:
    """Counts of one evaluation, by group and name; `lines` reads them out."""

    covered: dict[str, Tally] = field(default_factory=lambda: defaultdict(Counter))
    wanted: dict[str, Tally] = field(default_factory=lambda: defaultdict(Counter))
    letters: int = 0
    right_letters: int = 0
    plain_letters: int = 0
    needless_letters: int = 0
    words: int = 0
    candidates: int = 0

    def add(self, group: str, name: str, *, ok: bool) -> None:
        """Count one span or entity."""
        self.wanted[group][name] += 1
        self.covered[group][name] += ok

    def recall(self, group: str, name: str) -> float:
        """Return the share covered (1.0 of nothing)."""
        wanted = self.wanted[group][name]
        return self.covered[group][name] / wanted if wanted else 1.0

    @property
    def precision(self) -> float:
        """The share of the letters masked that the gold marks."""
        return _share(self.right_letters, self.letters)

    @property
    def needless(self) -> float:
        """The share of the letters the gold does not mark that are masked."""
        return _share(self.needless_letters, self.plain_letters)

    @property
    def touched(self) -> float:
        """The share of what must stay that is touched."""
        kept = self.wanted["touched (kept)"].total()
        return _share(self.covered["touched (kept)"].total(), kept)

    def lines(self) -> Iterator[str]:
        """Yield the report, one figure a line."""
        for group in sorted(self.wanted):
            for name in sorted(self.wanted[group]):
                share = self.recall(group, name)
                yield f"{group:14} {name:24} {self.covered[group][name]:5}/{self.wanted[group][name]:<5} {share:.3f}"
        yield f"precision (letters masked that the gold marks)          {self.precision:.3f}"
        yield f"letters masked that the gold does not mark              {self.needless:.3f}"
        yield f"candidates per 1,000 words, repeats counted once        {1000 * _share(self.candidates, self.words):.0f}"


def evaluate(records: Iterable[Mapping[str, Any]]) -> Scores:
    """Run detection over gold records and score it."""
    scores = Scores()
    for record in records:
        score_spans(record, [(found.start, found.end) for found in findings_of(record) if found.is_candidate], scores)
    return scores


def score_spans(record: Mapping[str, Any], spans: Sequence[tuple[int, int]], scores: Scores) -> None:
    """Add to the scores what the spans of any system cover of a gold record."""
    text = record["text"]
    masked, marked = bytearray(len(text)), bytearray(len(text))
    for start, end in spans:
        masked[start:end] = b"\1" * (end - start)
    entities: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for number, span in enumerate(record["spans"]):
        start, end = span["start"], span["end"]
        marked[start:end] = b"\1" * (end - start)
        ok = all(masked[i] for i in range(start, end) if text[i].isalnum())
        for group, name in _groups(record, span):
            scores.add(group, name, ok=ok)
        entities[span["identifier_type"], span.get("entity_id") or f"#{number}"].append(ok)
    for (kind, _), found in entities.items():
        scores.add("entity", kind, ok=all(found))
    for span in record.get("keep_spans", ()):
        marked[span["start"] : span["end"]] = b"\1" * (span["end"] - span["start"])
        scores.add("touched (kept)", span["category"], ok=any(masked[span["start"] : span["end"]]))
    _count_letters(text, masked, marked, scores)
    scores.words += len(text.split())
    scores.candidates += len({text[start:end].casefold() for start, end in spans})


def _groups(record: Mapping[str, Any], span: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return (
        ("class", span["identifier_type"]),
        ("category", span["category"]),
        ("language", record.get("lang") or "-"),
        ("role", span.get("entity_role") or "-"),
    )


def _count_letters(text: str, masked: bytearray, marked: bytearray, scores: Scores) -> None:
    for place, letter in enumerate(text):
        if letter.isalnum():
            scores.letters += masked[place]
            scores.right_letters += masked[place] and marked[place]
            scores.plain_letters += not marked[place]
            scores.needless_letters += masked[place] and not marked[place]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
