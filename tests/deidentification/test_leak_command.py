"""`manage.py find_leaks`: JSON lines in, JSON lines out, no database."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command


def run(lines: str, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    out = io.StringIO()
    call_command("find_leaks", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_answers_each_line(monkeypatch: pytest.MonkeyPatch) -> None:
    line = {"id": "t1", "text": "Met Родиона.", "protected": [{"person": "p1", "names": ["Rodion"]}], "pseudonyms": []}

    (answer,) = run(json.dumps(line) + "\n\n", monkeypatch)

    assert answer == {
        "id": "t1",
        "leaks": [{"start": 4, "end": 11, "person": "p1", "tier": "block", "how": "case-form"}],
    }


@pytest.mark.parametrize(
    "line", ["not json", "{}", '{"id": "t1"}', '{"id": 1, "text": "x", "protected": [{"names": 3}]}', "[]"]
)
def test_refuses_a_line_it_cannot_read_without_repeating_it(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CommandError, match="Line 1 cannot be read") as refused:
        run(line, monkeypatch)

    assert line not in str(refused.value)


@pytest.mark.parametrize("names", ["Родион", [None], 3, {"a": "b"}])
def test_refuses_names_that_are_no_list_of_names(names: object, monkeypatch: pytest.MonkeyPatch) -> None:
    line = {"id": "t1", "text": "Met Родиона.", "protected": [{"person": "p1", "names": names}]}

    with pytest.raises(CommandError, match="Line 1 cannot be read"):
        run(json.dumps(line), monkeypatch)


@pytest.mark.parametrize("name", ["", "R.", "-", "李明"])
def test_refuses_a_name_that_cannot_be_looked_for(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    line = {"id": "t1", "text": "Met Родиона.", "protected": [{"person": "p1", "names": ["Родион", name]}]}

    with pytest.raises(CommandError, match="protects a name that cannot be looked for"):
        run(json.dumps(line), monkeypatch)
