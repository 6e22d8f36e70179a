"""``manage.py name_forms NAME [--language LANGUAGE] [--json]``: the forms of a name the archive refuses, with reasons.

Reads no database and needs no key. The name is an argument of the command: it stays in the shell's history, so try out
invented names here and look at real ones on the desk.
"""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.language.codes import LANGUAGES
from archive.language.forms import name_forms


class Command(BaseCommand):
    help = (
        "List every spelling of a name that is recognised, with the rule that gives it and whether it blocks or asks."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name as it would be recorded, in any script")
        parser.add_argument("--language", choices=LANGUAGES, help="only forms that texts of this language hold")
        parser.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")

    def handle(self, **options: Any) -> None:
        forms = name_forms(options["name"], language=options["language"])
        if not forms:
            raise CommandError(
                "No form of this name is recognised: it holds no word of two letters, or is in a script that the "
                "archive cannot read. Give it in full, in Latin or Cyrillic letters."
            )
        for form in forms:
            if options["json"]:
                self.stdout.write(
                    json.dumps({"form": form.text, "how": form.how, "tier": form.tier}, ensure_ascii=False)
                )
            else:
                self.stdout.write(f"{form.tier:5}  {form.how:24}  {form.text}")
