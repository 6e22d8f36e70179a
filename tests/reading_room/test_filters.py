"""The form and the sets of the release give the same answer, whatever is chosen."""

import itertools

import pytest
from django.http import HttpRequest, QueryDict
from django.test import Client

from archive.catalogue.bitsets import bits_of
from archive.catalogue.models import AccessCopyQuerySet
from archive.reading_room.filters import TestimonyFilter as FilterOfTestimonies
from archive.reading_room.reading import Reading, reading
from archive.reading_room.standing import look
from archive.reading_room.views.testimonies import filterset_for
from tests.catalogue.standing import RoomFolder

CHOICES = ("theme=flight", "theme=summons", "theme=lawful-attempts", "route=mobilised", "route=contract", "language=nb",
           "language=en", "refuge=abroad", "refuge=western-europe", "outcome=out-of-reach", "collection=invented",
           "q=fear", 'q="torn up"', "q=the", "teller=self")  # fmt: skip


@pytest.fixture
def reader_s_look(room: RoomFolder) -> Reading:
    request = HttpRequest()
    request.release, request.tombstones = look()  # type: ignore[attr-defined]
    return reading(request, "en")


def form(reader_s_look: Reading, query: str) -> FilterOfTestimonies:
    return filterset_for(reader_s_look, QueryDict(query))


class TestTheForm:
    def test_finds_what_the_sets_find(self, reader_s_look: Reading) -> None:
        for chosen in itertools.chain(*(itertools.combinations(CHOICES, size) for size in (0, 1, 2, 3))):
            filterset = form(reader_s_look, "&".join(chosen))
            assert filterset.is_valid(), filterset.errors
            copies = filterset.qs
            assert isinstance(copies, AccessCopyQuerySet)
            words = [choice.removeprefix("q=") for choice in chosen if choice.startswith("q=")]
            base = reader_s_look.shown
            if words:
                base &= bits_of(reader_s_look.copies.matching_rows(words[-1], ranked=True))

            if len(words) < 2:  # a second q is not a narrower one
                assert filterset.found(reader_s_look.release.facet_bits, base) == copies.row_bits(), chosen

    def test_counts_a_facet_without_itself(self, reader_s_look: Reading) -> None:
        bits, shown = reader_s_look.release.facet_bits, reader_s_look.shown
        filterset = form(reader_s_look, "route=mobilised&language=en")

        assert filterset.found(bits, shown, without="route") == form(reader_s_look, "language=en").found(bits, shown)

    def test_says_what_it_does_not_know(self, reader_s_look: Reading) -> None:
        assert form(reader_s_look, "q=a&page=2&sort=match&pk=1&theme__in=x").unknown_parameters() == ["pk", "theme__in"]

    def test_offers_what_is_carried_and_nothing_else(self, reader_s_look: Reading) -> None:
        offered = {value for value, _ in form(reader_s_look, "").filters["theme"].extra["choices"]}

        assert "summons" in offered
        assert not {"never-carried", "rare-thing"} & offered


class TestAskingForAll:
    def test_gives_all_and_only_what_may_be_shown(self, reader: Client, reader_s_look: Reading) -> None:
        assert reader_s_look.shown.bit_count() == reader_s_look.copies.count() == 10
