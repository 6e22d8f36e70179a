"""Names found in what is published: a count on the front page, a list that says where, and what comes next."""

import pytest
from django.urls import reverse

from archive.publication.release import issue_release
from archive.publication.sweep import protect_name
from archive.testimonies.models import State
from archive.vault.naming import NameDraft, register_person
from tests import walking
from tests.walking import AT

pytestmark = pytest.mark.django_db

TEXT = walking.TEXT + "\n\nHalvgrim Tofte came too, and he was old."


@pytest.fixture
def edition(people):
    edition = walking.put_out(people, text=TEXT)
    issue_release(by=people.admin, at=AT)
    return edition


@pytest.fixture
def found(people, edition):
    person = register_person(names=[NameDraft("Gunnvor Myrhaug")], by=people.editor, at=AT)
    protect_name(person, name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)
    return person


@pytest.fixture
def asked(people, edition):
    person = register_person(names=[NameDraft("Gunnvor Myrhaug")], by=people.editor, at=AT)
    protect_name(person, name="Halvgrimd", kind="surname", by=people.editor, at=AT)
    return person


def page_of(client, name="swept", **headers):
    return client.get(reverse(name), **headers).content.decode()


class TestTheFrontPage:
    def test_counts_the_places_that_wait(self, editor, found):
        page = page_of(editor, "work")

        assert "1 place waits." in page
        assert reverse("swept") in page

    def test_says_when_none_waits(self, editor, edition):
        assert "No place waits." in page_of(editor, "work")


class TestTheListOfPlaces:
    def test_says_where_and_whose_and_never_what(self, editor, found):
        page = page_of(editor)

        assert "passage 4" in page
        assert found.reference in page
        assert "stands there" in page
        assert "Silent in the reading room" in page
        assert "Tofte" not in page
        assert "Halvgrim" not in page

    @pytest.mark.parametrize(
        ("language", "words"),
        [("en", ("a pseudonym", "choose another pseudonym")), ("nb", ("et pseudonym", "velg et annet pseudonym"))],
    )
    def test_leads_to_whoever_bears_a_pseudonym_that_has_become_a_name(self, editor, people, edition, language, words):
        person = register_person(names=[NameDraft("Gunnvor Myrhaug")], by=people.editor, at=AT)
        protect_name(person, name="Arne Myrhaug", kind="legal", by=people.editor, at=AT)
        bearer = edition.testimony.appearances.get(narrates=True).person

        page = page_of(editor, headers={"accept-language": language})

        assert all(said in page for said in words)
        assert reverse("person", args=[edition.testimony.number, bearer.number]) in page
        assert person.reference not in page

    def test_tells_what_may_be_a_name_from_what_is_one(self, editor, asked):
        page = page_of(editor)

        assert "may stand there" in page
        assert "Still shown in the reading room" in page

    def test_leads_to_a_correction_and_then_to_the_workbench(self, editor, found, edition):
        before = page_of(editor)
        editor.post(reverse("correct", args=[1]))
        after = page_of(editor)

        assert f'action="{reverse("correct", args=[1])}"' in before
        assert reverse("names", args=[1]) in before
        assert reverse("workbench", args=[1]) in after
        assert edition.testimony.editions.in_work().get().state == State.IN_REDACTION

    def test_speaks_norwegian(self, editor, found):
        editor.post(reverse("language"), {"language": "nb"})
        page = page_of(editor)

        assert "Navn funnet i det som er publisert" in page
        assert "avsnitt 4" in page
        assert "1 sted venter." in page

    def test_is_empty_when_nothing_waits(self, editor, edition):
        assert "No place waits." in page_of(editor)

    def test_asks_the_database_no_more_for_many_places_than_for_one(
        self, editor, found, people, django_assert_max_num_queries
    ):
        for name in ("Kveldsol Tofte", "Halvgrim Nordhaug"):
            person = register_person(names=[NameDraft(name)], by=people.editor, at=AT)
            protect_name(person, name=name, kind="legal", by=people.editor, at=AT)

        with django_assert_max_num_queries(16):
            page_of(editor)
