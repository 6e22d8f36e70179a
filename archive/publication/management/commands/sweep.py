"""Look for every protected name in everything published: ``manage.py sweep --by NAME``."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from archive.publication.sweep import sweep_all
from archive.users.acting import ActorRefused, find_actor
from archive.users.roles import DeskAct


class Command(BaseCommand):
    help = "Read everything published against every protected name; interrupted, it goes on where it stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--by", required=True, help="under whose name what is found is suspended")

    def handle(self, **options: Any) -> None:
        try:
            by = find_actor(options["by"], act=DeskAct.SUSPEND)
        except ActorRefused as refused:
            raise CommandError(str(refused)) from None
        found = sweep_all(by=by, at=timezone.now(), say=self._say)
        for hit in found:
            self.stdout.write(hit.told())
        self.stdout.write(f"{len(found)} new places found; what holds a name for certain is suspended.")

    def _say(self, what: str, done: int, every: int) -> None:
        self.stderr.write(f"{done} of {every} {what}")
