"""The crowd estimate: how many people fit, by an arithmetic anybody can check."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.catalogue.facets import FACETS
from archive.deidentification.crowd import (
    ASSUMPTION,
    SMALLEST_CROWD,
    coarser_helps_most,
    estimate_crowd,
    k_within,
    reference_figures,
)

PUBLISHED = {"route": "mobilised", "age": "30s", "refusal": "2023", "outcome": "in-hiding", "teller": "self"}


class TestTheEstimate:
    def test_is_the_product_of_its_steps(self) -> None:
        estimate = estimate_crowd(PUBLISHED)

        people = estimate.steps[0].people
        for step in estimate.steps[1:]:
            people *= step.share
            assert math.isclose(step.people, people)
        assert estimate.people == round(people)

    def test_leaves_out_what_tells_of_the_account_and_not_of_the_person(self) -> None:
        assert [step.facet for step in estimate_crowd(PUBLISHED).steps] == ["refusal", "age", "route"]

    def test_says_whose_figures_it_uses_and_what_it_assumes(self) -> None:
        estimate = estimate_crowd(PUBLISHED)

        assert all(step.source and step.kind in ("reported", "derived", "assumed") for step in estimate.steps)
        assert estimate.assumption == ASSUMPTION

    def test_starts_from_everybody_where_no_year_is_told(self) -> None:
        people = reference_figures()["base"]["people"]

        assert estimate_crowd({}).people == sum(people.values())

    @pytest.mark.parametrize(("told", "part"), [("2023-h1", 0.5), ("2023", 1.0)])
    def test_takes_half_a_year_for_half(self, told: str, part: float) -> None:
        assert estimate_crowd({"refusal": told}).people == reference_figures()["base"]["people"]["2023"] * part

    def test_adds_up_two_years(self) -> None:
        people = reference_figures()["base"]["people"]

        assert estimate_crowd({"refusal": "2022-2023"}).people == people["2022"] + people["2023"]

    def test_takes_an_unknown_year_to_be_the_emptiest(self) -> None:
        assert estimate_crowd({"refusal": "2015"}).people == min(reference_figures()["base"]["people"].values())

    def test_takes_an_unknown_value_to_be_the_rarest(self) -> None:
        shares = reference_figures()["facets"]["route"]["shares"]

        assert estimate_crowd({"route": "balloon"}).steps[1].share == min(shares.values())

    def test_takes_an_unknown_kind_to_be_rare(self) -> None:
        assert estimate_crowd({"shoe size": "48"}).steps[1].share < 0.01


class TestASmallCrowd:
    def test_asks(self) -> None:
        estimate = estimate_crowd({**PUBLISHED, "refuge": "central-asia", "origin": "russia-volga-urals"})

        assert estimate.people < SMALLEST_CROWD
        assert estimate.asks
        assert "coarser rung" in estimate.reason

    def test_is_not_a_large_one(self) -> None:
        assert not estimate_crowd(PUBLISHED).asks

    def test_tells_first_what_narrows_it_most(self) -> None:
        assert coarser_helps_most({**PUBLISHED, "refuge": "central-asia"})[0] == "refuge"


class TestTheReferenceFigures:
    def test_say_where_they_come_from(self) -> None:
        figures = reference_figures()

        assert figures["base"]["reported"]
        assert all(row["source"] and row["kind"] for row in figures["facets"].values())

    def test_are_shares(self) -> None:
        for row in reference_figures()["facets"].values():
            assert all(0 < share <= 1 for share in row["shares"].values())

    def test_a_broader_value_is_never_rarer_than_one_within_it(self) -> None:
        facets = reference_figures()["facets"]

        for facet, narrow, broad in (
            ("age", "20s", "under-30"),
            ("age", "under-30", "adult"),
            ("route", "mobilised", "called-up"),
            ("refuge", "western-europe", "europe"),
            ("refuge", "europe", "abroad"),
        ):
            assert facets[facet]["shares"][narrow] <= facets[facet]["shares"][broad]

    @given(st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=5))
    def test_more_told_never_means_more_people(self, told: dict[str, str]) -> None:
        told.pop("refusal", None)

        assert estimate_crowd(told).people <= estimate_crowd({}).people

    def test_know_every_value_a_record_can_show(self) -> None:
        figures = reference_figures()["facets"]

        for facet in FACETS:
            if facet.code in figures:
                assert {value.code for value in facet.values} <= set(figures[facet.code]["shares"]), facet.code


class TestTheCollection:
    def test_counts_those_who_show_the_same(self) -> None:
        collection = ({"route": "mobilised", "age": "30s"}, {"route": "mobilised", "age": "20s"}, {"route": "contract"})

        assert k_within({"route": "mobilised"}, collection) == 2
        assert k_within({"route": "mobilised", "age": "30s"}, collection) == 1
        assert k_within({"route": "mobilised", "age": ""}, collection) == 2
