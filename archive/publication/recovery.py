"""After a crash or a restored backup: bring desk, tombstones and release into agreement again.

Whatever was begun is finished in the direction of silence: a tombstone without its row makes the row, a row without its
tombstone makes the tombstone, a name that was recorded and not looked for is looked for, and a release that is not the
last one recorded is issued anew. A correction of what was suspended is silent until a release carries it; that is no
crash. Running it twice changes nothing the second time.
"""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from archive.audit.acts import Act, SubjectKind
from archive.audit.models import AuditEvent
from archive.audit.recording import record_event
from archive.catalogue.installing import file_digest
from archive.catalogue.opening import ReleaseRefused
from archive.catalogue.tombstones import Tombstone
from archive.publication.examination import scratch_folder
from archive.publication.models import Release
from archive.publication.release import issue_release, verify_release
from archive.publication.stones import begin_tombstones, current_tombstones, raise_lowest_serial, set_tombstone
from archive.publication.sweep import sweep_unswept
from archive.publication.withdrawal import silenced_editions, suspend, withdraw
from archive.testimonies.models import Edition, State, Testimony
from archive.users.models import User


@dataclass(frozen=True, slots=True)
class Recovery:
    """What had to be done: tombstones set or raised, testimonies taken back, a release issued anew (or 0).

    And how many persons' names had been recorded without being looked for in what is published.
    """

    tombstones: int
    testimonies: int
    serial: int
    persons: int

    @property
    def found_nothing(self) -> bool:
        """Tell whether everything was in agreement."""
        return not (self.tombstones or self.testimonies or self.serial or self.persons)


def recover(*, by: User, at: datetime) -> Recovery:
    """Finish what was begun and return what that took; raises `TombstonesRefused` for a list that is not ours."""
    shutil.rmtree(scratch_folder(), ignore_errors=True)
    begin_tombstones()
    tombstones = _silence_what_the_desk_withdrew()
    testimonies = _take_back_what_is_silent(by=by, at=at)
    persons = sweep_unswept(by=by, at=at)
    serial = 0 if release_is_in_place() else issue_release(by=by, at=at).serial
    tombstones += _refuse_older_releases()
    recovery = Recovery(tombstones, testimonies, serial, persons)
    if not recovery.found_nothing:
        with transaction.atomic():
            facts = {"testimonies": testimonies, "serial": serial, "persons": persons}
            record_event(Act.RECOVERED, subject_kind=SubjectKind.RELEASE, by=by.pk, at=at, facts=facts)
    return recovery


def release_is_in_place() -> bool:
    """Tell whether the room has the last release recorded, whole and signed; true of an archive that issued none."""
    last = Release.objects.order_by("serial").last()
    path = Path(settings.RELEASE_FILE)
    if last is None:
        return not path.exists()
    try:
        serial = verify_release(path, public_key_file=Path(settings.RELEASE_PUBLIC_KEY_FILE))
    except (ReleaseRefused, OSError):
        return False
    return serial == last.serial and file_digest(path) == last.file_digest


def _silence_what_the_desk_withdrew() -> int:
    held = current_tombstones()
    count = 0
    for testimony in Testimony.objects.filter(withdrawn_at__isnull=False):
        if testimony.public_id not in held:
            set_tombstone(_tombstone_of_withdrawn(testimony))
            count += 1
    for edition in Edition.objects.filter(state=State.SUSPENDED).select_related("testimony"):
        if edition.testimony.public_id not in held:
            set_tombstone(Tombstone(edition.testimony.public_id, "silent"))
            count += 1
    return count


def _tombstone_of_withdrawn(testimony: Testimony) -> Tombstone:
    """Return what the trail says was set; silence where it does not say that a stone was to stand, and why."""
    events = AuditEvent.objects.filter(act=Act.TESTIMONY_WITHDRAWN, subject=str(testimony.pk)).order_by("seq")
    for facts in (event.fact_values for event in events):  # the first stone stays as it is, whatever came after
        if facts.get("stone") == "stone" and "reason" in facts and testimony.withdrawn_at is not None:
            return Tombstone(testimony.public_id, "stone", f"{testimony.withdrawn_at:%Y-%m}", str(facts["reason"]))
    return Tombstone(testimony.public_id, "silent")


def _refuse_older_releases() -> int:
    """Raise the lowest serial to the last release, if the crash came between putting it in place and saying so."""
    last = Release.objects.order_by("serial").last()
    return int(last is not None and raise_lowest_serial(last.serial))


def _take_back_what_is_silent(*, by: User, at: datetime) -> int:
    count = 0
    for stone in current_tombstones().withdrawn:
        testimony = Testimony.objects.filter(public_id=stone.public_id, withdrawn_at__isnull=True).first()
        if testimony is None:
            continue
        if stone.kind == "stone":
            withdraw(testimony, by=by, at=at, reason=stone.reason)
            count += 1
        elif silenced_editions(testimony).exists():
            suspend(testimony, by=by, at=at)
            count += 1
    return count
