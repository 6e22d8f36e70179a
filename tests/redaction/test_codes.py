"""What is decided comes from closed lists, whoever writes it: the database knows the codes."""

import pytest
from django.db import IntegrityError, connection, transaction

from archive.audit.triggers import remove_triggers
from archive.publication.models import SweepHit
from archive.redaction.models import NameLift
from archive.redaction.public_things import add_public_thing
from tests import walking
from tests.walking import AT

CODES = (
    ("vault_original", "language"),
    ("vault_protectedname", "kind"),
    ("vault_namingdecision", "kind"),
    ("redaction_identifyingspan", "entity_type"),
    ("redaction_identifyingspan", "identifier_class"),
    ("redaction_spandecision", "treatment"),
    ("redaction_spandecision", "identifier_class"),
    ("redaction_namelift", "tier"),
    ("redaction_namelift", "language"),
    ("redaction_publicthing", "language"),
    ("testimonies_source", "kind"),
    ("testimonies_codedfact", "facet"),
    ("testimonies_codedfact", "value"),
    ("testimonies_contentwarning", "code"),
    ("publication_sweephit", "tier"),
    ("publication_sweephit", "language"),
)


def one_row_of_each(people: walking.Staff) -> None:
    """Have a row in every table of `CODES`: an update of none refuses nothing."""
    edition = walking.describe(walking.decide(walking.take_in(people), people), people)
    narrator = edition.testimony.appearances.get(narrates=True).person
    place = {"language": "en", "passage": 1, "person": narrator, "tier": "ask"}
    NameLift.objects.create(
        **place,
        edition=edition,
        start=1,
        end=2,
        kind="ordinary_word",
        reason="A road.",
        proposed_by=people.editor,
        proposed_at=AT,
        sealed_under=narrator.sealed_under,
    )
    SweepHit.objects.create(**place, testimony=edition.testimony, found_at=AT)
    add_public_thing(words="Zhuchkin Mill", kind="place", language="en", by=people.admin, at=AT)


class TestACode:
    def test_comes_from_its_list_even_with_the_triggers_away(self, database: str) -> None:
        one_row_of_each(walking.staff())
        remove_triggers()

        for table, column in CODES:
            with pytest.raises(IntegrityError, match="is_known"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"UPDATE {table} SET {column} = 'odd'")  # noqa: S608 - of our own models
