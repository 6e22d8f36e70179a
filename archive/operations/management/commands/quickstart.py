"""``manage.py quickstart``: bring up a demonstration of the whole archive on this machine."""

import signal
from argparse import ArgumentParser
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive.operations import preflight, serving
from archive.operations.quickstart import SignIn, StepRefused, make_sign_ins, take_steps

ANNOUNCEMENT = """
  The desk          {desk}
  The reading room  {room}

This is a demonstration on this machine: both answer only here, and every desk page says so.
Press Ctrl-C to stop both.\
"""


class Command(BaseCommand):
    help = "Bring up the desk and the reading room on this machine, with the first collection in them."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        preflight.add_options(parser)

    def handle(self, **options: Any) -> None:
        # A shell starts background jobs with Ctrl-C ignored, and that is inherited; here it always means stop.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            with serving.asked_to_end():
                self._prepare()
            if not options["no_serve"]:
                self._serve(options["port"], options["room_port"])
        except (StepRefused, serving.ServingFailed) as refusal:
            raise CommandError(str(refusal)) from refusal
        except KeyboardInterrupt:
            raise CommandError("Interrupted. Nothing is lost: run the same command again and it goes on.") from None

    def _prepare(self) -> None:
        self.stdout.write(f"Data folder: {settings.DATA_DIR}")
        at = datetime.now(UTC)
        for title, outcome in take_steps(at=at):
            self.stdout.write(title or outcome, ending="" if title else "\n")
            self.stdout.flush()
        self._show(make_sign_ins(at=at))

    def _show(self, sign_ins: tuple[SignIn, ...]) -> None:
        if sign_ins:
            self.stdout.write("\nSign in at the desk with one of these. The passwords are shown this once:\n")
            for one in sign_ins:
                self.stdout.write(f"  {one.username:<12}  {one.password}")
            self.stdout.write("For a new password later:")
        else:
            self.stdout.write("\nThe sign-ins were shown at the first start. For a new password:")
        folder = "" if settings.DATA_DIR == preflight.PROJECT / "var" else f"ARCHIVE_DATA={settings.DATA_DIR} "
        self.stdout.write(f"  {folder}python3 manage.py set_password editor-one")

    def _serve(self, port: int, room_port: int) -> None:
        places = (
            serving.desk(port, data=settings.DATA_DIR, room_port=room_port),
            serving.reading_room(room_port, room=settings.ROOM_DIR),
        )
        self.stdout.write("\nStarting both processes …")
        self.stdout.flush()
        serving.serve(places, announce=ANNOUNCEMENT.format(desk=places[0].address, room=places[1].address))
        self.stdout.write("Both are stopped. Start again with the same command.")
