"""``python -m tests.breaking MODULE… [--tests FILE…] [-n 2]``: say which breaks of a module no test notices."""

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from tests.breaking.breaks import Break, breaks_of
from tests.breaking.trying import NothingToTry, is_pure, try_breaks

_HARMLESS = Path(__file__).with_name("harmless.toml")


def main() -> int:
    """Try the modules asked for; return 0 where every break that counts was noticed."""
    asked = _parser().parse_args()
    unseen = 0
    for module in asked.modules:
        tests = asked.tests or tests_of(module)
        breaks, harmless = _told_apart(module, first=asked.first, last=asked.last)
        tried = missed = 0
        try:
            for trial in try_breaks(module, breaks, tests, at_once=asked.n, limit=asked.limit):
                tried += 1
                if sys.stderr.isatty():
                    sys.stderr.write(f"\r{module.name}: {tried} of {len(breaks)} ")
                if not trial.noticed:
                    missed += 1
                    say(f"{module}:{trial.broken.line}: {trial.broken.what}")
        except NothingToTry as reason:
            say(f"{module}: not tried. {reason}")
            return 2
        say(f"{module}: {tried - missed} of {tried} breaks noticed, {harmless} known to change nothing")
        unseen += missed
    return 1 if unseen else 0


def say(line: str) -> None:
    """Print a line at once: what is found is wanted while the rest is being tried."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def tests_of(module: Path) -> list[str]:
    """Return the file of tests that is the module's own, or where it has none all those of its package."""
    folder = Path("tests") / module.relative_to("archive").parent
    own = folder / f"test_{module.stem}.py"
    files = [own] if own.exists() else sorted(folder.glob("test_*.py"))
    return [str(path) for path in files if not is_pure(module) or "django" not in path.read_text(encoding="utf-8")]


def _told_apart(module: Path, *, first: int, last: int) -> tuple[Sequence[Break], int]:
    known = tomllib.loads(_HARMLESS.read_text(encoding="utf-8")).get(module.as_posix(), {})
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
