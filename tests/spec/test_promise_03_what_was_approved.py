"""What was approved is what is published, to the byte; any edit after approval voids it."""

from collections.abc import Callable

import pytest

from archive.catalogue.opening import release_database
from archive.catalogue.reading import read_records
from archive.catalogue.records import record_digest
from archive.deidentification.treatments import Treatment
from archive.publication.obstacles import PublicationRefused
from archive.publication.release import issue_release, publish
from archive.publication.sweep import enter_person, put_form_back
from archive.redaction.decisions import decide_span
from archive.redaction.rendering import render_redacted
from archive.redaction.spans import SpanMark, mark_span, propose_spans
from archive.review.models import Verdict
from archive.review.rounds import ReviewRefused, record_verdict, standing_approval
from archive.testimonies.description import assign_themes, code_facts, describe_edition, warn_of
from archive.testimonies.models import Edition, State
from archive.testimonies.persons import decide_naming, prune_form_of
from archive.vault.models import Person
from archive.vault.pruning import prune_form
from tests import walking
from tests.walking import AT, Staff


def change_a_decision(edition: Edition, people: Staff) -> None:
    span = walking.span_of(edition, "near Kveldsvik")
    decide_span(span, treatment=Treatment.GENERALISE, replacement="in the east", by=people.editor, at=AT)


def mark_one_more(edition: Edition, people: Staff) -> None:
    start = walking.TEXT.index("a school")
    mark_span(edition, edition.testimony.tellings.get(), mark=SpanMark(start, start + 8), by=people.editor, at=AT)


def rename_the_narrator(edition: Edition, people: Staff) -> None:
    decide_naming(
        narrator_of(edition),
        kind="changed_by_source",
        evidence="He asked.",
        pseudonyms={"en": "Eirik"},
        by=people.editor,
        at=AT,
    )


def narrator_of(edition: Edition) -> Person:
    person: Person = edition.testimony.appearances.get(narrates=True).person
    return person


def put_a_form_back(edition: Edition, people: Staff) -> None:
    pruned = prune_form(narrator_of(edition), form="Torvalds", reason="A word.", by=people.editor, at=AT)
    put_form_back(pruned, by=people.editor, at=AT)


EDITS: dict[str, Callable[[Edition, Staff], object]] = {
    "a decision": change_a_decision,
    "one more span": mark_one_more,
    "a new detection": lambda edition, people: propose_spans(edition, by=people.editor, at=AT),
    "an abstract": lambda edition, people: describe_edition(
        edition, abstracts={"en": "Something else is told."}, by=people.editor, at=AT
    ),
    "a fact": lambda edition, people: code_facts(edition, facts={"route": "contract"}, by=people.editor, at=AT),
    "a warning": lambda edition, people: warn_of(edition, codes=["death"], by=people.editor, at=AT),
    "a theme": lambda edition, people: assign_themes(
        edition, telling=edition.testimony.tellings.get(), themes={1: ["W.1"]}, by=people.editor, at=AT
    ),
    "a naming decision": rename_the_narrator,
    "a person": lambda edition, people: enter_person(edition.testimony, part="comrade", by=people.editor, at=AT),
    "a form taken away": lambda edition, people: prune_form_of(
        narrator_of(edition), form="Torvalds", reason="A word.", by=people.editor, at=AT
    ),
    "a form put back": put_a_form_back,
}


@pytest.mark.usefixtures("database")
class TestAnApproval:
    @pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
    def test_is_void_after(self, edit: Callable[[Edition, Staff], object]) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        edit(edition, people)

        now = walking.edition_now(edition)

        assert now.state == State.IN_REDACTION
        with pytest.raises(PublicationRefused):
            publish(now, by=people.admin, at=AT)

    def test_holds_for_the_digest_that_was_shown_and_no_other(self) -> None:
        people = walking.staff()
        edition = walking.submit(people)

        with pytest.raises(ReviewRefused, match="has changed since it was shown"):
            record_verdict(edition, reviewer=people.admin, digest="0" * 64, verdict="approve", at=AT)

        assert Verdict.objects.count() == 0
        assert walking.edition_now(edition).state == State.IN_REVIEW


@pytest.mark.usefixtures("database")
class TestWhatWasApproved:
    def test_is_in_the_release_to_the_letter(self, settings: object) -> None:
        settings.DISPLAY_THRESHOLD = 1  # type: ignore[attr-defined]
        people = walking.staff()
        edition = walking.put_out(people)
        issued = issue_release(by=people.admin, at=AT)

        with release_database(issued.path) as connection:
            (record,) = read_records(using=connection.alias)

        approval = standing_approval(edition)
        assert approval is not None
        assert record_digest(record) == approval.digest

    def test_renders_the_same_a_second_time(self) -> None:
        people = walking.staff()
        edition = walking.approve(people)

        first = render_redacted(edition, by=people.admin, at=AT)
        second = render_redacted(walking.edition_now(edition), by=people.other_admin, at=AT)

        assert first == second
