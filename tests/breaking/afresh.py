"""Break modules that know no Django: in a fork the module is imported afresh, as broken, by all that import it."""

import ast
import importlib.machinery
import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from multiprocessing import get_context
from pathlib import Path
from types import CodeType

import hypothesis
import hypothesis.strategies
import pytest

from tests.breaking.breaks import Break
from tests.breaking.forks import Attempt, NothingToTry, Trial, run_forked

_OPTIONS = ("-q", "-x", "--tb=line", "--no-header", "--import-mode=importlib", "--assert=plain", "--noconftest")
_WITHOUT = ("cacheprovider", "randomly", "xdist", "cov", "django", "socket")
_ENDS_OF_A_RUN = (
    pytest.ExitCode.OK,
    pytest.ExitCode.TESTS_FAILED,
    pytest.ExitCode.INTERRUPTED,
)  # it cannot be imported
_INI = Path(__file__).with_name("pure.ini")


def try_afresh(
    module: Path, breaks: Sequence[Break], tests: Sequence[str], *, at_once: int, limit: float
) -> Iterator[Trial]:
    """Try each break of a module, ``at_once`` beside each other, and yield how it went, as each ends.

    Raises NothingToTry where the tests do not pass on the module unbroken.
    """
    _load_what_is_heavy()
    said = _what_the_tests_say(tests)
    if said:
        raise NothingToTry(said)

    def attempt(broken: Break) -> Attempt:
        return Attempt(module, broken, lambda: _is_noticed(module.resolve(), broken.tree, tests))

    yield from run_forked(map(attempt, breaks), at_once=at_once, limit=limit)


def _is_noticed(path: Path, tree: ast.Module, tests: Sequence[str]) -> bool:
    _import_instead(path, compile(tree, str(path), "exec"))
    ended = pytest.main(_arguments(tests))
    if ended not in _ENDS_OF_A_RUN:
        raise RuntimeError(f"The tests could not be run: {ended!r}.")
    return ended != pytest.ExitCode.OK


def _arguments(tests: Sequence[str]) -> list[str]:
    without = (word for plugin in _WITHOUT for word in ("-p", f"no:{plugin}"))
    return [*_OPTIONS, *without, "-c", str(_INI), "--rootdir", ".", *tests]


def _what_the_tests_say(tests: Sequence[str]) -> str:
    with get_context("fork").Pool(1) as pool:
        return pool.apply(_run_as_it_stands, (tests,))


def _run_as_it_stands(tests: Sequence[str]) -> str:
    output = io.StringIO()
    with redirect_stdout(output), redirect_stderr(output):
        passed = pytest.main(_arguments(tests)) == pytest.ExitCode.OK
    return "" if passed else output.getvalue()


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
