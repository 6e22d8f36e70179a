"""SQLite, read-only: the file is taken as unchanging, no other file can be attached, no statement can write.

`immutable=1` spares all locking; it is sound because a release is replaced by rename and never written in place. The
attach limit of zero keeps SQL from reaching any other database file that the process might be able to read.
"""

import sqlite3
from typing import Any
from urllib.parse import quote

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to one release file; `NAME` is its path."""

    def get_connection_params(self) -> dict[str, Any]:
        """Return the parameters with the path made into a read-only address."""
        parameters: dict[str, Any] = super().get_connection_params()
        path = quote(str(parameters["database"]))
        return parameters | {"database": f"file:{path}?mode=ro&immutable=1", "uri": True}

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        """Open the file and take from the connection what a reader does not need."""
        connection: sqlite3.Connection = super().get_new_connection(conn_params)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.execute("PRAGMA query_only=ON")
        connection.execute("PRAGMA trusted_schema=OFF")
        return connection
