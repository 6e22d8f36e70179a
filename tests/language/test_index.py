"""The index packs what it holds; nothing may be lost on the way, and nothing but forms of the names come back."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.language.endings import Paradigm, declined
from archive.language.index import Holder, NameIndex
from archive.language.keys import canonical_key
from archive.language.name_ends import Beginnings
from archive.language.paradigms import inflected_keys, singular_keys

KEYS = st.text("bvgdSsklmnprtCTfaeoIu", min_size=2, max_size=12).map(canonical_key).map(canonical_key)


def some_keys(number: int) -> list[str]:
    """Return keys of up to ten letters, many of which are close to each other."""
    chance = random.Random(7)  # noqa: S311
    return ["".join(chance.choices("kaIn", k=chance.randint(3, 10))) for _ in range(number)]


@pytest.mark.parametrize("paradigm", [inflected_keys, singular_keys])
class TestAParadigmWorkedOutOnATail:
    @given(key=KEYS.filter(lambda key: len(key) > 1))
    def test_gives_every_form_that_the_whole_key_has(self, paradigm: Paradigm, key: str) -> None:
        stem, endings = declined(key, paradigm)

        assert {stem + ending for ending in endings.of} == {key, *paradigm(key)}
        assert [stem + ending for ending, named in endings.of.items() if named] == [key]

    def test_looks_further_back_where_a_rule_does(self, paradigm: Paradigm) -> None:
        stem, endings = declined("kavtIstvr", paradigm)

        assert {stem + ending for ending in endings.of} == {"kavtIstvr", *paradigm("kavtIstvr")}

    def test_is_one_object_for_names_that_end_alike(self, paradigm: Paradigm) -> None:
        assert declined("kravTov", paradigm)[1] is declined("gravTov", paradigm)[1]


@pytest.mark.parametrize(("least", "left"), [(1, 2), (2, 1)])
class TestBeginnings:
    def test_are_those_after_which_so_many_signs_follow(self, least: int, left: int) -> None:
        keys = some_keys(300)
        held = Beginnings(least=least, left=left)
        held.add_all(keys[:-9])
        for key in keys[-9:]:
            held.add_all([key])
        expected = {key[:cut] for key in keys for cut in range(least, len(key) - left + 1)}

        for key in keys:
            for cut in range(1, len(key) + 1):
                assert held.holds(key[:cut]) == (key[:cut] in expected)


class TestTheIndex:
    def test_is_the_same_whether_names_come_at_once_or_one_by_one(self) -> None:
        persons = [("p1", ["Родион Щегольков", "Rodion Shchegolkov"]), ("p2", ["Ярина Бжегольська"])]
        at_once, one_by_one = NameIndex(persons), NameIndex()
        for reference, names in persons:
            for name in names:
                one_by_one.add(reference, [name])

        assert at_once.holders_of == one_by_one.holders_of
        assert at_once.recorded == one_by_one.recorded
        for key in ("rodIon", "rodIonu", "SegolkovIm", "SegolkovI", "ros", "bSegolska", "bSegolskoIu"):
            assert at_once.answers(key) == one_by_one.answers(key)

    @pytest.mark.parametrize("later", [False, True], ids=["at once", "later"])
    def test_tells_where_a_recorded_name_could_stand(self, later: bool) -> None:
        index = NameIndex([] if later else [("p1", ["Родион Верещагин"])])
        if later:
            index.add("p1", ["Родион Верещагин"])

        assert index.could_hold("superrodIon")
        assert not index.could_hold("superrodIn")
        assert index.could_begin("vereS")
        assert index.could_end("SagIn")
        assert not index.could_end("vereS")
        assert set(index.slips.holders("vereSgIn")) == {2}

    def test_finds_no_name_of_five_signs_in_a_longer_word(self) -> None:
        index = NameIndex([("p1", ["Storm"]), ("p2", ["Рудых"])])

        assert not index.could_hold("superstorm")
        assert not index.could_hold("stormsuper")

    def test_is_of_nobody_where_a_name_has_no_letters(self) -> None:
        assert NameIndex([("p1", ["–"])]).holders_of == {}

    def test_holds_nothing_of_a_name_without_a_sound(self) -> None:
        assert NameIndex([("p1", ["Ьъ"])]).recorded == {}


PEOPLE = NameIndex([("p1", ["Александр Громов"]), ("p2", ["Aleksandr Хромов"]), ("p3", ["Ли Storm"])])
# key, holder, rule, the consonants of a Cyrillic word, whether it is a nominative
ANSWERS = {
    "a name as it was recorded": ("gromov", 2, "as-recorded", "грм", True),
    "a name with the same key": ("gromov", 4, "as-recorded", "хрм", True),
    "a case of it": ("gromova", 2, "as-recorded", "грм", False),
    "a case of a name with the same key": ("gromova", 4, "as-recorded", "хрм", False),
    "the name of a wife": ("gromova", 2, "gender-form", "грм", True),
    "a given name that two bear": ("aleksandr", 1, "equivalent", "лкснд", True),
    "the same as one of them was recorded": ("aleksandr", 0, "as-recorded", "лкснд", True),
    "the same as the other was": ("aleksandr", 3, "transliteration", "", True),
    "a short form": ("saSa", 1, "diminutive", "сш", True),
    "a case of a short form": ("saSu", 1, "diminutive", "сш", False),
    "a name of two signs": ("lI", 5, "as-recorded", "", True),
    "a case of a name of two signs": ("lIa", 5, "as-recorded", "", False),
    "a name in Latin letters": ("storm", 6, "transliteration", "", True),
}


class TestTheIndexOfThreePeople:
    @pytest.mark.parametrize("kind", ANSWERS)
    def test_answers(self, kind: str) -> None:
        key, *expected = ANSWERS[kind]

        answers = [[entry.holder, entry.how, entry.frame, named] for entry, named in PEOPLE.answers(key)]
        assert expected in answers

    @pytest.mark.parametrize("key", ["", "l", "gromovIst", "aleksandrStorm", "st", "lIp"])
    def test_does_not_answer_to_what_is_no_form(self, key: str) -> None:
        assert PEOPLE.answers(key) == []

    def test_holds_a_word_and_a_given_name_once(self) -> None:
        assert [(holder.role, sorted(holder.persons)) for holder in PEOPLE.holders] == [
            ("given", ["p1"]),
            ("given", ["p1", "p2"]),
            ("surname", ["p1"]),
            ("given", ["p2"]),
            ("surname", ["p2"]),
            ("given", ["p3"]),
            ("unknown", ["p3"]),
        ]
        assert PEOPLE.holders_of == {"p1": (0, 1, 2), "p2": (3, 1, 4), "p3": (5, 6)}

    def test_holds_it_once_for_those_who_bear_it_whole(self) -> None:
        both = NameIndex([("p1", ["Александр Громов"]), ("p2", ["Александр Громов"])])

        assert [sorted(holder.persons) for holder in both.holders] == [["p1", "p2"]] * 3


class TestTheBearersOfAName:
    def test_are_told_in_order(self) -> None:
        holder = Holder("given", frozenset("r"), {"p3", "p1", "p4"})

        assert list(holder.first(2)) == ["p1", "p3"]

        holder.persons.add("p2")
        assert list(holder.first(2)) == ["p1", "p2"]
        assert list(holder.first(9, besides={"p1": "block"})) == ["p2", "p3", "p4"]
