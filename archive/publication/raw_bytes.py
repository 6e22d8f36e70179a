"""Names in the raw bytes of a release, found without the matcher that judged its texts: two finders, one promise."""

from pathlib import Path

from django.utils.translation import gettext as _

from archive.deidentification.leak_bytes import WrittenForms, find_written
from archive.language.matching import NameMatch
from archive.publication.candidates import Draft
from archive.publication.known_places import unexplained
from archive.publication.obstacles import Obstacle, PublicationRefused
from archive.publication.processes import in_parts
from archive.vault.naming import current_matcher

PART = 8 * 2**20  # bytes searched at a time
OVERLAP = 4096  # and how far each part reaches back into the one before it


def refuse_leaking_file(path: Path, draft: Draft, forms: WrittenForms) -> None:
    """Raise `PublicationRefused` where a protected name stands in a file and no judged place explains it."""
    data = path.read_bytes()
    parts = range(0, len(data), PART)
    found = in_parts(_find_in_part, parts, (data, forms), is_much=len(parts) > 1)
    leaks = [leak for leak in found if leak.tier == "block"]
    if leaks and unexplained(leaks, data, draft=draft, matcher=current_matcher()):
        raise PublicationRefused(
            (
                Obstacle(
                    "G018",
                    _("A protected name stands in the bytes of the release."),
                    _(
                        "Look at the background entries and theme labels; no testimony holds it. Nothing was put in "
                        "place."
                    ),
                ),
            )
        )


def _find_in_part(start: int, data: bytes, forms: WrittenForms) -> tuple[NameMatch, ...]:
    """Search one part of the bytes of a release (see `find_written`); offsets count in the whole."""
    begin = max(0, start - OVERLAP)
    found = find_written(data[begin : start + PART], forms=forms)
    return tuple(NameMatch(one.start + begin, one.end + begin, one.person, one.tier, one.how) for one in found)
