"""Names at the desk: left standing and lifted, kept as somebody else's, taken away, compared; and the vault."""

import re

import pytest
from django.urls import reverse

from archive.audit.models import AuditEvent
from archive.publication.examination import find_obstacles
from archive.redaction.models import LiftVerdict, NameLift
from archive.redaction.spans import propose_spans
from archive.testimonies.description import describe_edition
from archive.testimonies.models import Testimony
from archive.users.models import User
from archive.users.staff import close_user
from archive.vault.keyring import closing_mark
from archive.vault.models import PersonComparison, PrunedForm
from archive.vault.naming import NameDraft, register_person
from tests import walking
from tests.desk.conftest import signed_in
from tests.walking import AT

pytestmark = pytest.mark.django_db

ROAD = "\n\nThe Kvernmo road was closed that spring, and so we went through the fields until it was dark."


def page_of(response) -> str:
    return str(response.content.decode())


@pytest.fixture
def standing(people):
    """An approved edition in which a name stands that the archive learnt of afterwards."""
    edition = walking.approve(people, text=walking.TEXT + ROAD)
    register_person(names=[NameDraft("Halvgrim Kvernmo")], by=people.editor, at=AT)
    return walking.edition_now(edition)


def place_on(page: str) -> dict[str, str]:
    return dict(re.findall(r'name="(language|passage|start|end|digest)" value="([^"]*)"', page))


def say(client, **typed):
    place = place_on(page_of(client.get(reverse("names", args=[1]))))
    return client.post(
        reverse("propose-lift", args=[1]), place | {"kind": "ordinary_word", "reason": "A road."} | typed
    )


def answer(client, outcome="confirm"):
    place = place_on(page_of(client.get(reverse("names", args=[1]))))
    return client.post(reverse("answer-lift", args=[1]), place | {"outcome": outcome})


class TestANameLeftStanding:
    def test_is_shown_with_its_place_and_led_to_by_the_gate(self, admin, other_editor, standing):
        gate = page_of(admin.get(reverse("gate", args=[1])))
        page = page_of(other_editor.get(reverse("names", args=[1])))

        assert reverse("names", args=[1]) in gate
        assert "<mark>Kvernmo</mark>" in page
        assert "1 place holds this text back" in page

    def test_is_counted_for_the_reviewer_until_it_is_settled(self, admin, other_editor, people, standing):
        before = page_of(admin.get(reverse("review", args=[1])))

        say(other_editor)
        answer(signed_in(people.other_admin))
        after = page_of(admin.get(reverse("review", args=[1])))

        assert "1 place holds this text back" in before
        assert "holds this text back" not in after

    def test_is_held_back_again_when_whoever_confirmed_it_may_no_longer(self, admin, other_editor, people, standing):
        say(other_editor)
        answer(signed_in(people.other_admin))

        close_user(people.other_admin, by=None, at=AT)

        assert "1 place holds this text back" in page_of(admin.get(reverse("review", args=[1])))
        assert "1 place holds this text back" in page_of(other_editor.get(reverse("names", args=[1])))
        assert [one.code for one in find_obstacles(standing, by=people.admin, at=AT)] != []

    def test_stands_once_one_proposed_it_and_another_confirmed(self, other_editor, people, standing):
        say(other_editor)
        waiting = page_of(other_editor.get(reverse("names", args=[1])))

        answer(signed_in(people.other_admin))

        assert "waits for an admin who had no hand in it" in waiting
        assert "Every place is settled" in page_of(other_editor.get(reverse("names", args=[1])))
        assert find_obstacles(standing, by=people.admin, at=AT) == ()

    def test_waits_on_the_page_of_whoever_may_confirm_it(self, editor, other_editor, people, standing):
        say(other_editor)
        second = signed_in(people.other_admin)
        link = f'href="{reverse("names", args=[1])}"'
        before = [link in page_of(client.get(reverse("work"))) for client in (second, editor, other_editor)]

        answer(second)

        assert before == [True, False, False]
        assert link not in page_of(second.get(reverse("work")))

    def test_is_said_anew_of_another_text_with_the_words_of_before(self, other_editor, people, standing):
        say(other_editor, reason="A road of that name.")
        describe_edition(standing, abstracts={"en": "A man is taken and leaves."}, by=people.editor, at=AT)

        page = page_of(other_editor.get(reverse("names", args=[1])))

        assert "1 place holds this text back" in page
        assert 'value="A road of that name."' in page

    def test_is_not_confirmed_by_whoever_proposed_it(self, people, standing):
        client = signed_in(people.other_admin)
        say(client)

        page = page_of(client.get(reverse("names", args=[1])))
        response = answer(client)

        assert "You proposed this yourself" in page
        assert 'value="confirm"' not in page
        assert response.status_code == 422
        assert not LiftVerdict.objects.exists()

    def test_is_not_proposed_by_whoever_approved_the_text(self, admin, standing):
        response = say(admin)

        assert response.status_code == 422
        assert "You approved this text" in page_of(response)
        assert not NameLift.objects.exists()

    def test_keeps_what_was_typed_when_it_is_refused(self, other_editor, standing):
        response = say(other_editor, digest="0" * 64, reason="A road of that name.")

        assert response.status_code == 422
        assert "The text has changed" in page_of(response)


