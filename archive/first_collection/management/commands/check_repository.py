"""Look for protected names and source sentences in this repository: ``manage.py check_repository --against DIR``."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive.first_collection.repository_check import NothingToCompare, check_repository, read_forbidden


class Command(BaseCommand):
    help = "Find any protected form, or six words running from a source, in the tree and its history. Prints no word."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--against", metavar="DIR", type=Path, required=True, help="folder outside the project that holds cast.json"
        )
        parser.add_argument(
            "--sources", metavar="DIR", type=Path, help="folder with the sources as text (default: DIR/../sources)"
        )
        parser.add_argument("--root", metavar="DIR", type=Path, default=settings.BASE_DIR, help="what to check")
        parser.add_argument("--no-history", action="store_true", help="check the tree only")

    def handle(self, **options: Any) -> None:
        try:
            forbidden = read_forbidden(options["against"], sources=options["sources"])
        except NothingToCompare as refusal:
            raise CommandError(str(refusal)) from refusal
        traces = check_repository(options["root"], forbidden, history=not options["no_history"])
        for trace in traces:
            self.stdout.write(str(trace))
        compared = f"{len(forbidden.forms)} forms, {len(forbidden.runs)} runs of words"
        self.stdout.write(f"{len(traces)} found, compared with {compared}")
        if traces:
            sys.exit(1)
