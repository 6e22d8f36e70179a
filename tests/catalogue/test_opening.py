"""A release is opened so that it can only be read, and only after it has been checked."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connections
from django.db.utils import OperationalError

from archive.catalogue.models import AccessCopy, Theme
from archive.catalogue.opening import ReleaseRefused, check_release, load_release, release_database
from archive.catalogue.routing import ReleaseRouter
from archive.catalogue.signatures import PublicKeyRefused, read_public_key
from archive.catalogue.tombstones import NO_TOMBSTONES
from tests.catalogue.invented import MANIFEST
from tests.catalogue.standing import RoomFolder


class TestAnOpenRelease:
    @pytest.mark.parametrize(
        "sql",
        [
            "ATTACH DATABASE '/tmp/other.sqlite' AS other", "DELETE FROM access_copy", "CREATE TABLE x (y)",
            "INSERT INTO search(search) VALUES('optimize')", "UPDATE manifest SET serial = 1",
            "VACUUM INTO '/tmp/copy'",
            "DROP TABLE search",
        ],
    )  # fmt: skip
    def test_takes_no_statement_that_writes_or_attaches(self, issued: RoomFolder, sql: str) -> None:
        before = issued.release.read_bytes()

        with (
            release_database(issued.release) as connection,
            connection.cursor() as cursor,
            pytest.raises(OperationalError),
        ):
            cursor.execute(sql)

        assert issued.release.read_bytes() == before

    def test_leaves_no_alias_behind(self, issued: RoomFolder) -> None:
        aliases = set(connections)

        with release_database(issued.release) as connection:
            assert AccessCopy.objects.visible(NO_TOMBSTONES, using=connection.alias).count() == 10

        assert set(connections) == aliases

    def test_that_does_not_exist_is_not_made(self, release_files: None, tmp_path: Path) -> None:
        with release_database(tmp_path / "none.sqlite") as connection, pytest.raises(OperationalError):
            connection.ensure_connection()

        assert not list(tmp_path.iterdir())

    def test_with_odd_letters_in_its_path_is_that_file(self, issued: RoomFolder) -> None:
        odd = issued.path / "a?mode=rwc&b#c%20.sqlite"
        issued.release.rename(odd)

        with release_database(odd) as connection:
            assert AccessCopy.objects.visible(NO_TOMBSTONES, using=connection.alias).count() == 10


class TestACheck:
    def test_gives_what_was_signed(self, issued: RoomFolder) -> None:
        key = issued.release_key.public_key

        _, statement = check_release(issued.release, public_key=key)

        assert (statement.serial, statement.month) == (7, "2026-02")
        assert load_release(issued.release, public_key=key).statement == statement

    def test_refuses_a_missing_file(self, issued: RoomFolder) -> None:
        issued.release.unlink()

        with pytest.raises(ReleaseRefused, match="cannot be read"):
            check_release(issued.release, public_key=issued.release_key.public_key)

    def test_refuses_a_statement_with_another_serial(self, issued: RoomFolder) -> None:
        issued.signature.write_bytes(issued.signature.read_bytes().replace(b'"serial":7', b'"serial":8'))

        with pytest.raises(ReleaseRefused, match="not the file"):
            check_release(issued.release, public_key=issued.release_key.public_key)


class TestAPublicKey:
    def test_is_the_one_the_desk_wrote(self, issued: RoomFolder) -> None:
        assert read_public_key(issued.path / "release.pub") == issued.release_key.public_key

    @pytest.mark.parametrize(
        "content",
        [
            "",
            "x",
            "testimony-archive-key:signing-public:1:AAAA",
            "testimony-archive-key:signing:1:" + "A" * 43 + "=",
            ":::",
        ],
    )
    def test_is_refused_when_it_is_none(self, tmp_path: Path, content: str) -> None:
        (tmp_path / "key.pub").write_text(content)

        with pytest.raises(PublicKeyRefused):
            read_public_key(tmp_path / "key.pub")

    def test_is_refused_when_it_is_missing(self, tmp_path: Path) -> None:
        with pytest.raises(PublicKeyRefused, match="Copy"):
            read_public_key(tmp_path / "none")


class TestTheDeskDatabase:
    @pytest.mark.django_db
    def test_has_no_table_of_the_catalogue(self) -> None:
        with connections["default"].cursor() as cursor:
            names = set(connections["default"].introspection.table_names(cursor))

        assert "access_copy" not in names
        assert Theme._meta.db_table not in names

    def test_is_never_asked_for_the_catalogue(self) -> None:
        router = ReleaseRouter()

        assert router.db_for_read(Theme) == "release"
        assert router.db_for_write(Theme) == "release"
        assert router.allow_migrate("default", "catalogue") is False
        assert router.allow_migrate("release", "users") is False
        assert router.allow_migrate("default", "users") is None


class TestAnInstalledRelease:
    def test_of_another_format_is_refused(self, issued: RoomFolder) -> None:
        issued.issue(serial=8, manifest=replace(MANIFEST, format_version=2))

        with pytest.raises(ReleaseRefused, match="another format"):
            load_release(issued.release, public_key=issued.release_key.public_key)

    def test_of_which_the_statement_has_another_format_is_refused(self, issued: RoomFolder) -> None:
        issued.signature.write_bytes(issued.signature.read_bytes().replace(b'"format":1', b'"format":2'))

        with pytest.raises(ReleaseRefused, match="not the file"):
            check_release(issued.release, public_key=issued.release_key.public_key)
