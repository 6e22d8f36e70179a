"""Closing the vault is one act that every process obeys: nothing opens, and what keeps people safe goes on."""

import pytest
from django.core.management import CommandError, call_command

from archive.audit.models import AuditEvent
from archive.language.remembering import remembered
from archive.publication.stones import current_tombstones
from archive.publication.withdrawal import suspend
from archive.vault import keyring, naming
from archive.vault.keyring import VaultLocked, closing_mark, current_ring
from archive.vault.locking import forget_where_closed, lock_vault, unlock_vault, vault_is_open
from archive.vault.models import Original
from archive.vault.naming import current_matcher
from tests import walking
from tests.walking import AT

pytestmark = pytest.mark.django_db


class TestAVaultThatSomebodyClosed:
    @pytest.fixture(autouse=True)
    def _closed(self, people):
        self.edition = walking.take_in(people)
        current_matcher()
        lock_vault(by=people.editor, at=AT)

    def test_opens_nothing(self):
        assert not vault_is_open()
        with pytest.raises(VaultLocked):
            current_ring()
        with pytest.raises(VaultLocked):
            Original.objects.get().text.reveal()

    def test_is_forgotten_with_all_its_names_by_the_process_that_closed_it(self):
        assert naming._Held.matcher is None
        assert naming._Held.names == frozenset()
        assert keyring._load.cache_info().currsize == 0

    def test_is_forgotten_with_every_word_that_anything_was_worked_out_of(self, people):
        worked_out = []

        @remembered(maxsize=8)
        def length(word):
            worked_out.append(word)
            return len(word)

        length("Brekkesen")
        forget_where_closed()
        length("Brekkesen")

        assert len(worked_out) == 2

    def test_is_forgotten_by_another_process_at_its_next_request(self, people):
        unlock_vault(by=people.admin, at=AT)
        current_matcher()
        closing_mark().touch()  # as the other process would

        forget_where_closed()

        assert naming._Held.matcher is None
        assert keyring._load.cache_info().currsize == 0

    def test_lets_a_testimony_be_suspended(self, people):
        suspend(self.edition.testimony, by=people.editor, at=AT)

        assert [stone.public_id for stone in current_tombstones().withdrawn] == [self.edition.testimony.public_id]

    def test_stands_in_the_trail_once_however_often_it_is_closed(self, people):
        lock_vault(by=people.editor, at=AT)

        assert AuditEvent.objects.filter(act="vault_locked").count() == 1

    def test_opens_again_and_nothing_is_lost(self, people):
        unlock_vault(by=people.admin, at=AT)

        assert Original.objects.get().text.reveal() == walking.TEXT + "\n"
        assert AuditEvent.objects.order_by("-seq")[0].act == "vault_unlocked"
        unlock_vault(by=people.admin, at=AT)
        assert AuditEvent.objects.filter(act="vault_unlocked").count() == 1

    def test_stays_closed_where_the_key_is_gone(self, people, settings, tmp_path):
        settings.VAULT_KEY_FILE = tmp_path / "gone.key"

        with pytest.raises(VaultLocked, match=r"gone\.key"):
            unlock_vault(by=people.admin, at=AT)

        assert closing_mark().exists()
        assert not AuditEvent.objects.filter(act="vault_unlocked").exists()


class TestAVaultWithoutItsKeyFile:
    def test_is_not_open(self, people, settings, tmp_path):
        before = vault_is_open()

        settings.VAULT_KEY_FILE = tmp_path / "gone.key"

        assert before
        assert not vault_is_open()


class TestTheCommands:
    def test_close_and_open(self, people, capsys):
        call_command("lock_vault", by="kari")
        assert not vault_is_open()

        call_command("unlock_vault", by="siri")

        assert vault_is_open()
        assert "The vault is open." in capsys.readouterr().out

    def test_open_for_an_admin_only(self, people):
        call_command("lock_vault", by="kari")

        with pytest.raises(CommandError, match="does not allow"):
            call_command("unlock_vault", by="kari")

        assert not vault_is_open()
