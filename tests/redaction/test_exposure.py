"""What an edition gives away as its decisions stand, and the decision that it may stand all the same."""

import pytest
from django.db import IntegrityError, transaction

from archive.audit.models import AuditEvent
from archive.catalogue.records import ContextRecord, ContextText
from archive.deidentification.combinations import Rule
from archive.deidentification.treatments import Treatment
from archive.publication.background import record_background
from archive.publication.examination import find_obstacles
from archive.publication.release import publish
from archive.redaction.accepting import ExposureRefused, accept_exposure, accepted_exposures, current_exposure
from archive.redaction.correction import start_correction
from archive.redaction.decisions import decide_span
from archive.redaction.elsewhere import joins_of, k_within_collection, look_elsewhere
from archive.redaction.models import AcceptedExposure, KnownFact
from archive.redaction.rendering import render_redacted
from archive.redaction.spans import SpanMark, mark_span, propose_spans, spans_of
from archive.review.rounds import ReviewRefused, record_verdict, refuse_reviewer, submit_for_review
from archive.testimonies.accession import PersonDraft
from archive.testimonies.description import code_facts
from archive.testimonies.models import CodedFact, Edition, EditionChanged, Testimony
from archive.vault.models import NamingDecision
from archive.vault.naming import NameDraft
from tests import walking
from tests.walking import AT, Staff

pytestmark = pytest.mark.django_db

FEW = {"route": "mobilised", "refuge": "central-asia", "refusal": "2022-h2", "teller": "self"}
REASON = "Nothing of it is shown while fewer than three accounts carry it."


def few(people: Staff) -> Edition:
    """Return an edition, ready but for this, whose coded facts fit few people."""
    edition = walking.describe(walking.decide(walking.take_in(people), people), people)
    code_facts(edition, facts=FEW, by=people.editor, at=AT)
    return walking.edition_now(edition)


def exposure(edition: Edition, people: Staff):
    return current_exposure(walking.edition_now(edition), by=people.editor, at=AT)


def accept(edition: Edition, people: Staff, *, rule=Rule.CROWD, reason: str = REASON, **more) -> AcceptedExposure:
    digest = more.pop("digest", None) or exposure(edition, people).digest
    return accept_exposure(
        walking.edition_now(edition), rule=rule, digest=digest, reason=reason, by=people.editor, at=AT, **more
    )


def approve(edition: Edition, people: Staff) -> Edition:
    edition = walking.edition_now(edition)
    submit_for_review(edition, by=people.editor, at=AT)
    shown = render_redacted(edition, by=people.admin, at=AT, purpose="review")
    record_verdict(edition, reviewer=people.admin, digest=shown.digest, verdict="approve", at=AT)
    return edition


class TestACrowdUnderFifty:
    def test_does_not_go_to_review_without_a_decision(self, people) -> None:
        edition = few(people)

        assert exposure(edition, people).asks == (Rule.CROWD,)
        with pytest.raises(ReviewRefused):
            submit_for_review(edition, by=people.editor, at=AT)

    def test_passes_the_gate_with_a_recorded_decision(self, people) -> None:
        edition = few(people)
        accept(edition, people)

        edition = approve(edition, people)

        assert find_obstacles(walking.edition_now(edition), by=people.admin, at=AT) == ()

    def test_is_refused_by_the_gate_once_the_decision_is_gone(self, people) -> None:
        edition = few(people)
        accept(edition, people)
        edition = approve(edition, people)
        with walking.without_rules():
            AcceptedExposure.objects.update(superseded_at=AT)

        obstacles = find_obstacles(walking.edition_now(edition), by=people.admin, at=AT)

        assert [obstacle.code for obstacle in obstacles] == ["G022"]

    def test_is_no_longer_one_when_a_coarser_fact_is_coded(self, people) -> None:
        edition = few(people)

        code_facts(
            edition, facts={"route": "called-up", "refuge": "inside-russia", "refusal": "2024"}, by=people.editor, at=AT
        )

        assert exposure(edition, people).asks == ()


