"""A correction: a new edition that begins with everything the standing one decided."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.redaction.accepting import accepted_exposures
from archive.redaction.models import AcceptedExposure, IdentifyingSpan, SpanDecision
from archive.redaction.spans import spans_of
from archive.testimonies.models import (
    STANDING,
    CodedFact,
    ContentWarning,
    Contribution,
    Description,
    Edition,
    IllegalMove,
    PassageTheme,
    State,
)
from archive.users.models import User


def start_correction(standing: Edition, *, by: User, at: datetime) -> Edition:
    """Open the next edition from a standing one; who decided in that one counts as having decided in this.

    Returns the edition in work if there is one already. Raises `IllegalMove` for an edition that does not stand.
    """
    if standing.state not in STANDING:
        raise IllegalMove(
            _("%(standing)s is %(label)s; a correction starts from what stands.")
            % {"standing": standing, "label": State(standing.state).label}
        )
    with transaction.atomic():
        in_work = Edition.objects.in_work().filter(testimony=standing.testimony_id).first()
        if in_work is not None:
            return in_work
        last = Edition.objects.filter(testimony=standing.testimony_id).aggregate(last=Max("number"))["last"]
        edition = Edition.objects.create(
            testimony=standing.testimony,
            number=last + 1,
            created_at=at,
            detection_stamp=standing.detection_stamp,
        )
        _copy_description(standing, edition)
        _copy_decisions(standing, edition)
        for contribution in Contribution.objects.filter(edition=standing):
            Contribution.objects.get_or_create(edition=edition, user=contribution.user)
        _copy_acceptances(standing, edition)
        record_event(Act.EDITION_OPENED, subject_kind=SubjectKind.EDITION, subject=edition.pk, by=by.pk, at=at)
        edition.touch(by=by, at=at)
    return edition


def _copy_description(standing: Edition, edition: Edition) -> None:
    for row in Description.objects.filter(edition=standing):
        Description(
            sealed_under=row.sealed_under, edition=edition, language=row.language, abstract=row.abstract.reveal()
        ).save(force_insert=True)
    CodedFact.objects.bulk_create(
        CodedFact(edition=edition, facet=row.facet, value=row.value) for row in standing.facts.all()
    )
    ContentWarning.objects.bulk_create(
        ContentWarning(edition=edition, code=row.code) for row in standing.warnings.all()
    )
    PassageTheme.objects.bulk_create(
        PassageTheme(edition=edition, telling_id=row.telling_id, passage=row.passage, concept_id=row.concept_id)
        for row in standing.passage_themes.all()
    )


def _copy_acceptances(standing: Edition, edition: Edition) -> None:
    """Take along what was accepted: it holds for as long as the same facts are told."""
    for accepted in accepted_exposures(standing):
        AcceptedExposure(
            sealed_under=accepted.sealed_under,
            edition=edition,
            rule=accepted.rule,
            digest=accepted.digest,
            fewest=accepted.fewest,
            reason=accepted.reason.reveal(),
            accepted_by_id=accepted.accepted_by_id,
            accepted_at=accepted.accepted_at,
        ).save(force_insert=True)


def _copy_decisions(standing: Edition, edition: Edition) -> None:
    for span in spans_of(standing):
        decision = span.standing_decision()
        copy = IdentifyingSpan(
            sealed_under=span.sealed_under,
            edition=edition,
            telling_id=span.telling_id,
            start=span.start,
            end=span.end,
            passage=span.passage,
            entity_type=span.entity_type,
            detail=span.detail,
            identifier_class=span.identifier_class,
            third_person=span.third_person,
            recogniser=span.recogniser,
            person_id=span.person_id,
            certain=span.certain,
            score=span.score,
            repeat=span.repeat,
            fact=span.fact,
            reason=span.reason.reveal(),
            marked_by_id=span.marked_by_id,
        )
        copy.save(force_insert=True)
        if decision is not None:
            SpanDecision(
                sealed_under=decision.sealed_under,
                span=copy,
                treatment=decision.treatment,
                identifier_class=decision.identifier_class,
                rung=decision.rung,
                replacement=decision.replacement.reveal(),
                reason=decision.reason.reveal(),
                decided_by_id=decision.decided_by_id,
                decided_at=decision.decided_at,
            ).save(force_insert=True)
