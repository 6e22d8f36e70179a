"""Open the vault again: ``manage.py unlock_vault --by NAME``."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from archive.sealing.key_files import KeyFileRefused
from archive.users.acting import ActorRefused, find_actor
from archive.users.roles import DeskAct
from archive.vault.keyring import VaultLocked
from archive.vault.locking import unlock_vault


class Command(BaseCommand):
    help = "Open the vault again after lock_vault or the button at the desk."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--by", required=True, help="the member of staff under whose name it is done")

    def handle(self, **options: Any) -> None:
        try:
            unlock_vault(by=find_actor(options["by"], act=DeskAct.UNLOCK_VAULT), at=timezone.now())
        except (ActorRefused, KeyFileRefused, VaultLocked) as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write("The vault is open.")
