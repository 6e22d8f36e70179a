"""Names at the desk as people use them: added and swept, lifted by two, taken away, compared; and the vault closed."""

import re
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Archive
from tests.browser.looking import barriers, too_wide_at
from tests.browser.test_desk import decide_everything, describe, sign_in, take_in

MOST = 2_000  # milliseconds that a page of the room may outlive a name that stands in it


@pytest.fixture(scope="module")
def published(browser: Browser, archive: Archive) -> tuple[int, str]:
    """Take a testimony through the walk; return its number at the desk and its address in the room."""
    editor = sign_in(browser, archive, "editor-one")
    number = take_in(editor, archive)
    decide_everything(editor)
    describe(editor, archive, number)
    editor.goto(f"{archive.desk}/testimonies/{number}/submit/")
    editor.click("main button:has-text('Send to review')")
    admin = sign_in(browser, archive, "admin-one")
    admin.goto(f"{archive.desk}/review/{number}/")
    admin.click("button[value=approve]")
    admin.click("text=Publish this edition")
    admin.wait_for_url(f"{archive.desk}/releases/")
    admin.click("main form button")
    admin.wait_for_selector("text=is in place with")
    reader = browser.new_page()
    reader.goto(f"{archive.room}/en/testimonies/?q=quarrystone")
    address = reader.locator("main a[href*='/en/t/']").first.get_attribute("href")
    assert address is not None
    return number, archive.room + address.partition("#")[0]


@pytest.fixture(scope="module")
def swept(browser: Browser, archive: Archive, published: tuple[int, str]) -> list[int]:
    """Add a name that stands in what is published, while a reader asks for the page; return the reader's answers."""
    number, address = published
    reader = browser.new_page()
    answers = [_status(reader, address)]
    editor = sign_in(browser, archive, "editor-two")
    editor.goto(f"{archive.desk}/testimonies/{number}/persons/")
    editor.fill("#name_name", "Quarrystone")
    editor.select_option("#name_kind", "call-sign")
    editor.evaluate("document.querySelector('#add-form').requestSubmit()")
    latest = monotonic() + MOST / 1000
    while answers[-1] != 404 and monotonic() < latest:
        answers.append(_status(reader, address))
    editor.wait_for_selector("text=the reading room is silent about it now")
    return answers


def _status(reader: Page, address: str) -> int:
    answer = reader.goto(address)
    assert answer is not None
    return answer.status


@pytest.fixture(scope="module")
def lifted(browser: Browser, archive: Archive, published: tuple[int, str], swept: list[int]) -> int:
    """Have two people say that it is an ordinary word there, without a script; return what a reader gets then."""
    number, address = published
    editor = sign_in(browser, archive, "editor-two", java_script_enabled=False)  # type: ignore[arg-type]
    editor.goto(f"{archive.desk}/testimonies/{number}/names/")
    assert editor.inner_text("mark") == "quarrystone"
    editor.click("summary:has-text('It is not this name')")
    editor.select_option("main [name=kind]", "ordinary_word")
    editor.fill("main [name=reason]", "A stone of a quarry.")
    editor.click("text=Propose that it may stand")
    editor.wait_for_selector(".tag:has-text('waits for an admin')")
    assert editor.locator("button[value=confirm]").count() == 0

    admin = sign_in(browser, archive, "admin-two", java_script_enabled=False)  # type: ignore[arg-type]
    admin.goto(f"{archive.desk}/testimonies/{number}/gate/")
    assert admin.locator("text=Lift the suspension").count() == 0
    admin.locator("a:has-text('Open the names left standing')").first.click()
    admin.click("button[value=confirm]")
    admin.wait_for_selector("text=Every place is settled")
    admin.goto(f"{archive.desk}/testimonies/{number}/gate/")
    admin.click("text=Lift the suspension")
    admin.wait_for_url(f"{archive.desk}/releases/")
    return _status(browser.new_page(), address)


@pytest.fixture(scope="module")
def renamed(browser: Browser, archive: Archive, published: tuple[int, str], lifted: int) -> tuple[str, int]:
    """Record another naming decision; return what the desk says of the testimony, and what a reader gets."""
    number, address = published
    editor = sign_in(browser, archive, "editor-two")
    editor.goto(f"{archive.desk}/testimonies/{number}/persons/")
    editor.fill("[name=called_en]", "Steinar")
    editor.fill("[name=evidence]", "He asked for another one.")
    editor.click("text=Record this decision")
    editor.wait_for_selector("text=An earlier decision stays in the log")
    editor.goto(f"{archive.desk}/testimonies/{number}/")
    return editor.inner_text("main"), _status(browser.new_page(), address)


