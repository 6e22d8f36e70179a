"""Issue a release: ``manage.py issue_release --by NAME [--with-approved] [--dry-run]``."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from archive.publication.examination import find_obstacles
from archive.publication.obstacles import PublicationRefused
from archive.publication.release import issue_release
from archive.testimonies.models import Edition, State
from archive.users.acting import ActorRefused, find_actor
from archive.users.models import User
from archive.users.roles import DeskAct


class Command(BaseCommand):
    help = "Build, prove, sign and put in place the release of everything published."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--by", required=True, help="the admin under whose name it is issued")
        parser.add_argument("--with-approved", action="store_true", help="publish what is approved, too")
        parser.add_argument("--dry-run", action="store_true", help="run the gate and say what it finds; change nothing")

    def handle(self, **options: Any) -> None:
        at = timezone.now()
        try:
            by = find_actor(options["by"], act=DeskAct.ISSUE_RELEASE)
            approved = list(Edition.objects.filter(state=State.APPROVED)) if options["with_approved"] else []
            if options["dry_run"]:
                self._say_what_stands_in_the_way(by, approved)
                return
            issued = issue_release(by=by, at=at, including=approved)
        except (ActorRefused, PublicationRefused) as refused:
            raise CommandError(str(refused)) from None
        for judgement in issued.left_out:
            self.stdout.write(f"{judgement.edition} is left out:")
            for obstacle in judgement.obstacles:
                self.stdout.write(f"  {obstacle}")
        self.stdout.write(f"Release {issued.serial} carries {issued.testimonies} testimonies: {issued.path}")
        if issued.left_out:
            raise CommandError(f"{len(issued.left_out)} editions were left out; the reasons stand above.")

    def _say_what_stands_in_the_way(self, by: User, approved: list[Edition]) -> None:
        found = False
        for edition in [*Edition.objects.published(), *approved]:
            for obstacle in find_obstacles(edition, by=by, at=timezone.now()):
                found = True
                self.stdout.write(f"{edition}: {obstacle}")
        if found:
            raise CommandError("Something stands in the way; nothing was changed.")
        self.stdout.write("Nothing stands in the way; nothing was changed.")
