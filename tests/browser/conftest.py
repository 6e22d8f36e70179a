"""A real Chromium against the two real processes, as ``manage.py quickstart`` serves them.

``quickstart --no-serve`` runs once for a whole run of tests, interrupted once and taken up again; each module gets a
copy of what it made and its own two processes: what one module publishes or withdraws no other module sees. No test
here touches a database in its own process.
"""

import fcntl
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import missing

PROJECT = Path(__file__).resolve().parents[2]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# no sandbox: in CI everything runs as root, where Chromium refuses its own; the pages visited are only ours
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m "not browser"` leaves them out."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True)
class Archive:
    """A running archive: its two addresses, its data folder, its sign-ins."""

    desk: str
    room: str
    data: Path
    passwords: dict[str, str]

    def manage(self, *arguments: str) -> str:
        """Run a command of this archive; return what it printed."""
        return manage(self.data, *arguments)


def manage(data: Path, *arguments: str) -> str:
    """Run ``manage.py`` on a data folder in a process of its own."""
    done = subprocess.run(
        [sys.executable, PROJECT / "manage.py", *arguments],
        env=environment(data),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, (
        f"manage.py {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    )
    return done.stdout


def environment(data: Path) -> dict[str, str]:
    """The environment of a process of that archive: nothing of the test settings.

    Coverage stays out of it: it would slow every page by half, and the tests of desk and room count the same pages.
    """
    mine = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "ARCHIVE_", "COV"))}
    return mine | {"ARCHIVE_DATA": str(data)}


def quickstart(data: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start the command and leave it running; its words can be read."""
    return subprocess.Popen(
        [sys.executable, str(PROJECT / "manage.py"), "quickstart", f"--data={data}", *arguments],
        env=environment(data), cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        start_new_session=True,
    )  # fmt: skip


def read_until(process: subprocess.Popen[str], words: str) -> str:
    """Read what a process says until some words come, or to its end if there are none; return what was read."""
    assert process.stdout is not None
    heard = ""
    patience = Timer(300, os.killpg, (process.pid, signal.SIGKILL))  # a test that hangs would tell nobody anything
    patience.start()
    try:
        while piece := process.stdout.read(1):
            heard += piece
            if words and words in heard:
                break
    finally:
        patience.cancel()
    return heard


def copy_of(data: Path, folder: Path) -> Path:
    """Copy a data folder and its keys to another place; return the copy."""
    shutil.copytree(data, folder / data.name)
    shutil.copytree(data.parent / f".{data.name}-keys", folder / f".{data.name}-keys")
    return folder / data.name


@dataclass(frozen=True)
class Prepared:
    """What `quickstart --no-serve` said when it was interrupted, and when it was started again."""

    data: Path
    interrupted: str
    interrupted_with: int
    shown: str

    @property
    def passwords(self) -> dict[str, str]:
        """The sign-ins that were shown."""
        return dict(re.findall(r"^ +(\w+[\w.-]*)  +(\S{15,})$", self.shown, flags=re.MULTILINE))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The data folder that `quickstart --no-serve` makes, once for all workers of this run."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    data, said = folder / "prepared" / "var", folder / "prepared.json"
    with (folder / "prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            said.write_text(json.dumps(_prepare(data)), encoding="utf-8")
    return Prepared(data, **json.loads(said.read_text(encoding="utf-8")))


def _prepare(data: Path) -> dict[str, Any]:
    with quickstart(data, "--no-serve") as started:
        read_until(started, "Database")
        started.send_signal(signal.SIGINT)
        interrupted = read_until(started, "")
    shown = manage(data, "quickstart", "--no-serve", f"--data={data}")
    return {"interrupted": interrupted, "interrupted_with": started.returncode, "shown": shown}


@pytest.fixture(scope="module")
def archive(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The two processes on a copy of the prepared data folder, for one module."""
    data = copy_of(prepared.data, tmp_path_factory.mktemp("archive"))
    port, room_port = free_ports()
    log = (data.parent / "served.log").open("w+", encoding="utf-8")
    command = [sys.executable, str(PROJECT / "manage.py"), "quickstart", f"--data={data}"]
    command += [f"--port={port}", f"--room-port={room_port}"]
    process = subprocess.Popen(
        command, env=environment(data), cwd=PROJECT, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL
    )
    try:
        _wait_for(lambda: "Ctrl-C" in (data.parent / "served.log").read_text(encoding="utf-8"), process, data)
        yield Archive(f"http://127.0.0.1:{port}", f"http://127.0.0.1:{room_port}", data, prepared.passwords)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        log.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a module (Playwright's loop must not be running while other modules use the database)."""
    program = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if program is None:
        missing.needs(
            "Chromium", why="these tests look at the pages as a person would", cure="apt-get install chromium"
        )
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser session of this test's own; use ``browser.new_context`` for a phone or a second person."""
    fresh = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty page; what goes wrong in it fails the test."""
    return context.new_page()


def free_ports() -> tuple[int, int]:
    """Two ports that are free at this moment."""
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def _wait_for(ready: Callable[[], bool], process: subprocess.Popen[bytes], data: Path) -> None:
    for _ in range(1200):
        if ready():
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    pytest.fail(
        f"the archive did not come up:\n{(data.parent / 'served.log').read_text(encoding='utf-8')}", pytrace=False
    )
