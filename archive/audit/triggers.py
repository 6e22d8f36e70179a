"""Triggers: rules that the database itself keeps, declared as data and checked against what is really there.

An app configuration may carry ``triggers: tuple[Trigger, ...]``. They are installed after every migration, since SQLite
drops a table's triggers whenever a migration rebuilds it; and the SQL that stands in the database is compared with the
declared SQL, since whoever owns the database can take a trigger away.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

TriggerEvent = Literal["INSERT", "UPDATE", "DELETE"]
TriggerStatus = Literal["missing", "altered", "unknown"]

_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,55}")
_TIMING: Final = re.compile(
    r"(?P<when>BEFORE|AFTER) (?P<events>(INSERT|UPDATE|DELETE|TRUNCATE)( OR (INSERT|UPDATE|DELETE|TRUNCATE))*) "
    r"(?P<deferred>AT COMMIT )?FOR EACH (?P<level>ROW|STATEMENT)"
)
_TGTYPE: Final = {
    "ROW": 1,
    "BEFORE": 2,
    "INSERT": 4,
    "DELETE": 8,
    "UPDATE": 16,
    "TRUNCATE": 32,
    "AFTER": 0,
    "STATEMENT": 0,
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One rule, in the words of both engines; empty where an engine needs none.

    `sqlite` is the whole ``CREATE TRIGGER`` statement. `postgresql` is a first line such as ``BEFORE INSERT FOR EACH
    ROW`` (or ``AFTER INSERT AT COMMIT FOR EACH ROW``) and below it the PL/pgSQL block; the function around it and the
    trigger are made from these two.
    """

    name: str
    table: str
    sqlite: str
    postgresql: str

    def __post_init__(self) -> None:
        if not (_NAME.fullmatch(self.name) and _NAME.fullmatch(self.table)):
            raise ValueError(f"{self.name!r} on {self.table!r}: names are small letters, digits and underscores.")
        if self.sqlite and not self.sqlite.startswith(f"CREATE TRIGGER {self.name} "):
            raise ValueError(f"{self.name}: the SQLite statement must begin with CREATE TRIGGER {self.name}.")
        if self.postgresql and not _TIMING.fullmatch(self.timing):
            raise ValueError(f"{self.name}: the first line for PostgreSQL must say when, on what, for each what.")

    @property
    def timing(self) -> str:
        """When PostgreSQL runs it: the first line."""
        return self.postgresql.partition("\n")[0].strip()

    @property
    def is_deferred(self) -> bool:
        """Whether PostgreSQL runs it when the transaction commits."""
        return " AT COMMIT " in self.timing

    @property
    def body(self) -> str:
        """What PostgreSQL runs: the block below the first line."""
        return self.postgresql.partition("\n")[2].strip()

    @property
    def tgtype(self) -> int:
        """The timing as PostgreSQL keeps it in pg_trigger."""
        return sum(_TGTYPE[word] for word in re.split(r"\W+", self.timing) if word in _TGTYPE)


@dataclass(frozen=True, slots=True)
class TriggerFault:
    """A trigger that is not as declared."""

    name: str
    table: str
    status: TriggerStatus

    def __str__(self) -> str:
        return f"{self.name} on {self.table} is {self.status}"


