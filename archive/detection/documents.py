"""What real documents ask of an editor: how much there is to decide, and whether nobody's name is left out of it.

A cast names who is to be protected and where: `{"cast": [{"mentions": [{"file", "start", "end"}], "surface_forms": {…} or
[…], "protection_policy": {"action": …}, "kind"?}]}`. Whoever's action is "keep", and who bears no name (`kind` "unnamed"), is
left out. Names are read from outside the project and never repeated: a report says file, offset and count.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive.detection.findings import Finding
from archive.detection.identifiers import find_identifiers
from archive.language.matching import NamedPerson, NameMatcher

_KEPT, _UNNAMED = "keep", "unnamed"


@dataclass(frozen=True)
class Mention:
    """Where a protected person stands in a document."""

    start: int
    end: int


@dataclass(frozen=True)
class DocumentCheck:
    """One document read once: with the names given, or without."""

    file: str
    names_given: bool
    words: int
    candidates: int
    mentions: tuple[Mention, ...]
    missed: tuple[Mention, ...]

    @property
    def per_thousand(self) -> float:
        """Return the candidates per 1,000 words, repeats of a string counted once."""
        return 1000 * self.candidates / self.words if self.words else 0.0

    def line(self) -> str:
        """Return the check as a line that holds no word of the document."""
        given = "names given" if self.names_given else "no names given"
        missed = " ".join(f"{mention.start}-{mention.end}" for mention in self.missed)
        found = f"{len(self.mentions) - len(self.missed)}/{len(self.mentions)} mentions are candidates"
        return (
            f"{self.file:28} {given:14} {self.words:6} words {self.candidates:5} candidates {self.per_thousand:6.0f} "
            f"per 1,000; {found}{f'; missed at {missed}' if missed else ''}"
        )


def check_documents(texts: Mapping[str, str], cast: Sequence[Mapping[str, Any]]) -> Iterator[DocumentCheck]:
    """Yield each document read with its people's names given, and without."""
    protected = [person for person in cast if _is_protected(person)]
    for file, text in sorted(texts.items()):
        mentions = tuple(_mentions(protected, file))
        matcher = NameMatcher(_persons(protected, file)) if mentions else None
        for known in (matcher, None) if matcher else (None,):
            found = [one for one in find_identifiers(text, known_names=known) if one.is_candidate]
            yield DocumentCheck(
                file,
                known is not None,
                len(text.split()),
                len({text[one.start : one.end].casefold() for one in found}),
                mentions,
                tuple(mention for mention in mentions if not _is_among(mention, found, text)),
            )


def _is_protected(person: Mapping[str, Any]) -> bool:
    action = person.get("protection_policy", {}).get("action", "")
    return action != _KEPT and person.get("kind") != _UNNAMED


def _mentions(cast: Sequence[Mapping[str, Any]], file: str) -> Iterator[Mention]:
    for person in cast:
        for mention in person.get("mentions", ()):
            if mention["file"] == file:
                yield Mention(mention["start"], mention["end"])


def _persons(cast: Sequence[Mapping[str, Any]], file: str) -> list[NamedPerson]:
    return [
        NamedPerson(f"p{number}", tuple(person.get("surface_forms", ())), ())
        for number, person in enumerate(cast, 1)
        if any(mention["file"] == file for mention in person.get("mentions", ()))
    ]


def _is_among(mention: Mention, found: Sequence[Finding], text: str) -> bool:
    covered = {place for one in found for place in range(max(one.start, mention.start), min(one.end, mention.end))}
    return all(place in covered for place in range(mention.start, mention.end) if text[place].isalnum())
