"""An archive of which nothing is made yet."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    """A data folder in which nothing is made yet, and where its keys will be."""
    keys, room = tmp_path / ".var-keys", tmp_path / "var" / "room"
    settings.KEY_DIR, settings.ROOM_DIR = keys, room
    for name in ("VAULT", "RELEASE", "TOMBSTONE", "SECRET"):
        setattr(settings, f"{name}_KEY_FILE", keys / f"{name.lower()}.key")
    settings.RELEASE_PUBLIC_KEY_FILE, settings.TOMBSTONE_PUBLIC_KEY_FILE = room / "release.pub", room / "tombstone.pub"
    return tmp_path
