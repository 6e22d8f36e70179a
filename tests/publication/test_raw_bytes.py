"""The bytes of a release are searched once more, by another finder: what is the name there refuses the release."""

from pathlib import Path

import pytest

from archive.catalogue.records import Manifest
from archive.deidentification.leak_bytes import find_written, written_forms
from archive.publication.candidates import Draft, write_candidate
from archive.publication.examination import prepare_all
from archive.publication.obstacles import PublicationRefused
from archive.publication.raw_bytes import refuse_leaking_file
from archive.vault.naming import protected_persons
from tests import walking
from tests.walking import AT, Staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def release(people: Staff, tmp_path: Path) -> tuple[Path, Draft]:
    manifest = Manifest(serial=1, trail_head="0" * 64, order_seed="x", month="2026-03")
    prepared = prepare_all([walking.approve(people)], by=people.admin, at=AT)
    draft = Draft(manifest, 0, prepared, (), {}, threshold=1)
    path = tmp_path / "candidate.sqlite"
    write_candidate(path, draft)
    return path, draft


def add(path: Path, words: bytes) -> None:
    path.write_bytes(path.read_bytes() + words)


class TestTheBytesOfARelease:
    def test_pass_as_they_were_written(self, release: tuple[Path, Draft]) -> None:
        refuse_leaking_file(*release, written_forms(protected_persons()))

    def test_are_refused_where_a_surname_stands_that_nobody_judged(self, release: tuple[Path, Draft]) -> None:
        add(release[0], b" Brekkesen ")

        with pytest.raises(PublicationRefused, match="in the bytes"):
            refuse_leaking_file(*release, written_forms(protected_persons()))

    def test_pass_where_a_first_name_stands_which_others_bear(self, release: tuple[Path, Draft]) -> None:
        add(release[0], b" Torvald ")
        forms = written_forms(protected_persons())

        refuse_leaking_file(*release, forms)

        assert "ask" in {one.tier for one in find_written(release[0].read_bytes(), forms=forms)}
