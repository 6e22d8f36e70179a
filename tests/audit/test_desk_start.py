"""The desk does not begin to serve a database that has lost a rule."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from archive.audit.rules import TRIGGERS

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def data(tmp_path, sqlite_template):
    folder = tmp_path / "var"
    folder.mkdir()
    shutil.copy(sqlite_template, folder / "desk.sqlite3")
    (tmp_path / "secret.key").write_text("for this test only " * 4)
    return folder


def start(data):
    """Load the desk as a server does, without serving."""
    environment = {
        "PATH": os.environ["PATH"],
        "ARCHIVE_DATA": str(data),
        "ARCHIVE_SECRET_KEY_FILE": str(data.parent / "secret.key"),
        "ARCHIVE_DEMONSTRATION": "1",
    }
    command = [sys.executable, "-c", "import config.wsgi.desk"]
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)


class TestTheDesk:
    def test_starts_on_a_database_that_keeps_its_rules(self, data):
        started = start(data)

        assert started.returncode == 0, started.stderr

    def test_refuses_one_that_has_lost_a_rule(self, data):
        with sqlite3.connect(data / "desk.sqlite3") as database:
            database.execute(f"DROP TRIGGER {TRIGGERS[0].name}")

        refused = start(data)

        assert refused.returncode != 0
        assert f"{TRIGGERS[0].name} on {TRIGGERS[0].table} is missing" in refused.stderr
        assert "manage.py migrate" in refused.stderr
