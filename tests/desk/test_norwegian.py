"""Every word of the desk is there in Norwegian."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import trans_real

ROOT = Path(settings.BASE_DIR)
SAME_IN_BOTH = {"Form", "HTML", "P-0004", "Person %(key)s", "person %(key)s", "admin", "ring"}
NAMES = {"_", "_g", "gettext", "gettext_lazy", "ngettext"}


def words_of_templates():
    for folder in ("templates/desk", "templates/components/desk"):
        for path in (ROOT / folder).rglob("*.html"):
            for match in re.finditer(r"\{% translate (['\"])(.*?)\1", path.read_text(encoding="utf-8")):
                yield match.group(2)


def words_of_code():
    for path in (ROOT / "archive/desk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in NAMES
                and isinstance(node.args[0], ast.Constant)
            ):
                yield node.args[0].value


@pytest.mark.parametrize("words", [words_of_templates, words_of_code])
def test_every_word_has_its_norwegian(words):
    catalogue = trans_real.translation("nb")

    missing = sorted({word for word in words() if word not in SAME_IN_BOTH and catalogue.gettext(word) == word})

    assert missing == []
