"""Addresses of the reading room.

They are built here and not by `reverse`, because the gate renders the room's pages in the desk process, where the
room's addresses are not mounted. A test compares them with the room's URLconf.
"""

from urllib.parse import urlencode


def home(language: str) -> str:
    """Return the address of the home page."""
    return f"/{language}/"


def testimonies(language: str, *pairs: tuple[str, str]) -> str:
    """Return the address of the list of testimonies, narrowed by (parameter, value) pairs."""
    return f"/{language}/testimonies/" + ("?" + urlencode(pairs) if pairs else "")


def testimony(language: str, public_id: str, text_language: str = "") -> str:  # noqa: PT028 - no test
    """Return the address at which the standing edition of a testimony is read."""
    return f"/{language}/t/{public_id}/" + (f"{text_language}/" if text_language else "")


def edition(language: str, public_id: str, number: int, text_language: str = "") -> str:
    """Return the address that is cited: it names the edition."""
    return f"/{language}/t/{public_id}/edition/{number}/" + (f"{text_language}/" if text_language else "")


def themes(language: str) -> str:
    """Return the address of the tree of themes."""
    return f"/{language}/themes/"


def theme(language: str, slug: str) -> str:
    """Return the address of one theme."""
    return f"/{language}/themes/{slug}/"


def background(language: str, kind: str = "") -> str:
    """Return the address of the background pages, or of one kind of entry."""
    return f"/{language}/background/" + (f"{kind}/" if kind else "")


def names(language: str) -> str:
    """Return the address of the page on how names are changed."""
    return f"/{language}/names/"


def about(language: str) -> str:
    """Return the address of the page about the archive."""
    return f"/{language}/about/"
