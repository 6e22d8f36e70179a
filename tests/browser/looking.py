"""What every page is looked at for: barriers that axe finds, in both modes, and scrolling sideways at any width."""

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

WIDTHS = (320, 390, 720, 1024, 1280)
_EVERYTHING = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def barriers(page: Page) -> list[str]:
    """Return what axe finds: everything in light mode, and what else depends on the colours in dark mode."""
    found: list[str] = []
    for mode, options in (("dark", _COLOURS), ("light", _EVERYTHING)):
        page.emulate_media(color_scheme=mode)  # type: ignore[arg-type]
        violations = Axe().run(page, options=options).response["violations"]
        found += [f"{one['id']} ({mode}): {one['nodes'][0]['html']}" for one in violations]
    return found


def too_wide_at(page: Page) -> list[int]:
    """Return the widths at which the page would have to be scrolled sideways."""
    before, found = page.viewport_size, []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0:
            found.append(width)
    if before is not None:
        page.set_viewport_size(before)
    return found
