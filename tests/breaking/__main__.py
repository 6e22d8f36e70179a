"""``python -m tests.breaking MODULE… [--tests FILE…] [-n 2]``: say which breaks of a module no test notices."""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.breaking.afresh import try_afresh
from tests.breaking.breaks import Break, breaks_of
from tests.breaking.forks import NothingToTry, Outcome, Trial
from tests.breaking.in_place import try_in_place

_PURE = ("archive/language/", "archive/detection/", "archive/deidentification/", "archive/sealing/")
_HOW = {
    Outcome.UNSEEN: "",
    Outcome.STOPPED: " (the tests were stopped before their end)",
    Outcome.NOT_TRIED: " (could not be tried)",
}
_HARMLESS = Path(__file__).with_name("harmless.toml")


def main() -> int:
    """Try the modules asked for.

    Returns 0 where every break that counts was noticed, 1 where some were not, 2 where nothing or not all was tried.
    """
    asked = _parser().parse_args()
    count = Count()
    pure = [module for module in asked.modules if is_pure(module)]
    others = [module for module in asked.modules if module not in pure]
    known = {module: _told_apart(module, first=asked.first, last=asked.last) for module in asked.modules}
    how = {"at_once": asked.n, "limit": asked.limit}
    try:
        for module in pure:
            for trial in try_afresh(module, known[module][0], asked.tests or tests_of(module), **how):
                count.take(trial)
        if others:
            tests = asked.tests or [test for module in others for test in tests_of(module)]
            try_in_place({module: known[module][0] for module in others}, tests, tried=count.take, **how)
    except NothingToTry as reason:
        say(f"Not tried. {reason}")
        return 2
    for module, (breaks, harmless) in known.items():
        noticed = count.of[module, Outcome.NOTICED]
        say(f"{module}: {noticed} of {len(breaks)} breaks noticed, {harmless} known to change nothing")
    return count.exit_status()


class Count:
    """Says of each break that nobody noticed, and counts all by module and outcome."""

    def __init__(self) -> None:
        self.of: Counter[tuple[Path, Outcome]] = Counter()

    def take(self, trial: Trial) -> None:
        """Take how one break went."""
        self.of[trial.module, trial.outcome] += 1
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{self.of.total()} tried ")
        if trial.outcome is not Outcome.NOTICED:
            say(f"{trial.module}:{trial.broken.line}: {trial.broken.what}{_HOW[trial.outcome]}")

    def exit_status(self) -> int:
        """Return 2 where something could not be tried, 1 where something was not noticed, else 0."""
        outcomes = {outcome for _, outcome in self.of}
        return 2 if Outcome.NOT_TRIED in outcomes else int(bool(outcomes - {Outcome.NOTICED}))


def say(line: str) -> None:
    """Print a line at once: what is found is wanted while the rest is being tried."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def is_pure(module: Path) -> bool:
    """Return whether a module knows no Django."""
    return module.as_posix().startswith(_PURE)


def tests_of(module: Path) -> list[str]:
    """Return the file of tests that is the module's own, or where it has none all those of its package."""
    folder = Path("tests") / module.relative_to("archive").parent
    own = folder / f"test_{module.stem}.py"
    files = [own] if own.exists() else sorted(folder.glob("test_*.py"))
    return [str(path) for path in files if not is_pure(module) or "django" not in path.read_text(encoding="utf-8")]


def known_as_harmless() -> dict[str, dict[str, str]]:
    """Return of each module the breaks that change nothing anybody could see, by their words, with the reasons."""
    return tomllib.loads(_HARMLESS.read_text(encoding="utf-8"))


def _told_apart(module: Path, *, first: int, last: int) -> tuple[Sequence[Break], int]:
    known = known_as_harmless().get(module.as_posix(), {})
    breaks = [broken for broken in breaks_of(module.read_text(encoding="utf-8")) if first <= broken.line <= last]
    counted = [broken for broken in breaks if broken.what not in known]
    return counted, len(breaks) - len(counted)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.breaking", description=__doc__)
    parser.add_argument("modules", nargs="+", type=Path, help="a module's file, from the project's top")
    parser.add_argument("--tests", nargs="+", help="the files of tests to run; without it, the module's own")
    parser.add_argument("--first", type=int, default=0, help="only breaks from this line on")
    parser.add_argument("--last", type=int, default=sys.maxsize, help="only breaks up to this line")
    parser.add_argument("--limit", type=float, default=90, help="seconds a break may take")
    parser.add_argument("-n", type=int, default=2, help="how many breaks are tried beside each other")
    return parser


if __name__ == "__main__":
    sys.exit(main())
