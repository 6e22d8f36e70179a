"""What was said of a place in an earlier text of a testimony, offered to whoever has to say it anew."""

from dataclasses import replace
from datetime import timedelta

import pytest

from archive.redaction.lifts import said_before
from archive.testimonies.description import describe_edition
from tests import walking
from tests.lifting import Account, approved, somebody
from tests.walking import AT, Staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(people: Staff) -> Account:
    account = approved(people)
    somebody(people)
    return account


def write_anew(account: Account, word: str) -> None:
    """Make another text of it: what was said before was said of the one before."""
    abstracts = {"en": f"A man is taken to the war and leaves {word}.", "nb": "En mann blir tatt til krigen og drar."}
    describe_edition(walking.edition_now(account.edition), abstracts=abstracts, by=account.people.editor, at=AT)


def reasons_before(account: Account) -> list[str]:
    edition = walking.edition_now(account.edition)
    return [lift.reason.reveal() for lift in said_before(edition, digest=account.digest()).values()]


class TestWhatWasSaidOfAnEarlierText:
    def test_is_offered_and_what_is_said_of_this_text_is_not(self, account: Account) -> None:
        account.propose(reason="A road of that name.")
        of_this_text = reasons_before(account)

        write_anew(account, "again")

        assert of_this_text == []
        assert reasons_before(account) == ["A road of that name."]

    def test_is_not_offered_where_the_second_person_refused_it(self, account: Account) -> None:
        account.propose()
        account.answer(outcome="refuse")

        write_anew(account, "again")

        assert reasons_before(account) == []

    def test_is_offered_in_the_words_of_the_last_time(self, account: Account) -> None:
        account.propose(reason="A farm.", at=AT + timedelta(hours=1))
        write_anew(account, "again")
        account.propose(reason="A road.", at=AT)
        write_anew(account, "once more")

        assert reasons_before(account) == ["A farm."]

    def test_is_of_this_testimony_and_no_other(self, account: Account, people: Staff) -> None:
        account.propose()
        narrator = replace(walking.NARRATOR, pseudonyms=(("en", "Eirik"),))

        other = walking.take_in(people, text=f"{walking.TEXT} Nobody came.", persons=(narrator,))

        assert said_before(other, digest="") == {}
