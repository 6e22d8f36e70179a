"""What is public whoever tells of it: the list that is shipped, and the archive's own, which admins keep."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET

from archive.desk.access import opens, sent_to, staff_of, why_not
from archive.desk.forms.public_things import PublicThingForm
from archive.desk.reasons import say_reason
from archive.desk.refusals import REFUSALS, UNPROCESSABLE
from archive.desk.words import LANGUAGE_WORDS, PUBLIC_KIND_WORDS
from archive.detection.recognisers.public import shipped_kinds
from archive.redaction.models import PublicThing
from archive.redaction.public_things import add_public_thing, take_out_public_thing
from archive.users.roles import DeskAct, role_allows


@require_GET
def public_things(request: HttpRequest) -> HttpResponse:
    """Show both lists."""
    return _page(request)


@sensitive_post_parameters()
@sensitive_variables("form", "given")
@sent_to
@opens(DeskAct.KEEP_PUBLIC_LIST)
def add(request: HttpRequest) -> HttpResponse:
    """Put something on the archive's own list."""
    form = PublicThingForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form, refusal=_("Nothing was added. See the fields below."))
    given = form.cleaned_data
    try:
        add_public_thing(
            words=given["words"], kind=given["kind"], language=given["language"],
            by=staff_of(request), at=timezone.now(),
        )  # fmt: skip
    except REFUSALS as refused:
        return _page(request, form=form, refusal=str(refused))
    messages.success(request, _("Added. It is kept from the next detection on; what was decided before stays."))
    return redirect("public-things")


@sent_to
@opens(DeskAct.KEEP_PUBLIC_LIST)
def take_out(request: HttpRequest, thing: UUID) -> HttpResponse:
    """Take something off the archive's own list."""
    found = PublicThing.objects.standing().filter(pk=thing).first()
    if found is None:
        raise Http404(_("This does not stand on the list."))
    take_out_public_thing(found, by=staff_of(request), at=timezone.now())
    messages.success(
        request,
        _("Taken out. Every edition that has not gone out yet has to be searched once more before it does."),
    )
    return redirect("public-things")


@sensitive_variables("form")
def _page(request: HttpRequest, *, form: PublicThingForm | None = None, refusal: str = "") -> HttpResponse:
    rows = PublicThing.objects.select_related("entered_by", "ended_by").order_by("kind", "key", "entered_at")
    own = [(one, PUBLIC_KIND_WORDS[one.kind], LANGUAGE_WORDS[one.language]) for one in rows]
    context = {
        "standing": [row for row in own if row[0].ended_at is None],
        "taken_out": [row for row in own if row[0].ended_at is not None],
        "shipped": [
            (PUBLIC_KIND_WORDS[one.kind], say_reason(one.reason), [_readable(entry) for entry in one.entries])
            for one in shipped_kinds()
        ],
        "may_edit": role_allows(staff_of(request), DeskAct.KEEP_PUBLIC_LIST),
        "why_not": why_not(DeskAct.KEEP_PUBLIC_LIST),
        "form": form or PublicThingForm(),
        "refusal": refusal,
        "refusal_title": "",
    }
    return render(request, "desk/public_things.html", context, status=UNPROCESSABLE if refusal else 200)


def _readable(entry: str) -> str:
    """Return an entry of the shipped list as people read it: a beginning ends in dots."""
    return entry.replace("_", " ").replace("*", "…")
