"""A release file is the same bytes for the same records, and holds nothing that the records do not say."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from archive.catalogue.building import UnknownTheme
from archive.catalogue.opening import release_database
from archive.catalogue.pages import testimony_pages
from archive.catalogue.reading import copies_with_texts, read_records, read_texts
from archive.catalogue.records import FirstIssue
from archive.catalogue.threshold import apply_display_threshold
from archive.catalogue.writing import write_release_file
from tests.catalogue.invented import CONTEXTS, MANIFEST, THEMES, invented_records

PROJECT = Path(__file__).resolve().parents[2]
UNITS = {record.public_id: f"P-{number:04d}-unit" for number, record in enumerate(invented_records())}
WRITE = """
import sys
import django
django.setup()
from pathlib import Path
from archive.catalogue.writing import write_release_file
from tests.catalogue.invented import CONTEXTS, MANIFEST, THEMES, invented_records
write_release_file(Path(sys.argv[1]), manifest=MANIFEST, themes=THEMES, copies=invented_records(), contexts=CONTEXTS)
"""


def write(path: Path, **changes: object) -> str:
    given = {"manifest": MANIFEST, "themes": THEMES, "copies": invented_records(), "contexts": CONTEXTS} | changes
    write_release_file(path, **given)  # type: ignore[arg-type]
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.usefixtures("release_files")
class TestTheBytes:
    def test_are_the_same_in_whatever_order_the_records_come(self, tmp_path: Path) -> None:
        assert write(tmp_path / "a") == write(tmp_path / "b", copies=reversed(invented_records()))

    @pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("1", "Asia/Almaty"), ("77", "America/Lima")])
    def test_are_the_same_in_another_process(self, tmp_path: Path, seed: str, zone: str) -> None:
        environment = os.environ | {
            "PYTHONHASHSEED": seed, "TZ": zone, "DJANGO_SETTINGS_MODULE": "config.settings.reading_room",
            "ARCHIVE_DATA": str(tmp_path), "PYTHONPATH": str(PROJECT),
        }  # fmt: skip

        subprocess.run([sys.executable, "-c", WRITE, tmp_path / "b"], env=environment, check=True, cwd=PROJECT)

        assert hashlib.sha256((tmp_path / "b").read_bytes()).hexdigest() == write(tmp_path / "a")

    def test_change_with_the_serial_and_the_order_seed(self, tmp_path: Path) -> None:
        one = write(tmp_path / "a")

        assert write(tmp_path / "b", manifest=replace(MANIFEST, serial=8)) != one
        assert write(tmp_path / "c", manifest=replace(MANIFEST, order_seed="other")) != one

    def test_hold_no_disclosure_unit(self, tmp_path: Path) -> None:
        write(tmp_path / "a", units=UNITS)

        assert b"-unit" not in (tmp_path / "a").read_bytes()

    def test_hold_texts_in_clear_so_that_they_can_be_searched(self, tmp_path: Path) -> None:
        write(tmp_path / "a")

        data = (tmp_path / "a").read_bytes()
        assert b"repairs lifts in " in data
        assert b"reparerer heiser i " in data

    def test_hold_nothing_of_what_too_few_share(self, tmp_path: Path) -> None:
        write(tmp_path / "a")

        data = (tmp_path / "a").read_bytes()
        assert b"northern-europe" not in data
        assert b"rare-thing" not in data
        assert b"A rare thing" not in data
        assert b"Never carried" not in data


@pytest.mark.usefixtures("release_files")
class TestTheLogicalDigest:
    def test_does_not_depend_on_order_or_place(self, tmp_path: Path) -> None:
        given = {"manifest": MANIFEST, "themes": THEMES, "contexts": CONTEXTS}

        one = write_release_file(tmp_path / "a", copies=invented_records(), **given)  # type: ignore[arg-type]
        other = write_release_file(tmp_path / "b", copies=invented_records()[::-1], **given)  # type: ignore[arg-type]

        assert one.logical_digest == other.logical_digest
        assert dict(one.library_versions)["SQLite"] == sqlite3.sqlite_version

    @pytest.mark.parametrize(
        "change",
        [{"contexts": CONTEXTS[:-1]}, {"copies": invented_records()[1:]}, {"units": dict.fromkeys(UNITS, "one")}],
    )
    def test_changes_with_what_is_shown(self, tmp_path: Path, change: dict[str, object]) -> None:
        given = {"manifest": MANIFEST, "themes": THEMES, "contexts": CONTEXTS, "copies": invented_records()}

        one = write_release_file(tmp_path / "a", **given)  # type: ignore[arg-type]
        other = write_release_file(tmp_path / "b", **given | change)  # type: ignore[arg-type]

        assert one.logical_digest != other.logical_digest


@pytest.mark.usefixtures("release_files")
class TestTheWriter:
    def test_never_writes_over_a_release(self, tmp_path: Path) -> None:
        write(tmp_path / "a")

        with pytest.raises(FileExistsError, match="never changed"):
            write(tmp_path / "a")

    def test_leaves_nothing_beside(self, tmp_path: Path) -> None:
        write(tmp_path / "a")

        assert [path.name for path in tmp_path.iterdir()] == ["a"]

    def test_leaves_nothing_at_all_when_a_theme_is_unknown(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownTheme, match="not in the thesaurus"):
            write(tmp_path / "a", themes=THEMES[:3])

        assert not list(tmp_path.iterdir())

    def test_wants_a_theme_after_the_one_above_it(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownTheme, match="before"):
            write(tmp_path / "a", themes=THEMES[::-1])

    def test_puts_what_came_first_lowest_and_shuffles_the_rest(self, tmp_path: Path) -> None:
        records = invented_records()
        write(tmp_path / "a", issues={records[3].public_id: FirstIssue(2, "2025-01")})
        write(tmp_path / "b", manifest=replace(MANIFEST, order_seed="other"))

        with sqlite3.connect(tmp_path / "a") as one, sqlite3.connect(tmp_path / "b") as other:
            order = [row[0] for row in one.execute("SELECT public_id FROM access_copy ORDER BY id")]
            shuffled = [row[0] for row in other.execute("SELECT public_id FROM access_copy ORDER BY id")]
        one.close()
        other.close()
        assert order[0] == records[3].public_id
        assert order != sorted(order)
        assert [i for i in order if i != order[0]] != [i for i in shuffled if i != order[0]]


@pytest.mark.usefixtures("release_files")
class TestWhatWasWritten:
    def test_is_read_back_as_the_records_that_may_be_shown(self, tmp_path: Path) -> None:
        write(tmp_path / "a")

        with release_database(tmp_path / "a") as connection:
            read = {record.public_id: record for record in read_records(using=connection.alias)}

        expected = apply_display_threshold(list(invented_records()), themes=THEMES, units={}, threshold=3)
        for record in expected:
            languages = tuple(sorted(record.languages, key=lambda text: text.language))
            assert read[record.public_id] == replace(record, languages=languages)

    def test_is_listed_for_the_sweep_run_by_run_and_nothing_is_left_out(self, tmp_path: Path) -> None:
        write(tmp_path / "a")

        with release_database(tmp_path / "a") as connection:
            listed = dict(read_texts(using=connection.alias))
            read = {one.public_id: tuple(one.texts()) for one in read_records(using=connection.alias)}

        assert listed == read

    def test_is_rendered_once_for_each_text(self, tmp_path: Path) -> None:
        write(tmp_path / "a")

        with release_database(tmp_path / "a") as connection:
            pages = list(testimony_pages(copies_with_texts(using=connection.alias), using=connection.alias))

        assert len(pages) == sum(len(record.languages) for record in invented_records())
        anton = [page for page in pages if page.public_id.startswith("a1nt0n")]
        assert [page.address.split("/")[1] for page in anton] == ["en", "nb"]
        assert "Sitér denne beretningen" in anton[1].html
