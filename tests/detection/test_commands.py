"""The two commands: lines in, lines out, no database; refusals say which line and why."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from archive.detection.benchmarks.invented import invented_text
from archive.detection.documents import check_documents
from archive.detection.identifiers import find_identifiers

GOLD = Path(__file__).parent / "gold.jsonl"
LINE = {"id": "a", "text": "Then Ivan Petrovich went to Russia.", "lang": "en"}


def run(monkeypatch, text, *arguments):
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    out = io.StringIO()
    call_command("find_identifiers", *arguments, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


class TestFindIdentifiers:
    def test_writes_spans_of_what_is_to_be_changed(self, monkeypatch):
        written = run(monkeypatch, json.dumps(LINE) + "\n\n")

        assert written == [{"id": "a", "spans": [[5, 19, "PERSON"]]}]

    def test_adds_what_is_kept_when_asked_for_all(self, monkeypatch):
        written = run(monkeypatch, json.dumps(LINE), "--all", "--without-model")

        assert [28, 34, "LOC"] in written[0]["spans"]

    def test_writes_whole_findings_in_full(self, monkeypatch):
        written = run(monkeypatch, json.dumps(LINE), "--format", "full")

        assert written[0]["findings"][0]["reason"]

    def test_keeps_what_an_own_list_says_beside_the_shipped_one(self, monkeypatch, tmp_path):
        own = tmp_path / "public.toml"
        own.write_text('[organisation]\nreason = "Ours."\nentries = "red_kestrel"\n', encoding="utf-8")
        line = json.dumps({"id": "a", "text": "The Red Kestrel left Russia.", "lang": "en"})

        kept = [run(monkeypatch, line, "--public", str(own)), run(monkeypatch, line)]

        assert [written[0]["spans"] for written in kept] == [[], [[4, 15, "MISC"]]]

    @pytest.mark.parametrize("text", ["[organisation", '[bird]\nreason = "x"\nentries = "y"', "[law]\n", "law = 1"])
    def test_refuses_an_own_list_it_cannot_read(self, monkeypatch, tmp_path, text):
        own = tmp_path / "public.toml"
        own.write_text(text, encoding="utf-8")

        with pytest.raises(CommandError, match="list of public things cannot be read"):
            run(monkeypatch, json.dumps(LINE), "--public", str(own))

    def test_refuses_an_own_list_that_is_not_there(self, monkeypatch, tmp_path):
        with pytest.raises(CommandError, match="There is no file"):
            run(monkeypatch, json.dumps(LINE), "--public", str(tmp_path / "none.toml"))

    def test_refuses_a_line_it_cannot_read(self, monkeypatch):
        with pytest.raises(CommandError, match="Line 1 cannot be read"):
            run(monkeypatch, '{"id": "a"}')


class TestEvaluateDetection:
    def test_prints_recall_by_class(self):
        out = io.StringIO()

        call_command("evaluate_detection", str(GOLD), stdout=out)

        assert "class          DIRECT" in out.getvalue()
        assert "candidates per 1,000 words" in out.getvalue()

    def test_refuses_a_file_that_is_not_there(self, tmp_path):
        with pytest.raises(CommandError, match="There is no file"):
            call_command("evaluate_detection", str(tmp_path / "none.jsonl"))


class TestRealDocuments:
    CAST = {
        "cast": [
            {"kind": "named",
             "mentions": [{"file": "a.txt", "start": 5, "end": 9}, {"file": "a.txt", "start": 30, "end": 34}],
             "surface_forms": {"Osip": 2}, "protection_policy": {"action": "pseudonymise"}},
            {"kind": "named", "mentions": [{"file": "a.txt", "start": 15, "end": 18}], "surface_forms": {"the": 1},
             "protection_policy": {"action": "keep"}},
        ]
    }  # fmt: skip

    def examine(self, folder, *arguments):
        (folder / "a.txt").write_text("Then Osip told the truth, and Osip left for Kvitdal.", encoding="utf-8")
        cast = folder / "cast.json"
        cast.write_text(json.dumps(self.CAST), encoding="utf-8")
        out = io.StringIO()
        call_command("evaluate_detection", "--documents", str(folder), *arguments, stdout=out)
        return out.getvalue().splitlines()

    def test_are_read_with_the_names_given_and_without(self, tmp_path):
        lines = self.examine(tmp_path, "--cast", str(tmp_path / "cast.json"))

        assert len(lines) == 2
        assert "2/2 mentions are candidates" in lines[0]
        assert "no names given" in lines[1]

    def test_never_have_a_word_of_theirs_repeated(self, tmp_path):
        assert "Osip" not in "".join(self.examine(tmp_path, "--cast", str(tmp_path / "cast.json")))

    def test_tell_where_a_mention_is_no_candidate(self, tmp_path):
        texts, cast = (
            {"a.txt": "Then it rained."},
            [{**self.CAST["cast"][0], "mentions": [{"file": "a.txt", "start": 8, "end": 14}]}],
        )

        checks = list(check_documents(texts, cast))

        assert "missed at 8-14" in checks[-1].line()

    def test_need_a_folder_that_holds_some(self, tmp_path):
        with pytest.raises(CommandError, match="There is no text"):
            call_command("evaluate_detection", "--documents", str(tmp_path))

    def test_nothing_named_is_refused(self):
        with pytest.raises(CommandError, match="Nothing to evaluate"):
            call_command("evaluate_detection")


class TestTheBenchmark:
    def test_texts_are_the_same_for_the_same_seed_and_full_of_findings(self):
        text = invented_text("en", words=120, seed=1)

        assert text == invented_text("en", words=120, seed=1)
        assert len(find_identifiers(text, language="en")) > 10
