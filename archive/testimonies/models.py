"""Collections, sources, testimonies and the editions that move through the archive."""

import secrets
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import NewEvent, record_event, record_events
from archive.catalogue.closed_lists import SOURCE_KIND_CODES, WARNING_CODES
from archive.catalogue.facets import FACETS
from archive.language.codes import LANGUAGES
from archive.themes.models import Concept
from archive.users.models import User
from archive.vault.models import LANGUAGE_CHOICES, Original, Person, Received
from archive.vault.sealed import SealedModel, SealedTextField


class Collection(SealedModel):
    """Testimonies kept together because they came together."""

    code = models.SlugField(max_length=64, unique=True)
    title = SealedTextField()


class Source(SealedModel):
    """What testimonies came from: an article, an interview, a letter; its address and title stay sealed."""

    collection = models.ForeignKey(Collection, models.PROTECT, related_name="sources")
    received = models.OneToOneField(Received, models.PROTECT, related_name="source")
    number = models.PositiveIntegerField(unique=True)
    kind = models.CharField(max_length=32)  # a code of catalogue.closed_lists.SOURCE_KINDS
    year = models.PositiveSmallIntegerField(null=True)
    title = SealedTextField()
    custody_note = SealedTextField()
    accessioned_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    accessioned_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=sorted(SOURCE_KIND_CODES)), name="source_kind_is_known")
        ]

    @property
    def reference(self) -> str:
        """Return how the desk refers to this source."""
        return f"S-{self.number:04d}"

    def __str__(self) -> str:
        return self.reference


def draw_public_id() -> str:
    """Draw a public id of 128 random bits, as 26 letters and digits that cannot be misread (Crockford base 32)."""
    alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
    number = secrets.randbits(128)
    return "".join(alphabet[(number >> shift) & 31] for shift in range(125, -1, -5))


