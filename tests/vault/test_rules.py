"""What the database keeps of the vault whoever writes to it: originals and names are added, never changed or lost."""

import pytest
from django.db import IntegrityError, connection, transaction

from archive.vault.models import MarkedRange, Original, ProtectedName, Received
from tests import walking

COLUMNS = {Received: "length", Original: "language", MarkedRange: "place", ProtectedName: "kind"}


def refuses(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize("model", COLUMNS, ids=lambda model: model.__name__)
class TestWhatTheVaultHolds:
    def test_is_never_changed(self, database, model):
        walking.take_in(walking.staff())
        column = COLUMNS[model]

        assert refuses(f"UPDATE {model._meta.db_table} SET {column} = {column}")  # noqa: S608 - of our own models

    def test_is_never_lost(self, database, model):
        walking.take_in(walking.staff())

        assert refuses(f"DELETE FROM {model._meta.db_table}")  # noqa: S608 - of our own models

    def test_is_never_replaced(self, sqlite_database, model):
        walking.take_in(walking.staff())
        table = model._meta.db_table

        assert refuses(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608 - of our own models


class TestThePartsOfASource:
    def test_are_each_one_testimony_s(self, database):
        testimony = walking.take_in(walking.staff()).testimony
        held = testimony.tellings.get().original
        there = held.ranges.get()

        with pytest.raises(IntegrityError, match="ranges do not overlap"), transaction.atomic():
            MarkedRange.objects.create(original=held, place=2, start=there.end - 1, end=there.end + 1)
        MarkedRange.objects.create(original=held, place=2, start=there.end, end=there.end + 1)
