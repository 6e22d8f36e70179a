"""A name that is protected from now on is looked for in everything published; where it stands, the room falls silent.

`protect_name` sweeps one person over everything at once, through the list of published words; `sweep_all` reads
everything published against every name, in parts, and can be taken up where it stopped.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from archive.catalogue.installing import file_digest
from archive.language.matching import NameMatcher
from archive.publication.hits import (
    Hit,
    act_on,
    find_hits,
    find_taken_pseudonyms,
    settle_freed,
    settle_gone,
    settle_unread,
)
from archive.publication.holding import hold_release
from archive.publication.lookup import copies_to_read, copies_to_read_for_all
from archive.publication.models import SweepHit
from archive.publication.processes import cut, in_parts
from archive.publication.withdrawal import suspend_all
from archive.publication.wordlist import rules_digest
from archive.testimonies.models import Edition, State, Testimony
from archive.testimonies.persons import add_person, decide_naming, protect_name_of, reopen_testimonies_of
from archive.users.models import User
from archive.vault.models import NAMED_OPENLY, NamingDecision, Person, ProtectedName, PrunedForm, UnsweptName
from archive.vault.naming import NameDraft, current_matcher, named_person, names_stamp, standing_decision
from archive.vault.pruning import restore_form

AT_ONCE = 50  # copies read, and acted on, before the next are
PARALLEL_FROM = 1_000  # copies; below this, starting processes costs more than it saves


@sensitive_variables("name")
def protect_name(
    person: Person, *, name: str, kind: str, by: User, at: datetime
) -> tuple[ProtectedName, list[SweepHit]]:
    """Protect one more name and sweep it: where it stands is suspended before this returns."""
    protected = protect_name_of(person, name=name, kind=kind, by=by, at=at)
    return protected, sweep_person(person, by=by, at=at)


@sensitive_variables("names")
def enter_person(
    testimony: Testimony,
    *,
    part: str,
    names: tuple[NameDraft, ...] = (),
    held: Person | None = None,
    by: User,
    at: datetime,
) -> tuple[Person, list[SweepHit]]:
    """Enter one more person into a testimony, and sweep the names that protect them."""
    person = add_person(testimony, part=part, names=names, held=held, by=by, at=at)
    return person, sweep_person(person, by=by, at=at)


def sweep_newcomers(testimonies: Iterable[Testimony], *, by: User, at: datetime) -> list[SweepHit]:
    """Sweep the names of everybody who came with testimonies that were just taken in."""
    entered = Person.objects.filter(appearances__testimony__in=list(testimonies)).distinct().order_by("number")
    return [hit for person in entered for hit in sweep_person(person, by=by, at=at)]


def put_form_back(pruned: PrunedForm, *, by: User, at: datetime) -> list[SweepHit]:
    """Refuse a pruned form for its person again, and sweep it like a name that is new."""
    with transaction.atomic():
        restore_form(pruned, by=by, at=at)
        reopen_testimonies_of(pruned.person, by=by, at=at)
    return sweep_person(pruned.person, by=by, at=at)


@sensitive_variables("evidence", "pseudonyms")
def supersede_naming_decision(
    person: Person,
    *,
    kind: str,
    evidence: str,
    pseudonyms: Mapping[str, str],
    by: User,
    at: datetime,
    edition: Edition | None = None,
    seen: int | None = None,
) -> NamingDecision:
    """Record another naming decision: every testimony the person stands in is re-opened, and suspended if public.

    `edition` and `seen` are what the actor's page showed (see `decide_naming`).
    """
    with transaction.atomic():
        decision = decide_naming(
            person, kind=kind, evidence=evidence, pseudonyms=pseudonyms, by=by, at=at, edition=edition, seen=seen
        )
        standing = Edition.objects.filter(state=State.PUBLISHED, testimony__appearances__person=person)
        suspend_all([one.testimony for one in standing.select_related("testimony")], by=by, at=at)
    sweep_person(person, by=by, at=at)  # who was named openly until now may stand anywhere
    return decision


def sweep_person(person: Person, *, by: User, at: datetime) -> list[SweepHit]:
    """Look for all names of one person in everything published, pseudonyms included, and act on what is found."""
    unswept = [one.pk for one in UnsweptName.objects.filter(person=person)]  # before the names are read
    naming = standing_decision(person)
    opened: list[SweepHit] = []
    if naming is None or naming.kind not in NAMED_OPENLY:
        one = named_person(person)
        matcher = NameMatcher([one])
        with hold_release():
            if Path(settings.RELEASE_FILE).is_file():
                to_read = copies_to_read(one, matcher)
                opened += act_on(find_taken_pseudonyms(matcher, only=to_read), by=by, at=at)
                is_much = len(to_read) >= PARALLEL_FROM
                for _read, hits in in_parts(_read_part, cut(to_read, AT_ONCE), (matcher,), is_much=is_much):
                    opened += act_on(hits, by=by, at=at)
    UnsweptName.objects.filter(pk__in=unswept).delete()
    return opened


def sweep_unswept(*, by: User, at: datetime) -> int:
    """Look for the names of everybody for whom that was begun and broke off; return how many they are."""
    persons = Person.objects.filter(pk__in=UnsweptName.objects.values("person")).order_by("number")
    for person in persons:
        sweep_person(person, by=by, at=at)
    return len(persons)


def sweep_all(
    *, by: User, at: datetime, say: Callable[[str, int, int], None] = lambda _what, _done, _all: None
) -> list[SweepHit]:
    """Look for every name in everything published; taken up where it stopped if nothing has changed since.

    Each word of all that is published is looked up once; the copies in which one answered are read. Open tasks at
    places where no name stands any more are settled, as after a decision that a form is no name.
    """
    if not Path(settings.RELEASE_FILE).is_file():
        return []
    unswept = [one.pk for one in UnsweptName.objects.all()]  # before the names are read
    state = {"release": file_digest(Path(settings.RELEASE_FILE)), "names": names_stamp(), "rules": rules_digest()}
    matcher = current_matcher()
    to_read, done = _taken_up(state) or (
        copies_to_read_for_all(matcher, lambda done, every: say("words looked up", done, every)),
        0,
    )
    _note_progress(state, to_read, done)
    taken = find_taken_pseudonyms(matcher)
    opened = act_on(taken, by=by, at=at)
    settle_freed(taken, at=at)
    parts = cut(to_read[done:], AT_ONCE)
    for read, hits in in_parts(_read_part, parts, (matcher,), is_much=len(to_read) >= PARALLEL_FROM):
        opened += act_on(hits, by=by, at=at)
        settle_gone(read, hits, at=at)
        done += len(read)
        _note_progress(state, to_read, done)
        say("testimonies read", done, len(to_read))
    settle_unread(to_read, at=at)
    UnsweptName.objects.filter(pk__in=unswept).delete()
    _progress_path().unlink(missing_ok=True)
    return opened


def _read_part(public_ids: Sequence[str], matcher: NameMatcher) -> list[tuple[Sequence[str], list[Hit]]]:
    return [(public_ids, find_hits(public_ids, matcher))]


def _progress_path() -> Path:
    return Path(settings.DATA_DIR) / "sweep.json"


def _note_progress(state: Mapping[str, str], to_read: Sequence[str], done: int) -> None:
    """Write it beside and rename it: whatever stops the sweep, half a note is never read."""
    beside = _progress_path().with_suffix(".noting")
    beside.write_text(json.dumps({**state, "to_read": to_read, "done": done}), "utf-8")
    beside.replace(_progress_path())


def _taken_up(state: Mapping[str, str]) -> tuple[tuple[str, ...], int] | None:
    """Return which copies a sweep of this very state was to read, and how many of them it has read."""
    try:
        held = json.loads(_progress_path().read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if any(held.get(key) != value for key, value in state.items()):
        return None
    return tuple(held["to_read"]), int(held["done"])
