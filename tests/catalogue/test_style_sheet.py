"""Every pair of text and ground in the style sheet can be read, in both modes, and by readers who see fewer colours."""

import math
import re
from pathlib import Path

import pytest
from django.conf import settings

SHEET = Path(settings.BASE_DIR) / "archive/catalogue/static/catalogue/archive.css"
CSS = SHEET.read_text(encoding="utf-8")
CLASSES = ("direct", "lookup", "quasi", "sensitive", "operational", "public")
GROUNDS = ("paper", "surface", "sunken")
TEXT = (
    *((ink, ground) for ink in ("ink", "ink-2", "ink-3", "link", "link-visited") for ground in GROUNDS),
    ("ink", "hit"), ("ink", "accent-tint"), ("ink-3", "accent-tint"), ("ink-3", "warn-tint"),
    ("on-accent", "accent"), ("on-accent", "accent-strong"), ("on-focus", "focus"),
    *((state, ground) for state in ("good", "warn", "stop") for ground in ("surface", "paper", f"{state}-tint")),
    *(("ink", f"{state}-tint") for state in ("good", "warn", "stop")),
    *((name, ground) for name in CLASSES for ground in ("paper", f"{name}-tint")),
    *(("ink", f"{name}-tint") for name in CLASSES),
)  # fmt: skip
EDGES = tuple((edge, ground) for edge in ("line-strong", "accent") for ground in GROUNDS)
# Machado, Oliveira and Fernandes 2009, severity 1
SIGHTS: dict[str, tuple[tuple[float, ...], ...]] = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block))


DARK_FROM = CSS.index("@media (prefers-color-scheme: dark)")
LIGHT = tokens(CSS[CSS.index(":root {") : DARK_FROM])
MODES = {"light": LIGHT, "dark": LIGHT | tokens(CSS[DARK_FROM : CSS.index("/* ---------- Ground")])}


def linear(colour: str) -> list[float]:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(colour: str) -> float:
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, sight: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    seen = linear(colour)
    red, green, blue = (min(1, max(0, sum(m * c for m, c in zip(row, seen, strict=True)))) for row in sight)
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("mode", MODES)
class TestColours:
    @pytest.mark.parametrize(("ink", "ground"), TEXT)
    def test_of_text_stand_out(self, mode: str, ink: str, ground: str) -> None:
        assert contrast(MODES[mode][ink], MODES[mode][ground]) >= 4.5

    @pytest.mark.parametrize(("edge", "ground"), EDGES)
    def test_of_edges_stand_out(self, mode: str, edge: str, ground: str) -> None:
        assert contrast(MODES[mode][edge], MODES[mode][ground]) >= 3

    @pytest.mark.parametrize("sight", SIGHTS)
    def test_of_classes_differ_for_every_sight(self, mode: str, sight: str) -> None:
        seen = [lab(MODES[mode][name], SIGHTS[sight]) for name in CLASSES]

        assert min(math.dist(one, other) for place, one in enumerate(seen) for other in seen[place + 1 :]) >= 15


class TestTheSheet:
    def test_asks_nobody_else_for_anything(self) -> None:
        assert "//" not in CSS
        assert "@import" not in CSS

    def test_has_every_font_it_names_with_its_licence(self) -> None:
        named = set(re.findall(r'url\("([^"]+)"\)', CSS))

        assert all((SHEET.parent / name).is_file() for name in named)
        assert {path.name for path in (SHEET.parent / "fonts").glob("*.woff2")} == {
            name.split("/")[1] for name in named
        }
        assert len(list((SHEET.parent / "fonts").glob("OFL-*.txt"))) == 2

    def test_moves_nothing_and_casts_no_shadow(self) -> None:
        assert not re.search(r"\b(animation|transition)\s*:", CSS)


class TestAClassOfTheStyleSheets:
    def test_stands_in_a_template_or_in_code(self):
        base = Path(settings.BASE_DIR)
        sheets = CSS + (base / "archive/desk/static/desk/desk.css").read_text(encoding="utf-8")
        selectors = re.sub(r"/\*.*?\*/|\"[^\"]*\"|\{[^{}]*\}", " ", sheets, flags=re.DOTALL)
        styled = set(re.findall(r"\.([a-z][\w-]*)", selectors))
        code = [*(base / "archive").rglob("*.py"), *(base / "archive").rglob("*.js")]
        files = [*(base / "templates").rglob("*.html"), *code]
        words = {word for path in files for word in re.findall(r"[a-z][\w-]*", path.read_text(encoding="utf-8"))}
        of_classes = {f"{drawn}-{name}{ground}" for drawn in "dfs" for name in CLASSES for ground in ("", "-tint")}

        assert len(styled) > 200
        assert sorted(styled - words - of_classes) == []
