"""What the vault holds. Every word in it is sealed; ids, codes, numbers, times and keyed digests stand in clear."""

import json
from typing import Any, ClassVar, Self, cast

from django.db import models
from django.db.models import F, Q

from archive.language.codes import LANGUAGES
from archive.users.models import User
from archive.vault.sealed import SealedManager, SealedModel, SealedTextField
from archive.vault.standing import StandingManager

LANGUAGE_CHOICES = [(code, code) for code in LANGUAGES]


class Received(SealedModel):
    """The bytes of one source exactly as they were received (base64 in the envelope), held once."""

    digest = models.CharField(max_length=64, unique=True)  # keyed: says nothing to whoever lacks the vault's key
    length = models.PositiveIntegerField()
    file_name = SealedTextField()
    content = SealedTextField()
    deposited_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    deposited_at = models.DateTimeField()


class Original(SealedModel):
    """The immutable working text of one testimony in one language; all offsets count in it."""

    received = models.ForeignKey(Received, models.PROTECT, related_name="originals")
    language = models.CharField(max_length=8, choices=LANGUAGE_CHOICES)
    text = SealedTextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(language__in=LANGUAGES), name="original_language_is_known"),
        ]


class MarkedRange(models.Model):
    """One stretch of the repaired text of a source that an original was taken from (half-open code points).

    An account woven into others has several, read in the order of their places. No two of a source overlap.
    """

    original = models.ForeignKey(Original, models.PROTECT, related_name="ranges")
    place = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["original", "place"], name="one_range_in_each_place"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="a_marked_range_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


class Person(SealedModel):
    """Somebody who tells, or of whom is told: referred to by a number, named only in sealed rows."""

    number = models.PositiveIntegerField(unique=True)
    note = SealedTextField()

    @property
    def reference(self) -> str:
        """Return how the desk refers to this person where the name is not shown."""
        return f"P-{self.number:04d}"

    def __str__(self) -> str:
        return self.reference


class NameKind(models.TextChoices):
    """What kind of name it is."""

    LEGAL = "legal", "legal name"
    FIRST = "first", "first name"
    PATRONYMIC = "patronymic", "patronymic"
    SURNAME = "surname", "surname"
    DIMINUTIVE = "diminutive", "diminutive"
    CALL_SIGN = "call-sign", "call sign or nickname"
    HANDLE = "handle", "handle"
    EARLIER_PSEUDONYM = "earlier-pseudonym", "earlier pseudonym"


class ProtectedName(SealedModel):
    """One name of a person as somebody recorded it; every form of it is refused at the gate."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="names")
    kind = models.CharField(max_length=24, choices=NameKind.choices)
    name = SealedTextField()
    digest = models.CharField(max_length=64)  # keyed: finds the same name recorded twice for one person
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "digest"], name="a_name_is_recorded_once_per_person"),
            models.CheckConstraint(condition=Q(kind__in=NameKind.values), name="name_kind_is_known"),
        ]


class UnsweptName(models.Model):
    """What protects a person has grown, and nobody has looked for it yet in everything published.

    It is written with the name itself and goes when the search has ended; where it stays, something broke in between.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.person_id)


class NamingKind(models.TextChoices):
    """Who decided under which name a person appears."""

    CHANGED_BY_SOURCE = "changed_by_source", "changed by the source"
    CHANGED_BY_OUTLET = "changed_by_outlet", "changed by the outlet"
    CHANGED_BY_ARCHIVE = "changed_by_archive", "changed by the archive"
    NICKNAME = "nickname", "nickname"
    OWN_CHOICE = "named_by_choice", "named by own documented choice"
    ROLE_ONLY = "role_only", "role only"
    PUBLIC_FIGURE = "public_figure", "public figure in a public role"
    UNDECIDED = "undecided", "undecided"


# Under these kinds the person's own names may stand in a published text.
NAMED_OPENLY = frozenset({NamingKind.OWN_CHOICE, NamingKind.PUBLIC_FIGURE})


class NamingDecision(SealedModel):
    """Who changed this person's name, on what evidence, and what the person is called here in each language."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="naming_decisions")
    kind = models.CharField(max_length=24, choices=NamingKind.choices)
    evidence = SealedTextField()
    pseudonyms = SealedTextField()  # JSON: language to the one canonical spelling
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    objects: ClassVar[StandingManager] = StandingManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(superseded_at__isnull=True), name="one_standing_naming_decision"
            ),
            models.CheckConstraint(condition=Q(kind__in=NamingKind.values), name="naming_kind_is_known"),
        ]

    def pseudonyms_by_language(self) -> dict[str, str]:
        """Return the canonical spelling for each language it was given in."""
        return cast("dict[str, str]", json.loads(self.pseudonyms.reveal()))

    @property
    def is_decided(self) -> bool:
        """Tell whether somebody has decided; undecided protects."""
        return self.kind != NamingKind.UNDECIDED


class PrunedFormQuerySet(models.QuerySet[Any]):
    """Forms that were taken away, those put back among them."""

    def standing(self) -> Self:
        """Keep those that nobody has put back."""
        return self.filter(restored_at__isnull=True)


class PrunedFormManager(SealedManager.from_queryset(PrunedFormQuerySet)):  # type: ignore[misc]
    """Reaches them, the key of each joined."""


class PrunedForm(SealedModel):
    """A form of a person's names that somebody took away, and why: it is no longer refused for this person."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="pruned_forms")
    form = SealedTextField()
    digest = models.CharField(max_length=64)  # keyed: finds the same form pruned twice for one person
    reason = SealedTextField()
    pruned_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    pruned_at = models.DateTimeField()
    restored_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    restored_at = models.DateTimeField(null=True)

    objects: ClassVar[PrunedFormManager] = PrunedFormManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "digest"], condition=Q(restored_at__isnull=True), name="a_form_is_pruned_once"
            ),
            models.CheckConstraint(
                condition=Q(restored_at__isnull=True, restored_by__isnull=True)
                | Q(restored_at__isnull=False, restored_by__isnull=False),
                name="somebody_restored_a_form",
            ),
        ]


class PersonComparison(SealedModel):
    """The answer of somebody who was asked whether two persons of different accounts are one; nothing is joined by it.

    The answer is sealed too: that two accounts are one man's is worth more to whoever looks for him than either.
    """

    first = models.ForeignKey(Person, models.PROTECT, related_name="+")
    second = models.ForeignKey(Person, models.PROTECT, related_name="+")
    answer = SealedTextField()  # same · different
    reason = SealedTextField()
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    objects: ClassVar[StandingManager] = StandingManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                condition=Q(superseded_at__isnull=True),
                name="one_standing_answer_for_two_persons",
            ),
            models.CheckConstraint(condition=~Q(first=F("second")), name="nobody_is_compared_with_themselves"),
        ]
