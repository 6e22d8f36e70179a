"""Two processes: each with its own environment, stopped together, and missed when one is gone."""

import os
from pathlib import Path

import pytest

from archive.operations.preflight import free_port
from archive.operations.serving import Place, ServingFailed, desk, reading_room, running, watch

APPLICATION = "tests.operations.wsgi_apps:answers"


def place(name: str, application: str = APPLICATION) -> Place:
    return Place(name, application, free_port(), dict(os.environ))


class TestTheReadingRoom:
    def test_learns_where_its_two_files_are_and_nothing_of_the_desk(self, tmp_path, monkeypatch):
        monkeypatch.setenv("DATABASE_URL", "postgres:///desk")
        monkeypatch.setenv("ARCHIVE_KEY_FILE", "/keys/vault.key")
        monkeypatch.delenv("ARCHIVE_ROOM_ADDRESS", raising=False)

        environment = reading_room(8001, room=tmp_path / "room").environment

        assert {name: value for name, value in environment.items() if name.startswith(("ARCHIVE", "D"))} == {
            "DJANGO_SETTINGS_MODULE": "config.settings.reading_room",
            "ARCHIVE_DATA": str(tmp_path / "room"),
            "ARCHIVE_ROOM_DIR": str(tmp_path / "room"),
            "ARCHIVE_ROOM_ADDRESS": "http://127.0.0.1:8001",
        }

    def test_is_cited_by_the_address_the_caller_gave_it(self, tmp_path, monkeypatch):
        monkeypatch.setenv("ARCHIVE_ROOM_ADDRESS", "https://room.example")

        assert reading_room(8001, room=tmp_path).environment["ARCHIVE_ROOM_ADDRESS"] == "https://room.example"

    def test_gets_none_of_the_caller_s_environment_but_what_a_process_needs(self, tmp_path, monkeypatch):
        monkeypatch.setenv("SOMETHING_OF_THE_CALLER", "1")

        assert "SOMETHING_OF_THE_CALLER" not in reading_room(8001, room=tmp_path).environment
        assert "SOMETHING_OF_THE_CALLER" in desk(8000, data=tmp_path, room_port=8001).environment


class TestTwoProcesses:
    def test_answer_until_the_block_ends_and_then_are_gone(self):
        with running([place("one"), place("two")]) as processes:
            alive = [process.poll() for process in processes.values()]

        assert alive == [None, None]
        assert [process.returncode for process in processes.values()] == [0, 0]

    def test_end_together_when_one_ends_by_itself(self):
        places = [place("one"), place("two")]

        with running(places) as processes:
            processes["one"].kill()
            with pytest.raises(ServingFailed, match="The one ended by itself"):
                watch(processes)

        assert processes["two"].returncode == 0

    def test_end_together_when_one_does_not_start(self, capfd):
        places = [place("one"), place("two", "tests.operations.wsgi_apps:missing")]

        with pytest.raises(ServingFailed, match="The two did not start"), running(places):
            pass

        assert "missing" in capfd.readouterr().err
        assert places[0].port not in listening_ports()


def listening_ports() -> set[int]:
    """Ports on which something listens, as the kernel lists them."""
    lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    return {int(line.split()[1].split(":")[1], 16) for line in lines if line.split()[3] == "0A"}
