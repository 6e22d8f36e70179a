"""The alias register: who may be one person in two accounts, what was answered, and that nothing is joined by it."""

import json

import pytest
from django.db import IntegrityError, connection, transaction

from archive.audit.models import AuditEvent
from archive.testimonies.models import Testimony
from archive.testimonies.persons import PersonRefused
from archive.testimonies.same_person import (
    DIFFERENT,
    SAME,
    AliasSide,
    alias_sides,
    answer_of,
    answered,
    possible_joins,
    record_comparison,
)
from archive.vault.models import PersonComparison
from archive.vault.naming import NameDraft, record_naming_decision, register_person, standing_decision
from tests import walking
from tests.walking import AT, PersonDraft

pytestmark = pytest.mark.django_db


def teller(name, called, kind="changed_by_source"):
    return PersonDraft(
        key="teller",
        part="protagonist",
        narrates=True,
        names=tuple(NameDraft(one) for one in name.split("|")),
        naming=kind,
        evidence="Asked.",
        pseudonyms=(("en", called),),
    )


def account(people, name, called, **given):
    text = f"An account that nobody else tells, number {Testimony.objects.count()}, of a road and a winter."
    return walking.take_in(people, text=text, persons=(teller(name, called, **given),)).testimony


def named_openly(people, name):
    (person,) = persons_of(account(people, name, name, kind="undecided"))
    record_naming_decision(person, kind="named_by_choice", evidence="Form 2.", pseudonyms={}, by=people.editor, at=AT)


def pairs():
    return [(one.first.number, one.second.number, one.in_full) for one in possible_joins()]


def persons_of(*accounts):
    return [one.appearances.get().person for one in accounts]


class TestTwoPersonsOfTwoAccounts:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Jevgenij Zhuchkin", "Евгений Жучкин"),
            ("Yevgeniy Zhuchkin", "Evgenij Schutschkin"),
            ("Євген Жучкін", "Женя Жучкин"),
            ("Евгений|Жучкин", "Yevgeniy Zhuchkin"),
        ],
    )
    def test_may_be_one_when_their_names_agree_in_two_parts(self, people, one, other):
        account(people, one, "Arne")
        account(people, other, "Birger")

        assert pairs() == [(1, 2, True)]

    def test_may_be_one_when_the_only_recorded_name_agrees(self, people):
        account(people, "Zhuchkin", "Arne")
        account(people, "Евгений Жучкин", "Birger")

        assert pairs() == [(1, 2, False)]

    def test_may_be_one_though_one_of_them_is_named_openly(self, people):
        account(people, "Евгений Жучкин", "Arne")
        named_openly(people, "Jevgenij Zhuchkin")

        assert pairs() == [(1, 2, True)]

    def test_are_two_when_the_only_recorded_name_is_nearly_the_same(self, people):
        account(people, "Kvernno", "Arne")
        named_openly(people, "Olav Kvernmo")

        assert pairs() == []

    @pytest.mark.parametrize("other", ["Евгений Громов", "Олег Жучкин"])
    def test_are_two_when_one_part_of_two_agrees(self, people, other):
        account(people, "Jevgenij Zhuchkin", "Arne")
        account(people, other, "Birger")

        assert pairs() == []

    def test_are_two_when_they_stand_in_one_account(self, people):
        wife = PersonDraft(
            key="w", part="relative", names=(NameDraft("Евгений Жучкин"),), naming="role_only", evidence="-"
        )
        walking.take_in(people, persons=(teller("Jevgenij Zhuchkin", "Arne"), wife))

        assert pairs() == []

    def test_may_be_asked_of_one_person_alone(self, people):
        for name, called in (("Евгений|Жучкин", "Arne"), ("Yevgeniy Zhuchkin", "Birger"), ("Олег Громов", "Ivar")):
            account(people, name, called)
        account(people, "Oleg Gromov", "Sverre")
        first, second, third, _ = persons_of(*Testimony.objects.order_by("number"))

        assert [(one.first, one.second) for one in possible_joins(first)] == [(first, second)]
        assert [one.first for one in possible_joins(third)] == [third]

    def test_are_shown_by_their_accounts_and_by_what_they_are_called(self, people):
        account(people, "Jevgenij Zhuchkin", "Arne")
        account(people, "Евгений Жучкин", "Birger", kind="undecided")
        first, second = persons_of(*Testimony.objects.order_by("number"))

        sides = alias_sides([first, second])

        assert sides[first.pk] == AliasSide(first, (("T-0001", 1, "protagonist"),), ("Arne",), "changed_by_source")
        assert (sides[second.pk].called, sides[second.pk].naming) == ((), "undecided")
        assert not sides[first.pk].is_named_openly


