"""What a person may be called: who is named openly bears the very name that protects everybody else."""

import json

import pytest

from archive.audit.models import AuditEvent
from archive.vault.models import NAMED_OPENLY, ProtectedName
from archive.vault.naming import (
    NameDraft,
    NameRefused,
    protected_persons,
    record_naming_decision,
    register_person,
    standing_decision,
)
from tests.walking import AT, staff

pytestmark = pytest.mark.django_db

NAME = "Torvald Brekkesen"


def decide(person, kind, editor):
    return record_naming_decision(person, kind=kind, evidence="Form 2.", pseudonyms={"en": NAME}, by=editor, at=AT)


class TestWhoIsNamedOpenly:
    @pytest.mark.parametrize("kind", sorted(NAMED_OPENLY))
    def test_bears_their_own_name(self, kind):
        editor = staff().editor
        person = register_person(names=[NameDraft(NAME)], by=editor, at=AT)

        decision = decide(person, kind, editor)

        assert decision.pseudonyms_by_language() == {"en": NAME}

    def test_does_not_bear_a_name_that_protects_another_too(self):
        editor = staff().editor
        person = register_person(names=[NameDraft(NAME)], by=editor, at=AT)
        register_person(names=[NameDraft("Torvald Lundemo")], by=editor, at=AT)

        with pytest.raises(NameRefused):
            decide(person, "named_by_choice", editor)


class TestThePersonsOfTheVault:
    def test_are_protected_with_what_they_are_called_once_each_name(self):
        editor = staff().editor
        person = register_person(names=[NameDraft(NAME), NameDraft(f" {NAME.upper()} ")], by=editor, at=AT)
        called = {"en": "Arne", "nb": "Arne", "ru": "Арне"}
        record_naming_decision(
            person, kind="changed_by_source", evidence="Said so.", pseudonyms=called, by=editor, at=AT
        )

        (protected,) = protected_persons()

        assert (protected.names, protected.pseudonyms) == ((NAME,), ("Arne", "Арне"))

    def test_stand_in_the_trail_with_what_was_done_and_no_word(self):
        editor = staff().editor
        person = register_person(names=[NameDraft(NAME)], by=editor, at=AT)
        record_naming_decision(person, kind="role_only", evidence="Said so.", pseudonyms={}, by=editor, at=AT)

        events = AuditEvent.objects.filter(subject=str(person.pk)).order_by("seq")

        assert [(one.act, json.loads(one.facts)) for one in events] == [
            ("person_recorded", {}),
            ("name_protected", {}),
            ("naming_decided", {"kind": "role_only"}),
        ]


class TestADecision:
    def test_is_of_a_known_kind(self):
        editor = staff().editor

        with pytest.raises(NameRefused, match="rumour"):
            decide(register_person(by=editor, at=AT), "rumour", editor)

    @pytest.mark.parametrize(
        ("kind", "evidence", "called"),
        [
            ("changed_by_source", " ", {"en": "Arne"}),
            ("role_only", "", {}),
            ("changed_by_source", "Said so.", {}),
            ("nickname", "Said so.", {"en": " "}),
        ],
    )
    def test_says_why_and_what_the_person_is_called(self, kind, evidence, called):
        editor = staff().editor
        person = register_person(by=editor, at=AT)

        with pytest.raises(NameRefused):
            record_naming_decision(person, kind=kind, evidence=evidence, pseudonyms=called, by=editor, at=AT)

        assert standing_decision(person) is None

    def test_that_nothing_is_decided_needs_neither(self):
        editor = staff().editor
        person = register_person(by=editor, at=AT)

        record_naming_decision(person, kind="undecided", evidence="", pseudonyms={}, by=editor, at=AT)

        assert getattr(standing_decision(person), "kind", None) == "undecided"


class TestWhatIsNoName:
    @pytest.mark.parametrize(
        "name", ["x7", "9 8 7", "x y z", "Ьъ", "王小明", "x " * 17, "Rasmus " * 17, "Ra" * 100 + "s"]
    )
    def test_is_refused_and_not_recorded(self, name):
        with pytest.raises(NameRefused):
            register_person(names=[NameDraft(name)], by=staff().editor, at=AT)

        assert not ProtectedName.objects.exists()

    def test_is_of_no_known_kind(self):
        with pytest.raises(NameRefused, match="rumour"):
            register_person(names=[NameDraft(NAME, "rumour")], by=staff().editor, at=AT)

        assert not ProtectedName.objects.exists()

    @pytest.mark.parametrize("name", ["Bo", "Rasmus " * 16, "Ra" * 100])
    def test_is_neither_the_shortest_nor_the_longest_name(self, name):
        register_person(names=[NameDraft(name)], by=staff().editor, at=AT)

        assert ProtectedName.objects.count() == 1


class TestWhoseNameIsChanged:
    def test_does_not_bear_the_name_that_protects_them(self):
        editor = staff().editor
        person = register_person(names=[NameDraft(NAME)], by=editor, at=AT)

        with pytest.raises(NameRefused):
            decide(person, "changed_by_archive", editor)
