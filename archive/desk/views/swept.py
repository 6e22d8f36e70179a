"""Where names were found in what is published: every open place, what became of it, and where it is put right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from archive.desk.access import staff_of
from archive.desk.rows import StateTag, state_tag
from archive.desk.words import LANGUAGE_WORDS
from archive.publication.models import SweepHit
from archive.testimonies.models import IN_WORK, Appearance, Edition, State, Testimony
from archive.users.models import User
from archive.users.roles import DeskAct, role_allows

TESTIMONIES_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """One place: where it is, whether the name stands there for certain, whose it is, since when.

    Or a pseudonym (`of_pseudonym`): who bears it.
    """

    language: str
    language_words: str
    passage: int
    of_pseudonym: bool
    tag: StateTag
    person: str
    person_url: str
    found_at: datetime


@dataclass(frozen=True, slots=True)
class FoundIn:
    """One testimony with its open places, and the act that comes next."""

    reference: str
    url: str
    state: StateTag
    is_silent: bool
    places: tuple[FoundPlace, ...]
    act: str
    act_url: str
    act_is_post: bool
    names_url: str


@require_GET
def swept(request: HttpRequest) -> HttpResponse:
    """List the testimonies in which names wait to be put right, those found first on top."""
    tasks = SweepHit.objects.waiting()
    waiting = Testimony.objects.filter(pk__in=tasks.values("testimony")).order_by("number")
    page = Paginator(waiting, TESTIMONIES_A_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    places = tasks.filter(testimony__in=shown).select_related("person", "testimony").order_by("language", "passage")
    rows = _rows(shown, places, user=staff_of(request))
    return render(request, "desk/swept.html", {"page": page, "rows": rows, "places": tasks.count()})


def _rows(testimonies: list[Testimony], places: Iterable[SweepHit], *, user: User) -> list[FoundIn]:
    by_testimony: dict[object, list[SweepHit]] = {}
    for place in places:
        by_testimony.setdefault(place.testimony_id, []).append(place)
    appear = set(Appearance.objects.filter(testimony__in=testimonies).values_list("testimony_id", "person_id"))
    editions: dict[object, Edition] = {}
    of_them = Edition.objects.filter(testimony__in=testimonies).exclude(state=State.SUPERSEDED)
    for edition in of_them.select_related("testimony").order_by("number"):
        editions[edition.testimony_id] = edition
    silent = set(of_them.filter(state=State.SUSPENDED).values_list("testimony_id", flat=True))
    return [
        _row(
            testimony,
            editions.get(testimony.pk),
            tuple(_place(one, appears=(testimony.pk, one.person_id) in appear) for one in by_testimony[testimony.pk]),
            is_silent=testimony.pk in silent,
            user=user,
        )
        for testimony in testimonies
    ]


def _row(
    testimony: Testimony, edition: Edition | None, places: tuple[FoundPlace, ...], *, is_silent: bool, user: User
) -> FoundIn:
    words, page = _next_act(edition, user)
    return FoundIn(
        reference=testimony.reference,
        url=reverse("testimony", args=[testimony.number]),
        state=state_tag(edition) if edition else StateTag(""),
        is_silent=is_silent,
        places=places,
        act=words,
        act_url=reverse(page, args=[testimony.number]),
        act_is_post=page == "correct",
        names_url=reverse("names", args=[testimony.number]),
    )


def _next_act(edition: Edition | None, user: User) -> tuple[str, str]:
    """Return what comes next, and the page where it is done."""
    if edition is None:
        return _("Look"), "testimony"
    if edition.state == State.IN_REDACTION:
        return _("Decide the place"), "workbench"
    if edition.state == State.IN_REVIEW:
        return _("Review"), "review"
    if edition.state == State.APPROVED and role_allows(user, DeskAct.PUBLISH):
        return _("Open the gate"), "gate"
    if edition.state in IN_WORK:
        return _("Look"), "testimony"
    return _("Start a correction"), "correct"


def _place(task: SweepHit, *, appears: bool) -> FoundPlace:
    return FoundPlace(
        language=task.language,
        language_words=LANGUAGE_WORDS.get(task.language, task.language),
        passage=task.passage,
        of_pseudonym=task.of_pseudonym,
        tag=_tag(task),
        person=task.person.reference,
        person_url=reverse("person", args=[task.testimony.number, task.person.number]) if appears else "",
        found_at=task.found_at,
    )


def _tag(task: SweepHit) -> StateTag:
    if task.of_pseudonym:
        return StateTag(_("is protected by now"), "stop")
    return StateTag(_("stands there"), "stop") if task.tier == "block" else StateTag(_("may stand there"), "warn")
