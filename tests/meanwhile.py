"""Two acts at the same time, put in order: one waits where it would have to wait, while the other goes ahead."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from django.db import connection, connections

LONGEST = 60.0  # seconds; a test that waits as long has failed


class Beside:
    """An act in a thread of its own, and what became of it."""

    def __init__(self, act: Callable[[], object]) -> None:
        self.raised: BaseException | None = None
        self._act = act
        self._thread = Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        try:
            self._act()
        except BaseException as error:
            self.raised = error
        finally:
            connections.close_all()

    def start_until(self, it_waits: Callable[[], bool]) -> None:
        """Begin, and return when the act waits or has ended."""
        self._thread.start()
        for _ in range(int(LONGEST / 0.02)):
            if it_waits() or not self._thread.is_alive():
                return
            self._thread.join(0.02)
        raise TimeoutError("The act neither waited nor ended.")

    def end(self) -> None:
        """Wait until the act has ended."""
        self._thread.join(LONGEST)
        if self._thread.is_alive():
            raise TimeoutError("The act did not end.")


@contextmanager
def held_up(act: Callable[[], object], *, at: Path) -> Iterator[Beside]:
    """Let an act run until it waits for this lock file; it goes on when the block ends, and has ended afterwards."""
    beside = Beside(act)
    with at.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        beside.start_until(lambda: somebody_waits_for(at))
        yield beside
    beside.end()


def somebody_waits_for(lock: Path) -> bool:
    """Tell whether a process or thread waits for a lock file."""
    inode = f":{lock.stat().st_ino} "
    return any("-> FLOCK" in line and inode in line for line in Path("/proc/locks").read_text("ascii").splitlines())


@contextmanager
def just_before(words: str, act: Callable[[], object]) -> Iterator[None]:
    """Do something just before the first statement that holds these words is sent to the database."""
    left = [act]

    def look(execute: Callable[..., Any], sql: str, *given: Any) -> Any:
        if left and words in sql:
            left.pop()()
        return execute(sql, *given)

    with connection.execute_wrapper(look):
        yield
