"""Every page of the desk opens for whoever may open it, asks for a sign-in, and refuses the rest with a reason."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from archive.audit.acts import Act, SubjectKind
from archive.desk.trail_words import ACT_WORDS, SUBJECT_WORDS
from archive.publication.release import issue_release
from archive.themes.thesaurus import ConceptDraft, import_concepts
from tests import walking

pytestmark = pytest.mark.django_db

OPEN_TO_ALL = (
    "work", "testimonies", "reviews", "gates", "releases", "overview", "themes", "accession", "public-things",
)  # fmt: skip
ADMINS_ONLY = ("trail", "staff")
OF_A_TESTIMONY = ("testimony", "workbench", "persons", "describe", "submit", "suspend", "withdraw", "review")


class TestAPageThatNeedsNoTestimony:
    @pytest.mark.parametrize("name", OPEN_TO_ALL)
    def test_opens_for_an_editor_on_an_empty_desk(self, editor, name):
        assert editor.get(reverse(name)).status_code == 200

    @pytest.mark.parametrize("name", OPEN_TO_ALL)
    def test_opens_for_an_editor_with_testimonies(self, editor, published, name):
        assert editor.get(reverse(name)).status_code == 200

    @pytest.mark.parametrize("name", OPEN_TO_ALL + ADMINS_ONLY)
    def test_opens_for_an_admin(self, admin, approved, name):
        assert admin.get(reverse(name)).status_code == 200

    @pytest.mark.parametrize("name", ADMINS_ONLY)
    def test_is_refused_to_an_editor_with_the_reason(self, editor, name):
        response = editor.get(reverse(name))

        assert response.status_code == 403
        assert "Only an admin" in response.content.decode()

    @pytest.mark.parametrize("name", OPEN_TO_ALL + ADMINS_ONLY)
    def test_asks_for_a_sign_in(self, db, name):
        response = Client().get(reverse(name))

        assert response.status_code == 302
        assert response["Location"].startswith(reverse("sign-in"))

    @pytest.mark.parametrize("name", OPEN_TO_ALL)
    def test_speaks_norwegian(self, editor, published, name):
        editor.post(reverse("language"), {"language": "nb", "back": "/"})

        assert '<html lang="nb">' in editor.get(reverse(name)).content.decode()


class TestAPageOfATestimony:
    @pytest.mark.parametrize("name", OF_A_TESTIMONY)
    def test_opens_for_an_editor(self, editor, searched, name):
        assert editor.get(reverse(name, args=[searched.testimony.number])).status_code == 200

    @pytest.mark.parametrize("name", [*OF_A_TESTIMONY, "gate"])
    def test_opens_for_an_admin(self, admin, submitted, name):
        assert admin.get(reverse(name, args=[submitted.testimony.number])).status_code == 200

    @pytest.mark.parametrize("name", [*(page for page in OF_A_TESTIMONY if page != "review"), "exposure", "names"])
    def test_says_where_on_the_desk_one_is(self, editor, searched, name):
        page = editor.get(reverse(name, args=[searched.testimony.number])).content.decode()

        assert re.search(r'aria-current="page">Testimonies<', page)

    def test_of_the_gate_is_read_by_editors_and_passed_by_admins(self, editor, approved):
        page = editor.get(reverse("gate", args=[approved.testimony.number])).content.decode()

        assert "Nothing stands in the way" in page
        assert "Only an admin reviews, publishes and issues releases." in page
        assert reverse("publish", args=[approved.testimony.number]) not in page

    @pytest.mark.parametrize("name", ["workbench", "describe"])
    def test_that_edits_leads_back_and_says_so_once_nothing_is_edited(self, editor, published, name):
        page = editor.get(reverse(name, args=[published.testimony.number]), follow=True).content.decode()

        assert "What stands is not edited; start a correction." in page

    def test_links_to_what_readers_see_once_a_release_carries_it(self, people, editor, published, settings):
        settings.ROOM_ADDRESS = "https://room.example"
        before = editor.get(reverse("testimony", args=[1])).content.decode()

        issue_release(by=people.admin, at=walking.AT)
        after = editor.get(reverse("testimony", args=[1])).content.decode()

        assert "https://room.example" not in before
        assert f'href="https://room.example/en/t/{published.testimony.public_id}/"' in after

    @pytest.mark.parametrize("name", [*OF_A_TESTIMONY, "gate"])
    def test_that_does_not_exist_is_not_found(self, admin, people, name):
        response = admin.get(reverse(name, args=[99]))

        assert response.status_code == 404
        assert "There is nothing here" in response.content.decode()

    @pytest.mark.parametrize("name", [*OF_A_TESTIMONY, "gate"])
    def test_asks_for_a_sign_in(self, searched, name):
        assert Client().get(reverse(name, args=[searched.testimony.number])).status_code == 302


class TestWhatAPageSays:
    def test_of_a_day_is_said_in_the_language_of_the_desk(self, editor, published):
        english = editor.get(reverse("releases")).content.decode()
        editor.post(reverse("language"), {"language": "nb", "back": "/"})
        norwegian = editor.get(reverse("testimonies")).content.decode() + editor.get(reverse("work")).content.decode()

        assert not re.search(r"20\d\d-\d\d[^-\d]", english)
        assert "åpne" in norwegian

    def test_of_themes_puts_the_narrow_ones_under_their_heading(self, editor, published):
        later = [
            ConceptDraft("X", "exile", None, (("en", "Exile"),)),
            ConceptDraft("W.3", "pay", "W", (("en", "Pay"),)),
        ]
        import_concepts(later, by=walking.staff().admin.pk, at=walking.AT)

        page = editor.get(reverse("themes")).content.decode()

        assert re.findall(r'<span class="hint mono">([\w.]+)</span>', page) == ["W", "W.1", "W.3", "W.2", "X"]

    def test_of_the_finders_is_words_and_no_codes(self, admin, published):
        page = admin.get(reverse("overview")).content.decode()

        assert "<td>protected names</td>" in page
        assert "<td>protected</td>" not in page

    def test_of_decisions_counts_them_once_when_a_correction_begins_with_them(self, admin, published):
        before = re.findall(r"<b>(\d+)</b><span>details decided", admin.get(reverse("overview")).content.decode())

        admin.post(reverse("correct", args=[1]))
        after = re.findall(r"<b>(\d+)</b><span>details decided", admin.get(reverse("overview")).content.decode())

        assert before == after != ["0"]

    def test_of_the_trail_is_norwegian_on_a_norwegian_desk(self, admin, published):
        admin.post(reverse("language"), {"language": "nb", "back": "/"})

        page = admin.get(reverse("trail")).content.decode()

        assert "originalen åpnet" in page
        assert "original opened" not in page

    def test_of_the_trail_has_words_for_everything_it_can_hold(self):
        assert set(ACT_WORDS) == set(Act)
        assert set(SUBJECT_WORDS) == set(SubjectKind)


class TestTheNextActOfARow:
    @pytest.mark.parametrize("state", ["taken_in", "searched", "decided", "submitted", "approved", "published"])
    @pytest.mark.parametrize("who", ["editor", "other_editor", "admin"])
    def test_leads_to_a_page_that_opens_for_whoever_sees_it(self, request, who, state):
        client = request.getfixturevalue(who)
        request.getfixturevalue(state)

        page = client.get(reverse("testimonies")).content.decode()

        offered = re.findall(r'<a class="button[^"]*" href="(/(?:testimonies|review)/1/[^"]*)"', page)
        assert offered
        assert {client.get(address).status_code for address in offered} == {200}

    def test_of_a_published_testimony_shows_both_texts(self, editor, published):
        page = editor.get(reverse("testimony", args=[published.testimony.number])).content.decode()

        both = reverse("review", args=[published.testimony.number])
        assert page.count(f'href="{both}"') == 1
        assert "Read both texts" in page
