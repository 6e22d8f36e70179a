"""Nobody approves what they decided; four eyes and failed checks have no override.

Each hand that somebody can have had in a testimony is tried three times: through the function that records a verdict,
past it straight into the database with the triggers on, and past both, so that only the gate is left to notice.
"""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.audit.triggers import TriggersNotInPlace, check_triggers, install_triggers, remove_triggers
from archive.audit.verification import verify_trail
from archive.publication.examination import find_obstacles
from archive.publication.models import PublicationCertificate
from archive.publication.obstacles import PublicationRefused
from archive.publication.release import issue_release, publish
from archive.redaction.rendering import render_redacted
from archive.review.models import ReviewRound, Verdict
from archive.review.rounds import (
    ReviewRefused,
    contributors_to,
    current_round,
    record_verdict,
    standing_approval,
    submit_for_review,
)
from archive.testimonies.models import Edition, EditionChanged, IllegalMove, State
from archive.users.models import User
from archive.vault.models import NamingDecision
from archive.vault.sealed import make_data_key
from tests import walking
from tests.spec.hands import HANDS, LATER, decide, edition_now, name_somebody, ready, submitted_after
from tests.walking import Staff


def approve_past_the_function(edition: Edition, reviewer: User, *, digest: str = "") -> None:
    """Write an approval into the database as whoever holds its password can."""
    opened = current_round(edition)
    assert opened is not None
    verdict = Verdict(
        sealed_under=make_data_key(),
        round=opened,
        outcome="approve",
        digest=digest or opened.digest,
        words="",
        reviewer=reviewer,
        recorded_at=LATER,
    )
    verdict.save(force_insert=True)
    Edition.objects.filter(pk=edition.pk).update(state=State.APPROVED)


def approve(edition: Edition, reviewer: User) -> None:
    """Approve as the desk does: read what stands there now, and say yes to that."""
    digest = render_redacted(edition, by=reviewer, at=LATER, purpose="review").digest
    record_verdict(edition, reviewer=reviewer, digest=digest, verdict="approve", at=LATER)


@pytest.mark.django_db
@pytest.mark.parametrize("hand", HANDS)
class TestAnAdminWho:
    def test_had_a_hand_in_it_cannot_approve_it_and_another_can(self, hand: str) -> None:
        people = walking.staff()
        edition = submitted_after(hand, people)

        with pytest.raises(ReviewRefused, match="second pair of eyes"):
            approve(edition, people.admin)

        assert edition_now(edition).state == State.IN_REVIEW
        approve(edition, people.other_admin)
        assert edition_now(edition).state == State.APPROVED

    def test_had_a_hand_in_it_does_not_pass_the_gate_even_with_the_triggers_away(self, hand: str) -> None:
        people = walking.staff()
        edition = submitted_after(hand, people)
        remove_triggers()
        approve_past_the_function(edition, people.admin)
        install_triggers()

        obstacles = find_obstacles(edition_now(edition), by=people.other_admin, at=LATER)

        assert "G003" in {obstacle.code for obstacle in obstacles}
        with pytest.raises(PublicationRefused):
            publish(edition, by=people.other_admin, at=LATER)
        issued = issue_release(by=people.other_admin, at=LATER, including=[edition])
        assert issued.testimonies == 0


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("hand", HANDS)
class TestTheDatabase:
    def test_refuses_the_approval_of_an_admin_who(self, hand: str) -> None:
        people = walking.staff()
        edition = submitted_after(hand, people)

        with pytest.raises(IntegrityError, match="Nobody reviews what they decided"), transaction.atomic():
            approve_past_the_function(edition, people.admin)

        assert edition_now(edition).state == State.IN_REVIEW


def sql(statement: str) -> Callable[[Edition, Staff], None]:
    """Return what runs a statement about one edition."""

    def run(edition: Edition, people: Staff) -> None:
        key = edition.pk.hex if connection.vendor == "sqlite" else str(edition.pk)
        with connection.cursor() as cursor:
            cursor.execute(statement.replace("{edition}", f"'{key}'"))

    return run


def approve_and_skip_the_gate(edition: Edition, people: Staff) -> None:
    approve(edition, people.admin)
    sql("UPDATE testimonies_edition SET state = 'published' WHERE id = {edition}")(edition, people)