class TestADecisionThatItMayStand:
    def test_ends_with_any_later_change_of_what_is_told(self, people) -> None:
        edition = few(people)
        accept(edition, people)
        span = walking.span_of(walking.edition_now(edition), "near Kveldsvik")

        decide_span(span, treatment="generalise", replacement="in the east", by=people.editor, at=AT)

        after = exposure(edition, people)
        assert after.unanswered(accepted_exposures(edition)) == (Rule.CROWD,)

    def test_ends_with_another_coded_fact(self, people) -> None:
        edition = few(people)
        accept(edition, people)

        code_facts(walking.edition_now(edition), facts={"role": "soldier"}, by=people.editor, at=AT)

        assert exposure(edition, people).unanswered(accepted_exposures(edition)) == (Rule.CROWD,)

    def test_makes_whoever_takes_it_unfit_to_review(self, people) -> None:
        edition = few(people)
        accept_exposure(
            edition, rule=Rule.CROWD, digest=exposure(edition, people).digest, reason=REASON, by=people.admin, at=AT
        )

        with pytest.raises(ReviewRefused):
            refuse_reviewer(walking.edition_now(edition), people.admin)

    def test_leaves_an_event_without_its_words(self, people) -> None:
        edition = few(people)

        accepted = accept(edition, people)

        event = AuditEvent.objects.order_by("-seq")[0]
        assert event.act == "exposure_accepted"
        assert "fewer than three" not in str(event.facts)
        assert accepted.reason.reveal() == REASON

    def test_replaces_the_one_before_and_keeps_it(self, people) -> None:
        edition = few(people)
        accept(edition, people)

        accept(edition, people, reason="Looked at once more.")

        assert [one.reason.reveal() for one in accepted_exposures(edition)] == ["Looked at once more."]
        assert AcceptedExposure.objects.count() == 2

    def test_goes_along_into_a_correction_while_the_same_is_told(self, people) -> None:
        edition = few(people)
        accept(edition, people)
        edition = approve(edition, people)
        publish(edition, by=people.admin, at=AT)

        correction = start_correction(walking.edition_now(edition), by=people.editor, at=AT)

        assert exposure(correction, people).unanswered(accepted_exposures(correction)) == ()


class TestADecisionIsRefused:
    @pytest.mark.parametrize(
        "wrong", [{"reason": "  "}, {"rule": Rule.TWO_OF_FIVE}, {"rule": "whatever"}, {"digest": "0" * 64}]
    )
    def test_without_reason_need_or_todays_facts(self, people, wrong: dict[str, str]) -> None:
        edition = few(people)

        with pytest.raises(ExposureRefused):
            accept(edition, people, **wrong)

        assert not AcceptedExposure.objects.exists()

    def test_when_somebody_else_changed_the_edition(self, people) -> None:
        edition = few(people)

        with pytest.raises(EditionChanged):
            accept(edition, people, seen=edition.change - 1)


class TestTheDatabase:
    def refuses(self, change) -> bool:
        try:
            with transaction.atomic():
                change()
        except IntegrityError:
            return True
        return False

    def test_keeps_what_was_accepted(self, people) -> None:
        edition = few(people)
        accepted = accept(edition, people)
        row = AcceptedExposure.objects.filter(pk=accepted.pk)

        assert self.refuses(row.delete)
        assert self.refuses(lambda: row.update(digest="0" * 64))
        assert self.refuses(lambda: row.update(rule="two_of_five"))
        assert self.refuses(lambda: row.update(accepted_by=people.other_editor))
        assert self.refuses(lambda: AcceptedExposure.objects.filter(pk=accepted.pk).update(rule="whim"))

    def test_takes_none_from_somebody_without_a_hand_in_the_edition_or_outside_redaction(self, people) -> None:
        edition = few(people)
        accepted = accept(edition, people)
        copy = AcceptedExposure(
            sealed_under=accepted.sealed_under, edition=edition, rule="two_of_five", digest="0" * 64, fewest=1,
            reason="x", accepted_by=people.other_admin, accepted_at=AT,
        )  # fmt: skip
        assert self.refuses(lambda: copy.save(force_insert=True))

        submit_for_review(walking.edition_now(edition), by=people.editor, at=AT)
        copy.accepted_by = people.editor

        assert self.refuses(lambda: copy.save(force_insert=True))


PUBLIC_TEXT = "On 14 May 2023 soldiers refused to go on near Robotyne."


def background(people: Staff, text: str = PUBLIC_TEXT) -> None:
    record = ContextRecord(code="case-x", kind="case", texts=(ContextText("en", "A case", (text,)),))
    record_background([record], by=people.editor, at=AT)


TOLD = "I was with them. On 14 May 2023 we stood near Robotyne, and nobody went on. Later I left and did not return."


PSEUDONYMS = {"Torvald Brekkesen": "Arne", "Halvgrim Tofte": "Eilif", "Gunnvor Myrhaug": "Ingrid"}


