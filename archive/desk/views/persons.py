"""The persons of a testimony: what protects them, what they are called here; no name stands in a page unasked."""

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET

from archive.desk.access import opens, sent_to, staff_of
from archive.desk.collision_words import collision_lines
from archive.desk.conflict import conflict
from archive.desk.finding import appearance_or_404, edition_or_404
from archive.desk.forms.names import PruneForm
from archive.desk.forms.persons import NameForm, NamingForm, NewPersonForm
from archive.desk.free_names import offered_names
from archive.desk.name_groups import form_groups
from archive.desk.refusals import REFUSALS, UNPROCESSABLE
from archive.desk.rows import rows_of
from archive.desk.words import NAME_KIND_WORDS, NAMING_WORDS, PART_WORDS
from archive.publication.models import SweepHit
from archive.publication.sweep import enter_person, protect_name, supersede_naming_decision
from archive.testimonies.models import Edition, EditionChanged
from archive.testimonies.persons import (
    PersonStanding,
    ShownName,
    persons_in,
    prunings_of,
    show_names,
)
from archive.testimonies.same_person import possible_joins
from archive.users.roles import DeskAct


@require_GET
@opens(DeskAct.DECIDE_NAMING)
def persons(request: HttpRequest, number: int, person: int | None = None) -> HttpResponse:
    """Show everybody in a testimony, and one of them in full; the names stay hidden."""
    return show_person(request, edition_or_404(number), person)


@sent_to
@sensitive_variables("names")
@opens(DeskAct.DECIDE_NAMING)
def show(request: HttpRequest, number: int, person: int) -> HttpResponse:
    """Show the protected names of one person, once; that they were shown stands in the trail."""
    edition = edition_or_404(number)
    appearance = appearance_or_404(edition, person)
    names = show_names(appearance.person, by=staff_of(request), at=timezone.now())
    return show_person(request, edition, person, names=names)


@sensitive_post_parameters()
@sensitive_variables()
@sent_to
@opens(DeskAct.DECIDE_NAMING)
def name(request: HttpRequest, number: int, person: int) -> HttpResponse:
    """Protect one more name of a person."""
    edition = edition_or_404(number)
    form = NameForm(request.POST)
    if not form.is_valid():
        return show_person(request, edition, person, name=form)
    try:
        __, hits = protect_name(
            appearance_or_404(edition, person).person,
            name=form.cleaned_data["name"], kind=form.cleaned_data["kind"], by=staff_of(request), at=timezone.now(),
        )  # fmt: skip
    except REFUSALS as refusal:
        return show_person(request, edition, person, name=form, refusal=str(refusal))
    messages.success(request, _("Protected. Search the testimony again, so that every place of it is found."))
    say_what_fell_silent(request, hits)
    return redirect("person", number=number, person=person)


@sensitive_post_parameters()
@sensitive_variables()
@sent_to
@opens(DeskAct.DECIDE_NAMING)
def naming(request: HttpRequest, number: int, person: int) -> HttpResponse:
    """Record who decided on a person's name and what the person is called here."""
    edition = edition_or_404(number)
    form = NamingForm(request.POST)
    if not form.is_valid():
        return show_person(request, edition, person, naming=form)
    given = form.cleaned_data
    try:
        supersede_naming_decision(
            appearance_or_404(edition, person).person,
            kind=given["kind"],
            evidence=given["evidence"],
            pseudonyms=form.pseudonyms(),
            edition=edition,
            seen=given["seen"],
            by=staff_of(request),
            at=timezone.now(),
        )
    except EditionChanged:
        typed = [(field.label, str(field.value() or "")) for field in (form["kind"], *form.called_fields)]
        return conflict(request, edition, back=reverse("person", args=[number, person]), typed=typed)
    except REFUSALS as refusal:
        return show_person(request, edition, person, naming=form, refusal=str(refusal))
    messages.success(request, _("Recorded. An earlier decision stays in the log."))
    return redirect("person", number=number, person=person)


@sensitive_post_parameters()
@sensitive_variables()
@sent_to
@opens(DeskAct.DECIDE_NAMING)
def add(request: HttpRequest, number: int) -> HttpResponse:
    """Enter one more person into a testimony."""
    edition = edition_or_404(number)
    form = NewPersonForm(request.POST)
    if not form.is_valid():
        return show_person(request, edition, None, new=form)
    given = form.cleaned_data
    try:
        person, hits = enter_person(
            edition.testimony, part=given["part"], names=form.names(), held=given["held"],
            by=staff_of(request), at=timezone.now(),
        )  # fmt: skip
    except REFUSALS as refusal:
        return show_person(request, edition, None, new=form, refusal=str(refusal))
    messages.success(request, _("Entered. Protected until somebody decides what this person is called."))
    say_what_fell_silent(request, hits)
    return redirect("person", number=number, person=person.number)


