"""One person can withdraw; every surface is silent at once, and no backup brings it back."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from archive.audit.models import AuditEvent
from archive.catalogue.models import AccessCopy
from archive.catalogue.opening import Standing, release_database
from archive.catalogue.signatures import read_public_key
from archive.catalogue.tombstones import Tombstone, TombstonesRefused
from archive.publication.examination import find_obstacles
from archive.publication.recovery import recover
from archive.publication.release import issue_release, lift_suspension, publish
from archive.publication.stones import current_tombstones, lift_silences, set_tombstone
from archive.publication.withdrawal import suspend, withdraw
from archive.redaction.correction import start_correction
from archive.testimonies.models import Edition, State, Testimony
from tests import walking
from tests.walking import AT, Staff


def standing(settings: Any) -> Standing:
    return Standing(
        release_path=Path(settings.RELEASE_FILE),
        tombstone_path=Path(settings.TOMBSTONE_FILE),
        release_key=read_public_key(Path(settings.RELEASE_PUBLIC_KEY_FILE)),
        tombstone_key=read_public_key(Path(settings.TOMBSTONE_PUBLIC_KEY_FILE)),
    )


def shown(room: Standing, settings: Any) -> set[str]:
    _, tombstones = room.look()
    with release_database(Path(settings.RELEASE_FILE)) as release:
        return set(AccessCopy.objects.visible(tombstones, using=release.alias).values_list("public_id", flat=True))


def correct(edition: Edition, people: Staff) -> Edition:
    """Publish a correction of what stands; the next release carries it."""
    correction = start_correction(walking.edition_now(edition), by=people.editor, at=AT)
    publish(walking.hand_over(correction, people), by=people.admin, at=AT)
    return correction


@pytest.mark.usefixtures("database")
class TestAWithdrawal:
    def test_by_one_editor_silences_the_running_room_at_once(self, settings: Any) -> None:
        people = walking.staff()
        edition = walking.put_out(people)
        issue_release(by=people.admin, at=AT)
        room = standing(settings)
        before = shown(room, settings)

        withdraw(edition.testimony, by=people.other_editor, at=AT, reason="asked")

        _, tombstones = room.look()
        assert before == {edition.testimony.public_id}
        assert shown(room, settings) == set()
        assert tombstones.stone(edition.testimony.public_id) is not None
        assert walking.edition_now(edition).state == State.WITHDRAWN

    def test_leaves_the_text_out_of_the_next_release(self) -> None:
        people = walking.staff()
        edition = walking.put_out(people)
        issue_release(by=people.admin, at=AT)
        withdraw(edition.testimony, by=people.editor, at=AT, reason="danger")

        issued = issue_release(by=people.admin, at=AT)

        assert issued.testimonies == 0
        assert edition.testimony.public_id.encode() not in issued.path.read_bytes()
        assert b"barn" not in issued.path.read_bytes()

    def test_can_leave_no_stone(self, settings: Any) -> None:
        people = walking.staff()
        edition = walking.put_out(people)
        issue_release(by=people.admin, at=AT)

        withdraw(edition.testimony, by=people.editor, at=AT, reason="danger", silent=True)

        _, tombstones = standing(settings).look()
        assert tombstones.stone(edition.testimony.public_id) is None
        assert edition.testimony.public_id in tombstones

    def test_of_what_was_never_public_leaves_no_stone(self, settings: Any) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        issue_release(by=people.admin, at=AT)

        withdraw(edition.testimony, by=people.editor, at=AT, reason="asked")

        _, tombstones = standing(settings).look()
        assert tombstones.stone(edition.testimony.public_id) is None
        assert walking.edition_now(edition).state == State.WITHDRAWN

    def test_of_what_is_suspended_stays_where_silences_are_lifted_and_is_dated_once(self) -> None:
        people = walking.staff()
        edition = walking.put_out(people)
        issue_release(by=people.admin, at=AT)
        suspend(edition.testimony, by=people.editor, at=AT)
        for day in range(2):
            withdraw(edition.testimony, by=people.editor, at=AT + timedelta(days=day), reason="asked")

        lift_silences(lambda: [edition.testimony.public_id])

        assert edition.testimony.public_id in current_tombstones()
        assert walking.edition_now(edition).state == State.WITHDRAWN
        assert Testimony.objects.get().withdrawn_at == AT
        acts = (
            AuditEvent.objects.filter(subject=str(edition.testimony_id)).order_by("seq").values_list("act", flat=True)
        )
        assert list(acts)[-3:] == ["testimony_suspended", "testimony_withdrawn", "testimony_withdrawn"]

    @pytest.mark.parametrize(("silent", "reason"), [(False, "law"), (False, "danger"), (True, "danger")])
    def test_is_said_again_as_it_was_said_where_the_list_was_lost(
        self, settings: Any, silent: bool, reason: str
    ) -> None:
        people = walking.staff()
        edition = walking.put_out(people)
        issue_release(by=people.admin, at=AT)
        withdraw(edition.testimony, by=people.editor, at=AT, reason=reason, silent=silent)
        if not silent:
            withdraw(edition.testimony, by=people.editor, at=AT, reason="error")  # the first stone stays as it is
        said = current_tombstones().stone(edition.testimony.public_id)
        Path(settings.TOMBSTONE_FILE).unlink()

        recover(by=people.admin, at=AT + timedelta(days=90))

        assert (said is None) == silent
        assert current_tombstones().stone(edition.testimony.public_id) == said
        assert edition.testimony.public_id in current_tombstones()

    def test_cannot_happen_without_a_list_to_write_it_in(self, settings: Any) -> None:
        people = walking.staff()
        edition = walking.put_out(people)
        Path(settings.TOMBSTONE_FILE).unlink()

        with pytest.raises(TombstonesRefused, match="is missing"):
            withdraw(edition.testimony, by=people.editor, at=AT, reason="asked")

        assert walking.edition_now(edition).state == State.PUBLISHED


@contextmanager
def restored_afterwards(folder: Path) -> Iterator[None]:
    """Put the desk's database back, when the block ends, as it was when it began."""
    database, backup = Path(str(connection.settings_dict["NAME"])), folder / "backup.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(backup)])
    yield
    connection.close()
    for beside in database.parent.glob(database.name + "-*"):
        beside.unlink()
    shutil.copy(backup, database)