class TestWordsThatLookLikeAName:
    @pytest.fixture
    def span(self, people):
        register_person(names=[NameDraft("Halvgrim Kvernmo")], by=people.editor, at=AT)
        edition = walking.take_in(
            people, text=walking.TEXT + "\n\nThen we saw old Kvernmo, who sold us bread that winter."
        )
        propose_spans(edition, by=people.editor, at=AT)
        return edition.spans.get(person__isnull=False, passage=4)

    def keep(self, client, span, reason="A road."):
        edition = walking.edition_now(span.edition)
        return client.post(reverse("keep-as-other", args=[1, span.pk]), {"reason": reason, "seen": edition.change})

    def test_can_be_kept_for_a_reason(self, editor, span):
        offered = page_of(editor.get(reverse("workbench", args=[1]), {"detail": str(span.pk)}))

        self.keep(editor, span)

        span.refresh_from_db()
        assert "It is not this person" in offered
        assert (span.certain, span.standing_decision().treatment) == (False, "retain")

    def test_are_not_kept_without_a_reason(self, editor, span):
        assert self.keep(editor, span, reason="").status_code == 422

        span.refresh_from_db()
        assert span.certain

    def test_are_not_kept_where_two_parts_of_one_name_stand_together(self, editor, people):
        edition = walking.take_in(people)
        propose_spans(edition, by=people.editor, at=AT)
        span = edition.spans.filter(person__isnull=False, start__lt=40).first()

        response = self.keep(editor, span)

        assert response.status_code == 422
        assert "Two parts of one person" in page_of(response)


class TestAFormOfAName:
    @pytest.fixture
    def person(self, people):
        return walking.take_in(people).testimony.appearances.get(part="protagonist").person

    def prune(self, client, person, **typed):
        url = reverse("prune-form", args=[1, person.number])
        return client.post(url, {"form": "Brekkesens", "reason": "A farm."} | typed)

    def shown(self, client, person):
        return page_of(client.post(reverse("show-names", args=[1, person.number])))

    def test_is_taken_away_and_put_back(self, editor, person):
        before = self.shown(editor, person)
        self.prune(editor, person)
        hidden, between = page_of(editor.get(reverse("person", args=[1, person.number]))), self.shown(editor, person)
        key = PrunedForm.objects.get().pk

        editor.post(reverse("restore-form", args=[1, person.number]), {"form": str(key)})

        assert "<span>Brekkesens</span>" in before
        assert "1 form is taken away" in hidden
        assert "rekkesens" not in hidden
        assert "A farm." in between
        assert "<span>Brekkesens</span>" not in between
        assert PrunedForm.objects.get().restored_at is not None

    def test_that_is_the_recorded_name_stays(self, editor, person):
        response = self.prune(editor, person, form="brekkesen")

        assert response.status_code == 422
        assert "This is the name itself" in page_of(response)

    def test_shows_with_what_it_coincides_only_once_names_are_shown(self, editor, people, person):
        register_person(names=[NameDraft("Birger Brekkesen")], by=people.editor, at=AT)

        hidden, shown = page_of(editor.get(reverse("person", args=[1, person.number]))), self.shown(editor, person)

        assert "Another protected person" not in hidden
        assert "Another protected person" in shown


class TestTwoPersonsWhoMayBeOne:
    @pytest.fixture(autouse=True)
    def _two(self, people):
        walking.take_in(people)
        teller = walking.PersonDraft(
            key="other", part="protagonist", narrates=True, names=(walking.NameDraft("Torvald Brekkesen"),),
            naming="changed_by_archive", evidence="Drawn.", pseudonyms=(("en", "Birger"),),
        )  # fmt: skip
        walking.take_in(people, text="Another account, told by somebody else in another place.", persons=(teller,))

    def test_are_listed_without_a_name(self, editor):
        page = page_of(editor.get(reverse("same-person")))

        assert "P-0001" in page
        assert "P-0003" in page
        assert "rekkesen" not in page
        assert "P-0003" in page_of(editor.get(reverse("person", args=[1, 1])))

    def test_show_their_names_by_a_post_that_stands_in_the_trail(self, editor):
        page = page_of(editor.post(reverse("pair", args=[1, 3]), {"show": "1"}))

        assert page.count("Torvald Brekkesen") == 2
        assert AuditEvent.objects.filter(act="names_shown").count() == 2

    def test_are_answered_and_not_asked_for_again(self, editor):
        editor.post(reverse("pair", args=[1, 3]), {"answer": "same", "reason": "The editor of both told us."})

        page = page_of(editor.get(reverse("same-person")))
        assert PersonComparison.objects.count() == 1
        assert "The editor of both told us." in page
        assert "No two persons of different accounts" in page
        assert Testimony.objects.filter(appearances__person__number=1).get().appearances.count() == 2

    def test_need_an_answer_and_a_reason(self, editor):
        response = editor.post(reverse("pair", args=[1, 3]), {"answer": "same", "reason": ""})

        assert response.status_code == 422
        assert not PersonComparison.objects.exists()


class TestTheVault:
    def test_is_closed_by_anyone_and_opened_by_an_admin_with_a_password(self, editor, people, taken_in):
        people.admin.set_password("a long enough phrase")
        people.admin.save()
        admin = signed_in(User.objects.get(pk=people.admin.pk))

        editor.post(reverse("close-vault"))
        shut = editor.get(reverse("workbench", args=[1]))
        refused = (editor.post(reverse("vault"), {"password": "x"}), admin.post(reverse("vault"), {"password": "x"}))
        assert closing_mark().exists()
        admin.post(reverse("vault"), {"password": "a long enough phrase"})

        assert shut.status_code == 503
        assert [response.status_code for response in refused] == [422, 422]
        assert not closing_mark().exists()
        assert editor.get(reverse("workbench", args=[1])).status_code == 200

    def test_lets_a_testimony_be_suspended_while_it_is_closed(self, editor, published):
        editor.post(reverse("close-vault"))

        found = editor.get(reverse("stop"), {"testimony": "T-0001"})
        editor.post(found.url)

        assert walking.edition_now(published).state == "suspended"
