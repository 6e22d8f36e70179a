"""The rows of the desk's lists: where an edition stands, and the one next act of whoever looks."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from archive.desk.languages import current_language
from archive.desk.words import STATE_WORDS, Words
from archive.redaction.progress import Progress, progress_of, titles_of
from archive.review.models import Outcome, Verdict
from archive.testimonies.models import Contribution, Edition, State
from archive.users.models import User
from archive.users.roles import DeskAct, role_allows

_GONE = frozenset({State.SUPERSEDED, State.WITHDRAWN})  # nobody reads on in these


@dataclass(frozen=True, slots=True)
class StateTag:
    """A state in a word, and the tone it is shown in."""

    words: Words
    tone: str = ""


@dataclass(frozen=True, slots=True)
class NextAct:
    """What comes next, where it is done, and whether it is for whoever looks."""

    words: str
    url: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One edition in a list."""

    reference: str
    title: str
    url: str
    edition_number: int
    collection: str
    state: StateTag
    progress: Progress
    waits_for: str
    next_act: NextAct
    can_be_suspended: bool
    suspend_url: str


@dataclass(frozen=True, slots=True)
class _Known:
    progress: dict[object, Progress]
    titles: dict[object, str]
    returned: frozenset[object]
    mine: frozenset[object]


def rows_of(editions: Iterable[Edition], *, user: User) -> list[Row]:
    """Return the rows of editions (fetched with their testimonies), in a fixed number of queries."""
    editions = list(editions)
    known = _Known(
        progress_of(editions),
        titles_of(editions, language=current_language()),
        _returned(editions),
        frozenset(Contribution.objects.filter(edition__in=editions, user=user).values_list("edition_id", flat=True)),
    )
    return [_row(edition, known, user) for edition in editions]


def state_tag(edition: Edition, *, was_returned: bool = False) -> StateTag:
    """Return the state of an edition in a word."""
    if was_returned and edition.state == State.IN_REDACTION:
        return StateTag(_("Changes requested"), "warn")
    if edition.state == State.IN_REDACTION and not edition.detection_stamp:
        return StateTag(_("Received"))
    words, tone = STATE_WORDS[edition.state]
    return StateTag(words, tone)


def was_returned(edition: Edition) -> bool:
    """Tell whether the last word of a reviewer on this edition was to change something."""
    return edition.pk in _returned([edition])


def _returned(editions: list[Edition]) -> frozenset[object]:
    verdicts = Verdict.objects.filter(round__edition__in=editions).order_by("round__number")
    last = dict(verdicts.values_list("round__edition_id", "outcome"))
    return frozenset(edition for edition, outcome in last.items() if outcome == Outcome.RETURN)


def _row(edition: Edition, known: _Known, user: User) -> Row:
    number = edition.testimony.number
    progress = known.progress[edition.pk]
    is_returned = edition.pk in known.returned
    waits_for, act = _next_act(edition, progress, known, user, is_returned=is_returned)
    return Row(
        reference=edition.testimony.reference,
        title=known.titles[edition.pk],
        url=reverse("testimony", args=[number]),
        edition_number=edition.number,
        collection=edition.testimony.source.collection.code,
        state=state_tag(edition, was_returned=is_returned),
        progress=progress,
        waits_for=waits_for,
        next_act=act,
        can_be_suspended=edition.state == State.PUBLISHED,
        suspend_url=reverse("suspend", args=[number]),
    )


def _next_act(
    edition: Edition, progress: Progress, known: _Known, user: User, *, is_returned: bool
) -> tuple[str, NextAct]:
    number = edition.testimony.number
    admin = role_allows(user, DeskAct.REVIEW)
    had_a_hand = edition.pk in known.mine
    if edition.state == State.IN_REDACTION:
        words, page = _in_redaction(edition, progress, is_returned=is_returned)
        mine = had_a_hand or not admin
        return (_("you") if had_a_hand else _("an editor")), NextAct(words, reverse(page, args=[number]), mine)
    if edition.state == State.IN_REVIEW:
        mine = admin and not had_a_hand
        waits_for = _("you") if mine else _("another admin") if admin else _("an admin")
        return waits_for, NextAct(_("Review") if mine else _("Look"), reverse("review", args=[number]), mine)
    look = NextAct(_("Look"), reverse("testimony" if edition.state in _GONE else "review", args=[number]), False)
    if edition.state not in {State.APPROVED, State.SUSPENDED}:
        return _("nobody"), look
    gate = NextAct(_("Open the gate"), reverse("gate", args=[number]), admin)
    return (_("you") if admin else _("an admin")), gate


def _in_redaction(edition: Edition, progress: Progress, *, is_returned: bool) -> tuple[str, str]:
    if not edition.detection_stamp:
        return _("Search it"), "workbench"
    if is_returned and not progress.open:
        return _("See what was said"), "submit"
    if progress.open:
        return _("Go on"), "workbench"
    if progress.unnamed:
        return _("Decide names"), "persons"
    return _("Send to review"), "submit"
