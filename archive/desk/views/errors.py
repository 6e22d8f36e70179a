"""Pages for what went wrong, in three parts, never with a word of a text in them."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


@login_not_required
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer to what cannot be read, or is far too large."""
    del exception
    return _error(
        request,
        HTTPStatus.BAD_REQUEST,
        _("This could not be read"),
        _("What was sent is damaged or far too large."),
        _("The desk takes a text of up to 20 MB and reads nothing larger into its memory."),
        _("Go back; your page still holds what you typed. Split the text, or save it without pictures."),
    )


@login_not_required
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer to an act that the role does not open."""
    return _error(
        request,
        HTTPStatus.FORBIDDEN,
        _("This is for somebody else"),
        _("Your role does not open this."),
        str(exception) or _("What one hand could do alone needs two here."),
        _("Go back to your work; it waits in the queue of whoever may do it."),
    )


@login_not_required
def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer to a form that does not come from a page of this desk, or from a session that has ended."""
    del reason
    return _error(
        request,
        HTTPStatus.FORBIDDEN,
        _("This page has expired"),
        _("The form was not accepted."),
        _("It came from a page of an earlier session, or from somewhere else."),
        _("Go back, copy what you typed, open the page again and send it once more."),
    )


@login_not_required
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer to an address that names nothing."""
    del exception
    return _error(
        request,
        HTTPStatus.NOT_FOUND,
        _("There is nothing here"),
        _("This address names nothing at the desk."),
        _("It may be mistyped, or what it named was drawn together with something else."),
        _("Look it up in the list of testimonies."),
    )


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:
    """Answer to an error nobody foresaw; it asks nothing of the database."""
    return render(None, "desk/errors/500.html", status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _error(request: HttpRequest, status: HTTPStatus, heading: str, *parts: str) -> HttpResponse:
    what, why, what_next = parts
    context = {"heading": heading, "what": what, "why": why, "next": what_next}
    return render(request, "desk/errors/error.html", context, status=status)
