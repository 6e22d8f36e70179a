"""Begin an archive for real: ``manage.py begin NAME``. What comes after is done at the desk."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from archive.operations.quickstart import StepRefused, prepare_empty
from archive.publication.stones import begin_tombstones
from archive.users.models import User
from archive.users.roles import Role
from archive.users.staff import StaffRefused, add_user


class Command(BaseCommand):
    help = "Make keys, tables, the thesaurus and the first admin, who adds everybody else. No collection comes with it."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name the first admin signs in with: small letters, digits, hyphens")

    def handle(self, **options: Any) -> None:
        at = timezone.now()
        settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            prepare_empty(at=at)
            if User.objects.exists():
                raise CommandError(
                    "This archive has begun already; nothing was changed. Add people at the desk, or with "
                    "'manage.py add_user NAME --role editor'."
                )
            begin_tombstones()
            with transaction.atomic():
                admin = add_user(username=options["name"], role=Role.ADMIN, by=None, at=at)
                call_command("load_themes", by=admin.user.username, stdout=self.stdout)
        except (StepRefused, StaffRefused) as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"Keys: {settings.KEY_DIR}. Copy them to paper or another disk, apart from any backup.")
        self.stdout.write(f"Added {admin.user.username} (admin).")
        self.stdout.write(f"Password, shown this once: {admin.password}")
        self.stdout.write("Add a second admin at the desk (page Staff): nobody approves what they decided themselves.")
