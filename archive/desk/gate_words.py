"""What each check of the gate is called on the page, why it matters, who can clear it and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from archive.desk.words import Words
from archive.publication.gate import CHECKS
from archive.publication.obstacles import Obstacle

_EDITOR: Final = _("editor")


@dataclass(frozen=True, slots=True)
class CheckWords:
    """A check in plain words."""

    passed: Words
    stopped: Words
    why: Words
    page: str = "workbench"
    who: Words = _EDITOR


@dataclass(frozen=True, slots=True)
class ObstacleCard:
    """An obstacle as the page shows it."""

    code: str
    title: Words
    what: tuple[str, ...]
    why: Words
    next: str
    who: Words
    url: str
    door: Words


_UNKNOWN: Final = CheckWords(
    _("A further check"),
    _("A check refuses"),
    _("Every check has to pass; none can be skipped."),
    "testimony",
    _("admin"),
)
GATE_WORDS: Final[dict[str, CheckWords]] = {
    "G000": CheckWords(
        _("Every check ran to its end"),
        _("One check could not run"),
        _("A check that did not run has proved nothing, so it counts as an obstacle."),
        "gate",
        _("anyone"),
    ),
    "G001": CheckWords(
        _("Approved by a reviewer"),
        _("It is not approved"),
        _("Two people look at every account before it leaves."),
        "submit",
    ),
    "G002": CheckWords(
        _("Text is the approved text, byte for byte"),
        _("The text is not the approved one"),
        _("What was approved is what is published; any change ends the approval."),
        "submit",
    ),
    "G003": CheckWords(
        _("Nobody approved what they decided"),
        _("The reviewer had a hand in it"),
        _("A second pair of eyes sees what the first one got used to."),
        "review",
        _("admin"),
    ),
    "G004": CheckWords(
        _("Searched by every recogniser of today"),
        _("The search is not up to date"),
        _("A name that was added later may stand in the text."),
    ),
    "G005": CheckWords(
        _("Every candidate decided"), _("Details are undecided"), _("What nobody has decided could identify somebody.")
    ),
    "G006": CheckWords(
        _("Every person decided"), _("Persons are undecided"), _("Nobody stays named without a reason."), "persons"
    ),
    "G007": CheckWords(
        _("Nothing that identifies alone is kept"),
        _("A detail that identifies alone is kept"),
        _("One such detail is enough to find the person."),
    ),
    "G008": CheckWords(
        _("The file holds what was approved"),
        _("The file differs from what was approved"),
        _("Readers get the file, not the desk."),
        "gate",
        _("admin"),
    ),
    "G009": CheckWords(
        _("No spelling of a protected name in the text"),
        _("A spelling of a protected name is left"),
        _("Anyone who searches for that name would find this account."),
        "names",
    ),
    "G010": CheckWords(
        _("No spelling of a protected name in the pages"),
        _("A spelling of a protected name is left in a page"),
        _("Anyone who searches for that name would find this account."),
        "names",
    ),
    "G011": CheckWords(
        _("Nothing that was changed stands elsewhere"),
        _("Changed words stand elsewhere too"),
        _("The place that was forgotten gives the changed one away."),
    ),
    "G012": CheckWords(
        _("No hidden characters"),
        _("Characters that mislead"),
        _("What cannot be seen cannot be checked, and brackets are ours."),
    ),
    "G013": CheckWords(
        _("Abstracts in every language"),
        _("An abstract is missing or too long"),
        _("Readers choose by the abstract; a long one retells the account."),
        "describe",
    ),
    "G014": CheckWords(
        _("Facts, warnings and themes from the lists"),
        _("A fact or theme is missing or not on its list"),
        _("Only coarse facts from closed lists are public."),
        "describe",
    ),
    "G015": CheckWords(
        _("Not withdrawn"),
        _("It was withdrawn or is suspended"),
        _("What was withdrawn never comes back."),
        "testimony",
        _("admin"),
    ),
    "G016": CheckWords(
        _("Its names stand for nobody else"),
        _("A name in it stands for somebody else too"),
        _("Two people with one name would be taken for one."),
        "persons",
    ),
    "G017": CheckWords(
        _("The database keeps its rules"),
        _("The database lacks rules"),
        _("Without them one hand could do what needs two."),
        "trail",
        _("admin"),
    ),
    "G018": CheckWords(
        _("No spelling of a protected name in the bytes of the release"),
        _("A protected name is left in the release"),
        _("Anyone who searches for that name would find it."),
        "testimony",
        _("admin"),
    ),
    "G019": CheckWords(
        _("Nothing was changed while the release was built"),
        _("Something was changed while the release was built"),
        _("A release is proved against the names of the moment it goes out."),
        "testimony",
        _("admin"),
    ),
    "G020": CheckWords(
        _("An admin publishes"),
        _("Only an admin publishes"),
        _("Who prepares an account does not let it out."),
        "testimony",
        _("admin"),
    ),
    "G021": CheckWords(
        _("Details that stay lead to nobody together"),
        _("Details that stay could lead to a person together"),
        _("What is harmless by itself can single somebody out beside other things."),
        "exposure",
    ),
    "G022": CheckWords(
        _("Many people fit what is told, or it was decided"),
        _("Few people may fit what is told"),
        _("The fewer people fit, the easier one of them is recognised by somebody who knows a little more."),
        "exposure",
    ),
}


_DOORS: Final[dict[str, Words]] = {
    "workbench": _("Open the workbench"),
    "persons": _("Open the persons"),
    "names": _("Open the names left standing"),
    "describe": _("Open the description"),
    "exposure": _("Open “How many could it be”"),
    "submit": _("Send it to review"),
    "review": _("Open the review"),
    "gate": _("Run the gate again"),
    "testimony": _("Open the testimony"),
    "trail": _("Open the trail"),
}


def obstacle_cards(obstacles: Sequence[Obstacle], *, number: int) -> list[ObstacleCard]:
    """Return obstacles in three parts, with who can clear them and where; those of one check stand together."""
    by_code: dict[str, list[Obstacle]] = {}
    for obstacle in obstacles:
        by_code.setdefault(obstacle.code, []).append(obstacle)
    return [_card(code, same, number) for code, same in by_code.items()]


def _card(code: str, same: list[Obstacle], number: int) -> ObstacleCard:
    words = GATE_WORDS.get(code, _UNKNOWN)
    url = reverse(words.page) if words.page == "trail" else reverse(words.page, args=[number])
    what = tuple(dict.fromkeys(one.message for one in same))
    return ObstacleCard(code, words.stopped, what, words.why, same[0].hint, words.who, url, _DOORS[words.page])


def passed_checks(obstacles: tuple[Obstacle, ...]) -> list[str]:
    """Return the checks that found nothing; none counts as passed while one could not run."""
    refused = {obstacle.code for obstacle in obstacles}
    if "G002" in refused:
        refused |= {"G003", "G008"}  # without an approval these two have nothing to compare
    if "G000" in refused:
        return []
    codes = dict.fromkeys((check.__doc__ or "").partition(":")[0] for check in CHECKS)
    return [
        str(GATE_WORDS[code].passed if code in GATE_WORDS else _g("A further check"))
        for code in codes
        if code not in refused
    ]
