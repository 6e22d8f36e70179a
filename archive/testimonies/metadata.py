"""The metadata file of an accession from the command line (TOML), read into the same drafts the desk makes.

collection = "interviews"
collection_title = "Interviews"

[source]
kind = "interview"            # a code of catalogue.closed_lists.SOURCE_KINDS
year = 2025
title = "…"                   # sealed, as is all below except codes
custody_note = "…"
form = "plain"                # or "html"; without it the archive looks for itself

[[persons]]
key = "narrator"
naming = "changed_by_source"  # without it: undecided, which protects
evidence = "…"
pseudonyms = { en = "…", nb = "…" }
names = [ { name = "…", kind = "legal" } ]

[[testimonies]]
tellings = [ { language = "en", passages = "1-9, 12, 15-" } ]   # without passages: the whole text
persons = [ { key = "narrator", part = "protagonist", narrates = true } ]
"""

import tomllib
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from archive.testimonies.accession import (
    AccessionRefused,
    PersonDraft,
    SourceDraft,
    TellingDraft,
    TestimonyDraft,
)
from archive.testimonies.passages import MarkRefused, marked_ranges, passages_of
from archive.testimonies.repair import RepairedText, read_received
from archive.vault.models import NameKind, NamingKind
from archive.vault.naming import NameDraft


@dataclass(frozen=True, slots=True)
class AccessionMetadata:
    """Everything `accession_source` asks besides the text."""

    collection: str
    collection_title: str = field(repr=False)
    source: SourceDraft
    narrators: tuple[TestimonyDraft, ...] = field(repr=False)
    repaired: RepairedText = field(repr=False)


def read_metadata(content: str, *, received: bytes, limit: int) -> AccessionMetadata:
    """Return the drafts that a metadata file describes for received bytes.

    Raises `AccessionRefused` with what is wrong in the file, and `NotText` for bytes that are no text.
    """
    try:
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise AccessionRefused(
            _("The metadata file is not TOML: %(error)s. Correct the line and try again.") % {"error": error}
        ) from None
    try:
        persons = {row["key"]: _person(row) for row in data.get("persons", ())}
        source = data["source"]
        repaired = read_received(received, declared=source.get("form"), limit=limit)
        narrators = tuple(_testimony(row, persons, text=repaired.text) for row in data["testimonies"])
        return AccessionMetadata(
            collection=data["collection"],
            collection_title=data.get("collection_title", data["collection"]),
            source=SourceDraft(
                kind=source["kind"],
                year=source.get("year"),
                title=source.get("title", ""),
                custody_note=source.get("custody_note", ""),
                form=source.get("form"),
            ),
            narrators=narrators,
            repaired=repaired,
        )
    except KeyError as error:
        message = _("The metadata file lacks %(error)s. Look at the example in `archive/testimonies/metadata.py`.") % {
            "error": error
        }
        raise AccessionRefused(message) from None


def _person(row: dict[str, Any]) -> PersonDraft:
    return PersonDraft(
        key=row["key"],
        part="other",
        names=tuple(NameDraft(name["name"], name.get("kind", NameKind.LEGAL)) for name in row.get("names", ())),
        naming=row.get("naming", NamingKind.UNDECIDED),
        evidence=row.get("evidence", ""),
        pseudonyms=tuple(sorted(row.get("pseudonyms", {}).items())),
    )


def _testimony(row: dict[str, Any], persons: dict[str, PersonDraft], *, text: str) -> TestimonyDraft:
    return TestimonyDraft(
        tellings=tuple(_telling(telling, text=text) for telling in row["tellings"]),
        persons=tuple(
            replace(persons[person["key"]], part=person["part"], narrates=bool(person.get("narrates")))
            for person in row["persons"]
        ),
    )


def _telling(row: dict[str, Any], *, text: str) -> TellingDraft:
    if "passages" not in row:
        return TellingDraft(row["language"])
    try:
        return TellingDraft(row["language"], marked_ranges(str(row["passages"]), passages_of(text)))
    except MarkRefused as refusal:
        raise AccessionRefused(str(refusal)) from None
