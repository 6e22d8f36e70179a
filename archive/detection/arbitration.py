"""Settle overlaps: a total order says which finding stands; what it beats is kept as a reason, its rest as a piece."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from archive.detection.clues import is_relation
from archive.detection.findings import Finding, IdentifierClass
from archive.detection.lexicon import Flag, flags_of
from archive.detection.segments import is_cyrillic, plain

WHOLE = frozenset({"url", "email", "handle", "phone", "file_name", "address", "id_number", "account"})
_SURE_NAME = 0.8
_FREE = -1
_CLAUSES = frozenset({"topics", "events", "family", "keep_out", "naming"})
_EVENT, _CLAUSE, _LONG = 3, 2, 5
_CONTENT = re.compile(r"\w{3,}|\d+")
_NAMING = frozenset({"models", "topics", "capitals"})
_MARKS = " ,.;:()«»\"“”—–-'\n"


def settle(findings: Iterable[Finding], text: str, order: Sequence[str]) -> tuple[Finding, ...]:
    """Return the findings that stand, sorted and without overlap; the recogniser earlier in the order wins."""
    ranks = {name: rank for rank, name in enumerate(order)}
    ordered = sorted(
        findings,
        key=lambda f: (_rank(f, text, ranks), f.start - f.end, -f.score, f.start, f.detail, f.reason, f.person),
    )
    owners, taken = [_FREE] * len(text), bytearray(len(text))
    standing: dict[int, Finding] = {}
    losers: dict[int, dict[str, None]] = {}
    for number, finding in enumerate(ordered):
        if taken.find(1, finding.start, finding.end) < 0:
            _stand(number * 10, finding, standing, owners, taken)
            continue
        rivals = _rivals(owners, finding.start, finding.end)
        if finding.detail in WHOLE and all(_holds(finding, standing[rival]) for rival in rivals):
            whole = _absorbing(finding, [standing.pop(rival) for rival in rivals])
            _stand(number * 10, whole, standing, owners, taken)
        else:
            for rival in rivals:
                losers.setdefault(rival, {})[finding.reason] = None
            for place, piece in enumerate(_pieces(finding, taken, text)):
                _stand(number * 10 + place + 1, piece, standing, owners, taken)
    for number, reasons in losers.items():
        if number in standing:
            standing[number] = _with_losers(standing[number], reasons)
    return tuple(sorted(standing.values(), key=lambda f: f.start))


def _rank(finding: Finding, text: str, ranks: Mapping[str, int]) -> float:
    """Return the place in the order; where no model reads names, one with a title or kin beside it beats the gazetteer."""
    if (
        finding.recogniser == "names"
        and finding.score >= _SURE_NAME
        and not is_cyrillic(text[finding.start : finding.end])
    ):
        return ranks.get("places", len(ranks)) - 0.5
    if finding.recogniser == "called" and finding.detail == "callsign":
        return ranks.get("public", len(ranks)) - 0.5  # whom they call Africa is a man
    if finding.recogniser == "protected" and finding.score < 1:
        return ranks.get("public", len(ranks)) + 0.5  # close to a name only; a country or a public body is what it says
    return ranks[finding.recogniser]


def _rivals(owners: list[int], start: int, end: int) -> list[int]:
    taken = set(owners[start:end])
    taken.discard(_FREE)
    return sorted(taken) if len(taken) > 1 else list(taken)


def _stand(number: int, finding: Finding, standing: dict[int, Finding], owners: list[int], taken: bytearray) -> None:
    length = finding.end - finding.start
    standing[number] = finding
    owners[finding.start : finding.end] = [number] * length
    taken[finding.start : finding.end] = b"\1" * length


def _holds(whole: Finding, part: Finding) -> bool:
    return whole.start <= part.start and part.end <= whole.end and (part.start, part.end) != (whole.start, whole.end)


def _absorbing(finding: Finding, taken: list[Finding]) -> Finding:
    """Let an address or a handle that holds a name stand as a whole, and remember whose name it holds."""
    person = next((other.person for other in taken if other.person), "")
    reasons = tuple(dict.fromkeys(other.reason for other in taken))
    return finding._replace(person=person, identifier_class=IdentifierClass.DIRECT, losers=reasons)


def _with_losers(standing: Finding, reasons: Iterable[str]) -> Finding:
    new = tuple(reason for reason in reasons if reason not in standing.losers and reason != standing.reason)
    return standing._replace(losers=(*standing.losers, *new)) if new else standing


def _pieces(finding: Finding, taken: bytearray, text: str) -> Iterator[Finding]:
    """Yield what no other finding has taken of a longer one, where it still says something."""
    if finding.identifier_class is IdentifierClass.PUBLIC:
        return
    start = taken.find(0, finding.start, finding.end)
    while start >= 0:
        stop = taken.find(1, start, finding.end)
        piece = text[start : stop if stop >= 0 else finding.end]
        said = piece.strip(_MARKS)
        if said and _says_something(piece, finding) and not _is_left_over(text, start, said, finding):
            first = start + piece.index(said)
            yield finding._replace(start=first, end=first + len(said))
        start = taken.find(0, stop, finding.end) if stop >= 0 else -1


def _is_left_over(text: str, start: int, said: str, finding: Finding) -> bool:
    """Tell the word that says nothing without the name it stood by: "wife" of "wife Oda", "project" of "Memorial-project"."""
    if finding.recogniser == "names":
        words = [plain(word) for word in said.split()]
        return any(map(is_relation, words)) and all(is_relation(word) or flags_of(word) & Flag.COMMON for word in words)
    return finding.recogniser in _NAMING and said.islower() and text[start : start + 1] in {"-", "‑"}


def _says_something(piece: str, finding: Finding) -> bool:
    """Tell a piece worth deciding of a whole clause from the small words left between other findings."""
    words = _CONTENT.findall(piece)
    if finding.recogniser not in _CLAUSES:
        return bool(words)
    telling = [word for word in words if word[0].isdigit() or not flags_of(plain(word)) & Flag.COMMON]
    if 2 * len(piece) >= finding.end - finding.start:
        return bool(telling) or len(words) >= _EVENT  # "had a court order" is made of common words only
    if finding.recogniser == "events":
        return len(telling) >= _EVENT
    return len(telling) >= _CLAUSE or any(len(w) >= _LONG and not flags_of(plain(w)) & Flag.FREQUENT for w in telling)
