"""``manage.py evaluate_detection GOLD.jsonl``: how much of an annotated set detection covers, and at what price."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.detection.evaluation import evaluate


class Command(BaseCommand):
    help = "Score detection against an annotated set (its format: archive/docs/detection.md)."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gold", type=Path, help="JSON lines with text, spans and keep_spans")

    def handle(self, **options: Any) -> None:
        path: Path = options["gold"]
        if not path.is_file():
            raise CommandError(f"There is no file {path}. Name a gold set, such as tests/detection/gold.jsonl.")
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for line in evaluate(records).lines():
            self.stdout.write(line)
