"""Settle overlaps: a total order says which finding stands, the others stay with it as reasons."""

from collections.abc import Iterable
from dataclasses import replace

from archive.detection.findings import Finding

# Earlier wins; see DETECTION: name > id > contact > date, age, unit > place > person > model > capitals.
ORDER = (
    "protected",
    "contacts",
    "codes",
    "dates",
    "quantities",
    "capitals",
    "numbers",
)
_RANK = {name: rank for rank, name in enumerate(ORDER)}


def settle(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that stand, sorted and without overlap; what they beat is kept in `losers`."""
    ordered = sorted(
        findings,
        key=lambda f: (_RANK[f.recogniser], f.start - f.end, -f.score, f.start, f.detail, f.reason, f.person),
    )
    standing: list[Finding] = []
    taken: list[int] = []
    for finding in ordered:
        _place(finding, standing, taken)
    return tuple(sorted(standing, key=lambda f: f.start))


def _place(finding: Finding, standing: list[Finding], taken: list[int]) -> None:
    rivals = [i for i, other in enumerate(standing) if other.start < finding.end and finding.start < other.end]
    if not rivals:
        standing.append(finding)
        return
    for i in rivals:
        if finding.reason not in standing[i].losers and finding.reason != standing[i].reason:
            standing[i] = replace(standing[i], losers=(*standing[i].losers, finding.reason))
