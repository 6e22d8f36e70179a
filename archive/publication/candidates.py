"""A candidate file: written from what passed the desk's side of the gate, read back and rendered as the room will."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from uuid import UUID

from archive.catalogue.opening import release_database
from archive.catalogue.pages import testimony_pages
from archive.catalogue.reading import copies_with_texts, record_of
from archive.catalogue.records import AccessCopyRecord, ContextRecord, FirstIssue, Manifest, ThemeRecord
from archive.catalogue.threshold import apply_display_threshold
from archive.catalogue.writing import write_release_file
from archive.language.matching import NameMatcher
from archive.publication.obstacles import Obstacle
from archive.publication.proved_lines import ProvedLines
from archive.redaction.standing_names import StandingLift
from archive.themes.thesaurus import export_concepts


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition rendered and judged at the desk's side: what may be written of it, and what the room's side may find.

    It holds no original and no protected name, so it may travel between processes.
    """

    edition: UUID
    public_id: str
    unit: str
    digest: str
    record: AccessCopyRecord | None = field(repr=False)
    allowed: tuple[str, ...] = field(default=(), repr=False)
    kept: frozenset[str] = field(default=frozenset(), repr=False)
    lifted: tuple[StandingLift, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()


@dataclass(frozen=True, slots=True)
class Showing:
    """What a candidate file would show of one edition, beside what it should show."""

    expected: AccessCopyRecord = field(repr=False)
    written: AccessCopyRecord | None = field(repr=False)
    pages: tuple[str, ...] = field(repr=False)
    allowed: tuple[str, ...] = field(repr=False)
    kept: frozenset[str] = field(repr=False)
    matcher: NameMatcher = field(repr=False)
    proved: ProvedLines = field(repr=False)
    lifted: tuple[StandingLift, ...] = ()


@dataclass(frozen=True)
class Draft:
    """What goes into a candidate file."""

    manifest: Manifest
    trail_seq: int
    prepared: tuple[Prepared, ...]
    contexts: tuple[ContextRecord, ...]
    issues: Mapping[str, FirstIssue]
    threshold: int

    @property
    def records(self) -> list[AccessCopyRecord]:
        """Return the records to be written."""
        return [one.record for one in self.prepared if one.record is not None]

    @cached_property
    def expected(self) -> dict[str, AccessCopyRecord]:
        """Return what the file should show of each public id: the approved record under the display threshold."""
        shown = apply_display_threshold(
            self.records, themes=theme_records(), units=self.units, threshold=self.threshold
        )
        return {record.public_id: _in_order_of_rows(record) for record in shown}

    @property
    def units(self) -> dict[str, str]:
        """Return the disclosure unit of each public id."""
        return {one.public_id: one.unit for one in self.prepared}


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


def write_candidate(path: Path, draft: Draft) -> Manifest:
    """Write a candidate file, rows and index, and return its manifest."""
    return write_release_file(
        path,
        manifest=draft.manifest,
        themes=theme_records(),
        copies=draft.records,
        contexts=draft.contexts,
        issues=draft.issues,
        units=draft.units,
        threshold=draft.threshold,
    )


def read_showings(
    path: Path,
    prepared: Sequence[Prepared],
    *,
    expected: Mapping[str, AccessCopyRecord],
    matcher: NameMatcher,
) -> Iterator[tuple[Prepared, Showing]]:
    """Yield what the file shows of each edition: its rows read back, its pages rendered as the room renders them."""
    wanted: Collection[str] = frozenset(one.public_id for one in prepared)
    with release_database(path) as connection:
        rows = list(copies_with_texts(using=connection.alias, only=wanted))
        written = {copy.public_id: record_of(copy, texts) for copy, texts in rows}
        pages: dict[str, list[str]] = {}
        for page in testimony_pages(rows, using=connection.alias):
            pages.setdefault(page.public_id, []).append(page.html)
    proved = ProvedLines()
    for one in prepared:
        yield (
            one,
            Showing(
                expected=expected[one.public_id],
                written=written.get(one.public_id),
                pages=tuple(pages.get(one.public_id, ())),
                allowed=one.allowed,
                kept=one.kept,
                matcher=matcher,
                proved=proved,
                lifted=one.lifted,
            ),
        )


def _in_order_of_rows(record: AccessCopyRecord) -> AccessCopyRecord:
    return replace(
        record,
        languages=tuple(sorted(record.languages, key=lambda text: text.language)),
        facets=tuple(sorted(record.facets)),
    )
