"""Take the triggers down for a migration and put them back after it, and leave a trace that they were away."""

from collections import Counter
from datetime import UTC, datetime

from django.db import connections, transaction

from archive.audit.acts import Act, SubjectKind
from archive.audit.models import AuditEvent, TrailHead
from archive.audit.recording import record_event
from archive.audit.triggers import install_triggers, remove_triggers


def make_way(using: str) -> None:
    """Take the triggers down on SQLite: it refuses to rename a rebuilt table that another table's trigger speaks of."""
    if connections[using].vendor == "sqlite":
        remove_triggers(using)


def install_and_record(using: str) -> None:
    """Install what is missing; in a database that already has a trail, record how much that was."""
    with transaction.atomic(using=using):
        faults = Counter(fault.status for fault in install_triggers(using))
        if not faults or AuditEvent._meta.db_table not in connections[using].introspection.table_names():
            return
        if TrailHead.objects.using(using).filter(pk=1, seq__gt=0).exists():
            record_event(
                Act.TRIGGERS_INSTALLED,
                subject_kind=SubjectKind.TRAIL,
                by=None,
                at=datetime.now(UTC),  # noqa: TID251 - the migration command acts here, and has no time to pass on
                facts={"created": faults["missing"], "altered": faults["altered"], "removed": faults["unknown"]},
                using=using,
            )
