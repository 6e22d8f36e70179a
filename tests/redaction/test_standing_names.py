"""What was said of a form counts for this text, this place and this person alone, and never for two parts together."""

from dataclasses import replace
from uuid import UUID

import pytest

from archive.language.matching import NameMatch
from archive.redaction.models import LiftVerdict, NameLift
from archive.redaction.places import TextPlace
from archive.redaction.standing_names import (
    LiftedWords,
    StandingLift,
    lifted_words,
    passes,
    standing_lifts,
    stands_in_full,
)
from archive.users.models import User

PERSON, OTHER = (str(UUID(int=number)) for number in (1, 2))
EDITOR, ADMIN, SECOND = (
    User(pk=UUID(int=number), role=role) for number, role in ((1, "editor"), (2, "admin"), (3, "admin"))
)
TEXT = "The Kvernmo road was closed."
ROAD = NameMatch(4, 11, PERSON, "block", "exact")
PLACE = TextPlace("en", 4, TEXT, ((0, len(TEXT)),))
LIFT = StandingLift("en", 4, 4, 11, PERSON, is_confirmed=True)


def said(*, digest="today", by=EDITOR, verdict=None):
    lift = NameLift(
        digest=digest, language="en", passage=4, start=4, end=11, person_id=UUID(PERSON), kind="ordinary_word",
        proposed_by=by,
    )  # fmt: skip
    NameLift._meta.get_field("verdict").set_cached_value(lift, None)
    if verdict is not None:
        LiftVerdict(lift=lift, **({"digest": "today", "outcome": "confirm", "given_by": ADMIN} | verdict))
    return lift


def leak(text, words, *, person=PERSON, tier="block", how="exact"):
    start = text.index(words)
    return NameMatch(start, start + len(words), person, tier, how)


class TestWhatWasSaidOfAPlace:
    def test_holds_once_a_second_person_confirmed_it_of_this_text(self):
        (lift,) = standing_lifts([said(verdict={})], digest="today")

        assert lift == LIFT

    @pytest.mark.parametrize(
        "lift",
        [
            said(),
            said(verdict={"digest": "yesterday"}),
            said(verdict={"given_by": EDITOR}),
            said(by=ADMIN, verdict={"given_by": ADMIN}),
            said(by=SECOND, verdict={"given_by": User(pk=UUID(int=9), role="admin", is_active=False)}),
        ],
        ids=["nobody answered", "another text", "no admin", "the same person", "an account that is closed"],
    )
    def test_is_not_confirmed_by(self, lift):
        (standing,) = standing_lifts([lift], digest="today")

        assert not standing.is_confirmed

    @pytest.mark.parametrize("lift", [said(digest="yesterday", verdict={}), said(verdict={"outcome": "refuse"})])
    def test_is_nothing_in_another_text_or_once_it_was_refused(self, lift):
        assert standing_lifts([lift], digest="today") == ()


class TestTwoPartsOfOneName:
    @pytest.mark.parametrize(
        ("text", "person", "expected"),
        [
            ("Halvgrim Kvernmo came.", PERSON, True),
            ("Kvernmo, Halvgrim", PERSON, True),
            ("Halvgrim_Kvernmo", PERSON, True),
            ("HalvgrimKvernmo", PERSON, True),
            ("Halvgrim saw the Kvernmo road.", PERSON, False),
            ("Halvgrim Kvernmo came.", OTHER, False),
        ],
    )
    def test_stand_together(self, text, person, expected):
        one, other = leak(text, "Kvernmo"), leak(text, "Halvgrim", person=person)

        assert stands_in_full(text, one, [one, other]) is expected
        assert stands_in_full(text, other, [one, other]) is expected

    def test_are_one_form_where_it_is_the_whole_name(self):
        whole = leak("HalvgrimKvernmo", "HalvgrimKvernmo", how="whole-name")
        part = leak("HalvgrimKvernmo", "Kvernmo")

        assert stands_in_full("HalvgrimKvernmo", whole, [])
        assert stands_in_full("HalvgrimKvernmo", part, [part, whole])

    def test_are_not_the_whole_name_that_stands_elsewhere(self):
        text = "Kvernmo is where HalvgrimKvernmo came from."
        part, whole = leak(text, "Kvernmo"), leak(text, "HalvgrimKvernmo", how="whole-name")

        assert not stands_in_full(text, part, [part, whole])

    def test_are_not_the_whole_name_that_stood_before(self):
        text = "HalvgrimKvernmo came from old Kvernmo."
        whole = leak(text, "HalvgrimKvernmo", how="whole-name")
        part = NameMatch(text.rindex("Kvernmo"), len(text) - 1, PERSON, "block", "exact")

        assert not stands_in_full(text, part, [part, whole])


