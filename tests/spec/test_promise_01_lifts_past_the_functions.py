"""What the database itself refuses of lifting a name: one hand, another text, and forgetting what was said."""

import pytest
from django.db import IntegrityError, transaction

from archive.publication.withdrawal import withdraw
from archive.redaction.models import LiftVerdict, NameLift
from archive.testimonies.description import describe_edition
from archive.users.models import User
from tests import walking
from tests.lifting import ROAD, Account, forge, somebody
from tests.walking import AT, Staff


@pytest.mark.usefixtures("database")
class TestTheDatabase:
    @pytest.mark.parametrize(
        ("who", "why"),
        [
            ("other_admin", "neither proposed it nor had a hand"),  # proposed it, and nobody noted a hand
            ("admin", "neither proposed it nor had a hand"),  # described the edition
            ("other_editor", "Only an admin"),
        ],
    )
    def test_refuses_the_word_of_somebody_who(self, people: Staff, who: str, why: str) -> None:
        edition = walking.decide(walking.take_in(people, text=walking.TEXT + ROAD), people)
        describe_edition(edition, abstracts={"en": "He is taken."}, by=people.admin, at=AT)
        somebody(people)
        account = Account(edition, people)
        (lift,) = forge(account, account.places()[0], by=people.other_admin)

        with pytest.raises(IntegrityError, match=why), transaction.atomic():
            confirm_past_the_function(lift, getattr(people, who))

        assert not LiftVerdict.objects.exists()

    def test_refuses_a_word_on_another_text_or_of_another_kind(self, account: Account, people: Staff) -> None:
        (lift,) = account.propose()

        with pytest.raises(IntegrityError, match="for the text it was proposed for"), transaction.atomic():
            confirm_past_the_function(lift, people.other_admin, digest="0" * 64)
        with pytest.raises(IntegrityError, match="a_lift_is_confirmed_or_refused"), transaction.atomic():
            confirm_past_the_function(lift, people.other_admin, outcome="perhaps")

    def test_refuses_a_lift_of_what_was_withdrawn(self, account: Account, people: Staff) -> None:
        (left,) = account.places()
        withdraw(account.edition.testimony, by=people.editor, at=AT, reason="asked")

        with pytest.raises(IntegrityError, match="needs no lift"), transaction.atomic():
            forge(account, left, by=people.other_editor)

    def test_changes_and_loses_nothing_that_was_said(self, account: Account, people: Staff) -> None:
        (lift,) = account.propose()
        account.answer()

        for change in (
            lambda: NameLift.objects.filter(pk=lift.pk).update(start=lift.start + 1, end=lift.end + 1),
            lambda: NameLift.objects.filter(pk=lift.pk).update(digest="1" * 64),
            lambda: LiftVerdict.objects.update(given_by=people.admin),
            lambda: LiftVerdict.objects.all().delete(),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                change()


def confirm_past_the_function(
    lift: NameLift, given_by: User, *, digest: str = "", outcome: str = "confirm"
) -> LiftVerdict:
    return LiftVerdict.objects.create(
        lift=lift, digest=digest or lift.digest, outcome=outcome, given_by=given_by, given_at=AT
    )
