"""Serve desk and reading room as two processes of a real WSGI server, until told to stop or until one of them dies.

The reading room gets an environment of its own: which settings, where its two files are, nothing of the desk.
Children stand in sessions of their own, so that Ctrl-C reaches only this process, which then stops both in good order.
"""

import contextlib
import http.client
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn

from archive.operations.preflight import PROJECT

START_SECONDS: Final = 30
STOP_SECONDS: Final = 10
# What any process needs to run at all; everything else of the caller's environment stays with the desk.
_COMMON: Final = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR")
# gthread: browsers open connections ahead of need, and a sync worker would wait on each of them.
_GUNICORN: Final = ("--worker-class", "gthread", "--threads", "4", "--timeout", "60", "--graceful-timeout", "5")
_QUIET: Final = ("--no-control-socket", "--log-level", "warning")


class ServingFailed(Exception):
    """Raised when a process does not come up, or ends by itself; the message says which and what next."""


@dataclass(frozen=True)
class Place:
    """One of the two processes: its name, its entry point, its port, its environment."""

    name: str
    application: str
    port: int
    environment: Mapping[str, str]

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.port}/"

    def command(self) -> list[str]:
        """The server's command line; on Linux it ends when this process does, however this process ends."""
        tether = [setpriv, "--pdeathsig", "TERM"] if (setpriv := shutil.which("setpriv")) else []
        bind = ["--bind", f"127.0.0.1:{self.port}"]
        return [*tether, sys.executable, "-m", "gunicorn", *bind, *_GUNICORN, *_QUIET, self.application]


def desk(port: int, *, data: Path, room_port: int) -> Place:
    """The staff process; it has the caller's environment, and knows where readers are."""
    environment = os.environ | {"ARCHIVE_DATA": str(data), "DJANGO_SETTINGS_MODULE": "config.settings.desk"}
    environment.setdefault("ARCHIVE_ROOM_ADDRESS", f"http://127.0.0.1:{room_port}")
    return Place("desk", "config.wsgi.desk", port, environment)


def reading_room(port: int, *, room: Path, hosts: str = "") -> Place:
    """The public process; it learns where the release and the tombstones are, how citations begin, and nothing else."""
    environment = {name: os.environ[name] for name in _COMMON if name in os.environ}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings.reading_room"}
    environment |= {"ARCHIVE_DATA": str(room), "ARCHIVE_ROOM_DIR": str(room)}
    environment["ARCHIVE_ROOM_ADDRESS"] = os.environ.get("ARCHIVE_ROOM_ADDRESS", f"http://127.0.0.1:{port}")
    if hosts:
        environment["ARCHIVE_HOSTS"] = hosts
    return Place("reading room", "config.wsgi.reading_room", port, environment)


@contextlib.contextmanager
def running(places: Sequence[Place]) -> Iterator[dict[str, subprocess.Popen[bytes]]]:
    """Start the processes, wait until each answers, and stop them all at the end whatever happens."""
    processes: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for place in places:
            processes[place.name] = subprocess.Popen(  # noqa: S603
                place.command(),
                cwd=PROJECT,
                env=dict(place.environment),
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        for place in places:
            _wait_until_it_answers(place, processes[place.name])
        yield processes
    finally:
        _stop(processes.values())


def serve(places: Sequence[Place], *, announce: str) -> None:
    """Serve until Ctrl-C or a request to end; a process that ends by itself is a failure."""
    with asked_to_end(), contextlib.suppress(KeyboardInterrupt), running(places) as processes:
        print(announce, flush=True)
        watch(processes)


def watch(processes: Mapping[str, subprocess.Popen[bytes]]) -> NoReturn:
    """Look after the processes for as long as all of them live; raise `ServingFailed` when one has ended."""
    while True:
        for name, process in processes.items():
            if process.poll() is not None:
                raise ServingFailed(
                    f"The {name} ended by itself (exit code {process.returncode}); its last words stand above."
                    " Both are stopped now. Start again; nothing stored is lost."
                )
        time.sleep(0.3)


def _wait_until_it_answers(place: Place, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _answers(place.port):
        if process.poll() is not None:
            raise ServingFailed(
                f"The {place.name} did not start (exit code {process.returncode}); its words stand above."
                " Put right what they name, then start again."
            )
        if time.monotonic() > deadline:
            raise ServingFailed(
                f"The {place.name} did not answer at {place.address} within {START_SECONDS} s; both are stopped."
                " Is the machine very busy? Start again; nothing stored is lost."
            )
        time.sleep(0.05)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=START_SECONDS)
    try:
        connection.request("HEAD", "/")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def _stop(processes: Iterable[subprocess.Popen[bytes]]) -> None:
    alive = [process for process in processes if process.poll() is None]
    for process in alive:
        process.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for process in alive:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def asked_to_end() -> Iterator[None]:
    """Treat a request to end, or a closed terminal, like Ctrl-C; what the caller had us ignore stays ignored."""
    numbers = [one for one in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(one) != signal.SIG_IGN]
    before = {number: signal.signal(number, _end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
