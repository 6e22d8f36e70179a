"""Load the first collection: ``manage.py load_collection [DIR]``."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from archive.detection.identifiers import DetectionFailed
from archive.first_collection.deciding import CollectionRefused
from archive.first_collection.loading import load_collection
from archive.first_collection.true_facts import UnfitFolder
from archive.publication.obstacles import PublicationRefused
from archive.redaction.decisions import DecisionRefused
from archive.vault.keyring import VaultLocked
from archive.vault.naming import NameRefused

REFUSALS = (
    CollectionRefused,
    DecisionRefused,
    DetectionFailed,
    NameRefused,
    PublicationRefused,
    UnfitFolder,
    VaultLocked,
)


class Command(BaseCommand):
    help = (
        "Take the first collection through the whole walk, reviews included. With DIR, a folder outside the project, "
        "its true names and facts are sealed in place of the stand-ins. Loading twice changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("directory", metavar="DIR", type=Path, nargs="?", help="holds cast.json and accounts.json")

    def handle(self, **options: Any) -> None:
        try:
            loaded = load_collection(options["directory"], at=timezone.now(), progress=self._tell)
        except REFUSALS as refused:
            raise CommandError(str(refused)) from None
        there = "" if loaded.changed else " Nothing was changed: it was loaded before."
        self.stdout.write(
            f"{loaded.testimonies} testimonies, {loaded.published} of them published, "
            f"{loaded.entries} background entries.{there} The next release carries them."
        )

    def _tell(self, what: str, done: int, total: int) -> None:
        self.stdout.write(f"[{done}/{total}] {what}")
