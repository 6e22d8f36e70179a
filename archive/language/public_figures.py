"""Full names of people in public office: whole phrases, not held against a protected person of the same name."""

import re
from functools import cache
from importlib.resources import files


@cache
def _pattern() -> re.Pattern[str]:
    text = files("archive.language").joinpath("data/public_figures.txt").read_text("utf-8")
    names = [line for line in text.splitlines() if not line.startswith("#")]
    return re.compile(r"(?<![^\W_])(?:" + "|".join(sorted(names, key=len, reverse=True)) + r")\w{0,3}\b")


def public_figure_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of public figures' full names (first name and surname together, never one alone)."""
    return [match.span() for match in _pattern().finditer(text)]
