"""No form of a protected name in what a candidate file would show: the gate looks at text, pages and pseudonyms."""

from collections.abc import Iterator
from functools import cache, partial

from django.utils.translation import gettext as _

from archive.catalogue.closed_lists import ALTERATIONS, SOURCE_KINDS, WARNINGS
from archive.catalogue.facets import FACETS
from archive.catalogue.records import INTERFACE_LANGUAGES
from archive.deidentification.leaks import find_leaks
from archive.language.matching import NameMatch, NameMatcher
from archive.language.pseudonyms import is_protected
from archive.publication.candidates import Showing
from archive.publication.obstacles import Obstacle
from archive.publication.page_text import visible_text
from archive.redaction.places import TextPlace, text_places
from archive.redaction.spans import repeat_digest
from archive.redaction.standing_names import lifted_words, passes, stands_in_full


def check_names_in_text(showing: Showing) -> Iterator[Obstacle]:
    """G009: no form of a protected name stands in any word that would be published.

    What two people said of an occurrence in this very text counts (`redaction.standing_names`).
    """
    for language in showing.written.languages if showing.written else ():
        for text in (language.public_name, language.title):
            for leak in _leaks(text, showing):
                yield _leak_obstacle("G009", leak, _("the name or title"))
    for place in text_places(showing.written):
        for leak in _leaks(place.text, showing, place):
            yield _leak_obstacle("G009", leak, _("the text"))


def check_names_in_pages(showing: Showing) -> Iterator[Obstacle]:
    """G010: no form of a protected name can be read from the pages as the room renders them.

    A line that is word for word a label of a closed list is not the testimony's ("Andre", others, is a label and a
    name), nor is its public id, a random code; what only may be a name is looked for in the text itself (G009).
    """
    lifted = lifted_words(text_places(showing.written), showing.lifted)
    if not showing.pages:
        yield Obstacle(
            "G010", _("The room's page of this edition could not be made."), _("Issue the release again; report it.")
        )
    for page in showing.pages:
        text = visible_text(page).replace(showing.expected.public_id, "")
        if showing.proved.hold(text, is_clean=partial(_is_clean, matcher=showing.matcher)):
            continue
        leaks = find_leaks(text, matcher=showing.matcher, allowed=showing.allowed)
        for leak in leaks:
            if _is_of_the_testimony(leak, text):
                if any(one.stand_at(text, leak) for one in lifted) and not stands_in_full(text, leak, leaks):
                    continue
                yield _leak_obstacle("G010", leak, _("the page"))


def check_pseudonyms_still_free(showing: Showing) -> Iterator[Obstacle]:
    """G016: no name that a person was given here has come to protect somebody since; in the text it is allowed."""
    if any(is_protected(name, showing.matcher) for name in showing.allowed):
        yield Obstacle(
            "G016",
            _("A pseudonym in it is a protected name by now."),
            _("Record a naming decision anew, with another pseudonym; the persons page suggests some that are free."),
        )


def _is_clean(text: str, *, matcher: NameMatcher) -> bool:
    """Tell whether no form stands in lines of a page, whatever is allowed there."""
    return not any(_is_of_the_testimony(leak, text) for leak in find_leaks(text, matcher=matcher))


def _is_of_the_testimony(leak: NameMatch, text: str) -> bool:
    return leak.tier == "block" and line_around(text, leak) not in fixed_labels()


def line_around(text: str, leak: NameMatch) -> str:
    """Return the whole line in which a leak stands."""
    start = text.rfind("\n", 0, leak.start) + 1
    end = text.find("\n", leak.end)
    return text[start : end if end >= 0 else len(text)].strip()


@cache
def fixed_labels() -> frozenset[str]:
    """Return every label of the closed lists, in both languages of the interface."""
    values = [value for facet in FACETS for value in facet.values]
    coded = [*WARNINGS, *ALTERATIONS, *SOURCE_KINDS]
    return frozenset(
        one.label(language) for ones in (FACETS, values, coded) for one in ones for language in INTERFACE_LANGUAGES
    )


def _leaks(text: str, showing: Showing, place: TextPlace | None = None) -> Iterator[NameMatch]:
    """Yield what may not stand; what may be a name and was decided to be kept is not among it."""
    leaks = find_leaks(text, matcher=showing.matcher, allowed=showing.allowed)
    every = find_leaks(text, matcher=showing.matcher) if leaks and showing.lifted else ()
    for leak in leaks:
        if leak.tier == "ask" and repeat_digest(text, leak.start, leak.end) in showing.kept:
            continue
        if place is None or not passes(place, leak, leaks=every, lifts=showing.lifted):
            yield leak


def _leak_obstacle(code: str, leak: NameMatch, where: str) -> Obstacle:
    if leak.tier == "block":
        message = _("A form of a protected name stands in %(where)s (rule: %(how)s).")
    else:
        message = _("What may be a protected name stands in %(where)s (rule: %(how)s).")
    return Obstacle(
        code,
        message % {"where": where, "how": leak.how},
        _(
            "Open the names left standing: change the place on the workbench, or say of it that it is "
            "another person or an ordinary word, which another admin confirms."
        ),
    )
