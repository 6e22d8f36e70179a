"""Speed, load and memory of one language, in a process of its own: `python -m archive.detection.benchmarks.speed`.

Texts come in as a JSON list on standard input. CPU time is counted, of one thread; loading is everything from the start
of the process to the first answer.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

FIRST = {"en": "Then Ivan came", "nb": "Så kom Ivan.", "nn": "Så kom Ivan.", "ru": "Потом пришёл Иван.", "uk": "Потім прийшов Іван."}  # fmt: skip
_WARM = 3  # passes, of which the best counts: what else the machine does slows each down differently
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def in_own_process(module: str, *arguments: str, texts: Sequence[str]) -> dict[str, Any]:
    """Run a module of this package over texts, in a fresh process with one thread; return what it writes."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", f"archive.detection.benchmarks.{module}", *arguments],
        input=json.dumps(texts), capture_output=True, text=True, check=True, env=os.environ | ONE_THREAD,
    )  # fmt: skip
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def speed_of(language: str, texts: Sequence[str], *, model: bool) -> dict[str, Any]:
    """Return load, words a second (first met, and met before) and peak memory of a language."""
    return in_own_process("speed", language, "with" if model else "without", texts=texts)


def _measure(language: str, texts: Sequence[str], *, model: bool) -> dict[str, float]:
    from archive.detection.identifiers import RECOGNISERS, WITHOUT_MODEL, find_identifiers  # noqa: PLC0415 (it is timed)

    recognisers = RECOGNISERS if model else WITHOUT_MODEL
    find_identifiers(FIRST[language], language=language, recognisers=recognisers)
    figures = {"load_seconds": round(time.process_time(), 2)}
    words = sum(len(text.split()) for text in texts)
    passes = [_spent(texts, language, recognisers, find_identifiers) for _ in range(1 + _WARM)]
    figures["words_a_second_first_met"] = round(words / passes[0])
    figures["words_a_second"] = round(words / min(passes[1:]))
    figures["peak_megabytes"] = peak_megabytes()
    return figures


def _spent(texts: Sequence[str], language: str, recognisers: Sequence[ModuleType], find: Callable[..., Any]) -> float:
    began = time.process_time()
    for text in texts:
        find(text, language=language, recognisers=recognisers)
    return time.process_time() - began


def peak_megabytes() -> int:
    """Return the most memory this process has held; on Linux without what it had of its parent before it began."""
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return round(int(peak.split()[1]) / 1000)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (1_000_000 if sys.platform == "darwin" else 1000))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measure(sys.argv[1], json.load(sys.stdin), model=sys.argv[2] == "with")))
