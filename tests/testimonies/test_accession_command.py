"""`manage.py accession FILE --metadata FILE`: the same functions as the page, from a TOML file."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from archive.testimonies.models import Source, Testimony

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]

TEXT = "I am called Torvald Brekkesen.\n\nWe slept in a school.\n\nMy wife waited.\n"
METADATA = """
collection = "trial"
collection_title = "A trial"

[source]
kind = "interview"
year = 2025
title = "A talk"
custody_note = "By hand."

[[persons]]
key = "narrator"
naming = "changed_by_source"
evidence = "He asked for it."
pseudonyms = { en = "Arne", nb = "Arne" }
names = [ { name = "Torvald Brekkesen", kind = "legal" }, { name = "Valde", kind = "diminutive" } ]

[[persons]]
key = "wife"
names = [ { name = "Solveig" } ]

[[testimonies]]
tellings = [ { language = "en", passages = "1-2" } ]
persons = [ { key = "narrator", part = "protagonist", narrates = true }, { key = "wife", part = "relative" } ]

[[testimonies]]
tellings = [ { language = "en", passages = "3-" } ]
persons = [ { key = "narrator", part = "protagonist", narrates = true } ]
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """The text as received, and what is known of it."""
    text, metadata = tmp_path / "talk.txt", tmp_path / "talk.toml"
    text.write_text(TEXT, "utf-8")
    metadata.write_text(METADATA, "utf-8")
    return text, metadata


def accession(files: tuple[Path, Path], *more: str, by: str = "kari") -> str:
    """Run the command and return what it says."""
    out = StringIO()
    call_command("accession", str(files[0]), "--metadata", str(files[1]), "--by", by, *more, stdout=out)
    return out.getvalue()


class TestASourceWithItsMetadata:
    def test_becomes_testimonies_in_redaction(self, files: tuple[Path, Path]) -> None:
        said = accession(files)

        first, second = Testimony.objects.order_by("number")
        read, *taken_in = said.splitlines()
        assert read.startswith("Read as utf-8")
        assert read.endswith("plain: 3 passages, 0 pieces of markup taken out; repaired: nothing.")
        assert taken_in == [f"{first.reference} is in redaction.", f"{second.reference} is in redaction."]
        assert [telling.passages for telling in (first.tellings.get(), second.tellings.get())] == [2, 1]
        assert first.appearances.count() == 2
        assert Source.objects.get().received.file_name.reveal() == "talk.txt"

    def test_is_one_person_in_both_testimonies(self, files: tuple[Path, Path]) -> None:
        accession(files)

        first, second = Testimony.objects.order_by("number")
        assert first.appearances.get(narrates=True).person == second.appearances.get(narrates=True).person

    def test_is_only_read_where_that_is_asked(self, files: tuple[Path, Path]) -> None:
        said = accession(files, "--dry-run")

        assert said.endswith("Nothing was kept.\n")
        assert not Source.objects.exists()


class TestWhatCannotBeTakenIn:
    @pytest.mark.parametrize(
        ("before", "after", "why"),
        [
            ("[source]", "[source", "is not TOML"),
            ('kind = "interview"', 'medium = "interview"', "lacks 'kind'"),
            ('kind = "interview"', 'kind = "rumour"', "no kind of source called 'rumour'"),
            ('"1-2"', '"1-9"', "Passages 1 to 9 are not in the text, which has 3"),
            ('"3-"', '"2-"', "overlaps another one"),
            ('"3-"', '"0-"', "Passages 0 to 3 are not in the text"),
            ('part = "relative"', 'part = "neighbour"', "unknown part 'neighbour'"),
            ('language = "en", passages = "3-"', 'language = "de", passages = "3-"', "unknown language 'de'"),
            ('part = "relative"', 'part = "protagonist"', "exactly one person it is about"),
            (", narrates = true }, {", " }, {", "needs exactly one narrator"),
            ('en = "Arne"', 'en = "Solveig"', "Person narrator: This pseudonym is itself a protected name"),
            ('evidence = "He asked for it."', 'evidence = ""', "Person narrator: A naming decision names its evidence"),
            ('{ name = "Solveig" }', '{ name = "S" }', "Person wife: This is not a name that can be looked for"),
        ],
    )
    def test_is_refused_with_the_reason_and_nothing_is_kept(
        self, files: tuple[Path, Path], before: str, after: str, why: str
    ) -> None:
        assert before in METADATA
        files[1].write_text(METADATA.replace(before, after, 1), "utf-8")

        with pytest.raises(CommandError, match=why):
            accession(files)

        assert not Source.objects.exists()
        assert not Testimony.objects.exists()

    def test_is_refused_when_it_is_held_already(self, files: tuple[Path, Path]) -> None:
        accession(files)

        with pytest.raises(CommandError, match="already held"):
            accession(files)

        assert Source.objects.count() == 1

    def test_is_refused_when_it_is_no_text(self, files: tuple[Path, Path]) -> None:
        files[0].write_bytes(b"")

        with pytest.raises(CommandError, match="The text is empty"):
            accession(files)

    def test_is_refused_when_it_cannot_be_read(self, files: tuple[Path, Path], tmp_path: Path) -> None:
        with pytest.raises(CommandError, match="cannot be read"):
            accession((tmp_path / "nowhere.txt", files[1]))

    def test_is_refused_from_somebody_unknown(self, files: tuple[Path, Path]) -> None:
        with pytest.raises(CommandError, match="There is nobody called"):
            accession(files, by="somebody")
