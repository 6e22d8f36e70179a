"""What `quickstart` brings up: two addresses, two processes that know nothing of each other, and everything again."""

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PROJECT, Archive, Prepared, copy_of, environment, free_ports, quickstart, read_until


def answer(address: str) -> tuple[int, str]:
    """Ask as any program would; return status and body."""
    try:
        with urllib.request.urlopen(address, timeout=20) as response:  # noqa: S310 - our own address
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def processes_with(word: str) -> list[int]:
    """Processes of this machine whose command line names a word."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if any(word in argument for argument in command):
            found.append(int(folder.name))
    return found


class TestBothPlaces:
    def test_answer_in_a_browser(self, archive: Archive, page: Page):
        page.goto(archive.room)
        assert page.title()

        page.goto(archive.desk)
        assert page.locator("input[type=password]").count() == 1

    def test_say_on_the_desk_that_it_is_a_demonstration(self, archive: Archive, page: Page):
        page.goto(archive.desk)

        assert page.get_by_text("demonstration", exact=False).count() >= 1

    def test_hold_the_first_collection(self, archive: Archive):
        _, body = answer(f"{archive.room}/en/testimonies/")

        assert body.count("/en/t/") >= 11

    def test_have_sign_ins_that_were_shown_once(self, archive: Archive):
        assert sorted(archive.passwords) == ["admin-one", "admin-two", "editor-one", "editor-two"]


class TestTheReadingRoom:
    def test_has_nothing_of_the_desk_in_its_environment(self, archive: Archive):
        port = archive.room.rpartition(":")[2]
        (server, *_rest) = processes_with(f"127.0.0.1:{port}")

        names = {
            entry.split("=", 1)[0]
            for entry in Path(f"/proc/{server}/environ").read_bytes().decode().split("\0")
            if entry
        }

        assert {name for name in names if name.startswith(("ARCHIVE", "DJANGO", "DATABASE"))} == {
            "ARCHIVE_DATA",
            "ARCHIVE_ROOM_ADDRESS",
            "ARCHIVE_ROOM_DIR",
            "DJANGO_SETTINGS_MODULE",
        }

    def test_has_no_key_in_its_folder_but_two_public_ones(self, archive: Archive):
        keys = {path.name for path in (archive.data / "room").iterdir() if path.suffix in {".key", ".pub"}}

        assert keys == {"release.pub", "tombstone.pub"}


class TestASecondStart:
    def test_finds_everything_there_and_shows_no_password(self, archive: Archive):
        shown = archive.manage("quickstart", "--no-serve", f"--data={archive.data}")

        assert set(re.findall(r"… (.*)", shown)) == {"there already"}
        assert not any(password in shown for password in archive.passwords.values())
        assert "set_password editor-one" in shown


class TestAPortInUse:
    def test_is_refused_in_words(self, archive: Archive, tmp_path: Path):
        port = archive.desk.rpartition(":")[2]

        done = subprocess.run(
            [sys.executable, PROJECT / "manage.py", "quickstart", f"--data={tmp_path / 'var'}", f"--port={port}"],
            env=environment(tmp_path / "var"), cwd=PROJECT, capture_output=True, text=True, check=False,
        )  # fmt: skip

        assert done.returncode == 1
        assert f"Port {port}" in done.stderr
        assert not (tmp_path / "var").exists()


class TestAnInterruptedStart:
    def test_is_taken_up_where_it_stopped(self, prepared: Prepared):
        assert prepared.interrupted_with != 0
        assert "run the same command again" in prepared.interrupted
        assert "[1/4] Keys … there already" in prepared.shown
        assert "release 1 carries 11 testimonies" in prepared.shown


class TestCtrlC:
    def test_stops_both(self, prepared: Prepared, tmp_path: Path):
        data = copy_of(prepared.data, tmp_path)
        ports = free_ports()

        with quickstart(data, f"--port={ports[0]}", f"--room-port={ports[1]}") as started:
            read_until(started, "Ctrl-C")
            started.send_signal(signal.SIGINT)
            last = read_until(started, "")

        assert started.returncode == 0
        assert "Both are stopped" in last
        assert not processes_with(f"127.0.0.1:{ports[0]}")
        assert not processes_with(f"127.0.0.1:{ports[1]}")


@pytest.fixture(autouse=True)
def _no_leftover_data_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARCHIVE_DATA", raising=False)
