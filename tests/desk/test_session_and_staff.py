"""Signing in and out, languages, staff, trail; and what every answer of the desk carries."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from archive.audit.models import AuditEvent
from archive.users.models import User
from archive.users.staff import add_user
from tests import walking
from tests.walking import AT

pytestmark = pytest.mark.django_db


def acts():
    return list(AuditEvent.objects.order_by("seq").values_list("act", flat=True))


class TestSigningIn:
    @pytest.fixture
    def new(self):
        return add_user(username="liv", role="editor", by=None, at=AT)

    def test_opens_the_desk_and_leaves_an_event(self, new):
        client = Client()

        response = client.post(reverse("sign-in"), {"username": "liv", "password": new.password})

        assert response["Location"] == reverse("work")
        assert acts()[-1] == "signed_in"

    def test_with_a_wrong_password_is_refused_in_words_that_tell_nothing(self, new):
        client = Client()

        response = client.post(reverse("sign-in"), {"username": "liv", "password": "not this one at all"})

        assert "do not open the desk" in response.content.decode()
        assert acts()[-1] == "sign_in_refused"

    def test_needs_no_cookie_to_change_the_language(self):
        response = Client().get(reverse("sign-in"), {"language": "nb"})

        assert '<html lang="nb">' in response.content.decode()
        assert "django_language" not in response.cookies

    def test_out_ends_the_session_and_clears_the_browser(self, editor):
        response = editor.post(reverse("sign-out"))

        assert "cache" in response["Clear-Site-Data"]
        assert acts()[-1] == "signed_out"
        assert editor.get(reverse("work")).status_code == 302

    def test_out_needs_a_press(self, editor):
        editor.get(reverse("sign-out"))

        assert editor.get(reverse("work")).status_code == 200

    def test_ends_with_the_account(self, admin, editor, people):
        admin.post(reverse("close-user", args=[people.editor.pk]))

        assert editor.get(reverse("work")).status_code == 302


class TestTheStaffPage:
    def test_adds_somebody_and_shows_the_password_once(self, admin):
        page = admin.post(reverse("add-user"), {"username": "liv", "role": "editor"}).content.decode()

        assert "shown this once" in page
        assert User.objects.get(username="liv").role == "editor"
        assert "shown this once" not in admin.get(reverse("staff")).content.decode()

    @pytest.mark.parametrize(
        ("typed", "reason"),
        [
            ({"username": "kari", "role": "editor"}, "This user name is taken"),
            ({"username": "Kari B", "role": "editor"}, "small letters"),
            ({"username": "liv", "role": "service"}, "Nobody was added"),
        ],
    )
    def test_refuses_with_the_reason(self, admin, typed, reason):
        response = admin.post(reverse("add-user"), typed)

        assert response.status_code == 422
        assert reason in response.content.decode()

    def test_does_not_close_ones_own_account(self, admin, people):
        response = admin.post(reverse("close-user", args=[people.admin.pk]))

        assert response.status_code == 422
        assert User.objects.get(pk=people.admin.pk).is_active

    def test_gives_a_new_password(self, admin, people):
        page = admin.post(reverse("new-password", args=[people.editor.pk])).content.decode()

        assert "Password of kari" in page


class TestTheTrailPage:
    def test_proves_the_chain(self, admin, published):
        page = admin.post(reverse("trail")).content.decode()

        assert "Unbroken" in page
        assert "Brekkesen" not in page


class TestEveryAnswer:
    def test_is_kept_out_of_every_cache(self, editor):
        response = editor.get(reverse("work"))

        assert response["Cache-Control"] == "no-store"
        assert "script-src 'self'" in response["Content-Security-Policy"]
        assert "unsafe" not in response["Content-Security-Policy"]

    def test_says_that_this_is_a_demonstration(self, editor, settings):
        assert "This is a demonstration" in editor.get(reverse("work")).content.decode()

        settings.DEMONSTRATION = False

        assert "This is a demonstration" not in editor.get(reverse("work")).content.decode()

    def test_has_no_inline_script_or_style(self, editor, searched):
        for name in ("workbench", "persons", "describe", "review"):
            page = editor.get(reverse(name, args=[1])).content.decode()

            assert " style=" not in page
            assert "<style" not in page
            assert "onclick" not in page

    def test_says_what_is_missing_while_the_vault_is_locked(self, editor, searched, settings, tmp_path):
        settings.VAULT_KEY_FILE = tmp_path / "gone.key"

        response = editor.get(reverse("workbench", args=[1]))

        assert response.status_code == 503
        assert "The vault is locked" in response.content.decode()

    def test_keeps_what_was_sent_while_the_vault_is_locked(self, editor, searched, settings, tmp_path):
        settings.VAULT_KEY_FILE = tmp_path / "gone.key"

        response = editor.post(reverse("accession"), {"act": "read", "text": 'Some "words".', "new_collection": "c"})

        page = response.content.decode()
        assert response.status_code == 503
        assert '<input type="hidden" name="text" value="Some &quot;words&quot;.">' in page
        assert "Send it again" in page

    def test_leaves_no_word_of_a_text_in_the_session(self, editor, searched):
        span = searched.spans.filter(person__isnull=True).first()
        editor.post(
            reverse("decide", args=[1, span.pk]),
            {"choice": "generalise|L2|0|0|somewhere", "seen": searched.change, "reason": "x"},
        )

        data = [session.get_decoded() for session in Session.objects.all()]

        assert "somewhere" not in repr(data)
        assert "Brekkesen" not in repr(data)

    def test_can_have_its_keys_switched_off(self, editor, searched):
        on = editor.get(reverse("workbench", args=[1])).content.decode()
        editor.post(reverse("keys"), {"back": "/"})
        off = editor.get(reverse("workbench", args=[1])).content.decode()

        assert "desk/bench.js" in on
        assert "desk/bench.js" not in off

    def test_leads_back_only_within_the_desk(self, editor):
        response = editor.post(reverse("language"), {"language": "nb", "back": "https://elsewhere.example/"})

        assert response.url == reverse("work")


class TestAListPage:
    @pytest.mark.parametrize("name", ["work", "testimonies", "reviews", "gates", "releases", "overview", "themes"])
    def test_asks_the_database_as_often_for_many_as_for_one(
        self, admin, people, submitted, name, django_assert_max_num_queries
    ):
        for number in range(4):
            teller = walking.PersonDraft(key="n", part="protagonist", narrates=True)
            walking.take_in(people, text=f"Account number {number} of those who waited.", persons=(teller,))

        with django_assert_max_num_queries(22):
            assert admin.get(reverse(name)).status_code == 200

    @pytest.mark.parametrize("query", ["state=lost", "collection=unknown"])
    def test_refuses_a_filter_that_is_not_on_the_list(self, editor, searched, query):
        assert editor.get(f"{reverse('testimonies')}?{query}").status_code == 400
