"""A new protected name is swept over everything published, at once; a hit suspends the testimony."""

from pathlib import Path

import pytest
from django.core.management import call_command

from archive.deidentification.treatments import Treatment
from archive.publication.models import SweepHit
from archive.publication.obstacles import PublicationRefused
from archive.publication.release import issue_release, lift_suspension, publish
from archive.publication.sweep import protect_name, supersede_naming_decision, sweep_all
from archive.publication.wordlist import is_current, wordlist_path
from archive.redaction.correction import start_correction
from archive.redaction.decisions import decide_span
from archive.testimonies.models import Edition, State
from archive.vault.models import Person
from archive.vault.naming import NameDraft, record_protected_name, register_person
from tests import walking
from tests.shown import in_the_room
from tests.walking import AT, Staff

METADATA = """
collection = "trial"
[source]
kind = "interview"
year = 2025
[[persons]]
key = "narrator"
names = [ { name = "Halvgrim Tofte" } ]
[[testimonies]]
tellings = [ { language = "en" } ]
persons = [ { key = "narrator", part = "protagonist", narrates = true } ]
"""


def published(people: Staff) -> Edition:
    edition = walking.put_out(people, text=walking.WITH_A_STRANGER)
    issue_release(by=people.admin, at=AT)
    return edition


def somebody(people: Staff) -> Person:
    return register_person(names=[NameDraft("Gunnvor Myrhaug")], by=people.editor, at=AT)


def call_anew(edition: Edition, people: Staff, name: str) -> None:
    """Choose another pseudonym for the narrator and publish the correction that writes it."""
    narrator = edition.testimony.appearances.get(narrates=True).person
    called = {"en": name, "nb": name}
    supersede_naming_decision(
        narrator, kind="changed_by_archive", evidence="Drawn.", pseudonyms=called, by=people.editor, at=AT
    )
    correction = start_correction(walking.edition_now(edition), by=people.editor, at=AT)
    place = walking.span_of(correction, "Torvald Brekkesen")
    decide_span(place, treatment=Treatment.PSEUDONYMISE, replacement=name, by=people.editor, at=AT)
    publish(walking.hand_over(walking.edition_now(correction), people), by=people.admin, at=AT)


@pytest.mark.usefixtures("database")
class TestANameThatStandsInWhatIsPublished:
    @pytest.mark.parametrize("name", ["Halvgrim Tofte", "Халвгрим Тофте", "HALVGRIM TOFTE"])
    def test_silences_the_testimony_before_the_act_returns(self, name: str) -> None:
        people = walking.staff()
        edition = published(people)
        person = somebody(people)
        before = in_the_room()

        _, hits = protect_name(person, name=name, kind="legal", by=people.other_editor, at=AT)

        assert before == {edition.testimony.public_id}
        assert in_the_room() == set()
        assert walking.edition_now(edition).state == State.SUSPENDED
        assert [(hit.language, hit.passage, hit.tier) for hit in hits] == [("en", 4, "block")]

    def test_keeps_it_silent_until_the_place_is_decided(self) -> None:
        people = walking.staff()
        edition = published(people)
        protect_name(somebody(people), name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)

        with pytest.raises(PublicationRefused):
            lift_suspension(walking.edition_now(edition), by=people.admin, at=AT)

        assert in_the_room() == set()
        correction = start_correction(walking.edition_now(edition), by=people.editor, at=AT)
        assert correction.number == 2
        assert correction.state == State.IN_REDACTION

    def test_opens_one_task_that_says_where_and_not_what(self) -> None:
        people = walking.staff()
        published(people)
        person = somebody(people)

        protect_name(person, name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)
        protect_name(person, name="Tofte", kind="surname", by=people.editor, at=AT)

        hit = SweepHit.objects.get()
        assert hit.passage == 4
        assert "Tofte" not in str(hit)


