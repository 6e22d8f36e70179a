"""A form of a protected name stands only where two people said of this occurrence that it is not the name.

Never where two parts of one person's name stand together, and never in another text than the one both of them read.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from archive.audit.models import AuditEvent
from archive.catalogue.opening import release_database
from archive.catalogue.reading import read_records
from archive.catalogue.records import ContextRecord, ContextText
from archive.publication.background import record_background
from archive.publication.hits import find_hits
from archive.publication.obstacles import PublicationRefused
from archive.publication.release import issue_release, lift_suspension, publish
from archive.publication.sweep import protect_name, sweep_all, sweep_person
from archive.publication.withdrawal import withdraw
from archive.redaction.lifts import LiftRefused, Occurrence
from archive.redaction.models import LiftVerdict, NameLift
from archive.review.rounds import contributors_to
from archive.testimonies.description import describe_edition
from archive.testimonies.models import State
from archive.users.models import User
from archive.vault.naming import NameDraft, current_matcher, record_protected_name, register_person
from tests import walking
from tests.lifting import IN_FULL, REFUSED, ROAD, Account, approved, forge, somebody
from tests.publication.in_place import put_records_in_place
from tests.walking import AT, Staff


@pytest.mark.django_db
class TestAFormThatIsAnOrdinaryWordHere:
    def test_stands_once_one_has_proposed_it_and_another_confirmed(self, account: Account) -> None:
        before = account.codes()

        account.propose()
        between = account.codes()
        account.answer()

        assert before == between == REFUSED
        assert account.codes() == set()

    def test_goes_out_with_the_release(self, account: Account, people: Staff) -> None:
        account.lift()
        publish(walking.edition_now(account.edition), by=people.admin, at=AT)

        issued = issue_release(by=people.admin, at=AT)

        assert (issued.testimonies, issued.left_out) == (1, ())

    def test_is_refused_as_before_if_the_second_person_refuses(self, account: Account, people: Staff) -> None:
        account.propose()

        account.answer(outcome="refuse")

        assert account.codes() == REFUSED
        with pytest.raises(LiftRefused, match="already"):
            account.propose(by=people.editor)

    def test_is_refused_again_in_any_other_text(self, account: Account, people: Staff) -> None:
        account.lift()

        abstracts = {
            "en": "A man is taken to the war and leaves.",
            "nb": "En mann blir tatt til krigen og drar.",
        }
        describe_edition(account.edition, abstracts=abstracts, by=people.editor, at=AT)
        walking.hand_over(account.edition, people)

        assert account.codes() == REFUSED

    def test_is_refused_again_for_a_person_who_is_recorded_later(self, account: Account, people: Staff) -> None:
        account.lift()

        somebody(people, "Birger Kvernmo")

        assert account.codes() == REFUSED
        account.lift()
        assert account.codes() == set()

    def test_stands_in_the_trail_without_the_word(self, account: Account, people: Staff) -> None:
        account.lift()

        events = AuditEvent.objects.filter(act__startswith="lift_").order_by("seq")
        assert [(event.act, event.actor) for event in events] == [
            ("lift_proposed", str(people.other_editor.pk)),
            ("lift_confirmed", str(people.other_admin.pk)),
        ]
        assert "vernmo" not in "".join(event.facts for event in events)
        told = {"digest": account.digest(), "language": "en", "persons": 1}
        assert [json.loads(event.facts) for event in events] == [told, told]

    def test_is_refused_in_the_trail_where_it_was(self, account: Account) -> None:
        account.propose()

        account.answer(outcome="refuse")

        assert AuditEvent.objects.filter(act__startswith="lift_").order_by("-seq")[0].act == "lift_refused"


@pytest.mark.django_db
class TestWhoeverProposes:
    @pytest.mark.parametrize(
        ("said", "why"),
        [
            ({"kind": "perhaps"}, "another person, or an ordinary word"),
            ({"reason": " "}, "how you know"),
            ({"digest": "0" * 64}, "has changed"),
            ({"where": Occurrence("en", 1, 0, 4)}, "No form of a protected name stands"),
        ],
    )
    def test_says_what_it_is_and_why_of_a_form_in_the_text_of_today(
        self, account: Account, said: dict[str, Any], why: str
    ) -> None:
        with pytest.raises(LiftRefused, match=why):
            account.propose(**said)

        assert not NameLift.objects.exists()

    def test_is_somebody_who_may_decide(self, account: Account, people: Staff) -> None:
        people.other_editor.is_active = False
        people.other_editor.save()

        with pytest.raises(LiftRefused, match="does not decide details"):
            account.propose()

    def test_has_had_a_hand_in_the_edition_and_approves_it_no_more(self, account: Account, people: Staff) -> None:
        account.propose(by=people.other_admin)

        assert people.other_admin.pk in contributors_to(account.edition)

    def test_says_it_of_nothing_that_was_withdrawn(self, account: Account, people: Staff) -> None:
        withdraw(account.edition.testimony, by=people.editor, at=AT, reason="asked")
        gone = Account(walking.edition_now(account.edition), people)

        with pytest.raises(LiftRefused, match="withdrawn or replaced"):
            gone.propose()


@pytest.mark.django_db
class TestWhoeverConfirms:
    @pytest.mark.parametrize(
        ("who", "why"), [("admin", "You proposed"), ("other_editor", "Only an admin"), ("editor", "Only an admin")]
    )
    def test_is_an_admin_who_did_not_propose_it(self, account: Account, people: Staff, who: str, why: str) -> None:
        account.propose(by=people.admin)

        with pytest.raises(LiftRefused, match=why):
            account.answer(by=getattr(people, who))

        assert not LiftVerdict.objects.exists()

    def test_had_no_hand_in_the_edition(self, people: Staff) -> None:
        edition = walking.decide(walking.take_in(people, text=walking.TEXT + ROAD), people)
        describe_edition(edition, abstracts={"en": "He is taken."}, by=people.other_admin, at=AT)
        somebody(people)
        account = Account(edition, people)
        account.propose()

        with pytest.raises(LiftRefused, match="decided something"):
            account.answer()

    def test_may_still_confirm_when_the_gate_runs(self, account: Account, people: Staff) -> None:
        account.lift()

        User.objects.filter(pk=people.other_admin.pk).update(role="editor")

        assert account.codes() == REFUSED

    @pytest.mark.parametrize(
        ("said", "why"), [({"outcome": "perhaps"}, "Confirm it, or refuse it"), ({"digest": "0" * 64}, "has changed")]
    )
    def test_says_yes_or_no_to_the_text_that_was_proposed(
        self, account: Account, said: dict[str, Any], why: str
    ) -> None:
        account.propose()

        with pytest.raises(LiftRefused, match=why):
            account.answer(**said)

    def test_answers_once_and_only_what_was_proposed(self, account: Account) -> None:
        with pytest.raises(LiftRefused, match="Nothing waits"):
            account.answer()
        account.lift()
        with pytest.raises(LiftRefused, match="Nothing waits"):
            account.answer()


@pytest.mark.django_db
class TestTwoPartsOfOneNameTogether:
    @pytest.fixture
    def account(self, people: Staff) -> Account:
        account = approved(people, text=walking.TEXT + IN_FULL)
        somebody(people)
        return account

    def test_are_never_lifted(self, account: Account) -> None:
        for left in account.places():
            with pytest.raises(LiftRefused, match="Two parts"):
                account.propose(where=left.where)

    @pytest.mark.parametrize("words", ["Kvernmo, Halvgrim", "H. Kvernmo", "Kvernmo-Halvgrim", "HALVGRIM KVERNMO"])
    def test_are_never_lifted_in_whatever_order_or_shape(self, people: Staff, words: str) -> None:
        account = approved(people, text=walking.TEXT + ROAD.replace("Kvernmo", words))
        somebody(people)

        blocks = [left for left in account.places() if left.tier == "block"]

        assert blocks
        assert all(left.refused for left in blocks)

    @pytest.mark.parametrize("words", ["Halvgrim Kvernmo", "H. Kvernmo"])
    def test_are_refused_by_whoever_is_to_confirm_and_by_the_gate_whatever_the_database_says(
        self, words: str, people: Staff
    ) -> None:
        account = approved(people, text=walking.TEXT + IN_FULL.replace("Halvgrim Kvernmo", words))
        somebody(people)
        for left in account.places():
            lifts = forge(account, left, by=people.other_editor)
            with pytest.raises(LiftRefused, match="Two parts"):
                account.answer(where=left.where)
            for lift in lifts:
                LiftVerdict.objects.create(
                    lift=lift, digest=lift.digest, outcome="confirm", given_by=people.other_admin, given_at=AT
                )

        assert account.codes() == REFUSED

    def test_can_be_refused_by_whoever_was_to_confirm(self, account: Account, people: Staff) -> None:
        left = account.places()[0]
        forge(account, left, by=people.other_editor)

        account.answer(where=left.where, outcome="refuse")

        assert account.codes() == REFUSED

    def test_are_seen_once_a_second_part_is_recorded(self, people: Staff) -> None:
        account = approved(people, text=walking.TEXT + IN_FULL)
        person = register_person(names=[NameDraft("Kvernmo", "surname")], by=people.editor, at=AT)
        account.lift()
        before = account.codes()

        record_protected_name(person, name="Halvgrim Kvernmo", kind="legal", by=people.editor, at=AT)

        assert before == set()
        assert account.codes() == REFUSED


@pytest.mark.django_db
class TestAFormThatOnlyMayBeTheName:
    def test_needs_one_recorded_decision(self, people: Staff) -> None:
        edition = walking.describe(walking.decide(walking.take_in(people), people), people)
        abstracts = {"en": "Storm came, and a man walks away.", "nb": "En mann blir tatt til krigen og drar."}
        describe_edition(edition, abstracts=abstracts, by=people.editor, at=AT)
        account = Account(walking.hand_over(edition, people), people)
        somebody(people, "Halvgrim Storm")
        tiers = [left.tier for left in account.places()]
        before = account.codes()

        account.propose()

        after = account.codes()
        abstracts["nb"] = "En mann blir tatt, og han drar."
        describe_edition(walking.edition_now(edition), abstracts=abstracts, by=people.editor, at=AT)

        assert tiers == ["ask"]
        assert (before, after) == ({"G009"}, set())
        assert "G009" in account.codes()  # another text needs another one


@pytest.mark.django_db
class TestWordsThatTheArchivePutThere:
    def test_are_changed_and_not_lifted(self, people: Staff) -> None:
        account = approved(people)
        somebody(people, "Rasmus Craftsman")

        with pytest.raises(LiftRefused, match="archive itself put these words"):
            account.propose()


@pytest.mark.django_db
class TestTheBytesOfTheRelease:
    def test_hold_a_lifted_word_nowhere_else(self, account: Account, people: Staff) -> None:
        account.lift()
        publish(walking.edition_now(account.edition), by=people.admin, at=AT)
        entry = ContextRecord(code="entry", kind="case", texts=(ContextText("en", "A case", ("Kvernmo was tried.",)),))
        record_background([entry], by=people.editor, at=AT)

        with pytest.raises(PublicationRefused) as refusal:
            issue_release(by=people.admin, at=AT)

        assert [obstacle.code for obstacle in refusal.value.obstacles] == ["G018"]


@pytest.mark.django_db
class TestTheSweep:
    def test_silences_what_comes_back_once_it_is_lifted_and_stays(self, people: Staff) -> None:
        account = approved(people)
        publish(account.edition, by=people.admin, at=AT)
        issue_release(by=people.admin, at=AT)
        person = register_person(by=people.editor, at=AT)
        _, hits = protect_name(person, name="Halvgrim Kvernmo", kind="legal", by=people.editor, at=AT)
        silent = Account(walking.edition_now(account.edition), people)
        silent.lift()

        lift_suspension(silent.edition, by=people.admin, at=AT)

        assert [hit.passage for hit in hits] == [4]
        assert sweep_all(by=people.admin, at=AT) == []
        assert walking.edition_now(silent.edition).state == State.PUBLISHED
        _, again = protect_name(somebody(people, "Birger"), name="Kvernmo", kind="surname", by=people.editor, at=AT)
        assert [hit.passage for hit in again] == [4]
        assert walking.edition_now(silent.edition).state == State.SUSPENDED

    def test_finds_two_parts_of_one_name_whatever_the_database_says(self, people: Staff) -> None:
        account = _published(people, text=walking.TEXT + ROAD.replace("Kvernmo", "H. Kvernmo"))
        for left in account.places():
            for lift in forge(account, left, by=people.other_editor):
                LiftVerdict.objects.create(
                    lift=lift, digest=lift.digest, outcome="confirm", given_by=people.other_admin, given_at=AT
                )

        hits = find_hits([account.edition.testimony.public_id], current_matcher())

        assert [(hit.passage, hit.tier) for hit in hits] == [(4, "block")]

    def test_does_not_take_the_title_for_the_abstract_of_which_it_was_said(
        self, people: Staff, data_folder: Path
    ) -> None:
        abstract = "Kvernmo is a road here, and a man walks away along it when all the others go forward."
        edition = walking.describe(walking.decide(walking.take_in(people), people), people)
        describe_edition(edition, abstracts={"en": abstract, "nb": "En mann drar sin vei."}, by=people.editor, at=AT)
        walking.hand_over(edition, people)
        publish(walking.edition_now(edition), by=people.admin, at=AT)
        issue_release(by=people.admin, at=AT)
        public_id = edition.testimony.public_id
        person = somebody(people)
        sweep_person(person, by=people.editor, at=AT)
        account = Account(walking.edition_now(edition), people)
        account.lift()
        before = find_hits([public_id], current_matcher())

        with release_database(settings.RELEASE_FILE) as connection:
            (record,) = read_records(using=connection.alias, only={public_id})
        entitled = [replace(text, title="Kvernmo, and after", passages=()) for text in record.languages]
        put_records_in_place([replace(record, languages=tuple(entitled))], data_folder)

        assert before == []
        hits = find_hits([public_id], current_matcher())
        assert {(hit.language, hit.passage, hit.tier) for hit in hits} == {("en", 0, "block"), ("nb", 0, "block")}


def _published(people: Staff, *, text: str) -> Account:
    """Return what went out before the archive learnt of a person with such a name, and is silent since."""
    account = approved(people, text=text)
    publish(account.edition, by=people.admin, at=AT)
    issue_release(by=people.admin, at=AT)
    sweep_person(somebody(people), by=people.editor, at=AT)
    return Account(walking.edition_now(account.edition), people)
