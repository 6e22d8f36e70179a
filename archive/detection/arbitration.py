"""Settle overlaps: a total order says which finding stands; what it beats is kept as a reason, its rest as a piece."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.detection.findings import Finding, IdentifierClass
from archive.detection.lexicon import Flag, flags_of
from archive.detection.segments import is_cyrillic, plain

# Earlier wins; see DETECTION: name > id > contact > date, age, unit > place > person > model > capitals.
ORDER = (
    "protected",
    "references",
    "contacts",
    "codes",
    "pseudonym",
    "public",
    "naming",
    "called",
    "dates",
    "service",
    "law",
    "travel",
    "amounts",
    "places",
    "russian_model",
    "names",
    "models",
    "organisations",
    "work",
    "topics",
    "family",
    "keep_out",
    "capitals",
    "events",
    "numbers",
)
_RANK = {name: rank for rank, name in enumerate(ORDER)}
WHOLE = frozenset({"url", "email", "handle", "phone", "file_name", "address", "id_number", "account"})
_SURE_NAME = 0.8
_FREE = -1
_CLAUSES = frozenset({"topics", "events", "family", "keep_out", "naming"})
_CONTENT = re.compile(r"\w{3,}|\d+")


def settle(findings: Iterable[Finding], text: str) -> tuple[Finding, ...]:
    """Return the findings that stand, sorted and without overlap."""
    ordered = sorted(
        findings,
        key=lambda f: (_rank(f, text), f.start - f.end, -f.score, f.start, f.detail, f.reason, f.person),
    )
    owners = [_FREE] * len(text)
    standing: dict[int, Finding] = {}
    for number, finding in enumerate(ordered):
        rivals = _rivals(owners, finding.start, finding.end)
        if not rivals:
            _stand(number * 10, finding, standing, owners)
        elif finding.detail in WHOLE and all(_holds(finding, standing[rival]) for rival in rivals):
            taken = [standing.pop(rival) for rival in rivals]
            _stand(number * 10, _absorbing(finding, taken), standing, owners)
        else:
            for rival in rivals:
                standing[rival] = _with_loser(standing[rival], finding)
            for place, piece in enumerate(_pieces(finding, owners, text)):
                _stand(number * 10 + place + 1, piece, standing, owners)
    return tuple(sorted(standing.values(), key=lambda f: f.start))


def _rank(finding: Finding, text: str) -> float:
    """Return the place in the order; where no model reads names, one with a title or kin beside it beats the gazetteer."""
    if (
        finding.recogniser == "names"
        and finding.score >= _SURE_NAME
        and not is_cyrillic(text[finding.start : finding.end])
    ):
        return _RANK["places"] - 0.5
    return _RANK[finding.recogniser]


def _rivals(owners: list[int], start: int, end: int) -> list[int]:
    taken = set(owners[start:end])
    taken.discard(_FREE)
    return sorted(taken) if len(taken) > 1 else list(taken)


def _stand(number: int, finding: Finding, standing: dict[int, Finding], owners: list[int]) -> None:
    standing[number] = finding
    owners[finding.start : finding.end] = [number] * (finding.end - finding.start)


def _holds(whole: Finding, part: Finding) -> bool:
    return whole.start <= part.start and part.end <= whole.end and (part.start, part.end) != (whole.start, whole.end)


def _absorbing(finding: Finding, taken: list[Finding]) -> Finding:
    """Let an address or a handle that holds a name stand as a whole, and remember whose name it holds."""
    person = next((other.person for other in taken if other.person), "")
    reasons = tuple(dict.fromkeys(other.reason for other in taken))
    return replace(finding, person=person, identifier_class=IdentifierClass.DIRECT, losers=reasons)


def _with_loser(standing: Finding, finding: Finding) -> Finding:
    if finding.reason in standing.losers or finding.reason == standing.reason:
        return standing
    return replace(standing, losers=(*standing.losers, finding.reason))


def _pieces(finding: Finding, owners: list[int], text: str) -> Iterator[Finding]:
    """Yield what no other finding has taken of a longer one, where it still says something."""
    if finding.identifier_class is IdentifierClass.PUBLIC:
        return
    start = finding.start
    for place in range(finding.start, finding.end + 1):
        if place < finding.end and owners[place] == _FREE:
            continue
        piece = text[start:place]
        if _says_something(piece, finding.recogniser):
            first = start + len(piece) - len(piece.lstrip(" ,.;:()«»\"“”—–-'\n"))
            last = start + len(piece.rstrip(" ,.;:()«»\"“”—–-'\n"))
            yield replace(finding, start=first, end=last)
        start = place + 1


def _says_something(piece: str, recogniser: str) -> bool:
    """Tell a piece worth deciding of a whole clause from the small words between two findings."""
    if recogniser not in _CLAUSES:
        return _CONTENT.search(piece) is not None
    return any(word[0].isdigit() or not flags_of(plain(word)) & Flag.COMMON for word in _CONTENT.findall(piece))
