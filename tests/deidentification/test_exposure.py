"""Exposure: what the decisions on one testimony give away together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from archive.deidentification.combinations import Rule, TimeSpan
from archive.deidentification.dates import PartialDate
from archive.deidentification.exposure import (
    DecidedSpan,
    DecidedText,
    Elsewhere,
    check_combinations,
    decided_text,
    told_details,
)
from archive.deidentification.timeline import time_span, timeline
from archive.deidentification.treatments import Treatment

RETAIN, GENERALISE, SUPPRESS = Treatment.RETAIN, Treatment.GENERALISE, Treatment.SUPPRESS


def decided(
    text: str, words: str, detail: str, treatment: Treatment, *, level: str = "", replacement: str = "", **more: Any
) -> DecidedSpan:
    start = text.index(words)
    return DecidedSpan(f"{detail}@{start}", start, start + len(words), detail, treatment, level, replacement, **more)


def told(*spans: DecidedSpan, text: str, language: str = "en") -> tuple[DecidedText, ...]:
    return (decided_text(text, language, spans),)


class TestADayThatWasTakenOut:
    TEXT = "The decree came on 21 September 2022. Six days later, on 27 September 2022, they took me."

    def test_comes_back_through_a_public_day_and_a_distance(self) -> None:
        spans = (
            decided(self.TEXT, "21 September 2022", "date", RETAIN),
            decided(self.TEXT, "Six days later", "duration", RETAIN),
            decided(
                self.TEXT, "on 27 September 2022", "date", GENERALISE, level="L2", replacement="in the autumn of 2022"
            ),
        )

        breaches = check_combinations(told(*spans, text=self.TEXT))

        assert [breach.rule for breach in breaches] == [Rule.INTERVAL_INTEGRITY]
        assert breaches[0].concerns == (spans[2].reference, spans[1].reference)

    @pytest.mark.parametrize("replacement", ["Some days later", "Later"])
    def test_stays_away_when_the_distance_is_coarser(self, replacement: str) -> None:
        spans = (
            decided(self.TEXT, "21 September 2022", "date", RETAIN),
            decided(self.TEXT, "Six days later", "duration", GENERALISE, level="L2", replacement=replacement),
            decided(
                self.TEXT, "on 27 September 2022", "date", GENERALISE, level="L2", replacement="in the autumn of 2022"
            ),
        )

        assert check_combinations(told(*spans, text=self.TEXT)) == ()

    def test_stays_away_when_the_distance_is_left_out(self) -> None:
        spans = (
            decided(self.TEXT, "21 September 2022", "date", RETAIN),
            decided(self.TEXT, "Six days later", "duration", SUPPRESS),
            decided(self.TEXT, "on 27 September 2022", "date", SUPPRESS),
        )

        assert check_combinations(told(*spans, text=self.TEXT)) == ()


class TestATimeline:
    def test_links_a_distance_to_the_date_of_its_sentence(self) -> None:
        text = "Указ был 21.09.2022. Через шесть дней, 27 сентября 2022 года, меня взяли. Через два месяца я ушёл."
        spans = (
            decided(text, "21.09.2022", "date", RETAIN),
            decided(text, "шесть дней", "duration", RETAIN),
            decided(text, "27 сентября 2022 года", "date", SUPPRESS),
            decided(text, "два месяца", "duration", RETAIN),
        )

        events, intervals = timeline(decided_text(text, "ru", spans))

        assert [event.event for event in events] == [spans[0].reference, spans[2].reference, spans[3].reference]
        assert [(each.earlier, each.later) for each in intervals] == [
            (spans[0].reference, spans[2].reference),
            (spans[2].reference, spans[3].reference),
        ]

    def test_without_a_first_date_says_nothing(self) -> None:
        text = "Two months later I left."

        assert timeline(decided_text(text, "en", (decided(text, "Two months later", "duration", RETAIN),))) == ((), ())

    def test_carries_distances_one_after_another(self) -> None:
        text = "It began on 1 May 2023. About half a year later we moved. A week later I left."
        spans = (
            decided(text, "1 May 2023", "date", RETAIN),
            decided(text, "About half a year later", "duration", RETAIN),
            decided(text, "A week later", "duration", RETAIN),
        )

        _, intervals = timeline(decided_text(text, "en", spans))

        assert [(each.shortest > 0, each.longest > each.shortest) for each in intervals] == [(True, True), (True, True)]
        assert intervals[0].longest > 200
        assert intervals[1].longest < 10

    def test_in_an_unknown_language_tells_nothing(self) -> None:
        text = "21.09.2022"

        events, _ = timeline(decided_text(text, "ka", (decided(text, text, "date", RETAIN),)))

        assert [event.told for event in events] == [None]


class TestWhatIsTold:
    def test_is_as_said_where_it_is_kept_and_coarser_where_it_was_made_so(self) -> None:
        text = "In Kineshma in May 2023 at 30."
        spans = (
            decided(text, "Kineshma", "place", RETAIN),
            decided(text, "May 2023", "date", GENERALISE, level="L2", replacement="in the spring of 2023"),
            decided(text, "30", "age", SUPPRESS),
        )

        details = told_details(told(*spans, text=text))

        assert [detail.level for detail in details] == ["L0", "L2", "L4"]

    @pytest.mark.parametrize(
        ("words", "detail"),
        [("Moscow", "place"), ("Ukraine", "place"), ("2023", "date"), ("Novosibirsk", "place"),
         ("Sverdlovsk region", "region")],
    )  # fmt: skip
    def test_is_coarse_where_it_was_said_coarsely(self, words: str, detail: str) -> None:
        (told_here,) = told_details(told(decided(words, words, detail, RETAIN), text=words))

        assert not told_here.is_fine

    @pytest.mark.parametrize(
        ("words", "detail", "replacement", "is_fine"),
        [
            ("14 May 2023", "date", "in May 2023", True),
            ("14 May 2023", "date", "that spring", False),
            ("Kineshma", "place", "near Robotyne", True),
            ("Kineshma", "place", "in central Russia", False),
            ("unit 96114", "unit", "a unit numbered 961", True),
            ("unit 96114", "unit", "an infantry unit", False),
        ],
    )
    def test_is_read_from_an_editors_own_words(
        self, words: str, detail: str, replacement: str, *, is_fine: bool
    ) -> None:
        span = decided(words, words, detail, GENERALISE, replacement=replacement)

        (told_here,) = told_details(told(span, text=words))

        assert told_here.is_fine is is_fine

    def test_is_nothing_where_a_wider_change_covers_it(self) -> None:
        text = "We lay in a cellar in Kineshma then."
        wide = decided(text, "in a cellar in Kineshma", "place", GENERALISE, replacement="near the front")
        inside = decided(text, "Kineshma", "place", RETAIN, fact="k")

        levels = {detail.span: detail.level for detail in told_details(told(wide, inside, text=text))}
        left_open = decided_text(text, "en", (wide,), open_spans=(inside,))

        assert levels[inside.reference] == "L4"
        assert {detail.span for detail in told_details((left_open,))} == {wide.reference, inside.reference}

    def test_leaves_out_what_was_decided_to_identify_nobody(self) -> None:
        span = decided("Kineshma", "Kineshma", "place", RETAIN, is_public=True, fact="k")

        assert tuple(told_details(told(span, text="Kineshma"))) == ()

    def test_of_another_person_is_none_of_the_five(self) -> None:
        text = "My brother, a tram driver of thirty from Kineshma, and unit 96114."
        spans = (
            decided(text, "tram driver", "occupation", RETAIN, third_person=True),
            decided(text, "thirty", "age", RETAIN, third_person=True),
            decided(text, "Kineshma", "place", RETAIN),
            decided(text, "unit 96114", "unit", GENERALISE, level="L1", replacement="a brigade"),
        )

        assert check_combinations(told(*spans, text=text)) == ()

    @pytest.mark.parametrize(("entity_type", "quasi"), [("LOC", "place"), ("DATE", "date"), ("ORG", None)])
    def test_of_a_mark_by_hand_goes_by_its_entity_type(self, entity_type: str, quasi: str | None) -> None:
        span = decided("Kineshma", "Kineshma", "marked-by-hand", RETAIN, entity_type=entity_type, fact="k")

        (told_here,) = told_details(told(span, text="Kineshma"))

        assert told_here.quasi == quasi


class TestACombination:
    def test_breaks_two_of_five_when_three_stay_fine(self) -> None:
        text = "In Kineshma, unit 96114, at thirty."
        spans = (
            decided(text, "Kineshma", "place", RETAIN),
            decided(text, "unit 96114", "unit", GENERALISE, level="L1", replacement="a brigade"),
            decided(text, "thirty", "age", GENERALISE, level="L1", replacement="30–34"),
        )

        assert [breach.rule for breach in check_combinations(told(*spans, text=text))] == [Rule.TWO_OF_FIVE]

    def test_is_found_across_languages(self) -> None:
        english, norwegian = "We lay near Robotyne.", "Vi lå ved Robotyne."
        texts = (
            decided_text(english, "en", (decided(english, "Robotyne", "place", RETAIN, fact="k"),)),
            decided_text(norwegian, "nb", (decided(norwegian, "ved Robotyne", "place", GENERALISE, fact="k"),)),
        )

        assert [breach.rule for breach in check_combinations(texts)] == [Rule.CONSISTENCY]

    def test_with_public_texts_and_with_the_persons_other_account_is_found(self) -> None:
        span = decided("Kineshma", "Kineshma", "place", RETAIN, fact="k")
        elsewhere = Elsewhere(publicly_known=frozenset(["k"]), told_by_same_person=frozenset(["k"]))

        breaches = check_combinations(told(span, text="Kineshma"), elsewhere=elsewhere)

        assert [breach.rule for breach in breaches] == [Rule.RARE_FACT, Rule.CONSISTENCY]

    @pytest.mark.parametrize(("tellers", "is_rare"), [(["u1"], True), (["u1", "u2"], False), ([], True)])
    def test_is_not_rare_once_somebody_else_tells_it(self, tellers: list[str], *, is_rare: bool) -> None:
        span = decided("Kineshma", "Kineshma", "place", RETAIN, fact="k")
        elsewhere = Elsewhere(frozenset(["k"]), {"k": frozenset(tellers)}, "u1")

        assert bool(check_combinations(told(span, text="Kineshma"), elsewhere=elsewhere)) is is_rare


class TestADate:
    @pytest.mark.parametrize(
        ("told", "expected"),
        [
            (PartialDate(2024, 2, 29), TimeSpan(date(2024, 2, 29), date(2024, 2, 29))),
            (PartialDate(2024, 2), TimeSpan(date(2024, 2, 1), date(2024, 2, 29))),
            (PartialDate(2023, 2, 30), TimeSpan(date(2023, 2, 1), date(2023, 2, 28))),
            (PartialDate(2024, None, None, 1), TimeSpan(date(2023, 12, 1), date(2024, 2, 29))),
            (PartialDate(2024, None, None, 3), TimeSpan(date(2024, 6, 1), date(2024, 8, 31))),
            (PartialDate(2024, None, None, 4), TimeSpan(date(2024, 9, 1), date(2024, 11, 30))),
            (PartialDate(2024), TimeSpan(date(2024, 1, 1), date(2024, 12, 31))),
            (PartialDate(None, 5, 3), None),
        ],
    )
    def test_allows_so_many_days(self, told: PartialDate, expected: TimeSpan | None) -> None:
        assert time_span(told) == expected
