"""The reading room in a real browser: readable by everybody, on every width, and in touch with nobody else."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser.conftest import PROJECT, free_ports
from tests.browser.looking import barriers, too_wide_at

ANTON = "a1nt0n00000000000000000001"
STONE = "igor0000000000000000000007"
PAGES = {
    "home": "/en/",
    "home in Norwegian": "/nb/",
    "all testimonies": "/nb/testimonies/",
    "results": "/en/testimonies/?q=fear&theme=flight&teller=self",
    "no results": "/en/testimonies/?q=hjqxz",
    "refused": "/en/testimonies/?x=1",
    "testimony": f"/en/t/{ANTON}/",
    "testimony in Norwegian": f"/nb/t/{ANTON}/",
    "testimony in Ukrainian": "/en/t/taras000000000000000000002/",
    "withdrawn": f"/en/t/{STONE}/",
    "not there": "/nb/t/none/",
    "themes": "/en/themes/",
    "theme": "/en/themes/flight/",
    "background": "/en/background/",
    "figures": "/en/background/figures/",
    "law": "/nb/background/law/",
    "terms": "/en/background/terms/",
    "cases": "/en/background/cases/",
    "names": "/en/names/",
    "about": "/nb/about/",
}
PREPARE = """
import sys
from pathlib import Path
import django
django.setup()
from archive.catalogue.tombstones import Tombstone
from tests.catalogue.standing import room_folder
folder = room_folder(Path(sys.argv[1]))
folder.issue()
folder.bury(Tombstone(sys.argv[2], "stone", "2026-01", "asked"))
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a room process of its own, with the invented collection."""
    data = tmp_path_factory.mktemp("browsed")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "ARCHIVE_", "COV_"))}
    environment = kept | {
        "ARCHIVE_DATA": str(data), "ARCHIVE_DEMONSTRATION": "1", "PYTHONPATH": str(PROJECT),
        "DJANGO_SETTINGS_MODULE": "config.settings.reading_room",
    }  # fmt: skip
    command = [sys.executable, "-c", PREPARE, str(data / "room"), STONE]
    subprocess.run(command, env=environment, cwd=PROJECT, check=True)
    port, _ = free_ports()
    served = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--no-control-socket"]
    process = subprocess.Popen(
        [*served, "config.wsgi.reading_room"], env=environment, cwd=PROJECT, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(address: str) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(address + "/robots.txt").close()  # noqa: S310 - our own process
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the room did not come up", pytrace=False)


@pytest.fixture(scope="module")
def looker(browser: Browser) -> Page:
    """One page that looks at every address in turn; axe is a script, which the room's own policy would refuse."""
    return browser.new_context(bypass_csp=True).new_page()


class TestEveryPage:
    @pytest.mark.parametrize("address", PAGES.values(), ids=list(PAGES))
    def test_has_no_barrier_that_axe_finds_and_scrolls_sideways_at_no_width(
        self, looker: Page, room: str, address: str
    ) -> None:
        looker.goto(room + address)

        assert barriers(looker) + too_wide_at(looker) == []


class TestTheBrowser:
    def test_asks_nobody_but_the_room_and_keeps_nothing(self, page: Page, room: str) -> None:
        asked: list[Request] = []
        page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright marks the handler
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))

        for address in PAGES.values():
            page.goto(room + address)

        assert all(request.url.startswith(room + "/") for request in asked)
        assert {request.resource_type for request in asked} <= {"document", "stylesheet", "font", "other"}
        assert not [text for text in refused if "Content Security Policy" in text]
        assert not page.context.cookies()
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0

    def test_loads_the_fonts_of_the_house(self, page: Page, room: str) -> None:
        page.goto(f"{room}/en/t/{ANTON}/")
        page.evaluate("document.fonts.ready.then(() => true)")

        assert page.evaluate("document.fonts.check('20px \"Source Serif 4\"')")
        assert page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').length") >= 2


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Somebody whose browser runs no script at all."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


class TestAReader:
    def test_finds_a_testimony_by_theme_and_word_without_a_script(self, reader: Page, room: str) -> None:
        reader.goto(room + "/en/")
        reader.get_by_role("link", name="Lawful attempts").click()
        reader.get_by_role("link", name="Read the 2 accounts").click()
        reader.get_by_label("Search the accounts").fill("helmets")
        reader.get_by_role("button", name="Search").click()

        assert reader.get_by_role("heading", level=1).inner_text() == "1 account with “helmets”"
        assert reader.locator("mark").inner_text() == "helmet"
        reader.get_by_role("link", name="Paragraph 4").click()
        assert reader.url.endswith(f"/en/t/{ANTON}/#p4")
        assert "two men share one helmet" in reader.locator("#p4").inner_text()

    def test_narrows_and_widens_again(self, reader: Page, room: str) -> None:
        reader.goto(room + "/en/testimonies/")
        reader.get_by_label("Mobilised").check()
        reader.get_by_role("button", name="Apply filters").click()
        assert reader.get_by_role("heading", level=1).inner_text() == "3 accounts"

        reader.get_by_role("link", name="remove this filter").click()

        assert reader.get_by_role("heading", level=1).inner_text() == "9 accounts"

    def test_opens_the_filters_on_a_phone_without_a_script(self, browser: Browser, room: str) -> None:
        context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
        page = context.new_page()
        page.goto(room + "/en/testimonies/?q=fear")
        assert not page.get_by_role("button", name="Apply filters").is_visible()

        page.get_by_role("link", name="Narrow the results").click()

        assert page.get_by_role("button", name="Apply filters").is_visible()
        page.get_by_role("link", name="Close the filters").click()
        assert not page.get_by_role("button", name="Apply filters").is_visible()
        context.close()

    def test_goes_by_keyboard_and_sees_where_they_are(self, page: Page, room: str) -> None:
        page.goto(room + "/en/")

        page.keyboard.press("Tab")

        assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
        page.keyboard.press("Enter")
        assert page.url.endswith("#content")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "q"

    def test_prints_the_text_with_its_brackets_and_nothing_to_click(
        self, page: Page, room: str, tmp_path: Path
    ) -> None:
        page.goto(f"{room}/en/t/{ANTON}/")
        page.emulate_media(media="print")

        assert "[Anton]" in page.locator("#p1").inner_text()
        assert page.get_by_text("What was changed in this account").is_visible()
        assert page.locator(".cite").is_visible()
        for hidden in (".site-nav", ".site-foot", ".rail", ".site-tools"):
            assert not page.locator(hidden).is_visible()
        page.pdf(path=tmp_path / "printed.pdf")
        assert (tmp_path / "printed.pdf").stat().st_size > 10_000
