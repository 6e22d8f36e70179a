"""``manage.py find_leaks < in.jsonl > out.jsonl``: where a protected name still stands in each text of a file.

A line in is ``{"id","text","protected":[{"person":"p1","names":["…"]}],"pseudonyms":["…"]}``. A line out is
``{"id","leaks":[{"start","end","person","tier":"block"|"ask","how"}]}``. Offsets are code points of the text as given,
end exclusive; ``how`` names the rule, never the word. No database, no key, no network.
"""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.deidentification.leak_lines import NameNotSearchable, leaks_of_line


class Command(BaseCommand):
    help = "Find protected names in the texts of a JSON-lines file (standard input to standard output)."
    requires_system_checks = []

    def handle(self, **_: Any) -> None:
        for number, line in enumerate(sys.stdin, 1):
            if not line.strip():
                continue
            try:
                found = leaks_of_line(json.loads(line))
            except NameNotSearchable:
                raise CommandError(
                    f"Line {number} protects a name that cannot be looked for: it has no word of two letters, or is "
                    "written in a script the archive cannot read. Write it in Latin or Cyrillic letters."
                ) from None
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise CommandError(
                    f"Line {number} cannot be read ({type(error).__name__}). "
                    'A line is a JSON object with "id", "text" and "protected". Correct it and run the command again.'
                ) from None
            self.stdout.write(json.dumps(found, ensure_ascii=False))
