"""The walk as three people take it in a browser: an editor, an admin who had no hand in it, a researcher."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Archive
from tests.browser.looking import barriers, too_wide_at

# Everybody in it is invented. The word "quarrystone" stands in no other account.
TEXT = """My name is Asgeir Torvund. They counted us every morning and every evening, and the number was never the same.

We slept on the floor of a hall and heated stones, one quarrystone for each of us, because nothing else \
kept its warmth. Nobody said how long it would last, and after a while nobody asked. I thought about those at home \
and about the work I had left undone, and I knew that I would not go forward when they called.

When they called I did not go. I waited until the others had left, and then I walked the other way for a long time. I \
am alive, I sleep badly, and I want somebody to know that we were there and that we did not want to be."""
OF_ONE = (
    "testimonies/{}/", "testimonies/{}/workbench/", "testimonies/{}/persons/", "testimonies/{}/describe/",
    "testimonies/{}/exposure/", "testimonies/{}/submit/", "testimonies/{}/gate/", "testimonies/{}/suspend/",
    "testimonies/{}/withdraw/", "review/{}/",
)  # fmt: skip
OF_ALL = (
    "", "names-found/", "testimonies/", "accession/", "review/", "gate/", "releases/", "overview/", "themes/", "trail/",
    "staff/", "nothing-here/",
)  # fmt: skip


def sign_in(browser: Browser, archive: Archive, name: str, **how: str) -> Page:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True, **how)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{archive.desk}/sign-in/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", archive.passwords[name])
    page.click("main button")
    page.wait_for_url(f"{archive.desk}/")
    return page


def take_in(page: Page, archive: Archive) -> int:
    """Paste the text, mark one testimony, name its narrator; return its number."""
    page.goto(f"{archive.desk}/accession/")
    page.fill("[name=text]", TEXT)
    page.fill("[name=new_collection]", "browser-trial")
    page.select_option("[name=kind]", "interview")
    page.click("button[value=read]")
    page.fill("[name=pA-name_legal]", "Asgeir Torvund")
    page.select_option("[name=pA-naming]", "changed_by_archive")
    page.fill("[name=pA-called_en]", "Halfdan")
    page.fill("[name=pA-called_nb]", "Halfdan")
    page.fill("[name=pA-evidence]", "Nobody else had changed it.")
    page.click("button[value=confirm]")
    page.wait_for_url(re.compile(r"/testimonies/\d+/workbench/"))
    number = re.search(r"/testimonies/(\d+)/", page.url)
    assert number is not None
    return int(number.group(1))


def decide_everything(page: Page) -> int:
    """Go from one open detail to the next by the keyboard alone; return how many there were."""
    page.click("text=Search for details")
    page.wait_for_selector("[data-decide]")
    decided = 0
    while page.locator("[data-decide]").count() and page.locator("text=Open decision").count():
        words = page.inner_text(".decide .what")
        if "Torvund" in words or "Asgeir" in words:
            assert page.locator('[name=choice][value^="pseudonymise"]').is_checked()
        elif page.locator('[data-key="0"]:not(:disabled)').count():
            page.keyboard.press("0")
            page.fill("[name=reason]", "An ordinary word.")
            page.locator("[name=choice]:checked").focus()
        else:
            page.locator('[name=choice][value^="suppress"]').check()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        decided += 1
        assert decided < 80
    return decided


def describe(page: Page, archive: Archive, number: int) -> None:
    page.goto(f"{archive.desk}/testimonies/{number}/describe/")
    page.fill("[name=abstract_en]", "A man does not go forward when he is called, and walks the other way.")
    page.fill("[name=abstract_nb]", "En mann går ikke fram når han blir kalt, og går den andre veien.")
    page.select_option("[name=fact_teller]", "self")
    page.click("text=Themes of passage 3")
    page.locator("[name=theme_3]").first.check()
    page.click("text=Record the description")
    page.wait_for_selector("text=The description is recorded")


@pytest.fixture(scope="module")
def walked(browser: Browser, archive: Archive) -> int:
    """Take a testimony through the whole walk; return its number."""
    editor = sign_in(browser, archive, "editor-one")
    number = take_in(editor, archive)
    assert decide_everything(editor) >= 1
    describe(editor, archive, number)
    editor.goto(f"{archive.desk}/testimonies/{number}/submit/")
    editor.click("main button:has-text('Send to review')")
    editor.wait_for_selector("text=Handed over")

    admin = sign_in(browser, archive, "admin-one")
    admin.goto(f"{archive.desk}/review/{number}/")
    assert "Torvund" in admin.inner_text("main")
    admin.click("button[value=approve]")
    admin.wait_for_url(f"{archive.desk}/testimonies/{number}/gate/")
    admin.click("text=Publish this edition")
    admin.wait_for_url(f"{archive.desk}/releases/")
    admin.click("main form button")
    admin.wait_for_selector("text=is in place with")
    return number


class TestATestimonyTakenThroughTheWalk:
    def test_is_found_and_read_by_a_researcher_until_an_editor_suspends_it(
        self, browser: Browser, archive: Archive, walked: int, page: Page
    ) -> None:
        page.goto(f"{archive.room}/en/testimonies/?q=quarrystone")
        page.locator("main a[href*='/en/t/']").first.click()

        words = page.inner_text("main")
        assert "[Halfdan]" in words
        assert "quarrystone" in words
        assert "Torvund" not in page.content()

        editor = sign_in(browser, archive, "editor-two")
        editor.fill("#st", f"T-{walked:04d}")
        editor.click("aside button:has-text('Suspend')")
        editor.click("text=Suspend now")
        editor.wait_for_selector("text=The reading room is silent about it")

        page.goto(f"{archive.room}/en/testimonies/?q=quarrystone")

        assert page.locator("main a[href*='/en/t/']").count() == 0


class TestEveryPageOfTheDesk:
    @pytest.mark.parametrize("language", ["English", "Norsk"])
    def test_has_no_barrier_that_axe_finds_and_scrolls_sideways_at_no_width(
        self, browser: Browser, archive: Archive, walked: int, language: str
    ) -> None:
        admin = sign_in(browser, archive, "admin-two")
        if admin.locator(f".languages button:has-text('{language}')").count():
            admin.click(f".languages button:has-text('{language}')")
            admin.wait_for_selector(f".languages button:not(:has-text('{language}'))")

        found = {}
        for address in (*OF_ONE, *OF_ALL):
            admin.goto(f"{archive.desk}/{address.format(walked)}")
            # what axe looks at is the same in both languages, and it takes far longer than everything else
            if seen := (barriers(admin) if language == "English" else []) + too_wide_at(admin):
                found[address] = seen

        assert found == {}


class TestTheKeys:
    def test_walk_through_a_list_and_never_act_in_a_field(self, browser: Browser, archive: Archive) -> None:
        admin = sign_in(browser, archive, "admin-one")
        admin.goto(f"{archive.desk}/testimonies/")

        admin.keyboard.press("j")
        admin.keyboard.press("j")
        second = admin.evaluate("document.activeElement.closest('tr').rowIndex")
        admin.goto(f"{archive.desk}/")
        admin.focus("#st")
        admin.keyboard.type("jk")

        assert second == 2
        assert admin.input_value("#st") == "jk"

    def test_are_silent_once_they_are_switched_off(self, browser: Browser, archive: Archive) -> None:
        editor = sign_in(browser, archive, "editor-one")
        editor.click("text=Switch the keys off")
        editor.goto(f"{archive.desk}/testimonies/")

        editor.keyboard.press("j")

        assert editor.evaluate("document.activeElement.tagName") == "BODY"
