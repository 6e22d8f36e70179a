"""Every sentence of the public pages has its Norwegian."""

import gettext
import re
from pathlib import Path

from django.conf import settings

BASE = Path(settings.BASE_DIR)
OURS = (
    *(BASE / "templates/room").glob("*.html"),
    *(BASE / "templates/catalogue").glob("*.html"),
    BASE / "templates/base.html",
)
TRANSLATE = re.compile(r"{% translate (?:\"([^\"]+)\"|'([^']+)')(?: context \"([^\"]+)\")?")
INCLUDED = re.compile(r'{% include "(components/[\w-]+\.html)"')


def templates() -> set[Path]:
    """Return the templates of the room, with the components they include."""
    found, waiting = set(), list(OURS)
    while waiting:
        template = waiting.pop()
        if template not in found:
            found.add(template)
            waiting.extend(BASE / "templates" / name for name in INCLUDED.findall(template.read_text("utf-8")))
    return found


class TestNorwegian:
    def test_has_every_sentence_of_the_templates(self) -> None:
        with (BASE / "archive/locale/nb/LC_MESSAGES/django.mo").open("rb") as file:
            norwegian = gettext.GNUTranslations(file)

        missing = []
        for template in templates():
            for double, single, context in TRANSLATE.findall(template.read_text("utf-8")):
                english = double or single
                said = norwegian.pgettext(context, english) if context else norwegian.gettext(english)
                if said == english:
                    missing.append((template.name, english))

        assert not missing
        assert len(templates()) > 30
