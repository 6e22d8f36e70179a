"""The sweep's list of words stays true to the release, and its tasks are opened, sharpened and settled."""

import io
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command

from archive.catalogue.records import AccessCopyRecord, Manifest, Part, PartKind
from archive.catalogue.writing import write_release_file
from archive.language.matching import NamedPerson, NameMatcher
from archive.operations.benchmarks.accounts import account, protected
from archive.operations.benchmarks.room import invented_themes, published
from archive.operations.benchmarks.sweep import PLANTED, records_with_names
from archive.publication.hits import find_hits
from archive.publication.lookup import copies_to_read, copies_to_read_for_all, copies_with
from archive.publication.models import SweepHit
from archive.publication.recovery import recover
from archive.publication.release import issue_release
from archive.publication.stones import begin_tombstones, current_tombstones
from archive.publication.sweep import protect_name, supersede_naming_decision, sweep_all
from archive.publication.withdrawal import withdraw
from archive.publication.wordlist import is_current, rebuild, wordlist_path
from archive.vault.models import Person, UnsweptName
from archive.vault.naming import NameDraft, record_naming_decision, record_protected_name, register_person
from archive.vault.pruning import prune_form, restore_form
from tests import walking
from tests.walking import AT, Staff

pytestmark = pytest.mark.django_db

TEXT = walking.TEXT + "\n\nHalvgrim Tofte came too, and he was old. Nobody asked Halv-\ngrim why he went."


@pytest.fixture
def people() -> Staff:
    return walking.staff()


@pytest.fixture
def public_id(people: Staff) -> str:
    edition = walking.put_out(people, text=TEXT)
    issue_release(by=people.admin, at=AT)
    return edition.testimony.public_id


def put_in_place(numbers: range, folder: Path) -> None:
    put_records_in_place([published(account(number, persons=50)) for number in numbers], folder)


def put_records_in_place(records: list[AccessCopyRecord], folder: Path) -> None:
    """Put a release in place, past the desk."""
    target = Path(django_settings.RELEASE_FILE)
    write_release_file(
        folder / "other.sqlite",
        manifest=Manifest(serial=9, trail_head="0" * 64, order_seed="x", month="2026-01"),
        themes=invented_themes(),
        copies=records,
    )
    (folder / "other.sqlite").replace(target)


def listed() -> dict[str, str]:
    """Return the words of each copy as the list has them, one to a line."""
    with sqlite3.connect(wordlist_path()) as connection:
        words = dict(connection.execute("SELECT id, word FROM word"))
        return {
            public_id: "\n".join(sorted(words[number] for number in memoryview(numbers).cast("I")))
            for public_id, numbers in connection.execute("SELECT public_id, words FROM copy")
        }


def stranger(people: Staff, name: str = "Gunnvor Myrhaug") -> Person:
    return register_person(names=[NameDraft(name)], by=people.editor, at=AT)


def reached(name: str) -> frozenset[str]:
    person = NamedPerson("p", (name,))
    return frozenset(copies_with(person, NameMatcher([person])))


class TestTheListOfWords:
    def test_is_made_with_the_release_and_told_by_its_file(self, public_id: str, settings: Any) -> None:
        assert is_current()
        assert listed().keys() == {public_id}

        os.utime(settings.RELEASE_FILE, ns=(1, 1))
        assert is_current()  # another file by its time, the same by its bytes; noted
        with settings.RELEASE_FILE.open("rb"):
            assert str(settings.RELEASE_FILE.stat().st_mtime_ns) in _made_from()["file"]

    def test_counts_for_nothing_beside_another_release(self, public_id: str, settings: Any) -> None:
        settings.RELEASE_FILE.chmod(0o644)
        with settings.RELEASE_FILE.open("ab") as file:
            file.write(b"\0")

        assert not is_current()

    @pytest.mark.parametrize("column", ["rules", "digest"])
    def test_counts_for_nothing_when_made_otherwise(self, public_id: str, column: str, settings: Any) -> None:
        os.utime(settings.RELEASE_FILE, ns=(1, 1))
        with sqlite3.connect(wordlist_path()) as connection:
            connection.execute(f"UPDATE made_from SET {column} = 'other'")  # noqa: S608

        assert not is_current()

    def test_counts_for_nothing_when_broken(self, public_id: str) -> None:
        wordlist_path().write_bytes(b"no list")

        assert not is_current()

    def test_is_the_same_whether_made_anew_or_from_the_one_before(self, data_folder: Path) -> None:
        put_in_place(range(6), data_folder)
        rebuild()
        before = listed()
        put_in_place(range(3, 9), data_folder)
        rebuild()
        from_before, traces = listed(), _traces()

        wordlist_path().unlink()
        rebuild()

        assert (listed(), _traces()) == (from_before, traces)
        assert len(from_before.keys() & before.keys()) == 3
        gone = set("\n".join(before.values()).split("\n")) - set("\n".join(from_before.values()).split("\n"))
        assert gone
        assert not gone & {word for _, word in traces}


