"""A thesaurus is taken in whole or not at all, and given out as it was taken in."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from archive.audit.models import AuditEvent
from archive.themes.models import Concept
from archive.themes.thesaurus import ConceptDraft, UnknownBroader, export_concepts, import_concepts
from tests.walking import AT

pytestmark = pytest.mark.django_db

WAR = ConceptDraft("W", "war", None, (("en", "The war"), ("nb", "Krigen")), assignable=False)
FRONT = ConceptDraft(
    "W.1", "front", "W", (("en", "At the front"), ("nb", "Ved fronten")), (("en", "Where it is fought."),), "threshold"
)


def take_in(*drafts: ConceptDraft) -> int:
    return import_concepts(drafts, by=None, at=AT)


class TestAThesaurus:
    def test_is_given_out_as_it_was_taken_in_each_parent_first(self):
        assert take_in(FRONT, WAR) == 2

        assert export_concepts() == (WAR, FRONT)
        assert AuditEvent.objects.get(act="concepts_imported").fact_values == {"concepts": 2}

    def test_is_amended_when_it_is_taken_in_again(self):
        take_in(WAR, FRONT)
        amended = replace(FRONT, labels=(("en", "The front"), ("nb", "Fronten")), display="open")

        take_in(WAR, amended)

        assert export_concepts() == (WAR, amended)

    def test_may_grow_under_what_is_held(self):
        take_in(WAR)

        assert take_in(FRONT) == 2


class TestWhatDoesNotHoldTogether:
    @pytest.mark.parametrize(
        ("drafts", "why"),
        [
            ([FRONT], "which is not in the thesaurus. Add W first"),
            ([replace(WAR, broader="W.1"), FRONT], "in a circle"),
        ],
    )
    def test_is_refused_and_nothing_is_kept(self, drafts, why):
        with pytest.raises(UnknownBroader, match=why):
            take_in(*drafts)

        assert not Concept.objects.exists()

    def test_is_refused_by_the_database_where_nobody_knows_when_a_theme_may_be_shown(self):
        with pytest.raises(IntegrityError, match="concept_display_is_known"), transaction.atomic():
            take_in(replace(WAR, display="always"))