def telling_it(people: Staff, *, name: str = "Torvald Brekkesen", text: str = TOLD) -> Edition:
    person = PersonDraft(
        key="n", part="protagonist", narrates=True, names=(NameDraft(name),), naming="changed_by_source",
        evidence="Asked for.", pseudonyms=(("en", PSEUDONYMS[name]),),
    )  # fmt: skip
    edition = walking.take_in(people, text=text, persons=[person])
    propose_spans(edition, by=people.editor, at=AT)
    for span in spans_of(walking.edition_now(edition)):
        kept = "LOOKUP" if span.identifier_class in {"DIRECT", "LOOKUP"} else span.identifier_class
        decide_span(
            span, treatment=Treatment.RETAIN, reason="Kept.", only_here=True, by=people.editor, at=AT,
            identifier_class="QUASI" if kept == "LOOKUP" else kept,
        )  # fmt: skip
    return walking.edition_now(edition)


class TestAFactThatAPublicTextTells:
    def test_asks_where_one_testimony_alone_tells_it(self, people) -> None:
        background(people)

        edition = telling_it(people)

        assert KnownFact.objects.exists()
        assert Rule.RARE_FACT in exposure(edition, people).asks

    def test_that_is_not_known_asks_nothing(self, people) -> None:
        background(people, "A court spoke of it in 2023.")

        assert Rule.RARE_FACT not in exposure(telling_it(people), people).asks

    def test_that_another_published_testimony_tells_asks_nothing(self, people) -> None:
        background(people)
        edition = telling_it(people)
        other = telling_it(people, name="Halvgrim Tofte", text=TOLD.replace("I was", "We were"))
        with walking.without_rules():
            Edition.objects.filter(pk=other.pk).update(state="published")

        assert Rule.RARE_FACT not in exposure(edition, people).asks


class TestAFactSharedWithAnotherTestimony:
    def test_is_listed_privately(self, people) -> None:
        edition = telling_it(people)
        other = telling_it(people, name="Halvgrim Tofte", text=TOLD.replace("I was", "We were"))

        joins = joins_of(edition, spans_of(edition))

        assert [join.testimony for join in joins] == [str(other.testimony_id)]

    def test_is_not_listed_within_one_disclosure_unit(self, people) -> None:
        edition = telling_it(people)
        other = telling_it(people, name="Halvgrim Tofte", text=TOLD.replace("I was", "We were"))
        Testimony.objects.filter(pk=other.testimony_id).update(disclosure_unit=edition.testimony.disclosure_unit)

        assert joins_of(edition, spans_of(edition)) == ()

    def test_that_was_taken_out_is_not_listed(self, people) -> None:
        edition = telling_it(people)
        other = telling_it(people, name="Halvgrim Tofte", text=TOLD.replace("I was", "We were"))
        for span in spans_of(other):
            decide_span(span, treatment=Treatment.SUPPRESS, only_here=True, by=people.editor, at=AT)

        assert joins_of(edition, spans_of(edition)) == ()

    def test_asks_where_both_are_one_persons_under_one_name(self, people) -> None:
        edition = telling_it(people)
        other = telling_it(people, name="Halvgrim Tofte", text=TOLD.replace("I was", "We were"))
        Testimony.objects.filter(pk=other.testimony_id).update(disclosure_unit=edition.testimony.disclosure_unit)
        with walking.without_rules():
            Edition.objects.filter(pk=other.pk).update(state="approved")
            for decision in NamingDecision.objects.all():
                decision.pseudonyms = '{"en": "Arne"}'
                decision.save()

        edition = Edition.objects.get(pk=edition.pk)

        assert Rule.CONSISTENCY in exposure(edition, people).asks


class TestWithinTheCollection:
    def test_counts_units_that_show_the_same(self, people) -> None:
        edition = telling_it(people)
        other = telling_it(people, name="Halvgrim Tofte", text=TOLD.replace("I was", "We were"))
        for one in (edition, other):
            CodedFact.objects.create(edition=one, facet="route", value="mobilised")
        assert k_within_collection(edition) == 1

        with walking.without_rules():
            Edition.objects.filter(pk=other.pk).update(state="published")

        assert k_within_collection(edition) == 2


class TestLookingElsewhere:
    def test_costs_a_fixed_number_of_queries(self, people, django_assert_max_num_queries) -> None:
        for number, name in enumerate(PSEUDONYMS):
            telling_it(people, name=name, text=TOLD.replace("I was", f"{number} were"))

        with django_assert_max_num_queries(7):
            look_elsewhere()


def test_marks_by_hand_tell_facts_too(people) -> None:
    edition = walking.take_in(people, text=TOLD, persons=[walking.NARRATOR])
    telling = edition.testimony.tellings.get()
    start = TOLD.index("Robotyne")

    span = mark_span(
        edition,
        telling,
        mark=SpanMark(start, start + len("Robotyne"), "LOC", "marked-by-hand"),
        by=people.editor,
        at=AT,
    )

    assert len(span.fact) == 64
