"""Every edit, deletion, insertion, reordering and truncation of the trail is found, on both engines."""

import pytest
from django.db import connection

from archive.audit.chain import Checkpoint
from archive.audit.recording import trail_head
from archive.audit.triggers import declared_triggers, missing_triggers
from archive.audit.verification import MOST_FINDINGS, verify_trail
from tests.audit.trails import EVENTS, MUTATIONS, Mutation, sql, write_trail


class TestASoundTrail:
    def test_is_found_sound_up_to_its_head(self, database):
        head = write_trail()

        report = verify_trail(checkpoints=[head])

        assert report.is_sound, report.findings
        assert (report.events, report.head) == (EVENTS, head)

    def test_is_sound_against_every_earlier_checkpoint(self, database):
        earlier = [trail_head(), write_trail(), write_trail(), write_trail()]

        assert verify_trail(checkpoints=earlier).is_sound
        assert verify_trail(checkpoints=[Checkpoint(None, point.hash) for point in earlier]).is_sound

    def test_is_not_sound_against_a_checkpoint_with_the_wrong_number(self, db):
        head = write_trail()

        assert not verify_trail(checkpoints=[Checkpoint(4, head.hash)]).is_sound

    def test_is_read_to_its_end_however_long_it_is(self, db):
        write_trail(5010)

        assert verify_trail().events == 5010
        assert Mutation("late", sql("UPDATE audit_auditevent SET actor = '' WHERE seq = 5003")).report().findings

    def test_is_sound_while_it_is_empty(self, database):
        assert verify_trail().is_sound


class TestATrailThatWasTamperedWith:
    @pytest.fixture
    def outside(self, database):
        earlier = write_trail(3)
        return earlier, write_trail(EVENTS - 3)

    def test_is_found_out_in_every_way(self, outside):
        missed = [
            mutation.name
            for mutation in MUTATIONS
            if not {finding.code for finding in mutation.report(outside[1]).findings} - {"T007"}
        ]

        assert missed == []
        assert len(MUTATIONS) >= 48

    def test_is_found_out_without_a_checkpoint_unless_it_is_consistent_in_itself(self, outside):
        unseen = {mutation.name for mutation in MUTATIONS if mutation.report().is_sound}

        assert unseen == {mutation.name for mutation in MUTATIONS if mutation.shows_only_outside}

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("edit facts of 5", "T001"),
            ("delete some", "T002"),
            ("insert before the first", "T003"),
            ("insert in the middle", "T003"),
            ("cut off one", "T004"),
            ("cut off most", "T004"),
            ("head set on", "T004"),
            ("head deleted", "T005"),
            ("head set back", "T005"),
            ("head given another hash", "T005"),
            ("append past the head", "T005"),
            ("edit and chain anew", "T006"),
        ],
    )
    def test_is_told_what_was_done(self, db, name, code):
        head = write_trail()
        (mutation,) = (one for one in MUTATIONS if one.name == name)

        assert code in {finding.code for finding in mutation.report(head).findings}

    def test_is_sound_again_once_it_is_undone(self, outside):
        MUTATIONS[0].report(outside[1])

        assert verify_trail(checkpoints=outside).is_sound

    def test_is_not_reported_without_end(self, outside):
        write_trail(MOST_FINDINGS + 20)
        everything = Mutation("all facts", sql("UPDATE audit_auditevent SET facts = '{\"occurrences\":0}'"))

        assert len(everything.report().findings) == MOST_FINDINGS


class TestACheckpointOfSomeOtherTrail:
    @pytest.mark.parametrize("point", [Checkpoint(number, "d" * 64) for number in (None, 0, 4, 400)])
    def test_is_found_not_to_fit(self, db, point):
        write_trail()

        assert {finding.code for finding in verify_trail(checkpoints=[point]).findings} == {"T006"}


class TestAColumnThatHoldsWhatItCannot:
    @pytest.mark.parametrize("column", ["actor", "act", "subject_kind", "subject", "facts", "previous_hash"])
    def test_is_a_finding_and_no_crash(self, db, column):
        write_trail()

        report = Mutation("bytes", sql(f"UPDATE audit_auditevent SET {column} = x'00ff'")).report()  # noqa: S608

        assert "T001" in {finding.code for finding in report.findings}


class TestATriggerThatIsGone:
    def test_is_found_whichever_it_is(self, database):
        write_trail()
        present = [trigger for trigger in declared_triggers() if getattr(trigger, connection.vendor)]
        assert present

        for trigger in present:
            on_table = f" ON {trigger.table}" if connection.vendor == "postgresql" else ""
            sql(f"DROP TRIGGER {trigger.name}{on_table}")()

            assert [finding.code for finding in verify_trail().findings].count("T007") == 1
            restore_one(trigger)

        assert missing_triggers() == ()


def restore_one(trigger):
    """Put one trigger back the way a migration does."""
    from archive.audit.triggers import install_triggers  # noqa: PLC0415

    assert [fault.name for fault in install_triggers()] == [trigger.name]
