"""Certificates of the gate, and the releases that were issued."""

from django.db import models
from django.db.models import Q

from archive.language.codes import LANGUAGES
from archive.language.tiers import TIERS
from archive.testimonies.models import Edition, Testimony
from archive.users.models import User
from archive.vault.models import Person
from archive.vault.sealed import SealedModel, SealedTextField


class PublicationCertificate(models.Model):
    """The gate let this edition through: its approved digest, and the state of names it was proved against."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="certificates")
    digest = models.CharField(max_length=64)
    names_stamp = models.CharField(max_length=64)
    checks = models.PositiveIntegerField()
    ends_silence = models.BooleanField(default=False)  # what stood until then was suspended
    certified_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    certified_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.edition_id} {self.digest[:12]}"


class Release(models.Model):
    """One signed file that the reading room served or serves."""

    serial = models.PositiveIntegerField(primary_key=True)
    month = models.CharField(max_length=7)
    order_seed = models.CharField(max_length=64)
    trail_seq = models.PositiveBigIntegerField()
    trail_hash = models.CharField(max_length=64)
    file_digest = models.CharField(max_length=64)
    logical_digest = models.CharField(max_length=64)
    testimonies = models.PositiveIntegerField()
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(serial__gte=1), name="serials_begin_at_one")]

    def __str__(self) -> str:
        return f"release {self.serial}"


class ReleasedEdition(models.Model):
    """An edition first went out with a release: what the room shows as its month of publication."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="first_release")
    release = models.ForeignKey(Release, models.PROTECT, related_name="new_editions")

    def __str__(self) -> str:
        return f"{self.edition_id} in {self.release_id}"


class ContextSheet(SealedModel):
    """A background case, figure, point of law, term or collection description, as the next release carries it."""

    code = models.CharField(max_length=64, unique=True)
    position = models.PositiveIntegerField()
    content = SealedTextField()  # canonical JSON of catalogue.records.ContextRecord
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()


class SweepHitQuerySet(models.QuerySet["SweepHit"]):
    """Tasks, from which those that wait can be taken, and those about names that stand in a text."""

    def waiting(self) -> "SweepHitQuerySet":
        """Keep those that nobody has settled."""
        return self.filter(settled_at__isnull=True)

    def of_places(self) -> "SweepHitQuerySet":
        """Keep those that a name standing in a text has opened, and no pseudonym."""
        return self.filter(of_pseudonym=False)

    def of_pseudonyms(self) -> "SweepHitQuerySet":
        """Keep those that a pseudonym has opened."""
        return self.filter(of_pseudonym=True)


class SweepHit(models.Model):
    """A task: in what is published, a protected name stands or may stand at this place; it says where, never what.

    Or, `of_pseudonym`: what the person is called here in this language has become a protected name.
    """

    testimony = models.ForeignKey(Testimony, models.PROTECT, related_name="sweep_hits")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    language = models.CharField(max_length=8)
    passage = models.PositiveIntegerField()  # 0: the public name, the title or the abstract
    tier = models.CharField(max_length=5, choices=[(tier, tier) for tier in TIERS])
    of_pseudonym = models.BooleanField(default=False)
    found_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    objects = SweepHitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["testimony", "person", "language", "passage", "of_pseudonym"],
                condition=Q(settled_at__isnull=True),
                name="a_place_is_one_open_task",
            ),
            models.CheckConstraint(condition=Q(tier__in=TIERS), name="task_tier_is_known"),
            models.CheckConstraint(condition=Q(language__in=LANGUAGES), name="task_language_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.testimony_id} ¶{self.passage}"

    def told(self) -> str:
        """Return where it is and what stands there, for whoever reads a command's output."""
        where = f"{self.testimony.reference} ({self.language})"
        if self.of_pseudonym:
            called = f"what {self.person.reference} is called"
            return f"{where}, {called} is a protected name by now: choose another pseudonym."
        place = f"passage {self.passage}" if self.passage else "name, title or abstract"
        return f"{where}, {place}: a protected name {'stands' if self.tier == 'block' else 'may stand'} there."
