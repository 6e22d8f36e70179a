"""Every route of the room, from the URLconf itself, each with an address at which it answers."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver

from archive.reading_room.urls import urlpatterns

ANTON = "a1nt0n00000000000000000001"
MILA = "mila0000000000000000000004"

# A new route must be added here before the tests pass: that is the point.
EXAMPLES = {
    "door": "/",
    "robots": "/robots.txt",
    "home": "/en/",
    "testimonies": "/en/testimonies/?q=fear",
    "testimony": f"/en/t/{ANTON}/",
    "testimony-text": f"/en/t/{ANTON}/nb/",
    "edition": f"/en/t/{ANTON}/edition/2/",
    "edition-text": f"/en/t/{ANTON}/edition/2/nb/",
    "themes": "/en/themes/",
    "theme": "/en/themes/flight/",
    "background": "/en/background/",
    "background-kind": "/en/background/figures/",
    "names": "/en/names/",
    "about": "/en/about/",
}
OF_ONE_TESTIMONY = ("/{0}/t/{1}/", "/{0}/t/{1}/nb/", "/{0}/t/{1}/edition/1/", "/{0}/t/{1}/edition/1/en/")


def route_names(patterns: list[URLPattern | URLResolver] = urlpatterns) -> Iterator[str]:
    """Yield the name of every route."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from route_names(pattern.url_patterns)
        else:
            assert pattern.name, "a route without a name cannot be crawled"
            yield pattern.name


def addresses_everywhere() -> Iterator[str]:
    """Yield an address of each route, in both languages of the interface."""
    for name in route_names():
        yield EXAMPLES[name]
        if EXAMPLES[name].startswith("/en/"):
            yield "/nb/" + EXAMPLES[name].removeprefix("/en/")
