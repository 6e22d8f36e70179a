"""Rows that later ones supersede and that are never lost: which of them stand today."""

from datetime import datetime
from typing import Any, Self

from django.db import models

from archive.vault.sealed import SealedManager


class StandingQuerySet(models.QuerySet[Any]):
    """Decisions and answers, superseded ones among them."""

    def standing(self) -> Self:
        """Keep those that nothing has superseded."""
        return self.filter(superseded_at__isnull=True)

    def supersede(self, *, at: datetime) -> int:
        """Let those that stand be superseded; return how many did."""
        return self.standing().update(superseded_at=at)


class StandingManager(SealedManager.from_queryset(StandingQuerySet)):  # type: ignore[misc]
    """Reaches them, the key of each joined."""
