"""Clocks, percentiles and memory; where measured."""

import os
import platform
import resource
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass
class Stopwatch:
    """How long a block took, and how much work of a core it was (child processes included)."""

    seconds: float = 0.0
    cpu_seconds: float = 0.0


@contextmanager
def stopwatch() -> Iterator[Stopwatch]:
    """Time a block."""
    watch = Stopwatch()
    started, worked = time.perf_counter(), _worked()
    yield watch
    watch.seconds = round(time.perf_counter() - started, 2)
    watch.cpu_seconds = round(_worked() - worked, 2)


def _worked() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def percentiles(milliseconds: Sequence[float]) -> dict[str, float]:
    """Return the percentiles by which a latency is judged."""
    ordered = sorted(milliseconds)
    return {
        name: round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 2)
        for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))
    }


def peak_memory_mib(*, children: bool = False) -> float:
    """Return the most memory this process has held, or any child that has ended; what they share counts in both."""
    most = resource.getrusage(resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF).ru_maxrss
    return round(most / (2**20 if sys.platform == "darwin" else 2**10), 1)


def memory_of(process: int) -> dict[str, float]:
    """Return what a process holds now in MiB: all of it, its own alone, and its own with its share. Linux only."""
    held = {}
    for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
        name, _, rest = line.partition(":")
        held[name] = int(rest.split()[0]) if rest.strip().endswith("kB") else 0
    own = held["Private_Clean"] + held["Private_Dirty"]
    return {
        "resident": round(held["Rss"] / 1024, 1),
        "own": round(own / 1024, 1),
        "share": round(held["Pss"] / 1024, 1),
    }


def work_of(process: int) -> float:
    """Return for how many milliseconds a process has had a core, all its threads together. Linux only."""
    threads = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(one.read_text(encoding="ascii").split()[0]) for one in threads) / 1e6


def conditions() -> dict[str, Any]:
    """Return what a figure depends on besides the code."""
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 2),
    }
