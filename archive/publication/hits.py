"""Where names stand in what is published: what holds one for certain falls silent, and every place becomes a task.

So does a pseudonym that was free when it was given and has become a protected name: in its own testimony it may stand
in the text, so no place is found there, and yet it points at somebody.

A task says where, never what. It is settled when the place is gone: another edition published, the testimony withdrawn,
or the gate passed again by the text as it is, since a decision on the name or on the place was recorded.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.views.decorators.debug import sensitive_variables

from archive.catalogue.opening import release_database
from archive.catalogue.reading import read_records
from archive.catalogue.records import AccessCopyRecord
from archive.catalogue.tombstones import Tombstone
from archive.deidentification.leaks import find_leaks
from archive.language.matching import NameMatch, NameMatcher
from archive.language.pseudonyms import is_protected
from archive.publication.models import SweepHit
from archive.publication.stones import set_tombstones
from archive.publication.withdrawal import suspend_all
from archive.redaction.models import IdentifyingSpan, NameLift
from archive.redaction.places import TextPlace, text_places
from archive.redaction.spans import repeat_digest
from archive.redaction.standing_names import StandingLift, passes, standing_lifts
from archive.testimonies.models import STANDING, Appearance, Edition, Testimony
from archive.users.models import User
from archive.vault.models import NamingDecision
from archive.vault.pseudonyms import pseudonyms_by_person

NAME_OR_TITLE = 0  # what stands there counts with the abstract


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in what is published where a protected name stands (block) or may stand (ask).

    Or the name that a person bears in it, which protects somebody by now: then `person` is who bears it.
    """

    public_id: str
    person: str
    language: str
    passage: int  # 0: the public name, the title or the abstract
    tier: str
    of_pseudonym: bool = False


def find_hits(public_ids: Collection[str], matcher: NameMatcher) -> list[Hit]:
    """Read some published copies and return every place where a name of the matcher stands or may stand."""
    wanted = frozenset(public_ids)
    allowed, kept, lifted = _allowed(wanted), _kept(wanted), _lifted(wanted)
    found: dict[tuple[str, str, str, int], Hit] = {}
    with release_database(Path(settings.RELEASE_FILE)) as connection:
        for record in read_records(using=connection.alias, only=wanted):
            own = kept.get(record.public_id, frozenset())
            said = lifted.get((record.public_id, record.edition), ())
            for where in _places(record):
                lifts = said if where.plain else ()  # never of a name or title
                every = find_leaks(where.text, matcher=matcher) if lifts else ()
                for leak in find_leaks(where.text, matcher=matcher, allowed=allowed.get(record.public_id, ())):
                    place = (record.public_id, leak.person, where.language, where.passage)
                    if passes(where, leak, leaks=every, lifts=lifts) or not _counts(leak, where.text, own):
                        continue
                    if place not in found or leak.tier == "block":
                        found[place] = Hit(*place, leak.tier)
    return list(found.values())


@sensitive_variables("named", "taken", "name")
def find_taken_pseudonyms(matcher: NameMatcher, *, only: Collection[str] | None = None) -> list[Hit]:
    """Return where somebody is called what a name of the matcher protects; in any language.

    In these published copies, or in everything that stands. For one new name the copies are enough in which it may
    stand: a pseudonym that readers meet stands in its copy, as any name would.
    """
    standing = Q(testimony__editions__state__in=STANDING) if only is None else Q(testimony__public_id__in=only)
    appearing = Appearance.objects.filter(standing).values_list("testimony__public_id", "person_id").distinct()
    named = pseudonyms_by_person({person for _, person in appearing})
    taken = {name for name in chain(*(called.values() for called in named.values())) if is_protected(name, matcher)}
    return [
        Hit(public_id, str(person), language, NAME_OR_TITLE, "block", of_pseudonym=True)
        for public_id, person in appearing
        for language, name in named.get(person, {}).items()
        if name in taken
    ]


def act_on(hits: Iterable[Hit], *, by: User, at: datetime) -> list[SweepHit]:
    """Suspend what holds a name for certain and open a task for each place; a task that is open already stays one."""
    by_copy: dict[str, list[Hit]] = {}
    for hit in hits:
        by_copy.setdefault(hit.public_id, []).append(hit)
    certain = {public_id for public_id, own in by_copy.items() if any(hit.tier == "block" for hit in own)}
    set_tombstones(Tombstone(public_id, "silent") for public_id in sorted(certain))  # a restored desk may not know it
    testimonies = list(Testimony.objects.filter(public_id__in=by_copy, withdrawn_at__isnull=True))
    suspend_all([one for one in testimonies if one.public_id in certain], by=by, at=at)
    with transaction.atomic():
        return _open_tasks(testimonies, by_copy, at=at)


