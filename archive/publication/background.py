"""The background pages: entries that come with a collection and go out with the next release."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.catalogue.records import ContextRecord, ContextText, canonical_json
from archive.publication.models import ContextSheet
from archive.redaction.elsewhere import record_known_facts
from archive.users.models import User
from archive.vault.sealed import make_data_key


def record_background(records: Sequence[ContextRecord], *, by: User, at: datetime) -> int:
    """Write or rewrite background entries in the order given; return how many there are then."""
    with transaction.atomic():
        held = {sheet.code: sheet for sheet in ContextSheet.objects.all()}
        key = next(iter(held.values())).sealed_under if held else make_data_key()
        for position, record in enumerate(records):
            sheet = held.get(record.code) or ContextSheet(sealed_under=key, code=record.code)
            sheet.position = position
            sheet.content = canonical_json(asdict(record))
            sheet.written_by = by
            sheet.written_at = at
            sheet.save()
        count = ContextSheet.objects.count()
        record_known_facts(_texts(background_records()))
        record_event(
            Act.BACKGROUND_WRITTEN, subject_kind=SubjectKind.RELEASE, by=by.pk, at=at, facts={"entries": count}
        )
    return count


def background_records() -> tuple[ContextRecord, ...]:
    """Return the background entries as a release carries them."""
    return tuple(_record(sheet.content.reveal()) for sheet in ContextSheet.objects.order_by("position"))


def _texts(records: Sequence[ContextRecord]) -> Iterator[tuple[str, str]]:
    """Yield what entries say in each language: what they tell can be looked up by everybody."""
    for record in records:
        for text in record.texts:
            yield "\n".join((text.title, *text.body, text.as_of)), text.language


def _record(content: str) -> ContextRecord:
    data = json.loads(content)
    texts = tuple(ContextText(**{**text, "body": tuple(text["body"])}) for text in data.pop("texts"))
    return ContextRecord(**{**data, "texts": texts, "related": tuple(data["related"]), "themes": tuple(data["themes"])})
