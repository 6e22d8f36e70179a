"""What the database keeps of what went out, whoever writes to it: it is added to, never changed or lost."""

from django.db import IntegrityError, connection, transaction

from archive.publication.models import PublicationCertificate, Release, ReleasedEdition
from archive.publication.release import issue_release
from tests import walking
from tests.walking import AT

COLUMNS = {PublicationCertificate: "checks", Release: "testimonies", ReleasedEdition: "release_id"}


def test_what_went_out_is_never_changed_lost_or_replaced(database: str) -> None:
    people = walking.staff()
    walking.put_out(people)
    issue_release(by=people.admin, at=AT)
    allowed = []

    for model, column in COLUMNS.items():
        table = model._meta.db_table
        statements = [f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"]  # noqa: S608 - our own models
        if database == "sqlite":
            statements.append(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608
        for statement in statements:
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(statement)
            except IntegrityError:
                continue
            allowed.append(statement)

    assert allowed == []
