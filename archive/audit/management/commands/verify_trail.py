"""Verify the audit trail: ``manage.py verify_trail [--checkpoint FILE]``."""

import re
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.audit.chain import Checkpoint, NoCheckpoint, read_checkpoint
from archive.audit.verification import verify_trail

_HEAD_IN_RELEASE = re.compile(r'"trail_head":\s*"([^"]*)"')


class Command(BaseCommand):
    help = "Recompute the chain of audit events and compare it with its head, with checkpoints, and with the triggers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--checkpoint",
            metavar="FILE",
            type=Path,
            action="append",
            default=[],
            help="a list kept with --save-checkpoint, or the .sig file of any release; may be given more than once",
        )
        parser.add_argument(
            "--save-checkpoint",
            metavar="FILE",
            type=Path,
            help="append where the trail ends now to this file, if nothing was found; keep it elsewhere",
        )

    def handle(self, **options: Any) -> None:
        points = [point for path in options["checkpoint"] for point in _checkpoints(path)]
        report = verify_trail(checkpoints=points)
        self.stdout.write(f"{report.events} events, head {report.head}, {len(points)} checkpoints compared")
        for finding in report.findings:
            self.stdout.write(f"{finding.code} {finding.message}")
        if report.findings:
            self.stdout.write(f"{len(report.findings)} findings: the trail is not sound.")
            sys.exit(1)
        if options["save_checkpoint"]:
            with options["save_checkpoint"].open("a", encoding="ascii") as file:
                file.write(f"{report.head}\n")
        self.stdout.write("Nothing found: the trail is sound.")


def _checkpoints(path: Path) -> list[Checkpoint]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
        # A release's signature file is JSON; only this one word matters here, and `verify_release` checks the rest.
        lines = _HEAD_IN_RELEASE.findall(text) if text.lstrip().startswith("{") else text.splitlines()
        points = [read_checkpoint(line) for line in lines if line.strip()]
    except OSError as error:
        raise CommandError(f"{path} cannot be read ({error.strerror}). Give the file the checkpoint is in.") from None
    except NoCheckpoint as error:
        raise CommandError(f"{path}: {error}") from None
    if not points:
        raise CommandError(f"{path} holds no checkpoint, so nothing would be compared. Give the file it is in.")
    return points