class Testimony(models.Model):
    """One narrator's account: the unit of everything."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField(unique=True)
    public_id = models.CharField(max_length=26, unique=True, default=draw_public_id)
    source = models.ForeignKey(Source, models.PROTECT, related_name="testimonies")
    # Two accounts that may be one person's share a unit; it is drawn at random and never published.
    disclosure_unit = models.UUIDField(default=uuid.uuid4)
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """Return how the desk refers to this testimony."""
        return f"T-{self.number:04d}"


class Telling(models.Model):
    """A testimony in one language: the same account, its own original."""

    testimony = models.ForeignKey(Testimony, models.PROTECT, related_name="tellings")
    language = models.CharField(max_length=8, choices=LANGUAGE_CHOICES)
    original = models.OneToOneField(Original, models.PROTECT, related_name="telling")
    passages = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["testimony", "language"], name="one_telling_per_language"),
            models.CheckConstraint(condition=Q(language__in=LANGUAGES), name="telling_language_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.testimony} ({self.language})"


class Part(models.TextChoices):
    """What a person is in a testimony."""

    PROTAGONIST = "protagonist", "the person it is about"
    RELATIVE = "relative", "relative"
    COMRADE = "comrade", "comrade"
    SUPERIOR = "superior", "superior"
    HELPER = "helper", "helper"
    OFFICIAL = "official", "official or public figure"
    OTHER = "other", "other"


class Appearance(models.Model):
    """A person stands in a testimony, in one part; the narrator is not always the protagonist."""

    testimony = models.ForeignKey(Testimony, models.PROTECT, related_name="appearances")
    person = models.ForeignKey(Person, models.PROTECT, related_name="appearances")
    part = models.CharField(max_length=16, choices=Part.choices)
    narrates = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["testimony", "person"], name="a_person_appears_once_per_testimony"),
            models.UniqueConstraint(
                fields=["testimony"], condition=Q(part="protagonist"), name="one_protagonist_per_testimony"
            ),
            models.UniqueConstraint(
                fields=["testimony"], condition=Q(narrates=True), name="one_narrator_per_testimony"
            ),
            models.CheckConstraint(condition=Q(part__in=Part.values), name="part_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person.reference} in {self.testimony}"


class State(models.TextChoices):
    """Where an edition stands."""

    IN_REDACTION = "in_redaction", gettext_lazy("deciding")
    IN_REVIEW = "in_review", gettext_lazy("in review")
    APPROVED = "approved", gettext_lazy("approved")
    PUBLISHED = "published", gettext_lazy("published")
    SUSPENDED = "suspended", gettext_lazy("suspended")
    SUPERSEDED = "superseded", gettext_lazy("superseded")
    WITHDRAWN = "withdrawn", gettext_lazy("withdrawn")


TRANSITIONS: dict[State, frozenset[State]] = {
    State.IN_REDACTION: frozenset({State.IN_REVIEW, State.WITHDRAWN}),
    State.IN_REVIEW: frozenset({State.IN_REDACTION, State.APPROVED, State.WITHDRAWN}),
    State.APPROVED: frozenset({State.IN_REDACTION, State.PUBLISHED, State.WITHDRAWN}),
    State.PUBLISHED: frozenset({State.SUSPENDED, State.SUPERSEDED, State.WITHDRAWN}),
    State.SUSPENDED: frozenset({State.PUBLISHED, State.SUPERSEDED, State.WITHDRAWN}),
    State.SUPERSEDED: frozenset(),
    State.WITHDRAWN: frozenset(),
}
IN_WORK = (State.IN_REDACTION, State.IN_REVIEW, State.APPROVED)
STANDING = (State.PUBLISHED, State.SUSPENDED)
_AT_ONCE = 500


class IllegalMove(ValueError):
    """The edition cannot go from where it stands to where it was sent."""


class EditionChanged(Exception):
    """Somebody else changed the edition since it was read; nothing was saved."""

    def __init__(self, edition: "Edition") -> None:
        self.edition = edition
        super().__init__(
            f"{edition.testimony.reference} was changed by somebody else while you had it open. Nothing of yours was "
            "saved over it. Open it again, look at what changed, and decide once more."
        )


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions by where they stand."""

    def in_work(self) -> "EditionQuerySet":
        """Return what is being prepared."""
        return self.filter(state__in=IN_WORK)

    def standing(self) -> "EditionQuerySet":
        """Return what is public, or was until it was suspended."""
        return self.filter(state__in=STANDING)

    def published(self) -> "EditionQuerySet":
        """Return what the next release carries."""
        return self.filter(state=State.PUBLISHED)

    def in_review(self) -> "EditionQuerySet":
        """Return what waits for a reviewer."""
        return self.filter(state=State.IN_REVIEW)


