"""``manage.py evaluate_detection``: how much of an annotated set is covered, what real documents ask of an editor."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.detection.documents import check_documents
from archive.detection.evaluation import evaluate


class Command(BaseCommand):
    help = "Score detection against an annotated set (its format: archive/docs/detection.md)."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gold", type=Path, nargs="?", help="JSON lines with text, spans and keep_spans")
        parser.add_argument(
            "--documents", type=Path, help="a folder of texts (.txt): how much there is to decide in each"
        )
        parser.add_argument(
            "--cast", type=Path, help="who is named where in the documents: is every mention a candidate?"
        )

    def handle(self, **options: Any) -> None:
        gold, documents, cast = options["gold"], options["documents"], options["cast"]
        if gold is None and documents is None:
            raise CommandError(
                "Nothing to evaluate. Name a gold set, such as tests/detection/gold.jsonl, or --documents."
            )
        if gold is not None:
            records = [json.loads(line) for line in _read(gold).splitlines() if line.strip()]
            for line in evaluate(records).lines():
                self.stdout.write(line)
        if documents is not None:
            texts = {path.name: _read(path) for path in sorted(documents.glob("*.txt"))}
            if not texts:
                raise CommandError(f"There is no text (.txt) in {documents}. Name a folder that holds the documents.")
            people = json.loads(_read(cast))["cast"] if cast else ()
            for check in check_documents(texts, people):
                self.stdout.write(check.line())


def _read(path: Path) -> str:
    if not path.is_file():
        raise CommandError(f"There is no file {path}. Name a gold set, such as tests/detection/gold.jsonl.")
    return path.read_text(encoding="utf-8")
