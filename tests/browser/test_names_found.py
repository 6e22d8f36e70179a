"""A name that stands in what is published, followed from the front page of the desk to where it is put right."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from archive.language.ordinary import is_ordinary_word
from tests.browser.conftest import Archive
from tests.browser.test_desk import BARRIERS, sign_in

WORD = re.compile(r"\b[a-z]{8,14}\b")


@pytest.fixture(scope="module")
def found(browser: Browser, archive: Archive) -> str:
    """Protect a word of a passage of a published account as a name; return the word."""
    reader = browser.new_page()
    reader.goto(f"{archive.room}/en/testimonies/")
    reader.locator("main a[href*='/en/t/']").first.click()
    words = WORD.findall(reader.inner_text("article.account"))
    word: str = next(word for word in words if not is_ordinary_word(word))
    editor = sign_in(browser, archive, "editor-one")
    editor.goto(f"{archive.desk}/testimonies/1/persons/")
    editor.fill("#name_name", word.capitalize())
    editor.select_option("#name_kind", "call-sign")
    editor.evaluate("document.querySelector('#add-form').requestSubmit()")
    editor.wait_for_selector("[role=status], .notice")
    return word


class TestAPlaceThatWasFound:
    def test_is_counted_on_the_front_page_and_leads_to_a_correction(
        self, browser: Browser, archive: Archive, found: str
    ) -> None:
        editor = sign_in(browser, archive, "editor-two")

        editor.click("text=See where")
        listed = editor.inner_text("main")
        editor.locator("button:has-text('Start a correction')").first.click()
        editor.wait_for_selector("text=A correction is open")
        editor.goto(f"{archive.desk}/names-found/")
        after = editor.inner_text("main")

        assert re.search(r", passage \d+\b", listed)
        assert found not in listed.casefold()
        assert "Decide the place" in after

    @pytest.mark.parametrize("mode", ["light", "dark"])
    def test_is_listed_without_a_barrier_at_any_width(
        self, browser: Browser, archive: Archive, found: str, mode: str
    ) -> None:
        page: Page = sign_in(browser, archive, "admin-two", color_scheme=mode)
        page.goto(f"{archive.desk}/names-found/")

        violations = [one["id"] for one in Axe().run(page, options=BARRIERS).response["violations"]]
        page.set_viewport_size({"width": 320, "height": 800})

        assert violations == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
