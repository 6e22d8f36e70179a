"""When something breaks, the reader sees one fixed page, and no log keeps what was read."""

import logging
import sqlite3

import pytest
from django.test import Client

from archive.catalogue.installing import install_release, sign_release
from tests.catalogue.invented import MANIFEST
from tests.catalogue.standing import RoomFolder
from tests.reading_room.crawling import ANTON


class TestABrokenTable:
    @pytest.fixture
    def without_texts(self, room: RoomFolder) -> RoomFolder:
        """A release that is signed and lacks a table: nothing that a check of bytes could find."""
        candidate = room.path / "candidate.sqlite"
        candidate.write_bytes(room.release.read_bytes())
        connection = sqlite3.connect(candidate)
        connection.execute("DROP TABLE access_copy_text")
        connection.commit()
        connection.close()
        install_release(
            candidate, room.release, signed=sign_release(candidate, manifest=MANIFEST, sign=room.release_key.sign)
        )
        return room

    def test_shows_the_fixed_page(
        self, reader: Client, without_texts: RoomFolder, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level(logging.DEBUG):
            pages = {reader.get(f"/en/t/{ANTON}/?q=secretword").content, reader.get("/en/testimonies/?q=fear").content}

        assert len(pages) == 1
        assert b"Something failed on our side" in pages.pop()
        assert "access_copy_text" not in reader.get("/en/").content.decode()
        assert "secretword" not in caplog.text

    def test_keeps_the_headers(self, reader: Client, without_texts: RoomFolder) -> None:
        response = reader.get("/en/testimonies/")

        assert response.status_code == 500
        assert response.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in response.headers
