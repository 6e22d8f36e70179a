"""The trail on PostgreSQL: what only this engine can do to it, and how several desks share it.

What both engines have in common (the whole set of mutations, raw SQL, four writers at once) is in `tests/audit`.
"""

import threading

import pytest
from django.db import IntegrityError, connection, connections, transaction

from archive.audit.models import TrailHead
from archive.audit.recording import record_event, trail_head
from archive.audit.triggers import TriggersNotInPlace, check_triggers, install_triggers, missing_triggers
from archive.audit.verification import verify_trail
from tests.audit.trails import EDITOR, NOON, sql, write_trail

pytestmark = pytest.mark.postgresql

RULE = "CREATE OR REPLACE FUNCTION audit_event_follows_rule() RETURNS trigger LANGUAGE plpgsql {extra} AS $x${body}$x$"

ALWAYS = "ALTER TABLE audit_auditevent ENABLE ALWAYS TRIGGER audit_event_follows"


@pytest.fixture
def trail(postgresql_database):
    return write_trail()


class TestEmptyingATable:
    @pytest.mark.parametrize(
        "statement",
        ["TRUNCATE audit_auditevent", "TRUNCATE audit_trailhead", "TRUNCATE audit_auditevent, audit_trailhead CASCADE"],
    )
    def test_is_refused(self, trail, statement):
        with pytest.raises(IntegrityError), transaction.atomic():
            sql(statement)()

        assert verify_trail(checkpoints=[trail]).is_sound


class TestASuperuserInReplicaMode:
    """In this mode PostgreSQL fires no ordinary trigger; these fire always."""

    @pytest.mark.parametrize(
        "statement", ["DELETE FROM audit_auditevent", "UPDATE audit_trailhead SET seq = 1", "TRUNCATE audit_auditevent"]
    )
    def test_is_refused_all_the_same(self, trail, statement):
        with pytest.raises(IntegrityError), transaction.atomic():
            sql("SET LOCAL session_replication_role = replica", statement)()


class TestATriggerMadeHarmless:
    @pytest.mark.parametrize(
        "statement",
        [
            "ALTER TABLE audit_auditevent DISABLE TRIGGER audit_event_follows",
            "ALTER TABLE audit_auditevent DISABLE TRIGGER ALL",
            "ALTER TABLE audit_auditevent ENABLE TRIGGER audit_event_follows",
            "ALTER TABLE audit_auditevent ENABLE REPLICA TRIGGER audit_event_follows",
            "ALTER FUNCTION audit_event_follows_rule() SECURITY DEFINER",
            "DROP TRIGGER audit_head_advances ON audit_auditevent; CREATE TRIGGER audit_head_advances AFTER INSERT ON "
            "audit_auditevent FOR EACH ROW EXECUTE FUNCTION audit_head_advances_rule(); "
            "ALTER TABLE audit_auditevent ENABLE ALWAYS TRIGGER audit_head_advances",
            "ALTER FUNCTION audit_event_follows_rule() SET search_path = pg_temp",
            RULE.format(extra="", body="BEGIN RETURN NEW; END;"),
            "DROP FUNCTION audit_event_follows_rule() CASCADE",
            "DROP TRIGGER audit_event_follows ON audit_auditevent; CREATE TRIGGER audit_event_follows BEFORE INSERT "
            "ON audit_auditevent FOR EACH ROW WHEN (NEW.seq < 0) EXECUTE FUNCTION audit_event_follows_rule();" + ALWAYS,
            "DROP TRIGGER audit_event_follows ON audit_auditevent; CREATE TRIGGER audit_event_follows AFTER INSERT "
            "ON audit_auditevent FOR EACH ROW EXECUTE FUNCTION audit_event_follows_rule();" + ALWAYS,
        ],
    )
    def test_is_found_and_put_right(self, trail, statement):
        sql(statement)()

        assert {"audit_event_follows", "audit_head_advances"} & {fault.name for fault in missing_triggers()}
        assert {finding.code for finding in verify_trail().findings} == {"T007"}
        with pytest.raises(TriggersNotInPlace):
            check_triggers()

        install_triggers()
        assert verify_trail(checkpoints=[trail]).is_sound


class TestALongTransaction:
    def test_moves_the_head_once_when_it_commits(self, trail):
        with transaction.atomic():
            events = [record_event("signed_in", subject_kind="user", by=EDITOR, at=NOON) for _ in range(300)]
            last = events[-1]
            assert trail_head().seq == last.seq
            assert TrailHead.objects.get().seq == trail.seq

        assert (TrailHead.objects.get().seq, TrailHead.objects.get().hash) == (trail.seq + 300, last.hash)
        assert verify_trail(checkpoints=[trail]).is_sound

    def test_cannot_append_past_a_gap(self, trail):
        forged = (
            "INSERT INTO audit_auditevent SELECT seq + {step}, at, actor, act, subject_kind, subject, facts, hash, "
            "hash FROM audit_auditevent WHERE seq = {seq}"
        )
        for seq, step in ((trail.seq, 2), (trail.seq - 1, 1), (1, trail.seq)):
            with pytest.raises(IntegrityError), transaction.atomic():
                sql(forged.format(seq=seq, step=step))()

        assert verify_trail(checkpoints=[trail]).is_sound

    def test_leaves_no_head_that_can_be_moved_in_between(self, trail):
        def append_and_move():
            record_event("signed_in", subject_kind="user", by=EDITOR, at=NOON)
            sql("UPDATE audit_trailhead SET seq = seq + 1")()

        with pytest.raises(IntegrityError), transaction.atomic():
            append_and_move()

        assert trail_head() == trail


class TestTwoDesksAtOnce:
    def test_take_turns_on_the_head_row(self, trail):
        waiting, may_commit, order = threading.Event(), threading.Event(), []

        def other_desk():
            try:
                with transaction.atomic():
                    waiting.set()
                    event = record_event("signed_in", subject_kind="user", by=EDITOR, at=NOON)
                    order.append(("other", event.seq))
            finally:
                connections["default"].close()

        with transaction.atomic():
            first = record_event("signed_in", subject_kind="user", by=None, at=NOON)
            thread = threading.Thread(target=other_desk)
            thread.start()
            assert waiting.wait(10)
            may_commit.wait(0.2)
            order.append(("first", first.seq))
        thread.join(10)

        assert order == [("first", trail.seq + 1), ("other", trail.seq + 2)]
        assert verify_trail(checkpoints=[trail]).is_sound

    def test_lock_the_one_row_and_no_table(self, trail):
        with transaction.atomic():
            TrailHead.objects.select_for_update().get()
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT count(*) FROM pg_locks JOIN pg_class ON pg_class.oid = relation "
                    "WHERE relname LIKE 'audit_%' AND mode IN ('ExclusiveLock', 'AccessExclusiveLock')"
                )
                locked = cursor.fetchone()

        assert locked == (0,)
        assert trail_head() == trail
