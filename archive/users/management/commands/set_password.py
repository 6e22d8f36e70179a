"""Give a person a new password: ``manage.py set_password NAME``."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from archive.users.models import User
from archive.users.staff import StaffRefused, set_password


class Command(BaseCommand):
    help = "Draw a new password for a person and show it, once; their sessions end."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name they sign in with")

    def handle(self, **options: Any) -> None:
        user = User.objects.filter(username=options["name"]).first()
        if user is None:
            raise CommandError("Nobody has this user name. Check the spelling, or add the person with add_user.")
        try:
            password = set_password(user, by=None, at=timezone.now())
        except StaffRefused as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"Password of {user.username}, shown this once: {password}")
