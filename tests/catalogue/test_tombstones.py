"""The list of what is withdrawn is signed, replaced whole, and says no more than it must."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.catalogue.bitsets import bits_from_bytes, bits_of, bits_of_listed_rows, bits_to_bytes, rows_of
from archive.catalogue.tombstones import (
    REASONS,
    Tombstone,
    TombstoneList,
    TombstonesRefused,
    read_tombstones,
    write_tombstones,
)
from tests.catalogue.standing import RoomFolder, room_folder

STONE = Tombstone("stone1", "stone", "2026-02", "danger")
SILENT = Tombstone("silent1", "silent")


@pytest.fixture
def folder(tmp_path: Path) -> RoomFolder:
    return room_folder(tmp_path / "room")


class TestAList:
    def test_comes_back_as_it_was_written(self, folder: RoomFolder) -> None:
        written = TombstoneList((SILENT, STONE), lowest_serial=4)

        write_tombstones(folder.tombstones, written, sign=folder.tombstone_key.sign)

        read = read_tombstones(folder.tombstones, public_key=folder.tombstone_key.public_key)
        assert read == written
        assert read.lowest_serial == 4
        assert "stone1" in read
        assert "other" not in read
        assert read.stone("stone1") == STONE
        assert read.stone("silent1") is None
        assert read.as_json_list() == '["silent1", "stone1"]'

    def test_has_the_same_bytes_in_whatever_order(self, folder: RoomFolder) -> None:
        folder.bury(STONE, SILENT)
        one = folder.tombstones.read_bytes()
        folder.bury(SILENT, STONE)

        assert folder.tombstones.read_bytes() == one

    def test_says_of_a_silent_entry_only_that_it_is_silent(self, folder: RoomFolder) -> None:
        folder.bury(SILENT)

        assert b'{"kind":"silent","public_id":"silent1"}' in folder.tombstones.read_bytes()

    def test_is_replaced_and_leaves_nothing_beside(self, folder: RoomFolder) -> None:
        before = sorted(path.name for path in folder.path.iterdir())

        folder.bury(STONE)
        folder.bury(SILENT)

        assert sorted(path.name for path in folder.path.iterdir()) == sorted([*before, "tombstones.json"])

    def test_stands_when_the_new_one_cannot_be_signed(self, folder: RoomFolder) -> None:
        folder.bury(STONE)
        kept = folder.tombstones.read_bytes()

        def refuse(data: bytes) -> bytes:
            raise PermissionError("the key is away")

        with pytest.raises(PermissionError):
            write_tombstones(folder.tombstones, TombstoneList((SILENT,)), sign=refuse)
        assert folder.tombstones.read_bytes() == kept

    def test_names_nobody_twice(self) -> None:
        with pytest.raises(ValueError, match="twice"):
            TombstoneList((STONE, Tombstone("stone1", "silent")))

    def test_signed_as_a_release_is_refused(self, folder: RoomFolder) -> None:
        def as_a_release(data: bytes) -> bytes:
            return folder.tombstone_key.sign(data.replace(b"tombstones|1|", b"release|1|"))

        write_tombstones(folder.tombstones, TombstoneList((STONE,)), sign=as_a_release)

        with pytest.raises(TombstonesRefused, match="not signed"):
            read_tombstones(folder.tombstones, public_key=folder.tombstone_key.public_key)

    @pytest.mark.parametrize(
        "body",
        [
            '{"format":2,"lowest_serial":0,"withdrawn":[]}', '{"format":1,"lowest_serial":"x","withdrawn":[]}',
            '{"format":1,"lowest_serial":0,"withdrawn":[{"public_id":"a","kind":"stone"}]}',
            '{"format":1,"lowest_serial":0,"withdrawn":[{"public_id":"a","kind":"silent","title":"t"}]}', "{}", "[]",
        ],
    )  # fmt: skip
    def test_of_another_format_is_refused_though_signed(self, folder: RoomFolder, body: str) -> None:
        signature = folder.tombstone_key.sign(b"tombstones|1|" + body.encode()).hex()
        folder.tombstones.write_text(f'{{"body":{body},"signature":"{signature}"}}')

        with pytest.raises(TombstonesRefused):
            read_tombstones(folder.tombstones, public_key=folder.tombstone_key.public_key)


class TestAnEntry:
    @pytest.mark.parametrize(
        ("month", "reason"),
        [("", ""), ("2026-02", ""), ("2026-02", "because"), ("2026-13", "asked"), ("2026-02-01", "asked")],
    )
    def test_that_is_a_stone_names_month_and_reason(self, month: str, reason: str) -> None:
        with pytest.raises(ValueError, match="month"):
            Tombstone("a", "stone", month, reason)

    def test_that_is_silent_says_nothing(self) -> None:
        with pytest.raises(ValueError, match="nothing"):
            Tombstone("a", "silent", "2026-02", "asked")

    def test_gives_one_of_four_reasons(self) -> None:
        assert len(REASONS) == 4
        assert all(reason.en.endswith(".") and reason.nb.endswith(".") for reason in REASONS)


class TestSetsOfRows:
    @given(st.sets(st.integers(min_value=0, max_value=5000)))
    def test_hold_exactly_what_was_put_in(self, rows: set[int]) -> None:
        bits = bits_of(rows)

        assert set(rows_of(bits)) == rows
        assert bits.bit_count() == len(rows)
        assert bits_from_bytes(bits_to_bytes(bits)) == bits
        assert bits_of_listed_rows(",".join(map(str, rows))) == bits
