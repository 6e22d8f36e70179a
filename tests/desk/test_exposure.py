"""The page “How many could it be”, and what the pages beside it say of it."""

import re

import pytest
from django.urls import reverse

from archive.deidentification.treatments import Treatment
from archive.redaction.decisions import decide_span
from archive.redaction.models import AcceptedExposure
from archive.redaction.spans import propose_spans, spans_of
from archive.testimonies.description import code_facts
from archive.testimonies.models import State
from tests import walking
from tests.walking import AT

REASON = "Nothing of it is shown while fewer than three accounts carry it."


@pytest.fixture
def few(people, decided):
    """An edition, ready but for this, whose coded facts fit few people."""
    code_facts(decided, facts={"refuge": "central-asia", "refusal": "2022-h2"}, by=people.editor, at=AT)
    return walking.edition_now(decided)


def page(client, edition, name: str = "exposure") -> str:
    answer = client.get(reverse(name, args=[edition.testimony.number]))
    assert answer.status_code == 200
    return str(answer.content, "utf-8")


def form_of(text: str) -> dict[str, str]:
    """Return the hidden fields of the first form that records something."""
    form = next(form for form in re.findall(r"<form.*?</form>", text, re.S) if 'name="rule"' in form)
    return dict(re.findall(r'name="(rule|digest|seen)" value="([^"]*)"', form))


def accept(client, edition, **changed):
    sent = {**form_of(page(client, edition)), "reason": REASON, **changed}
    return client.post(reverse("exposure", args=[edition.testimony.number]), sent, follow=True)


class TestThePage:
    def test_shows_the_arithmetic_with_whose_figures_it_uses(self, editor, few) -> None:
        text = page(editor, few)

        assert "Central Asia" in text
        assert re.search(r"Between 1 and \d+ people fit", text)
        assert "Get Lost" in text
        assert "not compared with it" in text

    def test_says_what_would_help_most_and_leads_there(self, editor, few) -> None:
        text = page(editor, few)

        helping = text[text.index("What would help most") :]
        assert helping.index("Refuge") < helping.index("Way into the army")
        assert reverse("describe", args=[few.testimony.number]) in helping

    def test_leads_from_a_fact_told_in_the_text_to_its_detail(self, editor, few) -> None:
        text = page(editor, few)
        span = walking.span_of(few, "a carpenter")

        assert f"?detail={span.pk}#decide" in text

    def test_says_that_the_collection_alone_decides_nothing(self, editor, few) -> None:
        assert "1 person here shows these coded facts" in page(editor, few)

    def test_asks_nothing_where_nothing_asks(self, editor, decided) -> None:
        text = page(editor, decided)

        assert 'name="reason"' not in text
        assert "Many people fit what is told" in text

    def test_is_read_in_norwegian(self, people, few) -> None:
        from tests.desk.conftest import signed_in  # noqa: PLC0415

        client = signed_in(people.editor)
        client.post(reverse("language"), {"language": "nb", "next": "/"})

        text = page(client, few)

        assert "Hvor mange kan det være" in text
        assert "Sentral-Asia" in text
        assert "Sysselsatte etter næring" in text


class TestRecordingThatItMayStand:
    def test_holds_and_is_shown_with_who_and_why(self, editor, few) -> None:
        answer = accept(editor, few)

        assert answer.status_code == 200
        text = answer.content.decode()
        assert REASON in text
        assert 'name="reason"' not in text

    def test_needs_a_reason_and_keeps_what_was_typed(self, editor, few) -> None:
        assert accept(editor, few, reason="  ").status_code == 422
        answer = accept(editor, few, digest="0" * 64)
        assert answer.status_code == 422
        assert REASON in answer.content.decode()
        assert not AcceptedExposure.objects.exists()

    def test_meets_a_conflict_when_somebody_was_faster(self, editor, few) -> None:
        answer = accept(editor, few, seen="0")

        assert answer.status_code == 409
        assert REASON in answer.content.decode()

    def test_tells_when_it_holds_no_longer(self, people, editor, few) -> None:
        accept(editor, few)
        code_facts(walking.edition_now(few), facts={"role": "soldier"}, by=people.editor, at=AT)

        text = page(editor, few)

        assert "something else is told by now" in text
        assert 'name="reason"' in text


class TestBesideIt:
    def test_the_workbench_says_how_many_and_how_many_rules_ask(self, editor, few) -> None:
        text = page(editor, few, "workbench")

        assert re.search(r"Between 1 and \d+ people fit", text)
        assert "1 rule asks for a coarser rung or a decision." in text

    def test_the_workbench_warns_at_the_detail_that_another_place_gives_back(self, people, editor) -> None:
        edition = walking.take_in(people, text=f"{walking.TEXT}\n\nThen we came to Kineshma. I left Kineshma at night.")
        propose_spans(edition, by=people.editor, at=AT)
        kept, gone = sorted(
            (
                span
                for span in spans_of(walking.edition_now(edition))
                if span.passage == 4 and span.entity_type == "LOC"
            ),
            key=lambda span: span.start,
        )
        decide_span(kept, treatment=Treatment.RETAIN, reason="Kept.", only_here=True, by=people.editor, at=AT)
        gone.edition.refresh_from_db()
        decide_span(gone, treatment=Treatment.SUPPRESS, only_here=True, by=people.editor, at=AT)

        answer = editor.get(f"{reverse('workbench', args=[edition.testimony.number])}?detail={gone.pk}")

        text = answer.content.decode()
        assert "Together with other details" in text
        assert "The first place still tells what the others do not." in text

    def test_submitting_is_refused_and_says_where_to_go(self, editor, few) -> None:
        text = page(editor, few, "submit")

        assert "Open “How many could it be”" in text
        assert 'aria-disabled="true"' in text

    def test_the_reviewer_reads_the_reason(self, editor, admin, few) -> None:
        accept(editor, few)
        editor.post(reverse("submit", args=[few.testimony.number]), {"seen": walking.edition_now(few).change})

        assert walking.edition_now(few).state == State.IN_REVIEW
        assert REASON in page(admin, few, "review")
        assert REASON in page(admin, few)
