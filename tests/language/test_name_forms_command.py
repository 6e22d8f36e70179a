"""`manage.py name_forms`: a table or JSON lines of what the archive refuses."""

import io
import json

import pytest
from django.core.management import CommandError, call_command


def test_prints_tier_rule_and_form() -> None:
    out = io.StringIO()

    call_command("name_forms", "Родион Щегольков", stdout=out)

    rows = [line.split(maxsplit=2) for line in out.getvalue().splitlines()]
    assert ["block", "case-form", "Щегольковым"] in rows


def test_prints_json_for_one_language() -> None:
    out = io.StringIO()

    call_command("name_forms", "Чуев", "--language", "nb", "--json", stdout=out)

    forms = [json.loads(line) for line in out.getvalue().splitlines()]
    assert {"form": "Tsjuev", "how": "as-recorded", "tier": "block"} in forms


def test_refuses_what_is_no_name() -> None:
    with pytest.raises(CommandError, match="Give it in full"):
        call_command("name_forms", "-")
