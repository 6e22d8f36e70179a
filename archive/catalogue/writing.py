"""Writes a release file: fresh from nothing, in one pass, and the same bytes for the same records.

What makes the bytes equal: ids and order come from the data, one writer, fixed page size and FTS5 hash size, no clock,
sorted sets, and a closing `VACUUM INTO`. They still depend on the versions of SQLite and of the stemmer, which the
manifest names; the logical digest in it does not, so another machine can check the content.

Texts stand in clear, not compressed: the gate searches every byte of this file for protected names.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from django.db import models

from archive.catalogue.building import (
    Index,
    Placed,
    Row,
    context_rows,
    context_texts_to_data,
    copy_rows,
    copy_theme_rows,
    facet_bits_rows,
    in_release_order,
    text_rows,
    theme_rows,
)
from archive.catalogue.models import (
    RELEASE_MODELS,
    AccessCopy,
    AccessCopyText,
    ContextEntry,
    CopyTheme,
    FacetBits,
    ReleaseManifest,
    Theme,
    WordForm,
)
from archive.catalogue.opening import release_database
from archive.catalogue.records import (
    AccessCopyRecord,
    ContextRecord,
    FirstIssue,
    Manifest,
    ThemeRecord,
    canonical_json,
    record_to_json,
)
from archive.catalogue.replacing import sync
from archive.catalogue.threshold import DEFAULT_THRESHOLD, apply_display_threshold

PAGE_SIZE: Final = 4096
HASH_SIZE: Final = 268_435_456  # halves the time to index; part of the format, because it shapes the segments
RANK: Final = "bm25(6.0, 3.0, 1.0, 1.5)"  # a word in the title or abstract says more than one in the body


def write_release_file(
    path: Path,
    *,
    manifest: Manifest,
    themes: Sequence[ThemeRecord],
    copies: Iterable[AccessCopyRecord],
    contexts: Sequence[ContextRecord] = (),
    issues: Mapping[str, FirstIssue] | None = None,
    units: Mapping[str, str] | None = None,
    threshold: int = DEFAULT_THRESHOLD,
) -> Manifest:
    """Write a release to a new file and return its manifest, complete with digest and library versions.

    `issues` says in which release an edition first stood (this one, where it is silent); `units` gives the disclosure
    unit of each public id and is not written. Refuses to write over a file.
    """
    if path.exists():
        raise FileExistsError(f"{path} is already there. A release is never changed: write beside it, then rename.")
    shown = apply_display_threshold(list(copies), themes=themes, units=units or {}, threshold=threshold)
    placed = in_release_order(shown, themes=themes, issues=issues or {}, manifest=manifest)
    carried = {code for one in placed for code in one.themes}
    complete = replace(
        manifest,
        library_versions=library_versions(),
        logical_digest=_logical_digest(
            manifest, placed, [theme for theme in themes if theme.code in carried], contexts
        ),
    )
    draft = path.with_name(f".{path.name}.building")
    draft.unlink(missing_ok=True)
    try:
        _make_tables(draft)
        _fill(draft, complete, placed=placed, themes=themes, contexts=contexts, threshold=threshold)
        _compact(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return complete


def library_versions() -> tuple[tuple[str, str], ...]:
    """Return the versions on which the bytes of a release depend."""
    return ("PyStemmer", version("PyStemmer")), ("SQLite", sqlite3.sqlite_version)


def _logical_digest(
    manifest: Manifest, placed: Iterable[Placed], themes: Iterable[ThemeRecord], contexts: Iterable[ContextRecord]
) -> str:
    digest = hashlib.sha256()
    for line in _logical_lines(manifest, placed, themes, contexts):
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def _logical_lines(
    manifest: Manifest, placed: Iterable[Placed], themes: Iterable[ThemeRecord], contexts: Iterable[ContextRecord]
) -> Iterator[str]:
    yield canonical_json([manifest.serial, manifest.month, manifest.trail_head, manifest.format_version])
    for theme in themes:
        yield canonical_json(
            [theme.code, theme.slug, theme.parent, dict(theme.labels), dict(theme.scope_notes), theme.alternatives]
        )
    for one in sorted(placed, key=lambda one: one.record.public_id):
        yield canonical_json([one.issue.serial, one.issue.month])
        yield record_to_json(one.record)
    for entry in contexts:
        yield canonical_json(
            [
                *(entry.code, entry.kind, entry.date, entry.topic, entry.publisher, entry.year),
                *(entry.related, entry.themes, context_texts_to_data(entry)),
            ]
        )


def _make_tables(draft: Path) -> None:
    with release_database(draft, writable=True) as connection:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA page_size={PAGE_SIZE}")
        with connection.schema_editor() as editor:
            for model in RELEASE_MODELS:
                editor.create_model(model)
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE VIRTUAL TABLE search USING fts5(title, abstract, body, themes, content='', tokenize='ascii')"
            )


def _fill(
    draft: Path,
    manifest: Manifest,
    *,
    placed: Sequence[Placed],
    themes: Sequence[ThemeRecord],
    contexts: Sequence[ContextRecord],
    threshold: int,
) -> None:
    index = Index(themes)
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        _insert(connection, AccessCopy, copy_rows(placed))
        _insert(connection, AccessCopyText, text_rows(placed))
        _insert(connection, Theme, theme_rows(themes, placed))
        _insert(connection, CopyTheme, copy_theme_rows(placed))
        _insert(connection, FacetBits, facet_bits_rows(placed))
        codes = {code for one in placed for code in one.themes}
        _insert(connection, ContextEntry, context_rows(contexts, codes))
        connection.execute("INSERT INTO search(search, rank) VALUES('hashsize', ?)", (HASH_SIZE,))
        connection.execute("INSERT INTO search(search, rank) VALUES('rank', ?)", (RANK,))
        connection.executemany(
            "INSERT INTO search(rowid, title, abstract, body, themes) VALUES(?, ?, ?, ?, ?)", index.rows(placed)
        )
        connection.execute("INSERT INTO search(search) VALUES('optimize')")
        _insert(connection, WordForm, index.form_rows())
        _insert(connection, ReleaseManifest, [_manifest_row(manifest, copies=len(placed), threshold=threshold)])
        connection.execute("COMMIT")
    finally:
        connection.close()


def _manifest_row(manifest: Manifest, *, copies: int, threshold: int) -> Row:
    return (
        manifest.serial,
        manifest.month,
        manifest.trail_head,
        manifest.order_seed,
        manifest.format_version,
        canonical_json(dict(manifest.library_versions)),
        manifest.logical_digest,
        copies,
        threshold,
    )


def _insert(connection: sqlite3.Connection, model: type[models.Model], rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows whose values stand in the order of the columns in the table."""
    columns = [str(field.column) for field in model._meta.concrete_fields]
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608 - names of our own models


def _compact(draft: Path, path: Path) -> None:
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        connection.execute("VACUUM INTO ?", (str(path),))
    finally:
        connection.close()
    sync(path)
    sync(path.parent)
