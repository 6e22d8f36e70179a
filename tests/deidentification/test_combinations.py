"""Combination rules: details that are harmless one by one and lead to a person together."""

from __future__ import annotations

from datetime import date

import pytest

from archive.deidentification.combinations import (
    Breach,
    DatedEvent,
    Fact,
    Interval,
    KeptDetail,
    PublishedEntity,
    Rule,
    TimeSpan,
    consistency,
    interval_integrity,
    rare_facts,
    two_of_five,
)


def fine(*details: str) -> tuple[KeptDetail, ...]:
    return tuple(KeptDetail(detail, "L1", f"span-{number}") for number, detail in enumerate(details))


class TestTwoOfFive:
    @pytest.mark.parametrize(
        "details",
        [
            (),
            fine("place", "date"),
            fine("place", "birthplace", "residence", "unit"),  # one kind counts once
            (*fine("place", "unit"), KeptDetail("age", "L2"), KeptDetail("occupation", "L3")),
            fine("rank", "wound", "family", "money"),  # none of the five
        ],
    )
    def test_leaves_alone_what_stays_within_two(self, details: tuple[KeptDetail, ...]) -> None:
        assert two_of_five(details) == ()

    def test_finds_the_third_fine_kind(self) -> None:
        breaches = two_of_five(fine("place", "desertion_date", "unit", "rank"))

        assert [(breach.rule, breach.concerns) for breach in breaches] == [
            (Rule.TWO_OF_FIVE, ("span-1", "span-0", "span-2"))
        ]
        assert "coarser rung for 1" in breaches[0].reason

    def test_takes_as_told_to_be_finer_than_the_first_rung(self) -> None:
        details = (*fine("place", "unit"), KeptDetail("age", "L0"))

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
        assert "1 days" in breaches[0].reason

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
        events = (DatedEvent("wounded", month(2024, 3)), DatedEvent("left", month(2024, 1)))

        breaches = interval_integrity(events, (Interval("wounded", "left", 20, 40),))

        assert len(breaches) == 1
        assert breaches[0].reason.startswith("No day fits")

    def test_events_without_distances_say_nothing(self) -> None:
        assert interval_integrity((DatedEvent("left", month(2024, 1), suppressed=True),), ()) == ()


class TestARareFact:
    def test_that_a_public_text_has_too_is_found(self) -> None:
        facts = (Fact("t1", "k1", "s1"), Fact("t1", "k2", "s2"), Fact("t2", "k2", "s3"))

        breaches = rare_facts(facts, publicly_known=frozenset(["k1", "k2"]))

        assert [breach.concerns for breach in breaches] == [("s1",)]

    @pytest.mark.parametrize(
        ("fact", "known"),
        [(Fact("t1", "k1", "s1"), frozenset(["k9"])), (Fact("t1", "k1", "s1", "L2"), frozenset(["k1"]))],
    )
    def test_that_is_unknown_or_told_coarsely_is_not(self, fact: Fact, known: frozenset[str]) -> None:
        assert rare_facts((fact,), publicly_known=known) == ()

    def test_counts_what_other_testimonies_tell(self) -> None:
        facts = (Fact("t1", "k1", "s1"),)

        assert rare_facts(facts, publicly_known=frozenset(["k1"]), told_by={"k1": 4}) == ()

    def test_never_shows_the_key(self) -> None:
        assert "secret" not in repr(Fact("t1", "secret"))


class TestConsistency:
    def test_one_entity_has_one_rung(self) -> None:
        entities = (PublishedEntity("t1", "place-7", "L2"), PublishedEntity("t2", "place-7", "L1"))

        assert [(breach.rule, breach.concerns) for breach in consistency(entities)] == [
            (Rule.CONSISTENCY, ("t1", "t2"))
        ]

    def test_one_person_has_one_pseudonym(self) -> None:
        entities = (PublishedEntity("t1", "person-3", "L2", "p1"), PublishedEntity("t2", "person-3", "L2", "p2"))

        breaches = consistency(entities)

        assert [breach.concerns for breach in breaches] == [("t1", "t2")]
        assert not any(name in breach.reason for breach in breaches for name in ("p1", "p2"))

    def test_one_narrator_may_have_another_name_in_another_testimony(self) -> None:
        entities = (
            PublishedEntity("t1", "person-3", "L1", "p1", "n1", is_narrator=True),
            PublishedEntity("t2", "person-3", "L1", "p2", "n1", is_narrator=True),
        )

        assert consistency(entities, (Fact("t1", "k"), Fact("t2", "k"))) == ()

    def test_two_testimonies_of_one_narrator_share_no_name_and_telling_fact(self) -> None:
        entities = (
            PublishedEntity("t1", "person-3", "L1", "p1", "n1", is_narrator=True),
            PublishedEntity("t2", "person-3", "L1", "p1", "n1", is_narrator=True),
        )
        facts = (Fact("t1", "k"), Fact("t2", "k"))

        assert [breach.concerns for breach in consistency(entities, facts)] == [("t1", "t2")]
        assert consistency(entities, facts, may_be_linked=frozenset(["n1"])) == ()
        assert consistency(entities, (Fact("t1", "k"), Fact("t2", "k", level="L2"))) == ()

    def test_nothing_is_found_in_nothing(self) -> None:
        assert consistency(()) == ()


class TestABreach:
    def test_says_what_to_do(self) -> None:
        breach: Breach = two_of_five(fine("place", "age", "unit"))[0]

        assert breach.reason.count(".") >= 2
