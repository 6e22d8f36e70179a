"""A PostgreSQL server for one test run: temporary folder, Unix socket only, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Self

import psycopg
from psycopg import sql


def find_binaries() -> Path | None:
    """Find where the server's programs are; Debian keeps them off the PATH."""
    packed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    found = packed[-1] if packed else shutil.which("initdb")
    return Path(found).parent if found else None


def server_account() -> dict[str, Any]:
    """PostgreSQL refuses to run as root; there it gets its own account."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name for entry in pwd.getpwall()}
    name = "postgres" if "postgres" in known else "nobody"
    return {"user": name, "group": pwd.getpwnam(name).pw_gid, "extra_groups": []}


class PostgreSQLServer:
    """A running server; use it as a context manager."""

    def __init__(self, binaries: Path) -> None:
        self.binaries = binaries
        self.account = server_account()
        # a short path of its own: a socket's path has some 100 characters, and pytest's folders are closed to others
        self.folder = Path(tempfile.mkdtemp(prefix="archive-pg-", dir="/tmp"))
        self.numbers = count(1)

    def __enter__(self) -> Self:
        if self.account:
            shutil.chown(self.folder, self.account["user"])
        self._run("initdb", "--username=archive", "--auth=trust", "--encoding=UTF8", "--no-sync", "--locale=C.UTF-8")
        # no durability for a temporary server; every statement is logged so that tests can read what was sent
        options = f"-F -k {self.folder} -c listen_addresses='' -c log_statement=all -c max_connections=60"
        self._run("pg_ctl", "start", "--wait", "--silent", f"--log={self.log}", f"--options={options}")
        return self

    def __exit__(self, *_exception: object) -> None:
        self._run("pg_ctl", "stop", "--mode=immediate", "--silent")
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def log(self) -> Path:
        """What the server wrote down, statements included."""
        return self.folder / "server.log"

    def configuration(self, name: str) -> dict[str, Any]:
        """Django's settings for one database of this server."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": name,
            "USER": "archive",
            "HOST": str(self.folder),
            "ATOMIC_REQUESTS": False,
        }

    def url(self, name: str) -> str:
        """The same as a DATABASE_URL, for a process of its own."""
        return f"postgres://archive@/{name}?host={self.folder}"

    def create(self, name: str, *, template: str = "template0") -> str:
        """Make a database."""
        self._execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))
        return name

    @contextmanager
    def copy_of(self, template: str) -> Iterator[str]:
        """Make a copy of a database for a while."""
        name = self.create(f"copy_{next(self.numbers)}", template=template)
        try:
            yield name
        finally:
            self._execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(host=str(self.folder), user="archive", dbname="postgres", autocommit=True) as connection:
            connection.execute(statement)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.binaries / program), f"--pgdata={self.folder / 'data'}", *arguments]
        # output to a file: a pipe would stay open in the server that pg_ctl leaves behind
        with (self.folder / "programs.log").open("ab") as log:
            subprocess.run(command, check=True, cwd="/", stdout=log, stderr=log, **self.account)
