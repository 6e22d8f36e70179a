"""The page of one testimony, and what stands at its address when it has been withdrawn."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse

from archive.catalogue import addresses
from archive.catalogue.cards import testimony_card
from archive.catalogue.models import AccessCopy
from archive.catalogue.pages import render_testimony
from archive.catalogue.routing import release_alias
from archive.catalogue.tombstones import Tombstone
from archive.catalogue.wording import month_words
from archive.reading_room.reading import Reading, page, reading
from archive.reading_room.results import texts_of


def testimony(
    request: HttpRequest,
    interface: str,
    public_id: str,
    edition: int | None = None,  # noqa: PT028 - no test
    text_language: str = "",  # noqa: PT028 - no test
) -> HttpResponse:
    """Show the standing edition; a stone answers 410, all else that is not shown answers one and the same 404."""
    look = reading(request, interface)
    if stone := look.tombstones.stone(public_id):
        return _stone(look, stone)
    try:
        copy = look.copies.get(public_id=public_id)
    except AccessCopy.DoesNotExist:
        raise Http404 from None
    texts = texts_of([copy.pk], using=release_alias())[copy.pk]
    unknown_text = text_language and text_language not in {text.language for text in texts}
    if unknown_text or edition not in {None, copy.edition}:
        raise Http404
    card = testimony_card(
        copy,
        texts,
        interface=interface,
        text_language=text_language,
        thesaurus=look.release.thesaurus,
        collections=look.release.collections,
    )
    address = partial(addresses.testimony, public_id=public_id, text_language=text_language)
    return HttpResponse(render_testimony(card, frame=look.frame("testimonies", address)))


def _stone(look: Reading, stone: Tombstone) -> HttpResponse:
    context = {
        "frame": look.frame("testimonies", partial(addresses.testimony, public_id=stone.public_id)),
        "public_id": stone.public_id,
        "month": month_words(stone.month),
        "reason": stone.reason_words(look.interface),
    }
    return page("room/withdrawn.html", context, status=410)
