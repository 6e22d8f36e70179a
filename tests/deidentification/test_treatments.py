"""Treatments: what is decided of a span is what stands in the text, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.deidentification.treatments import (
    OverlappingSpans,
    Part,
    PartKind,
    TreatedSpan,
    Treatment,
    UnusableSpan,
    apply_treatments,
)

TEXT = "Arvo was in Lund. He left."


class TestATextWithDecisions:
    def test_is_split_into_parts_in_reading_order(self) -> None:
        spans = (
            TreatedSpan(18, 26, Treatment.SUPPRESS),
            TreatedSpan(0, 4, Treatment.PSEUDONYMISE, "Ivo"),
            TreatedSpan(9, 16, Treatment.GENERALISE, "in a town"),
        )

        assert apply_treatments(TEXT, spans) == (
            Part(PartKind.NAME, "Ivo"),
            Part(PartKind.PLAIN, " was "),
            Part(PartKind.COARSE, "in a town"),
            Part(PartKind.PLAIN, ". "),
            Part(PartKind.WITHHELD, ""),
        )

    def test_without_any_is_one_plain_part(self) -> None:
        assert apply_treatments(TEXT, ()) == (Part(PartKind.PLAIN, TEXT),)

    def test_keeps_what_is_retained(self) -> None:
        assert apply_treatments(TEXT, (TreatedSpan(12, 16, Treatment.RETAIN),)) == (Part(PartKind.PLAIN, TEXT),)

    def test_marks_a_summary_as_ours(self) -> None:
        parts = apply_treatments(TEXT, (TreatedSpan(18, 26, Treatment.SUMMARISE, "He goes abroad."),))

        assert parts[-1] == Part(PartKind.SUMMARY, "He goes abroad.")

    def test_an_empty_text_has_no_parts(self) -> None:
        assert apply_treatments("", ()) == ()


class TestTwoDecisionsOnTheSameLetters:
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ((0, 8, Treatment.SUPPRESS, ""), (5, 11, Treatment.SUPPRESS, "")),
            ((0, 8, Treatment.SUPPRESS, ""), (0, 8, Treatment.SUPPRESS, "")),
            ((0, 8, Treatment.SUPPRESS, ""), (2, 4, Treatment.PSEUDONYMISE, "Ivo")),
            ((0, 8, Treatment.SUPPRESS, ""), (0, 8, Treatment.RETAIN, "")),
            ((0, 8, Treatment.SUPPRESS, ""), (4, 12, Treatment.RETAIN, "")),
            ((0, 8, Treatment.RETAIN, ""), (2, 4, Treatment.SUPPRESS, "")),
            ((0, 8, Treatment.RETAIN, ""), (2, 4, Treatment.RETAIN, "")),
        ],
    )
    def test_are_refused(self, first: tuple[int, int, Treatment, str], second: tuple[int, int, Treatment, str]) -> None:
        for spans in ((TreatedSpan(*first), TreatedSpan(*second)), (TreatedSpan(*second), TreatedSpan(*first))):
            with pytest.raises(OverlappingSpans):
                apply_treatments(TEXT, spans)

    def test_are_named_by_offsets_and_never_by_words(self) -> None:
        spans = (TreatedSpan(0, 4, Treatment.PSEUDONYMISE, "Ivo"), TreatedSpan(2, 6, Treatment.GENERALISE, "Ola"))

        with pytest.raises(OverlappingSpans) as refusal:
            apply_treatments(TEXT, spans)

        assert "0–4" in str(refusal.value)
        assert not any(word in f"{refusal.value!r} {refusal.value.first!r}" for word in ("Arvo", "Ivo", "Ola"))

    def test_that_touch_do_not_overlap(self) -> None:
        parts = apply_treatments(
            TEXT, (TreatedSpan(0, 4, Treatment.PSEUDONYMISE, "Ivo"), TreatedSpan(4, 8, Treatment.SUPPRESS))
        )

        assert [part.kind for part in parts] == [PartKind.NAME, PartKind.WITHHELD, PartKind.PLAIN]

    def test_a_retained_word_goes_with_the_passage_around_it(self) -> None:
        parts = apply_treatments(
            TEXT, (TreatedSpan(12, 16, Treatment.RETAIN), TreatedSpan(0, 17, Treatment.SUMMARISE, "He travels."))
        )

        assert parts == (Part(PartKind.SUMMARY, "He travels."), Part(PartKind.PLAIN, " He left."))


class TestASpanThatCannotBeCarriedOut:
    @pytest.mark.parametrize(
        "span",
        [
            TreatedSpan(-1, 4, Treatment.SUPPRESS),
            TreatedSpan(4, 4, Treatment.SUPPRESS),
            TreatedSpan(6, 4, Treatment.SUPPRESS),
            TreatedSpan(20, 27, Treatment.SUPPRESS),
            TreatedSpan(0, 4, Treatment.PSEUDONYMISE),
            TreatedSpan(0, 4, Treatment.GENERALISE, "  "),
            TreatedSpan(0, 4, Treatment.SUMMARISE, ""),
            TreatedSpan(0, 4, Treatment.SUPPRESS, "Ivo"),
            TreatedSpan(0, 4, Treatment.RETAIN, "Ivo"),
            TreatedSpan(0, 4, Treatment.PSEUDONYMISE, "[Ivo]"),
        ],
    )
    def test_is_refused(self, span: TreatedSpan) -> None:
        with pytest.raises(UnusableSpan):
            apply_treatments(TEXT, (span,))


@st.composite
def _decided_texts(draw: st.DrawFn) -> tuple[str, list[TreatedSpan]]:
    text = draw(st.text(min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    treatments = st.sampled_from(list(Treatment))
    spans = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        treatment = draw(treatments)
        words = "" if treatment in (Treatment.RETAIN, Treatment.SUPPRESS) else "\N{SNOWMAN}"
        spans.append(TreatedSpan(start, end, treatment, words))
    return text, spans


class TestAnyTextAndAnyDecisions:
    @given(_decided_texts())
    def test_leave_everything_between_the_spans_untouched(self, decided: tuple[str, list[TreatedSpan]]) -> None:
        text, spans = decided
        altered = [span for span in spans if span.treatment is not Treatment.RETAIN]

        parts = apply_treatments(text, list(reversed(spans)))

        removed = {index for span in altered for index in range(span.start, span.end)}
        assert "".join(part.text for part in parts if part.kind is PartKind.PLAIN) == "".join(
            letter for index, letter in enumerate(text) if index not in removed
        )
        assert sum(part.kind is not PartKind.PLAIN for part in parts) == len(altered)
