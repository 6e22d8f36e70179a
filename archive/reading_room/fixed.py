"""Pages that are the same for everybody: refusals, and the choice of language. They need no release.

One 404 serves unknown, never published and silently withdrawn ids alike, byte for byte.
"""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language

from archive.catalogue.records import INTERFACE_LANGUAGES

_FIXED = frozenset({400, 404, 405, 500, 503})


def fixed_page(status: int) -> HttpResponse:
    """Return the fixed page of a status, in the active language."""
    if status not in _FIXED:
        raise ValueError(f"There is no fixed page for {status}.")
    interface = get_language() if get_language() in INTERFACE_LANGUAGES else "en"
    html = render_to_string("room/fixed.html", {"status": status, "interface": interface})
    return HttpResponse(html, status=status)
