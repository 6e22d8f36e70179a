"""Coded facts come from closed lists, fall back to broader values, and give a title its words."""

import pytest

from archive.catalogue.facets import FACETS, facet_named, title_for


class TestAClosedList:
    @pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.code)
    def test_names_each_value_once_and_ends_every_way_up(self, facet):
        codes = [value.code for value in facet.values]

        assert len(codes) == len(set(codes))
        for value in facet.values:
            upwards = [broader.code for broader in facet.with_broader(value.code)]
            assert upwards[0] == value.code
            assert len(upwards) == len(set(upwards))

    @pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.code)
    def test_has_words_for_each_value_in_both_languages(self, facet):
        for value in (facet, *facet.values):
            assert value.label("en")
            assert value.label("nb")

    def test_knows_no_other_list_and_no_other_value(self):
        with pytest.raises(KeyError, match="shoe-size"):
            facet_named("shoe-size")
        with pytest.raises(KeyError, match="general"):
            facet_named("role").value("general")


class TestATitle:
    @pytest.mark.parametrize(
        ("facts", "en", "nb"),
        [
            ({}, "Arne", "Arne"),
            ({"role": "soldier"}, "Arne: soldier", "Arne: soldat"),
            (
                {"route": "mobilised", "refusal": "2025"},
                "Arne: mobilised, left in 2025",
                "Arne: mobilisert, dro i 2025",
            ),
            ({"route": "mobilised", "role": "officer"}, "Arne: mobilised", "Arne: mobilisert"),
            ({"route": "career", "role": "officer"}, "Arne: officer", "Arne: offiser"),
            ({"route": "career"}, "Arne", "Arne"),
            ({"refusal": "2023-h1"}, "Arne: left in 2023", "Arne: dro i 2023"),
            ({"refusal": "2022-2023"}, "Arne: left in 2022–2023", "Arne: dro i 2022–2023"),
        ],
    )
    def test_says_way_or_place_in_the_army_and_the_year(self, facts, en, nb):
        assert title_for("Arne", facts, language="en") == en
        assert title_for("Arne", facts, language="nb") == nb
