"""What happens to each request before a view sees it, and to each answer after."""

import logging
from collections.abc import Callable

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation

from archive.catalogue.opening import ReleaseRefused
from archive.catalogue.records import INTERFACE_LANGUAGES
from archive.catalogue.signatures import PublicKeyRefused
from archive.catalogue.tombstones import TombstonesRefused
from archive.reading_room.fixed import fixed_page
from archive.reading_room.headers import set_headers
from archive.reading_room.standing import look

logger = logging.getLogger(__name__)

Answer = Callable[[HttpRequest], HttpResponseBase]


class HeadersMiddleware:
    """Outermost: every answer, static files and refusals included, bears the headers of the table."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer and set the headers."""
        response = self.get_response(request)
        set_headers(request, response)
        return response


class InterfaceMiddleware:
    """Takes the language of the interface from the first part of the address, and from nowhere else."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the language of the address."""
        with translation.override(interface_of(request.path_info)):
            return self.get_response(request)


def interface_of(path: str) -> str:
    """Return the interface language that an address names, or English."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in INTERFACE_LANGUAGES else "en"


class ReadOnlyMiddleware:
    """Refuses every method but GET and HEAD, and requests that name another host."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a reader; refuse anything else."""
        try:
            request.get_host()
        except DisallowedHost:
            return fixed_page(400)
        if request.method not in {"GET", "HEAD"}:
            response: HttpResponse = fixed_page(405)
            response["Allow"] = "GET, HEAD"
            return response
        return self.get_response(request)


class StandingMiddleware:
    """Looks at release and tombstones before each request; without both in order nothing is shown."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer from the release that stands now, or say that the room is closed."""
        if request.path_info in {"/", "/robots.txt"}:
            return self.get_response(request)
        try:
            release, tombstones = look()
        except (ReleaseRefused, TombstonesRefused, PublicKeyRefused) as refusal:
            logger.error("The room is closed: %s", refusal)  # noqa: TRY400 - the refusal says it all
            return fixed_page(503)
        request.release = release  # type: ignore[attr-defined]
        request.tombstones = tombstones  # type: ignore[attr-defined]
        return self.get_response(request)
