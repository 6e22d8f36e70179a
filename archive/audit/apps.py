"""The audit app: its triggers, and the hooks that put everybody's triggers in place after a migration."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db import DEFAULT_DB_ALIAS
from django.db.models.signals import post_migrate, pre_migrate

from archive.audit.rules import TRIGGERS


class AuditConfig(AppConfig):
    name = "archive.audit"
    triggers = TRIGGERS

    def ready(self) -> None:
        """Register the checks and connect the hooks."""
        from archive.audit.checks import appends_take_turns, triggers_in_place  # noqa: PLC0415 - models first

        register(appends_take_turns)
        register(triggers_in_place, Tags.database)
        pre_migrate.connect(_make_way_before_migrate, sender=self, dispatch_uid="archive.audit.make_way")
        post_migrate.connect(_install_after_migrate, sender=self, dispatch_uid="archive.audit.triggers")


def _make_way_before_migrate(*, using: str, plan: Sequence[object] = (), **_: Any) -> None:
    from archive.audit.installation import make_way  # noqa: PLC0415 - models first

    if using == DEFAULT_DB_ALIAS and plan:
        make_way(using)


def _install_after_migrate(*, using: str, **_: Any) -> None:
    from archive.audit.installation import install_and_record  # noqa: PLC0415 - models first

    if using == DEFAULT_DB_ALIAS:  # the hook runs once for every alias, and only the desk database has triggers
        install_and_record(using)
