"""Takes originals into the vault and opens them again, each opening named and on the trail."""

import base64
from collections.abc import Sequence
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import NewEvent, record_events
from archive.users.models import User
from archive.vault.keyring import current_ring
from archive.vault.models import MarkedRange, Original, Received
from archive.vault.sealed import DataKey, make_data_key

Purpose = Literal["detection", "redaction", "review", "publication", "accession"]


class AlreadyHeld(ValueError):
    """The same bytes are in the vault."""


@sensitive_variables("content")
def digest_of_received(content: bytes) -> str:
    """Return the keyed digest by which the same bytes are known again."""
    return current_ring().keyed_digest("received", content)


@sensitive_variables("content", "file_name")
def deposit_received(content: bytes, *, file_name: str, by: User, at: datetime) -> Received:
    """Seal the bytes of one source as they came; raises `AlreadyHeld` for bytes the vault has."""
    digest = digest_of_received(content)
    if Received.objects.filter(digest=digest).exists():
        message = _(
            "This text is already held: the archive has received the very same bytes before. Open the source "
            "they came with; if this is a corrected text, accession the corrected file."
        )
        raise AlreadyHeld(message)
    received = Received(
        sealed_under=make_data_key(),
        digest=digest,
        length=len(content),
        file_name=file_name,
        content=base64.b85encode(content).decode(),
        deposited_by=by,
        deposited_at=at,
    )
    received.save(force_insert=True)
    return received


@sensitive_variables("text")
def deposit_original(
    received: Received, *, language: str, ranges: Sequence[tuple[int, int]], text: str, sealed_under: DataKey
) -> Original:
    """Seal the working text of one testimony under its narrator's key, and keep of which ranges of the source it is."""
    original = Original(received=received, language=language, text=text, sealed_under=sealed_under)
    with transaction.atomic():
        original.save(force_insert=True)
        MarkedRange.objects.bulk_create(
            MarkedRange(original=original, place=place, start=start, end=end)
            for place, (start, end) in enumerate(ranges, start=1)
        )
    return original


def record_openings(originals: Sequence[UUID], *, by: User, at: datetime, purpose: Purpose) -> None:
    """Leave the events of many openings at once, before `open_recorded` opens them."""
    with transaction.atomic():
        events = [
            NewEvent(Act.ORIGINAL_OPENED, SubjectKind.ORIGINAL, original, {"purpose": purpose})
            for original in originals
        ]
        record_events(events, by=by.pk, at=at)


def open_recorded(original: Original) -> str:
    """Return the working text of an original whose opening is on the trail already (`record_openings`)."""
    text: str = original.text.reveal()
    return text


def open_original(original: Original, *, by: User, at: datetime, purpose: Purpose) -> str:
    """Return the working text and leave an event that says who opened it, and what for."""
    record_openings([original.pk], by=by, at=at, purpose=purpose)
    return open_recorded(original)
