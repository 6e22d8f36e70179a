"""Take a source into custody: ``manage.py accession FILE --metadata FILE --by NAME [--dry-run]``.

The names that come with it are swept over everything published: that is why it is publication's command.
"""

from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from archive.publication.sweep import sweep_newcomers
from archive.testimonies.accession import AccessionRefused, accession_source, open_collection
from archive.testimonies.metadata import read_metadata
from archive.testimonies.passages import passages_of
from archive.testimonies.repair import NotText
from archive.users.acting import ActorRefused, find_actor
from archive.users.roles import DeskAct
from archive.vault.custody import AlreadyHeld
from archive.vault.keyring import VaultLocked


class Command(BaseCommand):
    help = "Seal a received text and open its testimonies for redaction."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the text as received")
        parser.add_argument("--metadata", type=Path, required=True, help="what is known of it (TOML)")
        parser.add_argument("--by", required=True, help="the editor under whose name it is taken in")
        parser.add_argument("--dry-run", action="store_true", help="say what was read; keep nothing")

    @sensitive_variables("received", "repaired", "metadata")
    def handle(self, **options: Any) -> None:
        try:
            by = find_actor(options["by"], act=DeskAct.ACCESSION)
            received = options["file"].read_bytes()
            content = options["metadata"].read_text("utf-8")
            metadata = read_metadata(content, received=received, limit=settings.ACCESSION_LIMIT_BYTES)
            repaired = metadata.repaired
            self.stdout.write(
                f"Read as {repaired.encoding}, {repaired.form}: {len(passages_of(repaired.text))} passages, "
                f"{len(repaired.removed_markup)} pieces of markup taken out; "
                f"repaired: {', '.join(repaired.repairs) or 'nothing'}."
            )
            if options["dry_run"]:
                self.stdout.write("Nothing was kept.")
                return
            at = timezone.now()
            testimonies = accession_source(
                collection=open_collection(code=metadata.collection, title=metadata.collection_title, by=by, at=at),
                source=replace(metadata.source, file_name=options["file"].name),
                received=received,
                narrators=metadata.narrators,
                by=by,
                at=at,
            )
        except (ActorRefused, AccessionRefused, AlreadyHeld, NotText, VaultLocked) as refused:
            raise CommandError(str(refused)) from None
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be read: {error.strerror}. Nothing was kept.") from None
        for testimony in testimonies:
            self.stdout.write(f"{testimony.reference} is in redaction.")
        for hit in sweep_newcomers(testimonies, by=by, at=at):
            self.stdout.write(hit.told())
