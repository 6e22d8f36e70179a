"""A form of a protected name stands only where two people said of this occurrence that it is not the name.

Never where two parts of one person's name stand together, and never in another text than the one both of them read.
"""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from archive.audit.models import AuditEvent
from archive.catalogue.records import ContextRecord, ContextText
from archive.publication.background import record_background
from archive.publication.examination import find_obstacles
from archive.publication.obstacles import PublicationRefused
from archive.publication.release import issue_release, lift_suspension, publish
from archive.publication.sweep import protect_name, sweep_all
from archive.redaction.lifts import LiftRefused, Occurrence, answer_lift, names_left, propose_lift
from archive.redaction.models import LiftVerdict, NameLift
from archive.redaction.rendering import render_redacted
from archive.review.rounds import record_verdict, submit_for_review
from archive.testimonies.description import describe_edition
from archive.testimonies.models import Edition, State
from archive.users.models import User
from archive.vault.models import Person
from archive.vault.naming import NameDraft, record_protected_name, register_person
from tests import walking
from tests.walking import AT, Staff

ROAD = "\n\nThe Kvernmo road was closed that spring, and so we went through the fields until it was dark."
IN_FULL = "\n\nThere was one Halvgrim Kvernmo among us, and he was old, and he asked nobody why he had to come."


def approved(people: Staff, *, text: str = walking.TEXT + ROAD) -> Edition:
    """Return an approved edition; only afterwards does the archive learn of a person with such a name."""
    return walking.edition_now(walking.approve(people, text=text))


def somebody(people: Staff, name: str = "Halvgrim Kvernmo") -> Person:
    return register_person(names=[NameDraft(name)], by=people.editor, at=AT)


def codes(edition: Edition, people: Staff) -> set[str]:
    return {one.code for one in find_obstacles(walking.edition_now(edition), by=people.admin, at=AT)}


def digest_of(edition: Edition, people: Staff) -> str:
    return render_redacted(edition, by=people.editor, at=AT, purpose="review").digest


def places(edition: Edition, people: Staff) -> list[Any]:
    return names_left(edition, render_redacted(edition, by=people.editor, at=AT, purpose="review"))


def propose(edition: Edition, people: Staff, *, by: User | None = None, where: Occurrence | None = None, **given: Any):
    said: dict[str, Any] = {"kind": "ordinary_word", "reason": "A road of that name.", "by": people.other_editor}
    said |= {"digest": digest_of(edition, people), "at": AT} | given | ({"by": by} if by else {})
    return propose_lift(edition, where or places(edition, people)[0].where, **said)


def confirm(edition: Edition, people: Staff, *, by: User | None = None, outcome: str = "confirm"):
    where = places(edition, people)[0].where
    digest = digest_of(edition, people)
    return answer_lift(edition, where, digest=digest, outcome=outcome, by=by or people.other_admin, at=AT)


@pytest.mark.django_db
class TestAFormThatIsAnOrdinaryWordHere:
    def test_stands_once_one_has_proposed_it_and_another_confirmed(self) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people)
        before = codes(edition, people)

        propose(edition, people)
        between = codes(edition, people)
        confirm(edition, people)

        assert before == between == {"G009", "G010"}
        assert codes(edition, people) == set()

    def test_goes_out_with_the_release(self) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people)
        propose(edition, people)
        confirm(edition, people)
        publish(walking.edition_now(edition), by=people.admin, at=AT)

        issued = issue_release(by=people.admin, at=AT)

        assert (issued.testimonies, issued.left_out) == (1, ())

    def test_is_refused_as_before_if_the_second_person_refuses(self) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people)
        propose(edition, people)

        confirm(edition, people, outcome="refuse")

        assert codes(edition, people) == {"G009", "G010"}
        with pytest.raises(LiftRefused, match="already"):
            propose(edition, people, by=people.editor)

    def test_is_refused_again_in_any_other_text(self) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people)
        propose(edition, people)
        confirm(edition, people)

        abstract = "A man is taken to the war and leaves."
        nb = "En mann blir tatt til krigen og drar."
        describe_edition(edition, abstracts={"en": abstract, "nb": nb}, by=people.editor, at=AT)
        submit_for_review(edition, by=people.editor, at=AT)
        record_verdict(edition, reviewer=people.admin, digest=digest_of(edition, people), verdict="approve", at=AT)

        assert codes(edition, people) == {"G009", "G010"}

    def test_is_refused_again_for_a_person_who_is_recorded_later(self) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people)
        propose(edition, people)
        confirm(edition, people)

        somebody(people, "Birger Kvernmo")

        assert codes(edition, people) == {"G009", "G010"}
        propose(edition, people)
        confirm(edition, people)
        assert codes(edition, people) == set()

    def test_stands_in_the_trail_without_the_word(self) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people)

        propose(edition, people)
        confirm(edition, people)

        events = AuditEvent.objects.filter(act__startswith="lift_").order_by("seq")
        assert [(event.act, event.actor) for event in events] == [
            ("lift_proposed", str(people.other_editor.pk)),
            ("lift_confirmed", str(people.other_admin.pk)),
        ]
        assert "vernmo" not in "".join(event.facts for event in events)


