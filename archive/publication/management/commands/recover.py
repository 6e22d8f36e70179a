"""Bring desk, tombstones and release into agreement: ``manage.py recover --by NAME``."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from archive.catalogue.tombstones import TombstonesRefused
from archive.publication.obstacles import PublicationRefused
from archive.publication.recovery import recover
from archive.users.acting import ActorRefused, find_actor
from archive.users.roles import DeskAct


class Command(BaseCommand):
    help = "Finish what a crash or a restored backup left half done; running it twice does no harm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--by", required=True, help="the admin under whose name it is done")

    def handle(self, **options: Any) -> None:
        try:
            by = find_actor(options["by"], act=DeskAct.ISSUE_RELEASE)
            done = recover(by=by, at=timezone.now())
        except (ActorRefused, PublicationRefused, TombstonesRefused) as refused:
            raise CommandError(str(refused)) from None
        if done.found_nothing:
            self.stdout.write("Desk, tombstones and release agree; nothing was done.")
            return
        self.stdout.write(f"{done.tombstones} tombstones set again, {done.testimonies} testimonies taken back.")
        if done.persons:
            persons = "1 person" if done.persons == 1 else f"{done.persons} persons"
            self.stdout.write(f"Names looked for in everything published: of {persons}.")
        if done.serial:
            self.stdout.write(f"Release {done.serial} was issued in place of one that was missing or unsound.")
