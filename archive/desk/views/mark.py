"""Marking a detail that no recogniser found, and having the recognisers look again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from archive.desk.access import opens, sent_to, staff_of
from archive.desk.conflict import conflict
from archive.desk.finding import edition_or_404
from archive.desk.forms.decide import MarkForm
from archive.desk.refusals import REFUSALS
from archive.desk.views.workbench import show_bench
from archive.redaction.rendering import open_tellings
from archive.redaction.spans import mark_span, propose_spans
from archive.testimonies.models import EditionChanged
from archive.users.roles import DeskAct


@sensitive_post_parameters()
@sensitive_variables()
@sent_to
@opens(DeskAct.DECIDE)
def mark(request: HttpRequest, number: int) -> HttpResponse:
    """Mark words of a passage as a detail, which is then open."""
    edition = edition_or_404(number)
    form = MarkForm(request.POST)
    if not form.is_valid():
        return show_bench(request, edition, mark=form)
    user, at = staff_of(request), timezone.now()
    opened = next(
        (
            one
            for one in open_tellings(edition, by=user, at=at, purpose="redaction")
            if one.telling.pk == form.cleaned_data["telling"]
        ),
        None,
    )
    where = form.mark_in(opened) if opened else None
    if opened is None or where is None:
        return show_bench(request, edition, mark=form)
    try:
        span = mark_span(
            edition, opened.telling, mark=where, reason=form.cleaned_data["reason"], by=user, at=at,
            seen=form.cleaned_data["seen"],
        )  # fmt: skip
    except EditionChanged:
        typed = [(_("The words to mark"), form.cleaned_data["words"]), (_("Why"), form.cleaned_data["reason"])]
        return conflict(request, edition, back=reverse("workbench", args=[number]), typed=typed)
    except REFUSALS as refusal:
        return show_bench(request, edition, refusal=str(refusal), mark=form)
    messages.success(request, _("Marked. Decide it next."))
    return redirect(f"{reverse('workbench', args=[number])}?detail={span.pk}#decide")


@sent_to
@opens(DeskAct.DECIDE)
def detect(request: HttpRequest, number: int) -> HttpResponse:
    """Run every recogniser; decisions taken before stay."""
    edition = edition_or_404(number)
    try:
        count = propose_spans(edition, by=staff_of(request), at=timezone.now())
    except EditionChanged:
        return conflict(request, edition, back=reverse("workbench", args=[number]), typed=[])
    except REFUSALS as refusal:
        return show_bench(request, edition, refusal=str(refusal))
    said = ngettext("The search found %(count)d detail in all.", "The search found %(count)d details in all.", count)
    messages.success(request, said % {"count": count})
    return redirect(f"{reverse('workbench', args=[number])}#decide")
