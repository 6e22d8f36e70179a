"""Every obstacle at the desk's side of the gate: what has to go wrong for it, in an edition that is otherwise sound."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction

from archive.catalogue.closed_lists import ALTERATIONS, SOURCE_KINDS, WARNINGS
from archive.catalogue.facets import FACETS
from archive.catalogue.tombstones import Tombstone
from archive.publication.dossiers import load_editions, look_around, make_dossier
from archive.publication.gate import judge_dossier
from archive.publication.name_checks import fixed_labels
from archive.publication.obstacles import Obstacle
from archive.publication.stones import set_tombstone
from archive.redaction.models import IdentifyingSpan, SpanDecision
from archive.review.models import Verdict
from archive.testimonies.models import (
    Appearance,
    CodedFact,
    ContentWarning,
    Contribution,
    Description,
    Edition,
    PassageTheme,
    Source,
    Telling,
    Testimony,
)
from archive.users.models import User
from archive.vault.models import NamingDecision
from archive.vault.naming import NameDraft, record_naming_decision, register_person
from tests import walking
from tests.walking import AT, Staff

pytestmark = pytest.mark.django_db

TEXT = walking.TEXT + "\n\nIt was on 14 May that he went.\n"


def judge(edition: Edition) -> tuple[Obstacle, ...]:
    """Return what the desk's side of the gate says of an edition as it stands."""
    (loaded,) = load_editions([edition.pk])
    return judge_dossier(make_dossier(loaded, look_around(at=AT)))


def change(edition: Edition, words: str, **changes: object) -> None:
    """Change the decision on these words, as nobody could who goes through the desk."""
    decision = SpanDecision.objects.get(span=walking.span_of(edition, words, text=TEXT), superseded_at__isnull=True)
    for name, value in changes.items():
        setattr(decision, name, value)
    decision.save()


def describe(edition: Edition, abstract: str) -> None:
    row = Description.objects.get(edition=edition, language="en")
    row.abstract = abstract
    row.save()


def lose_every_decision(edition: Edition, _: Staff) -> None:
    SpanDecision.objects.all().delete()
    IdentifyingSpan.objects.all().delete()


def lose_the_body(edition: Edition, people: Staff) -> None:
    PassageTheme.objects.all().delete()
    lose_every_decision(edition, people)
    Telling.objects.all().delete()


def give_the_pseudonym_to_somebody_else(_: Edition, people: Staff) -> None:
    other = register_person(names=[NameDraft("Gunnvor Myrhaug")], by=people.editor, at=AT)
    decision = record_naming_decision(
        other, kind="changed_by_archive", evidence="Drawn.", pseudonyms={"en": "Ingrid"}, by=people.editor, at=AT
    )
    decision.pseudonyms = '{"en": "ARNE"}'
    decision.save()


def keep_a_name_of_nobody(edition: Edition, _: Staff) -> None:
    span = walking.span_of(edition, "Torvald Brekkesen", text=TEXT)
    IdentifyingSpan.objects.filter(pk=span.pk).update(person=None)
    change(edition, "Torvald Brekkesen", treatment="retain", identifier_class="DIRECT", replacement="")


