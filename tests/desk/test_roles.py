"""Every address of the desk against every role: whoever may not, is refused by the page and by nothing softer."""

import uuid

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from archive.audit.models import AuditEvent
from archive.desk import urls
from archive.users.models import User
from tests.desk.conftest import signed_in

pytestmark = pytest.mark.django_db

NAMES = sorted(pattern.name for pattern in urls.urlpatterns if pattern.name)
NO_SIGN_IN = {"sign-in"}
ADMINS_ONLY = {
    "publish", "issue", "trail", "staff", "add-user", "close-user", "new-password", "answer-lift", "add-public",
    "take-out-public",
}  # fmt: skip
SENT = {  # what reading does not do
    "sign-out", "language", "keys", "detect", "mark", "decide", "reopen", "add-person", "show-names", "add-name",
    "naming", "publish", "issue", "add-user", "close-user", "new-password", "correct", "keep-as-other", "propose-lift",
    "answer-lift", "prune-form", "restore-form", "close-vault", "add-public", "take-out-public",
}  # fmt: skip


def address(name):
    pattern = next(pattern for pattern in urls.urlpatterns if pattern.name == name)
    given = {
        "number": 1,
        "person": 1,
        "first": 1,
        "second": 2,
        "detail": uuid.uuid4(),
        "user": uuid.uuid4(),
        "thing": uuid.uuid4(),
    }
    return reverse(name, kwargs={key: given[key] for key in pattern.pattern.converters})


def call(client, name):
    return client.post(address(name)) if name in SENT else client.get(address(name))


def refused(response):
    return response.status_code == 403 or (response.status_code == 302 and "/sign-in/" in response.url)


class TestAnAddressOfTheDesk:
    @pytest.mark.parametrize("name", NAMES)
    def test_is_closed_to_whoever_has_not_signed_in(self, taken_in, name):
        assert refused(call(Client(), name)) == (name not in NO_SIGN_IN)

    @pytest.mark.parametrize("name", [name for name in NAMES if name != "sign-out"])
    def test_is_open_to_an_editor_unless_it_is_for_admins(self, editor, taken_in, name):
        assert refused(call(editor, name)) == (name in ADMINS_ONLY)

    @pytest.mark.parametrize("name", [name for name in NAMES if name != "sign-out"])
    def test_is_open_to_an_admin(self, admin, taken_in, name):
        assert not refused(call(admin, name))

    @pytest.mark.parametrize("name", sorted(SENT))
    def test_that_changes_something_leads_whoever_opens_it_to_the_page_above(self, admin, taken_in, name):
        events = AuditEvent.objects.count()

        response = admin.get(address(name))

        assert response.status_code == 302
        assert address(name).startswith(response.url)
        assert AuditEvent.objects.count() == events
        assert admin.get(response.url).status_code == 200


class TestSomebodyWhoseAccountIsClosed:
    def test_is_out_at_the_next_request(self, people):
        client = signed_in(people.admin)
        User.objects.filter(pk=people.admin.pk).update(is_active=False)

        assert call(client, "work").status_code == 302


class TestAServiceIdentity:
    def test_does_not_get_in_with_a_session(self, people):
        User.objects.filter(pk=people.other_editor.pk).update(role="service")
        client = Client()
        client.force_login(people.editor)
        session = client.session
        session[SESSION_KEY] = str(people.other_editor.pk)
        session.save()

        assert call(client, "work").status_code == 302