class TestAnAnswer:
    @pytest.fixture
    def two(self, people):
        return account(people, "Jevgenij Zhuchkin", "Arne"), account(people, "Евгений Жучкин", "Birger")

    def say(self, people, two, answer, reason="The editor of the second told us."):
        return record_comparison(*persons_of(*two), answer=answer, reason=reason, by=people.editor, at=AT)

    @pytest.mark.parametrize("answer", [SAME, DIFFERENT])
    def test_is_not_asked_for_again(self, people, two, answer):
        self.say(people, two, answer)

        assert pairs() == []
        assert [one.is_same for one in answered()] == [answer == SAME]

    def test_joins_nothing(self, people, two):
        self.say(people, two, SAME)

        first, second = persons_of(*two)
        assert first != second
        decisions = [standing_decision(person) for person in (first, second)]
        assert [one and one.pseudonyms_by_language() for one in decisions] == [{"en": "Arne"}, {"en": "Birger"}]

    def test_counts_the_two_accounts_once_and_twice_again(self, people, two):
        def units():
            return len(set(Testimony.objects.values_list("disclosure_unit", flat=True)))

        self.say(people, two, SAME)
        once = units()
        self.say(people, two, DIFFERENT)

        assert (once, units()) == (1, 2)

    def test_counts_with_them_what_counted_with_one_of_them(self, people, two):
        third = account(people, "Oleg Gromov", "Ivar")
        Testimony.objects.filter(pk=third.pk).update(disclosure_unit=two[1].disclosure_unit)

        self.say(people, two, SAME)

        assert len(set(Testimony.objects.values_list("disclosure_unit", flat=True))) == 1

    def test_is_of_persons_who_stand_in_no_account_too(self, people):
        one, other = (register_person(names=[], by=people.editor, at=AT) for _ in range(2))

        record_comparison(one, other, answer=SAME, reason="Told.", by=people.editor, at=AT)

        assert [one.is_same for one in answered()] == [True]

    def test_is_among_those_of_either_person_and_of_nobody_else(self, people, two):
        third = account(people, "Oleg Gromov", "Ivar")
        self.say(people, two, SAME)

        first, second, third = persons_of(*two, third)
        record_comparison(second, third, answer=DIFFERENT, reason="Told.", by=people.editor, at=AT)

        assert [len(answered(person)) for person in (first, second, third)] == [1, 2, 1]
        told = [answer_of(*pair) for pair in ((first, second), (third, second), (first, third))]
        assert [one and one.is_same for one in told] == [True, False, None]

    def test_leaves_others_whom_an_answer_holds_together(self, people, two):
        others = [account(people, "Oleg Gromov", "Ivar"), account(people, "Олег Громов", "Sverre")]
        self.say(people, two, SAME)
        self.say(people, others, SAME)

        self.say(people, two, DIFFERENT)

        first, second, *others = (Testimony.objects.get(pk=one.pk).disclosure_unit for one in (*two, *others))
        assert others[0] == others[1]
        assert len({first, second, *others}) == 3

    def test_that_they_are_two_changes_nothing_where_they_counted_twice(self, people, two):
        before = list(Testimony.objects.order_by("pk").values_list("disclosure_unit", flat=True))

        self.say(people, two, DIFFERENT)

        assert list(Testimony.objects.order_by("pk").values_list("disclosure_unit", flat=True)) == before

    def test_leaves_together_what_another_answer_holds_together(self, people, two):
        accounts = [*two, account(people, "Yevgeniy Zhuchkin", "Ivar"), account(people, "Eugene Zhuchkin", "Sverre")]
        first, second, third, fourth = persons_of(*accounts)
        for one, another in ((first, second), (second, third), (third, fourth)):
            record_comparison(one, another, answer=SAME, reason="Told.", by=people.editor, at=AT)

        record_comparison(first, second, answer=DIFFERENT, reason="A slip.", by=people.editor, at=AT)

        units = [Testimony.objects.get(pk=one.pk).disclosure_unit for one in accounts]
        assert units[1] == units[2] == units[3] != units[0]

    def test_does_not_part_those_whom_a_third_account_holds_together(self, people, two):
        accounts = [*two, account(people, "Yevgeniy Zhuchkin", "Ivar")]
        first, second, third = persons_of(*accounts)
        for one, another in ((first, second), (second, third), (first, third)):
            record_comparison(one, another, answer=SAME, reason="Told.", by=people.editor, at=AT)

        record_comparison(first, second, answer=DIFFERENT, reason="A slip.", by=people.editor, at=AT)

        assert len({Testimony.objects.get(pk=one.pk).disclosure_unit for one in accounts}) == 1

    def test_stands_in_the_trail_without_a_word_and_without_the_answer(self, people, two):
        self.say(people, two, SAME)

        event = AuditEvent.objects.order_by("-seq")[0]
        first, second = persons_of(*two)
        assert (event.act, event.subject) == ("persons_compared", str(first.pk))
        assert json.loads(event.facts) == {"person": str(second.pk)}

    def test_is_sealed_with_its_reason(self, people, two):
        self.say(people, two, SAME)

        with connection.cursor() as cursor:
            cursor.execute("SELECT answer, reason FROM vault_personcomparison")
            held = b"".join(map(bytes, cursor.fetchone()))
        assert b"same" not in held
        assert b"editor" not in held

    def test_is_superseded_and_kept(self, people, two):
        self.say(people, two, SAME)
        self.say(people, two, DIFFERENT)

        assert PersonComparison.objects.count() == 2
        with pytest.raises(IntegrityError), transaction.atomic():
            PersonComparison.objects.all().delete()

    def test_is_of_two_entries(self, people, two):
        person, _ = persons_of(*two)

        with pytest.raises(PersonRefused, match="the same entry"):
            record_comparison(person, person, answer=SAME, reason="Told.", by=people.editor, at=AT)

    @pytest.mark.parametrize(("answer", "reason"), [("perhaps", "Told."), (SAME, " ")])
    def test_needs_an_answer_and_a_reason(self, people, two, answer, reason):
        with pytest.raises(PersonRefused):
            self.say(people, two, answer, reason)
