"""The server that the other tests stand on."""

import psycopg
import pytest

from tests.postgresql.server import PostgreSQLServer


@pytest.mark.postgresql
class TestTheServer:
    def test_answers_on_a_socket_and_nowhere_else(self, postgresql_server: PostgreSQLServer) -> None:
        with psycopg.connect(host=str(postgresql_server.folder), user="archive", dbname="postgres") as connection:
            addresses = connection.execute("SHOW listen_addresses").fetchone()

        assert addresses == ("",)

    def test_does_not_run_as_root(self, postgresql_server: PostgreSQLServer) -> None:
        owner = (postgresql_server.folder / "data" / "postmaster.pid").stat().st_uid

        assert owner != 0

    def test_gives_each_test_a_copy_of_its_own(self, postgresql_server: PostgreSQLServer) -> None:
        with postgresql_server.copy_of("template0") as first, postgresql_server.copy_of("template0") as second:
            assert first != second
