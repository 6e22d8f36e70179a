"""Background to the testimonies: short cases, figures, law and terms."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse

from archive.catalogue import addresses
from archive.catalogue.models import ContextEntry
from archive.catalogue.routing import release_alias
from archive.reading_room.context_cards import KINDS, context_cards
from archive.reading_room.reading import page, reading

FIRST_SHOWN = 6


def background(request: HttpRequest, interface: str) -> HttpResponse:
    """Show the first entries of each kind, and the way to the rest."""
    look = reading(request, interface)
    entries = ContextEntry.objects.using(release_alias())
    context = {
        "frame": look.frame("background", addresses.background),
        **{name: context_cards(look, kind, limit=FIRST_SHOWN) for name, kind in KINDS.items()},
        "counts": {name: entries.filter(kind=kind).count() for name, kind in KINDS.items()},
        "shown": FIRST_SHOWN,
        "ways": {name: addresses.background(interface, name) for name in KINDS},
    }
    return page("room/background.html", context)


def background_kind(request: HttpRequest, interface: str, kind: str) -> HttpResponse:
    """Show all entries of one kind."""
    if kind not in KINDS:
        raise Http404
    look = reading(request, interface)
    context = {
        "frame": look.frame("background", partial(addresses.background, kind=kind)),
        "kind": kind,
        "entries": context_cards(look, KINDS[kind]),
    }
    return page("room/background_kind.html", context)
