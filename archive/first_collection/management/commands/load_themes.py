"""Take in the thesaurus that comes with the program: ``manage.py load_themes --by NAME``."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from archive.first_collection.loading import load_themes
from archive.themes.models import Concept
from archive.users.acting import ActorRefused, find_actor
from archive.users.roles import DeskAct


class Command(BaseCommand):
    help = "Take in the thesaurus that comes with the program, if any of its themes is not there yet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--by", required=True, help="under whose name it is taken in")

    def handle(self, **options: Any) -> None:
        try:
            by = find_actor(options["by"], act=DeskAct.DESCRIBE)
        except ActorRefused as refused:
            raise CommandError(str(refused)) from None
        load_themes(by=by.pk, at=timezone.now())
        self.stdout.write(f"{Concept.objects.count()} themes, headings included.")
