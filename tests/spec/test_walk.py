"""A testimony travels from its source to a reader step by step, and no step can be skipped."""

import pytest

from archive.catalogue.opening import release_database
from archive.catalogue.reading import read_records
from archive.publication.examination import find_obstacles
from archive.publication.release import issue_release, publish, verify_release
from archive.testimonies.models import State
from tests import walking
from tests.walking import AT

pytestmark = pytest.mark.django_db


class TestATestimonyTakenThroughTheWalk:
    def test_is_read_from_the_release(self, settings):
        people = walking.staff()
        edition = walking.approve(people)

        assert find_obstacles(edition, by=people.admin, at=AT) == ()
        publish(edition, by=people.admin, at=AT)
        settings.DISPLAY_THRESHOLD = 1
        issued = issue_release(by=people.admin, at=AT)

        with release_database(issued.path) as connection:
            (record,) = read_records(using=connection.alias)
        english = record.languages[0]
        words = " ".join(part.text for passage in english.passages for part in passage.parts)
        assert issued.testimonies == 1
        assert issued.left_out == ()
        assert walking.edition_now(edition).state == State.PUBLISHED
        assert english.public_name == "Arne"
        assert "Arne" in words
        assert "Brekkesen" not in words
        assert "Kveldsvik" not in words
        assert verify_release(issued.path, public_key_file=settings.RELEASE_PUBLIC_KEY_FILE) == 1

    def test_can_be_published_by_the_release_itself(self):
        people = walking.staff()
        edition = walking.approve(people)

        issued = issue_release(by=people.admin, at=AT, including=[edition])

        assert [one.pk for one in issued.published] == [edition.pk]
        assert walking.edition_now(edition).state == State.PUBLISHED
