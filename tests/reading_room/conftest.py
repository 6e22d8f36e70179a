"""A reading room in this process: its settings, its middleware, an invented release in a folder of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from pytest_django import DjangoDbBlocker

from archive.catalogue.opening import database_settings
from config.settings import reading_room
from tests.catalogue.standing import RoomFolder, room_folder

OF_THE_ROOM = ("ROOT_URLCONF", "MIDDLEWARE", "TEMPLATES", "SECRET_KEY")


@pytest.fixture(scope="session")
def prepared_room(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> RoomFolder:
    """A folder with an invented release, made once; take `room` to have one that may be changed."""
    folder = room_folder(tmp_path_factory.mktemp("prepared") / "room")
    with django_db_blocker.unblock():
        folder.issue()
    folder.bury()
    return folder


@pytest.fixture
def room(
    prepared_room: RoomFolder, tmp_path: Path, settings: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker
) -> Iterator[RoomFolder]:
    """The folder of a room that this process serves for one test."""
    path = tmp_path / "room"
    shutil.copytree(prepared_room.path, path)
    folder = RoomFolder(path, prepared_room.release_key, prepared_room.tombstone_key)
    for name in OF_THE_ROOM:
        setattr(settings, name, getattr(reading_room, name))
    settings.RELEASE_FILE = folder.release  # type: ignore[attr-defined]
    settings.TOMBSTONE_FILE = folder.tombstones  # type: ignore[attr-defined]
    settings.RELEASE_PUBLIC_KEY_FILE = path / "release.pub"  # type: ignore[attr-defined]
    settings.TOMBSTONE_PUBLIC_KEY_FILE = path / "tombstone.pub"  # type: ignore[attr-defined]
    settings.RELEASE_ALIAS = "release"  # type: ignore[attr-defined]
    connections.settings["release"] = database_settings(folder.release)
    with django_db_blocker.unblock():
        yield folder
    connections["release"].close()
    del connections["release"]
    del connections.settings["release"]


@pytest.fixture
def reader(room: RoomFolder) -> Client:
    """Somebody with a browser."""
    return Client(raise_request_exception=False)
