"""What ``quickstart`` asks before it makes anything: are its ports free, is the data folder one it may use?

Standard library only: it runs before anything is installed, so that a refusal leaves nothing half-made. The data folder
and its settings file are made here too, since Django reads the settings file when it starts.
"""

import argparse
import errno
import os
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SETTINGS_FILE = "settings.env"
DEMONSTRATION = "ARCHIVE_DEMONSTRATION"

_SETTINGS = f"""\
# Settings of this archive, written by `manage.py quickstart`. One NAME=value a line; the environment goes before it.
# Settings and paths only. No key and no password belongs here: those are in the folder .{{name}}-keys beside this one.

# A demonstration on one machine: every desk page says so, and sign-in works without TLS.
# To run the archive for real, start from an empty data folder without this line (README, "Running it for real").
{DEMONSTRATION}=1
"""


class QuickstartRefused(Exception):
    """Raised before anything is made; the message says what, why, and what next."""


@dataclass(frozen=True)
class Wishes:
    """What the caller asked of ``quickstart``."""

    data: Path
    serve: bool
    port: int
    room_port: int


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``quickstart``, here and in its command."""
    data = os.environ.get("ARCHIVE_DATA") or PROJECT / "var"
    parser.add_argument("--data", type=Path, default=data, metavar="DIR", help="the data folder (default: var/)")
    parser.add_argument("--no-serve", action="store_true", help="prepare everything, serve nothing")
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="where the desk answers (default: 8000)")
    parser.add_argument("--room-port", type=_port, default=8001, metavar="N", help="the reading room (default: 8001)")


def read_wishes(argv: Sequence[str]) -> Wishes:
    """Read the options; an unknown one, and --help, end the process as usual."""
    parser = argparse.ArgumentParser(
        prog="manage.py quickstart",
        description="Bring up the desk and the reading room on this machine, with the first collection in them.",
    )
    add_options(parser)
    given = parser.parse_args(argv)
    return Wishes(data=given.data.absolute(), serve=not given.no_serve, port=given.port, room_port=given.room_port)


def prepare(wishes: Wishes) -> None:
    """Check the wishes, then make the data folder and its settings file, and tell Django where they are."""
    check(wishes)
    make_data_folder(wishes.data)
    os.environ["ARCHIVE_DATA"] = str(wishes.data)


def check(wishes: Wishes) -> None:
    """Refuse what cannot work, before anything is installed or made."""
    if sys.platform == "win32":
        raise QuickstartRefused(
            "gunicorn, which serves both places, does not run on Windows. Use WSL, and run this there."
        )
    _check_data_folder(wishes.data)
    if wishes.serve:
        if wishes.port == wishes.room_port:
            raise QuickstartRefused(
                f"Desk and reading room cannot both answer on port {wishes.port}: they are two processes."
                " Give --port and --room-port different numbers."
            )
        _check_port(wishes.port, "--port", "the desk")
        _check_port(wishes.room_port, "--room-port", "the reading room")


def make_data_folder(folder: Path) -> None:
    """Make the data folder (mode 0700) and, in one step, its settings file."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    settings = folder / SETTINGS_FILE
    if not settings.exists():
        beside = folder / f".{SETTINGS_FILE}.new"
        beside.write_text(_SETTINGS.format(name=folder.name), encoding="utf-8")
        beside.replace(settings)


def _check_data_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise QuickstartRefused(
            f"{folder} is a file, and the data folder must be a folder. Name another with --data DIR."
        )
    settings = folder / SETTINGS_FILE
    if settings.exists():
        lines = settings.read_text(encoding="utf-8").split()
        if f"{DEMONSTRATION}=1" not in lines:
            raise QuickstartRefused(
                f"{settings} does not call this archive a demonstration, and quickstart makes nothing else: here keys"
                " lie on the same disk and pages travel without TLS. Name another folder with --data DIR."
            )
    elif folder.is_dir() and any(not entry.name.startswith(".") for entry in folder.iterdir()):
        raise QuickstartRefused(
            f"{folder} is not empty and holds no {SETTINGS_FILE}, so it is not a data folder that quickstart made."
            " It is left as it is. Name an empty or a new folder with --data DIR."
        )


def _check_port(port: int, option: str, place: str) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            why = "another program answers there, perhaps an earlier quickstart"
            raise QuickstartRefused(
                f"Port {port} of this machine, wanted for {place}, cannot be used:"
                f" {why if error.errno == errno.EADDRINUSE else error.strerror}."
                f" Stop what holds it, or choose another port: {option} {free_port()}"
            ) from error


def free_port() -> int:
    """Return a port that is free at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65535:  # noqa: PLR2004
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return number
