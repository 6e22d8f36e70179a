"""The page of what is public: everybody at the desk reads both lists, an admin keeps the archive's own."""

import pytest
from django.urls import reverse

from archive.redaction.models import PublicThing
from archive.redaction.public_things import add_public_thing
from archive.vault.naming import NameDraft, register_person
from tests.walking import AT

pytestmark = pytest.mark.django_db

SENT = {"words": "Red Kestrel", "kind": "organisation", "language": "en"}


@pytest.fixture
def listed(people):
    return add_public_thing(by=people.admin, at=AT, **SENT)


def page(client):
    return client.get(reverse("public-things")).content.decode()


class TestThePage:
    def test_shows_an_editor_both_lists_and_whom_to_ask(self, editor, listed):
        shown = page(editor)

        assert "Red Kestrel" in shown
        assert "putin…" in shown
        assert "A public figure in a public role." in shown
        assert "Only an admin adds to the list of public things" in shown
        assert "<button" not in shown.partition('<main id="content">')[2]

    def test_offers_an_admin_to_add_and_to_take_out(self, admin, listed):
        shown = page(admin)

        assert reverse("add-public") in shown
        assert reverse("take-out-public", args=[listed.pk]) in shown

    def test_says_that_nothing_is_on_the_archives_own_list_yet(self, admin):
        assert "Nothing stands on it yet" in page(admin)

    def test_is_reached_from_the_themes(self, editor):
        assert reverse("public-things") in editor.get(reverse("themes")).content.decode()

    def test_speaks_norwegian(self, admin, listed):
        admin.post(reverse("language"), {"language": "nb", "back": "/"})

        shown = page(admin)

        assert "Dette arkivets egen liste" in shown
        assert "en kjent organisasjon" in shown


class TestAdding:
    def test_puts_it_on_the_list(self, admin, people):
        response = admin.post(reverse("add-public"), SENT, follow=True)

        assert "Added." in response.content.decode()
        thing = PublicThing.objects.get()
        assert (thing.words, thing.kind, thing.language, thing.entered_by) == (*SENT.values(), people.admin)

    @pytest.mark.parametrize(
        ("words", "why"),
        [
            ("", "Write what is public"),
            ("Kestrel " * 13, "This is longer than 100 characters"),
            ("1917", "A number alone"),
            ("soldier", "a common word"),
            ("NATO", "on the list already"),
            ("The Brekkesen Foundation", "form of a protected name"),
        ],
    )
    def test_is_refused_in_words_and_keeps_what_was_typed(self, admin, people, words, why):
        register_person(names=[NameDraft("Torvald Brekkesen")], by=people.editor, at=AT)

        response = admin.post(reverse("add-public"), SENT | {"words": words})

        shown = response.content.decode()
        assert response.status_code == 422
        assert why in shown
        assert f'value="{words}"' in shown or not words
        assert not PublicThing.objects.exists()

    @pytest.mark.parametrize("field", ["kind", "language"])
    def test_takes_no_other_kind_or_language(self, admin, field):
        assert admin.post(reverse("add-public"), SENT | {field: "other"}).status_code == 422

    def test_is_not_for_an_editor(self, editor):
        response = editor.post(reverse("add-public"), SENT)

        assert response.status_code == 403
        assert "Only an admin adds to the list" in response.content.decode()
        assert not PublicThing.objects.exists()


class TestTakingOut:
    def test_leaves_it_among_what_was_taken_out(self, admin, listed, people):
        response = admin.post(reverse("take-out-public", args=[listed.pk]), follow=True)

        listed.refresh_from_db()
        assert listed.ended_by == people.admin
        assert "1 taken out" in response.content.decode()
        assert reverse("take-out-public", args=[listed.pk]) not in response.content.decode()

    def test_is_not_for_an_editor(self, editor, listed):
        assert editor.post(reverse("take-out-public", args=[listed.pk])).status_code == 403

        listed.refresh_from_db()
        assert listed.ended_at is None

    def test_of_what_is_not_there_finds_nothing(self, admin, listed):
        admin.post(reverse("take-out-public", args=[listed.pk]))

        assert admin.post(reverse("take-out-public", args=[listed.pk])).status_code == 404
