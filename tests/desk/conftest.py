"""People who are signed in at the desk, and an invented testimony as far along the walk as a test needs it."""

import pytest
from django.test import Client

from archive.redaction.spans import propose_spans
from tests import walking
from tests.walking import AT, Staff


@pytest.fixture
def people(db) -> Staff:
    return walking.staff()


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(people) -> Client:
    return signed_in(people.editor)


@pytest.fixture
def other_editor(people) -> Client:
    return signed_in(people.other_editor)


@pytest.fixture
def admin(people) -> Client:
    return signed_in(people.admin)


@pytest.fixture
def taken_in(people):
    """An edition nobody has searched yet."""
    return walking.take_in(people)


@pytest.fixture
def searched(people):
    """An edition with open details."""
    edition = walking.take_in(people)
    propose_spans(edition, by=people.editor, at=AT)
    return walking.edition_now(edition)


@pytest.fixture
def decided(people):
    """An edition that is ready for review."""
    return walking.describe(walking.decide(walking.take_in(people), people), people)


@pytest.fixture
def submitted(people):
    """An edition in review."""
    return walking.edition_now(walking.submit(people))


@pytest.fixture
def approved(people):
    """An approved edition."""
    return walking.edition_now(walking.approve(people))


@pytest.fixture
def published(people):
    """An edition the gate let through."""
    return walking.edition_now(walking.put_out(people))
