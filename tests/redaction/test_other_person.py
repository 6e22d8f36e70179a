"""Words that look like a person's name and are kept on the workbench: where, by whose word, and what is never kept."""

import pytest

from archive.redaction.decisions import DecisionRefused
from archive.redaction.models import IdentifyingSpan
from archive.redaction.other_person import keep_as_other
from archive.redaction.spans import SpanMark, mark_span, propose_spans
from archive.testimonies.models import Edition, EditionChanged
from archive.vault.naming import NameDraft, register_person
from tests import walking
from tests.walking import AT, Staff

pytestmark = pytest.mark.django_db

TEXT = (
    walking.TEXT + "\n\nWe saw old Kvernmo, who sold us bread. Kvernmo was poor. Halvgrim Kvernmo was not there. "
    "I called +47 99 11 22 33 every day."
)


@pytest.fixture
def edition(people: Staff) -> Edition:
    register_person(names=[NameDraft("Halvgrim Kvernmo")], by=people.editor, at=AT)
    edition = walking.take_in(people, text=TEXT)
    propose_spans(edition, by=people.editor, at=AT)
    return walking.edition_now(edition)


def span_at(edition: Edition, words: str, *, after: str = "") -> IdentifyingSpan:
    start = TEXT.index(words, TEXT.index(after))
    return edition.spans.get(start=start, end=start + len(words))


class TestAWordThatIsSomebodyElsesName:
    def test_is_kept_in_this_place_and_no_other(self, edition: Edition, people: Staff) -> None:
        here, there = span_at(edition, "Kvernmo", after="old"), span_at(edition, "Kvernmo", after="bread")

        keep_as_other(here, reason="A road.", by=people.editor, at=AT)

        here, there = edition.spans.get(pk=here.pk), edition.spans.get(pk=there.pk)
        assert not here.certain
        assert here.standing_decision() is not None
        assert there.certain
        assert there.standing_decision() is None

    def test_is_not_kept_by_somebody_whose_page_shows_an_older_state(self, edition: Edition, people: Staff) -> None:
        here = span_at(edition, "Kvernmo", after="old")

        with pytest.raises(EditionChanged):
            keep_as_other(here, reason="A road.", seen=edition.change - 1, by=people.editor, at=AT)

        assert edition.spans.get(pk=here.pk).certain

    def test_is_kept_for_a_reason(self, edition: Edition, people: Staff) -> None:
        here = span_at(edition, "Kvernmo", after="old")

        with pytest.raises(DecisionRefused, match="for a reason"):
            keep_as_other(here, reason=" ", by=people.editor, at=AT)

        assert edition.spans.get(pk=here.pk).certain

    def test_is_never_kept_beside_another_part_of_the_name(self, edition: Edition, people: Staff) -> None:
        start = TEXT.index("Halvgrim Kvernmo")
        end = start + len("Halvgrim Kvernmo")
        spans = list(edition.spans.filter(start__lt=end, end__gt=start, certain=True, person__isnull=False))

        for span in spans:
            with pytest.raises(DecisionRefused, match="Two parts"):
                keep_as_other(span, reason="Another one.", by=people.editor, at=AT)

        assert spans

    def test_is_kept_once(self, edition: Edition, people: Staff) -> None:
        keep_as_other(span_at(edition, "Kvernmo", after="old"), reason="A road.", by=people.editor, at=AT)

        with pytest.raises(DecisionRefused, match="nobody's name"):
            keep_as_other(span_at(edition, "Kvernmo", after="old"), reason="A road.", by=people.editor, at=AT)


class TestWhatIsNobodysName:
    def test_is_not_kept_by_saying_that_it_is_somebody_elses(self, edition: Edition, people: Staff) -> None:
        start = TEXT.index("+47")
        mark = SpanMark(start, start + len("+47 99 11 22 33"), "CODE", "phone", "DIRECT")
        span = mark_span(edition, edition.testimony.tellings.get(), mark=mark, by=people.editor, at=AT)

        with pytest.raises(DecisionRefused, match="nobody's name"):
            keep_as_other(span, reason="A number.", by=people.editor, at=AT)

        assert edition.spans.get(pk=span.pk).standing_decision() is None
