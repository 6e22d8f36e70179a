"""Only people whose account is open sign in, and everybody else gets the same answer."""

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError

from archive.audit.models import AuditEvent
from archive.users.backends import StaffBackend
from archive.users.forms import SignInForm
from archive.users.models import User
from archive.users.signing import record_refused_sign_in, record_sign_in, record_sign_out
from archive.users.staff import add_user, close_user
from tests.audit.trails import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def kari():
    return add_user(username="kari", role="editor", by=None, at=NOON)


def form(username, password):
    return SignInForm(data={"username": username, "password": password})


class TestSomebodyWithAnOpenAccount:
    def test_signs_in(self, kari):
        assert authenticate(username="kari", password=kari.password) == kari.user
        assert form("kari", kari.password).is_valid()


class TestEverybodyElse:
    def answers(self, kari):
        """Return what a wrong password, a closed account, a service identity and nobody are told."""
        closed = add_user(username="ola", role="admin", by=None, at=NOON)
        close_user(closed.user, by=None, at=NOON)
        add_user(username="loader", role="service", by=None, at=NOON)
        tried = [("kari", "wrong"), ("ola", closed.password), ("loader", ""), ("loader", "!"), ("nobody", "x")]
        return [form(*attempt) for attempt in tried]

    def test_is_refused(self, kari):
        assert not any(answer.is_valid() for answer in self.answers(kari))

    def test_is_told_the_same(self, kari):
        told = {tuple(answer.non_field_errors()) for answer in self.answers(kari) if answer.data["password"]}

        assert len(told) == 1

    def test_is_refused_by_the_form_even_if_the_backend_had_not(self, kari):
        with pytest.raises(ValidationError):
            form("", "").confirm_login_allowed(User(username="loader", role="service"))


class TestASession:
    def test_ends_with_the_account(self, kari):
        backend = StaffBackend()
        assert backend.get_user(kari.user.pk) == kari.user

        close_user(kari.user, by=None, at=NOON)

        assert backend.get_user(kari.user.pk) is None

    def test_is_never_anybody_elses(self):
        assert not StaffBackend().user_can_authenticate(None)


class TestTheTrail:
    def test_tells_who_came_and_went_and_of_whoever_was_not_let_in_nothing(self, kari):
        record_sign_in(kari.user, at=NOON)
        record_sign_out(kari.user, at=NOON)
        record_refused_sign_in(at=NOON)

        told = list(AuditEvent.objects.order_by("-seq").values_list("act", "actor", "subject", "facts")[:3])
        reference = str(kari.user.pk)
        assert told == [
            ("sign_in_refused", "", "", "{}"),
            ("signed_out", reference, reference, "{}"),
            ("signed_in", reference, reference, "{}"),
        ]


class TestTheArchive:
    def test_does_not_keep_when_somebody_worked(self):
        assert "last_login" not in {field.name for field in User._meta.get_fields()}
