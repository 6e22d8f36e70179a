"""The closed lists cover every decision, and speak both languages."""

import pytest

from archive.catalogue.closed_lists import ALTERATIONS, SOURCE_KINDS, WARNINGS, CodedValue, alteration_of
from archive.catalogue.models import RELEASE_MODELS, AccessCopy, CopyTheme, FacetBits, ReleaseManifest, Theme


class TestADecision:
    @pytest.mark.parametrize(
        ("treatment", "entity_type", "counted"),
        [
            ("pseudonymise", "PERSON", "name"), ("pseudonymise", "ORG", "name"), ("generalise", "PERSON", "name"),
            ("generalise", "LOC", "place"), ("generalise", "DATE", "time"), ("generalise", "ORG", "detail"),
            ("generalise", "QUANTITY", "detail"), ("summarise", "MISC", "summary"), ("suppress", "CODE", "withheld"),
            ("retain", "PERSON", None),
        ],
    )  # fmt: skip
    def test_is_counted_under_one_kind(self, treatment: str, entity_type: str, counted: str | None) -> None:
        assert alteration_of(treatment, entity_type) == counted
        assert counted is None or counted in {value.code for value in ALTERATIONS}


class TestAList:
    @pytest.mark.parametrize("values", [ALTERATIONS, SOURCE_KINDS, WARNINGS])
    def test_has_each_code_once_and_words_in_both_languages(self, values: tuple[CodedValue, ...]) -> None:
        assert len({value.code for value in values}) == len(values)
        assert all(value.label("en") and value.label("nb") for value in values)
        assert all(value.label("en") != value.label("nb") for value in values if value.code not in {"letter"})


class TestARow:
    def test_says_which_it_is_and_no_more(self) -> None:
        said = {
            str(ReleaseManifest(serial=7)): "release 7",
            str(AccessCopy(public_id="abc")): "abc",
            str(Theme(code="T1")): "T1",
            str(CopyTheme(copy_id=3, theme_id="T1")): "3 T1",
            str(FacetBits(facet="route", value="mobilised")): "route: mobilised",
        }

        assert all(words == expected for words, expected in said.items())
        assert all(not model._meta.managed for model in RELEASE_MODELS)
