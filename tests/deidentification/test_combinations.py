"""Combination rules: details that are harmless one by one and lead to a person together."""

from __future__ import annotations

from datetime import date

import pytest

from archive.deidentification.combinations import (
    DatedEvent,
    Interval,
    Quasi,
    Rule,
    TimeSpan,
    ToldDetail,
    interval_integrity,
    one_rung,
    rare_facts,
    two_of_five,
    unlinked,
)


def fine(*kinds: Quasi | None) -> tuple[ToldDetail, ...]:
    return tuple(ToldDetail(f"span-{number}", "L1", quasi) for number, quasi in enumerate(kinds))


class TestTwoOfFive:
    @pytest.mark.parametrize(
        "details",
        [
            (),
            fine(Quasi.PLACE, Quasi.DATE),
            fine(Quasi.PLACE, Quasi.PLACE, Quasi.PLACE, Quasi.UNIT),  # one kind counts once
            (*fine(Quasi.PLACE, Quasi.UNIT), ToldDetail("s", "L2", Quasi.AGE), ToldDetail("t", "L3", Quasi.OCCUPATION)),
            fine(None, None, None, None),  # none of the five
        ],
    )
    def test_leaves_alone_what_stays_within_two(self, details: tuple[ToldDetail, ...]) -> None:
        assert two_of_five(details) == ()

    def test_finds_the_third_fine_kind(self) -> None:
        breaches = two_of_five(fine(Quasi.PLACE, Quasi.DATE, Quasi.UNIT, None))

        assert [(breach.rule, breach.kinds, breach.concerns) for breach in breaches] == [
            (Rule.TWO_OF_FIVE, (Quasi.DATE, Quasi.PLACE, Quasi.UNIT), ("span-1", "span-0", "span-2"))
        ]

    def test_takes_as_told_to_be_finer_than_the_first_rung(self) -> None:
        details = (*fine(Quasi.PLACE, Quasi.UNIT), ToldDetail("s", "L0", Quasi.AGE))

        assert len(two_of_five(details)) == 1


def month(year: int, number: int) -> TimeSpan:
    last = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 9: 30, 10: 31}[number]
    return TimeSpan(date(year, number, 1), date(year, number, last))


PUBLIC_DAY = TimeSpan(date(2022, 9, 21), date(2022, 9, 21))


class TestIntervalIntegrity:
    def test_a_public_day_and_a_told_distance_give_back_the_day_taken_out(self) -> None:
        events = (DatedEvent("decree", PUBLIC_DAY), DatedEvent("called up", None, suppressed=True))

        breaches = interval_integrity(events, (Interval("decree", "called up", 6, 6),))

        assert [(breach.rule, breach.concerns) for breach in breaches] == [
            (Rule.INTERVAL_INTEGRITY, ("called up",)),
        ]
        assert breaches[0].days == 1

    def test_names_the_distance_that_gives_it_away(self) -> None:
        events = (DatedEvent("decree", PUBLIC_DAY), DatedEvent("called up", None, suppressed=True))

        breaches = interval_integrity(events, (Interval("decree", "called up", 6, 6, span="six days"),))

        assert breaches[0].concerns == ("called up", "six days")

    def test_a_rounded_distance_keeps_it_away(self) -> None:
        events = (DatedEvent("decree", PUBLIC_DAY), DatedEvent("called up", None, suppressed=True))

        assert interval_integrity(events, (Interval("decree", "called up", 10, 60),)) == ()

    def test_distances_add_up_over_several_events(self) -> None:
        events = (
            DatedEvent("decree", PUBLIC_DAY),
            DatedEvent("at the front"),
            DatedEvent("left", suppressed=True),
        )
        intervals = (Interval("decree", "at the front", 30, 32), Interval("at the front", "left", 100, 103))

        assert [breach.concerns for breach in interval_integrity(events, intervals)] == [("left",)]

    def test_a_distance_is_read_backwards_too(self) -> None:
        events = (DatedEvent("left", suppressed=True), DatedEvent("border", PUBLIC_DAY))

        assert interval_integrity(events, (Interval("left", "border", 2, 3),)) != ()

    def test_a_day_that_was_not_taken_out_may_be_found(self) -> None:
        events = (DatedEvent("decree", PUBLIC_DAY), DatedEvent("called up"))

        assert interval_integrity(events, (Interval("decree", "called up", 6, 6),)) == ()

    def test_what_cannot_be_is_told(self) -> None:
        events = (DatedEvent("wounded", month(2024, 3)), DatedEvent("left", month(2024, 1), suppressed=True))

        breaches = interval_integrity(events, (Interval("wounded", "left", 20, 40),))

        assert [breach.days for breach in breaches] == [0]

    def test_events_without_distances_say_nothing(self) -> None:
        assert interval_integrity((DatedEvent("left", month(2024, 1), suppressed=True),), ()) == ()


class TestARareFact:
    def test_that_a_public_text_has_too_is_found(self) -> None:
        details = (ToldDetail("s1", "L0", fact="k1"), ToldDetail("s2", "L0", fact="k2"))

        breaches = rare_facts(details, publicly_known=frozenset(["k1", "k2"]), is_told_elsewhere={"k2"}.__contains__)

        assert [(breach.rule, breach.concerns) for breach in breaches] == [(Rule.RARE_FACT, ("s1",))]

    @pytest.mark.parametrize(
        ("detail", "known"),
        [
            (ToldDetail("s1", "L0", fact="k1"), frozenset(["k9"])),
            (ToldDetail("s1", "L2", fact="k1"), frozenset(["k1"])),
        ],
    )
    def test_that_is_unknown_or_told_coarsely_is_not(self, detail: ToldDetail, known: frozenset[str]) -> None:
        assert rare_facts((detail,), publicly_known=known, is_told_elsewhere=set().__contains__) == ()

    def test_never_shows_the_key(self) -> None:
        assert "secret" not in repr(ToldDetail("s1", "L0", fact="secret"))


class TestOneRung:
    def test_is_broken_where_one_place_tells_what_another_takes_away(self) -> None:
        details = (ToldDetail("coarse", "L2", fact="k"), ToldDetail("kept", "L0", fact="k"), ToldDetail("s", "L0"))

        assert [(breach.rule, breach.concerns) for breach in one_rung(details)] == [
            (Rule.CONSISTENCY, ("kept", "coarse"))
        ]

    @pytest.mark.parametrize("levels", [("L0", "L1"), ("L2", "L4"), ("L0", "L0")])
    def test_holds_where_all_places_are_alike(self, levels: tuple[str, str]) -> None:
        details = tuple(ToldDetail(f"s{number}", level, fact="k") for number, level in enumerate(levels))

        assert one_rung(details) == ()

    def test_says_nothing_of_what_is_no_fact(self) -> None:
        assert one_rung((ToldDetail("s1", "L0"), ToldDetail("s2", "L2"))) == ()


class TestTwoTestimoniesOfOnePerson:
    def test_share_no_telling_fact_under_one_name(self) -> None:
        details = (ToldDetail("s1", "L0", fact="k1"), ToldDetail("s2", "L2", fact="k2"), ToldDetail("s3", "L0"))

        breaches = unlinked(details, told_by_same_person=frozenset(["k1", "k2"]))

        assert [(breach.rule, breach.concerns) for breach in breaches] == [(Rule.CONSISTENCY, ("s1",))]

    def test_may_share_what_is_told_coarsely(self) -> None:
        assert unlinked((ToldDetail("s1", "L2", fact="k"),), told_by_same_person=frozenset(["k"])) == ()
