"""The anonymisation log: what may identify in an edition, and every decision on it, superseded ones included."""

from django.db import models
from django.db.models import F, Q

from archive.deidentification.treatments import Treatment
from archive.detection.findings import EntityType, IdentifierClass
from archive.testimonies.models import Edition, Telling
from archive.users.models import User
from archive.vault.models import Person
from archive.vault.sealed import SealedModel, SealedTextField

ENTITY_TYPES = [(value, value) for value in EntityType]
CLASSES = [(value, value) for value in IdentifierClass]
TREATMENTS = [(value, value) for value in Treatment]


class IdentifyingSpan(SealedModel):
    """One stretch of a working text that may identify somebody, found by a recogniser or marked by an editor."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="spans")
    telling = models.ForeignKey(Telling, models.PROTECT, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    passage = models.PositiveIntegerField()
    entity_type = models.CharField(max_length=16, choices=ENTITY_TYPES)
    detail = models.CharField(max_length=48)
    identifier_class = models.CharField(max_length=16, choices=CLASSES)
    third_person = models.BooleanField(default=False)
    recogniser = models.CharField(max_length=64)  # "editor" for what a person marked
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    certain = models.BooleanField(default=True)  # False: perhaps the person's name, perhaps another word
    repeat = models.CharField(max_length=64)  # keyed digest of the folded words: the same words are decided once
    reason = SealedTextField()
    marked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "telling", "start", "end"], name="a_span_is_marked_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="a_span_is_not_empty"),
        ]
        indexes = [models.Index(fields=["edition", "repeat"], name="span_repeat")]

    def standing_decision(self) -> "SpanDecision | None":
        """Return the decision that holds today; prefetched ones are used as they are."""
        for decision in self.decisions.all():
            if decision.superseded_at is None:
                return decision
        return None


class SpanDecision(SealedModel):
    """What somebody decided of a span."""

    span = models.ForeignKey(IdentifyingSpan, models.PROTECT, related_name="decisions")
    treatment = models.CharField(max_length=16, choices=TREATMENTS)
    identifier_class = models.CharField(max_length=16, choices=CLASSES)  # as the editor sees it
    rung = models.CharField(max_length=4, blank=True)
    replacement = SealedTextField()
    reason = SealedTextField()
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["span"], condition=Q(superseded_at__isnull=True), name="one_standing_decision_per_span"
            ),
        ]

    @property
    def alters(self) -> bool:
        """Tell whether readers see something else than was said."""
        return self.treatment != Treatment.RETAIN
