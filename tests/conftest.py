"""What every test stands on: keys, a data folder of its own, and real databases on both engines.

* Tests marked ``django_db`` run in a transaction on SQLite in memory, which is rolled back. Fast; the usual choice.
* Tests that need real commits, triggers seen from outside or two connections take the fixture ``database``: a fresh
  copy of a migrated database, once on SQLite (as a file, with the desk's own options) and once on PostgreSQL.
  (Django's way, flushing the tables, cannot work here: the audit trail refuses deletion.)
* Tests of the running processes are in ``tests/browser``.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import translation

from archive.sealing.keys import make_key_file
from archive.sealing.signatures import make_signing_key_file
from archive.vault import naming
from tests import missing, walking
from tests.postgresql.server import PostgreSQLServer, find_binaries

# Files that keep a worker longest, in the order in which they begin: with `-n 2 --dist loadfile` a worker takes whole
# files, and a long one begun last would leave the other worker idle. Those with a browser take turns with those
# without, so that two browsers seldom stand on one machine at once. (pytest --durations=0 shows which belong here.)
LONGEST = (
    "browser/test_quickstart.py",
    "operations/test_benchmarks.py",
    "browser/test_desk.py",
    "first_collection/test_loading.py",
    "spec/test_promise_04_four_eyes.py",
    "browser/test_names.py",
    "language/test_reaching_walk.py",
    "publication/test_sweep.py",
    "browser/test_room.py",
    "publication/test_gate.py",
    "desk/test_roles.py",
    "desk/test_pages.py",
    "browser/test_lists.py",
    "operations/test_bootstrap.py",
    "spec/test_promise_01_lifted_names.py",
    "spec/test_promise_01_no_spelling.py",
)
_TESTS = Path(__file__).parent
_BEGINS = {_TESTS / name: place for place, name in enumerate(LONGEST)}

# The same examples each time, and no judgement by the clock: a slow machine is not a wrong one.
hypothesis.settings.register_profile("archive", derandomize=True, deadline=None, max_examples=60)
hypothesis.settings.load_profile("archive")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; the others, and the tests within each, keep the order they were shuffled into."""
    items.sort(key=lambda item: _BEGINS.get(item.path, len(_BEGINS)))


def pytest_unconfigure() -> None:
    """Take the data folder of the settings away, each process its own: workers, and who gives them work."""
    shutil.rmtree(django_settings.DATA_DIR, ignore_errors=True)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say at the end what the machine lacked, and the command that installs it."""
    if missing.reasons:
        terminalreporter.section("this machine lacks what some tests need")
        for what, cure in missing.reasons.items():
            terminalreporter.write_line(f"{what}: {cure}")


@pytest.fixture(scope="session")
def key_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keys of the whole test run, made by the real functions."""
    folder = tmp_path_factory.mktemp("keys")
    make_key_file(folder / "vault.key")
    for name in ("release", "tombstone"):
        make_signing_key_file(folder / f"{name}.key", folder / f"{name}.pub")
    return folder


@pytest.fixture
def data_folder(tmp_path: Path, key_folder: Path, settings: Any) -> Path:
    """A data folder and a room of this test's own; the keys are those of the run."""
    folder = tmp_path / "var"
    room = folder / "room"
    room.mkdir(parents=True)
    settings.DATA_DIR, settings.ROOM_DIR, settings.KEY_DIR = folder, room, key_folder
    settings.RELEASE_FILE, settings.TOMBSTONE_FILE = room / "release.sqlite", room / "tombstones.json"
    settings.VAULT_KEY_FILE = key_folder / "vault.key"
    settings.RELEASE_KEY_FILE, settings.TOMBSTONE_KEY_FILE = key_folder / "release.key", key_folder / "tombstone.key"
    settings.RELEASE_PUBLIC_KEY_FILE = shutil.copy(key_folder / "release.pub", room / "release.pub")
    settings.TOMBSTONE_PUBLIC_KEY_FILE = shutil.copy(key_folder / "tombstone.pub", room / "tombstone.pub")
    return folder


