"""Each check of the gate, shown refusing a real change and passing the sound edition it was made from."""

import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from archive.catalogue.records import ContextRecord, ContextText, Manifest
from archive.publication.background import record_background
from archive.publication.candidates import Draft, write_candidate
from archive.publication.examination import find_obstacles, judge_file, prepare_all
from archive.publication.gate import DESK_CHECKS, ROOM_CHECKS, judge_dossier, judge_showing
from archive.publication.obstacles import PublicationRefused
from archive.publication.release import issue_release, publish
from archive.redaction.models import SpanDecision
from archive.testimonies.description import describe_edition
from archive.testimonies.models import CodedFact, Edition
from archive.vault.keyring import VaultLocked
from archive.vault.naming import NameDraft, register_person
from tests import walking
from tests.walking import AT, Staff

pytestmark = pytest.mark.django_db

TEXT = walking.TEXT + "\n\nHalvgrim came too, and he was old [or so they said]. It was on 14 May that he went.\n"


def put_decision(edition: Edition, *, at_class: str = "", **changes: object) -> None:
    decision = (
        SpanDecision.objects.filter(span__edition=edition, superseded_at__isnull=True)
        .exclude(treatment="retain")
        .filter(**({"identifier_class": at_class} if at_class else {}))
        .order_by("span__start")[0]
    )
    for name, value in changes.items():
        setattr(decision, name, value)
    decision.save()


SABOTAGE: tuple[tuple[str, Callable[[Edition, Staff], object]], ...] = (
    ("G000", lambda edition, _: CodedFact.objects.filter(edition=edition, facet="route").update(value="swam")),
    ("G002", lambda edition, _: put_decision(edition, replacement="Arnes")),
    ("G009", lambda _, people: register_person(names=[NameDraft("Halvgrim Tofte")], by=people.editor, at=AT)),
    ("G010", lambda _, people: register_person(names=[NameDraft("Halvgrim Tofte")], by=people.editor, at=AT)),
    ("G012", lambda edition, _: put_decision(edition, replacement="Ar\u200bne")),
    ("G012", lambda *_: None),
    ("G016", lambda _, people: register_person(names=[NameDraft("Arne Myrhaug")], by=people.editor, at=AT)),
    ("G016", lambda _, people: register_person(names=[NameDraft("Арне")], by=people.editor, at=AT)),
)


class TestASoundEdition:
    def test_meets_no_obstacle(self) -> None:
        people = walking.staff()
        edition = walking.approve(people)

        assert find_obstacles(edition, by=people.admin, at=AT) == ()


class TestAnEditionTamperedWith:
    @pytest.mark.parametrize(
        ("code", "sabotage"), SABOTAGE, ids=[f"{i}-{code}" for i, (code, _) in enumerate(SABOTAGE)]
    )
    def test_is_refused_with_the_code_of_what_is_wrong(
        self, code: str, sabotage: Callable[[Edition, Staff], object]
    ) -> None:
        people = walking.staff()
        edition = walking.approve(people, text=TEXT)
        with walking.without_rules():
            sabotage(edition, people)

        obstacles = find_obstacles(walking.edition_now(edition), by=people.admin, at=AT)

        assert code in {obstacle.code for obstacle in obstacles}
        with pytest.raises(PublicationRefused):
            publish(walking.edition_now(edition), by=people.admin, at=AT)

    def test_is_refused_while_the_database_lacks_a_rule(self) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER review_four_eyes_on_insert")

        obstacles = find_obstacles(edition, by=people.admin, at=AT)

        assert {obstacle.code for obstacle in obstacles} == {"G017"}

    def test_is_refused_when_its_decisions_overlap(self) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        with walking.without_rules():
            span = walking.span_of(edition, "near Kveldsvik")
            date = walking.span_of(edition, "On 14 May")
            edition.spans.filter(pk=date.pk).update(start=span.start + 1, end=span.end + 5)

        obstacles = find_obstacles(walking.edition_now(edition), by=people.admin, at=AT)

        assert {obstacle.code for obstacle in obstacles} == {"G000"}


class TestWordsThatWereChangedForWhatTheyTell:
    @pytest.mark.parametrize(
        ("told", "is_refused"),
        [
            ("It was on 14 May that he went.", True),
            ("(ON 14 MAY.)", True),
            ("They came upon 14 Mays, and on 14 May.", True),
            ("They came upon 14 Mays.", False),
            ("The boat was called on 14 May_2.", False),
        ],
    )
    def test_may_not_stand_elsewhere_but_inside_longer_words(self, told: str, is_refused: bool) -> None:
        people = walking.staff()
        edition = walking.approve(people, text=f"{walking.TEXT}\n\n{told}\n")

        obstacles = find_obstacles(edition, by=people.admin, at=AT)

        assert ("G011" in {obstacle.code for obstacle in obstacles}) is is_refused


