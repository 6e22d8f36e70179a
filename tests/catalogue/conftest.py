"""Release files need a database connection of their own, and no desk database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from tests.catalogue.standing import RoomFolder, room_folder


@pytest.fixture
def release_files(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let this test open release files."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def issued(release_files: None, tmp_path: Path) -> RoomFolder:
    """A folder with an invented release."""
    folder = room_folder(tmp_path / "room")
    folder.issue()
    return folder
