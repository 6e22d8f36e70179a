"""Numbers and dates as testimonies write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.deidentification.dates import PartialDate, may_tell_a_time, parse_date, tells_a_month
from archive.deidentification.numerals import find_quantities


class TestANumber:
    @pytest.mark.parametrize(
        ("language", "text", "values"),
        [
            ("en", "thirty-one", [31]),
            ("en", "a hundred and fifty thousand", [150_000]),
            ("en", "1,240,000 RUB", [1_240_000]),
            ("en", "80k", [80_000]),
            ("en", "6.5 million", [6_500_000]),
            ("en", "11 lakh", [1_100_000]),
            ("en", "two men and three women", [2, 3]),
            ("en", "five to ten", [5, 10]),
            ("en", "nobody", []),
            ("nb", "førtito år", [42]),
            ("nb", "nittenhundreogåttini", [1989]),
            ("nb", "1,9 mill. rubler", [1_900_000]),
            ("nb", "hundre og førti", [140]),
            ("nb", "ensomhet", []),
            ("ru", "двадцать второго года", [22]),
            ("ru", "два миллиона триста тысяч", [2_300_000]),
            ("ru", "полтора миллиона", [1_500_000]),
            ("ru", "40 тыс.", [40_000]),
            ("ru", "сорока лет", [40]),
            ("uk", "сімома тисячами", [7_000]),
            ("uk", "сорок чотири", [44]),
            ("uk", "дев’ять", [9]),
        ],
    )
    def test_is_found_in_figures_and_words(self, language: str, text: str, values: list[int]) -> None:
        assert [quantity.value for quantity in find_quantities(text, language)] == values

    @given(st.text(max_size=40), st.sampled_from(["en", "nb", "ru", "uk"]))
    def test_lies_within_the_text_and_overlaps_no_other(self, text: str, language: str) -> None:
        position = 0
        for quantity in find_quantities(text, language):
            assert position <= quantity.start < quantity.end <= len(text)
            position = quantity.end


class TestAQuickLook:
    @pytest.mark.parametrize(
        ("words", "language", "month", "time"),
        [
            ("in May", "en", True, True),
            ("14.05.2023", "en", True, True),
            ("в мае", "ru", True, True),
            ("взимку", "uk", False, True),
            ("in 2023", "en", False, True),
            ("på Påske", "nb", True, True),
            ("in the second year", "en", False, False),
            ("на второй год", "ru", False, False),
        ],
    )
    def test_sees_whether_a_month_or_any_time_is_told(
        self, words: str, language: str, *, month: bool, time: bool
    ) -> None:
        assert tells_a_month(words, language) is month
        assert may_tell_a_time(words, language) is time


class TestADate:
    @pytest.mark.parametrize(
        ("language", "text", "expected"),
        [
            ("en", "14 March 1991", PartialDate(1991, 3, 14)),
            ("en", "March 14, 1991", PartialDate(1991, 3, 14)),
            ("en", "2021, in June", PartialDate(2021, 6)),
            ("en", "the twenty-second of May", PartialDate(None, 5, 22)),
            ("en", "6 oct 22", PartialDate(2022, 10, 6)),
            ("en", "16 April at 06:20", PartialDate(None, 4, 16)),
            ("en", "autumn of twenty-two", PartialDate(2022, None, None, 4)),
            ("en", "The ninth of August, last year", PartialDate(None, 8, 9)),
            ("en", "2024-03-05", PartialDate(2024, 3, 5)),
            ("en", "Orthodox Christmas Eve", PartialDate(None, 12)),
            ("en", "martial law", None),
            ("nb", "onsdag 5. februar 2025, kl. 20.15", PartialDate(2025, 2, 5)),
            ("nb", "andre juledag", PartialDate(None, 12, 2)),
            ("nb", "3/2-25", PartialDate(2025, 2, 3)),
            ("ru", "двадцать первого ноября двадцать второго года", PartialDate(2022, 11, 21)),
            ("ru", "восьмидесятого года, двенадцатое января", PartialDate(1980, 1, 12)),
            ("ru", "июле 2022-го", PartialDate(2022, 7)),
            ("ru", "Николы зимнего", PartialDate(None, 12)),
            ("ru", "03.04.2017", PartialDate(2017, 4, 3)),
            ("ru", "двадцать три года", None),
            ("uk", "листопаді 23-го", PartialDate(2023, 11)),
            ("uk", "Другого квітня двадцять четвертого", PartialDate(2024, 4, 2)),
            ("uk", "2023-му", PartialDate(2023)),
            ("uk", "навесні", PartialDate(None, None, None, 2)),
        ],
    )
    def test_is_read_as_far_as_it_is_told(self, language: str, text: str, expected: PartialDate | None) -> None:
        assert parse_date(text, language) == expected

    @given(st.text(max_size=40), st.sampled_from(["en", "nb", "ru", "uk"]))
    def test_in_any_text_is_possible(self, text: str, language: str) -> None:
        date = parse_date(text, language)

        assert date is None or date.month is None or 1 <= date.month <= 12
