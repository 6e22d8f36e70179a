"""Joins: facts that two testimonies share, whatever the language they are told in."""

from __future__ import annotations

import pytest

from archive.deidentification.joins import SharedFact, fact_key, tells_little, weigh_joins
from archive.detection.findings import EntityType, Finding, IdentifierClass


def key_of(words: str, entity_type: EntityType, detail: str, *, language: str) -> str:
    finding = Finding(0, len(words), entity_type, detail, IdentifierClass.QUASI, False, "test", "A thing.")
    return fact_key(finding, text=words, language=language)


class TestTestimonies:
    def test_that_share_a_rare_fact_are_listed_with_its_places(self) -> None:
        joins = weigh_joins([SharedFact("t2", "k1", "mine", "theirs")], told_by={"k1": 2}, testimonies=8)

        assert [(join.testimony, join.spans) for join in joins] == [("t2", (("mine", "theirs"),))]

    def test_that_share_what_everybody_has_are_not(self) -> None:
        assert weigh_joins([SharedFact("t2", "k1")], told_by={"k1": 8}, testimonies=8) == ()

    def test_that_share_more_come_first(self) -> None:
        shared = [SharedFact("t3", "k4"), *(SharedFact("t2", key) for key in ("k1", "k2", "k3", "k3"))]

        joins = weigh_joins(shared, told_by=dict.fromkeys(["k1", "k2", "k3", "k4"], 2), testimonies=12)

        assert [(join.testimony, len(join.spans)) for join in joins] == [("t2", 3), ("t3", 1)]


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
            (EntityType.DEM, "occupation", [("сварщиком на заводе", "ru"), ("сварщик на заводе", "ru")]),
        ],
    )
    def test_has_one_key(self, entity_type: EntityType, detail: str, tellings: list[tuple[str, str]]) -> None:
        keys = {key_of(words, entity_type, detail, language=language) for words, language in tellings}

        assert len(keys) == 1

    def test_is_not_another_one(self) -> None:
        first = key_of("30 March 2023", EntityType.DATE, "date", language="en")

        assert first != key_of("31 March 2023", EntityType.DATE, "date", language="en")

    def test_in_a_language_without_ladders_is_its_words(self) -> None:
        assert key_of("Vorel Krai", EntityType.LOC, "place", language="ka") == "LOC:vorel krai"


class TestAFactOfAPublicText:
    @pytest.mark.parametrize(
        ("key", "is_little"),
        [
            ("DATE:2023-5-14", False),
            ("DATE:2023-5-", True),
            ("QUANTITY:counts/30", True),
            ("QUANTITY:counts/884", False),
            ("LOC:RU/Tambov region/293661", False),
            ("DEM:a military office", True),
            ("MISC:refused an order on the bridge", False),
            ("CODE:96114", False),
        ],
    )
    def test_may_be_one_that_many_accounts_tell(self, key: str, *, is_little: bool) -> None:
        assert tells_little(key) is is_little


class TestWhatManyWouldTellAlike:
    @pytest.mark.parametrize(
        ("words", "entity_type", "detail"),
        [
            ("2022", EntityType.DATE, "date"),
            ("in May", EntityType.DATE, "date"),
            ("some day", EntityType.DATE, "date"),
            ("Russia", EntityType.LOC, "place"),
            ("Moscow", EntityType.LOC, "place"),
            ("Kursk region", EntityType.LOC, "place"),
            ("two men", EntityType.QUANTITY, "counts"),
            ("thirty", EntityType.DEM, "age"),
            ("carpenter", EntityType.DEM, "occupation"),
            ("Vorel", EntityType.PERSON, "name"),
        ],
    )
    def test_is_no_fact(self, words: str, entity_type: EntityType, detail: str) -> None:
        assert key_of(words, entity_type, detail, language="en") == ""
