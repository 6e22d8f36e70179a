"""Publishing an edition, and issuing the release that carries all that is published.

The order makes a crash harmless: what is visible changes last, by one rename, after everything else is on the disk. The
release is a function of the state of the desk, so whatever breaks off is done again from the start.
"""

import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import NewEvent, record_event, record_events, trail_head
from archive.catalogue.installing import file_digest, install_release, sign_release
from archive.catalogue.opening import ReleaseRefused, check_release
from archive.catalogue.records import Manifest
from archive.catalogue.signatures import read_public_key
from archive.deidentification.leak_bytes import WrittenForms, written_forms
from archive.publication.background import background_records
from archive.publication.candidates import Draft, Prepared
from archive.publication.examination import (
    Judgement,
    examine_one,
    first_issues,
    judge_file,
    prepare_all,
    scratch_folder,
    write_file,
)
from archive.publication.gate import CHECKS
from archive.publication.hits import settle_carried
from archive.publication.holding import hold_release
from archive.publication.models import PublicationCertificate, Release, ReleasedEdition, SweepHit
from archive.publication.obstacles import Obstacle, PublicationRefused
from archive.publication.processes import collecting_seldom
from archive.publication.raw_bytes import refuse_leaking_file
from archive.publication.stones import current_tombstones, lift_silences, raise_lowest_serial
from archive.publication.withdrawal import suspend
from archive.publication.wordlist import make_wordlist, put_in_place
from archive.sealing.signatures import load_signing_key
from archive.testimonies.models import Edition, State, Testimony, move_all
from archive.users.models import User
from archive.users.roles import DeskAct, role_allows
from archive.vault.models import UnsweptName
from archive.vault.naming import names_stamp, protected_persons


@dataclass(frozen=True, slots=True)
class IssuedRelease:
    """A release as issued: which editions it carries first, and what the gate left out, with its reasons."""

    serial: int
    path: Path
    testimonies: int
    published: tuple[Edition, ...] = ()
    left_out: tuple[Judgement, ...] = field(default=())


def publish(edition: Edition, *, by: User, at: datetime) -> PublicationCertificate:
    """Let an approved edition through the gate; the next release carries it. Raises `PublicationRefused`."""
    _refuse_unentitled(by)
    names = names_stamp()
    judgement = examine_one(edition, by=by, at=at)
    if judgement.obstacles:
        with transaction.atomic():
            record_event(
                Act.PUBLICATION_REFUSED,
                subject_kind=SubjectKind.EDITION,
                subject=edition.pk,
                by=by.pk,
                at=at,
                facts={"obstacles": len(judgement.obstacles)},
            )
        raise PublicationRefused(judgement.obstacles)
    with transaction.atomic():
        _refuse_changed([edition], names=names)
        return _certify([(edition, judgement.digest)], names=names, by=by, at=at)[0]


@collecting_seldom()
def issue_release(*, by: User, at: datetime, including: Sequence[Edition] = ()) -> IssuedRelease:
    """Build, prove, sign and put in place the release of what is published, and of the approved in `including`.

    What was published and now meets an obstacle is suspended (its tombstone first), left out and listed; what is
    refused of `including` stays approved and is listed. Raises `PublicationRefused` if the file as a whole fails.
    """
    _refuse_unentitled(by)
    wanted = Q(state=State.PUBLISHED) | Q(pk__in=[one.pk for one in including])
    editions = {one.pk: one for one in Edition.objects.filter(wanted).select_related("testimony")}
    names = names_stamp()

    @cache
    def written_out() -> WrittenForms:
        return written_forms(protected_persons())

    prepared = prepare_all(list(editions.values()), by=by, at=at)
    refused = {one.edition: one.obstacles for one in prepared if one.obstacles}
    with TemporaryDirectory(dir=scratch_folder()) as folder:
        path = Path(folder) / "candidate.sqlite"
        words: list[Path] = []

        def list_words() -> None:
            words.append(make_wordlist(path))

        while True:
            draft = _draft(tuple(one for one in prepared if one.edition not in refused), at=at)
            manifest = write_file(path, draft, meanwhile=(written_out,))
            judged = judge_file(path, draft, meanwhile=(list_words,))
            found = {edition: obstacles for edition, obstacles in judged.items() if obstacles}
            if not found:
                break
            refused |= found
            path.unlink()
        left_out = [Judgement(editions[key], "", obstacles) for key, obstacles in refused.items()]
        _suspend_refused(left_out, by=by, at=at)
        refuse_leaking_file(path, draft, written_out())
        with hold_release():
            row, new = _record(path, draft, manifest, editions, names=names, by=by, at=at)
            key = load_signing_key(Path(settings.RELEASE_KEY_FILE))
            target = Path(settings.RELEASE_FILE)
            install_release(path, target, signed=sign_release(path, manifest=manifest, sign=key.sign))
            raise_lowest_serial(row.serial)
            lift_silences(partial(_corrected_in, row))
            put_in_place(words[-1])
    return IssuedRelease(row.serial, target, row.testimonies, tuple(new), tuple(left_out))


