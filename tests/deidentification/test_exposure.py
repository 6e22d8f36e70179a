"""Exposure: what the decisions on one testimony give away together."""

from __future__ import annotations

from datetime import date

import pytest

from archive.deidentification.combinations import Rule, TimeSpan
from archive.deidentification.dates import PartialDate
from archive.deidentification.exposure import (
    DecidedSpan,
    check_combinations,
    kept_details,
    time_span,
    timeline,
)
from archive.deidentification.treatments import Treatment

RETAIN, GENERALISE, SUPPRESS = Treatment.RETAIN, Treatment.GENERALISE, Treatment.SUPPRESS


def decided(
    text: str, words: str, detail: str, treatment: Treatment, *, level: str = "", replacement: str = ""
) -> DecidedSpan:
    start = text.index(words)
    return DecidedSpan(f"{detail}@{start}", start, start + len(words), detail, treatment, level, replacement)


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

        breaches = check_combinations(spans, text=self.TEXT, language="en")

        assert [breach.rule for breach in breaches] == [Rule.INTERVAL_INTEGRITY]
        assert breaches[0].concerns == (spans[2].reference,)

    @pytest.mark.parametrize("replacement", ["Some days later", "Later"])
    def test_stays_away_when_the_distance_is_coarser(self, replacement: str) -> None:
        spans = (
            decided(self.TEXT, "21 September 2022", "date", RETAIN),
            decided(self.TEXT, "Six days later", "duration", GENERALISE, level="L2", replacement=replacement),
            decided(
                self.TEXT, "on 27 September 2022", "date", GENERALISE, level="L2", replacement="in the autumn of 2022"
            ),
        )

        assert check_combinations(spans, text=self.TEXT, language="en") == ()

    def test_stays_away_when_the_distance_is_left_out(self) -> None:
        spans = (
            decided(self.TEXT, "21 September 2022", "date", RETAIN),
            decided(self.TEXT, "Six days later", "duration", SUPPRESS),
            decided(self.TEXT, "on 27 September 2022", "date", SUPPRESS),
        )

        assert check_combinations(spans, text=self.TEXT, language="en") == ()


class TestATimeline:
    def test_links_a_distance_to_the_date_of_its_sentence(self) -> None:
        text = "Указ был 21.09.2022. Через шесть дней, 27 сентября 2022 года, меня взяли. Через два месяца я ушёл."
        spans = (
            decided(text, "21.09.2022", "date", RETAIN),
            decided(text, "шесть дней", "duration", RETAIN),
            decided(text, "27 сентября 2022 года", "date", SUPPRESS),
            decided(text, "два месяца", "duration", RETAIN),
        )

        events, intervals = timeline(spans, text=text, language="ru")

        assert [event.event for event in events] == [spans[0].reference, spans[2].reference, spans[3].reference]
        assert [(each.earlier, each.later) for each in intervals] == [
            (spans[0].reference, spans[2].reference),
            (spans[2].reference, spans[3].reference),
        ]

    def test_without_a_first_date_says_nothing(self) -> None:
        text = "Two months later I left."

        assert timeline((decided(text, "Two months later", "duration", RETAIN),), text=text, language="en") == ((), ())

    def test_carries_distances_one_after_another(self) -> None:
        text = "It began on 1 May 2023. About half a year later we moved. A week later I left."
        spans = (
            decided(text, "1 May 2023", "date", RETAIN),
            decided(text, "About half a year later", "duration", RETAIN),
            decided(text, "A week later", "duration", RETAIN),
        )

        _, intervals = timeline(spans, text=text, language="en")

        assert [(each.shortest > 0, each.longest > each.shortest) for each in intervals] == [(True, True), (True, True)]
        assert intervals[0].longest > 200
        assert intervals[1].longest < 10

    def test_in_an_unknown_language_tells_nothing(self) -> None:
        text = "21.09.2022"

        events, _ = timeline((decided(text, text, "date", RETAIN),), text=text, language="ka")

        assert [event.told for event in events] == [None]


class TestWhatStaysVisible:
    def test_is_what_is_kept_or_told_coarsely(self) -> None:
        text = "In Kineshma in May 2023 at 30."
        spans = (
            decided(text, "Kineshma", "place", RETAIN),
            decided(text, "May 2023", "date", GENERALISE, level="L2", replacement="in the spring of 2023"),
            decided(text, "30", "age", SUPPRESS),
        )

        kept = kept_details(spans, text=text, language="en")

        assert [(each.detail, each.level) for each in kept] == [("place", "L0"), ("date", "L2")]

    @pytest.mark.parametrize(
        ("words", "detail"), [("Moscow", "place"), ("Ukraine", "place"), ("2023", "date"), ("Novosibirsk", "place")]
    )
    def test_leaves_out_what_is_coarse_as_told(self, words: str, detail: str) -> None:
        assert kept_details((decided(words, words, detail, RETAIN),), text=words, language="en") == ()

    def test_breaks_two_of_five_when_three_stay_fine(self) -> None:
        text = "In Kineshma, unit 96114, at thirty."
        spans = (
            decided(text, "Kineshma", "place", RETAIN),
            decided(text, "unit 96114", "unit", GENERALISE, level="L1", replacement="a brigade"),
            decided(text, "thirty", "age", GENERALISE, level="L1", replacement="30–34"),
        )

        assert [breach.rule for breach in check_combinations(spans, text=text, language="en")] == [Rule.TWO_OF_FIVE]


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