class Edition(models.Model):
    """One prepared or published state of a testimony."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    testimony = models.ForeignKey(Testimony, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=16, choices=State.choices, default=State.IN_REDACTION)
    change = models.PositiveIntegerField(default=0)  # counts every change of content: compare and set
    detection_stamp = models.CharField(max_length=64, blank=True)  # which recognisers ran, over which names
    created_at = models.DateTimeField()

    objects = EditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["testimony", "number"], name="editions_are_numbered"),
            models.UniqueConstraint(
                fields=["testimony"],
                condition=Q(state__in=[*map(str, IN_WORK)]),
                name="one_edition_in_work",
            ),
            models.UniqueConstraint(
                fields=["testimony"], condition=Q(state__in=[*map(str, STANDING)]), name="one_edition_standing"
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="edition_state_is_known"),
        ]
        indexes = [models.Index(fields=["state"], name="edition_state")]

    def __str__(self) -> str:
        return f"{self.testimony.reference}, edition {self.number}"

    def move_to(self, state: State, *, by: User, at: datetime) -> None:
        """Move to another state, compare and set, with its event; raises `IllegalMove` or `EditionChanged`."""
        if state not in TRANSITIONS[State(self.state)]:
            reachable = ", ".join(sorted(str(after.label) for after in TRANSITIONS[State(self.state)])) or _("nothing")
            message = _(
                "%(self)s is %(now)s and cannot become %(wanted)s from there. From here it can become: %(reachable)s."
            ) % {"self": self, "now": State(self.state).label, "wanted": State(state).label, "reachable": reachable}
            raise IllegalMove(message)
        moved = Edition.objects.filter(pk=self.pk, state=self.state, change=self.change).update(state=state)
        if not moved:
            raise EditionChanged(self)
        facts: dict[str, Any] = {"from": str(self.state), "to": str(state)}
        record_event(Act.EDITION_MOVED, subject_kind=SubjectKind.EDITION, subject=self.pk, by=by.pk, at=at, facts=facts)
        self.state = state

    def touch(self, *, by: User, at: datetime, seen: int | None = None) -> None:
        """Count a change of content; whatever had been submitted or approved goes back to redaction.

        `seen` is the change number the actor's page showed: raises `EditionChanged` if it is no longer today's, and
        `IllegalMove` for an edition that stands (start a correction instead).
        """
        if self.state not in IN_WORK:
            message = _("%(self)s is %(label)s; what stands is not edited. Start a correction from it.") % {
                "self": self,
                "label": State(self.state).label,
            }
            raise IllegalMove(message)
        if seen is not None and seen != self.change:
            raise EditionChanged(self)
        if self.state != State.IN_REDACTION:
            self.move_to(State.IN_REDACTION, by=by, at=at)
        if not Edition.objects.filter(pk=self.pk, change=self.change).update(change=self.change + 1):
            raise EditionChanged(self)
        self.change += 1
        Contribution.objects.get_or_create(edition=self, user=by)


def move_all(editions: Sequence[Edition], state: State, *, by: User, at: datetime) -> None:
    """Move editions that stand alike to another state, all or none: `Edition.move_to` for many."""
    for before in sorted({State(edition.state) for edition in editions}):
        if state not in TRANSITIONS[before]:
            raise IllegalMove(
                _("An edition that is %(now)s cannot become %(wanted)s. Nothing was moved.")
                % {"now": before.label, "wanted": state.label}
            )
        alike = [edition for edition in editions if edition.state == before]
        for start in range(0, len(alike), _AT_ONCE):
            part = alike[start : start + _AT_ONCE]
            moved = Edition.objects.filter(pk__in=[one.pk for one in part], state=before).update(state=state)
            if moved != len(part):
                raise EditionChanged(part[0])
        facts = {"from": before.value, "to": state.value}
        events = [NewEvent(Act.EDITION_MOVED, SubjectKind.EDITION, edition.pk, facts) for edition in alike]
        record_events(events, by=by.pk, at=at)
        for edition in alike:
            edition.state = state


class Contribution(models.Model):
    """A member of staff had a hand in an edition, and so cannot approve it."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="contributions")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "user"], name="a_contribution_is_counted_once")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.edition_id}"


class Description(SealedModel):
    """What an edition says of itself in one language."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="descriptions")
    language = models.CharField(max_length=8, choices=LANGUAGE_CHOICES)
    abstract = SealedTextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "language"], name="one_description_per_language"),
            models.CheckConstraint(condition=Q(language__in=LANGUAGES), name="description_language_is_known"),
        ]


def _is_coded() -> Q:
    """Return what holds of a facet and a value of its closed list."""
    known = Q()
    for facet in FACETS:
        known |= Q(facet=facet.code, value__in=[value.code for value in facet.values])
    return known


class CodedFact(models.Model):
    """A coarse fact of an edition from a closed list: one value a facet (catalogue.facets)."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="facts")
    facet = models.CharField(max_length=16)
    value = models.CharField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "facet"], name="one_value_per_facet"),
            models.CheckConstraint(condition=_is_coded(), name="coded_fact_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.facet}: {self.value}"


class ContentWarning(models.Model):
    """A kind of content readers are warned of (catalogue.closed_lists.WARNINGS)."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="warnings")
    code = models.CharField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="a_warning_is_given_once"),
            models.CheckConstraint(condition=Q(code__in=sorted(WARNING_CODES)), name="warning_is_known"),
        ]

    def __str__(self) -> str:
        return self.code


class PassageTheme(models.Model):
    """A passage of a telling speaks of a theme."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="passage_themes")
    telling = models.ForeignKey(Telling, models.PROTECT, related_name="+")
    passage = models.PositiveIntegerField()
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "telling", "passage", "concept"], name="a_passage_has_a_theme_once"
            ),
            models.CheckConstraint(condition=Q(passage__gte=1), name="passages_are_numbered_from_one"),
        ]

    def __str__(self) -> str:
        return f"¶{self.passage}: {self.concept_id}"
