"""``manage.py test [pytest arguments]``: hand everything over to pytest, in a process of its own.

A fresh process, because by now Django has loaded the desk's settings and imported the models: pytest must load the
test settings, and coverage must see the imports.
"""

import os
import sys
from typing import Any, NoReturn

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Run the tests through pytest; every argument is pytest's (try: manage.py test -k gate)."
    requires_system_checks = []

    def run_from_argv(self, argv: list[str]) -> NoReturn:
        """Become pytest; the arguments are not Django's to parse."""
        environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        sys.stdout.flush()
        os.execve(sys.executable, [sys.executable, "-m", "pytest", *argv[2:]], environment)  # noqa: S606

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Refuse to be called from code: the tests need a process of their own."""
        raise NotImplementedError("Run `python3 manage.py test`; the tests need a process of their own.")
