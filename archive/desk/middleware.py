"""What every answer of the desk carries, in which language it speaks, and what it says while the vault is locked."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.debug import sensitive_variables

from archive.desk.again import sent_fields
from archive.desk.languages import chosen_language
from archive.vault.keyring import VaultLocked
from archive.vault.locking import forget_where_closed


class NeverStoreMiddleware:
    """Keeps every desk page out of every cache, the browser's included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with `no-store` and without an index entry."""
        response = self.get_response(request)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex, noarchive"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response


class ChosenLanguageMiddleware:
    """Speaks the language somebody chose: kept in the session of staff, in the address before they have signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the chosen language, or in the browser's."""
        language = chosen_language(request)
        if language:
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return self.get_response(request)


class LockedVaultMiddleware:
    """Answers with a page that says what is missing where the vault has no key; nothing else of the desk breaks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, having forgotten keys and names if another process closed the vault."""
        forget_where_closed()
        return self.get_response(request)

    @sensitive_variables("context")
    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a locked vault into a page; what was sent stays in it, to be sent again."""
        if not isinstance(exception, VaultLocked):
            return None
        context = {"again": sent_fields(request)}
        return render(request, "desk/errors/locked.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)
