"""Releases that stand in place without having come from the desk, and a text in which a stranger is named."""

from pathlib import Path

from django.conf import settings

from archive.catalogue.records import AccessCopyRecord, Manifest
from archive.catalogue.writing import write_release_file
from archive.operations.benchmarks.room import invented_themes
from tests import walking

# One name is broken over a line.
TEXT = walking.TEXT + "\n\nHalvgrim Tofte came too, and he was old. Nobody asked Halv-\ngrim why he went."


def put_records_in_place(records: list[AccessCopyRecord], folder: Path) -> None:
    """Put a release in place, past the desk."""
    target = Path(settings.RELEASE_FILE)
    write_release_file(
        folder / "other.sqlite",
        manifest=Manifest(serial=9, trail_head="0" * 64, order_seed="x", month="2026-01"),
        themes=invented_themes(),
        copies=records,
    )
    (folder / "other.sqlite").replace(target)
