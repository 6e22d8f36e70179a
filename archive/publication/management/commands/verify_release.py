"""Check the signature of a release: ``manage.py verify_release [FILE] [--key FILE]``."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive.catalogue.opening import ReleaseRefused
from archive.catalogue.signatures import PublicKeyRefused
from archive.publication.release import verify_release


class Command(BaseCommand):
    help = "Say whether a release file is whole and signed by the release key."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="the release; without it, the one in place")
        parser.add_argument("--key", type=Path, help="the public key; without it, the one of this archive")

    def handle(self, **options: Any) -> None:
        path = options["file"] or Path(settings.RELEASE_FILE)
        key = options["key"] or Path(settings.RELEASE_PUBLIC_KEY_FILE)
        try:
            serial = verify_release(path, public_key_file=key)
        except (ReleaseRefused, PublicKeyRefused) as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"Release {serial} is whole and signed.")