class TestAForm:
    def test_passes_where_this_was_said_and_confirmed(self):
        assert passes(PLACE, ROAD, leaks=[ROAD], lifts=[LIFT])

    @pytest.mark.parametrize(
        "lift",
        [
            replace(LIFT, language="nb"),
            replace(LIFT, passage=3),
            replace(LIFT, start=3),
            replace(LIFT, end=12),
            replace(LIFT, person=OTHER),
            replace(LIFT, is_confirmed=False),
        ],
    )
    def test_does_not_pass_where_it_was_said_of_another_or_by_one_alone(self, lift):
        assert not passes(PLACE, ROAD, leaks=[ROAD], lifts=[lift])

    def test_that_only_may_be_the_name_passes_where_one_person_said_so(self):
        asked = ROAD._replace(tier="ask")

        assert passes(PLACE, asked, leaks=[asked], lifts=[replace(LIFT, is_confirmed=False)])
        assert not passes(PLACE, asked, leaks=[asked], lifts=[replace(LIFT, person=OTHER)])

    def test_does_not_pass_beside_another_part_of_the_name_though_it_was_confirmed(self):
        beside = NameMatch(0, 3, PERSON, "ask", "diminutive")

        assert not passes(PLACE, ROAD, leaks=[ROAD, beside], lifts=[LIFT])


class TestALiftedOccurrenceOnAPage:
    WORDS = LiftedWords(PERSON, "The ", "Kvernmo", " road")

    def test_is_known_by_its_words_and_those_around_them(self):
        page = "Home\nThe Kvernmo road was closed."

        assert self.WORDS.stand_at(page, leak(page, "Kvernmo"))

    @pytest.mark.parametrize(
        ("page", "words", "person"),
        [
            ("The Kvernmo road", "Kvernmo", OTHER),
            ("Old Kvernmo road", "Kvernmo", PERSON),
            ("The Kvernmo mill", "Kvernmo", PERSON),
            ("The Kvernmos road", "Kvernmos", PERSON),
            ("Kvernmo road", "Kvernmo", PERSON),
        ],
    )
    def test_is_no_other_place(self, page, words, person):
        assert not self.WORDS.stand_at(page, leak(page, words, person=person))

    def test_reads_as_it_stands_in_the_text(self):
        (words,) = lifted_words([PLACE], [LIFT])

        assert words == LiftedWords(PERSON, "The ", "Kvernmo", " road was closed.")
        assert "Kvernmo" not in repr(words)

    def test_is_told_by_forty_letters_before_and_behind(self):
        text = "y" * 50 + " Kvernmo " + "z" * 50
        place, at = TextPlace("en", 4, text, ((0, len(text)),)), text.index("Kvernmo")

        (words,) = lifted_words([place], [replace(LIFT, start=at, end=at + len("Kvernmo"))])

        assert (words.before, words.after) == ("y" * 39 + " ", " " + "z" * 39)

    def test_is_told_by_the_narrators_own_words_alone(self):
        (words,) = lifted_words([replace(PLACE, plain=((4, 16),))], [LIFT])

        assert words == LiftedWords(PERSON, "", "Kvernmo", " road")

    @pytest.mark.parametrize(
        ("place", "lift"),
        [
            (PLACE, replace(LIFT, is_confirmed=False)),
            (replace(PLACE, passage=3), LIFT),
            (replace(PLACE, plain=((0, 8),)), LIFT),  # the archive's own words begin within
            (replace(PLACE, plain=((6, 20),)), LIFT),
        ],
    )
    def test_is_none_where_nothing_was_confirmed_or_the_words_are_not_the_narrators(self, place, lift):
        assert lifted_words([place], [lift]) == ()
