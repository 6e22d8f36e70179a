"""Who works at the desk: adding somebody, closing an account, giving a new password."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET

from archive.desk.access import opens, sent_to, staff_of
from archive.desk.refusals import REFUSALS, UNPROCESSABLE
from archive.desk.words import ROLE_WORDS
from archive.users.models import User
from archive.users.roles import DeskAct
from archive.users.staff import add_user, close_user, set_password


class NewUserForm(forms.Form):
    """Somebody who is to work at the desk."""

    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=40,
        help_text=gettext_lazy("Small letters, digits and hyphens; it stands in the trail, so let it tell little."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    display_name = forms.CharField(label=gettext_lazy("Shown as"), required=False, max_length=80)
    role = forms.ChoiceField(
        label=gettext_lazy("Role"), choices=[(code, words) for code, words in ROLE_WORDS.items() if code != "service"]
    )


@require_GET
@opens(DeskAct.MANAGE_STAFF)
def staff(request: HttpRequest) -> HttpResponse:
    """List everybody."""
    return _page(request)


@sent_to
@sensitive_variables("added")
@opens(DeskAct.MANAGE_STAFF)
def add(request: HttpRequest) -> HttpResponse:
    """Add somebody; the password is shown once, on this answer."""
    form = NewUserForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form, refusal=_("Nobody was added. See the fields below."))
    given = form.cleaned_data
    try:
        added = add_user(
            username=given["username"], display_name=given["display_name"], role=given["role"],
            by=staff_of(request).pk, at=timezone.now(),
        )  # fmt: skip
    except REFUSALS as refusal:
        return _page(request, form=form, refusal=str(refusal))
    return _page(request, shown=(added.user.username, added.password))


@sent_to
@opens(DeskAct.MANAGE_STAFF)
def close(request: HttpRequest, user: UUID) -> HttpResponse:
    """Close an account; it is not one's own."""
    other = _other(user)
    if other.pk == staff_of(request).pk:
        return _page(request, refusal=_("You cannot close your own account. Ask another admin."))
    close_user(other, by=staff_of(request).pk, at=timezone.now())
    messages.success(request, _("Closed. What this person did keeps their reference."))
    return redirect("staff")


@sent_to
@sensitive_variables("password")
@opens(DeskAct.MANAGE_STAFF)
def new_password(request: HttpRequest, user: UUID) -> HttpResponse:
    """Give somebody a new password, shown once; every session under the old one ends."""
    other = _other(user)
    try:
        password = set_password(other, by=staff_of(request).pk, at=timezone.now())
    except REFUSALS as refusal:
        return _page(request, refusal=str(refusal))
    return _page(request, shown=(other.username, password))


def _other(pk: UUID) -> User:
    found: User | None = User.objects.filter(pk=pk).first()
    if found is None:
        raise Http404(_("There is nobody by this number."))
    return found


@sensitive_variables("shown")
def _page(
    request: HttpRequest, *, form: NewUserForm | None = None, refusal: str = "", shown: tuple[str, str] | None = None
) -> HttpResponse:
    context = {
        "people": User.objects.people().order_by("-is_active", "username"),
        "services": User.objects.filter(role="service").order_by("username"),
        "form": form or NewUserForm(),
        "shown_name": shown[0] if shown else "",
        "shown_password": shown[1] if shown else "",
        "refusal": refusal,
        "refusal_title": "",
        "me": staff_of(request).pk,
    }
    return render(request, "desk/staff.html", context, status=UNPROCESSABLE if refusal else 200)
