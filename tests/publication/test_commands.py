"""Issuing, checking, recovering and sweeping from the command line, as an operator would."""

from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from archive.publication.models import Release
from archive.publication.stones import current_tombstones
from archive.publication.withdrawal import suspend
from archive.testimonies.models import Edition, State
from tests import walking

pytestmark = pytest.mark.django_db


def say(command: str, *arguments: str) -> str:
    """Run a command and return what it says."""
    out = StringIO()
    call_command(command, *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


class TestIssuing:
    def test_puts_what_is_published_in_place_and_says_where(self, people: walking.Staff) -> None:
        walking.put_out(people)

        said = say("issue_release", "--by", "siri")

        assert said == f"Release 1 carries 1 testimonies: {settings.RELEASE_FILE}\n"
        assert Release.objects.get().issued_by == people.admin

    def test_takes_the_approved_along_where_that_is_asked(self, people: walking.Staff) -> None:
        edition = walking.approve(people)

        assert "carries 0 testimonies" in say("issue_release", "--by", "siri")
        assert "carries 1 testimonies" in say("issue_release", "--by", "siri", "--with-approved")
        assert walking.edition_now(edition).state == State.PUBLISHED

    def test_says_beforehand_that_nothing_stands_in_the_way(self, people: walking.Staff) -> None:
        edition = walking.approve(people)

        said = say("issue_release", "--by", "siri", "--with-approved", "--dry-run")

        assert said == "Nothing stands in the way; nothing was changed.\n"
        assert walking.edition_now(edition).state == State.APPROVED
        assert not Release.objects.exists()

    def test_says_what_stands_in_the_way_and_changes_nothing(self, people: walking.Staff) -> None:
        edition = self.with_an_approval_of_other_words(people)
        out = StringIO()

        with pytest.raises(CommandError, match="Something stands in the way; nothing was changed"):
            call_command("issue_release", "--by", "siri", "--with-approved", "--dry-run", stdout=out)

        assert "G002" in out.getvalue()
        assert walking.edition_now(edition).state == State.APPROVED

    def test_names_what_was_left_out_and_fails(self, people: walking.Staff) -> None:
        self.with_an_approval_of_other_words(people)
        out = StringIO()

        with pytest.raises(CommandError, match="1 editions were left out"):
            call_command("issue_release", "--by", "siri", "--with-approved", stdout=out)

        assert "is left out:" in out.getvalue()
        assert "G002" in out.getvalue()
        assert "carries 0 testimonies" in out.getvalue()

    @pytest.mark.parametrize(("name", "why"), [("nobody", "There is nobody called"), ("kari", "does not allow this")])
    def test_refuses_who_may_not(self, people: walking.Staff, name: str, why: str) -> None:
        with pytest.raises(CommandError, match=why):
            say("issue_release", "--by", name)

    def with_an_approval_of_other_words(self, people: walking.Staff) -> Edition:
        edition = walking.approve(people)
        with walking.without_rules():
            edition.descriptions.filter(language="en").delete()
        return edition


class TestChecking:
    def test_says_that_the_release_in_place_is_whole(self, people: walking.Staff) -> None:
        walking.put_out(people)
        say("issue_release", "--by", "siri")

        assert say("verify_release") == "Release 1 is whole and signed.\n"

    def test_refuses_one_byte_too_few(self, people: walking.Staff, tmp_path: Path) -> None:
        walking.put_out(people)
        say("issue_release", "--by", "siri")
        release = Path(settings.RELEASE_FILE)
        release.write_bytes(release.read_bytes()[:-1])

        with pytest.raises(CommandError):
            say("verify_release", str(release))

    def test_refuses_another_archives_key_and_a_file_that_is_none(self, people: walking.Staff, tmp_path: Path) -> None:
        walking.put_out(people)
        say("issue_release", "--by", "siri")
        (tmp_path / "release.pub").write_text("no key")

        with pytest.raises(CommandError):
            say("verify_release", "--key", str(tmp_path / "release.pub"))
        with pytest.raises(CommandError):
            say("verify_release", str(tmp_path / "nowhere.sqlite"))


class TestRecovering:
    def test_finds_nothing_to_do(self, people: walking.Staff) -> None:
        walking.put_out(people)
        say("issue_release", "--by", "siri")

        assert say("recover", "--by", "siri") == "Desk, tombstones and release agree; nothing was done.\n"

    def test_issues_a_release_that_is_missing(self, people: walking.Staff) -> None:
        walking.put_out(people)
        say("issue_release", "--by", "siri")
        Path(settings.RELEASE_FILE).unlink()

        said = say("recover", "--by", "siri")

        assert "Release 2 was issued in place of one that was missing or unsound." in said
        assert say("verify_release") == "Release 2 is whole and signed.\n"

    def test_takes_back_what_is_silent(self, people: walking.Staff) -> None:
        edition = walking.put_out(people)
        say("issue_release", "--by", "siri")
        suspend(edition.testimony, by=people.admin, at=walking.AT)
        with walking.without_rules():
            Edition.objects.filter(pk=edition.pk).update(state=State.PUBLISHED)

        said = say("recover", "--by", "siri")

        assert "1 testimonies taken back" in said
        assert walking.edition_now(edition).state == State.SUSPENDED

    def test_refuses_an_editor(self, people: walking.Staff) -> None:
        with pytest.raises(CommandError, match="does not allow this"):
            say("recover", "--by", "kari")


class TestSweeping:
    def test_says_how_much_was_found(self, people: walking.Staff) -> None:
        walking.put_out(people)
        say("issue_release", "--by", "siri")

        said = say("sweep", "--by", "siri")

        assert said == "0 new places found; what holds a name for certain is suspended.\n"
        assert current_tombstones().withdrawn == ()

    def test_refuses_somebody_it_does_not_know(self, people: walking.Staff) -> None:
        with pytest.raises(CommandError, match="There is nobody called"):
            say("sweep", "--by", "nobody")
