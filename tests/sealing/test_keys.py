"""The root key stays in its file and in memory; what is derived from it is separate by purpose and by row."""

import pickle
from itertools import permutations

import pytest

from archive.sealing.envelopes import Unsealable
from archive.sealing.key_files import KeyFileRefused
from archive.sealing.keys import KeyRing, load_key_ring, make_key_file, new_data_key
from archive.sealing.signatures import make_signing_key_file

ROOT = bytes(range(32))


@pytest.fixture
def ring():
    return KeyRing(ROOT)


class TestANewKeyFile:
    def test_can_be_read_by_its_owner_only(self, tmp_path):
        path = tmp_path / "keys" / "root.key"

        make_key_file(path)

        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700

    def test_gives_the_same_ring_each_time(self, tmp_path):
        path = tmp_path / "root.key"
        make_key_file(path)

        assert load_key_ring(path).root == load_key_ring(path).root

    def test_differs_from_any_other(self, tmp_path):
        make_key_file(tmp_path / "one")
        make_key_file(tmp_path / "two")

        assert load_key_ring(tmp_path / "one").root != load_key_ring(tmp_path / "two").root

    def test_never_replaces_one_that_is_there(self, tmp_path):
        path = tmp_path / "root.key"
        make_key_file(path)
        before = path.read_bytes()

        with pytest.raises(KeyFileRefused, match="already there"):
            make_key_file(path)

        assert path.read_bytes() == before
        assert [file.name for file in tmp_path.iterdir()] == ["root.key"]


class TestAKeyFileThatIsNotSafe:
    @pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o644, 0o777])
    def test_is_refused_by_its_mode_bits(self, tmp_path, mode):
        path = tmp_path / "root.key"
        make_key_file(path)
        path.chmod(mode)

        with pytest.raises(KeyFileRefused, match="chmod 600") as refused:
            load_key_ring(path)

        assert f"{mode:04o}" in str(refused.value)

    @pytest.mark.parametrize("mode", [0o600, 0o400])
    def test_is_taken_when_only_its_owner_can_read_it(self, tmp_path, mode):
        path = tmp_path / "root.key"
        make_key_file(path)
        path.chmod(mode)

        assert len(load_key_ring(path).root) == 32


class TestAKeyFileThatHoldsNoRootKey:
    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"\xff\xfe",
            b"testimony-archive-key:vault-root:1:",
            b"testimony-archive-key:vault-root:1:c2hvcnQ=",
            b"testimony-archive-key:vault-root:1:not base64!",
            b"testimony-archive-key:vault-root:2:" + b"QUFB" * 11,
            b"hunter2",
        ],
    )
    def test_is_refused_without_showing_what_it_holds(self, tmp_path, content):
        path = tmp_path / "root.key"
        path.write_bytes(content)
        path.chmod(0o600)

        with pytest.raises(KeyFileRefused, match="does not hold") as refused:
            load_key_ring(path)

        assert "hunter2" not in str(refused.value)

    def test_is_refused_when_it_is_a_signing_key(self, tmp_path):
        make_signing_key_file(tmp_path / "signing.key", tmp_path / "signing.pub")

        with pytest.raises(KeyFileRefused, match="vault-root"):
            load_key_ring(tmp_path / "signing.key")

    def test_is_refused_when_it_is_missing(self, tmp_path):
        with pytest.raises(KeyFileRefused, match="cannot be read"):
            load_key_ring(tmp_path / "nothing.key")


class TestTheKeyRing:
    def test_does_not_show_the_root_key(self, ring):
        ring.derive("names")

        assert repr(ring) == "KeyRing()"

    def test_does_not_let_itself_be_pickled(self, ring):
        with pytest.raises(TypeError, match="not written anywhere"):
            pickle.dumps(ring)

    def test_refuses_a_root_of_another_length(self):
        with pytest.raises(ValueError, match="32 bytes"):
            KeyRing(b"short")

    def test_derives_the_same_subkey_again_and_another_for_each_label(self, ring):
        labels = ["", "names", "originals", "Names", "names ", "digest:names", "data-keys"]

        subkeys = [ring.derive(label) for label in labels]

        assert subkeys == [KeyRing(ROOT).derive(label) for label in labels]
        assert len({*subkeys, ROOT}) == len(labels) + 1
        assert {len(subkey) for subkey in subkeys} == {32}

    def test_keeps_derived_keys_and_digest_keys_apart(self, ring):
        assert ring.derive("digest:x") != ring._subkey("digest:x")

    def test_digests_by_label_and_root(self, ring):
        digests = {
            ring.keyed_digest("received", b"text"),
            ring.keyed_digest("other", b"text"),
            ring.keyed_digest("received", b"texts"),
            KeyRing(bytes(32)).keyed_digest("received", b"text"),
        }

        assert len(digests) == 4
        assert ring.keyed_digest("received", b"text") in digests
        assert all(len(digest) == 64 for digest in digests)


class TestAWrappedDataKey:
    def test_opens_in_its_own_row(self, ring):
        data_key = new_data_key()

        assert ring.unwrap(
            ring.wrap(data_key, context="vault_datakey|wrapped|1"), context="vault_datakey|wrapped|1"
        ) == (data_key)

    def test_is_refused_in_every_other_row(self, ring):
        rows = [f"vault_datakey|wrapped|{row}" for row in range(5)]
        wrapped = {row: ring.wrap(new_data_key(), context=row) for row in rows}

        for own, other in permutations(rows, 2):
            with pytest.raises(Unsealable):
                ring.unwrap(wrapped[own], context=other)

    def test_is_refused_under_another_root(self, ring):
        wrapped = ring.wrap(new_data_key(), context="row")

        with pytest.raises(Unsealable):
            KeyRing(bytes(32)).unwrap(wrapped, context="row")

    def test_is_not_made_of_anything_but_a_data_key(self, ring):
        with pytest.raises(ValueError, match="32 bytes"):
            ring.wrap(b"a passphrase", context="row")
