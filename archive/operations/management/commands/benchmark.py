"""``manage.py benchmark NAME``: measure, on invented data with fixed seeds, and print JSON.

Every benchmark gives rows, each with its floor and its aim; `met` says whether every floor is met, the size included.

What needs a database gets one of its own: the command starts itself again on an empty data folder that goes away
afterwards, so a benchmark never touches an archive.
"""

import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.operations import preflight
from archive.operations.benchmarks.measuring import conditions
from archive.operations.quickstart import prepare_empty

INSIDE = "ARCHIVE_BENCHMARK_INSIDE"
# Imported when asked for: some load dictionaries that the others do without. Each has `measure`, which gives `rows`.
BENCHMARKS = {
    "pipeline": "archive.operations.benchmarks.pipeline",
    "room": "archive.operations.benchmarks.room",
    "sweep": "archive.operations.benchmarks.sweep",
    "names": "archive.operations.benchmarks.names",
    "detection": "archive.operations.benchmarks.detection",
}
# What a benchmark reads beside its own data, or writes; each option stands for a path.
FILES = {
    "corpus": "names, detection: interviews with marked names, as JSON lines",
    "documents": "names, detection: a folder of plain texts",
    "texts": "names: a folder of ordinary texts, each file's name beginning with its language (nb, en, ru, uk)",
    "tab": "detection: the folder of the Text Anonymization Benchmark's development part",
    "ner": "detection: a folder with norne_nob_dev, norne_nno_dev, factrueval_dev, neruk_dev as JSON lines",
    "picture": "detection: where to draw recall against precision and against speed (SVG)",
}
WRITTEN = frozenset({"picture"})
ON_A_DATABASE = frozenset({"pipeline", "sweep"})


class Command(BaseCommand):
    help = "Measure one part of the archive on invented data and print the figures as JSON."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", choices=sorted(BENCHMARKS), help="what to measure")
        parser.add_argument("--size", type=int, default=10_000, help="how many testimonies (default: 10000)")
        parser.add_argument("--persons", type=int, default=10_000, help="how many protected persons (default: 10000)")
        for option, meaning in FILES.items():
            parser.add_argument(f"--{option}", type=Path, help=meaning)

    def handle(self, **options: Any) -> None:
        name, size, persons = options["name"], options["size"], options["persons"]
        if name in ON_A_DATABASE and not os.environ.get(INSIDE):
            self._start_on_an_empty_folder(name, size, persons)
            return
        before = conditions()
        if name in ON_A_DATABASE:
            prepare_empty(at=datetime.now(UTC))
        given = {option: options[option] for option in FILES if options[option] is not None}
        if foreign := [option for option in given if name not in FILES[option].partition(":")[0]]:
            raise CommandError(f"The benchmark {name!r} does not take --{' or --'.join(foreign)}. Leave it out.")
        if missing := [str(path) for option, path in given.items() if option not in WRITTEN and not path.exists()]:
            raise CommandError(f"There is no {', no '.join(missing)}. Give a path that exists.")
        try:
            figures = import_module(BENCHMARKS[name]).measure(size=size, persons=persons, say=self._say, **given)
        except FileNotFoundError as absent:
            raise CommandError(f"{absent} Give a folder that has it.") from None
        met = all(row["floor_met"] for row in figures["rows"])
        self.stdout.write(json.dumps({"benchmark": name, "size": size, "met": met} | before | figures, indent=2))

    def _start_on_an_empty_folder(self, name: str, size: int, persons: int) -> None:
        with tempfile.TemporaryDirectory(prefix="archive-benchmark-") as folder:
            data = Path(folder) / "var"
            preflight.make_data_folder(data)
            environment = {one: value for one, value in os.environ.items() if one != "DATABASE_URL"}
            environment |= {"ARCHIVE_DATA": str(data), INSIDE: "1", "DJANGO_SETTINGS_MODULE": "config.settings.desk"}
            command = [sys.executable, str(preflight.PROJECT / "manage.py"), "benchmark", name]
            command += [f"--size={size}", f"--persons={persons}"]
            done = subprocess.run(command, env=environment, check=False)  # noqa: S603
        if done.returncode:
            raise CommandError(f"The benchmark ended with {done.returncode}; its words stand above.")

    def _say(self, words: str) -> None:
        self.stderr.write(words)
