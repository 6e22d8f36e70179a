"""One at a time: whoever looks through the release in place, and whoever puts another one there."""

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
    with _held("release.lock"):
        yield


@contextmanager
def hold_wordlist() -> Iterator[None]:
    """Let only one process make the list of published words."""
    with _held("published-words.lock"):
        yield


@contextmanager
def _held(name: str) -> Iterator[None]:
    with (Path(settings.DATA_DIR) / name).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
