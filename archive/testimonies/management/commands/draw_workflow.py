"""Draw the workflow of an edition from the code: ``manage.py draw_workflow [--check]``."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive.testimonies.drawing import draw_workflow


class Command(BaseCommand):
    help = "Write archive/docs/workflow.svg from the table of transitions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="only say whether the drawing is of today's code")

    def handle(self, **options: Any) -> None:
        path = Path(settings.BASE_DIR) / "archive" / "docs" / "workflow.svg"
        drawing = draw_workflow()
        if options["check"]:
            if not path.is_file() or path.read_text("utf-8") != drawing:
                raise CommandError("The drawing is not of today's code. Run `manage.py draw_workflow`.")
            return
        path.write_text(drawing, "utf-8")
        self.stdout.write(f"Drawn: {path.name}")
