"""Draws the workflow of an edition from `TRANSITIONS`, as SVG: one box a state, one arrow a move."""

from collections.abc import Iterator

from archive.testimonies.models import TRANSITIONS, State

WIDTH, HEIGHT = 150, 44
# Where each state stands; a state without a place makes the drawing fail, so that none is forgotten.
PLACES: dict[State, tuple[int, int]] = {
    State.IN_REDACTION: (30, 60),
    State.IN_REVIEW: (250, 60),
    State.APPROVED: (470, 60),
    State.PUBLISHED: (690, 60),
    State.SUSPENDED: (690, 200),
    State.SUPERSEDED: (910, 130),
    State.WITHDRAWN: (360, 300),
}
_STYLE = (
    "text{font:15px 'IBM Plex Sans',sans-serif;fill:#1d1b18}rect{fill:#fbfaf7;stroke:#0f4f63;stroke-width:1.5}"
    "path{fill:none;stroke:#4b473f;stroke-width:1.4}.end rect{stroke:#a1281d}"
    "@media(prefers-color-scheme:dark){text{fill:#ebe7df}rect{fill:#1c2022;stroke:#8ecadb}path{stroke:#c6c1b7}}"
)


def draw_workflow() -> str:
    """Return the drawing as an SVG document; the same code gives the same bytes."""
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1090 370" role="img" aria-labelledby="t">',
        '<title id="t">How an edition moves from redaction to publication, and back</title>',
        f"<style>{_STYLE}</style>",
        '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0,0 L8,4 L0,8 z" style="fill:#4b473f;stroke:none"/></marker></defs>',
        *_arrows(),
        *_boxes(),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _boxes() -> Iterator[str]:
    for state in State:
        x, y = PLACES[state]
        final = "" if TRANSITIONS[state] else ' class="end"'
        yield (
            f'<g{final}><rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="4"/>'
            f'<text x="{x + WIDTH // 2}" y="{y + 27}" text-anchor="middle">{state.label}</text></g>'
        )


def _arrows() -> Iterator[str]:
    for before in State:
        for after in State:
            if after in TRANSITIONS[before]:
                title = f"<title>{before.label} to {after.label}</title>"
                yield f'<path d="{_path(before, after)}" marker-end="url(#a)">{title}</path>'


def _path(before: State, after: State) -> str:
    (x1, y1), (x2, y2) = PLACES[before], PLACES[after]
    middle1, middle2 = x1 + WIDTH // 2, x2 + WIDTH // 2
    if y1 == y2 and x2 > x1:
        return f"M{x1 + WIDTH},{y1 + 16} L{x2},{y2 + 16}"
    if y1 == y2:
        return f"M{middle1},{y1} C{middle1},{y1 - 50} {middle2},{y2 - 50} {middle2},{y2}"
    if x1 == x2:
        shift = 20 if y2 > y1 else -20
        start, end = (y1 + HEIGHT, y2) if y2 > y1 else (y1, y2 + HEIGHT)
        return f"M{middle1 + shift},{start} L{middle2 + shift},{end}"
    if after is State.SUPERSEDED:
        return f"M{x1 + WIDTH},{y1 + 22} L{x2},{y2 + 22}"
    return f"M{middle1},{y1 + HEIGHT} C{middle1},{y1 + 130} {middle2},{y2 - 60} {middle2},{y2}"
