"""Try each break in a forked process of its own, some beside each other; how that ends says how it went."""

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from tests.breaking.breaks import Break

_UNSEEN, _NOTICED = 0, 1


@dataclass(frozen=True, slots=True)
class Attempt:
    """A break that is to be tried: of which module, and what says in the fork whether some test noticed."""

    module: Path
    broken: Break
    is_noticed: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Trial:
    """How the trying of one break went: whether a test noticed, or the tests had to be stopped before their end."""

    module: Path
    broken: Break
    noticed: bool
    stopped: bool


class NothingToTry(Exception):
    """The tests fail on the module as it stands, or there are none: nothing could be learnt from a break."""


def run_forked(attempts: Iterable[Attempt], *, at_once: int, limit: float) -> Iterator[Trial]:
    """Yield how each attempt went, as each ends.

    After ``limit`` seconds the tests are stopped: they hang on the broken module, or there are too many of them. A test
    that crashes has noticed.
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
            stopped = not ended and time.monotonic() - since > limit
            if stopped:
                os.kill(process, signal.SIGKILL)
                ended, status = os.waitpid(process, 0)
            if ended:
                del running[process]
                noticed = status != _UNSEEN and not stopped
                yield Trial(attempt.module, attempt.broken, noticed=noticed, stopped=stopped)
        time.sleep(0.01)


def _begin(attempt: Attempt) -> int:
    process = os.fork()
    if not process:
        _be(attempt)
    return process


def _be(attempt: Attempt) -> NoReturn:
    status = _NOTICED
    with suppress(BaseException):
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        status = _NOTICED if attempt.is_noticed() else _UNSEEN
    os._exit(status)  # at once: nothing that the first process shares is to be torn down
