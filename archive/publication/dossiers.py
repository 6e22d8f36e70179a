"""An edition with everything the desk knows of it, loaded for many editions in a fixed number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch
from django.views.decorators.debug import sensitive_variables

from archive.audit.triggers import missing_triggers
from archive.catalogue.tombstones import TombstoneList
from archive.deidentification.combinations import Rule
from archive.deidentification.treatments import Treatment
from archive.publication.stones import current_tombstones
from archive.redaction.elsewhere import ToldElsewhere, look_elsewhere
from archive.redaction.exposure import Exposure, exposure_of
from archive.redaction.models import NameLift
from archive.redaction.rendering import OpenedTelling, RedactedText, render_opened, tellings_of
from archive.redaction.spans import detection_stamp
from archive.redaction.standing_names import StandingLift, standing_lifts
from archive.redaction.standing_spans import StandingSpan, standing_spans
from archive.review.models import ReviewRound
from archive.review.rounds import contributors_by_edition
from archive.testimonies.models import (
    Appearance,
    Description,
    Edition,
    PassageTheme,
    Telling,
)
from archive.users.models import User
from archive.vault.custody import open_recorded, record_openings
from archive.vault.models import NamingDecision
from archive.vault.pseudonyms import persons_called_alike, pseudonyms_by_person


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every check of one run needs of the archive as a whole."""

    at: datetime
    tombstones: TombstoneList
    rules_missing: bool
    detection: str
    called_alike: frozenset[UUID]  # persons who bear a pseudonym that somebody else bears too
    elsewhere: ToldElsewhere = field(repr=False)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One edition before the gate: its decisions, its persons, and the record it renders to now."""

    edition: Edition
    redacted: RedactedText
    opened: tuple[OpenedTelling, ...] = field(repr=False)
    spans: tuple[StandingSpan, ...] = field(repr=False)
    hands: frozenset[object]  # who decided anything in it
    naming: Mapping[object, NamingDecision | None] = field(repr=False)
    pseudonyms: frozenset[str] = field(repr=False)  # what its persons are called here, in any language
    exposure: Exposure
    surroundings: Surroundings

    @property
    def unanswered(self) -> tuple[Rule, ...]:
        """Return the rules on what is told together that ask, and of which nobody decided that it may stand."""
        return self.exposure.unanswered(self.edition.accepted_exposures.all())

    @property
    def kept(self) -> frozenset[str]:
        """Return the digests of words that somebody decided to keep although they may be a name."""
        return frozenset(
            span.repeat
            for span in self.spans
            if (decision := span.standing_decision()) is not None and decision.treatment == Treatment.RETAIN
        )

    @property
    def lifted(self) -> tuple[StandingLift, ...]:
        """Return what was said, of exactly this text, of places where a form of a name stands."""
        return standing_lifts(self.edition.lifts.all(), digest=self.redacted.digest)


def look_around(*, at: datetime) -> Surroundings:
    """Return the surroundings of a run that begins now."""
    return Surroundings(
        at=at,
        tombstones=current_tombstones(),
        rules_missing=bool(missing_triggers()),
        detection=detection_stamp(),
        called_alike=persons_called_alike(pseudonyms_by_person()),
        elsewhere=look_elsewhere(),
    )


def record_opening(editions: Iterable[Edition], *, by: User, at: datetime) -> None:
    """Leave an event for every original that is about to be opened for publication."""
    testimonies = [edition.testimony_id for edition in editions]
    originals = (
        Telling.objects.filter(testimony__in=testimonies).order_by("original").values_list("original", flat=True)
    )
    record_openings(list(originals), by=by, at=at, purpose="publication")


@dataclass(frozen=True, slots=True)
class LoadedEdition:
    """An edition with everything that rendering and the gate ask of it, nothing of it opened yet."""

    edition: Edition
    spans: tuple[StandingSpan, ...] = field(repr=False)
    hands: frozenset[object]


def load_editions(keys: Sequence[UUID]) -> list[LoadedEdition]:
    """Load editions, in the order of their keys, in a fixed number of queries."""
    found = (
        Edition.objects.filter(pk__in=keys)
        .select_related("testimony__source__collection")
        .prefetch_related(
            "facts",
            "warnings",
            "accepted_exposures",
            Prefetch("descriptions", Description.objects.all()),
            Prefetch("passage_themes", PassageTheme.objects.select_related("concept")),
            Prefetch("lifts", NameLift.objects.select_related("verdict__given_by")),
            Prefetch("rounds", ReviewRound.objects.select_related("verdict__reviewer").order_by("number")),
            Prefetch("testimony__tellings", Telling.objects.select_related("original__sealed_under")),
            Prefetch(
                "testimony__appearances",
                Appearance.objects.select_related("person").prefetch_related(
                    Prefetch("person__naming_decisions", NamingDecision.objects.standing())
                ),
            ),
        )
    )
    by_key = {edition.pk: edition for edition in found}
    spans, hands = standing_spans(keys), contributors_by_edition(keys)
    return [LoadedEdition(by_key[key], spans[key], hands[key]) for key in keys]


@sensitive_variables("opened")
def make_dossier(loaded: LoadedEdition, surroundings: Surroundings) -> Dossier:
    """Open and render a loaded edition (its opening is on the trail: `record_opening`)."""
    edition, spans = loaded.edition, loaded.spans
    opened = [OpenedTelling(telling, open_recorded(telling.original)) for telling in tellings_of(edition)]
    naming: dict[object, NamingDecision | None] = {
        appearance.person_id: next(iter(appearance.person.naming_decisions.all()), None)
        for appearance in edition.testimony.appearances.all()
    }
    return Dossier(
        edition=edition,
        redacted=render_opened(edition, opened, spans),
        opened=tuple(opened),
        spans=spans,
        hands=loaded.hands,
        exposure=exposure_of(edition, opened, spans, elsewhere=surroundings.elsewhere.than(edition.testimony)),
        naming=naming,
        pseudonyms=frozenset(
            name for one in naming.values() if one is not None for name in one.pseudonyms_by_language().values()
        ),
        surroundings=surroundings,
    )
