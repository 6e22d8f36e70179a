"""What several promises begin with."""

import pytest

from tests.lifting import Account, approved, somebody
from tests.walking import Staff


@pytest.fixture
def account(people: Staff) -> Account:
    """An approved edition in which, as the archive learns afterwards, a form of somebody's name stands."""
    account = approved(people)
    somebody(people)
    return account
