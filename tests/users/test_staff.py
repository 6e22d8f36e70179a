"""People are added with a password shown once, and every act on an account leaves an event."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from archive.audit.models import AuditEvent
from archive.users.acting import ActorRefused, find_actor
from archive.users.models import User
from archive.users.roles import DeskAct
from archive.users.staff import NewUser, StaffRefused, add_user, close_user, random_password, set_password
from tests.audit.trails import NOON

pytestmark = pytest.mark.django_db


def added(username="kari", role="editor", **more) -> NewUser:
    return add_user(username=username, role=role, by=None, at=NOON, **more)


def last_event():
    return AuditEvent.objects.latest("seq")


class TestAPersonAdded:
    def test_signs_in_with_the_password_shown(self):
        new = added(display_name="Kari Nord")

        assert User.objects.get_by_natural_key("kari").check_password(new.password)
        assert str(new.user) == "Kari Nord"

    def test_is_called_by_the_user_name_when_there_is_no_other(self):
        assert str(added().user) == "kari"

    def test_is_in_the_trail_by_reference_only(self):
        new = added()

        event = last_event()
        assert (event.act, event.subject, event.fact_values) == ("user_added", str(new.user.pk), {"role": "editor"})
        assert "kari" not in repr(vars(event))

    def test_has_a_password_that_the_record_does_not_show(self):
        new = added()

        assert new.password not in repr(new)

    @pytest.mark.parametrize("username", ["", "Kari", "kari nord", "kari\n", "1kari", "kåre", "x" * 41])
    def test_is_refused_under_a_name_that_is_none(self, username):
        with pytest.raises(StaffRefused):
            added(username)

        assert not User.objects.exists()
        assert not AuditEvent.objects.filter(act="user_added").exists()

    def test_is_refused_under_a_name_that_is_taken(self):
        added()

        with pytest.raises(StaffRefused, match="taken"):
            added()

    def test_is_refused_in_a_role_that_there_is_not(self):
        with pytest.raises(StaffRefused):
            added(role="superuser")

    def test_cannot_be_given_such_a_role_in_the_database_either(self):
        user = added().user

        with pytest.raises(IntegrityError), transaction.atomic():
            User.objects.filter(pk=user.pk).update(role="superuser")


class TestAServiceIdentity:
    def test_has_no_password(self):
        new = added("loader", "service")

        assert new.password == ""
        assert not new.user.has_usable_password()
        assert not new.user.can_sign_in

    def test_is_given_none(self):
        with pytest.raises(StaffRefused, match="service identity"):
            set_password(added("loader", "service").user, by=None, at=NOON)

    def test_cannot_be_given_one_in_the_database_either(self):
        user = added("loader", "service").user

        with pytest.raises(IntegrityError), transaction.atomic():
            User.objects.filter(pk=user.pk).update(password="argon2$whatever")

    def test_is_not_among_the_people(self):
        added("loader", "service")
        kari = added().user

        assert list(User.objects.people()) == [kari]


class TestANewPassword:
    def test_replaces_the_old_one_and_ends_its_sessions(self):
        new = added()
        session = new.user.get_session_auth_hash()

        password = set_password(new.user, by=new.user.pk, at=NOON)

        user = User.objects.get()
        assert user.check_password(password)
        assert not user.check_password(new.password)
        assert user.get_session_auth_hash() != session
        assert (last_event().act, last_event().actor) == ("password_set", str(user.pk))

    def test_is_long_and_can_be_read_aloud(self):
        password = random_password()

        assert len(password) == 29
        assert not set(password) & set("01ilouILOU")
        assert len({random_password() for _ in range(50)}) == 50


class TestAClosedAccount:
    def test_is_closed_once(self):
        user = added().user

        close_user(user, by=None, at=NOON)
        close_user(user, by=None, at=NOON)

        assert not User.objects.open().exists()
        assert not user.can_sign_in
        assert AuditEvent.objects.filter(act="user_closed").count() == 1


class TestTheCommands:
    def test_add_a_person_and_show_the_password_once(self, capsys):
        call_command("add_user", "kari", role="admin", display_name="Kari Nord")

        password = capsys.readouterr().out.rsplit(None, 1)[-1]
        assert User.objects.get(role="admin").check_password(password)

    def test_refuse_a_service_identity(self):
        with pytest.raises(CommandError, match="invalid choice"):
            call_command("add_user", "loader", "--role", "service")

    def test_refuse_a_name_that_is_taken(self):
        added()

        with pytest.raises(CommandError, match="taken"):
            call_command("add_user", "kari", role="editor")

    def test_set_a_password_and_show_it_once(self, capsys):
        added()

        call_command("set_password", "kari")

        assert User.objects.get().check_password(capsys.readouterr().out.rsplit(None, 1)[-1])

    def test_set_no_password_of_nobody_or_of_a_service_identity(self):
        added("loader", "service")

        with pytest.raises(CommandError, match="Nobody"):
            call_command("set_password", "kari")
        with pytest.raises(CommandError, match="service identity"):
            call_command("set_password", "loader")


class TestWhoeverGivesACommand:
    def test_is_found_by_name_if_the_role_allows_it(self):
        admin = added("siri", "admin").user

        assert find_actor("siri", act=DeskAct.ISSUE_RELEASE) == admin

    @pytest.mark.parametrize("username", ["nobody", "kari"])
    def test_is_refused_otherwise(self, username):
        added()

        with pytest.raises(ActorRefused):
            find_actor(username, act=DeskAct.ISSUE_RELEASE)