@pytest.mark.usefixtures("database")
class TestANameThatSomebodyIsCalledByHere:
    """A pseudonym was free when it was given; later the archive learns that it is somebody's name."""

    @pytest.mark.parametrize("name", ["Arne Myrhaug", "Арне Мюрхауг", "ARNE"])
    def test_silences_the_testimony_before_the_act_returns(self, name: str) -> None:
        people = walking.staff()
        edition = published(people)
        narrator = edition.testimony.appearances.get(narrates=True).person
        person = somebody(people)

        _, hits = protect_name(person, name=name, kind="legal", by=people.other_editor, at=AT)

        assert in_the_room() == set()
        assert walking.edition_now(edition).state == State.SUSPENDED
        assert {(hit.person, hit.language, hit.of_pseudonym) for hit in hits} == {
            (narrator, "en", True),
            (narrator, "nb", True),
        }

    def test_keeps_it_silent_until_a_release_carries_another_pseudonym(self) -> None:
        people = walking.staff()
        edition = published(people)
        protect_name(somebody(people), name="Arne Myrhaug", kind="legal", by=people.editor, at=AT)

        with pytest.raises(PublicationRefused, match="G016"):
            lift_suspension(walking.edition_now(edition), by=people.admin, at=AT)

        call_anew(edition, people, "Eirik")
        before = in_the_room()
        issue_release(by=people.admin, at=AT)
        assert before == set()
        assert in_the_room() == {edition.testimony.public_id}
        assert not SweepHit.objects.waiting().exists()

    def test_is_left_out_of_the_next_release_however_it_was_recorded(self) -> None:
        people = walking.staff()
        edition = published(people)
        record_protected_name(somebody(people), name="Arne Myrhaug", kind="legal", by=people.editor, at=AT)

        issued = issue_release(by=people.admin, at=AT)

        assert [{one.code for one in judged.obstacles} for judged in issued.left_out] == [{"G016"}]
        assert walking.edition_now(edition).state == State.SUSPENDED
        assert {hit.language for hit in sweep_all(by=people.admin, at=AT)} == {"en", "nb"}
        issue_release(by=people.admin, at=AT)  # without it
        assert SweepHit.objects.waiting().of_pseudonyms().count() == 2  # no copy of it is read, and it is taken still

    def test_is_found_by_the_full_sweep_and_settled_by_it_once_it_is_free(self) -> None:
        people = walking.staff()
        edition = published(people)
        person = somebody(people)
        record_protected_name(person, name="Arne Myrhaug", kind="legal", by=people.editor, at=AT)

        hits = sweep_all(by=people.admin, at=AT)
        again = sweep_all(by=people.admin, at=AT)

        assert {hit.of_pseudonym for hit in hits} == {True}
        assert again == []
        assert SweepHit.objects.waiting().count() == len(hits)
        assert walking.edition_now(edition).state == State.SUSPENDED
        supersede_naming_decision(
            person, kind="named_by_choice", evidence="Consent of 2 March.", pseudonyms={}, by=people.editor, at=AT
        )
        sweep_all(by=people.admin, at=AT)
        assert not SweepHit.objects.waiting().exists()


@pytest.mark.usefixtures("database")
class TestATestimonyTakenIn:
    def test_has_the_names_that_come_with_it_looked_for_in_what_is_published(self, tmp_path: Path) -> None:
        people = walking.staff()
        edition = published(people)
        received, metadata = tmp_path / "another.txt", tmp_path / "another.toml"
        received.write_text("Another account, of another road.\n\nIt was a long one.", "utf-8")
        metadata.write_text(METADATA, "utf-8")

        call_command("accession", received, metadata=metadata, by=people.editor.username)

        assert walking.edition_now(edition).state == State.SUSPENDED
        assert in_the_room() == set()


@pytest.mark.usefixtures("database")
class TestANameThatStandsNowhere:
    def test_leaves_the_room_as_it_is(self) -> None:
        people = walking.staff()
        edition = published(people)

        _, hits = protect_name(somebody(people), name="Ragnfrid Lundemo", kind="legal", by=people.editor, at=AT)

        assert hits == []
        assert in_the_room() == {edition.testimony.public_id}


@pytest.mark.usefixtures("database")
class TestANamingDecisionSuperseded:
    def test_suspends_and_re_opens_what_the_person_stands_in(self) -> None:
        people = walking.staff()
        edition = published(people)
        narrator = edition.testimony.appearances.get(narrates=True).person

        supersede_naming_decision(
            narrator,
            kind="changed_by_source",
            evidence="He asked.",
            pseudonyms={"en": "Eirik"},
            by=people.editor,
            at=AT,
        )

        assert walking.edition_now(edition).state == State.SUSPENDED
        assert in_the_room() == set()


@pytest.mark.usefixtures("database")
class TestTheFullSweep:
    def test_finds_what_was_recorded_past_the_desk(self) -> None:
        people = walking.staff()
        edition = published(people)
        record_protected_name(somebody(people), name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)

        hits = sweep_all(by=people.admin, at=AT)

        assert [hit.passage for hit in hits] == [4]
        assert walking.edition_now(edition).state == State.SUSPENDED
        assert sweep_all(by=people.admin, at=AT) == []

    def test_can_be_rebuilt_from_the_release_alone(self) -> None:
        people = walking.staff()
        published(people)
        wordlist_path().unlink()

        _, hits = protect_name(somebody(people), name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)

        assert len(hits) == 1
        assert is_current()
