"""The measures of the Text Anonymization Benchmark (Pilán et al. 2022) and of name lists, over the spans of any system.

An entity of the benchmark is safe only when every one of its mentions is covered; a name, when each of its letters is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Spans = Sequence[tuple[int, int, str]]
_WORD = re.compile(r"\w+")
_NEEDS_NO_COVER = frozenset(" ,.-;:/&()[]–'\" ’“”")
_SMALL = frozenset(
    "mr mrs ms no nr about a an the this that these those each every either neither some any of in on at by for with from to into "
    "onto upon over under between among during until since before after above across against along around as behind below beneath "
    "beside besides beyond despite down except inside like near off out outside past per than through throughout till toward towards "
    "up via within without and or but nor & 's not".split()
)


def union(spans: Spans) -> list[tuple[int, int]]:
    """Return the spans, those that overlap joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((start, end) for start, end, _ in spans if end > start):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _mask(length: int, spans: Sequence[tuple[int, int]]) -> bytearray:
    mask = bytearray(length)
    for start, end in spans:
        mask[start:end] = b"\1" * (min(end, length) - start)
    return mask


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for word in _WORD.finditer(text, start, end):
        yield word.span()


def _small_words(text: str) -> list[tuple[int, int]]:
    return [word.span() for word in _WORD.finditer(text) if word.group().lower() in _SMALL]


def count_tab(document: Mapping[str, Any], spans: Spans, excused: Sequence[Sequence[int]] | None) -> Counter[str]:
    """Count what of a judged text is covered; `excused` are the words that need no cover (default: small words)."""
    text, count = document["text"], Counter[str]()
    found = union(spans)
    safe = _mask(len(text), found)
    for start, end in _small_words(text) if excused is None else excused:
        safe[start:end] = b"\1" * (end - start)
    judged = [annotated["entity_mentions"] for annotated in document["annotations"].values()]
    masked = [_count_entities(text, mentions, safe, count) for mentions in judged]
    annotators = sum(1 for mentions in judged if mentions)
    for start, end in found:
        for first, last in _words(text, start, end):
            count["found"] += annotators
            count["rightly found"] += sum(any(a <= first and last <= b for a, b in spans) for spans in masked)
    return count


def _count_entities(
    text: str, mentions: Sequence[Mapping[str, Any]], safe: bytearray, count: Counter[str]
) -> list[tuple[int, int]]:
    """Count the entities of one annotator; return the mentions that are to be masked."""
    entities: dict[str, list[tuple[int, int, bool]]] = {}
    kinds: dict[str, tuple[str, str]] = {}
    for mention in mentions:
        name = mention["entity_id"]
        needed = mention["identifier_type"] in {"DIRECT", "QUASI"}
        kinds.setdefault(name, (mention["identifier_type"], mention["entity_type"]))
        entities.setdefault(name, []).append((mention["start_offset"], mention["end_offset"], needed))
    masked = []
    for name, places in entities.items():
        if not any(needed for _, _, needed in places):
            continue
        kind, entity_type = kinds[name]
        covered = True
        for start, end, needed in places:
            covered &= not needed or _is_covered(text, start, end, safe)
            for word in _words(text, start, end):
                count["words"] += 1
                count["words covered"] += _is_covered(text, *word, safe)
            if needed:
                masked.append((start, end))
        for group in ("direct" if kind == "DIRECT" else "quasi", entity_type):
            count[f"{group} entities"] += 1
            count[f"{group} safe"] += covered
    return masked


def _is_covered(text: str, start: int, end: int, safe: bytearray) -> bool:
    return all(safe[place] or text[place] in _NEEDS_NO_COVER for place in range(start, end))


def tab_figures(count: Counter[str]) -> dict[str, float]:
    """Return the figures of a whole benchmark."""
    groups = ("direct", "quasi", "DEM", "MISC", "QUANTITY")
    figures = {f"entity_recall_{group}": _share(count[f"{group} safe"], count[f"{group} entities"]) for group in groups}
    figures["token_recall"] = _share(count["words covered"], count["words"])
    figures["token_precision"] = _share(count["rightly found"], count["found"])
    return figures


def count_names(text: str, gold: Spans, spans: Spans, *, persons: frozenset[str]) -> Counter[str]:
    """Count the persons of a text that are wholly covered, and what of the persons found is one."""
    count = Counter[str]()
    named = [(start, end) for start, end, kind in gold if kind in persons]
    right, covered = _mask(len(text), named), _mask(len(text), union(spans))
    for start, end in named:
        count["named"] += 1
        count["covered"] += all(covered[place] or not text[place].isalnum() for place in range(start, end))
    for start, end in union([span for span in spans if span[2] == "PERSON"]):
        for first, last in _words(text, start, end):
            count["found"] += 1
            count["rightly found"] += all(right[first:last])
    return count


def name_figures(count: Counter[str]) -> dict[str, float]:
    """Return the share of persons wholly covered, and the precision of the words taken for persons."""
    return {
        "persons_covered": _share(count["covered"], count["named"]),
        "token_precision": _share(count["rightly found"], count["found"]),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 1.0