@pytest.mark.usefixtures("sqlite_database")
class TestABackupFromBeforeTheWithdrawal:
    def test_does_not_bring_it_back(self, settings: Any, tmp_path: Path) -> None:
        people = walking.staff()
        edition = walking.put_out(people)
        issue_release(by=people.admin, at=AT)
        with restored_afterwards(tmp_path):
            withdraw(edition.testimony, by=people.editor, at=AT, reason="asked")
        restored = walking.edition_now(edition).state

        done = recover(by=people.admin, at=AT)

        assert restored == State.PUBLISHED
        assert done.testimonies == 1
        assert walking.edition_now(edition).state == State.WITHDRAWN
        assert shown(standing(settings), settings) == set()
        issued = issue_release(by=people.admin, at=AT)
        assert issued.testimonies == 0
        assert issued.serial == 2

    @pytest.mark.parametrize("silent", [False, True])
    def test_does_not_get_it_into_a_release_though_nobody_has_recovered_yet(self, silent: bool, tmp_path: Path) -> None:
        people = walking.staff()
        edition = walking.put_out(people)
        issue_release(by=people.admin, at=AT)
        with restored_afterwards(tmp_path):
            withdraw(edition.testimony, by=people.editor, at=AT, reason="asked", silent=silent)

        issued = issue_release(by=people.admin, at=AT)

        assert [{one.code for one in judged.obstacles} for judged in issued.left_out] == [{"G015"}]
        assert edition.testimony.public_id.encode() not in issued.path.read_bytes()
        assert edition.testimony.public_id in current_tombstones()

    @pytest.mark.parametrize("was_public", [False, True])
    def test_does_not_let_through_what_was_approved_or_suspended_then(self, was_public: bool, tmp_path: Path) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        if was_public:
            issue_release(by=people.admin, at=AT, including=[edition])
            suspend(edition.testimony, by=people.editor, at=AT)
        with restored_afterwards(tmp_path):
            withdraw(edition.testimony, by=people.editor, at=AT, reason="asked")

        obstacles = find_obstacles(walking.edition_now(edition), by=people.admin, at=AT)

        assert {one.code for one in obstacles} == {"G015"}


@pytest.mark.usefixtures("database")
class TestASuspension:
    def test_is_lifted_only_through_the_whole_gate(self, settings: Any) -> None:
        people = walking.staff()
        edition = walking.put_out(people)
        issue_release(by=people.admin, at=AT)
        suspend(edition.testimony, by=people.editor, at=AT)
        silent = shown(standing(settings), settings)
        obstacles = find_obstacles(walking.edition_now(edition), by=people.admin, at=AT)

        lift_suspension(walking.edition_now(edition), by=people.admin, at=AT)

        assert silent == set()
        assert obstacles == ()
        assert shown(standing(settings), settings) == {edition.testimony.public_id}

    def test_ends_with_the_release_that_carries_a_correction_and_not_before(self, settings: Any) -> None:
        people = walking.staff()
        edition = walking.put_out(people)
        issue_release(by=people.admin, at=AT)
        suspend(edition.testimony, by=people.editor, at=AT)

        correction = correct(edition, people)
        between = shown(standing(settings), settings)
        recovered = recover(by=people.admin, at=AT)
        issue_release(by=people.admin, at=AT)

        assert between == set()
        assert recovered.testimonies == 0  # it waits for its release, and no crash has left it so
        assert walking.edition_now(correction).state == State.PUBLISHED
        assert shown(standing(settings), settings) == {edition.testimony.public_id}

    def test_of_a_correction_that_waits_for_its_release_never_shows_what_it_corrects(self, settings: Any) -> None:
        people = walking.staff()
        edition = walking.put_out(people)
        issue_release(by=people.admin, at=AT)
        correction = correct(edition, people)
        suspend(edition.testimony, by=people.editor, at=AT)

        lift_suspension(walking.edition_now(correction), by=people.admin, at=AT)

        assert shown(standing(settings), settings) == set()
        issue_release(by=people.admin, at=AT)
        assert shown(standing(settings), settings) == {edition.testimony.public_id}

    def test_that_a_crash_left_half_done_is_not_ended_by_a_release(self, settings: Any) -> None:
        people = walking.staff()
        edition = walking.put_out(people)
        set_tombstone(Tombstone(edition.testimony.public_id, "silent"))

        issued = issue_release(by=people.admin, at=AT)

        assert shown(standing(settings), settings) == set()
        assert [{one.code for one in judged.obstacles} for judged in issued.left_out] == [{"G015"}]
        assert walking.edition_now(edition).state == State.SUSPENDED