def drop_a_rule(*_: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER IF EXISTS audit_auditevent_fixed_on_delete")


Sabotage = Callable[[Edition, Staff], object]
CASES: tuple[tuple[str, str, Sabotage], ...] = (
    ("G001", "is not approved", lambda e, _: Edition.objects.filter(pk=e.pk).update(state="in_review")),
    ("G002", "No approval closes", lambda *_: Verdict.objects.all().delete()),
    ("G002", "differs from the one", lambda e, _: change(e, "near Kveldsvik", replacement="in the north")),
    ("G003", "decided something", lambda e, people: Contribution.objects.create(edition=e, user=people.admin)),
    ("G003", "decided something", lambda _, people: NamingDecision.objects.update(decided_by=people.admin)),
    ("G003", "may no longer", lambda _, people: User.objects.filter(pk=people.admin.pk).update(role="editor")),
    ("G003", "may no longer", lambda _, people: User.objects.filter(pk=people.admin.pk).update(is_active=False)),
    ("G004", "No recogniser found", lose_every_decision),
    ("G004", "More is looked for", lambda *_: Edition.objects.update(detection_stamp="0" * 64)),
    ("G005", "details are undecided", lambda e, _: change(e, "near Kveldsvik", superseded_at=AT)),
    ("G006", "Nobody has decided", lambda *_: NamingDecision.objects.filter(kind="role_only").update(superseded_at=AT)),
    ("G006", "Nobody has decided", lambda *_: NamingDecision.objects.filter(kind="role_only").update(kind="undecided")),
    ("G006", "Nobody is entered", lambda *_: Appearance.objects.all().delete()),
    ("G007", "passage 1", lambda e, _: change(e, "Torvald Brekkesen", treatment="retain", replacement="")),
    ("G007", "passage 1", keep_a_name_of_nobody),
    ("G011", "passage 2", lambda *_: None),
    ("G013", "no abstract (en)", lambda e, _: describe(e, "")),
    ("G013", "no abstract (en)", lambda *_: Description.objects.filter(language="en").delete()),
    ("G013", "too long", lambda e, _: describe(e, "word " * 61)),
    ("G013", "too long", lambda e, _: describe(e, "word " * 40)),
    ("G013", "no name", lambda *_: Appearance.objects.all().delete()),
    ("G014", "coded fact", lambda e, _: CodedFact.objects.create(edition=e, facet="refuge", value="the-moon")),
    ("G014", "coded fact", lambda e, _: CodedFact.objects.create(edition=e, facet="shoe-size", value="43")),
    ("G014", "warning", lambda e, _: ContentWarning.objects.create(edition=e, code="boredom")),
    ("G014", "kind of source", lambda *_: Source.objects.update(kind="novel")),
    ("G014", "no body", lose_the_body),
    ("G014", "No passage has a theme", lambda *_: PassageTheme.objects.all().delete()),
    ("G015", "withdrawn", lambda *_: Testimony.objects.update(withdrawn_at=AT)),
    ("G016", "somebody else too", give_the_pseudonym_to_somebody_else),
    ("G017", "lacks rules", drop_a_rule),
    ("G021", "may stand", lambda *_: SpanDecision.objects.filter(treatment="retain").update(identifier_class="QUASI")),
    ("G022", "no more than", lambda e, _: CodedFact.objects.create(edition=e, facet="refuge", value="central-asia")),
)


class TestAnEditionInWhichOneThingIsWrong:
    def test_meets_the_obstacle_that_says_so(self) -> None:
        people = walking.staff()
        edition = walking.approve(people, text=TEXT)
        missed = []

        for code, said, sabotage in CASES:
            with transaction.atomic():
                with walking.without_rules():
                    sabotage(walking.edition_now(edition), people)
                if code == "G017":
                    sabotage(edition, people)
                obstacles = judge(edition)
                if not any(one.code == code and said in one.message for one in obstacles):
                    missed.append((code, said, [str(one) for one in obstacles]))
                transaction.set_rollback(True)

        assert missed == []


class TestASoundEdition:
    def test_meets_no_obstacle_at_the_desk(self) -> None:
        edition = walking.approve(walking.staff())

        assert judge(edition) == ()

    def test_that_bears_another_warning_than_was_approved_is_another_text_and_nothing_else(self) -> None:
        edition = walking.approve(walking.staff())
        ContentWarning.objects.create(edition=edition, code="captivity")

        assert [one.code for one in judge(edition)] == ["G002"]


def test_a_stone_counts_whatever_the_rows_say() -> None:
    edition = walking.approve(walking.staff())
    set_tombstone(Tombstone(edition.testimony.public_id, "stone", "2026-02", "asked"))

    assert {one.code for one in judge(edition)} == {"G015"}


@pytest.mark.parametrize("language", ["en", "nb"])
def test_every_label_of_a_closed_list_is_known_as_the_archives_own(language: str) -> None:
    values = [value for facet in FACETS for value in facet.values]
    coded = [*FACETS, *values, *WARNINGS, *ALTERATIONS, *SOURCE_KINDS]

    assert {one.label(language) for one in coded} <= fixed_labels()
