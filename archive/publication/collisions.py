"""Where the forms of one person's names coincide with something else, so that refusing them may hit the wrong thing.

It is shown to whoever asked to see the names, and nowhere else.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from itertools import chain

from django.views.decorators.debug import sensitive_variables

from archive.catalogue.records import canonical_json
from archive.language.forms import name_forms
from archive.language.keys import plain
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.ordinary import is_ordinary_word
from archive.language.public_figures import public_figure_spans
from archive.publication.background import background_records
from archive.redaction.models import PublicThing
from archive.themes.thesaurus import export_concepts
from archive.vault.models import Person
from archive.vault.naming import current_matcher, named_person, openly_named_matcher
from archive.vault.pseudonyms import pseudonyms_by_person


class CollisionKind(StrEnum):
    """With what a form coincides."""

    PERSON = "person"
    OWN_PSEUDONYM = "own-pseudonym"
    PSEUDONYM = "pseudonym"
    PUBLIC_FIGURE = "public-figure"
    WORD = "word"
    THEME = "theme"
    BACKGROUND = "background"
    PUBLIC_THING = "public-thing"


@dataclass(frozen=True, slots=True)
class Collision:
    """A form that coincides with something else; `where` is a person's reference, a theme's or an entry's code."""

    kind: CollisionKind
    where: str
    forms: tuple[str, ...] = field(repr=False)


@sensitive_variables("named", "forms", "form", "blocking")
def collisions_of(person: Person) -> tuple[Collision, ...]:
    """Return where forms of a person's names coincide with something else, the gravest kinds first."""
    named = named_person(person)
    forms = {form.text: form.tier for name in named.names for form in name_forms(name)}
    blocking = [form for form, tier in forms.items() if tier == "block" and plain(form) not in named.pruned]
    found: dict[tuple[CollisionKind, str], dict[str, None]] = {}
    for kind, where, form in chain(
        _persons(named, blocking),
        ((CollisionKind.WORD, "", form) for form in forms if is_ordinary_word(form)),
        ((CollisionKind.PUBLIC_FIGURE, "", name) for name in named.names if public_figure_spans(name)),
        _public_words(named),
    ):
        found.setdefault((kind, where), {})[form] = None
    order = list(CollisionKind)
    return tuple(
        Collision(kind, where, tuple(held))
        for (kind, where), held in sorted(found.items(), key=lambda one: (order.index(one[0][0]), one[0][1]))
    )


@sensitive_variables("named", "forms", "form")
def _persons(named: NamedPerson, forms: list[str]) -> Iterator[tuple[CollisionKind, str, str]]:
    """Yield the other persons, and the names people bear here, of which a form is a form too."""
    references = {str(one.pk): one.reference for one in Person.objects.all()}
    everybody, pseudonyms, openly = current_matcher(), _called(), openly_named_matcher()
    for form in forms:
        for other in _whole(everybody, form) - {named.reference}:
            yield CollisionKind.PERSON, references[other], form
        for other in _whole(pseudonyms, form):
            kind = CollisionKind.OWN_PSEUDONYM if other == named.reference else CollisionKind.PSEUDONYM
            yield kind, references[other], form
        for other in _whole(openly, form) - {named.reference}:
            yield CollisionKind.PUBLIC_FIGURE, references[other], form


@sensitive_variables("form")
def _whole(matcher: NameMatcher, form: str) -> set[str]:
    """Return whose name this form is, standing alone; a form of several words is looked for, not looked up."""
    if form.isalpha() and not matcher.candidates(form):
        return set()
    return {match.person for match in matcher.find(f"– {form} –") if match.tier == "block"}


def _called() -> NameMatcher:
    return NameMatcher(
        NamedPerson(str(person), tuple(sorted(set(called.values()))))
        for person, called in pseudonyms_by_person().items()
    )


@sensitive_variables("named", "matcher", "words")
def _public_words(named: NamedPerson) -> Iterator[tuple[CollisionKind, str, str]]:
    """Yield what stands in clear besides testimonies: themes and background entries, which every release carries.

    And what stood on the archive's own list of public things before the name was protected.
    """
    matcher = NameMatcher([named])
    carried = [
        (CollisionKind.THEME, concept.code, words)
        for concept in export_concepts()
        for _language, words in (*concept.labels, *concept.scope_notes)
    ]
    carried += [
        (CollisionKind.BACKGROUND, entry.code, canonical_json([asdict(text) for text in entry.texts]))
        for entry in background_records()
    ]
    listed = PublicThing.objects.standing().values_list("words", flat=True)
    carried += [(CollisionKind.PUBLIC_THING, "", words) for words in listed]
    for kind, where, words in carried:
        for match in matcher.find(words):
            if match.tier == "block":
                yield kind, where, words[match.start : match.end]
