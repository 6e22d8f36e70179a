"""A name that is protected is looked for; the tasks that come of it are opened, sharpened and settled."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError

from archive.catalogue.records import Part, PartKind
from archive.language.matching import NamedPerson, NameMatcher
from archive.operations.benchmarks.accounts import account
from archive.operations.benchmarks.room import published
from archive.operations.benchmarks.sweep import PLANTED, records_with_names
from archive.publication.hits import find_hits
from archive.publication.models import SweepHit
from archive.publication.recovery import recover
from archive.publication.release import issue_release
from archive.publication.stones import begin_tombstones, current_tombstones
from archive.publication.sweep import (
    protect_name,
    put_form_back,
    supersede_naming_decision,
    sweep_all,
    sweep_person,
)
from archive.publication.withdrawal import withdraw
from archive.vault.models import Person, UnsweptName
from archive.vault.naming import NameDraft, record_naming_decision, record_protected_name, register_person
from archive.vault.pruning import prune_form, restore_form
from tests import walking
from tests.publication.in_place import TEXT, put_records_in_place
from tests.walking import AT, Staff

pytestmark = pytest.mark.django_db


def stranger(people: Staff, name: str = "Gunnvor Myrhaug") -> Person:
    return register_person(names=[NameDraft(name)], by=people.editor, at=AT)


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

    def test_of_what_may_be_a_name_stays_one_when_it_is_found_again(self, public_id: str, people: Staff) -> None:
        person = stranger(people, "Qwvx Zxvw")
        protect_name(person, name="Halvgrimd", kind="surname", by=people.editor, at=AT)

        protect_name(person, name="Qwvxzy", kind="surname", by=people.editor, at=AT)

        assert [task.tier for task in SweepHit.objects.waiting()] == ["ask"]

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

    @pytest.mark.parametrize(
        "words", ["He saw Halvgrim. An hour later Kvernmo came.", "Kvernmo came. An hour later he saw Halvgrim."]
    )
    def test_says_that_a_name_stands_there_though_another_only_may(self, words: str, data_folder: Path) -> None:
        record = published(account(1, persons=50))
        told = Part(PartKind.PLAIN, words)
        text = next(text for text in record.languages if text.passages)
        text = replace(text, passages=(replace(text.passages[0], parts=(told,)),))
        put_records_in_place([replace(record, languages=(text,))], data_folder)
        matcher = NameMatcher([NamedPerson("p", ("Halvgrimd", "Kvernmo"))])

        (hit,) = find_hits([record.public_id], matcher)

        assert hit.tier == "block"

    def test_of_a_name_in_the_title_stands_at_the_head_of_the_telling(self, data_folder: Path) -> None:
        record = published(account(1, persons=50))
        text = replace(record.languages[0], title="The account of Halvgrim Kvernmo")
        put_records_in_place([replace(record, languages=(text,))], data_folder)

        (hit,) = find_hits([record.public_id], NameMatcher([NamedPerson("p", ("Halvgrim Kvernmo",))]))

        assert (hit.language, hit.passage, hit.tier) == (text.language, 0, "block")

    def test_is_not_opened_for_what_may_be_a_name_and_was_decided_to_stay(self, people: Staff) -> None:
        walking.put_out(people, text=f"{walking.TEXT}\n\nHalvgrim came too. Nobody asked Ragnfrid why.")
        issue_release(by=people.admin, at=AT)

        kept, _ = protect_name(stranger(people), name="Halvgrimd", kind="surname", by=people.editor, at=AT)
        other, _ = protect_name(stranger(people, "Qwvx"), name="Halvgrim", kind="first", by=people.editor, at=AT)

        opened = SweepHit.objects.waiting().values_list("person", "tier")
        assert list(opened) == [(other.person_id, "block")]
        assert kept.person_id != other.person_id

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


class TestAFormPutBack:
    def test_is_looked_for_again(self, people: Staff) -> None:
        text = f"{walking.TEXT}\n\nRodion came too, and he was old."
        public_id = walking.put_out(people, text=text).testimony.public_id
        issue_release(by=people.admin, at=AT)
        person = stranger(people, "Родион Щегольков")
        pruned = prune_form(person, form="Rodion", reason="A road.", by=people.editor, at=AT)
        sweep_person(person, by=people.editor, at=AT)
        before = public_id in current_tombstones()

        hits = put_form_back(pruned, by=people.editor, at=AT)

        assert not before
        assert {hit.tier for hit in hits} == {"block"}
        assert public_id in current_tombstones()

    def test_re_opens_what_the_person_stands_in(self, people: Staff) -> None:
        edition = walking.take_in(people)
        person = edition.testimony.appearances.get(narrates=True).person
        pruned = prune_form(person, form="Torvalds", reason="A ship.", by=people.editor, at=AT)

        put_form_back(pruned, by=people.editor, at=AT)

        assert walking.edition_now(edition).change > edition.change


class TestAPersonNoLongerNamedOpenly:
    def test_is_looked_for_everywhere(self, public_id: str, people: Staff) -> None:
        person = stranger(people, "Halvgrim Tofte")
        for kind, pseudonyms in (("named_by_choice", {}), ("changed_by_archive", {"en": "Eirik"})):
            supersede_naming_decision(
                person, kind=kind, evidence="Told us.", pseudonyms=pseudonyms, by=people.editor, at=AT
            )

        assert public_id in current_tombstones()


class TestAPersonWhoChoseToBeNamed:
    def test_is_looked_for_nowhere(self, public_id: str, people: Staff) -> None:
        person = stranger(people, "Halvgrim Tofte")

        supersede_naming_decision(
            person, kind="named_by_choice", evidence="Told us.", pseudonyms={}, by=people.editor, at=AT
        )

        assert public_id not in current_tombstones()
        assert not SweepHit.objects.exists()
        assert not UnsweptName.objects.exists()


class TestASweepBeforeTheFirstRelease:
    def test_has_nothing_to_read(self, people: Staff, data_folder: Path) -> None:
        stranger(people)

        assert sweep_all(by=people.admin, at=AT) == []
        assert UnsweptName.objects.exists()  # nobody has looked for these names

    def test_takes_a_name_that_has_nowhere_to_stand(self, people: Staff, data_folder: Path) -> None:
        _, hits = protect_name(stranger(people), name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)

        assert hits == []
        assert not UnsweptName.objects.exists()


class TestASweepThatIsInterrupted:
    @pytest.mark.parametrize("changed", ["release", "names", "rules"])
    def test_starts_anew_when_what_it_depends_on_has_changed(
        self, changed: str, public_id: str, people: Staff, data_folder: Path
    ) -> None:
        record_protected_name(stranger(people), name="Halvgrimd", kind="surname", by=people.editor, at=AT)
        progress = data_folder / "sweep.json"
        with pytest.raises(_PowerGone):
            sweep_all(by=people.admin, at=AT, say=_lose_power_at("testimonies read"))
        progress.write_text(json.dumps({**json.loads(progress.read_text()), changed: "another"}))
        told: list[str] = []

        sweep_all(by=people.admin, at=AT, say=lambda what, _done, _all: told.append(what))

        assert told == ["words looked up", "testimonies read"]

    def test_before_anything_was_read_does_not_look_the_words_up_again(
        self, public_id: str, people: Staff, settings: Any
    ) -> None:
        record_protected_name(stranger(people), name="Halvgrimd", kind="surname", by=people.editor, at=AT)
        release: Path = settings.RELEASE_FILE
        aside = release.with_suffix(".aside")
        told: list[str] = []

        def take_away(_what: str, _done: int, _all: int) -> None:
            release.rename(aside)

        with pytest.raises(OperationalError):
            sweep_all(by=people.admin, at=AT, say=take_away)
        aside.rename(release)
        sweep_all(by=people.admin, at=AT, say=lambda what, _done, _all: told.append(what))

        assert told == ["testimonies read"]

    def test_goes_on_where_it_stopped_and_starts_anew_when_a_name_was_added(
        self, public_id: str, people: Staff, data_folder: Path
    ) -> None:
        record_protected_name(stranger(people), name="Halvgrimd", kind="surname", by=people.editor, at=AT)
        with pytest.raises(_PowerGone):
            sweep_all(by=people.admin, at=AT, say=_lose_power_at("testimonies read"))
        told: list[tuple[str, int, int]] = []
        sweep_all(by=people.admin, at=AT, say=lambda *said: told.append(said))
        went_on = list(told)
        with pytest.raises(_PowerGone):
            sweep_all(by=people.admin, at=AT, say=_lose_power_at("testimonies read"))
        person = stranger(people, "Qwvx Zxvw")
        record_protected_name(person, name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)
        hits = sweep_all(by=people.admin, at=AT, say=lambda *said: told.append(said))

        assert went_on == []  # the one part had been read and noted
        assert [what for what, _, _ in told] == ["words looked up", "testimonies read"]
        assert {hit.tier for hit in hits} == {"block"}
        assert not (data_folder / "sweep.json").exists()


class _PowerGone(Exception):
    pass


def _lose_power_at(here: str) -> Callable[[str, int, int], None]:
    def say(what: str, _done: int, _all: int) -> None:
        if what == here:
            raise _PowerGone

    return say


def _testimony(public_id: str) -> Any:
    return walking.Testimony.objects.get(public_id=public_id)
