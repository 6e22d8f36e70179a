"""What the published text tells of the person beside the coded facts, at the rung it is told at."""

from __future__ import annotations

from typing import Any

import pytest

from archive.deidentification.crowd import estimate_crowd
from archive.deidentification.exposure import DecidedSpan, decided_text
from archive.deidentification.told_of_person import PersonFact, facts_of_person
from archive.deidentification.treatments import Treatment


def told(
    words: str, detail: str, treatment: Treatment = Treatment.RETAIN, *, language: str = "en", **more: Any
) -> set[str]:
    text = f"I said: {words}."
    span = DecidedSpan("s", 8, 8 + len(words), detail, treatment, **more)
    facts = facts_of_person({}, (decided_text(text, language, (span,)),))
    return {f"{fact.facet}={fact.value}" for fact in facts}


class TestADetailAsTold:
    @pytest.mark.parametrize(
        ("words", "language", "detail", "expected"),
        [
            ("34 years old", "en", "age", "age=34"),
            ("34 år", "nb", "age", "age=34"),
            ("тридцать четыре года", "ru", "age", "age=34"),
            ("34 роки", "uk", "age", "age=34"),
            ("a tram driver", "en", "occupation", "occupation=transport/rail"),
            ("сварщиком", "ru", "occupation", "occupation=industry/metal"),
            ("drone operator", "en", "speciality", "branch=drones"),
            ("senior sergeant", "en", "rank", "role=nco"),
            ("мобилизован", "ru", "route-into-service", "route=mobilised"),
        ],
    )
    def test_is_read_in_its_language(self, words: str, language: str, detail: str, expected: str) -> None:
        assert told(words, detail, language=language) == {expected}

    @pytest.mark.parametrize(
        ("words", "detail", "level", "expected"),
        [
            ("34 years old", "age", "L1", {"age=30-34"}),
            ("34 years old", "age", "L2", {"age=30s"}),
            ("18 years old", "age", "L2", {"age=under-20"}),
            ("34 years old", "age", "L3", set()),
            ("a tram driver", "occupation", "L2", {"occupation=transport"}),
            ("drone operator", "speciality", "L2", {"branch=combat"}),
        ],
    )
    def test_is_as_coarse_as_its_rung(self, words: str, detail: str, level: str, expected: set[str]) -> None:
        assert told(words, detail, Treatment.GENERALISE, level=level, replacement="-") == expected

    @pytest.mark.parametrize("treatment", [Treatment.SUPPRESS, Treatment.SUMMARISE])
    def test_is_not_told_once_it_is_gone(self, treatment: Treatment) -> None:
        assert told("34 years old", "age", treatment) == set()

    @pytest.mark.parametrize("mark", ["third_person", "is_public", "is_covered"])
    def test_of_somebody_else_or_of_nobody_does_not_count(self, mark: str) -> None:
        assert told("34 years old", "age", Treatment.RETAIN, language="en", **{mark: True}) == set()

    @pytest.mark.parametrize(
        ("words", "detail"),
        [
            ("5 years old", "age"),
            ("a thing", "occupation"),
            ("x", "rank"),
            ("officers", "rank"),
            ("drivers", "occupation"),
        ],
    )
    def test_that_cannot_be_the_persons_is_not_counted(self, words: str, detail: str) -> None:
        assert told(words, detail) == set()


class TestWhereSomebodyComesFrom:
    @pytest.mark.parametrize(
        ("before", "words", "language"),
        [
            ("I am from", "Kineshma", "en"),
            ("I was born in", "Kineshma", "en"),
            ("Jeg kommer fra", "Kinesjma", "nb"),
            ("Я родился в", "Кинешме", "ru"),
            ("Я родом из города", "Кинешма", "ru"),
            ("Я жив у", "Кінешмі", "uk"),
        ],
    )
    def test_is_read_from_the_words_before(self, before: str, words: str, language: str) -> None:
        assert self.origin(before, words, language).startswith("russia-centre/")

    @pytest.mark.parametrize("before", ["We fought near", "They came to", "My brother drove through"])
    def test_is_not_read_from_any_place(self, before: str) -> None:
        assert self.origin(before, "Kineshma", "en") == ""

    @pytest.mark.parametrize(("level", "finer_than"), [("L0", "L1"), ("L1", "L2"), ("L2", "L3")])
    def test_leaves_more_people_the_coarser_it_is_told(self, level: str, finer_than: str) -> None:
        fewest = {
            each: estimate_crowd(self.facts("I am from", "Kineshma", "en", each)).fewest for each in (level, finer_than)
        }

        assert fewest[level] < fewest[finer_than]

    def facts(self, before: str, words: str, language: str, level: str = "L0") -> tuple[PersonFact, ...]:
        treatment = Treatment.RETAIN if level == "L0" else Treatment.GENERALISE
        rung = "" if level == "L0" else level
        start = len(before) + 1
        span = DecidedSpan("s", start, start + len(words), "place", treatment, rung, "-")
        return facts_of_person({}, (decided_text(f"{before} {words}.", language, (span,)),))

    def origin(self, before: str, words: str, language: str) -> str:
        return next((fact.value for fact in self.facts(before, words, language)), "")


class TestCodedFacts:
    def test_stand_beside_what_the_text_tells(self) -> None:
        assert facts_of_person({"route": "mobilised", "age": ""}, ()) == (PersonFact("route", "mobilised"),)
