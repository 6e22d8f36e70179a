"""From a bare Python to the project's own environment. Standard library only: nothing is installed when this runs.

``manage.py`` calls :func:`enter_environment` before it touches Django. What `quickstart` can know to be impossible it
refuses first (`preflight`). Then there are three cases.

1. *Somebody manages their own environment* (Django can be imported, and not from our ``.venv``): nothing happens.
2. *``quickstart`` or ``test``*: make ``.venv`` beside ``manage.py`` with the pip that comes with Python, install the
   lock (every file checked against its hash), then replace this process by the same command inside ``.venv``.
3. *Any other command*: go into ``.venv`` if it is there, else say which command makes it.

A stamp inside ``.venv`` is written last and names the digest of each lock installed, so a second start installs nothing
and an interrupted one begins anew, from what pip has already fetched. An environment that could not be finished the
first time is removed. A virtual environment cannot be moved once made, so it is not built elsewhere and renamed.

Refusals go to standard error in three parts (what, why, what next) and end the process with exit code 1.
"""

import contextlib
import hashlib
import importlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from archive.operations.preflight import PROJECT, QuickstartRefused, check, prepare, read_wishes

# What each command needs installed, the file that says so, and a module that shows it is there.
_LOCKS = {"quickstart": ("lock.txt", "django"), "test": ("lock-dev.txt", "pytest_django")}
# The bigger lock holds the smaller one, at the same versions.
_HOLDS = {"lock.txt": ("lock.txt",), "lock-dev.txt": ("lock-dev.txt", "lock.txt")}


class EnvironmentRefused(Exception):
    """Raised when the environment cannot be made or entered; the message says what, why, and what next."""


def enter_environment(argv: Sequence[str], *, project: Path = PROJECT) -> None:
    """Make sure this command runs where its dependencies are; return only when it already does."""
    command = argv[1] if len(argv) > 1 else ""
    try:
        wishes = read_wishes(argv[2:]) if command == "quickstart" else None
        if wishes:
            check(wishes)
        _reach(Environment(project), command, argv)
        if wishes:
            prepare(wishes)
    except (EnvironmentRefused, QuickstartRefused) as refusal:
        _refuse(str(refusal), 1)
    except KeyboardInterrupt:
        _refuse("\nInterrupted. Nothing is lost: run the same command again and it goes on.", 130)


def _reach(environment: "Environment", command: str, argv: Sequence[str]) -> None:
    if command in _LOCKS:
        lock, module = _LOCKS[command]
        if _is_theirs(environment, module):
            return
        environment.install(lock, module=module)
        importlib.invalidate_caches()
    elif importlib.util.find_spec("django"):
        return
    environment.enter(argv)


def _is_theirs(environment: "Environment", module: str) -> bool:
    if Path(sys.prefix).resolve() == environment.folder.resolve():
        return False
    if importlib.util.find_spec(module):
        return True
    if importlib.util.find_spec("django"):
        raise EnvironmentRefused(
            f"This Python has Django but not {module}, which the tests need. You seem to manage your own environment:"
            " run pip install -e '.[dev]' in it, or leave it (deactivate) and run this again."
        )
    return False


