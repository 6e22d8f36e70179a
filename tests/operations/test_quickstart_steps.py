"""The steps of quickstart ask the truth, not a note that they were taken."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from archive.operations.quickstart import STEPS, Step, StepRefused, make_sign_ins
from archive.sealing.keys import load_key_ring
from archive.sealing.signatures import load_public_key, load_signing_key
from archive.users.models import User
from archive.users.roles import Role
from archive.vault.sealed import DataKey

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def step(title: str) -> Step:
    return next(one for one in STEPS if one.title == title)


class TestTheKeys:
    def test_are_made_outside_the_data_folder_for_the_owner_alone(self, folder):
        step("Keys").take(NOW)

        modes = {path.name: path.stat().st_mode & 0o777 for path in (folder / ".var-keys").iterdir()}
        assert modes == dict.fromkeys(("vault.key", "release.key", "tombstone.key", "secret.key"), 0o600)
        assert (folder / ".var-keys").stat().st_mode & 0o777 == 0o700

    def test_leave_only_public_halves_in_the_room(self, folder):
        step("Keys").take(NOW)

        assert {path.name for path in (folder / "var").rglob("*.*")} == {"release.pub", "tombstone.pub"}

    def test_say_what_having_them_means(self, folder):
        words = step("Keys").take(NOW)

        assert str(folder / ".var-keys") in words
        assert "opens every original" in words

    def test_are_made_once(self, folder):
        step("Keys").take(NOW)
        before = load_key_ring(folder / ".var-keys" / "vault.key").root

        step("Keys").take(NOW)

        assert step("Keys").is_done()
        assert load_key_ring(folder / ".var-keys" / "vault.key").root == before

    @pytest.mark.parametrize("lost", ["vault.key", "secret.key", "release.key", "tombstone.key"])
    def test_are_completed_after_an_interruption(self, folder, lost):
        step("Keys").take(NOW)
        (folder / ".var-keys" / lost).unlink()

        assert not step("Keys").is_done()
        step("Keys").take(NOW)

        assert step("Keys").is_done()

    def test_match_again_when_a_public_half_is_another_s(self, folder):
        step("Keys").take(NOW)
        room = folder / "var" / "room"
        (room / "release.pub").write_bytes((room / "tombstone.pub").read_bytes())

        step("Keys").take(NOW)

        private = load_signing_key(folder / ".var-keys" / "release.key")
        assert load_public_key(room / "release.pub") == private.public_key


class TestADatabaseWithoutItsKey:
    def test_stops_instead_of_making_a_key_that_opens_nothing(self, sqlite_database, folder):
        DataKey.objects.create(wrapped=b"sealed with another key")

        with pytest.raises(StepRefused, match="would open nothing"):
            step("Keys").take(NOW)

        assert not (folder / ".var-keys" / "vault.key").exists()

    def test_that_was_only_migrated_is_given_one(self, sqlite_database, folder):
        step("Keys").take(NOW)

        assert (folder / ".var-keys" / "vault.key").exists()


class TestTheDatabase:
    def test_is_done_when_every_migration_is(self, sqlite_database):
        assert step("Database").is_done()

    def test_is_not_done_while_one_is_missing(self, sqlite_database):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE app = 'review'")

        assert not step("Database").is_done()


@pytest.mark.django_db
class TestTheSignIns:
    def test_are_two_editors_and_two_admins(self):
        made = make_sign_ins(at=NOW)

        roles = sorted(User.objects.filter(username__in=[one.username for one in made]).values_list("role", flat=True))
        assert roles == [Role.ADMIN, Role.ADMIN, Role.EDITOR, Role.EDITOR]

    def test_have_passwords_that_work_and_differ(self):
        made = make_sign_ins(at=NOW)

        assert len({one.password for one in made}) == len(made)
        assert all(User.objects.get(username=one.username).check_password(one.password) for one in made)

    def test_are_shown_once(self):
        make_sign_ins(at=NOW)

        assert make_sign_ins(at=NOW) == ()

    def test_that_an_interruption_left_out_are_added(self):
        make_sign_ins(at=NOW)
        User.objects.filter(username="admin-two").delete()

        assert [one.username for one in make_sign_ins(at=NOW)] == ["admin-two"]

    def test_do_not_show_their_password_in_a_log(self):
        made = make_sign_ins(at=NOW)

        assert made[0].password not in repr(made)
