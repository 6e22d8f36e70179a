"""Who may open which page: the role is asked at every request, and the refusal says whom to ask instead."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from archive.users.models import User
from archive.users.roles import DeskAct, role_allows

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def staff_of(request: HttpRequest) -> User:
    """Return who acts; the sign-in middleware has let nobody else so far."""
    return cast("User", request.user)


def opens(act: DeskAct) -> Callable[[View], View]:
    """Let a view be opened only by a role that allows the act."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not role_allows(request.user, act):
                raise PermissionDenied(why_not(act))
            return view(request, *args, **kwargs)

        return cast("View", guarded)

    return decorate


def sent_to(view: View) -> View:
    """Let a view only be sent to, as by a form; whoever opens its address is led to the page above it.

    A refusal is shown at such an address, so a browser may ask for it again: reloading, or in another language.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs) if request.method == "POST" else redirect(_page_above(request.path))

    guarded.is_sent_to = True  # type: ignore[attr-defined]
    return cast("View", guarded)


def _page_above(path: str) -> str:
    while path != "/":
        path = path.rstrip("/").rpartition("/")[0] + "/"
        try:
            found = resolve(path)
        except Resolver404:
            continue
        if not getattr(found.func, "is_sent_to", False):
            return path
    return path


def why_not(act: DeskAct) -> str:
    """Say why somebody's role does not open an act, and who can do it."""
    if act in {DeskAct.REVIEW, DeskAct.PUBLISH, DeskAct.ISSUE_RELEASE, DeskAct.LIFT_SUSPENSION}:
        return _("Only an admin reviews, publishes and issues releases. It stays in the queue until one takes it up.")
    if act == DeskAct.MANAGE_STAFF:
        return _("Only an admin adds and closes accounts. Ask one to do it.")
    if act == DeskAct.KEEP_PUBLIC_LIST:
        return _("Only an admin adds to the list of public things or takes out of it. Ask one to do it.")
    if act == DeskAct.READ_TRAIL:
        return _("Only an admin reads the trail. Ask one to look something up.")
    if act == DeskAct.UNLOCK_VAULT:
        return _("Only an admin opens the vault again. Suspending and withdrawing work while it is closed.")
    return _("Your role does not open this page. Ask an admin.")
