"""What an edition says of itself: abstract, coarse facts, warnings, themes of its passages."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.catalogue.closed_lists import WARNING_CODES
from archive.catalogue.facets import FACETS
from archive.testimonies.models import CodedFact, ContentWarning, Description, Edition, PassageTheme, Telling
from archive.themes.models import Concept
from archive.users.models import User
from archive.vault.models import Person

ABSTRACT_WORDS = 60


class DescriptionRefused(ValueError):
    """A description that cannot be recorded as it is."""


@dataclass(frozen=True, slots=True)
class DescriptionDraft:
    """Everything an edition says of itself, as one page of the desk holds it; `themes` are of one telling."""

    telling: Telling
    abstracts: Mapping[str, str] = field(repr=False)
    facts: Mapping[str, str]
    warnings: Iterable[str]
    themes: Mapping[int, Iterable[str]]


def narrator_of(edition: Edition) -> Person:
    """Return who tells the testimony."""
    return edition.testimony.appearances.select_related("person__sealed_under").get(narrates=True).person


@sensitive_variables("abstract", "words")
def describe_edition(
    edition: Edition, *, abstracts: Mapping[str, str], by: User, at: datetime, seen: int | None = None
) -> None:
    """Write the abstracts, by language; raises `DescriptionRefused` for one that is too long or bracketed."""
    for abstract in abstracts.values():
        words = len(abstract.split())
        if words > ABSTRACT_WORDS:
            message = _(
                "This abstract has %(words)s words; readers get %(most)s at most. Leave out what the "
                "first paragraphs say themselves."
            ) % {"words": words, "most": ABSTRACT_WORDS}
            raise DescriptionRefused(message)
        if "[" in abstract or "]" in abstract:
            raise DescriptionRefused(
                _("Square brackets mark changes in the account itself. Write the abstract without them.")
            )
    with _changing(edition, by=by, at=at, seen=seen):
        for language, abstract in abstracts.items():
            row = Description.objects.filter(edition=edition, language=language).first()
            row = row or Description(sealed_under=narrator_of(edition).sealed_under, edition=edition, language=language)
            row.abstract = " ".join(abstract.split())
            row.save()


def code_facts(edition: Edition, *, facts: Mapping[str, str], by: User, at: datetime, seen: int | None = None) -> None:
    """Set the coarse facts of an edition, one value a facet; raises `DescriptionRefused` for a value off the list."""
    known = {facet.code: {value.code for value in facet.values} for facet in FACETS}
    for facet, value in facts.items():
        if facet not in known:
            raise DescriptionRefused(
                _("There is no facet '%(facet)s'. Choose one of: %(known)s.")
                % {"facet": facet, "known": ", ".join(known)}
            )
        if value not in known[facet]:
            raise DescriptionRefused(
                _("'%(value)s' is not a value of %(facet)s. Choose one from the list.")
                % {"value": value, "facet": facet}
            )
    with _changing(edition, by=by, at=at, seen=seen):
        for facet, value in facts.items():
            CodedFact.objects.update_or_create(edition=edition, facet=facet, defaults={"value": value})


def warn_of(edition: Edition, *, codes: Iterable[str], by: User, at: datetime, seen: int | None = None) -> None:
    """Set the content warnings of an edition."""
    wanted = set(codes)
    if unknown := sorted(wanted - WARNING_CODES):
        raise DescriptionRefused(
            _("There is no content warning '%(unknown)s'. Choose from the list.") % {"unknown": unknown[0]}
        )
    with _changing(edition, by=by, at=at, seen=seen):
        ContentWarning.objects.filter(edition=edition).exclude(code__in=wanted).delete()
        for code in sorted(wanted):
            ContentWarning.objects.get_or_create(edition=edition, code=code)


def assign_themes(
    edition: Edition,
    *,
    telling: Telling,
    themes: Mapping[int, Iterable[str]],
    by: User,
    at: datetime,
    seen: int | None = None,
) -> None:
    """Set the themes of the passages in `themes`; raises `DescriptionRefused` for a theme that cannot be given."""
    codes = {code for given in themes.values() for code in given}
    concepts = {concept.code: concept for concept in Concept.objects.filter(code__in=codes)}
    for code in sorted(codes):
        if code not in concepts:
            raise DescriptionRefused(
                _("There is no theme '%(code)s'. Choose one from the list of themes.") % {"code": code}
            )
        if not concepts[code].assignable:
            raise DescriptionRefused(_("%(code)s is a heading. Choose one of the themes under it.") % {"code": code})
    for passage in themes:
        if not 1 <= passage <= telling.passages:
            raise DescriptionRefused(
                _("There is no passage %(passage)s in this text; it has %(passages)s.")
                % {"passage": passage, "passages": telling.passages}
            )
    with _changing(edition, by=by, at=at, seen=seen):
        for passage, given in themes.items():
            PassageTheme.objects.filter(edition=edition, telling=telling, passage=passage).delete()
            PassageTheme.objects.bulk_create(
                PassageTheme(edition=edition, telling=telling, passage=passage, concept=concepts[code])
                for code in sorted(set(given))
            )


@sensitive_variables("draft")
def record_description(
    edition: Edition, *, draft: DescriptionDraft, by: User, at: datetime, seen: int | None = None
) -> None:
    """Write a whole description at once: all of it is kept or, if any part is refused, none; facts left out go."""
    with transaction.atomic():
        describe_edition(edition, abstracts=draft.abstracts, by=by, at=at, seen=seen)
        CodedFact.objects.filter(edition=edition).exclude(facet__in=draft.facts).delete()
        code_facts(edition, facts=draft.facts, by=by, at=at)
        warn_of(edition, codes=draft.warnings, by=by, at=at)
        assign_themes(edition, telling=draft.telling, themes=draft.themes, by=by, at=at)


@contextmanager
def _changing(edition: Edition, *, by: User, at: datetime, seen: int | None) -> Iterator[None]:
    """Write a part of the description: a change of the edition, with its event, in one transaction."""
    with transaction.atomic():
        edition.touch(by=by, at=at, seen=seen)
        yield
        record_event(Act.DESCRIPTION_CHANGED, subject_kind=SubjectKind.EDITION, subject=edition.pk, by=by.pk, at=at)