def settle_carried(public_ids: Collection[str], *, at: datetime) -> None:
    """Settle the open tasks of what a release carries: with the names of today, the gate let it through."""
    still_open = SweepHit.objects.waiting().values_list("pk", "testimony__public_id")
    carried = [task for task, public_id in still_open if public_id in public_ids]
    SweepHit.objects.filter(pk__in=carried).update(settled_at=at)


def settle_freed(hits: Iterable[Hit], *, at: datetime) -> None:
    """Settle the open tasks of pseudonyms that protect nobody any more; `hits` are of all that do."""
    taken = {(hit.public_id, hit.person, hit.language) for hit in hits}
    waiting = SweepHit.objects.waiting().of_pseudonyms().select_related("testimony")
    freed = [one.pk for one in waiting if (one.testimony.public_id, str(one.person_id), one.language) not in taken]
    SweepHit.objects.filter(pk__in=freed).update(settled_at=at)


def settle_gone(public_ids: Collection[str], hits: Iterable[Hit], *, at: datetime) -> None:
    """Settle the open tasks of copies that were read whole, against every name, where no name stands any more."""
    standing = {(hit.public_id, hit.language, hit.passage) for hit in hits}
    own = SweepHit.objects.waiting().of_places().filter(testimony__public_id__in=public_ids).select_related("testimony")
    gone = [task.pk for task in own if (task.testimony.public_id, task.language, task.passage) not in standing]
    SweepHit.objects.filter(pk__in=gone).update(settled_at=at)


def settle_unread(public_ids: Collection[str], *, at: datetime) -> None:
    """Settle the open tasks of all other copies than these, in which no name of anybody can stand."""
    read = frozenset(public_ids)
    waiting = SweepHit.objects.waiting().of_places().values_list("pk", "testimony__public_id")
    gone = [task for task, public_id in waiting if public_id not in read]
    SweepHit.objects.filter(pk__in=gone).update(settled_at=at)


def _open_tasks(
    testimonies: Collection[Testimony], by_copy: Mapping[str, list[Hit]], *, at: datetime
) -> list[SweepHit]:
    waiting = {
        (task.testimony_id, str(task.person_id), task.language, task.passage, task.of_pseudonym): task
        for task in SweepHit.objects.waiting().filter(testimony__in=testimonies)
    }
    new, sharper = [], []
    for testimony in testimonies:
        for hit in sorted(by_copy[testimony.public_id], key=lambda hit: (hit.language, hit.passage)):
            task = waiting.get((testimony.pk, hit.person, hit.language, hit.passage, hit.of_pseudonym))
            if task is None:
                place: dict[str, Any] = {"testimony": testimony, "language": hit.language, "passage": hit.passage}
                place |= {"tier": hit.tier, "of_pseudonym": hit.of_pseudonym}
                new.append(SweepHit(**place, person_id=hit.person, found_at=at))
            elif task.tier == "ask" and hit.tier == "block":
                sharper.append(task.pk)
    SweepHit.objects.filter(pk__in=sharper).update(tier="block")
    return SweepHit.objects.bulk_create(new)


def _counts(leak: NameMatch, text: str, kept: frozenset[str]) -> bool:
    return leak.tier == "block" or repeat_digest(text, leak.start, leak.end) not in kept


def _places(record: AccessCopyRecord) -> Iterator[TextPlace]:
    for language in record.languages:
        for words in (language.public_name, language.title):
            yield TextPlace(language.language, NAME_OR_TITLE, words, ())
    yield from text_places(record)


def _lifted(public_ids: frozenset[str]) -> dict[tuple[str, int], tuple[StandingLift, ...]]:
    """Return what was said of places in what is published, by public id and edition, as the gate certified it."""
    standing = NameLift.objects.filter(edition__testimony__public_id__in=public_ids, edition__state__in=STANDING)
    by_edition: dict[Edition, list[NameLift]] = {}
    for lift in standing.select_related("edition__testimony", "verdict__given_by"):
        by_edition.setdefault(lift.edition, []).append(lift)
    lifted = {}
    for edition, lifts in by_edition.items():
        certificate = edition.certificates.order_by("certified_at", "pk").last()
        if certificate is not None:
            place = (edition.testimony.public_id, edition.number)
            lifted[place] = standing_lifts(lifts, digest=certificate.digest)
    return lifted


def _allowed(public_ids: frozenset[str]) -> dict[str, set[str]]:
    """Return the pseudonyms that may stand in each copy: those of the persons who appear in it."""
    appearing = Appearance.objects.filter(testimony__public_id__in=public_ids)
    pseudonyms = {
        decision.person_id: tuple(decision.pseudonyms_by_language().values())
        for decision in NamingDecision.objects.standing().filter(person__in=appearing.values("person"))
    }
    names: dict[str, set[str]] = {}
    for public_id, person in appearing.values_list("testimony__public_id", "person_id"):
        names.setdefault(public_id, set()).update(pseudonyms.get(person, ()))
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
