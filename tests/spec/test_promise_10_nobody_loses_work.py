"""Nobody loses work: concurrent edits conflict loudly; a crash at any step leaves a state that `recover` completes."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from archive.deidentification.treatments import Treatment
from archive.publication.recovery import recover, release_is_in_place
from archive.publication.release import issue_release
from archive.publication.stones import current_tombstones
from archive.publication.sweep import protect_name, supersede_naming_decision
from archive.publication.withdrawal import withdraw
from archive.redaction.decisions import decide_span
from archive.testimonies.description import describe_edition
from archive.testimonies.models import Edition, EditionChanged, State
from archive.vault.models import NamingKind, Person, ProtectedName
from archive.vault.naming import register_person, standing_decision
from tests import walking
from tests.shown import in_the_room
from tests.walking import AT, Staff


@pytest.mark.usefixtures("database")
class TestTwoEditorsOnOneTestimony:
    def test_the_second_is_told_and_overwrites_nothing(self) -> None:
        people = walking.staff()
        edition = walking.decide(walking.take_in(people), people)
        seen = edition.change
        span = walking.span_of(edition, "near Kveldsvik")
        decide_span(
            span, treatment=Treatment.GENERALISE, replacement="in the north", by=people.editor, at=AT, seen=seen
        )
        again = edition.spans.get(pk=span.pk)

        with pytest.raises(EditionChanged, match="Nothing of yours was saved"):
            decide_span(again, treatment=Treatment.SUPPRESS, by=people.other_editor, at=AT, seen=seen)

        standing = edition.spans.get(pk=span.pk).decisions.get(superseded_at__isnull=True)
        assert standing.treatment == Treatment.GENERALISE
        assert standing.decided_by == people.editor

    def test_with_the_same_row_in_hand_conflict_even_without_a_page(self) -> None:
        people = walking.staff()
        edition = walking.take_in(people)
        mine, yours = walking.edition_now(edition), walking.edition_now(edition)
        describe_edition(mine, abstracts={"en": "One."}, by=people.editor, at=AT)

        with pytest.raises(EditionChanged):
            describe_edition(yours, abstracts={"en": "Two."}, by=people.other_editor, at=AT)

        assert mine.descriptions.get().abstract.reveal() == "One."


class Crash(BaseException):
    """The power went."""


@contextmanager
def crash_at(step: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Stop everything at the n-th durable step: a sync to the disk, a rename, a commit."""
    taken: list[str] = []

    def counted(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            taken.append(name)
            if len(taken) == step:
                raise Crash
            return real(*args, **kwargs)

        return call

    with suppress(Crash), monkeypatch.context() as patch:
        patch.setattr(os, "fsync", counted("fsync", os.fsync))
        patch.setattr(Path, "replace", counted("rename", Path.replace))
        patch.setattr(connection, "_commit", counted("commit", connection._commit))  # type: ignore[attr-defined]
        yield taken


def publish_and_issue(edition: Edition, people: Staff) -> None:
    issue_release(by=people.admin, at=AT, including=[edition])


def take_back(edition: Edition, people: Staff) -> None:
    withdraw(edition.testimony, by=people.editor, at=AT, reason="asked")


def protect_what_stands_there(stranger: Person, people: Staff) -> None:
    protect_name(stranger, name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)


def narrator_of(edition: Edition) -> Person:
    person: Person = edition.testimony.appearances.get(narrates=True).person
    return person


def call_otherwise(person: Person, people: Staff) -> None:
    supersede_naming_decision(
        person,
        kind="changed_by_archive",
        evidence="Drawn.",
        pseudonyms={"en": "Arne", "nb": "Arne"},
        by=people.editor,
        at=AT,
    )


# How many durable steps each act takes; that these are all of them is a test of its own.
PUBLISHING, WITHDRAWING, PROTECTING, NAMING = 16, 4, 8, 6


@pytest.mark.usefixtures("sqlite_database")
class TestACrash:
    @pytest.mark.parametrize("step", range(1, PUBLISHING + 1))
    def test_while_publishing_leaves_all_or_nothing(self, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        with crash_at(step, monkeypatch):
            publish_and_issue(edition, people)

        recover(by=people.admin, at=AT)

        state = walking.edition_now(edition).state
        assert state in {State.APPROVED, State.PUBLISHED}
        assert in_the_room() == ({edition.testimony.public_id} if state == State.PUBLISHED else set())
        assert release_is_in_place()
        assert recover(by=people.admin, at=AT).found_nothing

    @pytest.mark.parametrize("step", range(1, WITHDRAWING + 1))
    def test_while_withdrawing_never_shows_it_again_once_silent(
        self, step: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        publish_and_issue(edition, people)
        with crash_at(step, monkeypatch):
            take_back(edition, people)
        was_silent = in_the_room() == set()

        recover(by=people.admin, at=AT)

        withdrawn = walking.edition_now(edition).state == State.WITHDRAWN
        assert withdrawn == was_silent
        assert (in_the_room() == set()) == withdrawn
        assert recover(by=people.admin, at=AT).found_nothing

    @pytest.mark.parametrize("step", range(1, PROTECTING + 1))
    def test_while_a_name_is_protected_never_leaves_it_shown(self, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
        people = walking.staff()
        publish_and_issue(walking.approve(people, text=walking.WITH_A_STRANGER), people)
        stranger = register_person(names=(), by=people.editor, at=AT)
        with crash_at(step, monkeypatch):
            protect_what_stands_there(stranger, people)

        recover(by=people.admin, at=AT)

        is_protected = ProtectedName.objects.filter(person=stranger).exists()
        assert (in_the_room() == set()) == is_protected
        assert recover(by=people.admin, at=AT).found_nothing

    @pytest.mark.parametrize("step", range(1, NAMING + 1))
    def test_while_somebody_is_no_longer_named_openly_never_leaves_the_name_shown(
        self, step: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        publish_and_issue(edition, people)
        narrator = narrator_of(edition)
        with crash_at(step, monkeypatch):
            call_otherwise(narrator, people)

        recover(by=people.admin, at=AT)

        decision = standing_decision(narrator)
        was_decided = decision is not None and decision.kind == NamingKind.CHANGED_BY_ARCHIVE
        is_silent = edition.testimony.public_id in current_tombstones()
        assert is_silent or not was_decided
        assert (walking.edition_now(edition).state == State.SUSPENDED) == is_silent
        assert recover(by=people.admin, at=AT).found_nothing

    @pytest.mark.parametrize(
        ("act", "steps"),
        [
            (lambda edition, _stranger, people: take_back(edition, people), WITHDRAWING),
            (lambda _edition, stranger, people: protect_what_stands_there(stranger, people), PROTECTING),
            (lambda edition, _stranger, people: call_otherwise(narrator_of(edition), people), NAMING),
        ],
        ids=["withdrawing", "protecting", "naming"],
    )
    def test_was_tried_at_every_step_there_is(
        self, act: Callable[[Edition, Person, Staff], None], steps: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        people = walking.staff()
        edition = walking.approve(people, text=walking.WITH_A_STRANGER)
        stranger = register_person(names=(), by=people.editor, at=AT)

        with crash_at(0, monkeypatch) as publishing:
            publish_and_issue(edition, people)
        with crash_at(0, monkeypatch) as taken:
            act(edition, stranger, people)

        assert len(publishing) == PUBLISHING
        assert len(taken) == steps
