"""The alias register: pairs of persons whose names agree across accounts, and what somebody answers of them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET

from archive.desk.access import opens, staff_of
from archive.desk.forms.names import ComparisonForm
from archive.desk.refusals import REFUSALS, UNPROCESSABLE
from archive.desk.words import NAME_KIND_WORDS, NAMING_WORDS, PART_WORDS
from archive.testimonies.persons import show_names
from archive.testimonies.same_person import (
    AliasSide,
    Answered,
    alias_sides,
    answer_of,
    answered,
    possible_joins,
    record_comparison,
)
from archive.users.roles import DeskAct
from archive.vault.models import Person

MOST = 100


@require_GET
@opens(DeskAct.DECIDE_NAMING)
def register(request: HttpRequest) -> HttpResponse:
    """List the pairs nobody has answered yet, and the answers; no name stands in the page."""
    joins, answers = possible_joins(), answered()
    asked = [(one.first, one.second) for one in joins[:MOST]]
    pairs = asked + [(one.comparison.first, one.comparison.second) for one in answers[:MOST]]
    sides = alias_sides({person for pair in pairs for person in pair})
    context: dict[str, Any] = {
        "in_full": [_pair(one.first, one.second, sides) for one in joins[:MOST] if one.in_full],
        "in_part": [_pair(one.first, one.second, sides) for one in joins[:MOST] if not one.in_full],
        "more": max(0, len(joins) - MOST),
        "answers": [_answer(one, sides) for one in answers[:MOST]],
    }
    return render(request, "desk/same_person.html", context)


@method_decorator([opens(DeskAct.DECIDE_NAMING), sensitive_post_parameters()], name="dispatch")
class Pair(View):
    """Two persons side by side, and the question."""

    def get(self, request: HttpRequest, first: int, second: int) -> HttpResponse:
        """Show both, names hidden."""
        return _page(request, _person(first), _person(second))

    @method_decorator(sensitive_variables())
    def post(self, request: HttpRequest, first: int, second: int) -> HttpResponse:
        """Show the names of both, which stands in the trail; or record the answer."""
        one, other, user, at = _person(first), _person(second), staff_of(request), timezone.now()
        if "show" in request.POST:
            names = {person.pk: show_names(person, by=user, at=at) for person in (one, other)}
            return _page(request, one, other, names=names)
        form = ComparisonForm(request.POST)
        if not form.is_valid():
            return _page(request, one, other, form=form)
        given = form.cleaned_data
        try:
            record_comparison(one, other, answer=given["answer"], reason=given["reason"], by=user, at=at)
        except REFUSALS as refused:
            return _page(request, one, other, form=form, refusal=str(refused))
        messages.success(request, _("Recorded. Nothing is joined: each keeps their own name in their own account."))
        return redirect("same-person")


@sensitive_variables("names")
def _page(
    request: HttpRequest,
    first: Person,
    second: Person,
    *,
    names: dict[Any, Any] | None = None,
    form: ComparisonForm | None = None,
    refusal: str = "",
) -> HttpResponse:
    sides = alias_sides({first, second})
    standing = answer_of(first, second)
    shown = names or {}
    cards = [
        _side(sides[person.pk]) | {"names": [(NAME_KIND_WORDS[one.kind], one.name) for one in shown.get(person.pk, ())]}
        for person in (first, second)
    ]
    context: dict[str, Any] = {
        "first": first,
        "second": second,
        "cards": cards,
        "is_shown": bool(shown),
        "warnings": _warnings(sides[first.pk], sides[second.pk]),
        "standing": _answer(standing, sides) if standing else None,
        "form": form or ComparisonForm(),
        "refusal": refusal,
        "refusal_title": "",
    }
    return render(request, "desk/pair.html", context, status=UNPROCESSABLE if form or refusal else 200)


def _person(number: int) -> Person:
    found: Person | None = Person.objects.filter(number=number).first()
    if found is None:
        raise Http404(_("The archive knows no person by this number."))
    return found


def _pair(first: Person, second: Person, sides: dict[Any, AliasSide]) -> dict[str, Any]:
    one, other = sides[first.pk], sides[second.pk]
    return {"first": _side(one), "second": _side(other), "warnings": _warnings(one, other)}


def _answer(one: Answered, sides: dict[Any, AliasSide]) -> dict[str, Any]:
    row = one.comparison
    return _pair(row.first, row.second, sides) | {
        "is_same": one.is_same,
        "reason": row.reason.reveal(),
        "by": str(row.decided_by),
        "at": row.decided_at,
    }


def _side(side: AliasSide) -> dict[str, Any]:
    return {
        "number": side.person.number,
        "reference": side.person.reference,
        "accounts": [(reference, number, PART_WORDS[part]) for reference, number, part in side.accounts],
        "called": side.called,
        "naming": NAMING_WORDS[side.naming][0],
    }


def _warnings(one: AliasSide, other: AliasSide) -> list[str]:
    """Say what would join the two in public, or give one of them away."""
    said = []
    if set(map(str.casefold, one.called)) & set(map(str.casefold, other.called)):
        said.append(_("Both bear one name here, so readers can take the two accounts for one person's."))
    if one.is_named_openly != other.is_named_openly:
        said.append(_("One of them is named openly: if they are one person, that name leads to the protected account."))
    return said
