"""Reads the rows of a release back into the records they were written from, for whoever has to compare the two."""

from collections.abc import Collection, Iterable, Iterator

from archive.catalogue.facets import FACET_CODES
from archive.catalogue.models import AccessCopy, AccessCopyText
from archive.catalogue.records import AccessCopyRecord, LanguageRecord, Part, PartKind, PassageRecord
from archive.catalogue.tombstones import NO_TOMBSTONES

_AT_ONCE = 200


def read_records(*, using: str, only: Collection[str] | None = None) -> Iterator[AccessCopyRecord]:
    """Yield the access copies of the release under a database alias, all or those of some public ids.

    Tombstones play no part: this is for whoever compares a file with what it was written from.
    """
    for copy, own in copies_with_texts(using=using, only=only):
        yield record_of(copy, own)


def record_of(copy: AccessCopy, texts: Iterable[AccessCopyText]) -> AccessCopyRecord:
    """Return the record from which the rows of one access copy were written."""
    return AccessCopyRecord(
        public_id=copy.public_id,
        edition=copy.edition,
        languages=tuple(_language(text) for text in texts),
        facets=tuple(sorted((code, getattr(copy, code)) for code in FACET_CODES if getattr(copy, code))),
        warnings=tuple(copy.warnings),
        alterations=tuple((kind, count) for kind, count in copy.alterations),
        source_kind=copy.source_kind,
        source_year=copy.source_year,
        collection=copy.collection,
        name_changed=copy.name_changed,
    )


def public_ids(*, using: str, only: Collection[str] | None = None) -> list[str]:
    """Return the public ids of the release under a database alias, or those of some that are in it, row by row."""
    copies = AccessCopy.objects.visible(NO_TOMBSTONES, using=using).order_by("pk")
    if only is None:
        return list(copies.values_list("public_id", flat=True))
    wanted = sorted(only)
    rows = [
        row
        for start in range(0, len(wanted), _AT_ONCE)
        for row in copies.filter(public_id__in=wanted[start : start + _AT_ONCE]).values_list("pk", "public_id")
    ]
    return [public_id for _, public_id in sorted(rows)]


def read_texts(*, using: str, only: Collection[str] | None = None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the public id of each access copy with every run of its words, each passage closed up as it is read."""
    for copy, own in copies_with_texts(using=using, only=only):
        yield copy.public_id, tuple(words for text in own for words in _runs(text))


def copies_with_texts(
    *, using: str, only: Collection[str] | None = None
) -> Iterator[tuple[AccessCopy, list[AccessCopyText]]]:
    """Yield access copies in the order of their rows, each with its texts by language."""
    for part in _parts(public_ids(using=using, only=only), using=using):
        texts: dict[int, list[AccessCopyText]] = {}
        for text in (
            AccessCopyText.objects.using(using).filter(copy__in=[copy.pk for copy in part]).order_by("language")
        ):
            texts.setdefault(text.copy_id, []).append(text)
        for copy in part:
            yield copy, texts.get(copy.pk, [])


def _parts(wanted: list[str], *, using: str) -> Iterator[list[AccessCopy]]:
    copies = AccessCopy.objects.visible(NO_TOMBSTONES, using=using).order_by("pk")
    for start in range(0, len(wanted), _AT_ONCE):
        yield list(copies.filter(public_id__in=wanted[start : start + _AT_ONCE]))


def _runs(text: AccessCopyText) -> Iterator[str]:
    yield from (text.public_name, text.title, text.abstract)
    for _number, parts, _themes in text.passages:
        yield "".join(words for _kind, words in parts)


def _language(text: AccessCopyText) -> LanguageRecord:
    return LanguageRecord(
        language=text.language,
        public_name=text.public_name,
        title=text.title,
        abstract=text.abstract,
        passages=tuple(
            PassageRecord(number, tuple(Part(PartKind(kind), words) for kind, words in parts), tuple(themes))
            for number, parts, themes in text.passages
        ),
    )
