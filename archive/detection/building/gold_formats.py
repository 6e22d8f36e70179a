"""Read annotated texts of three kinds as `(text, language, spans)`: plain lines, benchmark judgments, invented interviews."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Spans = list[tuple[int, int, str]]
Example = tuple[str, str | None, Spans]
KEEP = "KEEP"
MASKED = frozenset({"DIRECT", "QUASI", "SENSITIVE"})


def read_gold(path: Path) -> Iterator[Example]:
    """Yield every annotated text of a file, whichever of the three kinds it is."""
    if path.suffix == ".json":
        for record in json.loads(path.read_text(encoding="utf-8")):
            yield record["text"], "en", _judgment_spans(record)
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        language = record.get("lang")
        if "keep_spans" in record:
            yield record["text"], language, _interview_spans(record)
        else:
            yield record["text"], language, [(start, end, label) for start, end, label in record["spans"]]


def _judgment_spans(record: dict[str, Any]) -> Spans:
    annotation = next(iter(record["annotations"].values()))
    return [
        (m["start_offset"], m["end_offset"], m["entity_type"] if m["identifier_type"] in MASKED else KEEP)
        for m in annotation["entity_mentions"]
    ]


def _interview_spans(record: dict[str, Any]) -> Spans:
    spans = [(s["start"], s["end"], s["category"]) for s in record["spans"]]
    kept = [s for s in record["keep_spans"] if s["category"] != "COMMON_WORD_TRAP"]
    return spans + [(s["start"], s["end"], KEEP) for s in kept]
