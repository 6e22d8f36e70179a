"""The benchmarks measure what they say they measure: details in every text, the real functions, nobody's archive."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from archive.deidentification.leaks import find_leaks
from archive.language.matching import NamedPerson, NameMatcher
from archive.operations.benchmarks.accounts import ALTERED, DETAILS, LANGUAGES, account, protected
from archive.operations.benchmarks.room import published
from archive.operations.benchmarks.sweep import PLANTED

PROJECT = Path(__file__).resolve().parents[2]


def run(name: str, *arguments: str) -> dict[str, Any]:
    """Run a benchmark as it is meant to be run: which lines it comes through is not measured, that would double it."""
    command = [sys.executable, str(PROJECT / "manage.py"), "benchmark", name, *arguments]
    unmeasured = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE_")}
    done = subprocess.run(command, cwd=PROJECT, env=unmeasured, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


class TestAnInventedAccount:
    @pytest.mark.parametrize("number", range(8))
    def test_has_forty_details_of_which_readers_get_twenty_five_altered(self, number):
        one = account(number, persons=100)

        altered = [detail for detail in one.details if detail.replacement]
        assert len(one.details) == sum(DETAILS.values()) == 40
        assert len(altered) == ALTERED == 25

    def test_speaks_of_three_persons_in_one_of_four_languages(self):
        some = [account(number, persons=100) for number in range(8)]

        assert {len(one.persons) for one in some} == {3}
        assert {one.language for one in some} == set(LANGUAGES)

    def test_has_each_name_where_it_says(self):
        one = account(2, persons=100)

        names = {one.text[detail.start : detail.end] for detail in one.details if detail.person is not None}
        assert names == {protected(number).cyrillic for number in one.persons}

    def test_is_the_same_for_the_same_number(self):
        assert account(7, persons=100) == account(7, persons=100)

    def test_tells_readers_no_name(self):
        one = account(4, persons=100)

        words = str(published(one))
        assert not any(protected(number).latin in words for number in one.persons)

    def test_gives_no_two_persons_one_name(self):
        persons = [protected(number) for number in range(10_000)]

        assert len({person.latin for person in persons}) == len({person.pseudonym for person in persons}) == 10_000


@pytest.fixture(scope="module")
def of_the_pipeline() -> dict[str, Any]:
    return run("pipeline", "--size=8", "--persons=24")


class TestThePipeline:
    def test_lets_every_approved_account_through_the_gate(self, of_the_pipeline):
        assert of_the_pipeline["testimonies"] == 8
        assert of_the_pipeline["left_out"] == 0

    def test_is_not_called_met_at_a_size_that_says_nothing(self, of_the_pipeline):
        missed = {row["row"] for row in of_the_pipeline["rows"] if not row["floor_met"]}

        assert missed >= {"testimonies", "protected persons"}
        assert not of_the_pipeline["met"]


class TestTheRoom:
    def test_answers_every_request(self):
        figures = run("room", "--size=120")

        assert figures["requests"] > 500
        assert figures["query_ms"]["p95"] > 0


class TestTheSweep:
    def test_plants_only_what_a_search_finds(self):
        for name, forms in PLANTED:
            matcher = NameMatcher([NamedPerson("p", (name,))])
            assert all(find_leaks(f" Потом пришёл {form}, og vi gikk.", matcher=matcher) for form in forms)

    def test_misses_nothing_that_was_planted(self):
        figures = run("sweep", "--size=150", "--persons=30")

        assert figures["one_name"]["missed"] == 0
        assert sum(one["planted"] for one in figures["one_name"]["each"]) > 90
        assert figures["full"]["new_places"] >= 0
        assert {"one new name, seconds of work, the longest", "full sweep, seconds"} <= {
            row["row"] for row in figures["rows"]
        }


class TestTheBenchmarkOfNames:
    def test_gives_every_row_of_the_table_in_one_run(self, tmp_path: Path):
        (tmp_path / "en_letter.txt").write_text("We were cold, and nobody spoke of it.", "utf-8")
        interview = {
            "id": "one",
            "text": "It was Rodion again.",
            "adversarial": False,
            "identities": {"source": {"entity_id": "p1", "real_names": ["Родион Щегольков"]}, "relatives": []},
            "spans": [
                {"start": 7, "end": 13, "category": "PERSON", "identifier_type": "DIRECT", "entity_id": "p1"},
            ],
        }
        (tmp_path / "interviews.jsonl").write_text(json.dumps(interview) + "\n", "utf-8")

        figures = run(
            "names",
            "--size=30",
            "--persons=30",
            f"--corpus={tmp_path / 'interviews.jsonl'}",
            f"--documents={tmp_path}",
            f"--texts={tmp_path}",
        )

        rows = {row["row"]: row for row in figures["rows"]}
        assert {re.split("[ ,:]", name)[0] for name in rows} == {
            "romanisations", "inflected", "short", "evasions", "another", "blocks", "interviews", "documents", "gate",
        }  # fmt: skip
        assert rows["interviews, the form alone"]["measured"] == 1.0
        assert rows["documents: blocks in small letters"]["floor_met"]
        assert rows["romanisations uk, stored in latin: block"]["floor"] == 0.999

    def test_refuses_a_file_that_is_not_there(self):
        command = [sys.executable, str(PROJECT / "manage.py"), "benchmark", "names", "--corpus", "nowhere.jsonl"]

        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)

        assert done.returncode == 1
        assert "There is no nowhere.jsonl" in done.stderr
