"""The way back: suspending and withdrawing, one person and one act each, after a page that says what will happen."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View

from archive.desk.access import opens, staff_of
from archive.desk.finding import testimony_or_404
from archive.desk.refusals import REFUSALS, UNPROCESSABLE
from archive.desk.words import REASON_WORDS
from archive.publication.withdrawal import suspend, withdraw
from archive.testimonies.models import State, Testimony
from archive.users.roles import DeskAct


@method_decorator(opens(DeskAct.SUSPEND), name="dispatch")
class Suspend(View):
    """Takes a testimony out of the reading room until the gate lets it back."""

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        """Say what will happen."""
        return _page(request, testimony_or_404(number), "desk/suspend.html")

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Suspend; doing it twice is no harm."""
        testimony = testimony_or_404(number)
        try:
            suspend(testimony, by=staff_of(request), at=timezone.now())
        except REFUSALS as refusal:
            return _page(request, testimony, "desk/suspend.html", refusal=str(refusal))
        messages.success(request, _("Suspended. The reading room is silent about it. An admin lifts it at the gate."))
        return redirect("testimony", number=number)


@method_decorator(opens(DeskAct.WITHDRAW), name="dispatch")
class Withdraw(View):
    """Withdraws a testimony for ever."""

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        """Say what will happen, and that it is final."""
        return _page(request, testimony_or_404(number), "desk/withdraw.html")

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Withdraw, for one of the four reasons the public may be given."""
        testimony = testimony_or_404(number)
        reason, silent = request.POST.get("reason", ""), "silent" in request.POST
        typed: dict[str, Any] = {"reason": reason, "silent": silent, "sure": "sure" in request.POST}
        if reason not in REASON_WORDS:
            return _page(
                request, testimony, "desk/withdraw.html", refusal=_("Choose one of the four reasons."), **typed
            )
        if not typed["sure"]:
            refusal = _("A withdrawal is final. Tick the box that says so, or suspend it instead.")
            return _page(request, testimony, "desk/withdraw.html", refusal=refusal, **typed)
        try:
            withdraw(testimony, by=staff_of(request), at=timezone.now(), reason=reason, silent=silent)
        except REFUSALS as refused:
            return _page(request, testimony, "desk/withdraw.html", refusal=str(refused), **typed)
        messages.success(request, _("Withdrawn, for ever. No page, search or export knows it any more."))
        return redirect("testimony", number=number)


def _page(
    request: HttpRequest,
    testimony: Testimony,
    template: str,
    *,
    refusal: str = "",
    reason: str = "",
    silent: bool = False,
    sure: bool = False,
) -> HttpResponse:
    was_public = testimony.editions.filter(first_release__isnull=False).exists()
    context = {
        "testimony": testimony,
        "number": testimony.number,
        "is_public": testimony.editions.filter(state=State.PUBLISHED).exists(),
        "was_public": was_public,
        "is_withdrawn": testimony.withdrawn_at is not None,
        "reasons": [(code, words, code == reason) for code, words in REASON_WORDS.items()],
        "silent": silent,
        "sure": sure,
        "refusal": refusal,
        "refusal_title": _("Nothing was changed") if refusal else "",
    }
    return render(request, template, context, status=UNPROCESSABLE if refusal else 200)
