"""The real process: its settings, what it imports, what it refuses to be without."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.catalogue.standing import RoomFolder

PROJECT = Path(__file__).resolve().parents[2]
SERVE_ONE = """
import io, json, sys
from config.wsgi.reading_room import application
answers = []
for path in json.loads(sys.argv[1]):
    body = application({"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "localhost",
        "SERVER_PORT": "80", "HTTP_HOST": "localhost", "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http"}, lambda status, headers: answers.append((status, dict(headers))))
    answers.append(b"".join(body).decode("utf-8", "replace")[:200])
from django.conf import settings
print(json.dumps({"answers": answers, "modules": sorted(sys.modules), "apps": settings.INSTALLED_APPS,
    "engine": settings.DATABASES["default"]["ENGINE"], "middleware": settings.MIDDLEWARE}))
"""

CHECK = """
import django
from django.core.management import call_command
django.setup()
call_command("check", deploy=True, fail_level="WARNING")
"""


def run(room: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "ARCHIVE_"))}
    environment = kept | {
        "ARCHIVE_DATA": str(room.parent), "ARCHIVE_ROOM_DIR": str(room), "PYTHONPATH": str(PROJECT),
        "DJANGO_SETTINGS_MODULE": "config.settings.reading_room",
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, cwd=room.parent, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


class TestTheProcess:
    @pytest.fixture
    def told(self, prepared_room: RoomFolder) -> dict[str, Any]:
        done = run(prepared_room.path, SERVE_ONE, json.dumps(["/en/", "/en/testimonies/", "/en/nothing/"]))
        assert done.returncode == 0, done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def test_answers(self, told: dict[str, Any]) -> None:
        assert [one[0] for one in told["answers"][::2]] == ["200 OK", "200 OK", "404 Not Found"]

    def test_has_no_path_to_the_desk(self, told: dict[str, Any]) -> None:
        ours = {name for name in told["modules"] if name.startswith("archive.")}

        assert {name.split(".")[1] for name in ours} == {"catalogue", "reading_room", "language"}

    def test_knows_no_sign_in_session_or_mail(self, told: dict[str, Any]) -> None:
        assert told["apps"] == [
            "django.contrib.staticfiles", "django_filters", "archive.catalogue", "archive.reading_room",
        ]  # fmt: skip
        assert told["engine"] == "archive.catalogue.release_database"
        assert not [name for name in told["middleware"] if "session" in name.lower() or "csrf" in name.lower()]

    def test_sends_browsers_to_tls_for_good(self, told: dict[str, Any]) -> None:
        assert "max-age=" in told["answers"][0][1]["Strict-Transport-Security"]


class TestTheSettings:
    def test_pass_the_checks_of_a_deployment(self, prepared_room: RoomFolder) -> None:
        done = run(prepared_room.path, CHECK)

        assert done.returncode == 0, done.stderr

    def test_draw_a_key_that_nobody_keeps(self, prepared_room: RoomFolder) -> None:
        code = "from django.conf import settings; print(settings.SECRET_KEY)"

        assert run(prepared_room.path, code).stdout != run(prepared_room.path, code).stdout


class TestAFolderWithoutKeys:
    def test_is_a_closed_room(self, tmp_path: Path) -> None:
        done = run(tmp_path / "room", SERVE_ONE, json.dumps(["/en/"]))

        assert json.loads(done.stdout)["answers"][0][0] == "503 Service Unavailable"
