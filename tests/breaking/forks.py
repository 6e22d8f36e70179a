"""Try each break in a forked process of its own, some beside each other; how that ends says how it went."""

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import NoReturn

from tests.breaking.breaks import Break


class Outcome(Enum):
    """How the trying of one break ended, by the status with which its process ends; any other is NOT_TRIED."""

    UNSEEN = 40
    NOTICED = 41
    STOPPED = 42
    NOT_TRIED = 43


@dataclass(frozen=True, slots=True)
class Attempt:
    """A break that is to be tried: of which module, and what says in the fork whether some test noticed."""

    module: Path
    broken: Break
    is_noticed: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Trial:
    """How the trying of one break went."""

    module: Path
    broken: Break
    outcome: Outcome


class NothingToTry(Exception):
    """The tests fail on the module as it stands, or there are none: nothing could be learnt from a break."""


def run_forked(attempts: Iterable[Attempt], *, at_once: int, limit: float) -> Iterator[Trial]:
    """Yield how each attempt went, as each ends.

    After ``limit`` seconds the tests are stopped: they hang on the broken module, or there are too many of them. What
    cannot be tried, because trying itself fails or the process dies, is said to be NOT_TRIED, never to be noticed.
    """
    waiting = iter(attempts)
    running: dict[int, tuple[Attempt, float]] = {}
    while True:
        while len(running) < at_once and (attempt := next(waiting, None)):
            running[_begin(attempt)] = attempt, time.monotonic()
        if not running:
            return
        for process, (attempt, since) in list(running.items()):
            ended, status = os.waitpid(process, os.WNOHANG)
            outcome = _outcome(status)
            if not ended and time.monotonic() - since > limit:
                os.kill(process, signal.SIGKILL)
                ended, _ = os.waitpid(process, 0)
                outcome = Outcome.STOPPED
            if ended:
                del running[process]
                yield Trial(attempt.module, attempt.broken, outcome)
        time.sleep(0.01)


def _outcome(status: int) -> Outcome:
    try:
        return Outcome(os.waitstatus_to_exitcode(status))
    except ValueError:
        return Outcome.NOT_TRIED


def _begin(attempt: Attempt) -> int:
    process = os.fork()
    if not process:
        _be(attempt)
    return process


def _be(attempt: Attempt) -> NoReturn:
    outcome = Outcome.NOT_TRIED
    heard = os.dup(2)
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        outcome = Outcome.NOTICED if attempt.is_noticed() else Outcome.UNSEEN
    except BaseException:
        said = f"{attempt.module}:{attempt.broken.line}: {attempt.broken.what}\n{traceback.format_exc()}"
        os.write(heard, said.encode(sys.getdefaultencoding(), "replace"))
    finally:
        os._exit(outcome.value)  # at once: nothing that the first process shares is to be torn down
