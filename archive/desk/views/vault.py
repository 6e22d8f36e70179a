"""The vault: closed with one press by anyone, opened again by an admin who says who they are."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from archive.desk.access import opens, sent_to, staff_of, why_not
from archive.desk.refusals import UNPROCESSABLE
from archive.sealing.key_files import KeyFileRefused
from archive.users.roles import DeskAct, role_allows
from archive.vault.keyring import VaultLocked
from archive.vault.locking import lock_vault, unlock_vault


@method_decorator(sensitive_post_parameters(), name="dispatch")
class Vault(View):
    """Says whether the vault is open and what that means; opens it for an admin who types their password."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show how it stands."""
        return _page(request)

    @method_decorator(sensitive_variables("password"))
    def post(self, request: HttpRequest) -> HttpResponse:
        """Open it again."""
        user, password = staff_of(request), request.POST.get("password", "")
        if not role_allows(user, DeskAct.UNLOCK_VAULT):
            return _page(request, refusal=why_not(DeskAct.UNLOCK_VAULT))
        if not user.check_password(password):
            return _page(request, refusal=_("This is not your password. The vault stays closed; type it again."))
        try:
            unlock_vault(by=user, at=timezone.now())
        except (KeyFileRefused, VaultLocked) as refused:
            return _page(request, refusal=str(refused))
        messages.success(request, _("The vault is open."))
        return redirect("work")


@sent_to
@opens(DeskAct.LOCK_VAULT)
def close(request: HttpRequest) -> HttpResponse:
    """Close it now, for every process."""
    lock_vault(by=staff_of(request), at=timezone.now())
    messages.success(request, _("The vault is closed. Keys and names are out of this desk's memory."))
    return redirect("vault")


def _page(request: HttpRequest, *, refusal: str = "") -> HttpResponse:
    may_open = role_allows(staff_of(request), DeskAct.UNLOCK_VAULT)
    context = {"may_open": may_open, "why_not": why_not(DeskAct.UNLOCK_VAULT), "refusal": refusal, "refusal_title": ""}
    return render(request, "desk/vault.html", context, status=UNPROCESSABLE if refusal else 200)
