"""``manage.py find_identifiers < in.jsonl > out.jsonl``: what may identify somebody in each text of a file.

A line in is ``{"id","text","lang"?,"protected_names"?}``. A line out is ``{"id","spans":[[start,end,type]…]}`` or, with
``--format full``, ``{"id","findings":[…]}``. Offsets are code points, end exclusive. No database, no key, no network.
"""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.detection.identifiers import RECOGNISERS, WITHOUT_MODEL, DetectionFailed
from archive.detection.lines import find_in_line
from archive.detection.recognisers.public import PublicThings, beside_shipped, read_public


class Command(BaseCommand):
    help = "Find what may identify somebody in the texts of a JSON-lines file (standard input to standard output)."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--format", choices=("tuples", "full"), default="tuples", help="spans only, or whole findings"
        )
        parser.add_argument("--all", action="store_true", help="also what is proposed to be kept (public things)")
        parser.add_argument(
            "--public", type=Path, metavar="FILE.toml", help="a list of public things, used beside the shipped one"
        )
        parser.add_argument("--without-model", action="store_true", help="leave the packaged Russian model out")

    def handle(self, **options: Any) -> None:
        recognisers = WITHOUT_MODEL if options["without_model"] else RECOGNISERS
        public_things = _read(options["public"]) if options["public"] else None
        for number, line in enumerate(sys.stdin, 1):
            if not line.strip():
                continue
            try:
                found = find_in_line(
                    json.loads(line),
                    everything=options["all"],
                    full=options["format"] == "full",
                    recognisers=recognisers,
                    public_things=public_things,
                )
            except DetectionFailed as failure:
                raise CommandError(f"Line {number}: {failure}") from None
            except (ValueError, KeyError, TypeError) as error:
                raise CommandError(
                    f"Line {number} cannot be read ({type(error).__name__}). "
                    'A line is a JSON object with "id" and "text". Correct it and run the command again.'
                ) from None
            self.stdout.write(json.dumps(found, ensure_ascii=False))


def _read(path: Path) -> PublicThings:
    try:
        return beside_shipped(read_public(path.read_text(encoding="utf-8")))
    except OSError:
        raise CommandError(
            f"There is no file {path} that can be read. Give the path of a list of public things."
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CommandError(
            f"The list of public things cannot be read ({type(error).__name__}: {error}). It is a TOML file: a table a "
            'kind, with a "reason" and "entries", as archive/detection/data/public.toml has them.'
        ) from None
