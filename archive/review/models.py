"""Rounds of review and the verdicts that close them."""

from django.db import models
from django.db.models import Q

from archive.testimonies.models import Edition
from archive.users.models import User
from archive.vault.sealed import SealedModel, SealedTextField


class ReviewRound(models.Model):
    """One submission of an edition to a reviewer, bound to the digest of everything that would be published."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="rounds")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    submitted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "number"], name="rounds_are_numbered")]

    def __str__(self) -> str:
        return f"{self.edition_id}, round {self.number}"


class Outcome(models.TextChoices):
    """What a reviewer can say."""

    APPROVE = "approve", "approve"
    RETURN = "return", "return with words"


class Verdict(SealedModel):
    """A reviewer's word on one round; one a round, never altered."""

    round = models.OneToOneField(ReviewRound, models.PROTECT, related_name="verdict")
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    digest = models.CharField(max_length=64)
    words = SealedTextField()
    reviewer = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="verdict_outcome_is_known")]
