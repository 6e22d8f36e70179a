"""Taking a form of a name away from a person, with a reason, and putting it back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from archive.desk.access import opens, sent_to, staff_of
from archive.desk.finding import appearance_or_404, edition_or_404
from archive.desk.forms.names import PruneForm
from archive.desk.refusals import REFUSALS
from archive.desk.views.persons import say_what_fell_silent, show_person
from archive.publication.sweep import put_form_back
from archive.testimonies.persons import prune_form_of, prunings_of, show_names
from archive.users.roles import DeskAct


@sensitive_post_parameters()
@sensitive_variables()
@sent_to
@opens(DeskAct.DECIDE_NAMING)
def prune(request: HttpRequest, number: int, person: int) -> HttpResponse:
    """Take one form away; the page shows the names again, since whoever types one has read them."""
    edition, user, at = edition_or_404(number), staff_of(request), timezone.now()
    whose = appearance_or_404(edition, person).person
    form = PruneForm(request.POST)
    refusal = ""
    if form.is_valid():
        try:
            prune_form_of(whose, form=form.cleaned_data["form"], reason=form.cleaned_data["reason"], by=user, at=at)
        except REFUSALS as refused:
            refusal = str(refused)
        else:
            messages.success(request, _("Taken away. Every other form stays refused; you can put this one back."))
            return redirect("person", number=number, person=person)
    names = show_names(whose, by=user, at=at)
    return show_person(request, edition, person, names=names, refusal=refusal, prune=form)


@sent_to
@opens(DeskAct.DECIDE_NAMING)
def restore(request: HttpRequest, number: int, person: int) -> HttpResponse:
    """Put a form back, and sweep it over everything published."""
    edition = edition_or_404(number)
    whose = appearance_or_404(edition, person).person
    wanted = request.POST.get("form", "")
    pruned = next((one for one in prunings_of(whose) if _is(one.pk, wanted)), None)
    if pruned is None:
        raise Http404(_("This form is not taken away."))
    hits = put_form_back(pruned, by=staff_of(request), at=timezone.now())
    messages.success(request, _("Put back. It is refused again from now on."))
    say_what_fell_silent(request, hits)
    return redirect("person", number=number, person=person)


def _is(key: UUID, typed: str) -> bool:
    return str(key) == typed
