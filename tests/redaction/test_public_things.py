"""The archive's own list of public things: who keeps it, what never gets onto it, and what detection makes of it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from archive.audit.models import AuditEvent
from archive.detection.identifiers import find_identifiers
from archive.detection.recognisers.public import default_public
from archive.publication.examination import find_obstacles
from archive.redaction.models import PublicThing
from archive.redaction.public_things import (
    PublicThingRefused,
    add_public_thing,
    public_things_now,
    take_out_public_thing,
)
from archive.redaction.spans import detection_stamp, propose_spans, spans_of
from archive.users.models import User
from archive.vault.naming import NameDraft, current_matcher, register_person
from tests import walking
from tests.walking import AT, Staff

pytestmark = pytest.mark.django_db

LATER = AT + timedelta(days=1)
TEXT = f"{walking.TEXT}\n\nSomebody from the Red Kestrel rang me, and I went to Kveldsvik to meet them."


def put_in(people: Staff, words: str = "Red Kestrel", kind: str = "organisation", language: str = "en") -> PublicThing:
    return add_public_thing(words=words, kind=kind, language=language, by=people.admin, at=AT)


def kept(text: str, language: str) -> list[tuple[str, str, str]]:
    """Return what is kept as public in a text: the words, what they are, and why."""
    found = find_identifiers(text, language=language, known_names=current_matcher(), public_things=public_things_now())
    return [(text[one.start : one.end], one.detail, one.reason) for one in found if not one.is_candidate]


class TestAThingOnTheList:
    def test_is_kept_by_detection_with_its_kind_and_reason(self, people: Staff) -> None:
        put_in(people)

        assert kept("We rang the Red Kestrel from there.", "en") == [
            ("Red Kestrel", "organisation", "A well-known organisation.")
        ]

    @pytest.mark.parametrize(
        ("words", "kind", "language", "text"),
        [
            ("Red Kestrel", "organisation", "en", "It was the |Red Kestrel's| car."),
            ("Blå Falk", "organisation", "nb", "Det var |Blå Falks| bil."),
            ("Красный Сапсан", "organisation", "ru", "Я писал |Красному Сапсану|."),
            ("Сапсан отважных сестёр", "organisation", "ru", "Я звонил в |Сапсан отважных сестёр|."),
            ("Червоний Сапсан", "organisation", "uk", "Я писав |Червоному Сапсану|."),
            ("Крестьянский Сапсан труда", "organisation", "ru", "Я писал |Крестьянскому Сапсану труда|."),
            ("Твердислав Охтинцев", "person", "ru", "Я видел |Твердислава Охтинцева|."),
            ("Твердислав Охтинцев", "person", "ru", "Я был с |Твердиславом Охтинцевым|."),
            ("Милица Охтинцева", "person", "ru", "Там не было |Милицы Охтинцевой|."),
            ("Тарас Охтинченко", "person", "uk", "Я писав |Тарасові Охтинченкові|."),
        ],
    )
    def test_is_found_in_its_other_cases(self, people: Staff, words: str, kind: str, language: str, text: str) -> None:
        register_person(names=[NameDraft("Torvald Brekkesen")], by=people.editor, at=AT)
        put_in(people, words, kind, language)

        assert text.split("|")[1] in [found for found, _, _ in kept(text.replace("|", ""), language)]

    def test_is_nothing_to_decide_once_the_detection_is_run(self, people: Staff) -> None:
        edition = walking.take_in(people, text=TEXT)
        propose_spans(edition, by=people.editor, at=AT)
        start = TEXT.index("Red Kestrel")
        before = [span for span in spans_of(edition) if span.start <= start < span.end]
        put_in(people)

        propose_spans(walking.edition_now(edition), by=people.editor, at=LATER)

        assert before
        assert [span for span in spans_of(edition) if span.start <= start < span.end] == []

    def test_stands_beside_the_shipped_list(self, people: Staff) -> None:
        put_in(people)

        assert "Russia" in [words for words, _, _ in kept("The Red Kestrel left Russia.", "en")]

    def test_is_a_candidate_again_once_it_was_taken_out(self, people: Staff) -> None:
        take_out_public_thing(put_in(people), by=people.admin, at=LATER)

        assert kept("We rang the Red Kestrel from there.", "en") == []
        assert public_things_now() is default_public()

    def test_is_one_object_while_the_list_stays_as_it_is(self, people: Staff) -> None:
        put_in(people)

        assert public_things_now() is public_things_now()

    def test_gives_way_to_a_name_that_is_protected_later(self, people: Staff) -> None:
        put_in(people, "Halvgrim Tofte", "person")
        register_person(names=[NameDraft("Halvgrim Tofte")], by=people.editor, at=LATER)

        assert kept("We met Halvgrim Tofte there.", "en") == []


REFUSED = [
    ("", "organisation", "en", "Write what is public"),
    (" «» ", "organisation", "en", "Write what is public"),
    ("1917", "date", "en", "A number alone"),
    ("Kestr*", "organisation", "en", "whole words"),
    ("Red_Kestrel", "organisation", "en", "whole words"),
    ("soldier", "organisation", "en", "a common word"),
    ("мемориал", "event", "ru", "a common word"),
    ("Ivan", "person", "en", "A first name alone"),
    ("Solveig", "organisation", "nb", "A first name alone"),
    ("Gunnvor", "organisation", "nb", "A first name alone"),
    ("Kjersti", "organisation", "nb", "A first name alone"),
    ("Ваня", "person", "ru", "A first name alone"),
    ("Kestrel " * 12 + "Falco", "organisation", "en", "longer than 100 characters"),
    ("Q1", "organisation", "en", "A number alone"),
    ("Сапсан", "organisation", "en", "letters do not fit"),
    ("Kestrel", "organisation", "ru", "letters do not fit"),
    ("Kestrel", "bird", "en", "Choose one of the kinds"),
    ("Kestrel", "organisation", "fi", "Choose one of the kinds"),
    ("NATO", "organisation", "en", "on the list already"),
    ("Россией", "country", "ru", "on the list already"),
]


class TestWhatCannotStandOnTheList:
    @pytest.mark.parametrize(
        ("words", "kind", "language", "why"), REFUSED, ids=[f"{w[:12]}-{k}-{n}" for w, k, n, _ in REFUSED]
    )
    def test_is_refused_in_words(self, people: Staff, words: str, kind: str, language: str, why: str) -> None:
        with pytest.raises(PublicThingRefused, match=why):
            put_in(people, words, kind, language)

        assert not PublicThing.objects.exists()

    def test_is_not_a_word_that_few_write_or_as_long_a_name_as_may_be(self, people: Staff) -> None:
        for words in ("Kestrel", "Qx", "Kestrel " * 12 + "Falc"):
            assert put_in(people, words).words == words

    @pytest.mark.parametrize(
        ("words", "language"), [("red kestrel", "en"), ("«Red  Kestrel»", "en"), ("Red Kestrel's", "nb")]
    )
    def test_is_what_stands_there_already(self, people: Staff, words: str, language: str) -> None:
        put_in(people)

        with pytest.raises(PublicThingRefused, match="on the list already"):
            put_in(people, words, language=language)

    @pytest.mark.parametrize(
        ("words", "language"),
        [
            ("Torvald Brekkesen", "en"),
            ("Brekkesen", "en"),
            ("Brekkesens", "nb"),
            ("The Brekkesen Foundation", "en"),
            ("Бреккесен", "ru"),
        ],
    )
    def test_is_or_holds_any_form_of_a_protected_name(self, people: Staff, words: str, language: str) -> None:
        register_person(names=[NameDraft("Torvald Brekkesen")], by=people.editor, at=AT)

        with pytest.raises(PublicThingRefused, match="a protected name") as refused:
            put_in(people, words, language=language)

        assert "rekkesen" not in str(refused.value)
        assert not PublicThing.objects.exists()

    def test_may_be_entered_anew_after_it_was_taken_out(self, people: Staff) -> None:
        take_out_public_thing(put_in(people), by=people.admin, at=LATER)

        assert put_in(people).ended_at is None


class TestTheListIsKeptByAdmins:
    def test_and_an_editor_adds_nothing(self, people: Staff) -> None:
        with pytest.raises(PublicThingRefused, match="Only an admin"):
            add_public_thing(words="Red Kestrel", kind="organisation", language="en", by=people.editor, at=AT)

    def test_and_an_editor_takes_nothing_out(self, people: Staff) -> None:
        thing = put_in(people)

        with pytest.raises(PublicThingRefused, match="Only an admin"):
            take_out_public_thing(thing, by=people.editor, at=LATER)

        thing.refresh_from_db()
        assert thing.ended_at is None

    def test_and_both_acts_are_on_the_trail_without_the_words(self, people: Staff) -> None:
        thing = put_in(people)
        take_out_public_thing(thing, by=people.admin, at=LATER)
        take_out_public_thing(thing, by=people.other_admin, at=LATER)

        events = list(AuditEvent.objects.filter(subject_kind="public_thing").order_by("seq"))

        assert [(e.act, e.subject, e.actor, e.facts) for e in events] == [
            ("public_thing_added", str(thing.pk), str(people.admin.pk), "{}"),
            ("public_thing_taken_out", str(thing.pk), str(people.admin.pk), "{}"),
        ]


class TestTheDatabase:
    def refuses(self, change) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            change()

    def test_takes_nothing_from_an_editor(self, people: Staff) -> None:
        self.refuses(
            lambda: PublicThing.objects.create(
                words="Kestrel", key="kestrel", kind="organisation", language="en",
                entered_by=people.editor, entered_at=AT,
            )
        )  # fmt: skip

    def test_lets_no_editor_take_out(self, people: Staff) -> None:
        put_in(people)

        self.refuses(lambda: PublicThing.objects.update(ended_by=people.editor, ended_at=LATER))

    def test_rewrites_nothing_and_loses_nothing(self, people: Staff) -> None:
        thing = put_in(people)

        self.refuses(lambda: PublicThing.objects.update(words="Kestrels"))
        self.refuses(lambda: PublicThing.objects.update(kind="person"))
        self.refuses(lambda: PublicThing.objects.filter(pk=thing.pk).delete())

    def test_brings_nothing_back_that_was_taken_out(self, people: Staff) -> None:
        take_out_public_thing(put_in(people), by=people.admin, at=LATER)

        self.refuses(lambda: PublicThing.objects.update(ended_by=None, ended_at=None))

    def test_holds_a_thing_once_and_knows_who_took_it_out(self, people: Staff) -> None:
        thing = put_in(people)
        thing.pk = None

        self.refuses(lambda: PublicThing.objects.create(
            words="red kestrel", key="red kestrel", kind="place", language="nb", entered_by=people.admin, entered_at=AT
        ))  # fmt: skip
        self.refuses(lambda: PublicThing.objects.update(ended_at=LATER))


class TestAnEditionApprovedBefore:
    def approved(self, people: Staff):
        return walking.edition_now(walking.approve(people))

    def codes(self, edition, by: User) -> set[str]:
        return {obstacle.code for obstacle in find_obstacles(edition, by=by, at=LATER)}

    def test_goes_out_although_something_was_added(self, people: Staff) -> None:
        edition, stamp = self.approved(people), detection_stamp()

        put_in(people)

        assert detection_stamp() == stamp
        assert self.codes(edition, people.admin) == set()

    def test_is_searched_anew_once_something_was_taken_out(self, people: Staff) -> None:
        thing = put_in(people)
        edition = self.approved(people)

        take_out_public_thing(thing, by=people.admin, at=LATER)

        assert self.codes(edition, people.admin) == {"G004"}

    def test_that_is_searched_after_it_was_taken_out_goes_out(self, people: Staff) -> None:
        take_out_public_thing(put_in(people), by=people.admin, at=AT)

        assert self.codes(self.approved(people), people.admin) == set()
