"""Detection: what is found, what is touched without need, how fast; every row in one run, a peer beside it.

Without files from outside the project's own gold set and invented accounts are measured. `--tab`, `--ner`, `--corpus`
and `--documents` add the rows of those data. Speed, load and memory are measured in fresh processes. The peer
(Presidio) needs the extra `peers`.
"""

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from archive.detection.benchmarks import peer
from archive.detection.benchmarks.invented import invented_text
from archive.detection.benchmarks.picture import Point, draw
from archive.detection.benchmarks.scores import count_names, count_tab, name_figures, tab_figures
from archive.detection.benchmarks.speed import speed_of
from archive.detection.evaluation import Scores, evaluate, score_spans
from archive.detection.identifiers import RECOGNISERS
from archive.detection.lines import find_in_line
from archive.detection.recognisers import russian_model
from archive.language.codes import LANGUAGES
from archive.operations.benchmarks.rows import Row
from archive.operations.preflight import PROJECT

Say = Callable[[str], None]
Span = tuple[int, int, str]
Record = Mapping[str, Any]
GOLD = PROJECT / "tests" / "detection" / "gold.jsonl"
OURS, CAPITALS = "this archive", "capitals and digits"
_CAPITALS = re.compile(r"\b[^\W\d_a-zæøåа-яёіїєґ][\w'’-]*|\d+")
NER = {
    "norne_nob_dev": ("nb", "PER", (0.98, 0.99), (0.80, 0.85)),
    "norne_nno_dev": ("nn", "PER", (0.97, 0.985), (0.80, 0.85)),
    "factrueval_dev": ("ru", "Person", (0.993, 0.997), (0.96, 0.97)),
    "neruk_dev": ("uk", "PERS", (0.965, 0.98), (0.88, 0.90)),
}
SPEED = (
    ("en", False, 50_000, 150_000),
    ("nb", False, 50_000, 150_000),
    ("nn", False, 50_000, 150_000),
    ("ru", False, 10_000, 25_000),
    ("uk", False, 10_000, 25_000),
    ("ru", True, 5_000, 10_000),
    ("uk", True, 5_000, 10_000),
)
MOST_LOAD, MOST_MEMORY = 1.5, {False: 300, True: 500}
_WORDS = 40_000
_LEAST_WORDS = 8_000


def measure(
    *,
    size: int,
    persons: int,
    say: Say,
    tab: Path | None = None,
    ner: Path | None = None,
    corpus: Path | None = None,
    documents: Path | None = None,
    picture: Path | None = None,
) -> dict[str, Any]:
    """Return every row with its floor and aim, and the peer's figures beside ours."""
    del size, persons
    judged = list(_judged(tab)) if tab else None
    say("detection: our own gold set")
    own = _read_lines(GOLD)
    rows: list[Row] = []
    figures: dict[str, Any] = {"own gold set": _told(evaluate(own))}
    if tab:
        say("detection: Text Anonymization Benchmark")
        rows += _tab_rows(tab)
    if ner:
        for name in NER:
            say(f"detection: {name}")
            rows += _ner_rows(ner, name)
        figures["natasha alone"] = _natasha(ner)
    if corpus:
        say("detection: interviews")
        rows += _corpus_rows(evaluate(_read_lines(corpus)))
    if documents:
        say("detection: documents")
        rows.append(Row("documents: candidates per 1,000 words", _candidates(documents), 50, 30, most=True))
    texts = _texts(tab, ner)
    for language, model, floor, aim in SPEED:
        say(f"detection: speed, {language}, {'with' if model else 'without'} the Russian model")
        rows += _speed_rows(speed_of(language, texts[language], model=model), language, floor, aim, model=model)
    say("detection: peer")
    figures["peer"] = beside = _beside(judged, own)
    if picture:
        picture.parent.mkdir(parents=True, exist_ok=True)
        of = "Text Anonymization Benchmark, development part" if tab else "our own gold set, English"
        measures = ("entities safe (quasi)", "token precision") if tab else ("spans covered", "letter precision")
        points = [Point(name, **reached) for name, reached in beside["systems"].items()]
        picture.write_text(draw(points, of=of, recall=measures[0], precision=measures[1]), encoding="utf-8")
    return {"rows": [row.told() for row in rows], **figures}