@pytest.mark.django_db
class TestWhoeverConfirms:
    @pytest.mark.parametrize("who", ["admin", "other_editor", "editor"])
    def test_is_an_admin_who_did_not_propose_it(self, who: str) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people)
        propose(edition, people, by=people.admin)

        with pytest.raises(LiftRefused):
            confirm(edition, people, by=getattr(people, who))

        assert not LiftVerdict.objects.exists()

    def test_had_no_hand_in_the_edition(self) -> None:
        people = walking.staff()
        edition = walking.decide(walking.take_in(people, text=walking.TEXT + ROAD), people)
        describe_edition(edition, abstracts={"en": "He is taken."}, by=people.other_admin, at=AT)
        somebody(people)
        propose(edition, people)

        with pytest.raises(LiftRefused, match="decided something"):
            confirm(edition, people)

    def test_may_still_confirm_when_the_gate_runs(self) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people)
        propose(edition, people)
        confirm(edition, people)

        User.objects.filter(pk=people.other_admin.pk).update(role="editor")

        assert codes(edition, people) == {"G009", "G010"}

    def test_reads_the_text_that_was_proposed(self) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people)
        where = places(edition, people)[0].where

        with pytest.raises(LiftRefused, match="changed"):
            propose(edition, people, where=where, digest="0" * 64)


@pytest.mark.django_db
class TestTwoPartsOfOneNameTogether:
    def test_are_never_lifted(self) -> None:
        people = walking.staff()
        edition = approved(people, text=walking.TEXT + IN_FULL)
        somebody(people)

        for left in places(edition, people):
            with pytest.raises(LiftRefused, match="Two parts"):
                propose(edition, people, where=left.where)

    @pytest.mark.parametrize("words", ["Kvernmo, Halvgrim", "H. Kvernmo", "Kvernmo-Halvgrim", "HALVGRIM KVERNMO"])
    def test_are_never_lifted_in_whatever_order_or_shape(self, words: str) -> None:
        people = walking.staff()
        edition = approved(people, text=walking.TEXT + ROAD.replace("Kvernmo", words))
        somebody(people)

        blocks = [left for left in places(edition, people) if left.tier == "block"]

        assert blocks
        assert all(left.refused for left in blocks)

    def test_are_refused_by_the_gate_even_where_the_database_says_they_are_lifted(self) -> None:
        people = walking.staff()
        edition = approved(people, text=walking.TEXT + IN_FULL)
        somebody(people)
        digest = digest_of(edition, people)
        for left in places(edition, people):
            for person in Person.objects.filter(pk__in=left.persons):
                lift = NameLift(
                    sealed_under=person.sealed_under, edition=edition, digest=digest, language=left.where.language,
                    passage=left.where.passage, start=left.where.start, end=left.where.end, person=person,
                    kind="ordinary_word", tier="block",
                    reason="Forged.", proposed_by=people.other_editor, proposed_at=AT,
                )  # fmt: skip
                lift.save(force_insert=True)
                LiftVerdict.objects.create(
                    lift=lift, digest=digest, outcome="confirm", given_by=people.other_admin, given_at=AT
                )

        assert codes(edition, people) == {"G009", "G010"}

    def test_are_seen_once_a_second_part_is_recorded(self) -> None:
        people = walking.staff()
        edition = approved(people, text=walking.TEXT + IN_FULL)
        person = register_person(names=[NameDraft("Kvernmo", "surname")], by=people.editor, at=AT)
        propose(edition, people)
        confirm(edition, people)
        before = codes(edition, people)

        record_protected_name(person, name="Halvgrim Kvernmo", kind="legal", by=people.editor, at=AT)

        assert before == set()
        assert codes(edition, people) == {"G009", "G010"}