class TestAWordThatMayBeAName:
    def test_goes_out_where_somebody_decided_to_keep_it(self) -> None:
        people = walking.staff()
        edition = walking.approve(people, text=f"{walking.TEXT}\n\nHalvgrim came too, and he was old.\n")
        register_person(names=[NameDraft("Halvgrimd", "surname")], by=people.editor, at=AT)

        assert find_obstacles(edition, by=people.admin, at=AT) == ()

    def test_is_refused_in_the_text_where_nobody_has(self) -> None:
        people = walking.staff()
        edition = walking.describe(walking.decide(walking.take_in(people), people), people)
        abstracts = {"en": "Halvgrim and a man stay behind when others go forward, and leave.", "nb": "En mann drar."}
        describe_edition(edition, abstracts=abstracts, by=people.editor, at=AT)
        walking.hand_over(edition, people)
        register_person(names=[NameDraft("Halvgrimd", "surname")], by=people.editor, at=AT)

        (obstacle,) = find_obstacles(edition, by=people.admin, at=AT)

        assert obstacle.code == "G009"
        assert obstacle.message.startswith("What may be")


class TestACandidateFile:
    def write(self, tmp_path: Path) -> tuple[Path, Draft]:
        people = walking.staff()
        edition = walking.approve(people)
        manifest = Manifest(serial=1, trail_head="0" * 64, order_seed="x", month="2026-03")
        draft = Draft(manifest, 0, prepare_all([edition], by=people.admin, at=AT), (), {}, threshold=1)
        path = tmp_path / "candidate.sqlite"
        write_candidate(path, draft)
        return path, draft

    def alter(self, path: Path, statement: str) -> None:
        connection_to_file = sqlite3.connect(path)
        connection_to_file.execute(statement)
        connection_to_file.commit()
        connection_to_file.close()

    def test_passes_as_it_was_written(self, tmp_path: Path) -> None:
        path, draft = self.write(tmp_path)

        (obstacles,) = judge_file(path, draft).values()

        assert obstacles == ()

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE access_copy_text SET abstract = 'Something else.' WHERE language = 'en'",
            "UPDATE access_copy_text SET title = title || '!' WHERE language = 'nb'",
            "UPDATE access_copy SET route = 'contract'",
            "UPDATE access_copy_text SET passages = replace(passages, 'weapon', 'rifle')",
            "DELETE FROM access_copy_text WHERE language = 'nb'",
        ],
    )
    def test_is_refused_when_a_row_says_something_else(self, tmp_path: Path, statement: str) -> None:
        path, draft = self.write(tmp_path)
        self.alter(path, statement)

        (obstacles,) = judge_file(path, draft).values()

        assert "G008" in {obstacle.code for obstacle in obstacles}

    def test_is_refused_when_a_name_slipped_into_a_row(self, tmp_path: Path) -> None:
        path, draft = self.write(tmp_path)
        self.alter(
            path, "UPDATE access_copy_text SET abstract = 'Brekkesen. A man and Brekkesem.' WHERE language = 'en'"
        )

        (obstacles,) = judge_file(path, draft).values()

        said = [(obstacle.code, obstacle.message[:4]) for obstacle in obstacles]
        assert said[1:] == [
            ("G009", "A fo"),
            ("G009", "What"),
            ("G010", "A fo"),
        ]  # on pages, what is a name and no more

    @pytest.mark.parametrize("column", ["public_name", "title"])
    def test_is_refused_when_a_name_slipped_into_what_stands_above_the_text(self, column: str, tmp_path: Path) -> None:
        path, draft = self.write(tmp_path)
        self.alter(path, f"UPDATE access_copy_text SET {column} = 'Brekkesen' WHERE language = 'en'")  # noqa: S608

        (obstacles,) = judge_file(path, draft).values()

        assert any(one.code == "G009" and "name or title" in one.message for one in obstacles)

    def test_is_refused_when_it_holds_nothing_of_the_edition(self, tmp_path: Path) -> None:
        path, draft = self.write(tmp_path)
        self.alter(path, "DELETE FROM access_copy")

        (obstacles,) = judge_file(path, draft).values()

        assert [one.code for one in obstacles] == ["G008", "G010"]

    def test_is_refused_when_it_cannot_be_read(self, tmp_path: Path) -> None:
        path, draft = self.write(tmp_path)
        path.write_bytes(b"no release")

        (obstacles,) = judge_file(path, draft).values()

        assert [one.code for one in obstacles] == ["G000"]

    def test_is_searched_on_every_page_though_the_one_before_was_nearly_the_same(self, tmp_path: Path) -> None:
        _, draft = self.write(tmp_path)
        (one,) = draft.prepared
        assert one.record is not None
        other = "t2222222222"
        twin = replace(one, edition=uuid4(), public_id=other, record=replace(one.record, public_id=other))
        path = tmp_path / "two.sqlite"
        write_candidate(path, replace(draft, prepared=(one, twin)))
        self.alter(
            path,
            "UPDATE access_copy_text SET abstract = abstract || ' Brekkesen' WHERE language = 'en' "
            "AND copy_id IN (SELECT id FROM access_copy WHERE public_id = 't2222222222')",
        )

        judged = judge_file(path, replace(draft, prepared=(one, twin)))

        assert judged[one.edition] == ()
        assert "G010" in {obstacle.code for obstacle in judged[twin.edition]}


