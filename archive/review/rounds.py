"""Submitting an edition, and the verdict on it: hard to publish means two people and one exact text."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.redaction.accepting import accepted_exposures
from archive.redaction.decisions import undecided_persons
from archive.redaction.elsewhere import exposure_now
from archive.redaction.models import IdentifyingSpan, SpanDecision
from archive.redaction.rendering import OpenedTelling, RedactedText, open_tellings, render_opened
from archive.redaction.spans import spans_of, undecided_spans
from archive.review.models import Outcome, ReviewRound, Verdict
from archive.testimonies.description import narrator_of
from archive.testimonies.models import Contribution, Edition, State
from archive.users.models import User
from archive.users.roles import DeskAct, role_allows
from archive.vault.models import NamingDecision


class ReviewRefused(ValueError):
    """A submission or a verdict that cannot stand; nothing was saved."""


def submit_for_review(edition: Edition, *, by: User, at: datetime, seen: int | None = None) -> ReviewRound:
    """Hand an edition over to review, bound to the digest of what would be published.

    Raises `ReviewRefused` while a span or a person is undecided, when nothing was ever detected, or while a rule on
    what is told together asks and nobody has decided that it may stand.
    """
    opened = open_tellings(edition, by=by, at=at, purpose="review")
    spans = spans_of(edition)
    refuse_unready(edition, spans)
    refuse_unanswered(edition, opened, spans)
    redacted = render_opened(edition, opened, spans)
    with transaction.atomic():
        edition.touch(by=by, at=at, seen=seen)
        number = (ReviewRound.objects.filter(edition=edition).aggregate(last=Max("number"))["last"] or 0) + 1
        opened_round = ReviewRound.objects.create(
            edition=edition, number=number, digest=redacted.digest, submitted_by=by, submitted_at=at
        )
        edition.move_to(State.IN_REVIEW, by=by, at=at)
        record_event(
            Act.REVIEW_REQUESTED,
            subject_kind=SubjectKind.EDITION,
            subject=edition.pk,
            by=by.pk,
            at=at,
            facts={"digest": redacted.digest, "round": number},
        )
    return opened_round


@sensitive_variables("words", "redacted")
def record_verdict(
    edition: Edition, *, reviewer: User, digest: str, verdict: Outcome | str, at: datetime, words: str = ""
) -> Verdict:
    """Approve an edition, or return it with words; `digest` is that of the text the reviewer was shown.

    Raises `ReviewRefused` if the reviewer had a hand in it, or if the text is no longer the one that was shown.
    """
    outcome = Outcome(verdict)
    opened_round = current_round(edition)
    if edition.state != State.IN_REVIEW or opened_round is None:
        raise ReviewRefused(
            _("%(edition)s is %(label)s; there is nothing to judge. Open the queue again.")
            % {"edition": edition, "label": State(edition.state).label}
        )
    refuse_reviewer(edition, reviewer)
    if outcome == Outcome.RETURN and not words.strip():
        raise ReviewRefused(_("Say in a few words what is to be done before it can be approved."))
    opened = open_tellings(edition, by=reviewer, at=at, purpose="review")
    with transaction.atomic():
        standing = Edition.objects.select_for_update().get(pk=edition.pk)
        redacted: RedactedText = render_opened(edition, opened, spans_of(edition))
        if standing.change != edition.change or not redacted.digest == digest == opened_round.digest:
            message = _(
                "The text has changed since it was shown to you, so this verdict would be on another text. "
                "Nothing was saved. Read it again as it stands now."
            )
            raise ReviewRefused(message)
        row = Verdict(
            sealed_under=narrator_of(edition).sealed_under,
            round=opened_round,
            outcome=outcome,
            digest=digest,
            words=words.strip(),
            reviewer=reviewer,
            recorded_at=at,
        )
        row.save(force_insert=True)
        edition.move_to(State.APPROVED if outcome == Outcome.APPROVE else State.IN_REDACTION, by=reviewer, at=at)
        record_event(
            Act.VERDICT_RECORDED,
            subject_kind=SubjectKind.EDITION,
            subject=edition.pk,
            by=reviewer.pk,
            at=at,
            facts={"digest": digest, "verdict": str(outcome), "round": opened_round.number},
        )
    return row


def current_round(edition: Edition) -> ReviewRound | None:
    """Return the latest round, whether or not a verdict has closed it."""
    return max(edition.rounds.all(), key=lambda one: one.number, default=None)


def standing_approval(edition: Edition) -> Verdict | None:
    """Return the approval that closed the latest round, if it was one."""
    latest = current_round(edition)
    verdict: Verdict | None = getattr(latest, "verdict", None)
    return verdict if verdict is not None and verdict.outcome == Outcome.APPROVE else None


def contributors_to(edition: Edition) -> frozenset[object]:
    """Return the ids of all who decided anything in an edition, the naming of its persons included."""
    return contributors_by_edition([edition.pk])[edition.pk]


def contributors_by_edition(editions: Sequence[UUID]) -> dict[UUID, frozenset[object]]:
    """Return who decided anything in each of many editions; what was superseded since counts too."""
    in_naming = "person__appearances__testimony__editions"
    found: dict[UUID, set[object]] = {edition: set() for edition in editions}
    for hands in (
        Contribution.objects.filter(edition__in=editions).values_list("edition", "user"),
        SpanDecision.objects.filter(span__edition__in=editions).values_list("span__edition", "decided_by"),
        NamingDecision.objects.filter(**{f"{in_naming}__in": editions}).values_list(in_naming, "decided_by"),
    ):
        for edition, user in hands.order_by().distinct():
            found[edition].add(user)
    return {edition: frozenset(users) for edition, users in found.items()}


def refuse_reviewer(edition: Edition, reviewer: User) -> None:
    """Raise `ReviewRefused` for a reviewer whose approval would not be a second pair of eyes."""
    if not role_allows(reviewer, DeskAct.REVIEW):
        raise ReviewRefused(_("Only an admin reviews. Leave it in the queue for one."))
    if reviewer.pk in contributors_to(edition):
        message = _(
            "You decided something in this testimony yourself, so you cannot be the second pair of eyes. "
            "Another admin has to review it; it stays in the queue."
        )
        raise ReviewRefused(message)


@sensitive_variables("opened")
def refuse_unanswered(edition: Edition, opened: list[OpenedTelling], spans: list[IdentifyingSpan]) -> None:
    """Raise `ReviewRefused` while what is told together asks for a coarser rung or a decision; pages ask it too."""
    exposure = exposure_now(edition, opened, spans)
    if exposure.unanswered(accepted_exposures(edition)):
        raise ReviewRefused(
            _(
                "The details that stay could lead to a person together. Open “How many could it be”, choose a coarser "
                "rung or record why it may stand."
            )
        )


def refuse_unready(edition: Edition, spans: list[IdentifyingSpan] | None = None) -> None:
    """Raise `ReviewRefused` while something is undecided or nothing was ever detected; pages ask it beforehand."""
    undecided = len(undecided_spans(spans_of(edition) if spans is None else spans))
    if not edition.detection_stamp:
        raise ReviewRefused(_("Nobody has looked for identifying details yet. Run the detection first."))
    if undecided:
        message = _(
            "%(undecided)s details are undecided. Decide each of them; the workbench leads from one to the next."
        ) % {"undecided": undecided}
        raise ReviewRefused(message)
    if persons := undecided_persons(edition):
        listed = ", ".join(person.reference for person in persons)
        raise ReviewRefused(
            _("Nobody has decided yet what these persons are called: %(listed)s. Open the persons page.")
            % {"listed": listed}
        )
