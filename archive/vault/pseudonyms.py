"""What everybody is called here, and who bears one name with somebody else."""

from collections.abc import Mapping
from uuid import UUID

from archive.vault.models import NamingDecision


def pseudonyms_by_person() -> dict[UUID, dict[str, str]]:
    """Return what each person is called here today, by language."""
    return {decision.person_id: decision.pseudonyms_by_language() for decision in NamingDecision.objects.standing()}


def name_in(spellings: Mapping[str, str], language: str) -> str:
    """Return under which name readers of a language meet somebody: its own spelling, else the English, else any."""
    return spellings.get(language) or spellings.get("en") or next(iter(spellings.values()), "")


def bearers_by_pseudonym(called: Mapping[UUID, Mapping[str, str]]) -> dict[str, frozenset[UUID]]:
    """Return who bears each pseudonym, under what `folded` makes of it."""
    bearers: dict[str, set[UUID]] = {}
    for person, spellings in called.items():
        for name in spellings.values():
            bearers.setdefault(folded(name), set()).add(person)
    return {name: frozenset(persons) for name, persons in bearers.items()}


def persons_called_alike(called: Mapping[UUID, Mapping[str, str]]) -> frozenset[UUID]:
    """Return the persons who bear a pseudonym that somebody else bears too."""
    return frozenset(
        person for bearers in bearers_by_pseudonym(called).values() if len(bearers) > 1 for person in bearers
    )


def folded(pseudonym: str) -> str:
    """Return what makes two pseudonyms one: capitals do not tell them apart."""
    return pseudonym.casefold()
