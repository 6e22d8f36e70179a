"""The record that follows from the decisions says whether a name was changed."""

from dataclasses import replace

import pytest

from archive.redaction.rendering import render_redacted
from tests.walking import AT, NARRATOR, WIFE, staff, take_in

pytestmark = pytest.mark.django_db


def record_of_narrator(naming: str):
    people = staff()
    narrator = replace(NARRATOR, naming=naming, evidence="It stands on his form.", pseudonyms=(("en", "Torvald"),))
    persons = (narrator, WIFE)
    if naming not in {"named_by_choice", "public_figure"}:
        persons = (replace(narrator, pseudonyms=(("en", "Arne"),)), WIFE)
    return render_redacted(take_in(people, persons=persons), by=people.editor, at=AT).record


class TestANarratorNamedOpenly:
    @pytest.mark.parametrize("naming", ["named_by_choice", "public_figure"])
    def test_is_not_said_to_bear_a_changed_name(self, naming):
        record = record_of_narrator(naming)

        assert not record.name_changed
        assert record.languages[0].public_name == "Torvald"


class TestANarratorWhoseNameWasChanged:
    @pytest.mark.parametrize("naming", ["changed_by_source", "changed_by_outlet", "changed_by_archive", "nickname"])
    def test_is_said_to_bear_a_changed_name(self, naming):
        assert record_of_narrator(naming).name_changed
