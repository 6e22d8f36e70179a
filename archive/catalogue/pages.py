"""Renders the page of one testimony: the same function for the gate, which searches it for names, and for the room.

The frame around it (navigation, release, languages) is passed in ready, so that nothing here asks for a request.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from archive.catalogue import addresses
from archive.catalogue.cards import TestimonyCard, testimony_card
from archive.catalogue.models import AccessCopy, AccessCopyText, ReleaseManifest
from archive.catalogue.records import INTERFACE_LANGUAGES, interface_for
from archive.catalogue.thesaurus import read_collections, read_thesaurus
from archive.catalogue.wording import LANGUAGE_NAMES, month_words


@dataclass(frozen=True, slots=True)
class Section:
    """A place in the navigation."""

    label: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class InterfaceChoice:
    """The page at hand in one language of the interface."""

    language: str
    name: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page of the room."""

    language: str
    home: str
    testimonies: str
    themes: str
    background: str
    names: str
    about: str
    interfaces: tuple[InterfaceChoice, ...]
    serial: int
    copies: int
    navigation: SafeString = field(repr=False)
    foot: SafeString = field(repr=False)


def frame_of(
    language: str, *, section: str, address: Callable[[str], str], serial: int, month: str, copies: int, digest: str
) -> Frame:
    """Return the frame in a language; `address` gives the page at hand in each language of the interface."""
    return Frame(
        language=language,
        home=addresses.home(language),
        testimonies=addresses.testimonies(language),
        themes=addresses.themes(language),
        background=addresses.background(language),
        names=addresses.names(language),
        about=addresses.about(language),
        interfaces=tuple(
            InterfaceChoice(code, LANGUAGE_NAMES[code], address(code), code == language) for code in INTERFACE_LANGUAGES
        ),
        serial=serial,
        copies=copies,
        navigation=_navigation(language, section),
        foot=_foot(language, serial, month, copies, digest),
    )


# The same on all pages of a section and of a release: rendered once, for they were a quarter of the work of a page.
@lru_cache(maxsize=32)
def _navigation(language: str, section: str) -> SafeString:
    """Return the links to the places of the room."""
    with translation.override(language):
        places = (
            ("testimonies", gettext("Testimonies"), addresses.testimonies(language)),
            ("themes", gettext("Themes"), addresses.themes(language)),
            ("background", pgettext("section of the site", "Background"), addresses.background(language)),
            ("names", gettext("How names are changed"), addresses.names(language)),
            ("about", pgettext("section of the site", "About"), addresses.about(language)),
        )
        sections = [Section(label, place, code == section) for code, label, place in places]
        return render_to_string("components/site_navigation.html", {"sections": sections})


@lru_cache(maxsize=32)
def _foot(language: str, serial: int, month: str, copies: int, digest: str) -> SafeString:
    """Return what stands at the foot of every page of a release."""
    with translation.override(language):
        return render_to_string(
            "components/site_foot.html",
            {
                "serial": serial,
                "month": month_words(month),
                "copies": copies,
                "digest": f"{digest[:4]} {digest[4:8]} … {digest[-4:]}",
                "about": addresses.about(language),
                "names": addresses.names(language),
            },
        )


def render_testimony(card: TestimonyCard, *, frame: Frame) -> str:
    """Return the whole page of a testimony as HTML, in the language of its frame."""
    with translation.override(frame.language):
        return render_to_string("catalogue/testimony.html", {"card": card, "frame": frame})


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """One page that the room would show of a release."""

    public_id: str
    address: str
    html: str


def testimony_pages(
    copies: Iterable[tuple[AccessCopy, Sequence[AccessCopyText]]], *, using: str
) -> Iterator[RenderedPage]:
    """Yield the page of every text of some access copies of a release, in the interface that suits the text.

    The other interface shows the same rows with other labels, so it adds nothing that a search for names could find.
    """
    manifest = ReleaseManifest.objects.using(using).get()
    thesaurus = read_thesaurus(using)
    collections = read_collections(using)
    for copy, texts in copies:
        for text in texts:
            interface = interface_for(text.language)
            with translation.override(interface):
                card = testimony_card(
                    copy,
                    texts,
                    interface=interface,
                    text_language=text.language,
                    thesaurus=thesaurus,
                    collections=collections,
                )
                frame = frame_of(
                    interface,
                    section="testimonies",
                    address=partial(addresses.testimony, public_id=copy.public_id),
                    serial=manifest.serial,
                    month=manifest.month,
                    copies=manifest.copies,
                    digest=manifest.logical_digest,
                )
            address = addresses.testimony(interface, copy.public_id, text.language)
            yield RenderedPage(copy.public_id, address, render_testimony(card, frame=frame))
