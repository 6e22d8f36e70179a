"""What the database keeps of testimonies whoever writes to it: a withdrawal, an address, one narrator, known codes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from archive.publication.withdrawal import withdraw
from archive.testimonies.models import Appearance, Telling, Testimony
from tests import walking
from tests.walking import AT

pytestmark = pytest.mark.usefixtures("database")


def refuses(act) -> bool:
    try:
        with transaction.atomic():
            act()
    except IntegrityError:
        return True
    return False


class TestAWithdrawal:
    @pytest.mark.parametrize("at", [None, AT + timedelta(days=1)], ids=["taken back", "dated anew"])
    def test_stands_as_it_was_given(self, people, at):
        testimony = walking.take_in(people).testimony
        withdraw(testimony, reason="asked", by=people.editor, at=AT)

        assert refuses(lambda: Testimony.objects.filter(pk=testimony.pk).update(withdrawn_at=at))


class TestATestimony:
    @pytest.mark.parametrize("changed", [{"public_id": "0" * 26}, {"number": 77}])
    def test_keeps_its_number_and_its_address(self, people, changed):
        testimony = walking.take_in(people).testimony

        assert refuses(lambda: Testimony.objects.filter(pk=testimony.pk).update(**changed))

    def test_is_never_lost(self, people):
        testimony = walking.take_in(people).testimony

        assert refuses(lambda: Testimony.objects.filter(pk=testimony.pk)._raw_delete("default"))

    def test_has_one_narrator(self, people):
        wife = walking.take_in(people).testimony.appearances.get(narrates=False)

        assert refuses(lambda: Appearance.objects.filter(pk=wife.pk).update(narrates=True))

    def test_has_people_in_known_parts_and_is_told_in_known_languages(self, people):
        testimony = walking.take_in(people).testimony

        assert refuses(lambda: Appearance.objects.filter(testimony=testimony).update(part="neighbour"))
        assert refuses(lambda: Telling.objects.filter(testimony=testimony).update(language="de"))
