"""A name that is protected from now on is looked for in everything published; where it stands, the room falls silent.

`protect_name` sweeps one person over everything at once, through the list of published words; `sweep_all` reads
everything published against every name, in parts, and can be taken up where it stopped.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from archive.catalogue.installing import file_digest
from archive.catalogue.opening import release_database
from archive.catalogue.reading import read_records
from archive.catalogue.records import AccessCopyRecord
from archive.deidentification.leaks import find_leaks
from archive.language.matching import NameMatch, NameMatcher
from archive.publication.models import SweepHit
from archive.publication.withdrawal import suspend
from archive.publication.wordlist import copies_with, is_current, rebuild
from archive.redaction.models import IdentifyingSpan
from archive.redaction.spans import repeat_digest
from archive.testimonies.models import STANDING, Edition, State, Testimony
from archive.testimonies.persons import add_person, decide_naming, protect_name_of, reopen_testimonies_of
from archive.users.models import User
from archive.vault.models import NAMED_OPENLY, NamingDecision, Person, ProtectedName, PrunedForm
from archive.vault.naming import NameDraft, current_matcher, named_person, names_stamp, standing_decision
from archive.vault.pruning import restore_form

AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in what is published where a protected name stands (block) or may stand (ask)."""

    public_id: str
    person: str
    language: str
    passage: int  # 0: the public name, the title or the abstract
    tier: str


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
    decision = decide_naming(
        person, kind=kind, evidence=evidence, pseudonyms=pseudonyms, by=by, at=at, edition=edition, seen=seen
    )
    standing = Edition.objects.filter(state=State.PUBLISHED, testimony__appearances__person=person)
    for published in standing.select_related("testimony"):
        suspend(published.testimony, by=by, at=at)
    return decision


def sweep_person(person: Person, *, by: User, at: datetime) -> list[SweepHit]:
    """Look for all names of one person in everything published, and act on what is found."""
    naming = standing_decision(person)
    if not Path(settings.RELEASE_FILE).is_file() or (naming is not None and naming.kind in NAMED_OPENLY):
        return []
    if not is_current():
        rebuild()
    matcher = NameMatcher([named_person(person)])
    return act_on(_hits_in(copies_with(matcher), matcher), by=by, at=at)


def sweep_all(*, by: User, at: datetime, say: Callable[[int, int], None] = lambda _done, _all: None) -> list[SweepHit]:
    """Read everything published against every name; taken up where it stopped if neither has changed since."""
    release = Path(settings.RELEASE_FILE)
    if not release.is_file():
        return []
    state = {"release": file_digest(release), "names": names_stamp()}
    with release_database(release) as connection:
        ids = sorted(record.public_id for record in read_records(using=connection.alias))
    done = _done_so_far(state)
    found: list[SweepHit] = []
    for start in range(done, len(ids), AT_ONCE):
        found += act_on(_hits_in(ids[start : start + AT_ONCE], current_matcher()), by=by, at=at)
        _progress_path().write_text(json.dumps(state | {"done": start + AT_ONCE}), "utf-8")
        say(min(start + AT_ONCE, len(ids)), len(ids))
    _progress_path().unlink(missing_ok=True)
    return found


def act_on(hits: Iterable[Hit], *, by: User, at: datetime) -> list[SweepHit]:
    """Suspend what holds a name for certain and open a task for each place; a task that is open already stays one."""
    by_copy: dict[str, list[Hit]] = {}
    for hit in hits:
        by_copy.setdefault(hit.public_id, []).append(hit)
    opened = []
    for testimony in Testimony.objects.filter(public_id__in=by_copy):
        own = by_copy[testimony.public_id]
        if any(hit.tier == "block" for hit in own):
            suspend(testimony, by=by, at=at)
        with transaction.atomic():
            for hit in sorted(set(own), key=lambda hit: (hit.language, hit.passage)):
                row, is_new = SweepHit.objects.get_or_create(
                    testimony=testimony,
                    person_id=hit.person,
                    language=hit.language,
                    passage=hit.passage,
                    settled_at=None,
                    defaults={"tier": hit.tier, "found_at": at},
                )
                opened += [row] if is_new else []
    return opened


def _hits_in(public_ids: Iterable[str], matcher: NameMatcher) -> Iterator[Hit]:
    wanted = frozenset(public_ids)
    allowed, kept = _allowed(wanted), _kept(wanted)
    with release_database(Path(settings.RELEASE_FILE)) as connection:
        records = list(read_records(using=connection.alias, only=wanted))
    for record in records:
        for language, passage, text in _places(record):
            for leak in find_leaks(text, matcher=matcher, allowed=allowed.get(record.public_id, ())):
                if _counts(leak, text, kept.get(record.public_id, frozenset())):
                    yield Hit(record.public_id, leak.person, language, passage, leak.tier)


def _counts(leak: NameMatch, text: str, kept: frozenset[str]) -> bool:
    return leak.tier == "block" or repeat_digest(text, leak.start, leak.end) not in kept


def _places(record: AccessCopyRecord) -> Iterator[tuple[str, int, str]]:
    for language in record.languages:
        for words in (language.public_name, language.title, language.abstract):
            yield language.language, 0, words
        for passage in language.passages:
            yield language.language, passage.number, "".join(part.text for part in passage.parts)


def _allowed(public_ids: frozenset[str]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    decisions = NamingDecision.objects.filter(
        superseded_at__isnull=True, person__appearances__testimony__public_id__in=public_ids
    )
    bearers = dict[object, list[str]]()
    for person, public_id in Person.objects.filter(appearances__testimony__public_id__in=public_ids).values_list(
        "pk", "appearances__testimony__public_id"
    ):
        bearers.setdefault(person, []).append(public_id)
    for decision in decisions.distinct():
        for public_id in bearers.get(decision.person_id, ()):
            names.setdefault(public_id, set()).update(decision.pseudonyms_by_language().values())
    return names


def _kept(public_ids: frozenset[str]) -> dict[str, frozenset[str]]:
    kept: dict[str, set[str]] = {}
    rows = IdentifyingSpan.objects.filter(
        edition__testimony__public_id__in=public_ids,
        edition__state__in=STANDING,
        decisions__superseded_at__isnull=True,
        decisions__treatment="retain",
    )
    for public_id, repeat in rows.values_list("edition__testimony__public_id", "repeat"):
        kept.setdefault(public_id, set()).add(repeat)
    return {public_id: frozenset(digests) for public_id, digests in kept.items()}


def _progress_path() -> Path:
    return Path(settings.DATA_DIR) / "sweep.json"


def _done_so_far(state: Mapping[str, str]) -> int:
    try:
        held = json.loads(_progress_path().read_text("utf-8"))
    except (OSError, ValueError):
        return 0
    return int(held["done"]) if all(held.get(key) == value for key, value in state.items()) else 0