class TestACheckThatRaises:
    def test_is_itself_an_obstacle_and_tells_nothing(self) -> None:
        def broken(_candidate: object) -> tuple[()]:
            raise RuntimeError("Brekkesen")

        (obstacle,) = judge_dossier(None, checks=(broken,))  # type: ignore[arg-type]

        assert obstacle.code == "G000"
        assert "Brekkesen" not in str(obstacle)

    def test_because_somebody_closed_the_vault_is_no_obstacle_in_the_edition(self) -> None:
        def closed(_candidate: object) -> tuple[()]:
            raise VaultLocked

        with pytest.raises(VaultLocked):
            judge_dossier(None, checks=(closed,))  # type: ignore[arg-type]

    @pytest.mark.parametrize(("judge", "checks"), [(judge_dossier, DESK_CHECKS), (judge_showing, ROOM_CHECKS)])
    def test_stands_for_every_check(self, judge: Any, checks: tuple[Any, ...]) -> None:
        obstacles = judge(None)

        broken_off = {obstacle.message.split()[2] for obstacle in obstacles if obstacle.code == "G000"}
        assert broken_off == {check.__name__ for check in checks}


class TestTheReleaseAsAWhole:
    def test_is_refused_when_a_background_page_holds_a_name(self, settings: object) -> None:
        people = walking.staff()
        walking.put_out(people)
        entry = ContextRecord(
            code="C1", kind="case", texts=(ContextText("en", "A case", ("Solveig Brekkesen was asked.",)),)
        )
        record_background([entry], by=people.admin, at=AT)

        with pytest.raises(PublicationRefused) as refusal:
            issue_release(by=people.admin, at=AT)

        assert [obstacle.code for obstacle in refusal.value.obstacles] == ["G018"]
        assert "Brekkesen" not in str(refusal.value)
        assert not Path(settings.RELEASE_FILE).exists()  # type: ignore[attr-defined]

    def test_is_issued_by_an_admin_alone(self) -> None:
        people = walking.staff()
        walking.put_out(people)

        with pytest.raises(PublicationRefused) as refusal:
            issue_release(by=people.editor, at=AT)

        assert [obstacle.code for obstacle in refusal.value.obstacles] == ["G020"]

    def test_leaves_out_and_suspends_what_meets_an_obstacle_now(self) -> None:
        people = walking.staff()
        edition = walking.put_out(people, text=TEXT.replace("[or so they said]", "").replace("on 14 May", "then"))
        issue_release(by=people.admin, at=AT)
        register_person(names=[NameDraft("Halvgrim Tofte")], by=people.editor, at=AT)

        issued = issue_release(by=people.admin, at=AT)

        assert issued.testimonies == 0
        assert [one.edition.pk for one in issued.left_out] == [edition.pk]
        assert walking.edition_now(edition).state == "suspended"


def test_every_code_is_documented() -> None:
    documented = (Path(__file__).parents[2] / "archive/docs/gate.md").read_text("utf-8")
    sources = Path(__file__).parents[2].joinpath("archive/publication").glob("*.py")
    codes = {code for source in sources for code in _codes_in(source.read_text("utf-8"))}

    assert codes
    assert {code for code in codes if code not in documented} == set()


def _codes_in(source: str) -> set[str]:
    return set(re.findall(r"\bG0\d\d\b", source))
