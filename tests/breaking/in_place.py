"""Break modules that know Django: the tests run once as things stand, then again in forks, each with one break.

The database is made once; which test calls which function is seen while they run the first time, so that a break is
tried by the tests that come by it alone, the quickest first. In a fork the broken module is executed beside the one
that everybody has imported, and what its functions do is put into those. A test that fails has noticed the break if it
passes again once that is undone. Models are not broken: their truth is in the database's own constraints, which have
tests of their own.
"""

import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from types import FrameType, FunctionType, ModuleType
from typing import Any

import pytest

from tests.breaking.breaks import Break
from tests.breaking.forks import Attempt, NothingToTry, Trial, run_forked

Tried = Callable[[Trial], None]
_OPTIONS = (
    "-s",
    "-qq",
    "--tb=no",
    "--no-summary",
    "-m",
    "not postgresql",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)
_WITHOUT = ("cacheprovider", "randomly", "xdist", "cov")


def try_in_place(
    breaks: dict[Path, Sequence[Break]], tests: Sequence[str], *, at_once: int, limit: float, tried: Tried
) -> None:
    """Try the breaks of these modules and tell of each how it went, as each ends.

    Raises NothingToTry where there is no test that passes on the modules unbroken.
    """
    plugin = TriesBreaks(breaks, at_once=at_once, limit=limit, tried=tried)
    without = [word for name in _WITHOUT for word in ("-p", f"no:{name}")]
    pytest.main([*_OPTIONS, *without, *tests], plugins=[plugin])
    if not plugin.seconds:
        raise NothingToTry("No test could be run; run them by themselves to see why.")


class TriesBreaks:
    """A plugin of pytest that runs the collected tests once, and then once for each break."""

    def __init__(self, breaks: dict[Path, Sequence[Break]], *, at_once: int, limit: float, tried: Tried) -> None:
        self.breaks, self.at_once, self.limit, self.tried = breaks, at_once, limit, tried
        self.failed: set[str] = set()
        self.seconds: dict[str, float] = {}
        self.comes_by: dict[tuple[str, int], set[str]] = defaultdict(set)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what fails; in a fork this says at once that the break was noticed."""
        if report.failed:
            self.failed.add(report.nodeid)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of pytest's own loop over the tests."""
        if session.testsfailed or not session.items:
            return True
        files = {str(path.resolve()) for path in self.breaks}
        for item in session.items:
            _forget_answers(files)
            since = time.monotonic()
            with _seeing_calls(files, lambda call, its=item.nodeid: self.comes_by[call].add(its)):  # type: ignore[misc]
                _run(item, session)
            self.seconds[item.nodeid] = time.monotonic() - since
        sys.stdout.write("\n")  # after pytest's dots
        if self.failed:
            sys.stdout.write(
                f"\nLeft aside, as failing on the modules as they stand: {', '.join(sorted(self.failed))}\n"
            )
        sound = [item for item in session.items if item.nodeid not in self.failed]
        sound.sort(key=lambda item: self.seconds[item.nodeid])
        self.failed.clear()
        attempts = (
            Attempt(path, broken, lambda its=broken, of=path: self._is_noticed(of, its, sound, session))  # type: ignore[misc]
            for path, breaks in self.breaks.items()
            for broken in breaks
        )
        for trial in run_forked(attempts, at_once=self.at_once, limit=self.limit):
            self.tried(trial)
        return True

    def _is_noticed(self, path: Path, broken: Break, sound: Sequence[pytest.Item], session: pytest.Session) -> bool:
        source = str(path.resolve())
        module = next((its for its in list(sys.modules.values()) if getattr(its, "__file__", None) == source), None)
        if module is None:
            raise LookupError("No test imports this module.")
        as_it_stands = executed(module, compile(path.read_bytes(), source, "exec"))
        try:
            its = executed(module, compile(broken.tree, source, "exec"))
        except Exception:
            return True
        put_into(module, its)
        coming_by = self._coming_by(source, broken)
        for item in sound:
            if item.nodeid in coming_by:
                _run(item, session)
                if self.failed:
                    self.failed.clear()
                    put_into(module, as_it_stands)
                    _run(item, session)
                    if self.failed:
                        raise RuntimeError(f"{item.nodeid} fails without the break, too.")
                    return True
        return False

    def _coming_by(self, source: str, broken: Break) -> set[str]:
        """Return the tests that call the function which is broken; what stands outside of one concerns them all."""
        if broken.within:
            return self.comes_by[source, broken.within]
        return set().union(*(tests for (file, _), tests in self.comes_by.items() if file == source))


