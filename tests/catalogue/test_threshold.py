"""What fewer than three persons share is not in a release: it becomes broader, or is not given."""

from dataclasses import replace

import pytest

from archive.catalogue.records import AccessCopyRecord, LanguageRecord, PassageRecord, ThemeRecord
from archive.catalogue.threshold import apply_display_threshold

THEMES = (
    ThemeRecord("T1", "one", None, (("en", "One"),), assignable=False),
    ThemeRecord("T1.1", "open", "T1", (("en", "Open"),)),
    ThemeRecord("T1.2", "close", "T1", (("en", "Close"),), display="threshold"),
)


def copies(*values: str, facet: str = "refuge") -> list[AccessCopyRecord]:
    return [
        AccessCopyRecord(f"id{number}", 1, (), ((facet, value),) if value else ())
        for number, value in enumerate(values)
    ]


def shown(records: list[AccessCopyRecord], units: dict[str, str] | None = None, threshold: int = 3) -> list[str]:
    found = apply_display_threshold(records, themes=(), units=units or {}, threshold=threshold)
    return [dict(record.facets).get("refuge", "") for record in found]


class TestAValue:
    @pytest.mark.parametrize(
        ("told", "expected"),
        [
            (["europe"] * 3, ["europe"] * 3),
            (["europe"] * 2, [""] * 2),
            (["inside-russia"], [""]),
            (["northern-europe", "western-europe", "europe"], ["europe"] * 3),
            (["northern-europe", "western-europe", "central-asia"], ["abroad"] * 3),
            (["northern-europe"] * 3 + ["western-europe"], ["northern-europe"] * 3 + [""]),
            (["europe"] * 3 + ["americas"] * 2 + ["central-asia"], ["europe"] * 3 + ["abroad"] * 3),
            (["", "europe"], ["", ""]),
        ],
    )  # fmt: skip
    def test_needs_three_or_becomes_broader(self, told: list[str], expected: list[str]) -> None:
        assert shown(copies(*told)) == expected

    def test_counts_two_accounts_of_one_person_once(self) -> None:
        records = copies("europe", "europe", "europe")

        assert shown(records, units={"id0": "P1", "id1": "P1", "id2": "P2"}) == ["", "", ""]

    def test_is_shown_from_the_first_where_the_archive_says_so(self) -> None:
        assert shown(copies("europe"), threshold=1) == ["europe"]

    def test_that_stays_has_carriers_enough_and_what_is_gone_is_below(self) -> None:
        records = copies("2023-h1", "2023-h1", "2023-h2", "2022-h1", "2024-h2", "2024-h2", "2024-h2", facet="refusal")

        found = apply_display_threshold(records, themes=(), units={}, threshold=3)

        values = [dict(record.facets).get("refusal", "") for record in found]
        assert values == ["2023", "2023", "2023", "", "2024-h2", "2024-h2", "2024-h2"]


class TestATheme:
    def told(self, *codes: str) -> list[AccessCopyRecord]:
        return [
            AccessCopyRecord(
                f"id{number}", 1, (LanguageRecord("en", "A", "A", "", (PassageRecord(1, (), (code, "T1.1")),)),)
            )
            for number, code in enumerate(codes)
        ]

    def carried(self, records: list[AccessCopyRecord], units: dict[str, str] | None = None) -> list[tuple[str, ...]]:
        found = apply_display_threshold(records, themes=THEMES, units=units or {}, threshold=3)
        return [record.languages[0].passages[0].themes for record in found]

    def test_that_is_close_and_rare_becomes_the_one_above(self) -> None:
        assert self.carried(self.told("T1.2", "T1.2")) == [("T1", "T1.1")] * 2

    def test_that_is_close_stays_with_three_persons(self) -> None:
        assert self.carried(self.told("T1.2", "T1.2", "T1.2")) == [("T1.2", "T1.1")] * 3

    def test_that_is_close_needs_three_persons_not_three_accounts(self) -> None:
        assert self.carried(self.told("T1.2", "T1.2", "T1.2"), {"id0": "P", "id1": "P"}) == [("T1", "T1.1")] * 3

    def test_that_is_open_stays_however_rare(self) -> None:
        assert self.carried(self.told("T1.1")) == [("T1.1", "T1.1")]


class TestTheRest:
    def test_of_a_record_is_not_touched(self) -> None:
        record = replace(copies("europe")[0], warnings=("death",), collection="c", source_year=2024)

        (found,) = apply_display_threshold([record], themes=(), units={}, threshold=3)

        assert found == replace(record, facets=())
