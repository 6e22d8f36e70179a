"""A release that was replaced is not served again: not by a room that has just started, not with a good signature."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from archive.catalogue.opening import ReleaseRefused, Standing, signature_path
from archive.catalogue.signatures import read_public_key
from archive.catalogue.tombstones import TombstoneList, write_tombstones
from archive.publication.recovery import recover
from archive.publication.release import issue_release
from archive.publication.stones import current_tombstones, raise_lowest_serial
from archive.sealing.signatures import load_signing_key
from tests import walking
from tests.walking import AT

pytestmark = pytest.mark.django_db


def new_room(settings: Any) -> Standing:
    return Standing(
        Path(settings.RELEASE_FILE),
        Path(settings.TOMBSTONE_FILE),
        read_public_key(Path(settings.RELEASE_PUBLIC_KEY_FILE)),
        read_public_key(Path(settings.TOMBSTONE_PUBLIC_KEY_FILE)),
    )


def put_back(kept: Path, settings: Any) -> None:
    release = Path(settings.RELEASE_FILE)
    for path in (release, signature_path(release)):
        path.unlink()
        shutil.copy2(kept / path.name, path)


@pytest.fixture
def kept(tmp_path: Path, settings: Any) -> Path:
    """A copy of the first release and its signature, after a second one was issued."""
    people = walking.staff()
    issue_release(by=people.admin, at=AT, including=[walking.approve(people)])
    release = Path(settings.RELEASE_FILE)
    for path in (release, signature_path(release)):
        shutil.copy2(path, tmp_path / path.name)
    issue_release(by=people.admin, at=AT)
    return tmp_path


class TestTheLastRelease:
    @pytest.mark.usefixtures("kept")
    def test_is_served_by_a_room_that_has_just_started(self, settings: Any) -> None:
        release, tombstones = new_room(settings).look()

        assert release.statement.serial == tombstones.lowest_serial == 2


class TestAnOlderReleaseWithItsOwnSignature:
    def test_is_refused_by_a_room_that_has_just_started(self, kept: Path, settings: Any) -> None:
        put_back(kept, settings)

        with pytest.raises(ReleaseRefused, match="older than"):
            new_room(settings).look()

    def test_is_refused_again_once_a_crash_before_it_was_said_is_recovered(self, kept: Path, settings: Any) -> None:
        key = load_signing_key(Path(settings.TOMBSTONE_KEY_FILE))
        write_tombstones(Path(settings.TOMBSTONE_FILE), TombstoneList(lowest_serial=1), sign=key.sign)

        recovery = recover(by=walking.staff().admin, at=AT)

        assert (recovery.tombstones, recovery.serial) == (1, 0)
        put_back(kept, settings)
        with pytest.raises(ReleaseRefused, match="older than"):
            new_room(settings).look()

    @pytest.mark.usefixtures("kept")
    def test_is_not_let_in_by_a_lower_serial(self) -> None:
        assert not raise_lowest_serial(1)
        assert current_tombstones().lowest_serial == 2
