"""Frozen cards: everything a public page shows of an access copy, ready in one language of the interface.

Templates get cards and never rows, so that no template can walk from a page to anything that is not on it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext

from archive.catalogue import addresses
from archive.catalogue.facets import FACETS
from archive.catalogue.models import AccessCopy, AccessCopyText
from archive.catalogue.records import PartKind
from archive.catalogue.thesaurus import Thesaurus
from archive.catalogue.wording import (
    LANGUAGE_NAMES,
    Phrase,
    alteration_statement,
    edition_words,
    month_words,
    reading_time,
    source_words,
    warning_words,
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, marked if it was searched for."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class PartCard:
    """A part of a passage as the page shows it."""

    kind: PartKind
    runs: tuple[Run, ...]

    @cached_property
    def is_plain(self) -> bool:
        """Say whether these are the narrator's own words."""
        return self.kind is PartKind.PLAIN

    @cached_property
    def says_what_is_gone(self) -> bool:
        """Say whether something was left out and its kind is named: such a mark stands on its own line."""
        return self.kind is PartKind.WITHHELD and bool(self.text)

    @property
    def text(self) -> str:
        """Return the words without marks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class ThemeLink:
    """A theme by name and address."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class ThemePath:
    """A theme with those above it, broadest first."""

    steps: tuple[ThemeLink, ...]

    @property
    def words(self) -> str:
        """Return the names of all steps, as on one label."""
        return " › ".join([step.label for step in self.steps])

    @property
    def address(self) -> str:
        """Return the address of the theme itself."""
        return self.steps[-1].address


@dataclass(frozen=True, slots=True)
class PassageCard:
    """One numbered paragraph."""

    number: int
    parts: tuple[PartCard, ...]
    themes: tuple[ThemeLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One coded fact in words."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class TextChoice:
    """A language in which a testimony, or at least its title and abstract, can be read."""

    language: str
    name: str
    address: str
    is_current: bool
    has_body: bool


@dataclass(frozen=True)
class TestimonyCard:
    """Everything on the page of one testimony."""

    public_id: str
    edition: int
    edition_words: str
    month_words: str
    month: str
    language: str
    words_language: str
    title: str
    public_name: str
    name_changed: bool
    abstract: str
    told_by: str
    reading_time: str
    collection: str
    collection_address: str
    source: str
    warnings: str
    statement: tuple[Phrase, ...]
    kinds: frozenset[PartKind] = field(repr=False)
    passages: tuple[PassageCard, ...] = field(repr=False)
    facts: tuple[Fact, ...] = field(repr=False)
    themes: tuple[ThemePath, ...] = field(repr=False)
    texts: tuple[TextChoice, ...] = field(repr=False)
    citation_address: str = ""

    @property
    def has_names(self) -> bool:
        """Say whether the text holds a changed name."""
        return PartKind.NAME in self.kinds

    @property
    def has_coarse(self) -> bool:
        """Say whether a detail in the text was made coarser."""
        return PartKind.COARSE in self.kinds

    @property
    def has_summaries(self) -> bool:
        """Say whether the text holds words of the archive's own."""
        return PartKind.SUMMARY in self.kinds

    @property
    def has_gaps(self) -> bool:
        """Say whether something was left out."""
        return PartKind.WITHHELD in self.kinds


def part_cards(parts: Iterable[Sequence[str]]) -> tuple[PartCard, ...]:
    """Return the parts of a passage, as stored, without marks."""
    return tuple(PartCard(PartKind(kind), (Run(text),)) for kind, text in parts)


def theme_link(thesaurus: Thesaurus, code: str, interface: str) -> ThemeLink:
    """Return the name and address of a theme."""
    concept = thesaurus.by_code[code]
    return ThemeLink(concept.label(interface), addresses.theme(interface, concept.slug))


def theme_path(thesaurus: Thesaurus, code: str, interface: str) -> ThemePath:
    """Return a theme with those above it."""
    return ThemePath(tuple(theme_link(thesaurus, step.code, interface) for step in thesaurus.path(code)))


def facts_of(copy: AccessCopy, interface: str) -> tuple[Fact, ...]:
    """Return the coded facts in words; what is not given says so."""
    not_given = gettext("Not given")
    facts = []
    for facet in FACETS:
        code = getattr(copy, facet.code)
        facts.append(Fact(facet.label(interface), capfirst(facet.value(code).label(interface)) if code else not_given))
    return tuple(facts)


def choose_text(texts: Sequence[AccessCopyText], *preferred: str) -> AccessCopyText:
    """Return the text in the first preferred language that can be read, else any that can, else any."""
    readable = {text.language: text for text in texts if text.passages}
    for language in preferred:
        if language in readable:
            return readable[language]
    return next(iter(readable.values()), texts[0])


def testimony_card(
    copy: AccessCopy,
    texts: Sequence[AccessCopyText],
    *,
    interface: str,
    text_language: str = "",  # noqa: PT028 - no test
    thesaurus: Thesaurus,
    collections: Mapping[str, Mapping[str, str]],
) -> TestimonyCard:
    """Return the card of a testimony, read in one language; the active language must be the interface's."""
    text = choose_text(texts, text_language, interface, "en")
    own = {one.language: one for one in texts}
    words = own.get(text_language or interface) or own.get("en") or text
    carried = sorted({code for one in texts for _, _, codes in one.passages for code in codes}, key=_place(thesaurus))
    titles = collections.get(copy.collection, {})
    teller = next(facet for facet in FACETS if facet.code == "teller")
    return TestimonyCard(
        public_id=copy.public_id,
        edition=copy.edition,
        edition_words=edition_words(copy.edition),
        month_words=month_words(copy.month),
        month=copy.month,
        language=text.language,
        words_language=words.language,
        title=words.title,
        public_name=words.public_name,
        name_changed=copy.name_changed,
        abstract=words.abstract,
        told_by=teller.value(copy.teller).label(interface) if copy.teller else "",
        reading_time=reading_time(text.words),
        collection=titles.get(interface) or titles.get("en", ""),
        collection_address=addresses.testimonies(interface, ("collection", copy.collection)),
        source=source_words(copy.source_kind, copy.source_year, interface),
        warnings=warning_words(copy.warnings, interface),
        statement=alteration_statement(dict(copy.alterations)),
        kinds=frozenset(PartKind(kind) for _, parts, _ in text.passages for kind, _ in parts),
        passages=tuple(_passage(passage, thesaurus, interface) for passage in text.passages),
        facts=facts_of(copy, interface),
        themes=tuple(theme_path(thesaurus, code, interface) for code in carried),
        texts=tuple(_choice(one, copy, text.language, interface) for one in texts),
        citation_address=settings.ROOM_ADDRESS + addresses.edition(interface, copy.public_id, copy.edition),
    )


def _place(thesaurus: Thesaurus) -> Any:
    places = {concept.code: place for place, concept in enumerate(thesaurus.concepts)}
    return places.__getitem__


def _passage(passage: Sequence[Any], thesaurus: Thesaurus, interface: str) -> PassageCard:
    number, parts, codes = passage
    return PassageCard(number, part_cards(parts), tuple(theme_link(thesaurus, code, interface) for code in codes))


def _choice(text: AccessCopyText, copy: AccessCopy, current: str, interface: str) -> TextChoice:
    return TextChoice(
        language=text.language,
        name=LANGUAGE_NAMES[text.language],
        address=addresses.testimony(interface, copy.public_id, text.language),
        is_current=text.language == current,
        has_body=bool(text.passages),
    )
