"""What the gate looks at: an edition, the record it renders to today, and the rows a candidate release holds of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from django.views.decorators.debug import sensitive_variables

from archive.audit.triggers import missing_triggers
from archive.catalogue.opening import release_database
from archive.catalogue.pages import testimony_pages
from archive.catalogue.reading import read_records
from archive.catalogue.records import AccessCopyRecord, ContextRecord, FirstIssue, Manifest, ThemeRecord
from archive.catalogue.threshold import apply_display_threshold
from archive.catalogue.writing import write_release_file
from archive.language.matching import NameMatcher
from archive.redaction.models import IdentifyingSpan
from archive.redaction.rendering import OpenedTelling, RedactedText, open_tellings, public_names, render_opened
from archive.redaction.spans import spans_of
from archive.testimonies.models import Edition
from archive.themes.thesaurus import export_concepts
from archive.users.models import User
from archive.vault.naming import pseudonym_bearers


@dataclass(frozen=True, slots=True)
class Candidate:
    """One edition before the gate. `expected` is its record as the release may show it, `written` what was written."""

    edition: Edition
    redacted: RedactedText
    expected: AccessCopyRecord = field(repr=False)
    written: AccessCopyRecord | None = field(repr=False)
    pages: tuple[str, ...] = field(repr=False)
    opened: tuple[OpenedTelling, ...] = field(repr=False)
    spans: tuple[IdentifyingSpan, ...] = field(repr=False)
    allowed: tuple[str, ...] = field(repr=False)
    matcher: NameMatcher = field(repr=False)
    at: datetime
    tombstoned: bool
    bearers: Mapping[str, frozenset[object]] = field(repr=False)
    missing_rules: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition rendered, not yet written."""

    edition: Edition
    redacted: RedactedText
    opened: tuple[OpenedTelling, ...] = field(repr=False)
    spans: tuple[IdentifyingSpan, ...] = field(repr=False)


@sensitive_variables("opened")
def prepare(edition: Edition, *, by: User, at: datetime) -> Prepared:
    """Open and render an edition as its decisions stand now."""
    opened = open_tellings(edition, by=by, at=at, purpose="publication")
    spans = spans_of(edition)
    return Prepared(edition, render_opened(edition, opened, spans), tuple(opened), tuple(spans))


def theme_records() -> tuple[ThemeRecord, ...]:
    """Return the thesaurus as a release carries it."""
    return tuple(
        ThemeRecord(
            code=draft.code,
            slug=draft.slug,
            parent=draft.broader,
            labels=draft.labels,
            scope_notes=draft.scope_notes,
            display="threshold" if draft.display == "threshold" else "open",
            assignable=draft.assignable,
        )
        for draft in export_concepts()
    )


@dataclass(frozen=True, slots=True)
class Draft:
    """What goes into a candidate file."""

    manifest: Manifest
    trail_seq: int
    prepared: tuple[Prepared, ...]
    contexts: tuple[ContextRecord, ...]
    issues: Mapping[str, FirstIssue]
    threshold: int


def write_candidate(path: Path, draft: Draft) -> Manifest:
    """Write a candidate file, rows and index, and return its manifest."""
    return write_release_file(
        path,
        manifest=draft.manifest,
        themes=theme_records(),
        copies=[one.redacted.record for one in draft.prepared],
        contexts=draft.contexts,
        issues=draft.issues,
        units=_units(draft.prepared),
        threshold=draft.threshold,
    )


def read_candidates(
    path: Path, draft: Draft, *, matcher: NameMatcher, tombstoned: frozenset[str], at: datetime
) -> list[Candidate]:
    """Return what the gate judges: each edition beside the rows just written of it, rendered as the room will."""
    expected = {
        record.public_id: record
        for record in apply_display_threshold(
            [one.redacted.record for one in draft.prepared],
            themes=theme_records(),
            units=_units(draft.prepared),
            threshold=draft.threshold,
        )
    }
    with release_database(path) as connection:
        written = {record.public_id: record for record in read_records(using=connection.alias)}
        pages: dict[str, list[str]] = {}
        for page in testimony_pages(using=connection.alias):
            pages.setdefault(page.public_id, []).append(page.html)
    # asked once for all: they are the same for every edition, and there may be ten thousand
    bearers, missing_rules = pseudonym_bearers(), len(missing_triggers())
    candidates = []
    for one in draft.prepared:
        public_id = one.edition.testimony.public_id
        row = written.get(public_id)
        candidates.append(
            Candidate(
                edition=one.edition,
                redacted=one.redacted,
                expected=_in_order(expected[public_id]),
                written=row,
                pages=tuple(pages.get(public_id, ())),
                opened=one.opened,
                spans=one.spans,
                allowed=tuple(sorted(set(public_names(one.edition).values()) | _pseudonyms(one.edition))),
                matcher=matcher,
                at=at,
                tombstoned=public_id in tombstoned,
                bearers=bearers,
                missing_rules=missing_rules,
            )
        )
    return candidates


def _units(prepared: Sequence[Prepared]) -> dict[str, str]:
    return {one.edition.testimony.public_id: str(one.edition.testimony.disclosure_unit) for one in prepared}


def _in_order(record: AccessCopyRecord) -> AccessCopyRecord:
    """Return the record in the order in which rows are read back."""
    return replace(
        record,
        languages=tuple(sorted(record.languages, key=lambda text: text.language)),
        facets=tuple(sorted(record.facets)),
    )


def _pseudonyms(edition: Edition) -> set[str]:
    names: set[str] = set()
    for appearance in edition.testimony.appearances.all():
        for decision in appearance.person.naming_decisions.all():
            if decision.superseded_at is None:
                names |= set(decision.pseudonyms_by_language().values())
    return names