def verify_release(path: Path, *, public_key_file: Path) -> int:
    """Check the signature of a release file and return its serial; raises `ReleaseRefused`."""
    _, statement = check_release(path, public_key=read_public_key(public_key_file))
    return statement.serial


def lift_suspension(edition: Edition, *, by: User, at: datetime) -> PublicationCertificate:
    """Put a suspended edition back, through the whole gate; it is shown from the next request on.

    Where the release in place shows another edition of this testimony, silence ends with the next release.
    """
    _refuse_unentitled(by)
    names = names_stamp()
    judgement = examine_one(edition, by=by, at=at)
    if judgement.obstacles:
        raise PublicationRefused(judgement.obstacles)
    with hold_release():
        with transaction.atomic():
            _refuse_changed([edition], names=names)
            (certificate,) = _certify([(edition, judgement.digest)], names=names, by=by, at=at)
            record_event(
                Act.SUSPENSION_LIFTED, subject_kind=SubjectKind.TESTIMONY, subject=edition.testimony_id, by=by.pk, at=at
            )
        released = ReleasedEdition.objects.filter(edition__testimony=edition.testimony_id)
        if released.filter(edition=edition).exists() or not released.exists():
            lift_silences(lambda: _published([edition.testimony.public_id]))
    return certificate


def _refuse_changed(examined: Collection[Edition], *, names: str) -> None:
    """Refuse what is no longer as it was examined: no certificate and no release is of another state than was judged.

    The editions stay as they are until the transaction ends.
    """
    rows = Edition.objects.select_for_update().filter(pk__in=[one.pk for one in examined]).order_by("pk")
    now = {pk: (state, change) for pk, state, change in rows.values_list("pk", "state", "change")}
    if names_stamp() != names or any(now.get(one.pk) != (one.state, one.change) for one in examined):
        message = _("Names were added, or something of this was edited, suspended or withdrawn, while it was examined.")
        raise PublicationRefused((Obstacle("G019", message, _("Do it again: it is examined as it stands now.")),))


def _certify(
    editions: Sequence[tuple[Edition, str]], *, names: str, by: User, at: datetime
) -> list[PublicationCertificate]:
    """Certify approved or suspended editions with the digests that passed, and publish them."""
    keys = [edition.pk for edition, _ in editions]
    testimonies = [edition.testimony_id for edition, _ in editions]
    suspended = Edition.objects.filter(testimony__in=testimonies, state=State.SUSPENDED)
    silent = set(suspended.values_list("testimony_id", flat=True))
    certificates = PublicationCertificate.objects.bulk_create(
        PublicationCertificate(
            edition=edition,
            digest=digest,
            names_stamp=names,
            checks=len(CHECKS),
            ends_silence=edition.testimony_id in silent,
            certified_by=by,
            certified_at=at,
        )
        for edition, digest in editions
    )
    for standing in Edition.objects.standing().filter(testimony__in=testimonies).exclude(pk__in=keys):
        standing.move_to(State.SUPERSEDED, by=by, at=at)
    SweepHit.objects.waiting().filter(testimony__in=testimonies).update(settled_at=at)
    move_all([edition for edition, _ in editions], State.PUBLISHED, by=by, at=at)
    record_events(
        [
            NewEvent(Act.EDITION_PUBLISHED, SubjectKind.EDITION, edition.pk, {"digest": digest})
            for edition, digest in editions
        ],
        by=by.pk,
        at=at,
    )
    return certificates


