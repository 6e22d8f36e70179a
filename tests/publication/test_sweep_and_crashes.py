"""A sweep that is killed goes on; a name and a release that come at the same time wait for each other."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from django.db import connection, connections

from archive.operations.benchmarks.holdings import Staff as Swept
from archive.operations.benchmarks.sweep import PLANTED, enter_testimonies, records_with_names
from archive.publication.hits import find_hits
from archive.publication.holding import hold_release
from archive.publication.models import SweepHit
from archive.publication.release import issue_release
from archive.publication.stones import begin_tombstones, current_tombstones
from archive.publication.sweep import sweep_all, sweep_person
from archive.testimonies.models import Testimony
from archive.vault.naming import NameDraft, current_matcher, register_person
from tests import walking
from tests.publication.in_place import put_records_in_place
from tests.walking import AT

pytestmark = pytest.mark.usefixtures("sqlite_database")
SIZE = 130


class TestASweepThatIsKilled:
    def test_goes_on_where_it_stopped_and_loses_nothing(self, data_folder: Path) -> None:
        people = walking.staff()
        begin_tombstones()
        records = list(records_with_names(SIZE, persons=50))
        put_records_in_place(records, data_folder)
        enter_testimonies(SIZE, [], Swept(editor=people.editor, admin=people.admin))
        for name, _forms in PLANTED:
            register_person(names=[NameDraft(name)], by=people.editor, at=AT)
        told: list[tuple[str, int, int]] = []

        def die_after_the_first_part(what: str, _done: int, _every: int) -> None:
            if what == "testimonies read":
                os.kill(os.getpid(), signal.SIGKILL)

        connection.close()
        child = os.fork()
        if not child:
            sweep_all(by=people.admin, at=AT, say=die_after_the_first_part)
            os._exit(1)
        _, status = os.waitpid(child, 0)
        sweep_all(by=people.admin, at=AT, say=lambda *said: told.append(said))

        assert os.WTERMSIG(status) == signal.SIGKILL
        hits = find_hits([record.public_id for record in records], current_matcher())
        assert _open() == {(hit.public_id, hit.language, hit.passage) for hit in hits}
        assert {hit.public_id for hit in hits if hit.tier == "block"} == _silent()
        assert told == [("testimonies read", 96, 96)]  # the words were looked up before, and 50 were read


class TestANameAndAReleaseAtTheSameTime:
    def test_do_not_pass_each_other(self) -> None:
        people = walking.staff()
        walking.put_out(people)
        issue_release(by=people.admin, at=AT)
        person = register_person(names=[NameDraft("Gunnvor Myrhaug")], by=people.editor, at=AT)

        for act in (
            lambda: sweep_person(person, by=people.editor, at=AT),
            lambda: issue_release(by=people.admin, at=AT),
        ):
            thread = Thread(target=_closing(act))
            with hold_release():
                thread.start()
                thread.join(3)
                waited = thread.is_alive()
            thread.join(60)

            assert waited
            assert not thread.is_alive()


def _closing(act: Callable[[], object]) -> Callable[[], None]:
    def run() -> None:
        try:
            act()
        finally:
            connections.close_all()

    return run


def _open() -> set[tuple[str, str, int]]:
    return set(SweepHit.objects.waiting().values_list("testimony__public_id", "language", "passage"))


def _silent() -> set[str]:
    silent = current_tombstones()
    return {public_id for public_id in Testimony.objects.values_list("public_id", flat=True) if public_id in silent}
