"""Add a person to the desk: ``manage.py add_user NAME --role editor|admin``."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from archive.users.roles import Role
from archive.users.staff import StaffRefused, add_user


class Command(BaseCommand):
    help = "Add a person and show their password, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name they sign in with: small letters, digits, hyphens")
        parser.add_argument("--role", required=True, choices=[Role.EDITOR.value, Role.ADMIN.value])
        parser.add_argument("--display-name", default="", help="the name others see at the desk")

    def handle(self, **options: Any) -> None:
        try:
            new = add_user(
                username=options["name"],
                role=options["role"],
                display_name=options["display_name"],
                by=None,
                at=timezone.now(),
            )
        except StaffRefused as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"Added {new.user.username} ({options['role']}).")
        self.stdout.write(f"Password, shown this once: {new.password}")
