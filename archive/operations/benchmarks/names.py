"""Names: what is recognised, what is refused without need, and how fast; every row of the table in one run.

The rows of the sweep need a database and stand in `manage.py benchmark sweep`. Two rows need files from outside:
`--corpus` (interviews with marked names, JSON lines) and `--documents` (a folder of plain texts, as `--texts`, whose
files' names begin with the language). Nothing measured here is real: names are drawn from lists, persons invented.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from archive.deidentification.leaks import find_leaks
from archive.language import benchmark_noise as noise
from archive.language import benchmark_recall as recall
from archive.language.benchmark_speed import speed
from archive.language.matching import NameMatch, NameMatcher
from archive.language.transliteration import Source
from archive.operations.benchmarks.rows import Row

ORIGINS = {
    "first names and surnames": "data/names.txt (russiannames BSD-3, names_translator MIT: frequent names only)",
    "inflected forms": "dictionaries of pymorphy3: OpenCorpora (ru), VESUM-based (uk); no part in making the paradigms",
    "short forms": "data/diminutives_to_measure.txt, written for measuring alone",
    "romanisations": "data/schemes.json (iuliia MIT, translitua MIT, newspaper habits written here)",
    "ordinary text": "words of the dictionaries at random, unless --texts names a folder",
}
CYRILLIC: tuple[Source, ...] = ("ru", "uk")
MOST_BLOCKS = {"nb": (0.2, 0.1), "en": (0.2, 0.1), "ru": (0.5, 0.2), "uk": (0.5, 0.2)}
INFLECTED: dict[tuple[Source, str], tuple[float, float]] = {
    ("ru", "cyrillic"): (0.995, 1.0),
    ("ru", "latin"): (0.995, 1.0),
    ("uk", "cyrillic"): (0.985, 0.995),
    ("uk", "latin"): (0.95, 0.99),
}


def measure(
    *,
    size: int,
    persons: int,
    say: Callable[[str], None],
    corpus: Path | None = None,
    documents: Path | None = None,
    texts: Path | None = None,
) -> dict[str, Any]:
    """Return all rows and the figures behind them; a `size` below 10,000 tries that share of the names."""
    every = max(1, 10_000 // max(1, size))
    figures: dict[str, Any] = {}
    for language in CYRILLIC:
        say(f"romanisations, inflected forms, other first names: {language}")
        figures[f"romanisations_{language}"] = recall.romanisations(language, every=every)
        figures[f"inflected_{language}"] = recall.inflection(language, every=every)
        figures[f"other_first_names_{language}"] = noise.merging(language, every=every)
    say("short forms, evasions")
    figures["diminutives"] = recall.diminutives()
    figures["evasions"] = recall.evasion(every=every, find=_everywhere)
    say("ordinary text")
    figures["ordinary_text"] = noise.ordinary(texts)
    if corpus is not None:
        figures["corpus"] = recall.corpus(corpus)
    if documents is not None:
        figures["documents"] = noise.documents(documents)
    say("speed")
    figures["speed"] = speed(persons=persons)
    return {"rows": [row.told() for row in _rows(figures)], "figures": figures, "origins": ORIGINS}


def _everywhere(matcher: NameMatcher, text: str) -> tuple[NameMatch, ...]:
    return find_leaks(text, matcher=matcher)


def _rows(figures: dict[str, Any]) -> Iterator[Row]:
    for language in CYRILLIC:
        for stored in ("cyrillic", "latin"):
            found = figures[f"romanisations_{language}"][f"stored_{stored}"]
            yield Row(f"romanisations {language}, stored in {stored}: block", found["recall"], 0.999, 0.9999)
    for (language, stored), (floor, aim) in INFLECTED.items():
        found = figures[f"inflected_{language}"][f"stored_{stored}"]
        yield Row(f"inflected {language}, stored in {stored}: block or ask", found["block_or_ask"], floor, aim)
        yield Row(f"inflected {language}, stored in {stored}: block alone", found["block"], 0.0, 0.0)
    yield Row("short forms, held out: block or ask", figures["diminutives"]["held_out"], 0.93, 0.98)
    worst = min(kind["recall"] for kind in figures["evasions"].values())
    yield Row("evasions, the worst kind: block or ask", worst, 0.99, 1.0)
    for language in CYRILLIC:
        merged = figures[f"other_first_names_{language}"]
        yield Row(f"another first name merged {language}", merged["other"], 0.0002, 0.0002, most=True)
        yield Row(f"another first name merged {language}, in Latin", merged["in_latin"], 0.0002, 0.0002, most=True)
    for code, (floor, aim) in MOST_BLOCKS.items():
        if code in figures["ordinary_text"]:
            blocks = figures["ordinary_text"][code]["blocks"]
            yield Row(f"blocks per 1,000 ordinary words {code}", blocks, floor, aim, most=True)
    yield from _rows_of_files(figures)
    yield Row("gate, megabytes a second, warm", figures["speed"]["warm_mb_per_second"], 1.0, 4.0)
    dense = figures["speed"]["dense"]["warm_mb_per_second"]
    yield Row("gate, megabytes a second, warm, every second word a name", dense, 1.0, 4.0)


def _rows_of_files(figures: dict[str, Any]) -> Iterator[Row]:
    if "corpus" in figures:
        yield Row("interviews, the form alone", figures["corpus"]["plain"]["recall"], 0.98, 0.995)
        yield Row("interviews, adversarial", figures["corpus"]["adversarial"]["recall"], 0.8, 0.92)
    if "documents" in figures:
        small = figures["documents"]["small_letter_blocks"]
        yield Row("documents: blocks in small letters", small, 0, 0, most=True)
