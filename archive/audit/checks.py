"""System checks: the engine serialises appends, and the triggers are where they must be."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as CheckWarning
from django.db import DEFAULT_DB_ALIAS, connections

from archive.audit.models import AuditEvent
from archive.audit.triggers import missing_triggers


def appends_take_turns(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Refuse an SQLite database whose transactions take the write lock only when they first write."""
    database = connections[DEFAULT_DB_ALIAS]
    if database.vendor != "sqlite" or database.settings_dict["OPTIONS"].get("transaction_mode") == "IMMEDIATE":
        return []
    return [
        Error(
            "The desk database does not take its write lock at once: two acts at the same time would fail.",
            hint="Set OPTIONS['transaction_mode'] = 'IMMEDIATE' for this database.",
            id="audit.E001",
        )
    ]


def triggers_in_place(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """Warn where a trigger is gone; a warning, since `migrate`, which runs this check, is what puts it back."""
    if DEFAULT_DB_ALIAS not in (databases or ()):
        return []
    if AuditEvent._meta.db_table not in connections[DEFAULT_DB_ALIAS].introspection.table_names():
        return []
    return [
        CheckWarning(
            f"The trigger {fault}.",
            hint="Run 'manage.py migrate', then 'manage.py verify_trail'.",
            id="audit.W001",
        )
        for fault in missing_triggers(DEFAULT_DB_ALIAS)
    ]
