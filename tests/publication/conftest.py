"""A testimony that is out, and names a stranger."""

import pytest

from archive.publication.release import issue_release
from tests import walking
from tests.publication.in_place import TEXT
from tests.walking import AT, Staff


@pytest.fixture
def public_id(people: Staff) -> str:
    edition = walking.put_out(people, text=TEXT)
    issue_release(by=people.admin, at=AT)
    return edition.testimony.public_id
