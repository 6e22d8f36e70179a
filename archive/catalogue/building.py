"""Rows of a release, from records: what each table holds, in its order, with nothing taken from a clock or a hash seed.

The order of access copies is by the release that first carried them and then by a keyed shuffle of the public id, so
that it tells neither when a text came nor which came together. Newest is highest.
"""

import hmac
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive.catalogue.bitsets import bits_of, bits_to_bytes
from archive.catalogue.facets import FACET_CODES, facet_named
from archive.catalogue.records import (
    AccessCopyRecord,
    ContextRecord,
    FirstIssue,
    LanguageRecord,
    Manifest,
    ThemeRecord,
    canonical_json,
    passage_to_data,
)
from archive.catalogue.threshold import themes_carried
from archive.catalogue.words import forms_in, stem
from archive.language.codes import LANGUAGES

Row = tuple[Any, ...]


class UnknownTheme(ValueError):
    """A passage names a theme that is not in the thesaurus of this release."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A record with its row number, its first issue and every theme it carries, those above included."""

    row: int
    record: AccessCopyRecord
    issue: FirstIssue
    themes: tuple[str, ...]


def in_release_order(
    copies: Iterable[AccessCopyRecord],
    *,
    themes: Sequence[ThemeRecord],
    issues: Mapping[str, FirstIssue],
    manifest: Manifest,
) -> list[Placed]:
    """Return the copies as rows, oldest first."""
    this = FirstIssue(manifest.serial, manifest.month)
    seed = manifest.order_seed.encode()
    above = _with_broader(themes)
    ordered = sorted(
        ((copy, issues.get(copy.public_id, this)) for copy in copies),
        key=lambda pair: (pair[1].serial, hmac.digest(seed, pair[0].public_id.encode(), "sha256")),
    )
    return [Placed(row, copy, issue, _all_themes(copy, above)) for row, (copy, issue) in enumerate(ordered, start=1)]


def _with_broader(themes: Sequence[ThemeRecord]) -> dict[str, tuple[str, ...]]:
    """Return for each theme the chain from it to its top; a parent stands before its narrower themes."""
    chains: dict[str, tuple[str, ...]] = {}
    for theme in themes:
        if theme.parent is not None and theme.parent not in chains:
            raise UnknownTheme(f"Theme {theme.code} stands under {theme.parent}, which does not come before it.")
        chains[theme.code] = (theme.code, *(chains[theme.parent] if theme.parent is not None else ()))
    return chains


