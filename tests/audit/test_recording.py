"""An event is appended in the transaction of its act, and nothing personal fits into it."""

import threading
import uuid
from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, connections, transaction

from archive.audit.acts import FACTS, FACTS_OF_ACT, LARGEST_NUMBER, Act, SubjectKind
from archive.audit.chain import ZERO_HASH
from archive.audit.models import AuditEvent, TrailHead
from archive.audit.recording import EventRefused, NewEvent, record_event, record_events, trail_head
from archive.audit.verification import verify_trail
from tests.audit.trails import EDITOR, NOON


def record(act="span_decided", **changes):
    arguments: dict[str, Any] = {"subject_kind": "span", "subject": 7, "by": EDITOR, "at": NOON, "facts": {}} | changes
    return record_event(act, **arguments)


class TestAnEvent:
    def test_stands_in_the_trail_as_it_was_recorded(self, db):
        event = record(facts={"treatment": "suppress", "occurrences": 2})

        stored = AuditEvent.objects.get(seq=event.seq)
        assert (stored.act, stored.subject_kind, stored.subject, stored.actor) == (
            "span_decided",
            "span",
            "7",
            str(EDITOR),
        )
        assert stored.at == NOON
        assert stored.fact_values == {"occurrences": 2, "treatment": "suppress"}
        assert str(stored) == f"{event.seq} span_decided"

    def test_names_whom_it_concerns_by_their_identifier(self, db):
        event = record("persons_compared", subject_kind="person", facts={"person": EDITOR})

        assert AuditEvent.objects.get(seq=event.seq).fact_values == {"person": str(EDITOR)}

    def test_follows_the_one_before_and_moves_the_head(self, db):
        first, second = record(), record()

        assert second.seq == first.seq + 1
        assert second.previous_hash == first.hash
        assert str(trail_head()) == f"{second.seq}:{second.hash}" == str(TrailHead.objects.get())

    def test_of_the_archive_itself_has_no_actor(self, db):
        assert record(by=None).actor == ""

    def test_goes_when_its_act_is_rolled_back(self, database):
        before = trail_head()

        with transaction.atomic():
            record()
            transaction.set_rollback(True)

        assert trail_head() == before

    def test_is_refused_outside_a_transaction(self, database):
        with pytest.raises(EventRefused, match="atomic"):
            record()


class TestManyEventsAtOnce:
    def test_are_chained_in_their_order(self, database):
        with transaction.atomic():
            rows = record_events([NewEvent("span_decided", "span", number) for number in range(120)], by=None, at=NOON)

        assert [row.seq for row in rows] == list(range(1, 121))
        assert verify_trail().is_sound

    def test_may_be_none(self, db):
        assert record_events([], by=None, at=NOON) == []

    def test_are_all_refused_for_one_that_is(self, db):
        with pytest.raises(EventRefused):
            record_events([NewEvent("span_decided", "span", 1), NewEvent("nothing", "span", 1)], by=None, at=NOON)

        assert trail_head().seq == 0


class TestWhatDoesNotBelongInTheTrail:
    NAME = "Taras Vymyshlenko"

    @pytest.mark.parametrize(
        "changes",
        [
            {"act": NAME},
            {"subject_kind": NAME},
            {"subject": NAME},
            {"subject": "Taras"},
            {"subject": 1.5},
            {"by": NAME},
            {"by": str(EDITOR)},
            {"at": datetime(2026, 5, 4)},  # noqa: DTZ001 - the case
            {"facts": {NAME: 1}},
            {"facts": {"serial": 1}},
            {"facts": {"treatment": NAME}},
            {"facts": {"treatment": ["suppress"]}},
            {"facts": {"occurrences": "2"}},
            {"facts": {"occurrences": True}},
            {"facts": {"occurrences": 2.0}},
            {"facts": {"occurrences": LARGEST_NUMBER + 1}},
            {"act": "persons_compared", "facts": {"person": NAME}},
            {"act": "persons_compared", "facts": {"person": None}},
        ],
        ids=str,
    )
    def test_is_refused_without_being_repeated(self, db, changes):
        with pytest.raises(EventRefused) as refused:
            record(**changes)

        assert "Taras" not in str(refused.value)
        assert refused.value.__cause__ is None
        assert refused.value.__context__ is None
        assert trail_head().seq == 0

    @pytest.mark.parametrize("digest", ["0f" * 31, "0F" * 32, "0g" * 32, 12, NAME])
    def test_includes_what_is_no_digest(self, db, digest):
        with pytest.raises(EventRefused, match="digest"):
            record("verdict_recorded", facts={"digest": digest})