def _corrected_in(release: Release) -> frozenset[str]:
    """Return what was suspended and is shown again in another edition, which this release is the first to carry."""
    corrected = PublicationCertificate.objects.filter(ends_silence=True, edition__first_release__release=release)
    return _published(corrected.values_list("edition__testimony__public_id", flat=True))


def _published(public_ids: Iterable[str]) -> frozenset[str]:
    """Return those of which an edition counts as published at this moment."""
    published = Testimony.objects.filter(editions__state=State.PUBLISHED, withdrawn_at__isnull=True)
    return frozenset(published.filter(public_id__in=list(public_ids)).values_list("public_id", flat=True))


def _draft(prepared: tuple[Prepared, ...], *, at: datetime) -> Draft:
    head = trail_head()
    manifest = Manifest(
        serial=_next_serial(),
        trail_head=head.hash,
        order_seed=secrets.token_hex(16),
        month=f"{at:%Y-%m}",
    )
    return Draft(manifest, head.seq, prepared, background_records(), first_issues(), settings.DISPLAY_THRESHOLD)


def _next_serial() -> int:
    """Return a serial above every release recorded here and above the one in place, which a restored desk forgot."""
    last = Release.objects.order_by("serial").last()
    recorded = max(last.serial if last else 0, current_tombstones().lowest_serial)
    try:
        in_place = verify_release(Path(settings.RELEASE_FILE), public_key_file=Path(settings.RELEASE_PUBLIC_KEY_FILE))
    except (ReleaseRefused, OSError):
        in_place = 0
    return max(recorded, in_place) + 1


def _suspend_refused(refused: Sequence[Judgement], *, by: User, at: datetime) -> None:
    for judgement in refused:
        if judgement.edition.state == State.PUBLISHED:
            suspend(judgement.edition.testimony, by=by, at=at)


def _record(
    path: Path,
    draft: Draft,
    manifest: Manifest,
    editions: Mapping[UUID, Edition],
    *,
    names: str,
    by: User,
    at: datetime,
) -> tuple[Release, list[Edition]]:
    """Record the release and what it publishes for the first time, in one transaction."""
    digest = file_digest(path)
    unswept = [one.pk for one in UnsweptName.objects.all()]  # before it is asked whether the names are still the same
    with transaction.atomic():
        _refuse_changed([editions[one.edition] for one in draft.prepared], names=names)
        if Release.objects.filter(serial=manifest.serial).exists():
            message = _("Another release was issued while this one was built.")
            raise PublicationRefused((Obstacle("G019", message, _("Issue the release again.")),))
        new = [
            (editions[one.edition], one.digest)
            for one in draft.prepared
            if editions[one.edition].state == State.APPROVED
        ]
        _certify(new, names=names, by=by, at=at)
        settle_carried({one.public_id for one in draft.prepared}, at=at)
        UnsweptName.objects.filter(pk__in=unswept).delete()
        row = Release.objects.create(
            serial=manifest.serial,
            month=manifest.month,
            order_seed=manifest.order_seed,
            trail_seq=draft.trail_seq,
            trail_hash=manifest.trail_head,
            file_digest=digest,
            logical_digest=manifest.logical_digest,
            testimonies=len(draft.prepared),
            issued_by=by,
            issued_at=at,
        )
        known = set(ReleasedEdition.objects.values_list("edition_id", flat=True))
        ReleasedEdition.objects.bulk_create(
            ReleasedEdition(edition_id=one.edition, release=row) for one in draft.prepared if one.edition not in known
        )
        record_event(
            Act.RELEASE_ISSUED,
            subject_kind=SubjectKind.RELEASE,
            subject=row.serial,
            by=by.pk,
            at=at,
            facts={"serial": row.serial, "release_digest": digest, "testimonies": row.testimonies},
        )
    return row, [edition for edition, _ in new]


def _refuse_unentitled(by: User) -> None:
    if not role_allows(by, DeskAct.PUBLISH):
        raise PublicationRefused(
            (Obstacle("G020", _("Only an admin publishes."), _("Leave it to one; it stays in the queue.")),)
        )
