"""The list of public things in a browser without JavaScript: an admin keeps it, an editor reads it."""

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Archive
from tests.browser.test_desk import BARRIERS, sign_in

LONGEST = "Department of the Northernmost Lighthouses and Seamarks"
_OPEN_ALL = "document.querySelectorAll('main details').forEach(one => { one.open = true })"


@pytest.fixture(scope="module")
def listed(browser: Browser, archive: Archive) -> str:
    """Put two things on the list and take one out again; return the address of the page."""
    admin = sign_in(browser, archive, "admin-one", java_script_enabled=False)  # type: ignore[arg-type]
    admin.goto(f"{archive.desk}/themes/")
    admin.click("text=What is public")
    for words in (LONGEST, "Red Kestrel"):
        admin.fill("[name=words]", words)
        admin.click("text=Add it to the list")
        admin.wait_for_selector("text=Added. It is kept")
    admin.click("text=Take out Red Kestrel")
    admin.wait_for_selector("text=1 taken out")
    return f"{archive.desk}/public-things/"


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.evaluate(_OPEN_ALL)
    return page


class TestTheListOfPublicThings:
    def test_says_why_a_word_cannot_stand_on_it_and_keeps_the_word(
        self, browser: Browser, archive: Archive, listed: str
    ) -> None:
        admin = sign_in(browser, archive, "admin-one", java_script_enabled=False)  # type: ignore[arg-type]
        admin.goto(listed)
        admin.fill("[name=words]", "soldier")
        admin.click("text=Add it to the list")

        assert "This is a common word" in admin.inner_text("#refusal")
        assert admin.input_value("[name=words]") == "soldier"

    def test_is_read_by_an_editor_who_cannot_change_it(self, browser: Browser, archive: Archive, listed: str) -> None:
        editor = sign_in(browser, archive, "editor-one")
        editor.goto(listed)

        assert LONGEST in editor.inner_text("main table")
        assert "Only an admin adds" in editor.inner_text("main aside")
        assert editor.locator("main form").count() == 0

    @pytest.mark.parametrize("mode", ["light", "dark"])
    def test_has_no_barrier_that_axe_finds(self, browser: Browser, archive: Archive, listed: str, mode: str) -> None:
        page = opened(sign_in(browser, archive, "admin-two", color_scheme=mode), listed)

        assert [one["id"] for one in Axe().run(page, options=BARRIERS).response["violations"]] == []

    def test_scrolls_sideways_at_no_width(self, browser: Browser, archive: Archive, listed: str) -> None:
        page = opened(sign_in(browser, archive, "admin-two"), listed)

        wide = []
        for width in (320, 720, 1024, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(width)

        assert wide == []
