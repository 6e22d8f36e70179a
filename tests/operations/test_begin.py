"""An archive that is begun for real, without a demonstration in it, and one whose environment somebody manages."""

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from archive.publication.stones import current_tombstones
from archive.testimonies.models import Testimony
from archive.themes.models import Concept
from archive.users.models import User
from archive.users.roles import Role

PROJECT = Path(__file__).resolve().parents[2]


def begin(name: str = "ada") -> str:
    said = StringIO()
    call_command("begin", name, stdout=said)
    return said.getvalue()


@pytest.mark.django_db
class TestAnArchiveThatIsBegun:
    @pytest.fixture(autouse=True)
    def _place(self, folder: Path, settings: Any) -> None:
        settings.DATA_DIR = folder / "var"
        settings.TOMBSTONE_FILE = folder / "var" / "room" / "tombstones.json"

    def test_has_keys_a_thesaurus_and_one_admin_and_no_testimony(self, settings: Any) -> None:
        said = begin()

        (admin,) = User.objects.all()
        (password,) = re.findall(r"shown this once: (\S+)", said)
        assert (admin.username, admin.role, admin.check_password(password)) == ("ada", Role.ADMIN, True)
        assert settings.VAULT_KEY_FILE.is_file()
        assert current_tombstones().withdrawn == ()
        assert Concept.objects.exists()
        assert not Testimony.objects.exists()

    def test_is_not_begun_twice(self) -> None:
        begin()

        with pytest.raises(CommandError, match="begun already; nothing was changed"):
            begin("bo")

    def test_is_not_begun_by_somebody_with_no_proper_name(self) -> None:
        with pytest.raises(CommandError):
            begin("Ada Lovelace")
        assert not User.objects.exists()


class TestMigrating:
    def test_makes_the_data_folder_too(self, tmp_path: Path) -> None:
        data = tmp_path / "not" / "there"
        mine = {
            name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "ARCHIVE_", "COV"))
        }

        done = subprocess.run(
            [sys.executable, PROJECT / "manage.py", "migrate", "--verbosity=0"],
            env=mine | {"ARCHIVE_DATA": str(data)}, cwd=PROJECT, capture_output=True, text=True, check=False,
        )  # fmt: skip

        assert (done.returncode, done.stderr) == (0, "")
        assert (data / "desk.sqlite3").is_file()
        assert data.stat().st_mode & 0o777 == 0o700
