"""What this process serves now: one `Standing`, made from the settings at the first request."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import connections

from archive.catalogue.opening import OpenRelease, ReleaseRefused, Standing, file_key
from archive.catalogue.routing import release_alias
from archive.catalogue.signatures import read_public_key
from archive.catalogue.tombstones import TombstoneList

_TRIES = 3


@lru_cache(maxsize=4)
def standing_for(release: Path, tombstones: Path, release_key: Path, tombstone_key: Path) -> Standing:
    """Return the standing of one pair of files; keys are read once, files at each look."""
    return Standing(release, tombstones, read_public_key(release_key), read_public_key(tombstone_key))


def look() -> tuple[OpenRelease, TombstoneList]:
    """Return what stands now, with the database connection of this thread on exactly the file that was checked."""
    standing = standing_for(
        settings.RELEASE_FILE,
        settings.TOMBSTONE_FILE,
        settings.RELEASE_PUBLIC_KEY_FILE,
        settings.TOMBSTONE_PUBLIC_KEY_FILE,
    )
    connection = connections[release_alias()]
    for _ in range(_TRIES):
        release, tombstones = standing.look()
        connection.close()
        connection.ensure_connection()
        # Replaced between check and opening? Then the connection may be on a file that nobody has checked yet.
        if file_key(standing.release_path) == release.key:
            return release, tombstones
    connection.close()
    raise ReleaseRefused(f"{standing.release_path} keeps changing. Let the deployment finish.")