class TestANameLookedUp:
    @pytest.mark.parametrize(
        "name", ["Halvgrim Tofte", "Халвгрим", "Halvgrimm", "Tofte", "Arne Brekkesen", "Ragnfrid Lundemo"]
    )
    def test_leads_to_every_copy_in_which_reading_finds_it(self, public_id: str, name: str) -> None:
        matcher = NameMatcher([NamedPerson("p", (name,))])

        hits = {hit.public_id for hit in find_hits([public_id], matcher)}

        assert hits <= reached(name)
        assert bool(hits) == (name not in {"Ragnfrid Lundemo", "Arne Brekkesen"})

    def test_leads_everywhere_when_the_list_cannot_be_made(self, public_id: str, settings: Any) -> None:
        wordlist_path().unlink()
        wordlist_path().mkdir()  # nothing can be put in its place
        person = NamedPerson("p", ("Ragnfrid Lundemo",))

        assert copies_to_read(person, NameMatcher([person])) == (public_id,)

    def test_leads_to_copies_of_a_release_that_was_put_in_place_past_the_list(self, data_folder: Path) -> None:
        put_in_place(range(3), data_folder)
        rebuild()
        put_in_place(range(20, 26), data_folder)
        person = NamedPerson("p", (protected(account(22, persons=50).persons[0]).pseudonym,))

        found = copies_to_read(person, NameMatcher([person]))

        assert f"{22:026x}" in found
        assert len(found) < 6
        assert is_current()

    def test_leads_to_the_same_copies_as_reading_all_of_them(self, data_folder: Path) -> None:
        put_in_place(range(40), data_folder)
        rebuild()
        words = sorted({word for words in listed().values() for word in words.split("\n") if word.istitle()})

        for word in words[:: max(1, len(words) // 25)]:
            matcher = NameMatcher([NamedPerson("p", (word, f"{word} Lundemo"))])
            hits = {hit.public_id for hit in find_hits([f"{number:026x}" for number in range(40)], matcher)}
            assert hits <= set(copies_with(NamedPerson("p", (word, f"{word} Lundemo")), matcher))


class TestAllNamesLookedUp:
    def test_lead_to_every_copy_in_which_reading_finds_one(self, data_folder: Path) -> None:
        records = list(records_with_names(120, persons=50))
        put_records_in_place(records, data_folder)
        persons = [NamedPerson(str(number), (name,)) for number, (name, _) in enumerate(PLANTED)]

        to_read = copies_to_read_for_all(matcher := NameMatcher(persons), lambda _done, _all: None)

        every = [record.public_id for record in records]
        anew = find_hits(every, NameMatcher(persons))
        assert {hit.public_id for hit in anew} <= set(to_read)
        assert len({hit.public_id for hit in anew}) >= 96
        assert sorted(map(str, find_hits(to_read, matcher))) == sorted(map(str, anew))

    def test_lead_everywhere_when_there_is_no_list(self, public_id: str) -> None:
        wordlist_path().unlink()
        wordlist_path().mkdir()

        assert copies_to_read_for_all(NameMatcher([]), lambda _done, _all: None) == (public_id,)


class TestATask:
    def test_of_what_may_be_a_name_becomes_one_of_what_is(self, public_id: str, people: Staff) -> None:
        person = stranger(people, "Qwvx Zxvw")
        protect_name(person, name="Halvgrimd", kind="surname", by=people.editor, at=AT)
        asked = SweepHit.objects.waiting().get()
        before = asked.tier, len(current_tombstones().withdrawn)

        protect_name(person, name="Halvgrim", kind="first", by=people.editor, at=AT)

        asked.refresh_from_db()
        assert before == ("ask", 0)
        assert asked.tier == "block"
        assert public_id in current_tombstones()

    def test_is_settled_when_the_testimony_is_withdrawn(self, public_id: str, people: Staff) -> None:
        protect_name(stranger(people), name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)

        withdraw(_testimony(public_id), by=people.admin, at=AT, reason="asked")

        assert not SweepHit.objects.waiting().exists()

    def test_is_settled_by_a_full_sweep_once_the_name_may_stand(self, public_id: str, people: Staff) -> None:
        person = stranger(people)
        protect_name(person, name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)
        sweep_all(by=people.editor, at=AT)
        waiting = SweepHit.objects.waiting().count()

        supersede_naming_decision(
            person, kind="named_by_choice", evidence="Consent of 2 March.", pseudonyms={}, by=people.editor, at=AT
        )
        sweep_all(by=people.editor, at=AT)

        assert waiting == 1
        assert not SweepHit.objects.waiting().exists()

    def test_is_settled_by_a_release_that_carries_the_testimony(self, public_id: str, people: Staff) -> None:
        person = stranger(people)
        protect_name(person, name="Halvgrimd", kind="surname", by=people.editor, at=AT)
        supersede_naming_decision(
            person, kind="named_by_choice", evidence="Consent of 2 March.", pseudonyms={}, by=people.editor, at=AT
        )
        waiting = SweepHit.objects.waiting().count()

        issue_release(by=people.admin, at=AT)

        assert waiting == 1
        assert not SweepHit.objects.waiting().exists()

    def test_says_that_a_name_stands_there_though_the_first_only_may(self, data_folder: Path) -> None:
        record = published(account(1, persons=50))
        told = Part(PartKind.PLAIN, "He saw Halvgrim. An hour later Kvernmo came.")
        text = next(text for text in record.languages if text.passages)
        text = replace(text, passages=(replace(text.passages[0], parts=(told,)),))
        put_records_in_place([replace(record, languages=(text,))], data_folder)
        matcher = NameMatcher([NamedPerson("p", ("Halvgrimd", "Kvernmo"))])

        (hit,) = find_hits([record.public_id], matcher)

        assert hit.tier == "block"

    def test_is_settled_by_a_full_sweep_at_its_own_place_only(self, people: Staff) -> None:
        walking.put_out(people, text=f"{TEXT}\n\nRagnfrid Lundemo did not.")
        issue_release(by=people.admin, at=AT)
        freed = stranger(people)
        protect_name(freed, name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)
        protect_name(stranger(people, "Qwvx Zxvw"), name="Ragnfrid", kind="first", by=people.editor, at=AT)
        before = set(SweepHit.objects.waiting().values_list("passage", flat=True))

        record_naming_decision(freed, kind="named_by_choice", evidence="x", pseudonyms={}, by=people.editor, at=AT)
        sweep_all(by=people.editor, at=AT)

        assert before == {4, 5}
        assert set(SweepHit.objects.waiting().values_list("passage", flat=True)) == {5}

    def test_is_not_opened_for_what_was_withdrawn(self, public_id: str, people: Staff) -> None:
        withdraw(_testimony(public_id), by=people.admin, at=AT, reason="asked")

        _, hits = protect_name(stranger(people), name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)

        assert hits == []
        assert current_tombstones().stone(public_id) is not None


class TestACopyThatTheDeskDoesNotKnow:
    """The desk was restored from a backup that is older than the release in place."""

    def test_falls_silent_all_the_same(self, data_folder: Path, people: Staff) -> None:
        begin_tombstones()
        put_records_in_place(list(records_with_names(30, persons=50)), data_folder)
        name, _ = PLANTED[0]

        _, hits = protect_name(stranger(people), name=name, kind="legal", by=people.editor, at=AT)

        assert hits == []
        (silenced,) = {stone.kind for stone in current_tombstones().withdrawn}
        assert silenced == "silent"
        found = find_hits([f"{number:026x}" for number in range(30)], NameMatcher([NamedPerson("p", (name,))]))
        certain = {hit.public_id for hit in found if hit.tier == "block"}
        assert certain
        assert {stone.public_id for stone in current_tombstones().withdrawn} == certain


class TestAPersonWhoseNamesNobodyHasLookedForYet:
    def begun(self, people: Staff) -> None:
        """Record a name, and break off before it is looked for."""
        record_protected_name(stranger(people), name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)

    @pytest.mark.parametrize(
        "look",
        [
            lambda people: recover(by=people.admin, at=AT),
            lambda people: sweep_all(by=people.admin, at=AT),
            lambda people: issue_release(by=people.admin, at=AT),
        ],
        ids=["recover", "sweep", "release"],
    )
    def test_is_looked_for_by_whatever_looks_for_everybody(
        self, look: Callable[[Staff], object], public_id: str, people: Staff
    ) -> None:
        self.begun(people)
        before = UnsweptName.objects.count(), public_id in current_tombstones()

        look(people)

        assert before == (2, False)
        assert public_id in current_tombstones()
        assert not UnsweptName.objects.exists()

    def test_is_told_of_by_the_command_that_recovers(self, public_id: str, people: Staff) -> None:
        self.begun(people)
        said = io.StringIO()

        call_command("recover", by=people.admin.username, stdout=said)

        assert "Names looked for in everything published: of 1 person." in said.getvalue()

    @pytest.mark.parametrize("act", ["a form put back", "a name decided anew"])
    def test_comes_with_whatever_protects_more(self, act: str, public_id: str, people: Staff) -> None:
        person = stranger(people, "Halvgrim Tofte")
        pruned = prune_form(person, form="Halvgrims", reason="Another word.", by=people.editor, at=AT)
        UnsweptName.objects.all().delete()

        if act == "a form put back":
            restore_form(pruned, by=people.editor, at=AT)
        else:
            record_naming_decision(person, kind="role_only", evidence="x", pseudonyms={}, by=people.editor, at=AT)

        assert UnsweptName.objects.get().person == person


class TestAPersonNoLongerNamedOpenly:
    def test_is_looked_for_everywhere(self, public_id: str, people: Staff) -> None:
        person = stranger(people, "Halvgrim Tofte")
        for kind, pseudonyms in (("named_by_choice", {}), ("changed_by_archive", {"en": "Eirik"})):
            supersede_naming_decision(
                person, kind=kind, evidence="Told us.", pseudonyms=pseudonyms, by=people.editor, at=AT
            )

        assert public_id in current_tombstones()


class TestASweepThatIsInterrupted:
    def test_goes_on_where_it_stopped_and_starts_anew_when_a_name_was_added(
        self, public_id: str, people: Staff, data_folder: Path
    ) -> None:
        class Power(Exception):
            pass

        def fail(what: str, _done: int, _all: int) -> None:
            if what == "testimonies read":
                raise Power

        record_protected_name(stranger(people), name="Halvgrimd", kind="surname", by=people.editor, at=AT)
        with pytest.raises(Power):
            sweep_all(by=people.admin, at=AT, say=fail)
        told: list[tuple[str, int, int]] = []
        sweep_all(by=people.admin, at=AT, say=lambda *said: told.append(said))
        went_on = list(told)
        with pytest.raises(Power):
            sweep_all(by=people.admin, at=AT, say=fail)
        person = stranger(people, "Qwvx Zxvw")
        record_protected_name(person, name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)
        hits = sweep_all(by=people.admin, at=AT, say=lambda *said: told.append(said))

        assert went_on == []  # the one part had been read and noted
        assert [what for what, _, _ in told] == ["words looked up", "testimonies read"]
        assert {hit.tier for hit in hits} == {"block"}
        assert not (data_folder / "sweep.json").exists()


def _testimony(public_id: str) -> Any:
    return walking.Testimony.objects.get(public_id=public_id)


def _made_from() -> dict[str, str]:
    with sqlite3.connect(wordlist_path()) as connection:
        connection.row_factory = sqlite3.Row
        return dict(connection.execute("SELECT * FROM made_from").fetchone())


def _traces() -> list[tuple[int, str]]:
    with sqlite3.connect(wordlist_path()) as connection:
        words = dict(connection.execute("SELECT id, word FROM word"))
        (packed,) = connection.execute("SELECT packed FROM trace").fetchone()
        return sorted((one >> 32, words[one & 0xFFFFFFFF]) for one in memoryview(packed).cast("Q"))
