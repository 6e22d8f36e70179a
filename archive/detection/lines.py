"""One text a line in, its findings a line out: what `manage.py find_identifiers` reads and writes."""

from collections.abc import Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any

from archive.detection.findings import Finding
from archive.detection.identifiers import RECOGNISERS, find_identifiers
from archive.detection.recognisers.public import PublicThings
from archive.language.matching import NamedPerson, NameMatcher

Line = dict[str, Any]


def findings_of(
    record: Mapping[str, Any],
    *,
    recognisers: Sequence[ModuleType] = RECOGNISERS,
    public_things: PublicThings | None = None,
) -> tuple[Finding, ...]:
    """Return every finding of one line `{"id","text","lang"?,"protected_names"?}`."""
    persons = persons_of(record)
    return find_identifiers(
        str(record["text"]),
        language=record.get("lang"),
        known_names=NameMatcher(persons) if persons else None,
        pseudonyms=[pseudonym for person in persons for pseudonym in person.pseudonyms],
        public_things=public_things,
        recognisers=recognisers,
    )


def find_in_line(
    record: Mapping[str, Any],
    *,
    everything: bool,
    full: bool,
    recognisers: Sequence[ModuleType] = RECOGNISERS,
    public_things: PublicThings | None = None,
) -> Line:
    """Return what the command writes for one line: all findings, or those for which a change is proposed."""
    found = findings_of(record, recognisers=recognisers, public_things=public_things)
    shown = [finding for finding in found if everything or finding.is_candidate]
    if full:
        return {"id": record.get("id"), "findings": [as_record(finding) for finding in shown]}
    return {"id": record.get("id"), "spans": [[f.start, f.end, f.entity_type.value] for f in shown]}


def as_record(finding: Finding) -> Line:
    """Return a finding as plain values; like the finding, it holds offsets and no word of the text."""
    return {
        "start": finding.start,
        "end": finding.end,
        "entity_type": finding.entity_type.value,
        "detail": finding.detail,
        "class": finding.identifier_class.value,
        "third_person": finding.third_person,
        "recogniser": finding.recogniser,
        "reason": finding.reason,
        "person": finding.person,
        "score": round(finding.score, 3),
        "losers": list(finding.losers),
    }


def persons_of(record: Mapping[str, Any]) -> list[NamedPerson]:
    """Return the protected persons of a line, however they are given.

    `protected_names` is a list of names, of lists of names (one a person) or of objects (`real_names`,
    `known_aliases`, `names`, `pseudonym`); `identities` (`source`, `relatives`) is understood too.
    """
    given = record.get("protected_names")
    if given is None and isinstance(record.get("identities"), Mapping):
        given = record["identities"]
    if isinstance(given, Mapping):
        given = [given.get("source"), *(given.get("relatives") or ())] if "source" in given else list(given.values())
    return [person for number, entry in enumerate(given or (), 1) if entry for person in [_person(entry, f"p{number}")]]


def _person(entry: object, reference: str) -> NamedPerson:
    if isinstance(entry, str):
        return NamedPerson(reference, (entry,), ())
    if isinstance(entry, Mapping):
        names = [
            name
            for key in ("real_names", "known_aliases", "names", "name", "aliases")
            for name in _strings(entry.get(key))
        ]
        pseudonyms = [name for key in ("pseudonym", "pseudonyms") for name in _strings(entry.get(key))]
        return NamedPerson(
            str(entry.get("entity_id") or entry.get("reference") or reference), tuple(names), tuple(pseudonyms)
        )
    return NamedPerson(reference, tuple(_strings(entry)), ())


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(item) for item in value] if isinstance(value, Iterable) else []