def approve_and_forge_a_certificate(edition: Edition, people: Staff) -> None:
    approve(edition, people.admin)
    PublicationCertificate.objects.create(
        edition=edition, digest="0" * 64, names_stamp="0" * 64, checks=1, certified_by=people.admin, certified_at=LATER
    )


def return_and_approve(edition: Edition, people: Staff) -> None:
    digest = ReviewRound.objects.get().digest
    record_verdict(edition, reviewer=people.admin, digest=digest, verdict="return", words="Not yet.", at=LATER)
    approve_past_the_function(edition, people.other_admin)


def promote_the_editor(edition: Edition, people: Staff) -> None:
    User.objects.filter(pk=people.editor.pk).update(role="admin")
    approve_past_the_function(edition, User.objects.get(pk=people.editor.pk))


# Tried on an edition in review, in which the editor decided everything.
BYPASSES: dict[str, Callable[[Edition, Staff], object]] = {
    "an editor": lambda edition, people: approve_past_the_function(edition, people.other_editor),
    "the editor, promoted for it": promote_the_editor,
    "another text": lambda edition, people: approve_past_the_function(edition, people.admin, digest="f" * 64),
    "no verdict": sql("UPDATE testimonies_edition SET state = 'approved' WHERE id = {edition}"),
    "no review": sql("UPDATE testimonies_edition SET state = 'published' WHERE id = {edition}"),
    "no certificate": approve_and_skip_the_gate,
    "a forged certificate": approve_and_forge_a_certificate,
    "a second verdict": return_and_approve,
    "a rewritten decision": sql("UPDATE redaction_spandecision SET treatment = 'retain' WHERE treatment <> 'retain'"),
    "a decision in somebody else's name": sql(
        "UPDATE redaction_spandecision SET decided_by_id = (SELECT id FROM users_user WHERE username = 'ola')"
    ),
    "a decision less": sql("DELETE FROM redaction_spandecision"),
    "a naming decision in somebody else's name": sql(
        "UPDATE vault_namingdecision SET decided_by_id = (SELECT id FROM users_user WHERE username = 'ola')"
    ),
    "a naming decision less": sql("DELETE FROM vault_namingdecision"),
    "a hand forgotten": sql("DELETE FROM testimonies_contribution"),
    "a hand given to somebody else": sql(
        "UPDATE testimonies_contribution SET user_id = (SELECT id FROM users_user WHERE username = 'ola')"
    ),
    "a round of another digest": sql("UPDATE review_reviewround SET digest = 'f'"),
    "an edition that begins approved": sql(
        "INSERT INTO testimonies_edition (id, testimony_id, number, state, change, detection_stamp, created_at) "
        "SELECT '00000000000040008000000000000000', testimony_id, 9, 'approved', 0, '', created_at "
        "FROM testimonies_edition WHERE id = {edition}"
    ),
}


@pytest.mark.usefixtures("database")
class TestTheDatabasePastEveryFunction:
    @pytest.mark.parametrize("bypass", BYPASSES.values(), ids=BYPASSES.keys())
    def test_refuses(self, bypass: Callable[[Edition, Staff], object]) -> None:
        people = walking.staff()
        edition = walking.submit(people)

        with pytest.raises(IntegrityError), transaction.atomic():
            bypass(edition, people)

        assert verify_trail().is_sound

    @pytest.mark.parametrize("verdict", ["UPDATE review_verdict SET outcome = 'approve'", "DELETE FROM review_verdict"])
    def test_refuses_to_change_a_verdict(self, verdict: str) -> None:
        people = walking.staff()
        edition = walking.approve(people)

        with pytest.raises(IntegrityError, match="A verdict stands"), transaction.atomic():
            sql(verdict)(edition, people)


