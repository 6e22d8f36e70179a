"""Promise 5: the reading room has no setting, import or code path to the desk, a secret key or the network.

The real process is watched from within while it serves every route: Python's audit events (PEP 578) tell which files it
opens, whether it makes a socket, and whether it starts another program. A desk lies beside it, open to be read.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django import DjangoDbBlocker

from tests.catalogue.standing import RoomFolder, room_folder
from tests.reading_room.crawling import addresses_everywhere

WATCHED_SERVICE = """
import io, json, os, sys
opened, forbidden = set(), set()
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        opened.add(os.path.realpath(os.fsdecode(arguments[0])))
    elif event == "sqlite3.connect":
        opened.add(os.path.realpath(str(arguments[0]).removeprefix("file:").partition("?")[0]))
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork")):
        forbidden.add(event)
sys.addaudithook(watch)
from config.wsgi.reading_room import application
said = {}
def serve(path):
    status = []
    address, _, query = path.partition("?")
    body = application({"REQUEST_METHOD": "GET", "PATH_INFO": address, "QUERY_STRING": query,
        "SERVER_NAME": "localhost", "SERVER_PORT": "80", "HTTP_HOST": "localhost", "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr, "wsgi.url_scheme": "https"}, lambda code, headers: status.append(code))
    said[path] = [status[0], len(b"".join(body))]
for path in json.load(sys.stdin):
    serve(path)
if "--make-a-socket" in sys.argv:
    import socket
    socket.socket().close()
from django.conf import settings
named = [name for name in dir(settings) if name.endswith("KEY_FILE") and "PUBLIC" not in name]
print(json.dumps({"opened": sorted(opened), "forbidden": sorted(forbidden), "said": said, "keys": named,
    "modules": sorted(name for name in sys.modules if name.startswith(("archive.", "config.")))}))
"""


@dataclass(frozen=True)
class Watched:
    """What a serving process did."""

    opened: frozenset[Path]
    forbidden: tuple[str, ...]
    said: dict[str, list[object]]
    keys: tuple[str, ...]
    modules: frozenset[str]


def serve(room: RoomFolder, *arguments: str) -> Watched:
    """Serve every route in a process of its own, and return what it did meanwhile."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "ARCHIVE_", "COV_"))}
    environment = kept | {
        "ARCHIVE_DATA": str(room.path.parent),
        "ARCHIVE_ROOM_DIR": str(room.path),
        "DJANGO_SETTINGS_MODULE": "config.settings.reading_room",
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    done = subprocess.run(
        [sys.executable, "-c", WATCHED_SERVICE, *arguments],
        input=json.dumps(list(addresses_everywhere())),
        env=environment,
        cwd=room.path.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    return Watched(
        frozenset(map(Path, told["opened"])),
        tuple(told["forbidden"]),
        told["said"],
        tuple(told["keys"]),
        frozenset(told["modules"]),
    )


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> RoomFolder:
    """A room with an invented release, and beside it a desk whose files anybody may read."""
    data = tmp_path_factory.mktemp("data")
    folder = room_folder(data / "room")
    with django_db_blocker.unblock():
        folder.issue()
    folder.bury()
    (data / "desk.sqlite3").write_bytes(b"SQLite format 3\0")
    (data / "settings.env").write_text("DATABASE_URL=postgres://desk:a-word@localhost/desk\n")
    keys = data.parent / f".{data.name}-keys"
    keys.mkdir()
    for name in ("vault.key", "release.key", "tombstone.key", "secret.key"):
        (keys / name).write_text("a key")
    return folder


@pytest.fixture(scope="module")
def watched(room: RoomFolder) -> Watched:
    """Return what the process did while it served every route."""
    return serve(room)


class TestTheProcessOfTheRoom:
    def test_serves_every_route_while_it_is_watched(self, watched: Watched) -> None:
        assert len(watched.said) > 25
        assert {str(status)[:3] for status, _length in watched.said.values()} <= {"200", "302", "301"}

    def test_opens_nothing_of_the_archive_but_its_own_folder(self, watched: Watched, room: RoomFolder) -> None:
        data = room.path.parent.resolve()
        own = {path for path in watched.opened if path.is_relative_to(room.path.resolve())}
        of_the_archive = {path for path in watched.opened if path.is_relative_to(data)}
        keys = {path for path in watched.opened if path.is_relative_to(data.parent / f".{data.name}-keys")}

        assert own
        assert of_the_archive == own
        assert keys == set()

    def test_makes_no_socket_and_starts_no_program(self, watched: Watched) -> None:
        assert watched.forbidden == ()

    def test_knows_no_setting_for_a_secret_key(self, watched: Watched) -> None:
        assert watched.keys == ()

    def test_imports_nothing_of_the_desk(self, watched: Watched) -> None:
        packages = {name.split(".")[1] for name in watched.modules if name.startswith("archive.")}

        assert packages == {"catalogue", "reading_room", "language"}
        assert "config.settings.desk" not in watched.modules

    def test_would_be_caught_at_a_socket(self, room: RoomFolder) -> None:
        assert "socket.__new__" in serve(room, "--make-a-socket").forbidden
