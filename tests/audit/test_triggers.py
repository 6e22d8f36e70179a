"""What the database must keep is declared, installed after every migration, and compared with what is there."""

import pytest
from django.core import checks
from django.core.management import call_command
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.migrations.executor import MigrationExecutor

from archive.audit import checks as audit_checks
from archive.audit.apps import AuditConfig, _install_after_migrate, _make_way_before_migrate
from archive.audit.installation import install_and_record, make_way
from archive.audit.models import AuditEvent
from archive.audit.recording import trail_head
from archive.audit.triggers import (
    Trigger,
    TriggersNotInPlace,
    append_only,
    check_triggers,
    declared_triggers,
    install_triggers,
    missing_triggers,
    refuse_truncate,
    refuse_when,
    remove_triggers,
)
from archive.audit.verification import verify_trail
from tests.audit.trails import sql, write_trail

INERT = {
    "sqlite": "CREATE TRIGGER {name} BEFORE INSERT ON {table} BEGIN SELECT 1; END",
    "postgresql": (
        "CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW "
        "EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    ),
}


def here(triggers):
    """Return the triggers that this engine needs."""
    return [trigger for trigger in triggers if getattr(trigger, connection.vendor)]


def drop(trigger):
    on_table = f" ON {trigger.table}" if connection.vendor == "postgresql" else ""
    sql(f"DROP TRIGGER {trigger.name}{on_table}")()


class TestAfterMigration:
    def test_every_declared_trigger_is_in_place(self, database):
        check_triggers()

        assert missing_triggers() == ()
        assert set(AuditConfig.triggers) <= set(declared_triggers())

    def test_installing_again_changes_nothing(self, database):
        assert install_triggers() == ()


class TestATrigger:
    @pytest.fixture
    def one(self, database):
        write_trail()
        return here(AuditConfig.triggers)[0]

    def test_that_is_gone_is_named_and_the_desk_refuses(self, one):
        drop(one)

        assert [str(fault) for fault in missing_triggers()] == [f"{one.name} on {one.table} is missing"]
        with pytest.raises(TriggersNotInPlace, match=one.name) as refused:
            check_triggers()
        assert refused.value.faults == missing_triggers()

    def test_that_was_replaced_by_an_idle_one_is_named(self, one):
        drop(one)
        sql(INERT[connection.vendor].format(name=one.name, table=one.table))()

        assert [fault.status for fault in missing_triggers()] == ["altered"]

    def test_that_nobody_declared_is_named(self, one):
        sql(INERT[connection.vendor].format(name="in_the_way", table=one.table))()

        assert [str(fault) for fault in missing_triggers()] == [f"in_the_way on {one.table} is unknown"]

    def test_is_put_right_again_and_the_trail_says_so(self, one):
        sql(INERT[connection.vendor].format(name="in_the_way", table=one.table))()
        drop(one)
        drop(here(AuditConfig.triggers)[1])
        sql(INERT[connection.vendor].format(name=one.name, table=one.table))()

        install_and_record("default")

        check_triggers()
        event = AuditEvent.objects.latest("seq")
        assert event.act == "triggers_installed"
        assert event.fact_values == {"created": 1, "altered": 1, "removed": 1}

    def test_leaves_no_trace_when_nothing_was_amiss(self, one):
        before = trail_head()

        install_and_record("default")

        assert trail_head() == before


class TestAMigrationThatRebuildsTables:
    """On SQLite an altered column means a new table: the old one's triggers go with it, silently."""

    class Widen(migrations.Migration):
        operations = [
            migrations.AlterField("AuditEvent", "act", models.CharField(max_length=50)),
            migrations.AlterField("TrailHead", "hash", models.CharField(max_length=70)),
        ]

    def widen(self):
        state = MigrationExecutor(connection).loader.project_state()
        with connection.schema_editor() as editor:
            self.Widen("widen", "audit").apply(state, editor)

    def test_is_not_stopped_by_them_and_they_are_there_afterwards(self, database):
        head = write_trail()

        make_way("default")
        self.widen()
        install_and_record("default")

        check_triggers()
        assert verify_trail(checkpoints=[head]).is_sound
        with pytest.raises(IntegrityError), transaction.atomic():
            AuditEvent.objects.filter(seq=1).delete()

    def test_would_have_lost_them(self, sqlite_database):
        remove_triggers()
        install_triggers()
        drop(next(trigger for trigger in AuditConfig.triggers if trigger.name == "audit_head_follows"))

        self.widen()

        assert len(missing_triggers()) > 1

    def test_of_another_database_is_none_of_its_business(self, db):
        drop(here(AuditConfig.triggers)[0])

        _make_way_before_migrate(using="elsewhere", plan=[object()])
        _install_after_migrate(using="elsewhere")

        assert len(missing_triggers()) == 1

    def test_is_made_way_for_by_migrate_and_nothing_is_left_open(self, database):
        write_trail()

        call_command("migrate", verbosity=0)

        check_triggers()


class TestTheSystemChecks:
    def test_warn_of_a_missing_trigger_when_the_database_is_checked(self, database):
        drop(here(AuditConfig.triggers)[0])

        warnings = audit_checks.triggers_in_place(None, databases=["default"])

        assert [(warning.id, warning.level) for warning in warnings] == [("audit.W001", checks.WARNING)]
        assert audit_checks.triggers_in_place(None, databases=None) == []

    def test_are_silent_before_the_first_migration(self, db):
        sql("ALTER TABLE audit_auditevent RENAME TO elsewhere")()

        assert audit_checks.triggers_in_place(None, databases=["default"]) == []

    def test_refuse_sqlite_without_immediate_transactions(self, db, monkeypatch):
        assert audit_checks.appends_take_turns(None) == []

        monkeypatch.setitem(connection.settings_dict, "OPTIONS", {})

        assert [error.id for error in audit_checks.appends_take_turns(None)] == ["audit.E001"]


class TestADeclaration:
    def test_gives_one_trigger_an_event_on_both_engines(self):
        insert, update = refuse_when("x", table="t", on=("INSERT", "UPDATE"), condition="NEW.a = 1", message="No.")

        assert insert.sqlite == (
            "CREATE TRIGGER x_on_insert BEFORE INSERT ON t FOR EACH ROW WHEN NEW.a = 1 "
            "BEGIN SELECT RAISE(ABORT, 'No.'); END"
        )
        assert update.timing == "BEFORE UPDATE FOR EACH ROW"
        assert (
            update.body
            == "BEGIN IF NEW.a = 1 THEN RAISE EXCEPTION 'No.' USING ERRCODE = '23000'; END IF; RETURN NEW; END;"
        )

    def test_can_wait_for_the_commit_on_postgresql(self):
        body = "BEGIN RETURN NULL; END;"
        waiting = Trigger("x", "t", "", f"AFTER INSERT AT COMMIT FOR EACH ROW\n{body}")

        assert waiting.is_deferred
        assert not Trigger("x", "t", "", f"AFTER INSERT FOR EACH ROW\n{body}").is_deferred

    def test_of_an_append_only_table_covers_all_that_takes_away(self):
        names = [trigger.name for trigger in append_only(table="t", same=("id = NEW.id",), message="No.")]

        assert names == ["t_fixed_on_update", "t_fixed_on_delete", "t_replace", "t_truncate"]

    @pytest.mark.parametrize("message", ["It's", "100 %"])
    def test_takes_no_message_that_would_break_its_sql(self, message):
        with pytest.raises(ValueError, match="apostrophe"):
            refuse_when("x", table="t", on="INSERT", condition="(1 = 1)", message=message)
        with pytest.raises(ValueError, match="apostrophe"):
            refuse_truncate(table="t", message=message)

    @pytest.mark.parametrize(
        ("name", "table", "sqlite", "postgresql"),
        [
            ("X", "t", "", ""),
            ("x", "t; DROP", "", ""),
            ("x", "t", "CREATE TRIGGER y BEFORE INSERT ON t BEGIN SELECT 1; END", ""),
            ("x", "t", "", "BEFORE INSERT\nBEGIN RETURN NEW; END;"),
            ("x", "t", "", "INSTEAD OF INSERT FOR EACH ROW\nBEGIN RETURN NEW; END;"),
        ],
    )
    def test_is_refused_when_it_could_not_be_compared(self, name, table, sqlite, postgresql):
        with pytest.raises(ValueError, match=r"^.?[xX]"):
            Trigger(name, table, sqlite, postgresql)

    def test_names_no_trigger_twice(self):
        names = [trigger.name for trigger in declared_triggers()]

        assert len(names) == len(set(names))
