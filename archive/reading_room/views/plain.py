"""Pages of plain words: how names are changed, about the archive."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from archive.catalogue import addresses
from archive.reading_room.reading import page, reading


def names(request: HttpRequest, interface: str) -> HttpResponse:
    """Say how names are changed, and what that can and cannot protect."""
    look = reading(request, interface)
    return page("room/names.html", {"frame": look.frame("names", addresses.names)})


def about(request: HttpRequest, interface: str) -> HttpResponse:
    """Say what this archive is, who checks what, and how to reach it."""
    look = reading(request, interface)
    context = {
        "frame": look.frame("about", addresses.about),
        "contact": settings.CONTACT,
        "demonstration": settings.DEMONSTRATION,
        "serial": look.release.statement.serial,
        "sha256": look.release.statement.sha256,
        "logical_digest": look.release.statement.logical_digest,
        "trail_head": look.release.statement.trail_head,
    }
    return page("room/about.html", context)
