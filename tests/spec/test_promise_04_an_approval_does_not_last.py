"""Nobody approves what they decided: the database holds an approval to its round, its text, its order and its hands."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction

from archive.publication.models import PublicationCertificate
from archive.redaction.models import SpanDecision
from archive.redaction.rendering import render_redacted
from archive.review.models import ReviewRound, Verdict
from archive.review.rounds import current_round, record_verdict, submit_for_review
from archive.testimonies.description import describe_edition
from archive.testimonies.models import Edition, State
from archive.users.models import User
from archive.vault.naming import record_naming_decision
from archive.vault.sealed import make_data_key
from tests import walking
from tests.walking import AT, Staff

ORDER = "moves one step at a time"
CERTIFIED = "What is certified is what was approved"


def take_back(edition: Edition, people: Staff) -> Edition:
    edition = walking.edition_now(edition)
    edition.touch(by=people.editor, at=AT)
    return edition


def rewrite(edition: Edition, people: Staff, words: str) -> None:
    abstracts = {"en": words, "nb": words}
    describe_edition(walking.edition_now(edition), abstracts=abstracts, by=people.editor, at=AT)


def submit(edition: Edition, people: Staff) -> None:
    submit_for_review(walking.edition_now(edition), by=people.editor, at=AT)


def put(edition: Edition, state: str) -> None:
    """Write a state as whoever holds the database's password can."""
    Edition.objects.filter(pk=edition.pk).update(state=state)


def certify(edition: Edition, people: Staff, digest: str) -> None:
    PublicationCertificate.objects.create(
        edition=edition, digest=digest, names_stamp="0" * 64, checks=1, certified_by=people.admin, certified_at=AT
    )


def judge(edition: Edition, reviewer: User, outcome: str = "approve") -> None:
    """Write a verdict on the latest round, past the function."""
    opened = current_round(walking.edition_now(edition))
    assert opened is not None
    Verdict(
        sealed_under=make_data_key(),
        round=opened,
        outcome=outcome,
        digest=opened.digest,
        words="Not yet.",
        reviewer=reviewer,
        recorded_at=AT,
    ).save(force_insert=True)


def digest_of(edition: Edition) -> str:
    return str(ReviewRound.objects.filter(edition=edition).order_by("number").last().digest)  # type: ignore[union-attr]


def approved_again(edition: Edition, people: Staff) -> None:
    take_back(edition, people)
    put(edition, State.APPROVED)


def published_though_taken_back(edition: Edition, people: Staff) -> None:
    certify(edition, people, digest_of(edition))
    take_back(edition, people)
    put(edition, State.PUBLISHED)


def approved_by_the_round_before(edition: Edition, people: Staff) -> None:
    take_back(edition, people)
    submit(edition, people)
    put(edition, State.APPROVED)


def published_on_the_certificate_before(edition: Edition, people: Staff) -> None:
    certify(edition, people, digest_of(edition))
    rewrite(edition, people, "A man leaves, and comes home.")
    walking.hand_over(walking.edition_now(edition), people)
    put(edition, State.PUBLISHED)


def judged_though_taken_back(edition: Edition, people: Staff) -> None:
    take_back(edition, people)
    submit(edition, people)
    take_back(edition, people)
    judge(edition, people.admin)


def edited_while_approved(edition: Edition, people: Staff) -> None:
    Edition.objects.filter(pk=edition.pk).update(change=edition.change + 1)


def taken_up_after_withdrawal(edition: Edition, people: Staff) -> None:
    put(edition, State.WITHDRAWN)
    put(edition, State.IN_REDACTION)


def certified_though_taken_back(edition: Edition, people: Staff) -> None:
    take_back(edition, people)
    certify(edition, people, digest_of(edition))


def certified_though_returned(edition: Edition, people: Staff) -> None:
    rewrite(edition, people, "A man leaves, and comes home.")
    submit(edition, people)
    returned = digest_of(edition)
    now = walking.edition_now(edition)
    record_verdict(now, reviewer=people.admin, digest=returned, verdict="return", words="Not yet.", at=AT)
    rewrite(edition, people, "A man leaves, and does not come home.")
    walking.hand_over(walking.edition_now(edition), people)
    certify(edition, people, returned)


def decided_past_the_function(edition: Edition, people: Staff) -> None:
    take_back(edition, people)
    before = SpanDecision.objects.filter(span__edition=edition, superseded_at__isnull=True)[0]
    SpanDecision.objects.filter(pk=before.pk).update(superseded_at=AT)
    SpanDecision(
        sealed_under=before.sealed_under,
        span=before.span,
        treatment=before.treatment,
        identifier_class=before.identifier_class,
        replacement=before.replacement.reveal(),
        reason="",
        decided_by=people.admin,
        decided_at=AT,
    ).save(force_insert=True)
    submit(edition, people)
    judge(edition, people.admin)


def named_past_the_function(edition: Edition, people: Staff) -> None:
    take_back(edition, people)
    wife = edition.testimony.appearances.get(narrates=False).person
    record_naming_decision(wife, kind="role_only", evidence="Not asked.", pseudonyms={}, by=people.admin, at=AT)
    submit(edition, people)
    judge(edition, people.admin)


def submitted_past_the_function(edition: Edition, people: Staff) -> None:
    edition = take_back(edition, people)
    digest = render_redacted(edition, by=people.editor, at=AT).digest
    ReviewRound.objects.create(edition=edition, number=2, digest=digest, submitted_by=people.admin, submitted_at=AT)
    put(edition, State.IN_REVIEW)
    judge(edition, people.admin)


# What is tried on an edition that was approved, and the rule that has to refuse it.
BYPASSES: tuple[tuple[Callable[[Edition, Staff], None], str], ...] = (
    (approved_again, ORDER),
    (published_though_taken_back, ORDER),
    (edited_while_approved, ORDER),
    (taken_up_after_withdrawal, ORDER),
    (approved_by_the_round_before, "approved by a verdict"),
    (published_on_the_certificate_before, "Only what the gate has certified"),
    (judged_though_taken_back, "A verdict is on the text"),
    (certified_though_taken_back, CERTIFIED),
    (certified_though_returned, CERTIFIED),
    (decided_past_the_function, "Nobody reviews what they decided"),
    (named_past_the_function, "Nobody reviews what they decided"),
    (submitted_past_the_function, "Nobody reviews what they decided"),
)


@pytest.mark.usefixtures("database")
class TestAnApprovedEdition:
    def test_is_not_carried_further_than_its_approval_goes(self) -> None:
        people = walking.staff()
        edition = walking.edition_now(walking.approve(people))
        refused: dict[str, str] = {}

        for bypass, _ in BYPASSES:
            with transaction.atomic():
                try:
                    with transaction.atomic():
                        bypass(edition, people)
                except IntegrityError as error:
                    refused[bypass.__name__] = str(error)
                transaction.set_rollback(True)

        missed = [
            (bypass.__name__, refused.get(bypass.__name__))
            for bypass, rule in BYPASSES
            if rule not in refused.get(bypass.__name__, "")
        ]
        assert missed == []
