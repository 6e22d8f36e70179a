"""From an address to what it names; what does not exist answers 404 with a page that says so."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from archive.testimonies.models import IN_WORK, STANDING, Appearance, Edition, State, Testimony


def testimony_or_404(number: int) -> Testimony:
    """Return the testimony with this number."""
    found = Testimony.objects.select_related("source__collection", "source__received").filter(number=number).first()
    if found is None:
        raise Http404(_("There is no testimony with this number."))
    return found


def edition_or_404(number: int) -> Edition:
    """Return the edition of a testimony one works on: the one in work, or else the newest."""
    editions = Edition.objects.filter(testimony__number=number).select_related("testimony__source__collection")
    found = editions.in_work().first() or editions.exclude(state=State.SUPERSEDED).order_by("-number").first()
    if found is None:
        raise Http404(_("There is no testimony with this number."))
    return found


def appearance_or_404(edition: Edition, person_number: int) -> Appearance:
    """Return the appearance of a person in the testimony of an edition."""
    found = (
        Appearance.objects.filter(testimony=edition.testimony_id, person__number=person_number)
        .select_related("person__sealed_under")
        .first()
    )
    if found is None:
        raise Http404(_("This person does not stand in this testimony."))
    return found


def why_not_edited(edition: Edition) -> str:
    """Return why an edition is not edited any more, and what to do instead; empty if it is in work."""
    if edition.state in IN_WORK:
        return ""
    if edition.state in STANDING:
        return _("This edition is no longer in work. What stands is not edited; start a correction.")
    return _("This edition is no longer in work. What stands is not edited.")


def back_to_testimony(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Lead from a page that edits to the testimony, and say why nothing is edited here."""
    messages.warning(request, why_not_edited(edition))
    return redirect("testimony", number=edition.testimony.number)
