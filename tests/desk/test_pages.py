"""Every page of the desk opens for whoever may open it, asks for a sign-in, and refuses the rest with a reason."""

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db

OPEN_TO_ALL = ("work", "testimonies", "reviews", "gates", "releases", "overview", "themes", "accession")
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

    def test_of_the_gate_is_for_admins(self, editor, approved):
        assert editor.get(reverse("gate", args=[approved.testimony.number])).status_code == 403

    @pytest.mark.parametrize("name", [*OF_A_TESTIMONY, "gate"])
    def test_that_does_not_exist_is_not_found(self, admin, people, name):
        response = admin.get(reverse(name, args=[99]))

        assert response.status_code == 404
        assert "There is nothing here" in response.content.decode()

    @pytest.mark.parametrize("name", [*OF_A_TESTIMONY, "gate"])
    def test_asks_for_a_sign_in(self, searched, name):
        assert Client().get(reverse(name, args=[searched.testimony.number])).status_code == 302