def _read_lines(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _found(record: Record, recognisers: Sequence[ModuleType] = RECOGNISERS) -> list[Span]:
    line = find_in_line(record, everything=False, full=False, recognisers=recognisers)
    return [(start, end, kind) for start, end, kind in line["spans"]]


def _told(scores: Scores) -> dict[str, float]:
    figures = {
        f"span_recall_{name}": round(scores.recall("class", name), 3) for name in ("DIRECT", "QUASI", "SENSITIVE")
    }
    return figures | {
        "letter_precision": round(scores.precision, 3),
        "letters_masked_without_need": round(scores.needless, 3),
    }


def _judged(tab: Path, title: str = "full") -> Iterator[tuple[Record, Any]]:
    """Yield the judged texts with the words that need no cover, as released or as laid out for this project."""
    path = next((tab / name for name in (f"tab_dev_{title}.json", "echr_dev.json") if (tab / name).exists()), None)
    if path is None:
        raise FileNotFoundError(f"{tab} holds neither tab_dev_{title}.json nor echr_dev.json.")
    beside = tab / ("tab_dev_ignore.json" if title == "full" else f"tab_dev_{title}_ignore.json")
    excused = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    for record in json.loads(path.read_text(encoding="utf-8")):
        yield record, excused.get(record["doc_id"])


def _tab_rows(tab: Path) -> list[Row]:
    rows = []
    for title, name in (("full", "TAB dev"), ("notitle", "TAB dev without titles")):
        if not (tab / f"tab_dev_{title}.json").exists() and title != "full":
            continue
        count = Counter[str]()
        for record, excused in _judged(tab, title):
            count += count_tab(record, _found({"id": "", "text": record["text"], "lang": "en"}), excused)
        reached = tab_figures(count)
        rows += [
            Row(f"{name}: entity recall, direct", reached["entity_recall_direct"], 1.0, 1.0),
            Row(f"{name}: entity recall, quasi", reached["entity_recall_quasi"], 0.92, 0.95),
            Row(f"{name}: token precision", reached["token_precision"], 0.45, 0.60),
        ]
        if title == "full":
            limits = {"DEM": (0.60, 0.80), "MISC": (0.50, 0.70), "QUANTITY": (0.85, 0.95)}
            rows += [
                Row(f"{name}: entity recall, {kind}", reached[f"entity_recall_{kind}"], *limits[kind])
                for kind in limits
            ]
    return rows


def _ner_count(path: Path, language: str, person: str, recognisers: Sequence[ModuleType] = RECOGNISERS) -> Counter[str]:
    count = Counter[str]()
    for record in _read_lines(path):
        given = {"id": record["id"], "text": record["text"], "lang": language}
        count += count_names(record["text"], record["spans"], _found(given, recognisers), persons=frozenset({person}))
    return count


def _ner_rows(folder: Path, name: str) -> list[Row]:
    path = folder / f"{name}.jsonl"
    if not path.exists():
        return []
    language, person, covered, precision = NER[name]
    reached = name_figures(_ner_count(path, language, person))
    return [
        Row(f"{name}: persons wholly covered", reached["persons_covered"], *covered),
        Row(f"{name}: token precision of persons", reached["token_precision"], *precision),
    ]


def _natasha(folder: Path) -> dict[str, Any]:
    """Return what the packaged Russian model reaches by itself."""
    return {
        name: name_figures(_ner_count(folder / f"{name}.jsonl", language, person, (russian_model,)))
        for name, (language, person, _, _) in NER.items()
        if language in {"ru", "uk"} and (folder / f"{name}.jsonl").exists()
    }


def _corpus_rows(scores: Scores) -> list[Row]:
    limits = {"DIRECT": (0.97, 0.99), "QUASI": (0.80, 0.92), "SENSITIVE": (0.65, 0.90)}
    return [
        *(
            Row(f"interviews: span recall, {name}", round(scores.recall("class", name), 3), *limits[name])
            for name in limits
        ),
        Row("interviews: direct entities wholly covered", round(scores.recall("entity", "DIRECT"), 3), 0.94, 0.98),
        Row("interviews: helpers' names covered", round(scores.recall("role", "HELPER"), 3), 0.97, 1.0),
        Row("interviews: public names touched", round(scores.touched, 3), 0.25, 0.10, most=True),
        Row("interviews: unannotated letters masked", round(scores.needless, 3), 0.12, 0.08, most=True),
    ]


def _candidates(folder: Path) -> float:
    """Return how many candidates there are to decide per 1,000 words, repeats counted once, in the fullest document."""
    shares = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        different = {text[start:end].casefold() for start, end, _ in _found({"id": path.name, "text": text})}
        shares.append(1000 * len(different) / len(text.split()))
    return round(max(shares, default=0.0), 1)


def _texts(tab: Path | None, ner: Path | None) -> dict[str, list[str]]:
    """Return texts by language to measure speed on: those given, elsewhere invented accounts."""
    texts: dict[str, list[str]] = {}
    if tab:
        texts["en"] = [record["text"] for record, _ in _judged(tab)]
    for name, (language, _, _, _) in NER.items() if ner else ():
        if (path := ner / f"{name}.jsonl").exists() if ner else False:
            texts[language] = _at_most([record["text"] for record in _read_lines(path)])
    for language in LANGUAGES:
        told = "nb" if language == "nn" else language
        texts.setdefault(language, [invented_text(told, words=_WORDS // 8, seed=seed) for seed in range(8)])
    return texts


def _at_most(texts: Iterable[str]) -> list[str]:
    kept, words = [], 0
    for text in texts:
        if words < _WORDS:
            kept.append(text)
            words += len(text.split())
    return kept


def _speed_rows(reached: Mapping[str, Any], language: str, floor: float, aim: float, *, model: bool) -> list[Row]:
    name = f"{language} {'with' if model else 'without'} the Russian model"
    memory = MOST_MEMORY[model]
    return [
        Row(f"{name}: words a second, warm", reached["words_a_second"], floor, aim),
        Row(f"{name}: words a second, words first met", reached["words_a_second_first_met"], floor, aim),
        Row(f"{name}: seconds to load", reached["load_seconds"], MOST_LOAD, MOST_LOAD, most=True),
        Row(f"{name}: peak megabytes", reached["peak_megabytes"], memory, memory, most=True),
    ]


def _beside(judged: Sequence[tuple[Record, Any]] | None, own: Sequence[Record]) -> dict[str, Any]:
    """Return what we, the peer and the simplest net reach on the same English texts, in the same run."""
    cases = judged or [(record, None) for record in own if record["lang"] == "en"]
    texts = [record["text"] for record, _ in cases]
    ours = [_found({"id": "", "text": text, "lang": "en"}) for text in texts]
    often = texts * max(1, _LEAST_WORDS // sum(len(text.split()) for text in texts))
    began = time.process_time()
    capitals = [[(*match.span(), "") for match in _CAPITALS.finditer(text)] for text in often]
    spent = time.process_time() - began
    systems = {
        OURS: _reached(cases, ours) | {"words_a_second": speed_of("en", often, model=True)["words_a_second"]},
        CAPITALS: _reached(cases, capitals)
        | {"words_a_second": round(sum(len(text.split()) for text in often) / spent)},
    }
    absent = peer.missing()
    if absent:
        return {"peer": absent, "systems": systems}
    measured = peer.run_peer(often)
    reached = _reached(cases, measured.pop("spans"))
    systems[peer.NAME] = reached | {"words_a_second": measured["words_a_second"]}
    return {"peer": measured, "systems": systems}


def _reached(cases: Sequence[tuple[Record, Any]], spans: Sequence[Sequence[Span]]) -> dict[str, float]:
    if "annotations" not in cases[0][0]:
        scores = Scores()
        for (record, _), found in zip(cases, spans, strict=False):
            score_spans(record, [(start, end) for start, end, _ in found], scores)
        spans_wanted, spans_covered = scores.wanted["class"].total(), scores.covered["class"].total()
        return {"recall": round(spans_covered / spans_wanted, 3), "precision": round(scores.precision, 3)}
    count = Counter[str]()
    for (record, excused), found in zip(cases, spans, strict=False):
        count += count_tab(record, found, excused)
    reached = tab_figures(count)
    return {"recall": reached["entity_recall_quasi"], "precision": reached["token_precision"]}
