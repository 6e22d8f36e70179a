"""The themes of a release as its readers see them: labels, paths, the tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from archive.catalogue.models import ContextEntry, Theme
from archive.catalogue.words import forms_in


@dataclass(frozen=True)
class Concept:
    """One theme of a release; `path` holds the codes from the top down to this one."""

    code: str
    slug: str
    path: tuple[str, ...]
    assignable: bool
    labels: dict[str, str] = field(repr=False)
    scope_notes: dict[str, str] = field(repr=False)
    alternatives: dict[str, list[str]] = field(repr=False)

    @property
    def parent(self) -> str:
        """Return the code of the theme above; empty at the top."""
        return self.path[-2] if len(self.path) > 1 else ""

    def label(self, language: str) -> str:
        """Return the name in a language, or in English where it has none."""
        return self.labels.get(language) or self.labels.get("en") or next(iter(self.labels.values()))

    def names(self) -> Iterator[str]:
        """Yield every name it has, in every language."""
        yield from self.labels.values()
        for words in self.alternatives.values():
            yield from words

    def scope_note(self, language: str) -> str:
        """Return the scope note in a language, or in English where it has none."""
        return self.scope_notes.get(language) or self.scope_notes.get("en", "")


@dataclass(frozen=True)
class Thesaurus:
    """All themes of a release, in their order."""

    concepts: tuple[Concept, ...]

    @cached_property
    def by_code(self) -> dict[str, Concept]:
        """Return the themes under their codes."""
        return {concept.code: concept for concept in self.concepts}

    @cached_property
    def by_slug(self) -> dict[str, Concept]:
        """Return the themes under the last part of their addresses."""
        return {concept.slug: concept for concept in self.concepts}

    def below(self, code: str) -> Iterator[Concept]:
        """Yield the themes right below one; below the empty code stand the top ones."""
        return (concept for concept in self.concepts if concept.parent == code)

    def named_by(self, forms: frozenset[str]) -> set[str]:
        """Return the codes of the themes in whose names, in any language, one of these words stands."""
        return {code for code, words in self._words.items() if words & forms}

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        return {concept.code: frozenset(forms_in(" ".join(concept.names()))) for concept in self.concepts}

    def path(self, code: str) -> tuple[Concept, ...]:
        """Return the themes from the top down to this one."""
        return tuple(self.by_code[step] for step in self.by_code[code].path)


def read_thesaurus(using: str) -> Thesaurus:
    """Read the themes of the release under an alias."""
    rows = list(Theme.objects.using(using).order_by("position"))
    parents = {row.code: row.parent for row in rows}
    return Thesaurus(
        tuple(
            Concept(
                code=row.code,
                slug=row.slug,
                path=_path(row.code, parents),
                assignable=row.assignable,
                labels=row.labels,
                scope_notes=row.scope_notes,
                alternatives=row.alternatives,
            )
            for row in rows
        )
    )


def _path(code: str, parents: dict[str, str]) -> tuple[str, ...]:
    path = [code]
    while parent := parents[path[0]]:
        path.insert(0, parent)
    return tuple(path)


def read_collections(using: str) -> dict[str, dict[str, str]]:
    """Read the title of each collection, by code and language."""
    entries = ContextEntry.objects.using(using).filter(kind="collection")
    return {entry.code: {text["language"]: text["title"] for text in entry.texts} for entry in entries}
