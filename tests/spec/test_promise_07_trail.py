"""The audit trail shows any edit, deletion, reordering or truncation, and contains no personal data.

How the chain itself behaves, event by event and on both engines, is in `tests/audit`; here it is the trail of a
testimony that was really taken through the walk.
"""

import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from archive.audit.acts import FACTS, FACTS_OF_ACT, Act, SubjectKind
from archive.audit.chain import ZERO_HASH
from archive.audit.models import AuditEvent
from archive.audit.recording import trail_head
from archive.audit.triggers import install_triggers, remove_triggers
from archive.audit.verification import verify_trail
from archive.publication.release import issue_release, publish
from archive.publication.withdrawal import suspend, withdraw
from archive.review.rounds import ReviewRefused, record_verdict
from archive.testimonies.models import Edition
from archive.users.models import User
from tests import walking
from tests.audit.trails import sql
from tests.walking import AT, Staff

PROTECTED = ("Torvald", "Brekkesen", "Solveig", "Kveldsvik", "14 May", "carpenter")
IDENTIFIER = re.compile(r"|[0-9]{1,19}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}")


def walked() -> tuple[Edition, Staff]:
    """Take a testimony all the way, into a release and out of it again."""
    people = walking.staff()
    edition = walking.put_out(people)
    issue_release(by=people.admin, at=AT)
    suspend(edition.testimony, by=people.editor, at=AT)
    withdraw(edition.testimony, reason="asked", by=people.editor, at=AT)
    return edition, people


@pytest.mark.usefixtures("database")
class TestTheTrailOfATestimony:
    def test_tells_its_whole_way_and_who_went_it(self) -> None:
        _, people = walked()

        told = set(AuditEvent.objects.values_list("act", "actor"))
        editor, admin = str(people.editor.pk), str(people.admin.pk)
        assert told >= {
            (Act.CONCEPTS_IMPORTED, editor),
            (Act.COLLECTION_OPENED, editor),
            (Act.SOURCE_ACCESSIONED, editor),
            (Act.TESTIMONY_ACCESSIONED, editor),
            (Act.PERSON_RECORDED, editor),
            (Act.NAME_PROTECTED, editor),
            (Act.NAMING_DECIDED, editor),
            (Act.SPANS_PROPOSED, editor),
            (Act.SPAN_ADDED, editor),
            (Act.SPAN_DECIDED, editor),
            (Act.DESCRIPTION_CHANGED, editor),
            (Act.REVIEW_REQUESTED, editor),
            (Act.ORIGINAL_OPENED, admin),
            (Act.VERDICT_RECORDED, admin),
            (Act.EDITION_PUBLISHED, admin),
            (Act.RELEASE_ISSUED, admin),
            (Act.TESTIMONY_SUSPENDED, editor),
            (Act.TESTIMONY_WITHDRAWN, editor),
        }
        assert verify_trail().is_sound

    def test_has_no_event_of_an_act_that_was_refused(self) -> None:
        people = walking.staff()
        edition = walking.submit(people)

        with pytest.raises(ReviewRefused):
            record_verdict(edition, reviewer=people.admin, digest="0" * 64, verdict="approve", at=AT)

        assert not AuditEvent.objects.filter(act=Act.VERDICT_RECORDED).exists()

    def test_has_no_event_of_an_act_that_was_undone(self) -> None:
        people = walking.staff()
        before = trail_head()

        with transaction.atomic():
            walking.take_in(people)
            transaction.set_rollback(True)

        assert trail_head() == before

    def test_says_who_opened_an_original_and_what_for(self) -> None:
        walked()

        opened = AuditEvent.objects.filter(act=Act.ORIGINAL_OPENED)
        assert {event.fact_values["purpose"] for event in opened} >= {"detection", "redaction", "review", "publication"}
        assert all(event.actor for event in opened)


def flip(text: str) -> str:
    """Return a text that differs in its last character."""
    return text[:-1] + ("1" if text.endswith("0") else "0")


