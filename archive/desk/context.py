"""What every desk template knows."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.desk.languages import LANGUAGES, current_language
from archive.desk.words import Words
from archive.users.roles import DeskAct, role_allows
from archive.vault.locking import vault_is_open


@dataclass(frozen=True, slots=True)
class Door:
    """An entry of the bar."""

    name: str
    words: Words
    act: DeskAct | None = None
    here: tuple[str, ...] = ()


DOORS = (
    Door("work", _("My work"), here=("swept",)),
    Door(
        "testimonies",
        _("Testimonies"),
        here=(
            "testimony",
            "accession",
            "workbench",
            "persons",
            "person",
            "describe",
            "exposure",
            "submit",
            "suspend",
            "withdraw",
            "names",
            "same-person",
            "pair",
        ),
    ),
    Door("reviews", _("Review"), here=("review",)),
    Door("gates", _("Gate"), here=("gate",)),
    Door("releases", _("Releases")),
    Door("overview", _("Overview")),
    Door("themes", _("Themes"), here=("public-things", "add-public")),
    Door("trail", _("Trail"), DeskAct.READ_TRAIL),
    Door("staff", _("Staff"), DeskAct.MANAGE_STAFF),
)


def desk(request: HttpRequest) -> dict[str, object]:
    """Tell whether this is a demonstration, which doors are open to whom, and in what languages the desk speaks."""
    here = request.resolver_match.url_name if request.resolver_match else ""
    user = getattr(request, "user", None)
    known = bool(user and user.is_authenticated)
    return {
        "is_demonstration": settings.DEMONSTRATION,
        "doors": [
            {"url": reverse(door.name), "words": door.words, "is_here": here == door.name or here in door.here}
            for door in DOORS
            if known and user is not None and (door.act is None or role_allows(user, door.act))
        ],
        "vault_is_open": vault_is_open(),
        "desk_languages": [
            {"code": code, "name": name, "is_here": code == current_language()} for code, name in LANGUAGES
        ],
        "keys_are_off": bool(known and request.session.get("keys_off")),
    }
