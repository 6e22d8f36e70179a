"""A description is recorded whole or not at all; its title follows from the facts."""

import re

import pytest
from django.urls import reverse

from archive.catalogue.facets import facet_named
from archive.testimonies.models import CodedFact, ContentWarning, PassageTheme
from tests import walking

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(people):
    walking.themes(people.editor)
    return walking.take_in(people)


def describe(client, edition, **typed):
    sent = {
        "seen": edition.change,
        "abstract_en": "A man stays behind.",
        "abstract_nb": "En mann blir igjen.",
        "fact_route": "mobilised",
        "fact_teller": "self",
        "warnings": ["fighting"],
        "theme_2": ["W.1"],
    }
    return client.post(reverse("describe", args=[1]), sent | typed)


class TestADescription:
    def test_offers_no_time_that_has_not_begun(self, editor, edition):
        listed = {value.code for value in facet_named("refusal").values}

        page = editor.get(reverse("describe", args=[1])).content.decode()
        offered = set(re.findall(r'<option value="(\d{4}[^"]*)"', page))

        assert offered < listed
        assert "2026-h2" in offered
        assert max(listed) not in offered

    def test_is_recorded(self, editor, edition):
        describe(editor, edition)

        page = editor.get(reverse("describe", args=[1])).content.decode()
        assert "Arne: mobilised" in page
        assert "Arne: mobilisert" in page
        assert "A man stays behind." in page
        assert PassageTheme.objects.get().concept_id == "W.1"

    def test_forgets_what_is_taken_out(self, editor, edition):
        describe(editor, edition)

        describe(editor, walking.edition_now(edition), fact_route="", warnings=[], theme_2=[])

        assert list(CodedFact.objects.values_list("facet", flat=True)) == ["teller"]
        assert not ContentWarning.objects.exists()
        assert not PassageTheme.objects.exists()

    @pytest.mark.parametrize(
        ("typed", "reason"),
        [
            ({"abstract_en": "word " * 61}, "This abstract has 61 words"),
            ({"abstract_en": "A [man] stays."}, "Square brackets mark changes"),
            ({"theme_2": ["Z.9"]}, "There is no theme"),
            ({"theme_2": ["W"]}, "is a heading"),
            ({"fact_route": "abducted"}, "Choose from the lists"),
            ({"warnings": ["boredom"]}, "Choose from the lists"),
        ],
    )
    def test_that_cannot_be_recorded_is_refused_whole_and_stays_typed(self, editor, edition, typed, reason):
        response = describe(editor, edition, **typed)

        page = response.content.decode()
        assert response.status_code == 422
        assert reason in page
        assert "En mann blir igjen." in page
        assert not edition.descriptions.exists()
        assert not CodedFact.objects.exists()

    def test_on_a_page_that_is_out_of_date_conflicts(self, editor, edition):
        response = describe(editor, edition, seen=edition.change + 1)

        assert response.status_code == 409
        assert "A man stays behind." in response.content.decode()
        assert not edition.descriptions.exists()

    def test_in_a_language_it_is_not_told_in_is_not_found(self, editor, edition):
        assert editor.get(reverse("describe", args=[1]) + "?telling=uk").status_code == 404

    def test_shows_no_word_that_nobody_has_decided(self, editor, searched):
        page = editor.get(reverse("describe", args=[1])).content.decode()

        assert "Brekkesen" not in page
        assert "Kveldsvik" not in page