class TestATamperedTrail:
    """A hundred mutations drawn at random from all that one can do to a row, all found; the seed is fixed."""

    def test_is_found_out_each_time(self, database: str) -> None:
        walked()
        draw = random.Random(20260314)  # noqa: S311 - the same mutations each time
        head = trail_head()
        missed = [mutation for mutation in (self._mutate(draw, head) for _ in range(100)) if mutation]

        assert missed == []
        assert verify_trail(checkpoints=[head]).is_sound

    def _mutate(self, draw: random.Random, head: Any) -> str:
        """Do one thing to the trail, verify, undo it; return what was done if nobody noticed."""
        seq, other = draw.sample(range(1, head.seq + 1), 2)
        kind = draw.choice(["edit", "delete", "swap", "copy", "truncate", "truncate with the head"])
        with transaction.atomic():
            remove_triggers()
            getattr(self, f"_{kind.replace(' ', '_')}")(seq, other, draw)
            install_triggers()
            report = verify_trail(checkpoints=[head])
            transaction.set_rollback(True)
        return "" if {finding.code for finding in report.findings} - {"T007"} else f"{kind} {seq} {other}"

    def _edit(self, seq: int, other: int, draw: random.Random) -> None:
        row = AuditEvent.objects.get(seq=seq)
        column = draw.choice(["actor", "act", "subject_kind", "subject", "facts", "previous_hash", "hash"])
        AuditEvent.objects.filter(seq=seq).update(**{column: flip(getattr(row, column) or "0")})

    def _delete(self, seq: int, other: int, draw: random.Random) -> None:
        AuditEvent.objects.filter(seq=seq).delete()

    def _swap(self, seq: int, other: int, draw: random.Random) -> None:
        for old, new in ((seq, 10**6), (other, seq), (10**6, other)):
            AuditEvent.objects.filter(seq=old).update(seq=new)

    def _copy(self, seq: int, other: int, draw: random.Random) -> None:
        row = AuditEvent.objects.get(seq=seq)
        row.seq = AuditEvent.objects.count() + 1
        row.save(force_insert=True)

    def _truncate(self, seq: int, other: int, draw: random.Random) -> None:
        AuditEvent.objects.filter(seq__gte=seq).delete()

    def _truncate_with_the_head(self, seq: int, other: int, draw: random.Random) -> None:
        self._truncate(seq, other, draw)
        last = AuditEvent.objects.filter(seq=seq - 1).values_list("hash", flat=True).first() or ZERO_HASH
        sql(f"UPDATE audit_trailhead SET seq = {seq - 1}, hash = '{last}'")()  # noqa: S608


class TestAnOlderCopyOfTheDatabase:
    def test_is_found_out_by_the_release_that_it_does_not_know(
        self, sqlite_database: str, data_folder: Path, settings: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        people = walking.staff()
        walking.approve(people)
        copy = data_folder / "older.sqlite3"
        connection.close()
        shutil.copy(data_folder / "desk.sqlite3", copy)
        publish(Edition.objects.get(), by=people.admin, at=AT)
        issue_release(by=people.admin, at=AT)
        signature = Path(f"{settings.RELEASE_FILE}.sig")

        call_command("verify_trail", checkpoint=[signature])
        connection.close()
        for beside in data_folder.glob("desk.sqlite3-*"):
            beside.unlink()
        shutil.copy(copy, data_folder / "desk.sqlite3")

        call_command("verify_trail")
        with pytest.raises(SystemExit) as ended:
            call_command("verify_trail", checkpoint=[signature])
        assert ended.value.code == 1
        assert "T006" in capsys.readouterr().out


@pytest.mark.django_db
class TestWhatTheTrailHolds:
    def test_is_numbers_codes_digests_and_identifiers(self) -> None:
        walked()

        for event in AuditEvent.objects.all():
            assert event.act in set(Act)
            assert event.subject_kind in set(SubjectKind)
            assert IDENTIFIER.fullmatch(event.subject)
            assert IDENTIFIER.fullmatch(event.actor)
            assert event.fact_values.keys() <= FACTS_OF_ACT[Act(event.act)]
            assert all(FACTS[key](value) for key, value in event.fact_values.items())

    def test_is_no_protected_word_and_no_name_of_staff(self) -> None:
        walked()

        said = "".join(f"{vars(event)}" for event in AuditEvent.objects.all())
        staff = User.objects.values_list("username", flat=True)
        assert [word for word in (*PROTECTED, *staff) if word.lower() in said.lower()] == []

    def test_is_bound_to_no_other_table(self) -> None:
        relations = [field.name for field in AuditEvent._meta.get_fields() if field.is_relation]

        assert relations == []
