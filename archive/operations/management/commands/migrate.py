"""Django's ``migrate``, which makes the data folder too where there is none: SQLite makes a file and no folder."""

from pathlib import Path
from typing import Any

from django.core.management.commands import migrate
from django.db import connection


class Command(migrate.Command):
    def execute(self, *args: Any, **options: Any) -> str | None:
        """Make the folder before the checks, which ask the database."""
        database = Path(connection.settings_dict["NAME"])
        if connection.vendor == "sqlite" and database.is_absolute():  # a database in memory has a name and no place
            database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return super().execute(*args, **options)
