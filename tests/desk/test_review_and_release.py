"""Two people and a proof before it leaves; one person and no question to take it back."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from archive import publication
from archive.desk.gate_words import GATE_WORDS
from archive.publication.models import Release
from archive.redaction.spans import spans_of
from archive.testimonies.models import State
from tests import walking
from tests.desk.conftest import signed_in

pytestmark = pytest.mark.django_db


def judge(client, **typed):
    page = client.get(reverse("review", args=[1])).content.decode()
    digest = re.search(r'name="digest" value="([0-9a-f]{64})"', page)
    return client.post(
        reverse("review", args=[1]), {"digest": digest.group(1) if digest else "", "verdict": "approve"} | typed
    )


class TestTheWordsOfTheGate:
    def test_are_there_for_every_obstacle(self):
        raised = set()
        for path in Path(publication.__file__).parent.rglob("*.py"):
            raised |= set(re.findall(r'"(G\d{3})"', path.read_text("utf-8")))

        assert len(raised) > 15
        assert raised <= set(GATE_WORDS)


class TestHandingOver:
    def test_moves_a_decided_edition_to_review(self, editor, decided):
        now = walking.edition_now(decided)

        editor.post(reverse("submit", args=[1]), {"seen": now.change})

        assert walking.edition_now(decided).state == State.IN_REVIEW

    def test_is_refused_while_something_is_open_and_the_page_said_so(self, editor, searched):
        page = editor.get(reverse("submit", args=[1])).content.decode()
        response = editor.post(reverse("submit", args=[1]), {"seen": searched.change})

        assert "details are undecided" in page
        assert 'aria-disabled="true"' in page
        assert response.status_code == 422
        assert "details are undecided" in response.content.decode()

    def test_from_a_page_that_is_out_of_date_conflicts(self, editor, decided):
        assert editor.post(reverse("submit", args=[1]), {"seen": "0"}).status_code == 409


class TestAReviewer:
    def test_sees_both_texts_and_every_decision(self, admin, submitted):
        page = admin.get(reverse("review", args=[1])).content.decode()

        assert "Torvald Brekkesen" in page
        assert "a craftsman" in page
        assert "made coarser" in page

    def test_approves_the_text_that_was_shown(self, admin, submitted):
        response = judge(admin)

        assert response.url == reverse("gate", args=[1])
        assert walking.edition_now(submitted).state == State.APPROVED

    def test_returns_it_with_words(self, admin, editor, submitted):
        judge(admin, verdict="return", words="Paragraph 2 still tells the day.")

        assert walking.edition_now(submitted).state == State.IN_REDACTION
        assert "Paragraph 2 still tells the day." in editor.get(reverse("submit", args=[1])).content.decode()
        assert "Changes requested" in editor.get(reverse("work")).content.decode()

    def test_sees_in_the_next_round_what_was_said_and_what_was_changed_since(self, people, admin, editor, submitted):
        judge(admin, verdict="return", words="Paragraph 2 still tells the day.")
        now = walking.edition_now(submitted)
        span = next(one for one in spans_of(now) if one.standing_decision() and one.entity_type == "DATE")
        again = {"choice": "suppress||0|0|", "reason": "It leads there.", "seen": now.change}
        editor.post(reverse("decide", args=[1, span.pk]), again)
        editor.post(reverse("submit", args=[1]), {"seen": walking.edition_now(now).change})

        page = admin.get(reverse("review", args=[1])).content.decode()

        assert "Paragraph 2 still tells the day." in page
        assert page.count("changed since round 1") == 1

    @pytest.mark.parametrize(
        ("typed", "reason"),
        [
            ({"verdict": "return", "words": " "}, "Say in a few words"),
            ({"verdict": "perhaps", "words": "I am not sure."}, "Choose: approve it"),
            ({"digest": "0" * 64}, "The text has changed since it was shown to you"),
        ],
    )
    def test_is_refused_a_verdict_that_cannot_stand(self, admin, submitted, typed, reason):
        response = judge(admin, **typed)

        assert response.status_code == 422
        assert reason in response.content.decode()
        assert walking.edition_now(submitted).state == State.IN_REVIEW

    def test_who_decided_something_is_told_before_and_refused_after(self, people, submitted):
        people.editor.role = "admin"
        people.editor.save()
        client = signed_in(people.editor)

        page = client.get(reverse("review", args=[1])).content.decode()
        response = judge(client)

        assert "you cannot be the second pair of eyes" in page
        assert 'value="approve"' not in page
        assert response.status_code == 422
        assert walking.edition_now(submitted).state == State.IN_REVIEW

    def test_who_is_an_editor_reads_and_does_not_judge(self, editor, submitted):
        page = editor.get(reverse("review", args=[1])).content.decode()
        response = judge(editor)

        assert "Only an admin reviews" in page
        assert response.status_code == 422


class TestTheGate:
    def test_lists_obstacles_with_code_reason_and_way_out(self, admin, searched):
        page = admin.get(reverse("gate", args=[1])).content.decode()

        assert "G005" in page
        assert "Details are undecided" in page
        assert reverse("workbench", args=[1]) in page
        assert "Publish this edition" not in page

    def test_lets_an_approved_edition_through(self, admin, approved):
        page = admin.get(reverse("gate", args=[1])).content.decode()
        admin.post(reverse("publish", args=[1]))

        assert "Nothing stands in the way" in page
        assert walking.edition_now(approved).state == State.PUBLISHED

    def test_refuses_a_post_past_the_page(self, admin, submitted):
        response = admin.post(reverse("publish", args=[1]))

        assert response.status_code == 422
        assert "It is not approved" in response.content.decode()
        assert walking.edition_now(submitted).state == State.IN_REVIEW

    def test_is_closed_to_editors(self, editor, approved):
        response = editor.post(reverse("publish", args=[1]))

        assert response.status_code == 403
        assert walking.edition_now(approved).state == State.APPROVED


class TestARelease:
    def test_is_issued_by_an_admin(self, admin, published):
        before = admin.get(reverse("releases")).content.decode()
        admin.post(reverse("issue"))
        after = admin.get(reverse("releases")).content.decode()

        assert "What the first release holds" in before
        assert Release.objects.get().testimonies == 1
        assert "Release 2, in preparation" in after
        assert "Nothing would change" in after

    def test_is_not_for_editors_and_the_page_said_so(self, editor, published):
        page = editor.get(reverse("releases")).content.decode()

        assert "Only an admin reviews, publishes and issues releases" in page
        assert editor.post(reverse("issue")).status_code == 403
        assert not Release.objects.exists()


class TestTheWayBack:
    def test_any_editor_suspends_with_one_press(self, editor, published):
        editor.post(reverse("suspend", args=[1]))

        assert walking.edition_now(published).state == State.SUSPENDED

    def test_an_admin_lifts_it_at_the_gate(self, editor, admin, published):
        editor.post(reverse("suspend", args=[1]))

        admin.post(reverse("publish", args=[1]))

        assert walking.edition_now(published).state == State.PUBLISHED

    @pytest.mark.parametrize("typed", ["T-0001", "t-1", "1", "public"])
    def test_is_found_by_its_number_from_the_first_page(self, editor, published, typed):
        number = published.testimony.public_id if typed == "public" else typed

        response = editor.get(reverse("stop"), {"testimony": number})

        assert response.url == reverse("suspend", args=[1])

    def test_of_an_unknown_number_is_told(self, editor, published):
        response = editor.get(reverse("stop"), {"testimony": "T-9999"})

        assert response.status_code == 422
        assert "No testimony has this number" in response.content.decode()

    def test_any_editor_withdraws_for_ever(self, editor, published):
        editor.post(reverse("withdraw", args=[1]), {"reason": "asked", "sure": "on"})

        assert walking.edition_now(published).state == State.WITHDRAWN
        assert "That is final" in editor.get(reverse("testimony", args=[1])).content.decode()

    @pytest.mark.parametrize(
        ("typed", "reason"), [({"sure": "on"}, "Choose one of the four"), ({"reason": "law"}, "A withdrawal is final")]
    )
    def test_withdrawing_asks_for_a_reason_and_for_being_sure(self, editor, published, typed, reason):
        response = editor.post(reverse("withdraw", args=[1]), typed)

        assert response.status_code == 422
        assert reason in response.content.decode()
        assert walking.edition_now(published).state == State.PUBLISHED

    def test_a_correction_leaves_what_stands(self, editor, published):
        editor.post(reverse("correct", args=[1]))

        states = sorted(published.testimony.editions.values_list("state", flat=True))
        assert states == ["in_redaction", "published"]
