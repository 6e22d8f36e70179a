"""How far editions have come, and what they are called, for lists: some queries for each few hundred of a list."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.catalogue.facets import title_for
from archive.redaction.spans import undecided_spans
from archive.redaction.standing_spans import standing_spans
from archive.testimonies.models import CodedFact, Edition, Part
from archive.vault.models import NamingDecision, Person
from archive.vault.pseudonyms import name_in

_AT_ONCE = 500  # whose spans are in memory together


@dataclass(frozen=True, slots=True)
class Progress:
    """How many details of an edition were found, how many are decided, how many persons have no name yet."""

    found: int = 0
    decided: int = 0
    unnamed: int = 0

    @property
    def open(self) -> int:
        """Return how many still need a decision."""
        return self.found - self.decided


def progress_of(editions: Iterable[Edition]) -> dict[object, Progress]:
    """Return the progress of each edition by its id."""
    editions = list(editions)
    unnamed = _unnamed(editions)
    return {
        edition: Progress(len(spans), len(spans) - len(undecided_spans(spans)), unnamed.get(edition, 0))
        for start in range(0, len(editions), _AT_ONCE)
        for edition, spans in standing_spans([one.pk for one in editions[start : start + _AT_ONCE]]).items()
    }


def titles_of(editions: Iterable[Edition], *, language: str = "en") -> dict[object, str]:
    """Return the title by pattern of each edition by its id; empty while nobody has decided on the name."""
    editions = list(editions)
    facts: dict[object, dict[str, str]] = {}
    for edition, facet, value in CodedFact.objects.filter(edition__in=editions).values_list(
        "edition_id", "facet", "value"
    ):
        facts.setdefault(edition, {})[facet] = value
    protagonists = Person.objects.filter(
        appearances__part=Part.PROTAGONIST, appearances__testimony__editions__in=editions
    ).values_list("pk", "appearances__testimony_id")
    testimonies: dict[object, list[object]] = {}
    for person, testimony in protagonists.distinct():
        testimonies.setdefault(person, []).append(testimony)
    names: dict[object, str] = {}
    for decision in NamingDecision.objects.standing().filter(person_id__in=testimonies):
        spellings = decision.pseudonyms_by_language()
        name = name_in(spellings, language)
        for testimony in testimonies[decision.person_id]:
            names[testimony] = name
    return {
        edition.pk: title_for(names[edition.testimony_id], facts.get(edition.pk, {}), language=language)
        if names.get(edition.testimony_id)
        else ""
        for edition in editions
    }


def _unnamed(editions: list[Edition]) -> dict[object, int]:
    decided = NamingDecision.objects.standing().exclude(kind="undecided").values("person")
    rows = (
        Edition.objects.filter(pk__in=[edition.pk for edition in editions])
        .exclude(testimony__appearances=None)
        .values_list("pk", "testimony__appearances__person_id")
    )
    named = set(
        Person.objects.filter(pk__in=decided, appearances__testimony__editions__in=editions).values_list(
            "pk", flat=True
        )
    )
    counted: dict[object, int] = {}
    for edition, person in rows:
        if person not in named:
            counted[edition] = counted.get(edition, 0) + 1
    return counted
