"""One at a time: whoever changes a file that processes share, and whoever must not see it change meanwhile."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


@contextmanager
def hold_release() -> Iterator[None]:
    """Keep the release in place from being replaced meanwhile.

    A name is recorded first and looked for under this hold; a release is recorded (which refuses if names have changed
    since it was judged) and put in place under it. So no name falls between the two.
    """
    with _held(Path(settings.DATA_DIR) / "release.lock"):
        yield


@contextmanager
def hold_wordlist() -> Iterator[None]:
    """Let only one process make the list of published words."""
    with _held(Path(settings.DATA_DIR) / "published-words.lock"):
        yield


@contextmanager
def hold_tombstones() -> Iterator[None]:
    """Let only one process change the tombstone list: two withdrawals at once must both stand in it."""
    with _held(Path(settings.TOMBSTONE_FILE).with_suffix(".lock")):
        yield


@contextmanager
def _held(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
