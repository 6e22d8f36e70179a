"""The list of testimonies: search, filters, hits."""

from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, QueryDict

from archive.catalogue import addresses
from archive.catalogue.bitsets import bits_of
from archive.catalogue.opening import OpenRelease
from archive.catalogue.routing import release_alias
from archive.catalogue.thesaurus import Thesaurus
from archive.catalogue.tombstones import TombstoneList
from archive.catalogue.words import LONGEST_QUERY, match_expression
from archive.reading_room.excerpts import forms_looked_for
from archive.reading_room.filters import SORTS, Choices, TestimonyFilter
from archive.reading_room.options import Options, Pair, choices_of, pairs_of
from archive.reading_room.paging import PageNotThere, pages_of
from archive.reading_room.reading import Reading, page, reading, shown_rows
from archive.reading_room.results import PAGE_LENGTH, RANK_CAP, Looked, hit_cards, ordered_rows


def testimonies(request: HttpRequest, interface: str) -> HttpResponse:
    """Show what a search finds; answer 400 with the form to parameters that are not its own."""
    look = reading(request, interface)
    filterset = filterset_for(look, request.GET)
    sort = request.GET.get("sort") or ("match" if request.GET.get("q") else "release")
    faulty = filterset.unknown_parameters() or not filterset.is_valid() or sort not in dict(SORTS)
    if faulty:
        return _refusal(look, request.GET)
    query = request.GET.get("q", "").strip()
    matching = look.copies.matching_rows(query, ranked=False) if query else []
    too_many_to_rank = sort == "match" and len(matching) > RANK_CAP
    if sort == "match" and matching and not too_many_to_rank:
        matching = look.copies.matching_rows(query, ranked=True)
    base = look.shown & bits_of(matching) if query else look.shown
    found = filterset.found(look.release.facet_bits, base)
    try:
        pages = pages_of(request.GET, found.bit_count(), interface=interface, length=PAGE_LENGTH)
    except PageNotThere:
        return _refusal(look, request.GET)
    options = Options(
        filterset, base=base, bits=look.release.facet_bits, thesaurus=look.release.thesaurus, interface=interface
    )
    rows = ordered_rows(
        found,
        matching=matching,
        sort="release" if too_many_to_rank else sort,
        today=datetime.now(tz=UTC).date(),
        seed=look.release.order_seed,
    )[pages.first : pages.first + PAGE_LENGTH]
    context = _common(look, request.GET, sort) | {
        "total": found.bit_count(),
        "hits": hit_cards(
            rows,
            look.copies,
            looked=_looked(look, query, request.GET),
            interface=interface,
            thesaurus=look.release.thesaurus,
        ),
        "groups": tuple(options.groups()),
        "chips": tuple(options.chips(look.release.collections)),
        "pages": pages,
        "without_filters": addresses.testimonies(interface, *((("q", query),) if query else ())),
        "too_many_to_rank": too_many_to_rank,
        "small_words_only": bool(query) and not match_expression(query),
    }
    return page("room/testimonies.html", context)


def filterset_for(look: Reading, data: QueryDict) -> TestimonyFilter:
    """Return the form over what may be shown."""
    release = look.release
    return TestimonyFilter(
        data,
        queryset=look.copies,
        choices=_choices(release, look.tombstones),
        theme_codes={slug: concept.code for slug, concept in release.thesaurus.by_slug.items()},
    )


@lru_cache(maxsize=4)
def _choices(release: OpenRelease, tombstones: TombstoneList) -> Choices:
    """Return what may be chosen, worked out once for each release and each list of tombstones."""
    return choices_of(release.facet_bits, shown_rows(release, tombstones), release.thesaurus, release.collections)


def _looked(look: Reading, query: str, data: QueryDict) -> Looked:
    thesaurus = look.release.thesaurus
    forms = forms_looked_for(query, using=release_alias())
    chosen = {thesaurus.by_slug[slug].code for slug in data.getlist("theme")}
    named = _with_narrower(thesaurus, thesaurus.named_by(forms))
    return Looked(query, forms, _with_narrower(thesaurus, chosen) | named, named)


def _with_narrower(thesaurus: Thesaurus, codes: AbstractSet[str]) -> frozenset[str]:
    return frozenset(concept.code for concept in thesaurus.concepts if codes & set(concept.path))


def _common(look: Reading, data: QueryDict, sort: str) -> dict[str, object]:
    interface = look.interface
    pairs = pairs_of(data)
    return {
        "frame": look.frame("testimonies", lambda code: addresses.testimonies(code, *pairs)),
        "query": data.get("q", "").strip(),
        "sort": sort,
        "sorts": SORTS,
        "action": addresses.testimonies(interface),
        "kept_by_search": tuple(Pair(name, value) for name, value in pairs if name != "q"),
        "kept_by_sort": tuple(Pair(name, value) for name, value in pairs if name != "sort"),
        "kept_by_filters": tuple(Pair(name, value) for name, value in pairs if name in {"q", "sort", "collection"}),
    }


def _refusal(look: Reading, data: QueryDict) -> HttpResponse:
    context = {
        "frame": look.frame("testimonies", addresses.testimonies),
        "query": data.get("q", "")[:LONGEST_QUERY],
        "action": addresses.testimonies(look.interface),
    }
    return page("room/testimonies_refused.html", context, status=400)
