"""A form that somebody took away from a person is refused for that person no more; the name itself always is."""

import pytest
from django.db import IntegrityError, connection, transaction

from archive.audit.models import AuditEvent
from archive.deidentification.leak_bytes import find_written, written_forms
from archive.vault.models import PrunedForm, UnsweptName
from archive.vault.naming import (
    NameDraft,
    NameRefused,
    current_matcher,
    named_person,
    names_stamp,
    protected_persons,
    register_person,
)
from archive.vault.pruning import prune_form, restore_form, standing_prunings
from tests.walking import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(people):
    return register_person(names=[NameDraft("Руслан Жучкин")], by=people.editor, at=AT)


def prune(person, people, form="Zhuchkin", reason="A brand of boots in this account."):
    return prune_form(person, form=form, reason=reason, by=people.editor, at=AT)


def found(words):
    return [(match.tier, match.how) for match in current_matcher().find(f"It said {words} there.")]


class TestAPrunedForm:
    def test_is_found_no_more_in_any_capitals(self, person, people):
        assert found("Zhuchkin")
        prune(person, people)

        assert found("Zhuchkin") == found("ZHUCHKIN") == found("zhuchkin") == []

    def test_leaves_every_other_form(self, person, people):
        prune(person, people)

        assert found("Schutschkin")[0][0] == found("Жучкину")[0][0] == "block"

    def test_is_found_beside_another_part_of_the_name(self, person, people):
        prune(person, people)

        text = "It said Ruslan Zhuchkin there."
        places = {(text[match.start : match.end], match.how) for match in current_matcher().find(text)}
        assert places == {("Ruslan", "whole-name"), ("Zhuchkin", "whole-name")}

    def test_is_found_for_another_person_who_bears_it(self, person, people):
        register_person(names=[NameDraft("Iosif Zhuchkin")], by=people.editor, at=AT)

        prune(person, people)

        assert [tier for tier, _ in found("Zhuchkin")] == ["block"]

    def test_is_no_longer_searched_for_in_raw_bytes(self, person, people):
        data = b"It said Zhuchkin there."
        assert find_written(data, forms=written_forms(protected_persons()))

        prune(person, people)

        assert find_written(data, forms=written_forms(protected_persons())) == ()

    def test_changes_the_state_of_names(self, person, people):
        before = names_stamp()

        pruned = prune(person, people)
        between = names_stamp()
        restore_form(pruned, by=people.editor, at=AT)

        assert len({before, between, names_stamp()}) == 3

    def test_is_refused_again_once_it_is_put_back(self, person, people):
        pruned = prune(person, people)

        restore_form(pruned, by=people.other_editor, at=AT)

        assert found("Zhuchkin")
        assert standing_prunings(person) == []

    def test_is_taken_away_once(self, person, people):
        first = prune(person, people)

        again = prune(person, people, form="ZHUCHKIN", reason="The boots.")

        assert again == first
        assert standing_prunings(person) == [first]
        assert AuditEvent.objects.filter(act="form_pruned").count() == 1

    def test_is_looked_for_again_where_it_was_published_once_it_is_put_back(self, person, people):
        pruned = prune(person, people)
        UnsweptName.objects.all().delete()

        restore_form(pruned, by=people.editor, at=AT)

        assert [unswept.person for unswept in UnsweptName.objects.all()] == [person]

    def test_is_put_back_once(self, person, people):
        pruned = prune(person, people)

        restore_form(pruned, by=people.other_editor, at=AT)
        restore_form(pruned, by=people.editor, at=AT)

        pruned.refresh_from_db()
        assert pruned.restored_by == people.other_editor
        assert AuditEvent.objects.filter(act="form_restored").count() == 1

    def test_stands_in_the_trail_without_the_word(self, person, people):
        prune(person, people)

        event = AuditEvent.objects.order_by("-seq")[0]
        assert (event.act, event.subject, event.facts) == ("form_pruned", str(person.pk), "{}")

    def test_holds_no_word_in_clear(self, person, people):
        pruned = prune(person, people)

        assert "uchkin" not in f"{pruned!r}{pruned}{named_person(person)!r}"
        with connection.cursor() as cursor:
            cursor.execute("SELECT form, reason FROM vault_prunedform")
            assert b"uchkin" not in b"".join(map(bytes, cursor.fetchone()))

    def test_is_kept_by_the_database(self, person, people):
        prune(person, people)

        with pytest.raises(IntegrityError), transaction.atomic():
            PrunedForm.objects.all().delete()
        with pytest.raises(IntegrityError), transaction.atomic():
            PrunedForm.objects.update(pruned_by=people.admin)


class TestWhatIsNotPruned:
    @pytest.mark.parametrize("form", ["Жучкин", "ЖУЧКИН", "Руслан", "Руслан Жучкин"])
    def test_is_a_name_as_it_was_recorded(self, person, people, form):
        with pytest.raises(NameRefused, match="the name itself"):
            prune(person, people, form=form)

        assert found(form)

    @pytest.mark.parametrize(
        "form", ["Ruslan Zhuchkin", "Ruslanzhuchkin", "R.Zhuchkin"], ids=["two words", "in one word", "an initial"]
    )
    def test_is_a_whole_name(self, person, people, form):
        assert found(form)

        with pytest.raises(NameRefused, match="a whole name is never taken away"):
            prune(person, people, form=form)

    @pytest.mark.parametrize(
        "form", ["", "carpenter", "Zhuchkin and others", "Zhuchkin-mill", "Zhuchkin_mill", "Z h u c h k i n"]
    )
    def test_is_no_form_at_all(self, person, people, form):
        with pytest.raises(NameRefused):
            prune(person, people, form=form)

    def test_is_pruned_without_a_reason(self, person, people):
        with pytest.raises(NameRefused, match="what this form is instead"):
            prune(person, people, reason=" ")
