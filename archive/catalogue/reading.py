"""Reads the rows of a release back into the records they were written from, for whoever has to compare the two."""

from collections.abc import Iterator

from archive.catalogue.models import FACET_CODES, AccessCopy, AccessCopyText
from archive.catalogue.records import AccessCopyRecord, LanguageRecord, Part, PartKind, PassageRecord
from archive.catalogue.tombstones import NO_TOMBSTONES


def read_records(*, using: str) -> Iterator[AccessCopyRecord]:
    """Yield every access copy of the release under this database alias, by public id; tombstones play no part."""
    texts: dict[int, list[AccessCopyText]] = {}
    for text in AccessCopyText.objects.using(using).order_by("language"):
        texts.setdefault(text.copy_id, []).append(text)
    for copy in AccessCopy.objects.visible(NO_TOMBSTONES, using=using).order_by("public_id"):
        yield AccessCopyRecord(
            public_id=copy.public_id,
            edition=copy.edition,
            languages=tuple(_language(text) for text in texts.get(copy.pk, ())),
            facets=tuple(sorted((code, getattr(copy, code)) for code in FACET_CODES if getattr(copy, code))),
            warnings=tuple(copy.warnings),
            alterations=tuple((kind, count) for kind, count in copy.alterations),
            source_kind=copy.source_kind,
            source_year=copy.source_year,
            collection=copy.collection,
            name_changed=copy.name_changed,
        )


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