class TriggersNotInPlace(Exception):
    """Raised when the database does not keep the rules it must keep."""

    def __init__(self, faults: Sequence[TriggerFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(
            f"The database lacks rules it must keep: {'; '.join(map(str, faults))}. Without them nothing "
            "stops a change of the trail or a review by the person who decided. Run 'manage.py migrate' to put them "
            "back, then 'manage.py verify_trail' to see what was done while they were away."
        )


def refuse_when(
    name: str, *, table: str, on: TriggerEvent | tuple[TriggerEvent, ...], condition: str, message: str
) -> tuple[Trigger, ...]:
    """Declare that the database refuses a row for which a condition holds; the SQL must mean the same on both engines.

    The condition may use NEW and OLD. The refusal arrives as an IntegrityError on both engines.
    """
    events = (on,) if isinstance(on, str) else on
    _refuse_quotes(message)
    return tuple(
        Trigger(
            name=f"{name}_on_{event.lower()}",
            table=table,
            sqlite=(
                f"CREATE TRIGGER {name}_on_{event.lower()} BEFORE {event} ON {table} FOR EACH ROW WHEN {condition} "
                f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
            ),
            postgresql=(
                f"BEFORE {event} FOR EACH ROW\nBEGIN IF {condition} THEN RAISE EXCEPTION '{message}' "
                f"USING ERRCODE = '23000'; END IF; RETURN {'OLD' if event == 'DELETE' else 'NEW'}; END;"
            ),
        )
        for event in events
    )


def refuse_truncate(*, table: str, message: str) -> Trigger:
    """Declare that PostgreSQL refuses to empty a table at a stroke, which row triggers do not see."""
    _refuse_quotes(message)
    return Trigger(
        name=f"{table}_truncate",
        table=table,
        sqlite="",
        postgresql=(
            f"BEFORE TRUNCATE FOR EACH STATEMENT\nBEGIN RAISE EXCEPTION '{message}' USING ERRCODE = '23000'; END;"
        ),
    )


def _refuse_quotes(message: str) -> None:
    if "'" in message or "%" in message:
        raise ValueError("The message of a trigger stands in SQL as it is: no apostrophe and no percent sign in it.")


def refuse_replacement(*, table: str, same: tuple[str, ...], message: str) -> Trigger:
    """Declare that SQLite's INSERT OR REPLACE deletes nothing, which no delete trigger sees.

    `same` says, in SQL, when a row is the one that NEW would push out: one condition for each key of the table.
    """
    _refuse_quotes(message)
    known = " OR ".join(f"({condition})" for condition in same)
    return Trigger(
        name=f"{table}_replace",
        table=table,
        sqlite=(
            f"CREATE TRIGGER {table}_replace BEFORE INSERT ON {table} FOR EACH ROW "  # noqa: S608 - of declared names only
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {known}) BEGIN SELECT RAISE(ABORT, '{message}'); END"
        ),
        postgresql="",
    )


def append_only(*, table: str, same: tuple[str, ...], message: str) -> tuple[Trigger, ...]:
    """Declare that rows of a table are never changed, deleted, replaced or emptied out."""
    return (
        *refuse_when(f"{table}_fixed", table=table, on=("UPDATE", "DELETE"), condition="(1 = 1)", message=message),
        refuse_replacement(table=table, same=same, message=message),
        refuse_truncate(table=table, message=message),
    )


def never_lost(name: str, *, table: str, same: tuple[str, ...], message: str) -> tuple[Trigger, ...]:
    """Declare that rows of a table are never deleted (under this name), replaced or emptied out."""
    return (
        *refuse_when(name, table=table, on="DELETE", condition="(1 = 1)", message=message),
        refuse_replacement(table=table, same=same, message=message),
        refuse_truncate(table=table, message=message),
    )


def declared_triggers() -> tuple[Trigger, ...]:
    """Return every trigger that an installed app declares."""
    return tuple(trigger for config in apps.get_app_configs() for trigger in getattr(config, "triggers", ()))


def missing_triggers(
    using: str = DEFAULT_DB_ALIAS, *, declared: Iterable[Trigger] | None = None
) -> tuple[TriggerFault, ...]:
    """Return each trigger that is missing, differs from its declaration, or is in the way without being declared."""
    connection = connections[using]
    expected = _expected(connection, declared_triggers() if declared is None else declared)
    present = _present(connection)
    faults = [TriggerFault(name, table, "missing") for name, table in sorted(expected.keys() - present.keys())]
    faults += [
        TriggerFault(name, table, "altered")
        for name, table in sorted(expected.keys() & present.keys())
        if expected[name, table] != present[name, table]
    ]
    faults += [TriggerFault(name, table, "unknown") for name, table in sorted(present.keys() - expected.keys())]
    return tuple(faults)


def check_triggers(using: str = DEFAULT_DB_ALIAS) -> None:
    """Refuse to go on unless every declared trigger stands in the database exactly as declared."""
    faults = missing_triggers(using)
    if faults:
        raise TriggersNotInPlace(faults)


def install_triggers(using: str = DEFAULT_DB_ALIAS) -> tuple[TriggerFault, ...]:
    """Put every declared trigger in place and remove undeclared ones; return what was not as it should be."""
    connection = connections[using]
    with transaction.atomic(using=using):
        tables = set(connection.introspection.table_names())
        declared = [trigger for trigger in declared_triggers() if trigger.table in tables]
        faults = missing_triggers(using, declared=declared)
        by_name = {(trigger.name, trigger.table): trigger for trigger in declared}
        with connection.cursor() as cursor:
            for fault in faults:
                trigger = by_name.get((fault.name, fault.table))
                for statement in _statements(connection, fault, trigger):
                    cursor.execute(statement)
    return faults


def remove_triggers(using: str = DEFAULT_DB_ALIAS) -> None:
    """Take down every declared trigger; until `install_triggers` runs, `check_triggers` refuses to go on."""
    connection = connections[using]
    standing = _present(connection).keys()
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for trigger in declared_triggers():
            if (trigger.name, trigger.table) in standing:
                fault = TriggerFault(trigger.name, trigger.table, "unknown")
                for statement in _statements(connection, fault, None):
                    cursor.execute(statement)


def _expected(connection: BaseDatabaseWrapper, declared: Iterable[Trigger]) -> dict[tuple[str, str], object]:
    if connection.vendor == "postgresql":
        return {
            (t.name, t.table): (t.body, t.tgtype, t.is_deferred, "A", f"{t.name}_rule")
            for t in declared
            if t.postgresql
        }
    return {(t.name, t.table): t.sqlite for t in declared if t.sqlite}


def _present(connection: BaseDatabaseWrapper) -> dict[tuple[str, str], object]:
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
            return {(name, table): sql for name, table, sql in cursor.fetchall()}
        cursor.execute(_POSTGRESQL_TRIGGERS)
        return {
            (name, table): (body, tgtype, deferred, enabled, function) if plain else None
            for name, table, body, tgtype, deferred, enabled, function, plain in cursor.fetchall()
        }


# "plain" is what a declared trigger always is: written in PL/pgSQL, with the caller's rights, on all columns, without a
# condition, no arguments, no settings of its own, deferred from the start if at all. Anything else could make the same
# text mean less.
_POSTGRESQL_TRIGGERS: Final = """
    SELECT t.tgname, c.relname, p.prosrc, t.tgtype::int, t.tgdeferrable, t.tgenabled::text, p.proname,
           l.lanname = 'plpgsql' AND t.tgqual IS NULL AND t.tgnargs = 0 AND t.tgattr::text = ''
           AND t.tgdeferrable = t.tginitdeferred
           AND NOT p.prosecdef AND p.proconfig IS NULL AND p.pronamespace = c.relnamespace
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
      JOIN pg_language l ON l.oid = p.prolang JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE NOT t.tgisinternal AND n.nspname = current_schema()
"""


def _statements(connection: BaseDatabaseWrapper, fault: TriggerFault, trigger: Trigger | None) -> list[str]:
    quote = connection.ops.quote_name
    if connection.vendor != "postgresql":
        drop = [] if fault.status == "missing" else [f"DROP TRIGGER {quote(fault.name)}"]
        return drop if trigger is None else [*drop, trigger.sqlite]
    drop = [f"DROP TRIGGER IF EXISTS {quote(fault.name)} ON {quote(fault.table)}"]
    if trigger is None:
        return drop
    function = f"{trigger.name}_rule"
    return [
        *drop,
        f"DROP FUNCTION IF EXISTS {function}()",
        f"CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $rule${trigger.body}$rule$",
        f"CREATE {'CONSTRAINT ' if trigger.is_deferred else ''}TRIGGER {trigger.name} {_when(trigger)} "
        f"EXECUTE FUNCTION {function}()",
        f"ALTER TABLE {trigger.table} ENABLE ALWAYS TRIGGER {trigger.name}",
    ]


def _when(trigger: Trigger) -> str:
    events, _, level = trigger.timing.partition(" FOR EACH")
    deferred = " DEFERRABLE INITIALLY DEFERRED" if trigger.is_deferred else ""
    return f"{events.removesuffix(' AT COMMIT')} ON {trigger.table}{deferred} FOR EACH{level}"
