"""How fast names are found: build time, memory and throughput of a matcher for many persons."""

import random
import resource
import time
from collections.abc import Iterator
from typing import Any

from archive.language.benchmark_noise import invented_persons
from archive.language.benchmark_recall import SEED
from archive.language.benchmark_texts import ordinary_text
from archive.language.matching import NamedPerson, NameMatcher


def speed(*, persons: int = 10_000, repeats: int = 3) -> dict[str, Any]:
    """Return build time, memory and throughput of a matcher for many persons, in CPU time of one core."""
    protected = invented_persons(persons)
    start = time.process_time()
    matcher = NameMatcher(protected)
    built = time.process_time() - start
    texts = list(_prose(protected))
    size = sum(len(text.encode()) for text in texts)
    start = time.process_time()
    found = sum(len(matcher.find(text)) for text in texts)
    cold = time.process_time() - start
    start = time.process_time()
    for _ in range(repeats):
        for text in texts:
            matcher.find(text)
    warm = (time.process_time() - start) / repeats
    return {
        "persons": persons,
        "build_seconds": round(built, 2),
        "resident_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "bytes": size,
        "matches": found,
        "cold_mb_per_second": round(size / cold / 1e6, 2),
        "warm_mb_per_second": round(size / warm / 1e6, 2),
    }


def _prose(protected: list[NamedPerson]) -> Iterator[str]:
    """Yield ordinary texts in four languages; each text holds the full names of two protected persons."""
    chance = random.Random(SEED)  # noqa: S311
    for number in range(40):
        language = ("nb", "en", "ru", "uk")[number % 4]
        words = ordinary_text(language, 2000, seed=SEED + number).split(" ")
        for person in chance.sample(protected, min(2, len(protected))):
            words[chance.randrange(len(words))] += f" {person.names[0]}"
        yield " ".join(words)
