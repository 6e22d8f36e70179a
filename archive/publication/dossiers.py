"""An edition with everything the desk knows of it, loaded for many editions in a fixed number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch
from django.views.decorators.debug import sensitive_variables

from archive.audit.triggers import missing_triggers
from archive.deidentification.treatments import Treatment
from archive.redaction.elsewhere import ToldElsewhere, look_elsewhere
from archive.redaction.exposure import Exposure, exposure_of
from archive.redaction.models import NameLift
from archive.redaction.rendering import OpenedTelling, RedactedText, render_opened, tellings_of
from archive.redaction.spans import detection_stamp
from archive.review.models import ReviewRound
from archive.redaction.standing_names import StandingLift, standing_lifts
from archive.redaction.standing_spans import StandingSpan, standing_spans
from archive.testimonies.models import (
    Appearance,
    Contribution,
    Description,
    Edition,
    PassageTheme,
    Telling,
)
from archive.users.models import User
from archive.vault.custody import open_recorded, record_openings
from archive.vault.models import NamingDecision


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every check of one run needs of the archive as a whole."""

    at: datetime
    tombstoned: frozenset[str]
    rules_missing: bool
    detection: str
    persons_by_pseudonym: Mapping[str, frozenset[object]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One edition before the gate: its decisions, its persons, and the record it renders to now."""

    edition: Edition
    redacted: RedactedText
    opened: tuple[OpenedTelling, ...] = field(repr=False)
    spans: tuple[IdentifyingSpan, ...] = field(repr=False)
    naming: Mapping[object, NamingDecision | None] = field(repr=False)
    surroundings: Surroundings

    @property
    def pseudonyms(self) -> frozenset[str]:
        """Return what the persons of this testimony are called here, in any language."""
        decisions = (decision for decision in self.naming.values() if decision is not None)
        return frozenset(name for decision in decisions for name in decision.pseudonyms_by_language().values())

    @property
    def kept(self) -> frozenset[str]:
        """Return the digests of words that somebody decided to keep although they may be a name."""
        return frozenset(
            span.repeat
            for span in self.spans
            if (decision := span.standing_decision()) is not None and decision.treatment == Treatment.RETAIN
        )


def look_around(*, tombstoned: frozenset[str], at: datetime) -> Surroundings:
    """Return the surroundings of a run that begins now."""
    persons: dict[str, set[object]] = {}
    @property
    def lifted(self) -> tuple[StandingLift, ...]:
        """Return what was said, of exactly this text, of places where a form of a name stands."""
        return standing_lifts(self.edition.lifts.all(), digest=self.redacted.digest)

    for decision in NamingDecision.objects.filter(superseded_at__isnull=True):
        for name in decision.pseudonyms_by_language().values():
            persons.setdefault(name.casefold(), set()).add(decision.person_id)
    return Surroundings(
        at=at,
        tombstoned=tombstoned,
        rules_missing=bool(missing_triggers()),
        detection=detection_stamp(),
        persons_by_pseudonym={name: frozenset(bearers) for name, bearers in persons.items()},
    )


def record_opening(editions: Iterable[Edition], *, by: User, at: datetime) -> None:
    """Leave an event for every original that is about to be opened for publication."""
    testimonies = [edition.testimony_id for edition in editions]
    originals = (
        Telling.objects.filter(testimony__in=testimonies).order_by("original").values_list("original", flat=True)
    )
    record_openings(list(originals), by=by, at=at, purpose="publication")


def load_editions(keys: Sequence[UUID]) -> list[Edition]:
    """Return editions, in the order of their keys, with everything that rendering and the gate ask of them."""
    standing = SpanDecision.objects.filter(superseded_at__isnull=True)
    found = (
        Edition.objects.filter(pk__in=keys)
        .select_related("testimony__source__collection")
        .prefetch_related(
            "facts",
            "warnings",
            "contributions",
            Prefetch("descriptions", Description.objects.all()),
            Prefetch("passage_themes", PassageTheme.objects.select_related("concept")),
            Prefetch("lifts", NameLift.objects.select_related("verdict__given_by")),
            Prefetch("rounds", ReviewRound.objects.select_related("verdict__reviewer").order_by("number")),
            Prefetch("testimony__tellings", Telling.objects.select_related("original__sealed_under")),
            Prefetch(
                "testimony__appearances",
                Appearance.objects.select_related("person").prefetch_related(
                    Prefetch("person__naming_decisions", NamingDecision.objects.all())
                ),
            ),
        )
    )
    by_key = {edition.pk: edition for edition in found}
    return [by_key[key] for key in keys]


@sensitive_variables("opened")
def make_dossier(edition: Edition, surroundings: Surroundings) -> Dossier:
    """Open and render a loaded edition (its opening is on the trail: `record_opening`)."""
    opened = [OpenedTelling(telling, open_recorded(telling.original)) for telling in tellings_of(edition)]
    spans = list(edition.spans.all())
    return Dossier(
        edition=edition,
        redacted=render_opened(edition, opened, spans),
        opened=tuple(opened),
        spans=tuple(spans),
        naming={
            appearance.person_id: next(
                (one for one in appearance.person.naming_decisions.all() if one.superseded_at is None), None
            )
            for appearance in edition.testimony.appearances.all()
        },
        surroundings=surroundings,
    )


def hands_in(dossier: Dossier) -> frozenset[object]:
    """Return the ids of all who decided anything in an edition, the naming of its persons included."""
    contributions: Iterable[Contribution] = dossier.edition.contributions.all()
    decisions = (decision for span in dossier.spans for decision in span.decisions.all())
    namings = (
        decision
        for appearance in dossier.edition.testimony.appearances.all()
        for decision in appearance.person.naming_decisions.all()
    )
    return frozenset(
        {one.user_id for one in contributions}
        | {one.decided_by_id for one in decisions}
        | {one.decided_by_id for one in namings}
    )
