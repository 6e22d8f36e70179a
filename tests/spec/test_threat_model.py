"""The threat model names tests that exist, for promises that are all there."""

import re
from pathlib import Path

PROJECT = Path(__file__).parents[2]
TEXT = (PROJECT / "archive" / "docs" / "threat-model.md").read_text(encoding="utf-8")


class TestTheThreatModel:
    def test_names_only_tests_that_exist(self):
        named = set(re.findall(r"`(tests/[a-z0-9_/]+\.py)`", TEXT))

        assert len(named) >= 15
        assert sorted(path for path in named if not (PROJECT / path).is_file()) == []

    def test_speaks_of_every_promise(self):
        assert re.findall(r"^\| (\d+) \|", TEXT, flags=re.MULTILINE) == [str(number) for number in range(1, 11)]

    def test_leaves_no_promise_without_a_test_or_a_word_on_what_is_missing(self):
        rows = re.findall(r"^\| \d+ \|[^|]*\|([^|]*)\|([^|]*)\|$", TEXT, flags=re.MULTILINE)

        assert len(rows) == 10
        assert all("tests/" in tests or still_thin.strip() for tests, still_thin in rows)

    def test_leaves_out_no_test_of_a_promise(self):
        spec = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "tests" / "spec").glob("test_promise_*.py")}

        assert sorted(path for path in spec if path not in TEXT) == []
