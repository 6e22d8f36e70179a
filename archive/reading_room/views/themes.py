"""The tree of themes, and one theme with what is told together with it."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse

from archive.catalogue import addresses
from archive.catalogue.cards import theme_path
from archive.catalogue.wording import LANGUAGE_NAMES
from archive.reading_room.reading import page, reading
from archive.reading_room.theme_cards import near_themes, theme_cards, told_together, when_they_left


def themes(request: HttpRequest, interface: str) -> HttpResponse:
    """Show the whole tree."""
    look = reading(request, interface)
    return page("room/themes.html", {"frame": look.frame("themes", addresses.themes), "themes": theme_cards(look)})


def theme(request: HttpRequest, interface: str, slug: str) -> HttpResponse:
    """Show one theme; one that nobody carries is not there."""
    look = reading(request, interface)
    thesaurus = look.release.thesaurus
    concept = thesaurus.by_slug.get(slug)
    count = look.carriers("theme", concept.code) if concept is not None else 0
    if concept is None or not count:
        raise Http404
    together = told_together(look, concept)
    context = {
        "frame": look.frame("themes", partial(addresses.theme, slug=slug)),
        "label": concept.label(interface),
        "code": concept.code,
        "path": theme_path(thesaurus, concept.code, interface),
        "scope": concept.scope_note(interface),
        "count": count,
        "read": addresses.testimonies(interface, ("theme", slug)),
        "narrower": theme_cards(look, concept.code),
        "together": together,
        "together_height": len(together) * 30 + 12,
        "periods": when_they_left(look, concept),
        "near": near_themes(look, concept),
        "labels": tuple(
            (language, LANGUAGE_NAMES[language], label)
            for language, label in sorted(concept.labels.items())
            if language != interface
        ),
        "alternatives": ", ".join(
            word for language in sorted(concept.alternatives) for word in concept.alternatives[language]
        ),
    }
    return page("room/theme.html", context)
