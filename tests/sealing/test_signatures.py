"""A signature holds for exactly the bytes signed, under exactly the key that signed them."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.sealing.key_files import KeyFileRefused
from archive.sealing.signatures import (
    load_public_key,
    load_signing_key,
    make_signing_key_file,
    verify,
    write_public_key_file,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("signing")
    make_signing_key_file(folder / "one.key", folder / "one.pub")
    make_signing_key_file(folder / "two.key", folder / "two.pub")
    return folder


@pytest.fixture(scope="module")
def key(folder):
    return load_signing_key(folder / "one.key")


class TestASignature:
    @given(data=st.binary(), other=st.binary())
    def test_holds_for_the_signed_bytes_only(self, key, data, other):
        signature = key.sign(data)

        assert verify(key.public_key, data, signature)
        assert verify(key.public_key, other, signature) is (other == data)

    def test_does_not_hold_under_another_key(self, folder, key):
        assert not verify(load_public_key(folder / "two.pub"), b"release", key.sign(b"release"))

    @pytest.mark.parametrize("position", range(64))
    def test_does_not_hold_when_altered(self, key, position):
        signature = bytearray(key.sign(b"release"))
        signature[position] ^= 1

        assert not verify(key.public_key, b"release", bytes(signature))

    @pytest.mark.parametrize("signature", [b"", b"x", bytes(63), bytes(64), bytes(65)])
    def test_of_no_shape_says_no(self, key, signature):
        assert not verify(key.public_key, b"release", signature)

    @pytest.mark.parametrize("public_key", [b"", bytes(31), bytes(33)])
    def test_under_a_key_of_no_shape_says_no(self, key, public_key):
        assert not verify(public_key, b"release", key.sign(b"release"))


class TestTheSigningKey:
    def test_lies_in_a_file_for_its_owner_beside_a_public_half_for_all(self, folder, key):
        assert (folder / "one.key").stat().st_mode & 0o777 == 0o600
        assert (folder / "one.pub").stat().st_mode & 0o777 == 0o644
        assert load_public_key(folder / "one.pub") == key.public_key

    def test_does_not_show_itself(self, key):
        assert repr(key) == "SigningKey()"

    def test_does_not_let_itself_be_pickled(self, key):
        with pytest.raises(TypeError, match="not written anywhere"):
            pickle.dumps(key)

    @pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
    def test_is_refused_when_others_can_read_it(self, tmp_path, mode):
        make_signing_key_file(tmp_path / "key", tmp_path / "pub")
        (tmp_path / "key").chmod(mode)

        with pytest.raises(KeyFileRefused, match="chmod 600"):
            load_signing_key(tmp_path / "key")

    def test_is_not_taken_from_the_public_file(self, folder):
        with pytest.raises(KeyFileRefused):
            load_signing_key(folder / "one.pub")

    def test_is_never_replaced(self, tmp_path):
        make_signing_key_file(tmp_path / "key", tmp_path / "pub")

        with pytest.raises(KeyFileRefused, match="already there"):
            make_signing_key_file(tmp_path / "key", tmp_path / "pub")

    def test_can_give_its_public_half_again(self, tmp_path):
        make_signing_key_file(tmp_path / "key", tmp_path / "pub")
        (tmp_path / "pub").unlink()

        write_public_key_file(tmp_path / "pub", load_signing_key(tmp_path / "key").public_key)

        assert verify(load_public_key(tmp_path / "pub"), b"x", load_signing_key(tmp_path / "key").sign(b"x"))
