"""Persons and their names: no name stands in a page unasked, and whoever asks stands in the trail."""

import pytest
from django.urls import reverse

from archive.audit.acts import Act
from archive.audit.models import AuditEvent
from archive.vault.models import ProtectedName
from archive.vault.naming import standing_decision
from tests import walking

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(people):
    return walking.take_in(people, persons=(walking.NARRATOR, walking.without_decision(walking.WIFE)))


@pytest.fixture
def wife(edition):
    return edition.testimony.appearances.get(part="relative").person


def page_of(person):
    return reverse("person", args=[1, person.number])


def decide(client, edition, person, **typed):
    sent = {"kind": "changed_by_archive", "called_en": "Maren", "evidence": "Nobody else had.", "seen": edition.change}
    return client.post(reverse("naming", args=[1, person.number]), sent | typed)


class TestAProtectedName:
    def test_is_not_in_the_page(self, editor, edition, wife):
        page = editor.get(page_of(wife)).content.decode()

        assert "Solveig" not in page
        assert "█" * 8 in page
        assert "Brekkesen" not in editor.get(reverse("persons", args=[1])).content.decode()

    def test_is_shown_by_a_post_that_stands_in_the_trail(self, editor, people, edition, wife):
        page = editor.post(reverse("show-names", args=[1, wife.number])).content.decode()

        event = AuditEvent.objects.order_by("-seq")[0]
        assert "Solveig Brekkesen" in page
        assert (event.act, event.subject, event.actor) == ("names_shown", str(wife.pk), str(people.editor.pk))

    def test_is_not_shown_by_a_link(self, editor, edition, wife):
        response = editor.get(reverse("show-names", args=[1, wife.number]), follow=True)

        assert response.redirect_chain == [(reverse("person", args=[1, wife.number]), 302)]
        assert not AuditEvent.objects.filter(act=Act.NAMES_SHOWN).exists()

    def test_can_be_added(self, editor, edition, wife):
        editor.post(reverse("add-name", args=[1, wife.number]), {"name": "Solla", "kind": "diminutive"})

        assert ProtectedName.objects.filter(person=wife).count() == 2
        assert walking.edition_now(edition).change > edition.change

    @pytest.mark.parametrize(("name", "reason"), [("", "Write the name"), ("7", "fewer than two letters")])
    def test_that_is_no_name_is_refused(self, editor, edition, wife, name, reason):
        response = editor.post(reverse("add-name", args=[1, wife.number]), {"name": name, "kind": "first"})

        assert response.status_code == 422
        assert reason in response.content.decode()


class TestANamingDecision:
    def test_is_recorded(self, editor, edition, wife):
        decide(editor, edition, wife)

        decision = standing_decision(wife)
        assert decision is not None
        assert decision.pseudonyms_by_language() == {"en": "Maren"}
        assert decision.evidence.reveal() == "Nobody else had."

    @pytest.mark.parametrize(
        ("typed", "reason"),
        [
            ({"called_en": "Torvald Brekkesen"}, "is itself a protected name"),
            ({"called_en": "Arne"}, "already stands for P-0001"),
            ({"evidence": ""}, "names its evidence"),
            ({"kind": "rumour"}, "Select a valid choice"),
        ],
    )
    def test_that_cannot_stand_is_refused_and_what_was_typed_stays(self, editor, edition, wife, typed, reason):
        response = decide(editor, edition, wife, called_nb="Maren Marie", **typed)

        page = response.content.decode()
        assert response.status_code == 422
        assert reason in page
        assert "Maren Marie" in page
        assert standing_decision(wife) is None

    def test_on_a_page_that_is_out_of_date_conflicts(self, editor, edition, wife):
        response = decide(editor, edition, wife, seen=edition.change + 3)

        assert response.status_code == 409
        assert "Maren" in response.content.decode()
        assert standing_decision(wife) is None

    def test_ends_an_approval(self, editor, approved):
        person = approved.testimony.appearances.get(part="relative").person

        decide(editor, approved, person, kind="role_only", called_en="")

        assert walking.edition_now(approved).state == "in_redaction"


class TestAFurtherPerson:
    def test_is_entered_undecided(self, editor, edition):
        editor.post(reverse("add-person", args=[1]), {"part": "helper", "name": "Yngvild Rossavik", "kind": "legal"})

        helper = edition.testimony.appearances.get(part="helper").person
        assert standing_decision(helper) is None
        assert helper.names.count() == 1

    def test_may_be_one_the_archive_knows(self, editor, people, edition, wife):
        other = walking.take_in(people, text="Another account, told by the one we know.", persons=(_teller(),))

        editor.post(reverse("add-person", args=[2]), {"part": "comrade", "kind": "legal", "held": wife.reference})

        assert other.testimony.appearances.get(part="comrade").person == wife

    @pytest.mark.parametrize(
        ("typed", "reason"),
        [
            ({"held": "P-0999"}, "knows no person by this number"),
            ({"held": "P-0001"}, "stands in this testimony already"),
            ({"part": "protagonist"}, "Select a valid choice"),
        ],
    )
    def test_that_cannot_be_entered_is_refused(self, editor, edition, typed, reason):
        response = editor.post(reverse("add-person", args=[1]), {"part": "helper", "kind": "legal", "name": ""} | typed)

        assert response.status_code == 422
        assert reason in response.content.decode()


class TestAPersonOfAnotherTestimony:
    def test_is_not_found_here(self, editor, people, edition, wife):
        walking.take_in(people, text="Another account, told by somebody else.", persons=(_teller(),))

        assert editor.get(reverse("person", args=[2, wife.number])).status_code == 404
        assert editor.post(reverse("show-names", args=[2, wife.number])).status_code == 404


def _teller():
    return walking.PersonDraft(
        key="other", part="protagonist", narrates=True, names=(walking.NameDraft("Gudbrand Vasshaug"),)
    )
