"""Two lists of the desk as people use them: names found in what is published, and the archive's own public things."""

import re

import pytest
from playwright.sync_api import Browser, Page

from archive.language.ordinary import is_ordinary_word
from tests.browser.conftest import Archive
from tests.browser.looking import barriers, too_wide_at
from tests.browser.test_desk import sign_in

WORD = re.compile(r"\b[a-z]{8,14}\b")
LONGEST = "Department of the Northernmost Lighthouses and Seamarks"
_OPEN_ALL = "document.querySelectorAll('main details').forEach(one => { one.open = true })"


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
    def test_is_listed_without_a_barrier_at_any_width(self, browser: Browser, archive: Archive, found: str) -> None:
        page = sign_in(browser, archive, "admin-two")
        page.goto(f"{archive.desk}/names-found/")

        assert barriers(page) + too_wide_at(page) == []

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


@pytest.fixture(scope="module")
def keeper(browser: Browser, archive: Archive) -> Page:
    """An admin without a script, who has put two things on the list and taken one out again."""
    admin = sign_in(browser, archive, "admin-one", java_script_enabled=False)  # type: ignore[arg-type]
    admin.goto(f"{archive.desk}/themes/")
    admin.click("text=What is public")
    for words in (LONGEST, "Red Kestrel"):
        admin.fill("[name=words]", words)
        admin.click("text=Add it to the list")
        admin.wait_for_selector("text=Added. It is kept")
    admin.click("text=Take out Red Kestrel")
    admin.wait_for_selector("text=1 taken out")
    return admin


class TestTheListOfPublicThings:
    def test_says_why_a_word_cannot_stand_on_it_and_keeps_the_word(self, keeper: Page) -> None:
        keeper.fill("[name=words]", "soldier")
        keeper.click("text=Add it to the list")

        assert "This is a common word" in keeper.inner_text("#refusal")
        assert keeper.input_value("[name=words]") == "soldier"

    def test_is_read_by_an_editor_who_cannot_change_it(self, browser: Browser, archive: Archive, keeper: Page) -> None:
        editor = sign_in(browser, archive, "editor-one")
        editor.goto(f"{archive.desk}/public-things/")

        assert LONGEST in editor.inner_text("main table")
        assert "Only an admin adds" in editor.inner_text("main aside")
        assert editor.locator("main form").count() == 0

    def test_has_no_barrier_that_axe_finds_and_scrolls_sideways_at_no_width(
        self, browser: Browser, archive: Archive, keeper: Page
    ) -> None:
        page = sign_in(browser, archive, "admin-two")
        page.goto(f"{archive.desk}/public-things/")
        page.evaluate(_OPEN_ALL)

        assert barriers(page) + too_wide_at(page) == []
