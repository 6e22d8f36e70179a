"""Run the tests against a broken module: in a forked process, so that everything heavy is loaded once."""

import ast
import importlib.machinery
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import NoReturn

import hypothesis
import hypothesis.strategies
import pytest

from tests.breaking.breaks import Break

_PURE = ("archive/language/", "archive/detection/", "archive/deidentification/", "archive/sealing/")
_OPTIONS = ("-q", "-x", "--tb=line", "--no-header", "--import-mode=importlib", "--assert=plain")
_WITHOUT = ("cacheprovider", "randomly", "xdist", "cov")
_PURE_OPTIONS = Path(__file__).with_name("pure.ini")
_PASSED, _FAILED, _INTERRUPTED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Trial:
    """How one break went: whether a test noticed, and how long that took (seconds)."""

    broken: Break
    noticed: bool
    seconds: float


class NothingToTry(Exception):
    """The tests fail on the module as it stands, or there are none: nothing could be learnt from a break."""


def is_pure(module: Path) -> bool:
    """Return whether a module knows no Django, so that its tests are spared the setting up of one."""
    return module.as_posix().startswith(_PURE)


def try_breaks(
    module: Path, breaks: Sequence[Break], tests: Sequence[str], *, at_once: int, limit: float
) -> Iterator[Trial]:
    """Try each break, ``at_once`` beside each other, and yield how it went, as each ends.

    A test that hangs on a broken module has noticed it: after ``limit`` seconds it is stopped.
    Raises NothingToTry where the tests do not pass on the module unbroken.
    """
    _load_what_is_heavy()
    said = _say_whether_sound(module, tests)
    if said:
        raise NothingToTry(said)
    waiting, running = list(reversed(breaks)), dict[int, tuple[Break, float]]()
    while waiting or running:
        while waiting and len(running) < at_once:
            broken = waiting.pop()
            running[_begin(module, broken.tree, tests, os.devnull)] = broken, time.monotonic()
        for process, (broken, since) in list(running.items()):
            seconds = time.monotonic() - since
            ended, status = os.waitpid(process, os.WNOHANG)
            if not ended and seconds > limit:
                os.kill(process, signal.SIGKILL)
                ended, status = os.waitpid(process, 0)
            if ended:
                del running[process]
                yield Trial(broken, noticed=status != _PASSED, seconds=seconds)
        time.sleep(0.01)


def _say_whether_sound(module: Path, tests: Sequence[str]) -> str:
    with tempfile.NamedTemporaryFile() as output:
        _, status = os.waitpid(_begin(module, None, tests, output.name), 0)
        return "" if status == _PASSED else Path(output.name).read_text(encoding="utf-8")


def _begin(module: Path, tree: ast.Module | None, tests: Sequence[str], output: str) -> int:
    process = os.fork()
    if not process:
        _run(module, tree, tests, output)
    return process


def _run(module: Path, tree: ast.Module | None, tests: Sequence[str], output: str) -> NoReturn:
    status = _INTERRUPTED
    try:
        silent = os.open(output, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        if tree is not None:
            _import_instead(module.resolve(), compile(tree, str(module.resolve()), "exec"))
        status = int(pytest.main([*_options(module), *tests]))
    finally:
        os._exit(status)


def _options(module: Path) -> list[str]:
    options = [*_OPTIONS, *(word for plugin in _WITHOUT for word in ("-p", f"no:{plugin}"))]
    if is_pure(module):
        options += ["-p", "no:django", "-p", "no:socket", "--noconftest", "-c", str(_PURE_OPTIONS), "--rootdir", "."]
    return options


def _import_instead(path: Path, code: CodeType) -> None:
    as_it_stands = importlib.machinery.SourceFileLoader.get_code

    def get_code(self: importlib.machinery.SourceFileLoader, fullname: str) -> CodeType | None:
        return code if Path(self.path).resolve() == path else as_it_stands(self, fullname)

    importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[assignment,method-assign]


def _load_what_is_heavy() -> None:
    """Import what takes long and is not ours, once, before the first fork; nothing of the archive itself."""
    ours = [name for name in sys.modules if name.startswith("archive.")]
    if ours:
        raise NothingToTry(f"Already imported, so that a break of it would not be seen: {ours[0]}.")
    import numpy  # noqa: F401, PLC0415
    import pymorphy3  # noqa: PLC0415

    made = {language: pymorphy3.MorphAnalyzer(lang=language) for language in ("ru", "uk")}
    for module in (pymorphy3, pymorphy3.analyzer):
        module.MorphAnalyzer = lambda lang: made[lang]
    hypothesis.settings.register_profile("archive", derandomize=True, deadline=None, max_examples=60)
    hypothesis.settings.load_profile("archive")
