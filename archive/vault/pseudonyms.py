"""What everybody is called here, and who bears one name with somebody else."""

import json
from collections.abc import Collection, Mapping
from uuid import UUID

from archive.vault.models import NamingDecision
from archive.vault.sealed import DataKey, KeyHolder, sealed_in

_CALLED = ("pk", "person_id", "sealed_under_id", "sealed_under__wrapped", "pseudonyms")


def pseudonyms_by_person(persons: Collection[UUID] | None = None) -> dict[UUID, dict[str, str]]:
    """Return what each person is called here today, by language; of everybody, or of these.

    Read in one query, a row each, without models: it is asked of everybody whenever a name is given.
    """
    standing = NamingDecision.objects.standing()
    rows = standing if persons is None else standing.filter(person__in=list(persons))
    called: dict[UUID, dict[str, str]] = {}
    for row, person, key, wrapped, sealed in rows.values_list(*_CALLED):
        holder = KeyHolder(DataKey(key, wrapped))
        words = sealed_in(NamingDecision, "pseudonyms", row, sealed, holder=holder)
        called[person] = json.loads(words.reveal())
    return called


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
