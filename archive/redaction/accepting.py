"""Deciding that an edition may be published although a combination rule asks: once, with a reason, for these facts."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.deidentification.combinations import Rule
from archive.redaction.elsewhere import exposure_now
from archive.redaction.exposure import Exposure
from archive.redaction.models import AcceptedExposure
from archive.redaction.rendering import open_tellings
from archive.redaction.spans import spans_of
from archive.testimonies.description import narrator_of
from archive.testimonies.models import Edition
from archive.users.models import User


class ExposureRefused(ValueError):
    """An exposure that cannot be accepted as it is; nothing was saved."""


@sensitive_variables("reason", "opened")
def accept_exposure(
    edition: Edition, *, rule: Rule | str, digest: str, reason: str, by: User, at: datetime, seen: int | None = None
) -> AcceptedExposure:
    """Record that an edition may be published although a rule asks; `digest` is of the facts as they were shown.

    Raises `ExposureRefused` without a reason, where the rule does not ask, or where other facts are told by now; and
    `EditionChanged` when `seen` is not today's change number. Any later change of what is told ends it.
    """
    if rule not in list(Rule):
        raise ExposureRefused(_("There is no such rule. Open the page again."))
    if not reason.strip():
        raise ExposureRefused(_("Say in a few words why it may stand. The reason stays sealed; the reviewer reads it."))
    exposure = current_exposure(edition, by=by, at=at)
    if rule not in exposure.asks:
        raise ExposureRefused(_("This rule asks for nothing here. Nothing needs to be accepted."))
    if digest != exposure.digest:
        raise ExposureRefused(_("What is told has changed since you looked. Look at it again as it stands now."))
    with transaction.atomic():
        edition.touch(by=by, at=at, seen=seen)
        AcceptedExposure.objects.filter(edition=edition, rule=rule).supersede(at=at)
        accepted = AcceptedExposure(
            sealed_under=narrator_of(edition).sealed_under,
            edition=edition,
            rule=Rule(rule),
            digest=digest,
            fewest=exposure.crowd.fewest,
            reason=reason.strip(),
            accepted_by=by,
            accepted_at=at,
        )
        accepted.save(force_insert=True)
        record_event(
            Act.EXPOSURE_ACCEPTED,
            subject_kind=SubjectKind.EDITION,
            subject=edition.pk,
            by=by.pk,
            at=at,
            facts={"rule": str(accepted.rule), "digest": digest, "fewest": accepted.fewest},
        )
    return accepted


def current_exposure(edition: Edition, *, by: User, at: datetime) -> Exposure:
    """Open an edition and return what it gives away as its decisions stand."""
    opened = open_tellings(edition, by=by, at=at, purpose="redaction")
    return exposure_now(edition, opened, spans_of(edition))


def accepted_exposures(edition: Edition) -> list[AcceptedExposure]:
    """Return the standing acceptances of an edition, with who accepted."""
    rows = AcceptedExposure.objects.standing().filter(edition=edition)
    return list(rows.select_related("sealed_under", "accepted_by").order_by("accepted_at"))