def say_what_fell_silent(request: HttpRequest, hits: list[SweepHit]) -> None:
    """Say which published testimonies a new name was found in; they are silent already."""
    called = sorted({hit.testimony.reference for hit in hits if hit.of_pseudonym})
    certain = sorted({hit.testimony.reference for hit in hits if hit.tier == "block" and not hit.of_pseudonym})
    perhaps = sorted({hit.testimony.reference for hit in hits if hit.tier == "ask"} - {*certain, *called})
    if certain:
        words = _("This name stands in what was published, so the reading room is silent about it now: %s.")
        messages.warning(request, words % ", ".join(certain))
    if called:
        words = _(
            "Somebody is called by this name here, so the reading room is silent about it now: %s. "
            "Choose another pseudonym."
        )
        messages.warning(request, words % ", ".join(called))
    if perhaps:
        messages.warning(request, _("This name may stand in what is published; look at: %s.") % ", ".join(perhaps))


@sensitive_variables("names", "taken", "groups")
def show_person(
    request: HttpRequest,
    edition: Edition,
    number: int | None,
    *,
    names: tuple[ShownName, ...] = (),
    refusal: str = "",
    name: NameForm | None = None,
    naming: NamingForm | None = None,
    new: NewPersonForm | None = None,
    prune: PruneForm | None = None,
) -> HttpResponse:
    """Render the page with one person in full, and with what was typed if something was refused."""
    everybody = persons_in(edition.testimony)
    if number is not None:
        appearance_or_404(edition, number)
    chosen = next((one for one in everybody if one.person.number == number), everybody[0])
    places = dict(edition.spans.filter(person__isnull=False).values_list("person_id").annotate(places=Count("pk")))
    decision = chosen.decision
    pruned = prunings_of(chosen.person)
    taken = [(str(one.pk), one.form.reveal(), one.reason.reveal(), str(one.pruned_by), one.pruned_at) for one in pruned]
    groups, count = form_groups(names, pruned=frozenset(one[1] for one in taken)) if names else ([], 0)
    context: dict[str, Any] = {
        "edition": edition,
        "row": rows_of([edition], user=staff_of(request))[0],
        "number": edition.testimony.number,
        "everybody": [_card(one, places.get(one.person.pk, 0), is_here=one is chosen) for one in everybody],
        "chosen": chosen,
        "chosen_part": PART_WORDS[chosen.part],
        "name_kinds": [NAME_KIND_WORDS[kind] for kind in chosen.name_kinds],
        "names": [(NAME_KIND_WORDS[one.kind], one.name) for one in names],
        "form_groups": groups,
        "form_count": count,
        "pruned": taken if names else (),
        "pruned_count": len(taken),
        "collisions": collision_lines(chosen.person) if names else (),
        "prune": prune or PruneForm(),
        "prune_is_open": prune is not None,
        "joins": [one.first if one.second == chosen.person else one.second for one in possible_joins(chosen.person)],
        "free": offered_names() if naming or not chosen.is_decided else [],
        "decided_by": str(decision.decided_by) if decision else "",
        "decided_at": decision.decided_at if decision else None,
        "naming": naming or NamingForm(initial=_standing(chosen, edition)),
        "naming_hints": {code: words[1] for code, words in NAMING_WORDS.items()},
        "name_form": name or NameForm(),
        "new": new or NewPersonForm(),
        "new_is_open": new is not None,
        "refusal": refusal,
        "refusal_title": "",
    }
    refused = bool(refusal or name or naming or new or prune)
    return render(request, "desk/persons.html", context, status=UNPROCESSABLE if refused else 200)


def _standing(chosen: PersonStanding, edition: Edition) -> dict[str, Any]:
    standing: dict[str, Any] = {"seen": edition.change}
    if chosen.decision is not None:
        standing["kind"] = chosen.decision.kind
        standing["evidence"] = chosen.decision.evidence.reveal()
        standing |= {f"called_{code}": name for code, name in chosen.decision.pseudonyms_by_language().items()}
    return standing


def _card(one: PersonStanding, places: int, *, is_here: bool) -> dict[str, Any]:
    spellings = one.decision.pseudonyms_by_language() if one.decision else {}
    kind = one.decision.kind if one.decision and one.is_decided else "undecided"
    return {
        "number": one.person.number,
        "reference": one.person.reference,
        "part": PART_WORDS[one.part],
        "narrates": one.narrates,
        "places": places,
        "is_decided": one.is_decided,
        "naming": NAMING_WORDS[kind][0],
        "called": next(iter(spellings.values()), ""),
        "is_here": is_here,
    }
