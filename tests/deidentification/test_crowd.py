"""The crowd estimate: how many people fit, by an arithmetic anybody can check."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.catalogue.facets import FACETS
from archive.deidentification.crowd import (
    SMALLEST_CROWD,
    CrowdEstimate,
    coarser_helps_most,
    estimate_crowd,
    reference_figures,
)
from archive.deidentification.nouns import vocabulary
from archive.deidentification.told_of_person import PersonFact
from archive.first_collection.context import read_context

PUBLISHED = {"route": "contract", "age": "30s", "refusal": "2023", "outcome": "in-hiding", "teller": "self"}
KINDS = ("reported", "derived", "assumed")


def estimate(told: dict[str, str]) -> CrowdEstimate:
    return estimate_crowd(PersonFact(facet, value) for facet, value in told.items())


class TestTheEstimate:
    def test_is_the_product_of_its_steps_at_both_ends(self) -> None:
        crowd = estimate(PUBLISHED)

        low, high = crowd.steps[0].people.low, crowd.steps[0].people.high
        for step in crowd.steps[1:]:
            low, high = low * step.share.range.low, high * step.share.range.high
            assert math.isclose(step.people.low, low)
            assert math.isclose(step.people.high, high)
        assert (crowd.fewest, crowd.most) == (math.floor(low), math.ceil(high))

    def test_leaves_out_what_tells_of_the_account_and_not_of_the_person(self) -> None:
        assert [step.fact.facet for step in estimate(PUBLISHED).steps] == ["refusal", "age", "route"]

    def test_says_whose_figures_it_uses(self) -> None:
        sources = reference_figures()["sources"]

        assert all(step.share.source in sources and step.share.kind in KINDS for step in estimate(PUBLISHED).steps)

    def test_starts_from_everybody_where_no_year_is_told(self) -> None:
        people = reference_figures()["base"]["people"]

        assert estimate({}).fewest == sum(low for low, _ in people.values())

    def test_takes_half_a_year_for_the_smaller_half(self) -> None:
        low = reference_figures()["base"]["people"]["2023"][0]

        assert estimate({"refusal": "2023-h1"}).fewest < low / 2
        assert estimate({"refusal": "2023"}).fewest == low

    def test_adds_up_two_years(self) -> None:
        people = reference_figures()["base"]["people"]

        assert estimate({"refusal": "2022-2023"}).most == people["2022"][1] + people["2023"][1]

    def test_takes_an_unknown_year_to_be_the_emptiest(self) -> None:
        assert estimate({"refusal": "2015"}).fewest == min(
            low for low, _ in reference_figures()["base"]["people"].values()
        )

    def test_takes_an_unknown_value_to_be_the_rarest(self) -> None:
        shares = reference_figures()["facets"]["route"]["shares"]

        step = estimate({"route": "balloon"}).steps[1]

        assert [step.share.range.low, step.share.range.high] == min(shares.values())
        assert step.share.source == "unknown"

    def test_takes_an_unknown_kind_to_be_rare(self) -> None:
        assert estimate({"shoe size": "48"}).steps[1].share.range.high <= 0.01

    def test_counts_the_rarer_of_two_values(self) -> None:
        facts = [PersonFact("age", "30s"), PersonFact("age", "34", "span-1"), PersonFact("age", "adult")]

        steps = estimate_crowd(facts).steps

        assert [(step.fact.value, step.fact.span) for step in steps[1:]] == [("34", "span-1")]

    @pytest.mark.parametrize(
        ("facet", "finer", "coarser"),
        [("age", "34", "30-34"), ("age", "30-34", "30s"), ("age", "19", "under-20"), ("age", "61", "50-and-over"),
         ("occupation", "transport/driver", "transport")],
    )  # fmt: skip
    def test_a_finer_rung_leaves_fewer(self, facet: str, finer: str, coarser: str) -> None:
        assert estimate({facet: finer}).fewest < estimate({facet: coarser}).fewest


class TestASmallCrowd:
    def test_asks(self) -> None:
        crowd = estimate({**PUBLISHED, "refuge": "central-asia", "origin": "russia-volga-urals"})

        assert crowd.fewest < SMALLEST_CROWD
        assert crowd.asks

    def test_is_not_a_large_one(self) -> None:
        assert not estimate(PUBLISHED).asks

    def test_tells_first_what_narrows_it_most(self) -> None:
        helping = coarser_helps_most(estimate({**PUBLISHED, "refuge": "central-asia", "role": "serving"}))

        assert [step.fact.facet for step in helping] == ["refuge", "age", "route"]


class TestTheReferenceFigures:
    def test_say_where_they_come_from_and_whether_anybody_compared_them(self) -> None:
        figures = reference_figures()

        for row in (figures["base"], *figures["facets"].values()):
            assert row["source"] in figures["sources"]
            assert row["kind"] in KINDS
        for source in figures["sources"].values():
            assert all(source[field] for field in ("title", "title_nb", "publisher", "publisher_nb", "year", "checked"))
            assert ("note" in source) == ("note_nb" in source)

    def test_name_background_entries_that_exist(self) -> None:
        known = {entry.code for entry in read_context()}

        sources = reference_figures()["sources"].values()

        assert {source["checked"] for source in sources} == {"entries", "partly", "table", "no"}
        assert all(("entries" in source) == (source["checked"] in ("entries", "partly")) for source in sources)
        assert {entry for source in sources for entry in source.get("entries", ())} <= known

    def test_are_ranges_of_shares(self) -> None:
        for row in reference_figures()["facets"].values():
            assert all(0 < low <= high <= 1 for low, high in row["shares"].values())

    def test_a_broader_value_is_never_rarer_than_one_within_it(self) -> None:
        figures = reference_figures()["facets"]

        for facet in FACETS:
            shares = figures.get(facet.code, {}).get("shares", {})
            for value in facet.values if shares else ():
                for broader in facet.with_broader(value.code):
                    assert shares[value.code][0] <= shares[broader.code][0], (facet.code, value.code)
                    assert shares[value.code][1] <= shares[broader.code][1], (facet.code, value.code)

    @given(st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=5))
    def test_more_told_never_means_more_people(self, told: dict[str, str]) -> None:
        told.pop("refusal", None)

        assert estimate(told).fewest <= estimate({}).fewest

    def test_know_every_value_a_record_or_a_text_can_tell(self) -> None:
        figures = reference_figures()["facets"]
        told = {facet.code: {value.code for value in facet.values} for facet in FACETS}
        told["occupation"] = {entry.group or entry.key for entry in vocabulary("occupations")} - {"any"}
        told["branch"] = {one for entry in vocabulary("specialities") for one in (entry.key, entry.group) if one}
        told["role"] |= {entry.group for entry in vocabulary("ranks")}
        told["route"] |= {entry.key for entry in vocabulary("routes")}

        for facet, values in told.items():
            if facet in figures:
                assert values <= set(figures[facet]["shares"]), facet
