"""The two languages of the desk, and how somebody chooses one."""

from typing import Final

from django.http import HttpRequest
from django.utils.translation import get_language

LANGUAGES: Final = (("en", "English"), ("nb", "Norsk"))
_CODES: Final = frozenset(code for code, _ in LANGUAGES)
KEY: Final = "language"


def chosen_language(request: HttpRequest) -> str:
    """Return the language chosen in the session, or in the address of a page that needs no sign-in."""
    chosen = request.session.get(KEY, "") if request.user.is_authenticated else request.GET.get(KEY, "")
    return chosen if chosen in _CODES else ""


def current_language() -> str:
    """Return the language this answer is given in."""
    return "nb" if (get_language() or "en").startswith(("nb", "no")) else "en"


def choose_language(request: HttpRequest, code: str) -> None:
    """Keep a choice in the session of somebody who has signed in."""
    if code in _CODES:
        request.session[KEY] = code
