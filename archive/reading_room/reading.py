"""One reader's look at the release: what every view needs, from the request that the middleware has prepared."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from archive.catalogue.models import AccessCopy, AccessCopyQuerySet
from archive.catalogue.opening import OpenRelease
from archive.catalogue.pages import Frame, frame_of
from archive.catalogue.routing import release_alias
from archive.catalogue.tombstones import TombstoneList


@dataclass
class Reading:
    """The release and tombstones that stand at this request, and the language of the interface."""

    interface: str
    release: OpenRelease
    tombstones: TombstoneList

    @cached_property
    def copies(self) -> AccessCopyQuerySet:
        """Return the access copies that may be shown."""
        return AccessCopy.objects.visible(self.tombstones, using=release_alias())

    @cached_property
    def shown(self) -> int:
        """Return the rows that may be shown, as a set."""
        return shown_rows(self.release, self.tombstones)

    def carriers(self, facet: str, value: str) -> int:
        """Return how many testimonies that may be shown carry a value."""
        return (self.release.facet_bits.get((facet, value), 0) & self.shown).bit_count()

    def frame(self, section: str, address: Callable[[str], str]) -> Frame:
        """Return the frame of a page; `address` gives its address in a language of the interface."""
        return frame_of(
            self.interface,
            section=section,
            address=address,
            serial=self.release.statement.serial,
            month=self.release.statement.month,
            copies=self.shown.bit_count(),
            digest=self.release.statement.logical_digest,
        )


@lru_cache(maxsize=4)
def shown_rows(release: OpenRelease, tombstones: TombstoneList) -> int:
    """Return the rows that may be shown, worked out once for each release and each list of tombstones."""
    return AccessCopy.objects.visible(tombstones, using=release_alias()).row_bits()


def reading(request: HttpRequest, interface: str) -> Reading:
    """Return this reader's look at the release."""
    return Reading(interface, request.release, request.tombstones)  # type: ignore[attr-defined]


def page(template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Return a page from ready answers; no context processor adds anything of the request."""
    return HttpResponse(render_to_string(template, context), status=status)
