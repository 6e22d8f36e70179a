"""For whom it waits to be confirmed that a form of a name may stand."""

import pytest

from archive.review.waiting_lifts import lifts_waiting_for
from archive.testimonies.description import describe_edition
from tests import walking
from tests.lifting import ROAD, Account, approved, somebody
from tests.walking import AT, Staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(people: Staff) -> Account:
    account = approved(people, text=walking.TEXT + ROAD)
    somebody(people)
    return account


def test_it_waits_for_every_admin_but_whoever_proposed_it(account: Account, people: Staff) -> None:
    before = lifts_waiting_for(people.other_admin)

    account.propose(by=people.admin)

    assert before == []
    assert lifts_waiting_for(people.other_admin) == [account.edition.testimony]
    assert lifts_waiting_for(people.admin) == []
    assert lifts_waiting_for(people.other_editor) == []


def test_it_waits_no_more_once_somebody_answered(account: Account, people: Staff) -> None:
    account.propose()

    account.answer(outcome="refuse")

    assert lifts_waiting_for(people.admin) == []


def test_it_waits_for_nobody_who_had_a_hand_in_the_edition_or_for_another_text(account: Account, people: Staff) -> None:
    account.propose()
    abstracts = {"en": "A man is taken to the war and leaves.", "nb": "En mann blir tatt til krigen og drar."}
    describe_edition(account.edition, abstracts=abstracts, by=people.other_admin, at=AT)
    between = lifts_waiting_for(people.admin)
    walking.hand_over(walking.edition_now(account.edition), people)

    assert between == []
    assert lifts_waiting_for(people.admin) == []  # the text is another
    account.propose()
    assert lifts_waiting_for(people.admin) == [account.edition.testimony]
    assert lifts_waiting_for(people.other_admin) == []