class TestTheClosedLists:
    def test_give_every_act_its_facts_and_every_fact_a_type(self):
        assert set(FACTS_OF_ACT) == set(Act)
        assert set().union(*FACTS_OF_ACT.values()) <= set(FACTS)

    def test_know_no_fact_that_no_act_carries(self):
        assert set(FACTS) == set().union(*FACTS_OF_ACT.values())

    def test_fit_their_columns(self):
        assert all(len(code) <= 40 for code in (*Act, *SubjectKind))

    def test_hold_no_fact_of_free_text(self):
        words = ["Taras", "taras vymyshlenko", "в/ч 00000", "", "in spring, near the river"]

        assert [name for name, fits in FACTS.items() if any(fits(word) for word in words)] == []


class TestTheDatabaseItself:
    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE audit_auditevent SET act = 'signed_in'",
            "UPDATE audit_auditevent SET seq = seq + 10",
            "DELETE FROM audit_auditevent",
            "DELETE FROM audit_auditevent WHERE seq = 2",
            "UPDATE audit_trailhead SET seq = seq",
            "UPDATE audit_trailhead SET seq = 1",
            "UPDATE audit_trailhead SET seq = seq + 1",
            "UPDATE audit_trailhead SET id = 2",
            "DELETE FROM audit_trailhead",
            "INSERT INTO audit_trailhead (id, seq, hash) VALUES (2, 0, '')",
            "INSERT INTO audit_auditevent SELECT seq + 5, at, actor, act, subject_kind, subject, facts, hash, hash "
            "FROM audit_auditevent WHERE seq = 2",
            "INSERT INTO audit_auditevent SELECT seq + 1, at, actor, act, subject_kind, subject, facts, previous_hash, "
            "hash FROM audit_auditevent WHERE seq = 2",
            "INSERT INTO audit_auditevent SELECT 1, at, actor, act, subject_kind, subject, facts, previous_hash, hash "
            "FROM audit_auditevent WHERE seq = 2",
        ],
    )
    def test_refuses_to_change_what_was_recorded(self, database, statement):
        with transaction.atomic():
            record()
            record()

        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)

        assert verify_trail().is_sound

    @pytest.mark.parametrize(
        "statement",
        [
            "INSERT OR REPLACE INTO audit_auditevent SELECT * FROM audit_auditevent WHERE seq = 1",
            "REPLACE INTO audit_auditevent SELECT 2, at, actor, act, subject_kind, '9', facts, previous_hash, hash "
            "FROM audit_auditevent WHERE seq = 2",
            "UPDATE OR REPLACE audit_auditevent SET seq = 2 WHERE seq = 1",
            "UPDATE OR IGNORE audit_auditevent SET facts = ''",
            "INSERT OR REPLACE INTO audit_trailhead (id, seq, hash) VALUES (1, 0, '')",
        ],
    )
    def test_refuses_the_ways_round_that_sqlite_knows(self, sqlite_database, statement):
        with transaction.atomic():
            record()
            record()

        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)

        assert verify_trail().is_sound

    def test_lets_several_append_at_the_same_time(self, database):
        each, writers = 20, 4
        failures = []

        def write():
            try:
                for _ in range(each):
                    with transaction.atomic():
                        record(subject=uuid.uuid4())
            except Exception as error:
                failures.append(error)
            finally:
                connections["default"].close()

        threads = [threading.Thread(target=write) for _ in range(writers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert failures == []
        report = verify_trail()
        assert report.is_sound
        assert report.events == each * writers

    def test_begins_with_an_empty_trail(self, database):
        assert (trail_head().seq, trail_head().hash) == (0, ZERO_HASH)
