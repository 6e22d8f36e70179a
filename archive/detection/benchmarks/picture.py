"""Recall against precision and against speed, drawn as SVG: the same points give the same bytes, in light and in dark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10
from xml.sax.saxutils import escape

SIDE, LEFT, TOP, GAP = 260, 64, 56, 110
WIDTH, HEIGHT = 2 * SIDE + LEFT + GAP + 36, SIDE + TOP + 92
_STYLE = (
    "svg{color-scheme:light dark;background:#fff}text{font:13px system-ui,sans-serif;fill:#1b1b1b}"
    ".axis{stroke:#1b1b1b;fill:none}.grid{stroke:#d5d5d5}.ours{fill:#0b5cad;stroke:#0b5cad}.other{fill:none;stroke:#a13d00;stroke-width:2}"
    "@media(prefers-color-scheme:dark){svg{background:#161616}text{fill:#ececec}.axis{stroke:#ececec}.grid{stroke:#444}"
    ".ours{fill:#7db8f5;stroke:#7db8f5}.other{stroke:#f0a070}}"
)
_SLOWEST, _FASTEST = 3, 7


@dataclass(frozen=True)
class Point:
    """What one system reached."""

    system: str
    recall: float
    precision: float
    words_a_second: float


def draw(points: Sequence[Point], *, of: str, recall: str, precision: str) -> str:
    """Return the picture, ours first; `of` names the texts, `recall` and `precision` what the axes measure."""
    title = f"Recall against precision and against speed: {of}"
    told = "; ".join(
        f"{p.system}: recall {p.recall:.2f}, precision {p.precision:.2f}, {round(p.words_a_second, -2):,.0f} words a second"
        for p in points
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" aria-labelledby="title told">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="told">{escape(told)}.</desc>',
        f"<style>{_STYLE}</style>",
        f'<text x="{LEFT}" y="22">{escape(title)}</text>',
        *_panel(LEFT, recall, precision, [str(tick / 5) for tick in range(6)]),
        *_panel(LEFT + SIDE + GAP, recall, "words a second, one core", ["1,000", "10,000", "100,000", "1 m", "10 m"]),
    ]
    for number, point in enumerate(points):
        speed = (log10(max(point.words_a_second, 10**_SLOWEST)) - _SLOWEST) / (_FASTEST - _SLOWEST)
        y = round(TOP + SIDE * (1 - point.recall))
        parts.append(_shape(number, round(LEFT + SIDE * point.precision), y))
        parts.append(_shape(number, round(LEFT + SIDE + GAP + SIDE * min(1.0, speed)), y))
    parts += _legend(points)
    return "\n".join([*parts, "</svg>", ""])


def _panel(left: int, up: str, across: str, ticks: Sequence[str]) -> Iterator[str]:
    bottom = TOP + SIDE
    for tick in range(6):
        y = bottom - SIDE * tick // 5
        yield f'<line class="grid" x1="{left}" x2="{left + SIDE}" y1="{y}" y2="{y}"/>'
        yield f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{tick / 5}</text>'
    for place, tick_words in enumerate(ticks):
        x = left + SIDE * place // (len(ticks) - 1)
        yield f'<text x="{x}" y="{bottom + 20}" text-anchor="middle">{tick_words}</text>'
    yield f'<path class="axis" d="M{left} {TOP}V{bottom}H{left + SIDE}"/>'
    yield f'<text x="{left + SIDE // 2}" y="{bottom + 42}" text-anchor="middle">{escape(across)}</text>'
    middle = TOP + SIDE // 2
    yield f'<text x="{left - 44}" y="{middle}" text-anchor="middle" transform="rotate(-90 {left - 44} {middle})">{escape(up)}</text>'


def _shape(number: int, x: int, y: int) -> str:
    """Return the mark of a system: its shape tells it apart, whatever one sees of colours."""
    shapes = (
        f'<circle class="ours" cx="{x}" cy="{y}" r="6"/>',
        f'<rect class="other" x="{x - 5}" y="{y - 5}" width="10" height="10"/>',
        f'<path class="other" d="M{x} {y - 7}L{x + 7} {y + 5}H{x - 7}Z"/>',
    )
    return shapes[number % len(shapes)]


def _legend(points: Sequence[Point]) -> Iterator[str]:
    x, y = LEFT, HEIGHT - 14
    for number, point in enumerate(points):
        yield _shape(number, x + 7, y - 5)
        yield f'<text x="{x + 20}" y="{y}">{escape(point.system)}</text>'
        x += 60 + 8 * len(point.system)
