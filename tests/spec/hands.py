"""Every hand that an admin can have had in a testimony, and the testimony in review after it."""

from collections.abc import Callable
from datetime import timedelta

from archive.audit.triggers import install_triggers, remove_triggers
from archive.deidentification.treatments import Treatment
from archive.redaction.accepting import accept_exposure, current_exposure
from archive.redaction.decisions import decide_span, reopen_span
from archive.redaction.spans import SpanMark, mark_span, propose_spans
from archive.review.rounds import submit_for_review
from archive.testimonies.description import assign_themes, code_facts, describe_edition, warn_of
from archive.testimonies.models import Contribution, Edition, State
from archive.testimonies.persons import decide_naming, protect_name_of
from archive.users.models import User
from tests import walking
from tests.walking import AT, Staff

LATER = AT + timedelta(hours=1)


def ready(people: Staff) -> Edition:
    """Return an edition that is decided and described, by an editor, and not submitted."""
    return walking.describe(walking.decide(walking.take_in(people), people), people)


def place(edition: Edition):
    return walking.span_of(edition, "near Kveldsvik")


def decide(edition: Edition, by: User) -> None:
    decide_span(place(edition), treatment=Treatment.GENERALISE, replacement="near a border", by=by, at=LATER)


def decide_and_be_superseded(edition: Edition, by: User) -> None:
    decide(edition, by)
    other = User.objects.get(username="ola")
    decide_span(place(edition), treatment=Treatment.GENERALISE, replacement="somewhere", by=other, at=LATER)


def reopen(edition: Edition, by: User) -> None:
    reopen_span(place(edition), by=by, at=LATER)
    other = User.objects.get(username="ola")
    decide_span(place(edition), treatment=Treatment.GENERALISE, replacement="somewhere", by=other, at=LATER)


def mark(edition: Edition, by: User) -> None:
    start = walking.TEXT.index("a school")
    span = mark_span(edition, edition.testimony.tellings.get(), mark=SpanMark(start, start + 8), by=by, at=LATER)
    other = User.objects.get(username="ola")
    decide_span(span, treatment=Treatment.RETAIN, reason="A school is a school.", by=other, at=LATER)


def accept(edition: Edition, by: User) -> None:
    """Code facts that fit few, by somebody else, and decide that they may stand."""
    other = User.objects.get(username="ola")
    code_facts(edition, facts={"refuge": "central-asia", "refusal": "2022-h2"}, by=other, at=LATER)
    digest = current_exposure(edition, by=by, at=LATER).digest
    accept_exposure(edition, rule="crowd", digest=digest, reason="It stands nowhere else.", by=by, at=LATER)


def name_somebody(edition: Edition, by: User) -> None:
    person = edition.testimony.appearances.get(narrates=True).person
    decide_naming(
        person, kind="changed_by_source", evidence="He asked.", pseudonyms={"en": "Arne", "nb": "Arne"}, by=by, at=LATER
    )


def name_somebody_and_leave_no_other_trace(edition: Edition, by: User) -> None:
    """Decide the naming as in another testimony of the same person, before this one was there."""
    name_somebody(edition, by)
    remove_triggers()
    Contribution.objects.filter(edition=edition, user=by).delete()
    install_triggers()


def protect(edition: Edition, by: User) -> None:
    person = edition.testimony.appearances.get(narrates=False).person
    protect_name_of(person, name="Solveig Utgard", kind="legal", by=by, at=LATER)
    propose_spans(edition_now(edition), by=User.objects.get(username="ola"), at=LATER)


def edition_now(edition: Edition) -> Edition:
    edition.refresh_from_db()
    return edition


HANDS: dict[str, Callable[[Edition, User], object]] = {
    "decided a span": decide,
    "decided a span, and was superseded": decide_and_be_superseded,
    "took a decision back": reopen,
    "marked a span": mark,
    "accepted what is told together": accept,
    "ran the detection": lambda edition, by: propose_spans(edition, by=by, at=LATER),
    "decided what a person is called": name_somebody,
    "decided that elsewhere": name_somebody_and_leave_no_other_trace,
    "protected a name": protect,
    "wrote the abstract": lambda edition, by: describe_edition(
        edition, abstracts={"en": "A man is taken and leaves.", "nb": "En mann blir tatt og drar."}, by=by, at=LATER
    ),
    "coded a fact": lambda edition, by: code_facts(edition, facts={"route": "contract"}, by=by, at=LATER),
    "gave a warning": lambda edition, by: warn_of(edition, codes=["death"], by=by, at=LATER),
    "assigned a theme": lambda edition, by: assign_themes(
        edition, telling=edition.testimony.tellings.get(), themes={1: ["W.1"], 2: ["W.2"]}, by=by, at=LATER
    ),
    "submitted it": lambda edition, by: submit_for_review(edition, by=by, at=LATER),
}


def submitted_after(hand: str, people: Staff) -> Edition:
    """Return an edition in review in which an admin has had this hand."""
    edition = ready(people)
    HANDS[hand](edition, people.admin)
    edition_now(edition)
    if edition.state != State.IN_REVIEW:
        submit_for_review(edition, by=people.other_editor, at=LATER)
    return edition_now(edition)
