"""A pseudonym is offered as the name stood: with its possessive, and in its one spelling."""

import pytest

from archive.redaction.choices import choices_for
from archive.redaction.decisions import DecisionRefused, decide_span
from archive.redaction.spans import spans_of
from tests import walking

pytestmark = pytest.mark.django_db


def offered(span, words):
    """Return the name offered for a span, as if it covered these words of a Norwegian text."""
    text = f"Det var {words} idé."
    span.start, span.end = len("Det var "), len("Det var ") + len(words)
    return [
        choice.replacement
        for choice in choices_for(span, text=text, language="nb").choices
        if choice.treatment == "pseudonymise"
    ]


@pytest.fixture
def name(searched):
    return next(span for span in spans_of(searched) if span.person is not None)


class TestANameOfAPerson:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [("Torvald", "Arne"), ("Torvalds", "Arnes"), ("Torvald Brekkesens", "Arnes"), ("TORVALD", "ARNE")],
    )
    def test_is_replaced_as_it_stands(self, name, words, expected):
        assert offered(name, words) == [expected]

    def test_takes_no_other_spelling_of_the_pseudonym(self, name, people):
        with pytest.raises(DecisionRefused, match="not a form of it"):
            decide_span(name, treatment="pseudonymise", replacement="Aarne", by=people.editor, at=walking.AT)


class TestAnotherSpellingOfThePseudonym:
    @pytest.mark.parametrize(("words", "expected"), [("Aarne", "Arne"), ("Aarnes", "Arnes")])
    def test_is_offered_in_the_one_spelling(self, name, words, expected):
        name.person = None

        assert offered(name, words) == [expected]

    def test_is_not_seen_in_another_name(self, name):
        name.person = None

        assert offered(name, "Birger") == []
