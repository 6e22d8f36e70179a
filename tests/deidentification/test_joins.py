"""Joins: facts that two testimonies share, whatever the language they are told in."""

from __future__ import annotations

import pytest

from archive.deidentification.combinations import Fact
from archive.deidentification.joins import fact_key, find_joins
from archive.detection.findings import EntityType, Finding, IdentifierClass


def key_of(words: str, entity_type: EntityType, detail: str, *, language: str, person: str = "") -> str:
    finding = Finding(
        0, len(words), entity_type, detail, IdentifierClass.QUASI, False, "test", "A thing.", person=person
    )
    return fact_key(finding, text=words, language=language)


class TestTwoTestimonies:
    def test_that_share_a_rare_fact_are_listed(self) -> None:
        facts = [Fact("t1", "k1", "s1"), Fact("t2", "k1", "s2"), *(Fact(f"t{n}", f"k{n}") for n in range(3, 9))]

        joins = find_joins(facts)

        assert [(join.first, join.second, join.spans) for join in joins] == [("t1", "t2", (("s1", "s2"),))]

    def test_that_share_what_everybody_has_are_not(self) -> None:
        facts = [Fact(f"t{n}", "k1") for n in range(8)]

        assert find_joins(facts) == ()

    def test_that_share_more_come_first(self) -> None:
        facts = [
            *(Fact(testimony, key) for testimony in ("t1", "t2") for key in ("k1", "k2", "k3")),
            *(Fact(testimony, "k4") for testimony in ("t3", "t4")),
            *(Fact(f"t{n}", f"k{n}") for n in range(5, 12)),
        ]

        assert [(join.first, join.count) for join in find_joins(facts)] == [("t1", 3), ("t3", 1)]

    def test_known_to_be_of_one_narrator_are_left_out(self) -> None:
        facts = [Fact("t1", "k1"), Fact("t2", "k1"), *(Fact(f"t{n}", f"k{n}") for n in range(3, 9))]

        assert find_joins(facts, narrators={"t1": "n1", "t2": "n1"}) == ()


class TestTheSameFact:
    @pytest.mark.parametrize(
        ("entity_type", "detail", "tellings"),
        [
            (
                EntityType.DATE,
                "date",
                [("30 March 2023", "en"), ("30. mars 2023", "nb"), ("30 марта 2023 года", "ru"), ("30.03.2023", "uk")],
            ),
            (EntityType.LOC, "place", [("Robotyne", "en"), ("Роботине", "ru"), ("Роботиному", "uk")]),
            (EntityType.LOC, "place", [("Kineshma", "en"), ("Kinesjma", "nb"), ("Кинешмой", "ru")]),
            (EntityType.ORG, "unit", [("unit 96114", "en"), ("в/ч 96114", "ru")]),
            (EntityType.QUANTITY, "money", [("500,000 roubles", "en"), ("пятьсот тысяч рублей", "ru")]),
            (EntityType.DEM, "occupation", [("сварщиком", "ru"), ("сварщик", "ru")]),
        ],
    )
    def test_has_one_key(self, entity_type: EntityType, detail: str, tellings: list[tuple[str, str]]) -> None:
        keys = {key_of(words, entity_type, detail, language=language) for words, language in tellings}

        assert len(keys) == 1

    def test_is_not_another_one(self) -> None:
        first = key_of("30 March 2023", EntityType.DATE, "date", language="en")

        assert first != key_of("31 March 2023", EntityType.DATE, "date", language="en")

    def test_a_person_is_known_by_reference(self) -> None:
        assert key_of("Vorel", EntityType.PERSON, "name", language="en", person="p-7") == "person:p-7"

    def test_in_a_language_without_ladders_is_its_words(self) -> None:
        assert key_of("Vorel Krai", EntityType.LOC, "place", language="ka") == "LOC:place:vorel krai"
