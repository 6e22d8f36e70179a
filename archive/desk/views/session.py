"""Coming and going: signing in, signing out, choosing a language, switching the keys off."""

from typing import Any

from django.contrib.auth import logout
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters

from archive.desk.access import sent_to, staff_of
from archive.desk.languages import choose_language
from archive.users.forms import SignInForm
from archive.users.signing import record_refused_sign_in, record_sign_in, record_sign_out


@method_decorator(sensitive_post_parameters(), name="dispatch")
class SignIn(LoginView):
    """Lets somebody in; comings and refusals leave an event."""

    template_name = "desk/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        """Let in, keeping the language the page was read in."""
        response = super().form_valid(form)
        choose_language(self.request, self.request.GET.get("language", ""))
        record_sign_in(staff_of(self.request), at=timezone.now())
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        """Refuse; nothing says which of the two was wrong."""
        record_refused_sign_in(at=timezone.now())
        return super().form_invalid(form)


@sent_to
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, and have the browser forget what it holds of the desk."""
    user = staff_of(request)
    logout(request)
    record_sign_out(user, at=timezone.now())
    response = redirect("sign-in")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@sent_to
def language(request: HttpRequest) -> HttpResponse:
    """Speak another language from now on."""
    choose_language(request, request.POST.get("language", ""))
    return redirect(_back(request))


@sent_to
def keys(request: HttpRequest) -> HttpResponse:
    """Switch the single keys off, or on again."""
    request.session["keys_off"] = not request.session.get("keys_off", False)
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    back = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return back
    return "work"
