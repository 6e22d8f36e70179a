"""Articles of a criminal code and lengths of sentences: they say what somebody is accused of."""

import re
from collections.abc import Iterator

from archive.detection.clues import places_of
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.segments import MIDDLE, Document

_PART = r"(?:,? ?(?:part|del|ledd|ч\.?|част\w+|частин\w+|п\.) ?(?:[\d.]+|\w+))?"
_YEARS = r"(?:, (?:[\w-]+ ){1,4}?(?:years?|år|лет|года|років|роки)(?!\w))?"
_ARTICLE = re.compile(
    rf"(?:\b(?:article|artikkel|art\.|straffeloven §|§|ст\.|стат(?:ья|ьи|ье|ью|тя|ті|тю|тею))\s?\d{{2,3}}(?:\.\d+)?{_PART}|(?<![\w-])33[2-9](?:-?[а-я]{{1,2}})?(?!\w|[.,]\d){_PART}"
    rf"|(?<![\w-])20[67]\.\d(?!\w)){_YEARS}",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"\b(?:\w+ )?(?:to|til|до|-) ?\w+ (?:years?|års?|лет|років)\b(?! old| gam)|\b\w+ (?:years?|års?|лет|років|года|роки) (?:in prison|of prison|in a penal|"
    r"in jail|fengsel|тюрьмы|колонии|строгого|условно|в'язниці|колонії)|(?:заочно|in absentia|условно|умовно),? \w+ (?:лет|года|років|роки|years)",
    re.IGNORECASE,
)

_TIME = frozenset({"time_unit"})
_CODES = ("artic", "artik", "art.", "§", "ст.", "стат", "33", "206.", "207.")


def find(document: Document) -> Iterator[Finding]:
    """Yield articles and terms."""
    for pattern, reason in ((_ARTICLE, "An article of a criminal code."), (_TERM, "A length of sentence.")):
        for match in document.search(pattern, MIDDLE, words=_CODES) if pattern is _ARTICLE else _terms(document):
            yield Finding(
                *match.span(), EntityType.DEM, "legal", IdentifierClass.SENSITIVE, False, "law", reason, score=0.5
            )  # fmt: skip


def _terms(document: Document) -> Iterator[re.Match[str]]:
    needles = (
        " to ",
        " til ",
        " до ",
        "prison",
        "fengsel",
        "заочно",
        "условно",
        "умовно",
        "absentia",
        "колон",
        "тюрьм",
        "jail",
    )
    for index in places_of(document, _TIME):
        start = document.spans[max(0, index - 4)][0]
        end = document.spans[min(len(document.spans) - 1, index + 4)][1]
        if any(needle in document.text[start:end] for needle in needles):
            yield from _TERM.finditer(document.text, start, end)
