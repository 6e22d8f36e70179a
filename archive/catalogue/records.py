"""Frozen records of what the public may read.

A record holds everything of one testimony that would be published, and nothing else: its digest is what a reviewer
approves, what the gate compares and what the release is built from. Two records with equal content have equal
digests on every machine: the canonical form is JSON with sorted keys, no blanks and NFC text in UTF-8.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Literal

from archive.language.codes import NORWEGIAN

RECORD_FORMAT: Final = 1
INTERFACE_LANGUAGES: Final = ("en", "nb")


def interface_for(language: str) -> str:
    """Return the language of the interface that suits a text."""
    return "nb" if language in NORWEGIAN else "en"


class PartKind(StrEnum):
    """How a stretch of published text relates to what was said (same values as `deidentification.treatments`)."""

    PLAIN = "plain"
    NAME = "name"
    COARSE = "coarse"
    SUMMARY = "summary"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of published text of one kind; brackets are added by rendering, never stored."""

    kind: PartKind
    text: str


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """One numbered paragraph, with the codes of the themes it speaks of."""

    number: int
    parts: tuple[Part, ...]
    themes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the words without any mark, closed up as they are read."""
        return "".join([part.text for part in self.parts])


@dataclass(frozen=True, slots=True)
class LanguageRecord:
    """One testimony in one language; `passages` is empty where only title and abstract exist."""

    language: str
    public_name: str
    title: str
    abstract: str
    passages: tuple[PassageRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class AccessCopyRecord:
    """The published edition of one testimony.

    `facets` are (facet, value) codes of `facets.py`; `warnings`, `alterations` and `source_kind` are codes of
    `closed_lists.py`; `collection` is the code of a `ContextRecord` of kind `collection`. `name_changed` is False only
    where a recorded decision names the person openly: then the name bears no brackets.
    """

    public_id: str
    edition: int
    languages: tuple[LanguageRecord, ...]
    facets: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    alterations: tuple[tuple[str, int], ...] = ()
    source_kind: str = ""
    source_year: int | None = None
    collection: str = ""
    name_changed: bool = True

    def texts(self) -> Iterator[str]:
        """Yield every run of words, each passage closed up as it is read."""
        for language in self.languages:
            yield from (language.public_name, language.title, language.abstract)
            yield from (passage.text for passage in language.passages)


@dataclass(frozen=True, slots=True)
class ThemeRecord:
    """One concept of the thesaurus as the public sees it; labels and notes are (language, words) pairs."""

    code: str
    slug: str
    parent: str | None
    labels: tuple[tuple[str, str], ...]
    scope_notes: tuple[tuple[str, str], ...] = ()
    alternatives: tuple[tuple[str, str], ...] = ()
    display: Literal["open", "threshold"] = "open"
    assignable: bool = True


ContextKind = Literal["collection", "case", "figure", "law", "term"]


@dataclass(frozen=True, slots=True)
class ContextText:
    """A context entry in one language; `title` is the statement of a figure or law, the word of a term."""

    language: str
    title: str
    body: tuple[str, ...] = ()
    as_of: str = ""
    origin: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ContextRecord:
    """A background case, figure, point of law, term, or the description of a collection.

    `date` is ISO and sorts points of law; `related` names the codes of entries that say otherwise; `publisher` and
    `year` are of the paper that reports it. A term has one text per language it is given in.
    """

    code: str
    kind: ContextKind
    texts: tuple[ContextText, ...]
    date: str = ""
    topic: str = ""
    publisher: str = ""
    year: int | None = None
    related: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstIssue:
    """The release and month (YYYY-MM) in which an edition was first published."""

    serial: int
    month: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release says of itself; recorded before building, so that the same state gives the same bytes.

    `month` is YYYY-MM, the finest time the room tells. `order_seed` shuffles the rows. `library_versions` and
    `logical_digest` are filled in by the writer: the digest covers the logical rows and does not depend on SQLite.
    """

    serial: int
    trail_head: str
    order_seed: str
    month: str
    format_version: int = RECORD_FORMAT
    library_versions: tuple[tuple[str, str], ...] = ()
    logical_digest: str = ""


def canonical_json(value: object) -> str:
    """Return the one JSON text of a JSON-like value."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return unicodedata.normalize("NFC", text)


def _language_to_data(text: LanguageRecord) -> dict[str, Any]:
    return {
        "language": text.language,
        "public_name": text.public_name,
        "title": text.title,
        "abstract": text.abstract,
        "passages": [passage_to_data(passage) for passage in text.passages],
    }


def passage_to_data(passage: PassageRecord) -> list[Any]:
    """Return a passage as a digest covers it and as it stands in a release."""
    return [passage.number, [[part.kind.value, part.text] for part in passage.parts], list(passage.themes)]


def record_to_json(record: AccessCopyRecord) -> str:
    """Return the canonical text of a record."""
    return canonical_json(
        {
            "format": RECORD_FORMAT,
            "public_id": record.public_id,
            "edition": record.edition,
            "languages": [_language_to_data(text) for text in record.languages],
            "facets": [list(pair) for pair in record.facets],
            "warnings": list(record.warnings),
            "alterations": [list(pair) for pair in record.alterations],
            "source_kind": record.source_kind,
            "source_year": record.source_year,
            "collection": record.collection,
            "name_changed": record.name_changed,
        }
    )


def record_digest(record: AccessCopyRecord) -> str:
    """Return the SHA-256 over the canonical text: what a reviewer approves."""
    return hashlib.sha256(record_to_json(record).encode()).hexdigest()
