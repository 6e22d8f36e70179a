"""What could be chosen beside a list of results: values with exact counts, and the filters that are on.

A count says how many testimonies the value would show with everything else that is on; values of one facet add up, so
a facet is counted against the results without its own filter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from archive.catalogue import addresses
from archive.catalogue.facets import FACETS, Facet, facet_named
from archive.catalogue.thesaurus import Concept, Thesaurus
from archive.catalogue.wording import LANGUAGE_NAMES
from archive.reading_room.filters import Choices, TestimonyFilter

# A list longer than this begins with its broader values; choosing one opens what is below it.
LONGEST_GROUP = 12

Pairs = tuple[tuple[str, str], ...]
FacetBits = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Option:
    """One value that can be chosen, with the number of testimonies it would show."""

    name: str
    value: str
    label: str
    count: int
    is_on: bool
    options: tuple["Option", ...] = ()

    @property
    def noun(self) -> str:
        """Return what is counted, for readers who hear the page."""
        return ngettext("account", "accounts", self.count)


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """The values of one facet."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on, and the address without it."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A parameter kept in a form as a hidden field."""

    name: str
    value: str


def pairs_of(data: QueryDict) -> Pairs:
    """Return the parameters in their order, without the number of the page and what is empty."""
    return tuple((name, value) for name in data for value in data.getlist(name) if value and name != "page")


def choices_of(bits: FacetBits, shown: int, thesaurus: Thesaurus, collections: Iterable[str]) -> Choices:
    """Return what may be chosen: values that a testimony carries which is shown."""
    carried: dict[str, list[str]] = {}
    for (name, value), rows in bits.items():
        if rows & shown:
            carried.setdefault(name, []).append(value)
    choices = {facet.code: _as_choices(carried.get(facet.code, ())) for facet in FACETS}
    codes = set(carried.get("theme", ()))
    choices["theme"] = _as_choices(concept.slug for concept in thesaurus.concepts if concept.code in codes)
    choices["language"] = _as_choices(carried.get("language", ()))
    choices["collection"] = _as_choices(code for code in carried.get("collection", ()) if code in set(collections))
    return choices


def _as_choices(values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((value, value) for value in values)


class Options:
    """Makes the groups of options beside one list of results."""

    def __init__(
        self, filterset: TestimonyFilter, *, base: int, bits: FacetBits, thesaurus: Thesaurus, interface: str
    ) -> None:
        """Take what stands before any facet narrows it, as a set of rows, and the sets of the release."""
        self._filterset = filterset
        self._base = base
        self._found = filterset.found(bits, base)
        self._bits = bits
        self._thesaurus = thesaurus
        self._interface = interface
        self._pairs = pairs_of(filterset.parameters)

    def groups(self) -> Iterator[OptionGroup]:
        """Yield the groups that offer anything, themes first."""
        if themes := tuple(self._themes()):
            yield OptionGroup("theme", gettext("Theme"), themes)
        for facet in FACETS:
            base = self._counted_against(facet.code)
            options = tuple(self._values(facet, "", base))
            if sum(map(_size, options)) > LONGEST_GROUP:
                options = tuple(map(_closed, options))
            if options:
                yield OptionGroup(facet.code, facet.label(self._interface), options)
        languages = tuple(self._languages())
        if len(languages) > 1:
            yield OptionGroup("language", gettext("Language of the text"), languages)

    def _counted_against(self, name: str) -> int:
        if not self._filterset.parameters.getlist(name):
            return self._found
        return self._filterset.found(self._bits, self._base, without=name)

    def _count(self, name: str, code: str, base: int) -> int:
        return (self._bits.get((name, code), 0) & base).bit_count()

    def _option(self, name: str, value: str, label: str, count: int, options: tuple[Option, ...] = ()) -> Option:
        return Option(name, value, label, count, (name, value) in self._pairs, options)

    def _themes(self) -> Iterator[Option]:
        base = self._counted_against("theme")
        on = {self._thesaurus.by_slug[slug].code for slug in self._filterset.parameters.getlist("theme")}
        opened = {step for code in on for step in self._thesaurus.by_code[code].path}
        for concept in self._thesaurus.below(""):
            below = tuple(self._narrower(concept, base)) if concept.code in opened else ()
            count = self._count("theme", concept.code, base)
            if count or concept.code in opened:
                yield self._option("theme", concept.slug, concept.label(self._interface), count, below)

    def _narrower(self, above: Concept, base: int) -> Iterator[Option]:
        for concept in self._thesaurus.below(above.code):
            count = self._count("theme", concept.code, base)
            option = self._option("theme", concept.slug, concept.label(self._interface), count)
            if count or option.is_on:
                yield option

    def _values(self, facet: Facet, broader: str, base: int) -> Iterator[Option]:
        for value in facet.below(broader):
            options = tuple(self._values(facet, value.code, base))
            count = self._count(facet.code, value.code, base)
            option = self._option(facet.code, value.code, capfirst(value.label(self._interface)), count, options)
            if not option.is_on and any(narrower.count == count for narrower in options):
                yield from options  # the broader value would only say the same again
            elif count or option.is_on:
                yield option

    def _languages(self) -> Iterator[Option]:
        base = self._counted_against("language")
        for language, name in LANGUAGE_NAMES.items():
            option = self._option("language", language, name, self._count("language", language, base))
            if option.count or option.is_on:
                yield option

    def chips(self, collections: Mapping[str, Mapping[str, str]]) -> Iterator[Chip]:
        """Yield the filters that are on; the words looked for stand in the search box and are none."""
        for name, value in self._pairs:
            label = self._chip_label(name, value, collections)
            if label:
                rest = tuple(pair for pair in self._pairs if pair != (name, value))
                yield Chip(label, addresses.testimonies(self._interface, *rest))

    def _chip_label(self, name: str, value: str, collections: Mapping[str, Mapping[str, str]]) -> str:
        if name == "theme":
            label = self._thesaurus.by_slug[value].label(self._interface)
            return gettext("Theme: %(theme)s") % {"theme": label}
        if name == "language":
            return gettext("Language: %(language)s") % {"language": LANGUAGE_NAMES[value]}
        if name == "collection":
            titles = collections[value]
            return titles.get(self._interface) or titles.get("en", value)
        if name in {facet.code for facet in FACETS}:
            facet = facet_named(name)
            return f"{facet.label(self._interface)}: {facet.value(value).label(self._interface)}"
        return ""


def _size(option: Option) -> int:
    return 1 + sum(map(_size, option.options))


def _closed(option: Option) -> Option:
    """Return an option without those below it, unless one of them or the option itself is on."""
    return option if _is_open(option) else replace(option, options=())


def _is_open(option: Option) -> bool:
    return option.is_on or any(map(_is_open, option.options))
