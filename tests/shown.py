"""What somebody in the reading room would find at this moment."""

from pathlib import Path

from django.conf import settings

from archive.catalogue.models import AccessCopy
from archive.catalogue.opening import release_database
from archive.catalogue.reading import public_ids
from archive.publication.stones import current_tombstones


def in_the_release() -> set[str]:
    """Return the public ids that the release in place carries, silent ones included."""
    if not Path(settings.RELEASE_FILE).exists():
        return set()
    with release_database(Path(settings.RELEASE_FILE)) as release:
        return set(public_ids(using=release.alias))


def in_the_room() -> set[str]:
    """Return the public ids that a reader is shown."""
    if not Path(settings.RELEASE_FILE).exists():
        return set()
    with release_database(Path(settings.RELEASE_FILE)) as release:
        visible = AccessCopy.objects.visible(current_tombstones(), using=release.alias)
        return set(visible.values_list("public_id", flat=True))
