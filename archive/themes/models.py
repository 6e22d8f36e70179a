"""Concepts and their labels."""

from django.db import models
from django.db.models import Q


class Display(models.TextChoices):
    """Whether a theme is shown whoever carries it, or only from the display threshold on."""

    OPEN = "open", "open"
    THRESHOLD = "threshold", "threshold"


class ConceptQuerySet(models.QuerySet["Concept"]):
    """Concepts in the order of the thesaurus."""

    def assignable(self) -> "ConceptQuerySet":
        """Return the concepts that a passage may be given."""
        return self.filter(assignable=True)

    def in_order(self) -> "ConceptQuerySet":
        """Return the concepts as the thesaurus lists them."""
        return self.order_by("position")


class Concept(models.Model):
    """One idea that testimonies speak of (skos:Concept); a group heading is a concept that is not assignable."""

    code = models.CharField(max_length=32, primary_key=True)
    slug = models.SlugField(max_length=80, unique=True)
    broader = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="narrower")
    display = models.CharField(max_length=16, choices=Display.choices, default=Display.OPEN)
    assignable = models.BooleanField(default=True)
    position = models.PositiveIntegerField()

    objects = ConceptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(broader=models.F("code")), name="concept_is_not_broader_than_itself"),
            models.CheckConstraint(condition=Q(display__in=Display.values), name="concept_display_is_known"),
        ]

    def __str__(self) -> str:
        return self.code


class ConceptLabel(models.Model):
    """The name and scope note of a concept in one language (skos:prefLabel, skos:scopeNote)."""

    concept = models.ForeignKey(Concept, models.CASCADE, related_name="labels")
    language = models.CharField(max_length=8)
    pref_label = models.CharField(max_length=200)
    scope_note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["concept", "language"], name="one_label_per_concept_and_language"),
            models.UniqueConstraint(fields=["language", "pref_label"], name="labels_of_a_language_differ"),
        ]

    def __str__(self) -> str:
        return f"{self.concept_id} ({self.language})"