@pytest.fixture
def people() -> walking.Staff:
    """Two editors and two admins, in whatever database the test has."""
    return walking.staff()


@pytest.fixture(autouse=True)
def _data_folder_with_database(request: pytest.FixtureRequest) -> None:
    """Whoever has a database also has keys and a folder: the vault's columns cannot be written without."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        request.getfixturevalue("data_folder")


@pytest.fixture(autouse=True)
def _no_names_of_another_test(request: pytest.FixtureRequest) -> None:
    """Have the matcher built from this test's names: tests share one clock, by which the vault knows what changed."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        naming._Held.stamp = ""


@pytest.fixture(autouse=True)
def _no_language_of_another_test() -> Iterator[None]:
    """Speak English at first: the language of a request stays active in its process."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _release_files_can_be_opened(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tests open release files: Django's guard knows the databases of the settings, and a release is none."""
    if "db" not in request.fixturenames and not request.node.get_closest_marker("django_db"):
        return
    request.getfixturevalue("_django_db_helper")
    guarded = BaseDatabaseWrapper.ensure_connection

    def ensure_connection(self: BaseDatabaseWrapper) -> None:
        if not self.alias.startswith("release-"):
            guarded(self)
        elif self.connection is None:
            with self.wrap_database_errors:
                self.connect()

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", ensure_connection)


@contextmanager
def connected_to(configuration: dict[str, Any], blocker: Any) -> Iterator[None]:
    """Point Django's one database, in this thread and in new ones, somewhere else."""
    elsewhere = connections.configure_settings({"default": dict(configuration)})["default"]
    before, connection_before = connections.databases["default"], connections["default"]
    with blocker.unblock():
        connections.databases["default"] = elsewhere
        connections["default"] = connections.create_connection("default")
        try:
            yield
        finally:
            connections["default"].close()
            connections.databases["default"] = before
            connections["default"] = connection_before


def _sqlite_at(path: Path) -> dict[str, Any]:
    from config.settings import desk  # noqa: PLC0415  (the desk's own options, not those of the fast tests)

    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": desk.SQLITE_OPTIONS}


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Path:
    """A migrated SQLite file; tests copy it."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite3"
    with connected_to(_sqlite_at(path), django_db_blocker):
        call_command("migrate", verbosity=0)
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgreSQLServer]:
    """A PostgreSQL server of this run's own, in a temporary folder, on a socket nobody else sees."""
    binaries = find_binaries()
    if binaries is None:
        missing.needs(
            "PostgreSQL", why="the archive must keep its promises on it as on SQLite", cure="apt-get install postgresql"
        )
    with PostgreSQLServer(binaries) as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: PostgreSQLServer, django_db_blocker: Any) -> str:
    """The name of a migrated PostgreSQL database; tests copy it."""
    name = postgresql_server.create("template_migrated")
    with connected_to(postgresql_server.configuration(name), django_db_blocker):
        call_command("migrate", verbosity=0)
    return name


@pytest.fixture
def sqlite_database(sqlite_template: Path, data_folder: Path, django_db_blocker: Any) -> Iterator[str]:
    """A SQLite database of this test's own, every commit real."""
    path = Path(shutil.copy(sqlite_template, data_folder / "desk.sqlite3"))
    with connected_to(_sqlite_at(path), django_db_blocker):
        yield "sqlite"


@pytest.fixture
def postgresql_database(request: pytest.FixtureRequest, data_folder: Path, django_db_blocker: Any) -> Iterator[str]:
    """A PostgreSQL database of this test's own, every commit real."""
    template = request.getfixturevalue("postgresql_template")
    server: PostgreSQLServer = request.getfixturevalue("postgresql_server")
    with server.copy_of(template) as name, connected_to(server.configuration(name), django_db_blocker):
        yield "postgresql"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest) -> str:
    """Run the test once on each engine, on a database of its own, every commit real."""
    vendor: str = request.getfixturevalue(f"{request.param}_database")
    return vendor
