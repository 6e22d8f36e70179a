"""Envelopes open in their own place, under their own key, unaltered; else they refuse without a word of the content."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.sealing import envelopes
from archive.sealing.envelopes import Unsealable, forget_keys, row_context, seal, seal_bytes, unseal, unseal_bytes
from archive.sealing.keys import new_data_key

KEY = bytes(range(32))
HERE = row_context("vault_person", "note", 7)
SECRET = "Olena from Nowhere-on-Sea"


def everything_said(error: BaseException) -> str:
    """Return all that a log could print of an error and of the errors behind it."""
    said = ""
    reached: BaseException | None = error
    while reached is not None:
        said += repr(reached) + repr(vars(reached)) + repr(getattr(reached, "object", ""))
        reached = reached.__context__
    return said


class TestAnEnvelope:
    @given(st.text())
    def test_gives_back_every_text(self, text):
        assert unseal(seal(text, data_key=KEY, context=HERE), data_key=KEY, context=HERE) == text

    @given(st.binary())
    def test_gives_back_all_bytes(self, data):
        assert unseal_bytes(seal_bytes(data, data_key=KEY, context=HERE), data_key=KEY, context=HERE) == data

    @pytest.mark.parametrize("data", [b"", b"\x00", b"\x80", b"\x80\x00", b"a\x80" + bytes(40), bytes(31), bytes(32)])
    def test_keeps_bytes_that_look_like_padding(self, data):
        assert unseal_bytes(seal_bytes(data, data_key=KEY, context=HERE), data_key=KEY, context=HERE) == data

    def test_is_another_each_time(self):
        assert len({seal(SECRET, data_key=KEY, context=HERE) for _ in range(100)}) == 100

    def test_does_not_show_the_text(self):
        sealed = seal(SECRET, data_key=KEY, context=HERE)

        assert SECRET.encode() not in sealed
        assert KEY not in sealed

    def test_does_not_tell_how_long_a_name_is(self):
        lengths = {len(seal("x" * letters, data_key=KEY, context=HERE)) for letters in range(1, 32)}

        assert lengths == {envelopes.OVERHEAD + 32}

    def test_opens_from_a_memoryview_as_postgresql_hands_it_out(self):
        sealed = memoryview(seal(SECRET, data_key=KEY, context=HERE))

        assert unseal(sealed, data_key=KEY, context=HERE) == SECRET  # type: ignore[arg-type]


class TestAnEnvelopeInTheWrongPlace:
    PLACES = tuple(
        row_context(table, column, row)
        for table in ("vault_person", "vault_original")
        for column in ("note", "name")
        for row in ("1", "2", "11")
    )

    def test_every_pair_of_rows_and_columns_swapped_is_refused(self):
        sealed = {place: seal(f"text of {place}", data_key=KEY, context=place) for place in self.PLACES}

        for own, other in permutations(self.PLACES, 2):
            with pytest.raises(Unsealable):
                unseal(sealed[own], data_key=KEY, context=other)

    def test_every_pair_of_keys_swapped_is_refused(self):
        keys = [new_data_key() for _ in range(6)]
        sealed = {key: seal(SECRET, data_key=key, context=HERE) for key in keys}

        for own, other in permutations(keys, 2):
            with pytest.raises(Unsealable) as refused:
                unseal(sealed[own], data_key=other, context=HERE)
            assert SECRET not in everything_said(refused.value)


class TestAnAlteredEnvelope:
    def test_is_refused_whichever_byte_is_altered(self):
        sealed = seal(SECRET, data_key=KEY, context=HERE)

        for position in range(len(sealed)):
            altered = sealed[:position] + bytes([sealed[position] ^ 1]) + sealed[position + 1 :]
            with pytest.raises(Unsealable):
                unseal(altered, data_key=KEY, context=HERE)

    def test_is_refused_however_short_it_is_cut(self):
        sealed = seal(SECRET, data_key=KEY, context=HERE)

        for length in range(len(sealed)):
            with pytest.raises(Unsealable):
                unseal(sealed[:length], data_key=KEY, context=HERE)


class TestWhatCannotBeSealed:
    def test_half_a_character_is_refused_and_nothing_of_the_text_is_said(self):
        with pytest.raises(Unsealable) as refused:
            seal(SECRET + "\ud800", data_key=KEY, context=HERE)

        assert "Olena" not in everything_said(refused.value)

    def test_bytes_opened_as_text_are_refused_and_nothing_of_them_is_said(self):
        sealed = seal_bytes(SECRET.encode() + b"\xff", data_key=KEY, context=HERE)

        with pytest.raises(Unsealable) as refused:
            unseal(sealed, data_key=KEY, context=HERE)

        assert "Olena" not in everything_said(refused.value)

    def test_a_key_of_another_length_is_refused(self):
        with pytest.raises(Unsealable, match="32 bytes"):
            seal(SECRET, data_key=b"short", context=HERE)

    def test_an_empty_context_is_refused(self):
        with pytest.raises(Unsealable, match="context"):
            seal(SECRET, data_key=KEY, context="")

    def test_more_than_one_envelope_holds_is_refused(self):
        with pytest.raises(Unsealable, match="256 MiB"):
            seal_bytes(bytes(envelopes.MAX_BYTES + 1), data_key=KEY, context=HERE)


class TestAContext:
    @pytest.mark.parametrize("parts", [("", "c", 1), ("t", "", 1), ("t", "c", ""), ("t|c", "d", 1), ("t", "c", "1|2")])
    def test_refuses_parts_that_could_be_read_two_ways(self, parts):
        with pytest.raises(ValueError, match="context"):
            row_context(*parts)


class TestLocking:
    def test_forgets_the_prepared_keys(self):
        seal(SECRET, data_key=KEY, context=HERE)
        assert envelopes._cipher.cache_info().currsize > 0

        forget_keys()

        assert envelopes._cipher.cache_info().currsize == 0