def _run(item: pytest.Item, session: pytest.Session) -> None:
    # the session stands for the next test: all is torn down but what the whole session shares, the database before all
    following: Any = session
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def _forget_answers(files: Collection[str]) -> None:
    """Have the modules answer anew what they remember: a test that is answered from memory comes by no function."""
    for module in list(sys.modules.values()):
        if getattr(module, "__file__", None) in files:
            for value in list(vars(module).values()):
                _forget_answers_of(value)


class _seeing_calls:
    """Tell, while it lasts, of every call of a function of these files: the file and the function's first line."""

    def __init__(self, files: set[str], tell: Callable[[tuple[str, int]], None]) -> None:
        self.files, self.tell = files, tell

    def _see(self, frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code.co_filename in self.files:
            self.tell((frame.f_code.co_filename, frame.f_code.co_firstlineno))

    def __enter__(self) -> None:
        threading.setprofile(self._see)
        sys.setprofile(self._see)

    def __exit__(self, *_error: object) -> None:
        sys.setprofile(None)
        threading.setprofile(None)


def executed(module: ModuleType, code: Any) -> ModuleType:
    """Return what this code makes of the module, beside the one that is imported. Raises whatever the code raises."""
    beside = ModuleType(module.__name__)
    vars(beside).update({name: value for name, value in vars(module).items() if name.startswith("__")})
    exec(code, vars(beside))  # noqa: S102
    return beside


def put_into(module: ModuleType, other: ModuleType) -> None:
    """Have an imported module do what another one does, for all who hold its functions already.

    Raises ValueError where a function cannot take over what the other's does.
    """
    for name, value in list(vars(other).items()):
        if not name.startswith("__") and not isinstance(value, ModuleType):
            standing = vars(module).get(name)
            if not _take_over(standing, value, module.__name__):
                setattr(module, name, value)


def _take_over(standing: Any, its: Any, module: str) -> bool:
    """Give a function, or the methods of a class of this module, the code of the other's; return whether it is one."""
    if isinstance(standing, type) and isinstance(its, type):
        if standing.__module__ == module:
            for name, part in vars(its).items():
                _take_over(vars(standing).get(name), part, module)
        return True
    _forget_answers_of(standing)
    pairs = list(zip(_functions(standing), _functions(its), strict=True))
    for mine, other in pairs:
        mine.__code__, mine.__defaults__, mine.__kwdefaults__ = other.__code__, other.__defaults__, other.__kwdefaults__
    return bool(pairs)


def _functions(value: Any) -> Iterator[FunctionType]:
    """Yield the functions in a value, from the outermost wrapper to what it wraps."""
    return (layer for layer in _layers(value) if isinstance(layer, FunctionType))


def _forget_answers_of(value: Any) -> None:
    for layer in _layers(value):
        clear = getattr(layer, "cache_clear", None)
        if clear is not None:
            clear()


def _layers(value: Any) -> Iterator[Any]:
    """Yield what a function is wrapped in, from the outside, and the function itself."""
    if isinstance(value, property):
        value = value.fget
    value = getattr(value, "__func__", value)
    while value is not None:
        yield value
        value = getattr(value, "__wrapped__", None)
