"""The anonymisation log: what may identify in an edition, and every decision on it, superseded ones included.

And what the archive holds to be public, whoever tells of it.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from archive.deidentification.combinations import Rule
from archive.deidentification.treatments import Treatment
from archive.detection.findings import EntityType, IdentifierClass
from archive.detection.recognisers.public import KINDS
from archive.language.codes import LANGUAGES
from archive.language.tiers import TIERS
from archive.testimonies.models import Edition, Telling
from archive.users.models import User
from archive.vault.models import LANGUAGE_CHOICES, Person
from archive.vault.sealed import SealedModel, SealedTextField
from archive.vault.standing import StandingManager

ENTITY_TYPES = [(value, value) for value in EntityType]
CLASSES = [(value, value) for value in IdentifierClass]
TREATMENTS = [(value, value) for value in Treatment]
RULES = [(rule.value, rule.value) for rule in Rule]
PUBLIC_KINDS = [(kind, kind) for kind in KINDS]


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
    score = models.FloatField(default=1.0)  # how sure the recogniser was; what is advised follows from it
    repeat = models.CharField(max_length=64)  # keyed digest of the folded words: the same words are decided once
    fact = models.CharField(max_length=64, blank=True)  # keyed digest of what they tell, in any language; or nothing
    reason = SealedTextField()
    marked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "telling", "start", "end"], name="a_span_is_marked_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="a_span_is_not_empty"),
            models.CheckConstraint(
                condition=Q(entity_type__in=[*map(str, EntityType)]), name="span_entity_type_is_known"
            ),
            models.CheckConstraint(
                condition=Q(identifier_class__in=[*map(str, IdentifierClass)]), name="span_class_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["edition", "repeat"], name="span_repeat"),
            models.Index(fields=["fact"], condition=~Q(fact=""), name="span_fact"),
        ]

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

    objects: ClassVar[StandingManager] = StandingManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["span"], condition=Q(superseded_at__isnull=True), name="one_standing_decision_per_span"
            ),
            models.CheckConstraint(condition=Q(treatment__in=[*map(str, Treatment)]), name="treatment_is_known"),
            models.CheckConstraint(
                condition=Q(identifier_class__in=[*map(str, IdentifierClass)]), name="decided_class_is_known"
            ),
        ]

    @property
    def alters(self) -> bool:
        """Tell whether readers see something else than was said."""
        return self.treatment != Treatment.RETAIN


class LiftKind(models.TextChoices):
    """What stands at a place where a form of a protected name was found, if it is not that name."""

    OTHER_PERSON = "other_person", "another person"
    ORDINARY_WORD = "ordinary_word", "an ordinary word"


class NameLift(SealedModel):
    """Somebody says that this occurrence of a form of a person's name is not that name; bound to one exact text.

    It counts places in the text as it would be published. A name that is recorded later needs a lift of its own.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="lifts")
    digest = models.CharField(max_length=64)  # of the text that would be published: another text, no lift
    language = models.CharField(max_length=8, choices=LANGUAGE_CHOICES)
    passage = models.PositiveIntegerField()  # 0: the abstract
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=LiftKind.choices)
    tier = models.CharField(max_length=5, choices=[(tier, tier) for tier in TIERS])  # when it was said: for queues
    reason = SealedTextField()
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "digest", "language", "passage", "start", "end", "person"],
                name="a_place_is_lifted_once_for_each_person",
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="a_lift_is_not_empty"),
            models.CheckConstraint(condition=Q(kind__in=LiftKind.values), name="a_lift_says_what_it_is"),
            models.CheckConstraint(condition=Q(tier__in=TIERS), name="lift_tier_is_known"),
            models.CheckConstraint(condition=Q(language__in=LANGUAGES), name="lift_language_is_known"),
        ]


class LiftOutcome(models.TextChoices):
    """What the second person says of a lift."""

    CONFIRM = "confirm", "confirmed"
    REFUSE = "refuse", "refused"


class LiftVerdict(models.Model):
    """What a second person said of a lift, who neither proposed it nor had a hand in the edition."""

    lift = models.OneToOneField(NameLift, models.PROTECT, related_name="verdict")
    digest = models.CharField(max_length=64)
    outcome = models.CharField(max_length=8, choices=LiftOutcome.choices)
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=LiftOutcome.values), name="a_lift_is_confirmed_or_refused")
        ]

    def __str__(self) -> str:
        return f"{self.lift_id}: {self.outcome}"


class AcceptedExposure(SealedModel):
    """Somebody decided that an edition may be published although a combination rule asks; bound to what it tells."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="accepted_exposures")
    rule = models.CharField(max_length=24, choices=RULES)
    digest = models.CharField(max_length=64)  # keyed digest of the facts told: other facts, no acceptance
    fewest = models.PositiveIntegerField()  # how many people fitted, at the low end, on that day
    reason = SealedTextField()
    accepted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    objects: ClassVar[StandingManager] = StandingManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "rule"],
                condition=Q(superseded_at__isnull=True),
                name="one_standing_acceptance_per_rule",
            ),
            models.CheckConstraint(
                condition=Q(rule__in=[rule.value for rule in Rule]), name="an_accepted_rule_is_known"
            ),
        ]


class KnownFact(models.Model):
    """A fact that a public text tells which the archive knows of, by the digest spans bear; derived, rebuildable."""

    fact = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return self.fact[:12]


class PublicThingQuerySet(models.QuerySet["PublicThing"]):
    """Public things, those taken out among them."""

    def standing(self) -> "PublicThingQuerySet":
        """Keep those on the list today."""
        return self.filter(ended_at__isnull=True)


class PublicThing(models.Model):
    """Something the archive holds to be public, in one language, beside the list that is shipped; or held to be, once.

    Its words stand in clear: no form of a protected name may be entered, and what is public needs no seal.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    words = models.CharField(max_length=100)
    key = models.CharField(max_length=200)  # the words as they are compared: in lower case, signs left out
    kind = models.CharField(max_length=16, choices=PUBLIC_KINDS)
    language = models.CharField(max_length=8, choices=LANGUAGE_CHOICES)  # whose endings it takes
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = PublicThingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=Q(ended_at__isnull=True), name="a_public_thing_stands_once"
            ),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="a_public_thing_is_of_a_kind"),
            models.CheckConstraint(condition=Q(language__in=LANGUAGES), name="public_thing_language_is_known"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="somebody_took_a_public_thing_out",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