class TestTheDatabaseOnSQLite:
    @pytest.mark.parametrize(
        "table", ["review_verdict", "review_reviewround", "redaction_spandecision", "vault_namingdecision"]
    )
    def test_replaces_nothing(self, sqlite_database: str, table: str) -> None:
        people = walking.staff()
        walking.approve(people)

        with (
            pytest.raises(IntegrityError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608


@pytest.mark.usefixtures("database")
class TestWhoeverRemovesATrigger:
    def test_is_found_and_nothing_is_published_meanwhile(self) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        assert find_obstacles(edition, by=people.other_admin, at=LATER) == ()
        sql(
            "DROP TRIGGER review_four_eyes_on_insert"
            + (" ON review_verdict" if connection.vendor == "postgresql" else "")
        )(edition, people)

        with pytest.raises(PublicationRefused, match="G017"):
            publish(edition, by=people.other_admin, at=LATER)
        with pytest.raises(TriggersNotInPlace, match="review_four_eyes_on_insert"):
            check_triggers()
        assert [finding.code for finding in verify_trail().findings] == ["T007"]


class TestSomebodyWithAnotherRole:
    @pytest.mark.django_db
    @pytest.mark.parametrize("name", ["ola", "kari"])
    def test_cannot_review_or_publish(self, name: str) -> None:
        people = walking.staff()
        edition = walking.submit(people)
        user = User.objects.get(username=name)

        with pytest.raises(ReviewRefused):
            approve(edition, user)
        approve(edition, people.admin)
        with pytest.raises(PublicationRefused, match="G020"):
            publish(edition, by=user, at=LATER)
        with pytest.raises(PublicationRefused, match="G020"):
            issue_release(by=user, at=LATER)

    @pytest.mark.django_db
    def test_cannot_review_once_the_account_is_closed(self) -> None:
        people = walking.staff()
        edition = walking.submit(people)
        people.admin.is_active = False
        people.admin.save()

        with pytest.raises(ReviewRefused, match="Only an admin reviews"):
            approve(edition, people.admin)

    def test_has_no_flag_that_opens_everything(self) -> None:
        fields = {field.name for field in User._meta.get_fields()}

        assert not fields & {"is_superuser", "is_staff", "user_permissions", "groups"}


def _acts() -> dict[str, Callable[[Edition, User, Staff], object]]:
    return {
        "decide": lambda edition, who, people: decide(edition, who),
        "describe": lambda edition, who, people: HANDS["wrote the abstract"](edition, who),
        "name": lambda edition, who, people: name_somebody(edition, who),
        "submit": lambda edition, who, people: submit_for_review(edition, by=who, at=LATER),
        "approve": lambda edition, who, people: approve(edition, who),
        "approve past the function": lambda edition, who, people: approve_past_the_function(edition, who),
        "publish": lambda edition, who, people: publish(edition, by=who, at=LATER),
        "publish past the function": lambda edition, who, people: sql(
            "UPDATE testimonies_edition SET state = 'published' WHERE id = {edition}"
        )(edition, people),
    }


ACTS = _acts()
REFUSALS = (ReviewRefused, PublicationRefused, IllegalMove, EditionChanged, IntegrityError, AssertionError)


def look_at_what_is_approved(edition: Edition, people: Staff) -> None:
    """Fail unless what is approved or published was approved by somebody else, word for word."""
    if edition.state not in {State.APPROVED, State.PUBLISHED}:
        return
    approval = standing_approval(edition)
    assert approval is not None
    assert approval.reviewer_id not in contributors_to(edition)
    assert approval.digest == render_redacted(edition, by=people.admin, at=LATER).digest
    certified = PublicationCertificate.objects.filter(edition=edition, digest=approval.digest).exists()
    assert certified or edition.state == State.APPROVED


class TestAnyOrderOfActs:
    @pytest.mark.django_db
    @given(
        acts=st.lists(
            st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(["kari", "siri", "nils"])), min_size=3, max_size=12
        )
    )
    @settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
    def test_leaves_nothing_approved_but_by_a_second_pair_of_eyes(self, acts: list[tuple[str, str]]) -> None:
        with transaction.atomic():
            people = walking.staff()
            edition = ready(people)
            for act, name in acts:
                try:
                    with transaction.atomic():
                        ACTS[act](edition, User.objects.get(username=name), people)
                except REFUSALS:
                    pass
                edition_now(edition)
                look_at_what_is_approved(edition, people)
            assert verify_trail().is_sound
            transaction.set_rollback(True)


class TestTheNamingOfAPerson:
    @pytest.mark.django_db
    def test_is_a_decision_that_counts_in_every_testimony_of_that_person(self) -> None:
        people = walking.staff()
        edition = walking.submit(people)

        deciders = set(NamingDecision.objects.values_list("decided_by_id", flat=True))

        assert deciders <= contributors_to(edition)
