"""Pages of a list of results."""

from dataclasses import dataclass

from django.http import QueryDict

from archive.catalogue import addresses
from archive.reading_room.options import pairs_of


class PageNotThere(ValueError):
    """Raised when a page is asked for that the list does not have."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page of the list; without a number it stands for those left out."""

    number: int
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Pages:
    """Which page it is, and the way to the others."""

    number: int
    count: int
    first: int
    previous: str
    next: str
    links: tuple[PageLink, ...]


def pages_of(data: QueryDict, total: int, *, interface: str, length: int) -> Pages:
    """Return the pages of a list, or raise `PageNotThere`."""
    count = max(1, -(-total // length))
    asked = data.get("page") or "1"
    if not (asked.isascii() and asked.isdigit()) or len(asked) > 6 or not 1 <= int(asked) <= count:  # noqa: PLR2004
        raise PageNotThere(f"There is no page {asked[:20]!r}; the list has {count}.")
    number = int(asked)
    pairs = pairs_of(data)

    def address(page: int) -> str:
        return addresses.testimonies(interface, *pairs, *((("page", str(page)),) if page > 1 else ()))

    near = sorted({1, count, *range(max(1, number - 2), min(count, number + 2) + 1)})
    links: list[PageLink] = []
    for page in near:
        if links and page > links[-1].number + 1:
            links.append(PageLink(0, "", is_current=False))
        links.append(PageLink(page, address(page), is_current=page == number))
    return Pages(
        number=number,
        count=count,
        first=(number - 1) * length,
        previous=address(number - 1) if number > 1 else "",
        next=address(number + 1) if number < count else "",
        links=tuple(links),
    )