def _all_themes(copy: AccessCopyRecord, above: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    try:
        return tuple(sorted({code for carried in themes_carried(copy) for code in above[carried]}))
    except KeyError as missing:
        raise UnknownTheme(
            f"A passage carries theme {missing}, which is not in the thesaurus of this release."
        ) from None


def copy_rows(placed: Iterable[Placed]) -> Iterator[Row]:
    """Yield the rows of `access_copy`."""
    for one in placed:
        record, facets = one.record, dict(one.record.facets)
        yield (
            one.row,
            record.public_id,
            record.edition,
            one.issue.serial,
            one.issue.month,
            record.collection,
            record.source_kind,
            record.source_year,
            record.name_changed,
            *(facets.get(code, "") for code in FACET_CODES),
            canonical_json(list(record.warnings)),
            canonical_json([list(pair) for pair in record.alterations]),
        )


def text_rows(placed: Iterable[Placed]) -> Iterator[Row]:
    """Yield the rows of `access_copy_text`."""
    number = 0
    for one in placed:
        for text in sorted(one.record.languages, key=lambda text: text.language):
            number += 1
            passages = canonical_json([passage_to_data(passage) for passage in text.passages])
            words = sum(len(passage.text.split()) for passage in text.passages)
            yield number, one.row, text.language, text.public_name, text.title, text.abstract, passages, words


def theme_rows(themes: Sequence[ThemeRecord], placed: Iterable[Placed]) -> Iterator[Row]:
    """Yield the rows of `theme`: those that a copy of this release carries, and no other."""
    carried = {code for one in placed for code in one.themes}
    for position, theme in enumerate(themes, start=1):
        if theme.code in carried:
            yield (
                theme.code,
                theme.slug,
                theme.parent or "",
                position,
                theme.assignable,
                canonical_json(dict(theme.labels)),
                canonical_json(dict(theme.scope_notes)),
                canonical_json(_listed(theme.alternatives)),
            )


def _listed(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    listed: dict[str, list[str]] = defaultdict(list)
    for language, words in pairs:
        listed[language].append(words)
    return listed


def copy_theme_rows(placed: Iterable[Placed]) -> Iterator[Row]:
    """Yield the rows of `copy_theme`."""
    pairs = sorted((code, one.row) for one in placed for code in one.themes)
    for number, (code, row) in enumerate(pairs, start=1):
        yield number, row, code


def facet_bits_rows(placed: Sequence[Placed]) -> Iterator[Row]:
    """Yield the rows of `facet_bits`: one set for each value of each facet, theme, language and collection."""
    sets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in placed:
        for key in _keys_of(one):
            sets[key].append(one.row)
    for number, (key, rows) in enumerate(sorted(sets.items()), start=1):
        yield number, *key, bits_to_bytes(bits_of(rows))


def _keys_of(one: Placed) -> Iterator[tuple[str, str]]:
    for facet, told in one.record.facets:
        # Whoever asks for Europe means Northern Europe too.
        yield from ((facet, value.code) for value in facet_named(facet).with_broader(told))
    yield from (("theme", code) for code in one.themes)
    yield from (("language", text.language) for text in one.record.languages if text.passages)
    if one.record.collection:
        yield "collection", one.record.collection


def context_rows(contexts: Iterable[ContextRecord], codes: Iterable[str]) -> Iterator[Row]:
    """Yield the rows of `context_entry`, in the order given; themes that are not in the release are left out."""
    known = frozenset(codes)
    for position, entry in enumerate(contexts, start=1):
        yield (
            entry.code,
            entry.kind,
            position,
            entry.date,
            entry.topic,
            entry.publisher,
            entry.year,
            canonical_json(context_texts_to_data(entry)),
            canonical_json(list(entry.related)),
            canonical_json([code for code in entry.themes if code in known]),
        )


def context_texts_to_data(entry: ContextRecord) -> list[dict[str, Any]]:
    """Return the texts of an entry as they stand in a release."""
    return [
        {
            "language": text.language,
            "title": text.title,
            "body": list(text.body),
            "as_of": text.as_of,
            "origin": text.origin,
            "doubt": text.doubt,
        }
        for text in entry.texts
    ]


class _Stems(dict[str, str]):
    """The stem of every form met in one language, each worked out once: a release repeats its words thousandfold."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, form: str) -> str:
        found = self[form] = stem(form, self.language)
        return found


class Index:
    """The word index of a release while it is built: stems of each copy, and the forms that each stem stands for."""

    def __init__(self, themes: Sequence[ThemeRecord]) -> None:
        """Prepare the words of the themes: an account is found by the name of its themes in any language."""
        self._known: dict[str, _Stems] = {language: _Stems(language) for language in LANGUAGES}
        self._theme_words = {
            theme.code: " ".join(
                self._stems(words, language) for language, words in (*theme.labels, *theme.alternatives)
            )
            for theme in themes
        }

    def rows(self, placed: Iterable[Placed]) -> Iterator[Row]:
        """Yield the rows of `search`: row number, title, abstract, body, themes."""
        for one in placed:
            texts = sorted(one.record.languages, key=lambda text: text.language)
            yield (
                one.row,
                " ".join(self._stems(text.title, text.language) for text in texts),
                " ".join(self._stems(text.abstract, text.language) for text in texts),
                " ".join(self._body(text) for text in texts),
                " ".join(self._theme_words[code] for code in one.themes),
            )

    def form_rows(self) -> Iterator[Row]:
        """Yield the rows of `word_form`, once all rows of `search` have been made."""
        pairs = {(found, form) for known in self._known.values() for form, found in known.items() if found}
        for number, pair in enumerate(sorted(pairs), start=1):
            yield number, *pair

    def _body(self, text: LanguageRecord) -> str:
        return self._stems("\n".join(passage.text for passage in text.passages), text.language)

    def _stems(self, words: str, language: str) -> str:
        return " ".join(filter(None, map(self._known[language].__getitem__, forms_in(words))))
