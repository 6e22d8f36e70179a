"""The trail: its events and its head."""

import json

from django.db import models

from archive.audit.chain import ZERO_HASH


class AuditEvent(models.Model):
    """One act of one person or of the archive itself, chained to every act before it."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=36, blank=True)  # a staff reference; empty when the archive acts by itself
    act = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=64, blank=True)
    facts = models.TextField(default="{}")  # JSON text, not a JSON column: the chain covers it to the byte
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        # No unique constraint beyond the key: through one, SQLite's INSERT OR REPLACE deletes a row past the triggers.
        indexes = [models.Index(fields=["subject_kind", "subject"], name="audit_event_subject")]

    def __str__(self) -> str:
        return f"{self.seq} {self.act}"

    @property
    def fact_values(self) -> dict[str, int | str]:
        """The facts, read from their text."""
        values: dict[str, int | str] = json.loads(self.facts)
        return values


class TrailHead(models.Model):
    """The one row that says where the trail ends; appends take turns on it."""

    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=ZERO_HASH)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="audit_head_is_one_row")]

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}"
