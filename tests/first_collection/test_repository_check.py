"""A protected name or a sentence of a source is found wherever it stands in the repository, and never printed."""

import json
import subprocess

import pytest
from django.core.management import CommandError, call_command

from archive.first_collection.repository_check import (
    NothingToCompare,
    Text,
    check_repository,
    read_forbidden,
    traces_in,
)

CAST = {
    "cast": [
        {
            "label": "Torvald Skogvik",
            "gate_variants": {
                "latin": ["Torvald", "Skogvik"],
                "genitive_latin": ["Skogviks"],
                "cyrillic_ru": ["Торвальд", "Скогвик"],
                "diminutives_latin": ["Torvi"],
                "collision": "none",
            },
        },
        {"label": "Odd", "public_name": "Odd", "gate_variants": {"latin": ["Odd"]}},
        {"label": "a neighbour"},
    ]
}
SENTENCE = "The blue ferry left the quay at dusk without a light."


@pytest.fixture
def folder(tmp_path):
    held = tmp_path / "held"
    held.mkdir()
    (held / "cast.json").write_text(json.dumps(CAST))
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "one.txt").write_text(SENTENCE)
    return held


@pytest.fixture
def repository(tmp_path):
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "-q")
    return root


def git(root, *arguments):
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)  # noqa: S607


def commit(root, path, text):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", f"Change {path}")


def found_in(text, folder, path="archive/page.py"):
    return [trace.what for trace in traces_in(Text(path, path, text), read_forbidden(folder))]


class TestAForbiddenWord:
    @pytest.mark.parametrize(
        "text",
        [
            "by Skogvik",
            "SKOGVIK",
            "skogviks hus",
            "torvaldSkogvik",
            "name_of_skogvik = 1",
            "Скогвик",
            "mail@skogvik.no",
            "Sk\u00adogvik",
        ],
    )
    def test_is_found_however_it_is_written(self, folder, text):
        assert "a form of the name of person 1" in found_in(text, folder)

    @pytest.mark.parametrize("text", ["Skogvika", "Odd", "a neighbour", "skog vik"])
    def test_is_not_seen_in_another_word_or_a_public_name(self, folder, text):
        assert found_in(text, folder) == []

    def test_may_be_a_first_name_in_a_list_of_first_names(self, folder):
        listed = "archive/language/data/given_names.txt"

        assert found_in("Torvald Torvi Торвальд", folder, listed) == []
        assert found_in("Torvald Skogvik Скогвик", folder, listed) == ["a form of the name of person 1"] * 2
        assert len(found_in("Torvald", folder, "archive/desk/views.py")) == 1

    def test_may_be_one_of_thousands_in_a_compiled_list(self, folder):
        assert found_in("ru last m Скогвик", folder, "archive/language/data/names.txt") == []
        assert len(found_in("ru last m Скогвик", folder, "archive/language/data/other.txt")) == 1

    def test_is_never_shown(self, folder):
        shown = [str(trace) for trace in traces_in(Text("a.py", "a.py", "x\nSkogvik"), read_forbidden(folder))]

        assert shown == ["a.py:2: a form of the name of person 1"]
        assert "kogvik" not in repr(read_forbidden(folder))


class TestASentenceOfASource:
    def test_is_found_from_six_words_on_across_lines(self, folder):
        assert found_in("the BLUE ferry\n  left the quay", folder) == ["6 words running from a source"]
        assert found_in("blue ferry left the quay today", folder) == []


class TestARepository:
    def test_without_a_trace_is_clean(self, repository, folder):
        commit(repository, "archive/a.py", "nothing = 1")

        assert check_repository(repository, read_forbidden(folder)) == ()

    def test_shows_what_was_deleted_long_ago(self, repository, folder):
        commit(repository, "notes.txt", "Skogvik was here")
        commit(repository, "notes.txt", "somebody was here")

        traces = check_repository(repository, read_forbidden(folder))

        assert [trace.path.split(" in ")[0] for trace in traces] == ["notes.txt"]
        assert check_repository(repository, read_forbidden(folder), history=False) == ()

    def test_shows_what_a_commit_says_and_what_a_file_is_called(self, repository, folder):
        commit(repository, "skogvik.txt", "empty")

        what = {trace.path.split(" in ")[0] for trace in check_repository(repository, read_forbidden(folder))}

        assert what == {"message", "skogvik.txt"}

    def test_shows_what_is_not_committed_yet(self, repository, folder):
        commit(repository, "a.txt", "empty")
        (repository / "b.txt").write_text("Skogvik")

        assert [trace.path for trace in check_repository(repository, read_forbidden(folder))] == ["b.txt"]

    def test_skips_what_is_no_text(self, repository, folder):
        (repository / "picture.bin").write_bytes(b"\0\1Skogvik")

        assert check_repository(repository, read_forbidden(folder), history=False) == ()


class TestTheCommand:
    def test_ends_well_when_nothing_is_found(self, repository, folder, capsys):
        commit(repository, "a.txt", "empty")

        call_command("check_repository", against=folder, root=repository)

        assert "0 found" in capsys.readouterr().out

    def test_ends_with_an_error_when_something_is(self, repository, folder, capsys):
        commit(repository, "a.txt", "Skogvik")

        with pytest.raises(SystemExit) as ended:
            call_command("check_repository", against=folder, root=repository)

        assert ended.value.code == 1
        assert "kogvik" not in capsys.readouterr().out

    def test_says_what_it_lacks(self, tmp_path):
        with pytest.raises(CommandError, match=r"cast\.json"):
            call_command("check_repository", against=tmp_path)
        with pytest.raises(NothingToCompare):
            read_forbidden(tmp_path)
