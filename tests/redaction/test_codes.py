"""What is decided comes from closed lists, whoever writes it: the database knows the codes."""

import pytest
from django.db import IntegrityError, connection, transaction

from archive.audit.triggers import remove_triggers
from tests import walking

CODES = (
    ("vault_protectedname", "kind"),
    ("vault_namingdecision", "kind"),
    ("redaction_identifyingspan", "entity_type"),
    ("redaction_identifyingspan", "identifier_class"),
    ("redaction_spandecision", "treatment"),
    ("redaction_spandecision", "identifier_class"),
)


class TestACode:
    def test_comes_from_its_list_even_with_the_triggers_away(self, database: str) -> None:
        people = walking.staff()
        walking.decide(walking.take_in(people), people)
        remove_triggers()

        for table, column in CODES:
            with pytest.raises(IntegrityError, match="is_known"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"UPDATE {table} SET {column} = 'rumour'")  # noqa: S608 - of our own models
