"""What quickstart refuses before it makes anything."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.operations.preflight import (
    QuickstartRefused,
    Wishes,
    check,
    free_port,
    make_data_folder,
    prepare,
    read_wishes,
)


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def wishes(data: Path, *, port: int = 0, room_port: int = 0, serve: bool = True) -> Wishes:
    return Wishes(data=data, serve=serve, port=port or free_port(), room_port=room_port or free_port())


class TestATakenPort:
    def test_is_named_with_the_option_that_changes_it(self, tmp_path, taken_port):
        with pytest.raises(QuickstartRefused, match=rf"Port {taken_port} .* the desk.*--port \d+"):
            prepare(wishes(tmp_path / "var", port=taken_port))

    def test_is_noticed_for_the_reading_room_too(self, tmp_path, taken_port):
        with pytest.raises(QuickstartRefused, match=rf"Port {taken_port} .* the reading room.*--room-port \d+"):
            prepare(wishes(tmp_path / "var", room_port=taken_port))

    def test_leaves_nothing_half_made(self, tmp_path, taken_port):
        with pytest.raises(QuickstartRefused):
            prepare(wishes(tmp_path / "var", port=taken_port))

        assert not (tmp_path / "var").exists()

    def test_does_not_matter_to_who_serves_nothing(self, tmp_path, taken_port):
        check(wishes(tmp_path / "var", port=taken_port, serve=False))


class TestOnePortForTwoPlaces:
    def test_is_refused(self, tmp_path):
        with pytest.raises(QuickstartRefused, match="two processes"):
            check(wishes(tmp_path / "var", port=9001, room_port=9001))


class TestAPortThatIsNone:
    @pytest.mark.parametrize("number", ["0", "65536", "desk"])
    def test_ends_with_the_usage(self, number, capsys):
        with pytest.raises(SystemExit) as ended:
            read_wishes(["--port", number])

        assert ended.value.code == 2
        assert "--port" in capsys.readouterr().err


class TestTheDataFolder:
    def test_is_made_for_its_owner_alone(self, tmp_path):
        make_data_folder(tmp_path / "var")

        assert (tmp_path / "var").stat().st_mode & 0o777 == 0o700

    def test_gets_a_settings_file_that_calls_it_a_demonstration(self, tmp_path):
        make_data_folder(tmp_path / "var")

        assert "ARCHIVE_DEMONSTRATION=1" in (tmp_path / "var" / "settings.env").read_text().splitlines()

    def test_keeps_the_settings_it_has(self, tmp_path):
        settings = tmp_path / "settings.env"
        settings.write_text("ARCHIVE_DEMONSTRATION=1\nARCHIVE_DISPLAY_THRESHOLD=5\n")

        make_data_folder(tmp_path)

        assert "THRESHOLD=5" in settings.read_text()

    def test_is_what_django_is_told(self, tmp_path, monkeypatch):
        monkeypatch.setenv("ARCHIVE_DATA", "elsewhere")

        prepare(wishes(tmp_path / "var", serve=False))

        assert os.environ["ARCHIVE_DATA"] == str(tmp_path / "var")

    def test_is_refused_if_it_is_a_file(self, tmp_path):
        (tmp_path / "var").write_text("")

        with pytest.raises(QuickstartRefused, match="is a file"):
            check(wishes(tmp_path / "var"))

    def test_is_refused_if_it_holds_something_else(self, tmp_path):
        (tmp_path / "thesis.txt").write_text("years of work")

        with pytest.raises(QuickstartRefused, match="not a data folder"):
            check(wishes(tmp_path))

    def test_is_refused_if_it_is_a_real_archive(self, tmp_path):
        (tmp_path / "settings.env").write_text("DATABASE_URL=postgres:///desk\n")

        with pytest.raises(QuickstartRefused, match="does not call this archive a demonstration"):
            check(wishes(tmp_path))

    def test_may_be_what_an_interrupted_start_left(self, tmp_path):
        (tmp_path / ".settings.env.new").write_text("# Settings of this arch")

        prepare(wishes(tmp_path, serve=False))

        assert "ARCHIVE_DEMONSTRATION=1" in (tmp_path / "settings.env").read_text()


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHIVE_DATA", "")
