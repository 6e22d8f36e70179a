"""``manage.py verify_trail`` says what it found, and its exit code says whether."""

import json

import pytest
from django.core.management import CommandError, call_command

from archive.audit.triggers import install_triggers, remove_triggers
from tests.audit.trails import EVENTS, _cut, write_trail


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "checkpoints"


class TestVerifyTrail:
    def test_passes_a_sound_trail_and_keeps_a_checkpoint_of_it(self, db, kept, capsys):
        head = write_trail()

        call_command("verify_trail", save_checkpoint=kept)
        call_command("verify_trail", checkpoint=[kept])

        assert kept.read_text() == f"{head}\n"
        assert f"{EVENTS} events, head {head}, 1 checkpoints compared" in capsys.readouterr().out

    def test_takes_what_a_release_states(self, db, kept):
        head = write_trail()

        kept.write_text(json.dumps({"statements": [{"body": {"serial": 1, "trail_head": head.hash}}]}))
        call_command("verify_trail", checkpoint=[kept])
        kept.write_text(json.dumps({"statements": [{"body": {"serial": 1, "trail_head": "d" * 64}}]}))
        with pytest.raises(SystemExit):
            call_command("verify_trail", checkpoint=[kept])

    def test_fails_a_trail_that_was_cut_off_with_its_head(self, db, kept, capsys):
        write_trail()
        call_command("verify_trail", save_checkpoint=kept)
        remove_triggers()
        _cut(4, with_head=True)()
        install_triggers()

        call_command("verify_trail")
        with pytest.raises(SystemExit) as ended:
            call_command("verify_trail", checkpoint=[kept], save_checkpoint=kept)

        assert ended.value.code == 1
        assert "T006" in capsys.readouterr().out
        assert len(kept.read_text().splitlines()) == 1

    @pytest.mark.parametrize("content", [None, "", "no checkpoint\n", "\xff", "{}"])
    def test_refuses_a_checkpoint_file_it_cannot_use(self, db, kept, content):
        if content is not None:
            kept.write_text(content, encoding="latin-1")

        with pytest.raises(CommandError, match=r"checkpoint|cannot be read"):
            call_command("verify_trail", checkpoint=[kept])
