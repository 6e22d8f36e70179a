"""The steps of ``quickstart``: from an empty data folder to an archive with the first collection in it.

Each step first asks the truth (key files, database, release) whether it is done, so that an interrupted
run is taken up where it stopped and a second start does nothing again.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.management import call_command
from django.core.management.utils import get_random_secret_key
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from archive.catalogue.opening import ReleaseRefused
from archive.publication.models import Release
from archive.publication.release import issue_release, verify_release
from archive.sealing.keys import make_key_file
from archive.sealing.signatures import load_public_key, load_signing_key, make_signing_key_file, write_public_key_file
from archive.users.models import User
from archive.users.roles import Role
from archive.users.staff import add_user
from archive.vault.sealed import DataKey

STAFF: Final = (
    ("editor-one", Role.EDITOR),
    ("editor-two", Role.EDITOR),
    ("admin-one", Role.ADMIN),
    ("admin-two", Role.ADMIN),
)


class StepRefused(Exception):
    """Raised when a step cannot be taken; the message says what, why, and what next."""


@dataclass(frozen=True)
class SignIn:
    """A user name and the password that is shown once."""

    username: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class Step:
    """One step: what it makes, how to tell that it is made, how to make it (returning a line to print)."""

    title: str
    is_done: Callable[[], bool]
    take: Callable[[datetime], str]


def take_steps(*, at: datetime) -> Iterator[tuple[str, str]]:
    """Take each step that is not done, yielding its title before it begins and what came of it after."""
    for number, step in enumerate(STEPS, start=1):
        yield f"[{number}/{len(STEPS)}] {step.title} … ", ""
        yield "", "there already" if step.is_done() else step.take(at)


def make_sign_ins(*, at: datetime) -> tuple[SignIn, ...]:
    """Add the people of the demonstration who are not there yet; return only those, with their passwords."""
    there = set(User.objects.filter(username__in=[name for name, _ in STAFF]).values_list("username", flat=True))
    return tuple(
        SignIn(name, add_user(username=name, role=role, by=None, at=at).password)
        for name, role in STAFF
        if name not in there
    )


def _keys_are_there() -> bool:
    pairs = (
        (settings.RELEASE_KEY_FILE, settings.RELEASE_PUBLIC_KEY_FILE),
        (settings.TOMBSTONE_KEY_FILE, settings.TOMBSTONE_PUBLIC_KEY_FILE),
    )
    return (
        settings.VAULT_KEY_FILE.is_file()
        and settings.SECRET_KEY_FILE.is_file()
        and all(_is_pair(private, public) for private, public in pairs)
    )


def _is_pair(private: Path, public: Path) -> bool:
    return private.is_file() and public.is_file() and load_signing_key(private).public_key == load_public_key(public)


def _make_keys(_at: datetime) -> str:
    if not settings.VAULT_KEY_FILE.is_file():
        if _holds_sealed():
            raise StepRefused(
                f"{connection.settings_dict['NAME']} is here, and its key {settings.VAULT_KEY_FILE} is not."
                " A new key would open nothing of it. Bring the key file back; or, if this demonstration may go,"
                " delete the data folder and run this again."
            )
        make_key_file(settings.VAULT_KEY_FILE)
    settings.ROOM_DIR.mkdir(parents=True, exist_ok=True)
    _make_pair(settings.RELEASE_KEY_FILE, settings.RELEASE_PUBLIC_KEY_FILE)
    _make_pair(settings.TOMBSTONE_KEY_FILE, settings.TOMBSTONE_PUBLIC_KEY_FILE)
    if not settings.SECRET_KEY_FILE.is_file():
        _write_secret(settings.SECRET_KEY_FILE)
    return (
        f"made in {settings.KEY_DIR}, outside the data folder and readable by you alone.\n"
        "      Whoever has them opens every original; whoever copies only the data folder opens none; and if they are\n"
        "      lost, nobody opens anything again. For a real archive keep a copy of them on paper or on another disk."
    )


def _holds_sealed() -> bool:
    """Tell whether the database has anything a key would have to open; one that was only migrated has not."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).is_file():
        return False  # asking would make the file
    return DataKey._meta.db_table in connection.introspection.table_names() and DataKey.objects.exists()


def _make_pair(private: Path, public: Path) -> None:
    if not private.is_file():
        public.unlink(missing_ok=True)  # without its private half it is good for nothing
        make_signing_key_file(private, public)
    elif not _is_pair(private, public):
        public.unlink(missing_ok=True)
        write_public_key_file(public, load_signing_key(private).public_key)


def _write_secret(path: Path) -> None:
    beside = path.with_suffix(".new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(get_random_secret_key() + "\n")
    beside.replace(path)


def _is_migrated() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _migrate(_at: datetime) -> str:
    call_command("migrate", verbosity=0, interactive=False)
    return "its tables are made"


def _is_loaded() -> bool:
    # not asked of the testimonies: somebody may be working on them since, and what they undid must stay undone
    return Release.objects.exists()


def _load(_at: datetime) -> str:
    lines = _LastLine()
    call_command("load_collection", stdout=lines)
    return lines.last


def _is_issued() -> bool:
    if not Release.objects.exists():
        return False
    if not settings.TOMBSTONE_FILE.is_file():
        raise StepRefused(
            f"{settings.TOMBSTONE_FILE} is missing. Without it nobody knows what has been withdrawn, so the room"
            " stays closed. Bring the file back from a copy of the data folder, then run this again."
        )
    try:
        verify_release(settings.RELEASE_FILE, public_key_file=settings.RELEASE_PUBLIC_KEY_FILE)
    except ReleaseRefused:
        return False
    return True


def _issue(at: datetime) -> str:
    reviewer = User.objects.filter(role=Role.SERVICE).order_by("username").last()
    if reviewer is None:
        raise StepRefused(
            "Nobody who came with the collection is there to issue its release. Run load_collection first."
        )
    issued = issue_release(by=reviewer, at=at)
    return f"release {issued.serial} carries {issued.testimonies} testimonies"


class _LastLine(StringIO):
    """Takes what a command says: shows the line at hand on a terminal, and keeps the last one."""

    last = ""

    def write(self, words: str) -> int:
        """Take some words."""
        if words.strip():
            self.last = words.strip()
            if sys.stdout.isatty():
                print(f"\r      {self.last:<70.70}", end="", flush=True)
        return len(words)


STEPS: Final = (
    Step("Keys", _keys_are_there, _make_keys),
    Step("Database", _is_migrated, _migrate),
    Step("First collection, through every step of the walk", _is_loaded, _load),
    Step("Release", _is_issued, _issue),
)


def prepare_empty(*, at: datetime) -> None:
    """Make keys and tables and nothing else, as a benchmark needs them."""
    for step in STEPS[:2]:
        if not step.is_done():
            step.take(at)