class Environment:
    """The ``.venv`` beside manage.py, its stamp, and the locks."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.folder = project / ".venv"
        self.python = self.folder / "bin" / "python"
        self.stamp = self.folder / "installed-locks.json"

    def install(self, lock: str, *, module: str) -> None:
        """Install a lock unless the stamp says that it is installed already."""
        wanted = self._digest(lock)
        if self._has(lock, wanted):
            return
        _refuse_without_venv()
        with self._alone():
            if self._has(lock, wanted):  # another process installed it while we waited
                return
            if self._is_foreign():
                self._refuse_foreign(module)
                return
            before = self._installed()
            if not before:
                shutil.rmtree(self.folder, ignore_errors=True)  # of an interrupted installation nothing can be trusted
            try:
                self._make_folder()
                self._pip(lock)
            except EnvironmentRefused:
                if before:
                    self._write_stamp(before)
                else:
                    shutil.rmtree(self.folder, ignore_errors=True)
                raise
            self._write_stamp({name: self._digest(name) for name in _HOLDS[lock]})

    def enter(self, argv: Sequence[str]) -> None:
        """Become the same command inside the environment; return if this process already is."""
        if Path(sys.prefix).resolve() == self.folder.resolve():
            return
        if not self.python.exists():
            raise EnvironmentRefused(
                "Django is not installed for this Python, and there is no .venv beside manage.py."
                " Run `python3 manage.py quickstart` first, which makes one; or use your own: pip install -e '.[dev]'."
            )
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(self.python, [str(self.python), str(self.project / "manage.py"), *argv[1:]])  # noqa: S606

    def _has(self, lock: str, digest: str) -> bool:
        return self.python.exists() and self._installed().get(lock) == digest

    def _installed(self) -> dict[str, str]:
        try:
            stamp = json.loads(self.stamp.read_text())
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def _digest(self, lock: str) -> str:
        return hashlib.sha256((self.project / ".requirements" / lock).read_bytes()).hexdigest()

    def _is_foreign(self) -> bool:
        """An environment without our stamp file, not even the empty one that begins every installation."""
        return self.folder.exists() and not self.stamp.exists()

    def _refuse_foreign(self, module: str) -> None:
        check = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({module!r}) is None)"
        if self.python.exists() and subprocess.run([self.python, "-c", check], check=False).returncode == 0:  # noqa: S603
            return
        raise EnvironmentRefused(
            f"{self.folder} was not made by this command and has no {module}. It is left as it is, since somebody may"
            " want it. Run .venv/bin/python -m pip install -e '.[dev]', or delete the folder and run this again."
        )

    def _make_folder(self) -> None:
        self.folder.mkdir(exist_ok=True)
        self._write_stamp({})
        if not (self.python.exists() and (self.folder / "bin" / "pip").exists()):
            import venv  # noqa: PLC0415  (a Python cut to the minimum has none, and is told so first)

            print("Making .venv …", flush=True)
            try:
                venv.EnvBuilder(symlinks=True, with_pip=True).create(self.folder)
            except (subprocess.CalledProcessError, OSError) as error:
                raise EnvironmentRefused(
                    f".venv could not be made: {error}. Is the disk full, or the folder read-only? Run this again then."
                ) from error

    def _pip(self, lock: str) -> None:
        path = self.project / ".requirements" / lock
        count = sum("==" in line for line in path.read_text().splitlines())
        print(
            f"Installing the {count} locked packages of .requirements/{lock}, each checked against its hash …",
            flush=True,
        )
        command = [
            str(self.python),
            "-Wignore",  # pip tells whoever reads along what a later pip will do; that is nobody's business here
            "-m",
            "pip",
            "install",
            "--require-hashes",
            "--no-deps",
            "--disable-pip-version-check",
        ]
        command += ["--no-input", "--progress-bar", "off", "--retries", "2", "--requirement", str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=self.project) as pip:  # noqa: S603
            _show_progress(pip.stdout or (), count)
        if pip.returncode:
            raise EnvironmentRefused(
                f"The packages of .requirements/{lock} could not be installed; pip's own words stand above. On a first"
                " start the usual cause is that this machine reaches no package index. Connect it and run the same"
                " command again; behind a mirror set PIP_INDEX_URL; without any network fetch the files elsewhere with"
                f" `pip download --require-hashes -r .requirements/{lock} -d wheels` and set PIP_NO_INDEX=1 and"
                " PIP_FIND_LINKS=wheels."
            )

    def _write_stamp(self, digests: dict[str, str]) -> None:
        beside = self.stamp.with_suffix(".new")
        beside.write_text(json.dumps(digests, indent=1) + "\n")
        beside.replace(self.stamp)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        import fcntl  # noqa: PLC0415  (Windows has none, and is refused before)

        with (self.project / "manage.py").open() as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print("Another start is installing at this moment; waiting for it …", flush=True)
                fcntl.flock(file, fcntl.LOCK_EX)
            yield


def _refuse_without_venv() -> None:
    """Debian packs ``ensurepip``, and for a minimal Python ``venv``, apart; without either nothing can be made."""
    if missing := [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]:
        raise EnvironmentRefused(
            f"This Python ({sys.executable}) cannot make an environment of its own: it lacks {' and '.join(missing)}."
            " On Debian and Ubuntu it is a package of its own. Run: apt-get install python3-venv — then run this again."
        )


def _show_progress(lines: Iterator[str] | Sequence[str], count: int) -> None:
    done = 0
    for line in lines:
        if line.startswith("Collecting "):
            done += 1
            if sys.stdout.isatty():
                print(f"\r  {done} of {count}  {line.split()[1]:<50.50}", end="", flush=True)
        elif line.startswith("Installing collected"):
            print(f"{chr(13) if done else ''}  all fetched; unpacking …{'':<50}", flush=True)


def _refuse(message: str, code: int) -> NoReturn:
    sys.stderr.write(message + "\n")
    sys.exit(code)
