"""Close the vault for every process on this data folder: ``manage.py lock_vault --by NAME``."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from archive.users.acting import ActorRefused, find_actor
from archive.users.roles import DeskAct
from archive.vault.locking import lock_vault


class Command(BaseCommand):
    help = (
        "Close the vault: no process opens anything sealed until it is opened again; suspending and withdrawing go on."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--by", required=True, help="the member of staff under whose name it is done")

    def handle(self, **options: Any) -> None:
        try:
            lock_vault(by=find_actor(options["by"], act=DeskAct.LOCK_VAULT), at=timezone.now())
        except ActorRefused as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(
            "The vault is closed; unlock_vault opens it. If the machine may be taken, take the key file away too."
        )