class TestANameThatIsAddedOnTheDesk:
    def test_silences_the_page_it_stands_in_within_two_seconds(self, swept: list[int]) -> None:
        assert swept[0] == 200
        assert swept[-1] == 404

    def test_may_stand_once_two_people_say_that_it_is_an_ordinary_word(self, lifted: int) -> None:
        assert lifted == 200


class TestAnotherNamingDecision:
    def test_suspends_what_the_person_stands_in(self, renamed: tuple[str, int]) -> None:
        words, status = renamed

        assert "Suspended" in words
        assert status == 404


class TestAFormOfAName:
    def test_is_taken_away_and_put_back_by_the_keyboard_alone(
        self, browser: Browser, archive: Archive, published: tuple[int, str]
    ) -> None:
        editor = sign_in(browser, archive, "editor-one")
        editor.goto(f"{archive.desk}/testimonies/{published[0]}/persons/")
        editor.focus("button:has-text('Show the names')")
        editor.keyboard.press("Enter")
        editor.wait_for_selector("text=What the gate refuses")
        assert "Torvunds" in editor.inner_text(".forms >> nth=1")

        editor.focus("summary:has-text('Take a form away')")
        editor.keyboard.press("Enter")
        editor.keyboard.press("Tab")
        editor.keyboard.type("Torvunds")
        editor.keyboard.press("Tab")
        editor.keyboard.type("A farm of that name.")
        editor.keyboard.press("Enter")
        editor.wait_for_selector("text=1 form is taken away")
        assert "Torvunds" not in editor.content()
        editor.click("text=Show the names")
        editor.wait_for_selector("text=A farm of that name.")
        editor.click("text=Put back")

        editor.wait_for_selector("text=It is refused again from now on.")


class TestTwoPersonsWhoMayBeOne:
    def test_are_compared_and_answered(self, browser: Browser, archive: Archive, published: tuple[int, str]) -> None:
        editor = sign_in(browser, archive, "editor-one")
        editor.goto(f"{archive.desk}/testimonies/1/persons/")
        editor.click("summary:has-text('Add a person')")
        editor.fill("#new_name", "Asgeir Torvund")
        editor.click("text=Add this person")
        editor.wait_for_selector("text=Perhaps the same person as")
        editor.click("a:has-text('Same person?')")
        assert "Torvund" not in editor.content()

        editor.click("text=Compare")
        editor.click("text=Show the names of both")
        assert editor.inner_text("main").count("Asgeir Torvund") == 2
        editor.check("[name=answer][value=same]")
        editor.fill("[name=reason]", "The editor of the other account told us.")
        editor.click("text=Record this answer")

        editor.wait_for_selector("text=Nothing is joined")
        assert re.search(r"Two parts of the name agree\s+0", editor.inner_text("main"))


class TestThePagesOfNames:
    def test_have_no_barrier_that_axe_finds_and_scroll_sideways_at_no_width(
        self, browser: Browser, archive: Archive, published: tuple[int, str], swept: list[int]
    ) -> None:
        editor = sign_in(browser, archive, "editor-one")
        number = published[0]
        found = {}
        for address in (f"testimonies/{number}/names/", "same-person/", "same-person/1/2/", "vault/"):
            editor.goto(f"{archive.desk}/{address}")
            if seen := barriers(editor) + too_wide_at(editor):
                found[address] = seen
        editor.goto(f"{archive.desk}/testimonies/{number}/persons/")
        editor.click("text=Show the names")
        if seen := barriers(editor) + too_wide_at(editor):
            found["names shown"] = seen

        assert found == {}


class TestTheVault:
    def test_is_closed_with_one_press_and_opened_by_an_admin(self, browser: Browser, archive: Archive) -> None:
        editor = sign_in(browser, archive, "editor-one", java_script_enabled=False)  # type: ignore[arg-type]
        editor.click("header .vault button")
        editor.wait_for_selector("text=The vault is closed")
        editor.goto(f"{archive.desk}/testimonies/2/workbench/")
        assert "The vault is locked" in editor.inner_text("main")
        editor.fill("#st", "T-0002")
        editor.click("main button:has-text('Suspend')")
        editor.click("text=Suspend now")
        assert "The reading room is silent about it" in editor.inner_text("body")

        admin = sign_in(browser, archive, "admin-one", java_script_enabled=False)  # type: ignore[arg-type]
        admin.click("header .vault a")
        admin.fill("#password", archive.passwords["admin-one"])
        admin.click("main button:has-text('Open the vault')")

        admin.wait_for_selector("text=The vault is open.")
        assert "Waiting for you" in admin.inner_text("main")
