"""The room shows a release only as it was signed, never an older one, and nothing without its tombstones."""

import shutil

import pytest
from django.test import Client

from archive.catalogue.opening import check_release
from archive.catalogue.signatures import read_public_key, statements_from_bytes, statements_to_bytes
from archive.catalogue.tombstones import Tombstone
from archive.sealing.signatures import load_signing_key, make_signing_key_file
from tests.catalogue.invented import invented_records
from tests.catalogue.standing import RoomFolder
from tests.reading_room.crawling import ANTON, EXAMPLES


def closed(reader: Client, address: str = "/en/") -> bool:
    response = reader.get(address)
    return response.status_code == 503 and b"closed for the moment" in response.content


class TestTheRoom:
    @pytest.mark.parametrize(
        "address", [address for name, address in EXAMPLES.items() if name not in {"door", "robots"}]
    )
    def test_is_closed_everywhere_without_tombstones(self, reader: Client, room: RoomFolder, address: str) -> None:
        assert not closed(reader, address)

        room.tombstones.unlink()

        assert closed(reader, address)

    def test_opens_again_when_the_tombstones_are_back(self, reader: Client, room: RoomFolder) -> None:
        kept = room.tombstones.read_bytes()
        room.tombstones.unlink()
        assert closed(reader)

        room.tombstones.write_bytes(kept)

        assert not closed(reader)

    def test_is_closed_in_norwegian_too(self, reader: Client, room: RoomFolder) -> None:
        room.release.unlink()

        assert "Lesesalen er stengt" in reader.get("/nb/").content.decode()

    def test_says_nothing_of_what_is_wrong(self, reader: Client, room: RoomFolder) -> None:
        room.release.unlink()

        assert str(room.path).encode() not in reader.get("/en/").content

    @pytest.mark.parametrize("content", [b"", b"{}", b"not json", b'{"body": {}, "signature": "00"}', b"\xff\xfe"])
    def test_refuses_tombstones_that_cannot_be_read(self, reader: Client, room: RoomFolder, content: bytes) -> None:
        room.tombstones.write_bytes(content)

        assert closed(reader)

    def test_refuses_tombstones_signed_by_another_key(self, reader: Client, room: RoomFolder) -> None:
        room.bury(Tombstone(ANTON, "silent"), key=room.release_key)

        assert closed(reader)

    def test_refuses_tombstones_from_which_an_entry_was_taken(self, reader: Client, room: RoomFolder) -> None:
        room.bury(Tombstone(ANTON, "silent"))
        room.tombstones.write_bytes(room.tombstones.read_bytes().replace(ANTON.encode(), b"b" + ANTON[1:].encode()))

        assert closed(reader)


class TestARelease:
    def test_that_is_truncated_is_refused(self, reader: Client, room: RoomFolder) -> None:
        data = room.release.read_bytes()
        room.release.chmod(0o644)
        room.release.write_bytes(data[:-4096])

        assert closed(reader)

    def test_with_one_byte_changed_is_refused(self, reader: Client, room: RoomFolder) -> None:
        assert not closed(reader)
        data = bytearray(room.release.read_bytes())
        data[data.index(b"repairs")] ^= 1
        beside = room.path / "beside"
        beside.write_bytes(data)
        beside.replace(room.release)

        assert closed(reader)

    def test_without_a_signature_is_refused(self, reader: Client, room: RoomFolder) -> None:
        room.signature.unlink()

        assert closed(reader)

    @pytest.mark.parametrize("content", [b"", b"[]", b'{"statements": [{}]}', b'{"statements": 3}', b"\x00"])
    def test_with_a_broken_signature_file_is_refused(self, reader: Client, room: RoomFolder, content: bytes) -> None:
        room.signature.write_bytes(content)

        assert closed(reader)

    def test_signed_by_another_key_is_refused(self, reader: Client, room: RoomFolder) -> None:
        make_signing_key_file(room.path / "other" / "a.key", room.path / "other" / "a.pub")
        room.issue(serial=8, key=load_signing_key(room.path / "other" / "a.key"))

        assert closed(reader)

    def test_signed_by_the_tombstone_key_is_refused(self, reader: Client, room: RoomFolder) -> None:
        room.issue(serial=8, key=room.tombstone_key)

        assert closed(reader)

    def test_older_than_the_tombstones_allow_is_refused(self, reader: Client, room: RoomFolder) -> None:
        room.bury(lowest_serial=8)
        assert closed(reader)

        room.issue(serial=8)

        assert not closed(reader)

    def test_older_than_the_one_served_last_is_refused(self, reader: Client, room: RoomFolder) -> None:
        shutil.copy2(room.release, room.path / "old")
        shutil.copy2(room.signature, room.path / "old.sig")
        room.issue(serial=8)
        assert not closed(reader)

        (room.path / "old").replace(room.release)
        (room.path / "old.sig").replace(room.signature)

        assert closed(reader)

    def test_replaced_by_rename_is_seen_at_the_next_request(self, reader: Client, room: RoomFolder) -> None:
        assert b"Release 7" in reader.get("/en/").content

        room.issue(invented_records()[:4], serial=9)

        html = reader.get("/en/").content
        assert b"Release 9" in html
        assert b"4 testimonies." in html
        assert reader.get(f"/en/t/{invented_records()[6].public_id}/").status_code == 404

    def test_without_testimonies_is_shown_as_it_is(self, reader: Client, room: RoomFolder) -> None:
        room.issue((), serial=8, contexts=())

        for address in ("/en/", "/en/testimonies/", "/en/themes/", "/en/background/", "/en/background/law/", "/nb/"):
            assert reader.get(address).status_code == 200
        assert b"0 accounts" in reader.get("/en/testimonies/").content

    def test_is_never_without_its_signature_while_it_is_put_in_place(self, room: RoomFolder) -> None:
        key = read_public_key(room.path / "release.pub")
        old, old_statements = room.release.read_bytes(), statements_from_bytes(room.signature.read_bytes())
        room.issue(serial=8)
        new_statements = statements_from_bytes(room.signature.read_bytes())

        # what stands between the two renames: both statements, and either file
        room.signature.write_bytes(statements_to_bytes((*old_statements, *new_statements)))
        assert check_release(room.release, public_key=key)[1].serial == 8
        room.release.unlink()
        room.release.write_bytes(old)
        assert check_release(room.release, public_key=key)[1].serial == 7
