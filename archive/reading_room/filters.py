"""The one form by which readers narrow the testimonies: a FilterSet over `AccessCopy`.

Choices come from the release and hold only what a testimony that is shown carries. An unknown parameter or value is an
error and answers 400 with the form; it never falls back to all rows.
"""

from collections.abc import Iterable
from typing import Any, ClassVar

import django_filters
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from archive.catalogue.facets import FACETS, facet_named
from archive.catalogue.models import AccessCopy, AccessCopyQuerySet
from archive.catalogue.words import LONGEST_QUERY

FACET_CODES = tuple(facet.code for facet in FACETS)
SORTS = (("match", _("best match")), ("release", _("newest release")), ("chance", _("chance, new each day")))
OTHER_PARAMETERS = ("sort", "page")

Choices = dict[str, tuple[tuple[str, str], ...]]


class TestimonyFilter(django_filters.FilterSet):
    """Words, themes, coded facts, language and collection."""

    q = django_filters.CharFilter(method="filter_words", max_length=LONGEST_QUERY)
    theme = django_filters.MultipleChoiceFilter(method="filter_themes")
    language = django_filters.MultipleChoiceFilter(method="filter_language")
    collection = django_filters.ChoiceFilter()
    route = django_filters.MultipleChoiceFilter(method="filter_facet")
    role = django_filters.MultipleChoiceFilter(method="filter_facet")
    age = django_filters.MultipleChoiceFilter(method="filter_facet")
    origin = django_filters.MultipleChoiceFilter(method="filter_facet")
    refusal = django_filters.MultipleChoiceFilter(method="filter_facet")
    refuge = django_filters.MultipleChoiceFilter(method="filter_facet")
    outcome = django_filters.MultipleChoiceFilter(method="filter_facet")
    teller = django_filters.MultipleChoiceFilter(method="filter_facet")

    class Meta:
        model = AccessCopy
        fields: ClassVar[list[str]] = []

    def __init__(
        self, data: QueryDict, *, queryset: AccessCopyQuerySet, choices: Choices, theme_codes: dict[str, str]
    ) -> None:
        """Offer the choices of the release; `theme_codes` gives the code of each theme's address."""
        super().__init__(data, queryset=queryset)
        self.parameters = data
        self._copies = queryset
        self._choices = choices
        self._theme_codes = theme_codes
        for name, offered in choices.items():
            self.filters[name].extra["choices"] = offered

    def unknown_parameters(self) -> list[str]:
        """Return the names of parameters that this form does not have."""
        return [name for name in self.parameters if name not in self.filters and name not in OTHER_PARAMETERS]

    def without(self, name: str) -> "TestimonyFilter":
        """Return the same form with one filter off: what its own choices are counted against."""
        data = self.parameters.copy()
        data.pop(name, None)
        return TestimonyFilter(data, queryset=self._copies, choices=self._choices, theme_codes=self._theme_codes)

    def found(self) -> int:
        """Return the rows that pass every filter, as a set."""
        copies: AccessCopyQuerySet = self.qs  # type: ignore[assignment]
        return copies.row_bits()

    def filter_words(self, copies: AccessCopyQuerySet, name: str, value: str) -> AccessCopyQuerySet:
        """Keep copies in which the words stand."""
        return copies.matching(value)

    def filter_themes(self, copies: AccessCopyQuerySet, name: str, value: Iterable[str]) -> AccessCopyQuerySet:
        """Keep copies that carry one of the themes."""
        slugs = list(value)
        return copies.about_any([self._theme_codes[slug] for slug in slugs]) if slugs else copies

    def filter_language(self, copies: AccessCopyQuerySet, name: str, value: Iterable[str]) -> AccessCopyQuerySet:
        """Keep copies that can be read in one of the languages."""
        languages = list(value)
        return copies.readable_in(languages) if languages else copies

    def filter_facet(self, copies: AccessCopyQuerySet, name: str, value: Iterable[str]) -> AccessCopyQuerySet:
        """Keep copies with one of the values, or with a narrower one."""
        wanted = set(value)
        if not wanted:
            return copies
        facet = facet_named(name)
        codes = [one.code for one in facet.values if wanted & {step.code for step in facet.with_broader(one.code)}]
        narrowed: AccessCopyQuerySet = copies.filter(**_in(name, codes))
        return narrowed


def _in(facet: str, codes: list[str]) -> dict[str, Any]:
    """Return the lookup of a facet; its name comes from the closed list, never from a reader."""
    if facet not in FACET_CODES:
        raise ValueError("not a facet")
    return {f"{facet}__in": codes}
