"""Answers that are the same for everybody: the door, robots.txt, and refusals."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation.trans_real import parse_accept_lang_header

from archive.catalogue import addresses
from archive.reading_room.fixed import fixed_page

NORWEGIAN = frozenset({"nb", "no", "nn"})


def door(request: HttpRequest) -> HttpResponse:
    """Lead to the interface language the reader's browser asks for; nothing is remembered."""
    asked = [code.partition("-")[0] for code, _ in parse_accept_lang_header(request.headers.get("Accept-Language", ""))]
    first = next((code for code in asked if code == "en" or code in NORWEGIAN), "en")
    return HttpResponseRedirect(addresses.home("nb" if first in NORWEGIAN else "en"))


def robots(request: HttpRequest) -> HttpResponse:
    """Ask crawlers to stay away: copies elsewhere cannot be withdrawn."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain; charset=utf-8")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that is not well formed."""
    return fixed_page(400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for everything that is not there, for whatever reason."""
    return fixed_page(404)


def failure(request: HttpRequest) -> HttpResponse:
    """Answer when something has gone wrong; the page says nothing of what."""
    return fixed_page(500)