@pytest.mark.django_db
class TestAFormThatOnlyMayBeTheName:
    def test_needs_one_recorded_decision(self) -> None:
        people = walking.staff()
        edition = walking.describe(walking.decide(walking.take_in(people), people), people)
        abstracts = {"en": "Storm came, and a man walks away.", "nb": "En mann blir tatt til krigen og drar."}
        describe_edition(edition, abstracts=abstracts, by=people.editor, at=AT)
        submit_for_review(edition, by=people.editor, at=AT)
        record_verdict(edition, reviewer=people.admin, digest=digest_of(edition, people), verdict="approve", at=AT)
        somebody(people, "Halvgrim Storm")
        tiers = [left.tier for left in places(edition, people)]
        before = codes(edition, people)

        propose(edition, people)

        after = codes(edition, people)
        abstracts["nb"] = "En mann blir tatt, og han drar."
        describe_edition(walking.edition_now(edition), abstracts=abstracts, by=people.editor, at=AT)

        assert tiers == ["ask"]
        assert (before, after) == ({"G009"}, set())
        assert "G009" in codes(edition, people)  # another text needs another one


@pytest.mark.django_db
class TestWordsThatTheArchivePutThere:
    def test_are_changed_and_not_lifted(self) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people, "Rasmus Craftsman")

        with pytest.raises(LiftRefused, match="archive itself put these words"):
            propose(edition, people)


@pytest.mark.django_db
class TestTheBytesOfTheRelease:
    def test_hold_a_lifted_word_nowhere_else(self) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people)
        propose(edition, people)
        confirm(edition, people)
        publish(walking.edition_now(edition), by=people.admin, at=AT)
        entry = ContextRecord(code="entry", kind="case", texts=(ContextText("en", "A case", ("Kvernmo was tried.",)),))
        record_background([entry], by=people.editor, at=AT)

        with pytest.raises(PublicationRefused) as refusal:
            issue_release(by=people.admin, at=AT)

        assert [obstacle.code for obstacle in refusal.value.obstacles] == ["G018"]


@pytest.mark.django_db
class TestTheSweep:
    def test_silences_what_comes_back_once_it_is_lifted_and_stays(self) -> None:
        people = walking.staff()
        edition = approved(people)
        publish(edition, by=people.admin, at=AT)
        issue_release(by=people.admin, at=AT)
        person = register_person(by=people.editor, at=AT)
        _, hits = protect_name(person, name="Halvgrim Kvernmo", kind="legal", by=people.editor, at=AT)
        silent = walking.edition_now(edition)
        propose(silent, people)
        confirm(silent, people)

        lift_suspension(silent, by=people.admin, at=AT)

        assert [hit.passage for hit in hits] == [4]
        assert sweep_all(by=people.admin, at=AT) == []
        assert walking.edition_now(edition).state == State.PUBLISHED
        _, again = protect_name(somebody(people, "Birger"), name="Kvernmo", kind="surname", by=people.editor, at=AT)
        assert [hit.passage for hit in again] == [4]
        assert walking.edition_now(edition).state == State.SUSPENDED


@pytest.mark.usefixtures("database")
class TestTheDatabase:
    def test_refuses_what_the_functions_refuse(self) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people)
        (lift,) = propose(edition, people, by=people.admin)

        for given_by, digest in (
            (people.admin, lift.digest),  # who proposed it
            (people.editor, lift.digest),  # no admin, and had a hand
            (people.other_editor, lift.digest),  # no admin
            (people.other_admin, "0" * 64),  # another text
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                LiftVerdict.objects.create(lift=lift, digest=digest, outcome="confirm", given_by=given_by, given_at=AT)
        assert not LiftVerdict.objects.exists()

    def test_changes_and_loses_nothing_that_was_said(self) -> None:
        people = walking.staff()
        edition = approved(people)
        somebody(people)
        (lift,) = propose(edition, people)
        confirm(edition, people)

        for change in (
            lambda: NameLift.objects.filter(pk=lift.pk).update(start=lift.start + 1, end=lift.end + 1),
            lambda: NameLift.objects.filter(pk=lift.pk).update(digest="1" * 64),
            lambda: LiftVerdict.objects.update(given_by=people.admin),
            lambda: LiftVerdict.objects.all().delete(),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                change()
