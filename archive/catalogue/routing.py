"""Keeps the tables of the release out of the desk database.

The desk installs this app too, because the gate writes and reads releases through it. Its models are unmanaged, so
`migrate` never makes their tables; this router sends what still asks for them to the release, and nowhere else.
"""

from typing import Any

from django.conf import settings
from django.db.models import Model

APP_LABEL = "catalogue"


def release_alias() -> str:
    """Return the database alias under which this process reads a release (in the room, `default` itself)."""
    return str(getattr(settings, "RELEASE_ALIAS", "release"))


class ReleaseRouter:
    """Reads of the catalogue go to the release; nothing of it is migrated, and no relation leaves it."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        """Return the alias of the release for models of the catalogue."""
        if model._meta.app_label != APP_LABEL:
            return None
        instance = hints.get("instance")
        return str(instance._state.db) if instance is not None and instance._state.db else release_alias()

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """Refuse to migrate the catalogue anywhere, and anything else into the release."""
        if app_label == APP_LABEL or db == release_alias() != "default":
            return False
        return None
