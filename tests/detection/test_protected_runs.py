"""The parts of one protected name side by side are one place; two people side by side are two."""

import pytest

from archive.detection.identifiers import find_identifiers
from archive.language.matching import NamedPerson, NameMatcher

KNOWN = NameMatcher([NamedPerson("one", ("Torvald Brekkesen",), ()), NamedPerson("two", ("Solveig Aasrum",), ())])


def protected_in(text):
    return [
        (text[one.start : one.end], one.person)
        for one in find_identifiers(text, language="en", known_names=KNOWN)
        if one.recogniser == "protected"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My name is Torvald Brekkesen.", [("Torvald Brekkesen", "one")]),
        ("They asked for Torvald. Brekkesen answered.", [("Torvald", "one"), ("Brekkesen", "one")]),
        ("It was Torvald Solveig saw.", [("Torvald", "one"), ("Solveig", "two")]),
        ("Brekkesen, Torvald", [("Brekkesen", "one"), ("Torvald", "one")]),
    ],
)
def test_finds_each_name_once(text, found):
    assert protected_in(text) == found


class TestAnOrdinaryWordCloseToAName:
    KNOWN = NameMatcher([NamedPerson("one", ("Rose Aasrum",), ()), NamedPerson("two", ("Bror Kvitdal",), ())])

    @pytest.mark.parametrize(
        ("text", "language"), [("Then a rose grew there.", "en"), ("Jeg har en bror, sa han.", "nb")]
    )
    def test_is_left_to_the_gate_where_the_words_beside_it_say_so(self, text, language):
        found = find_identifiers(text, language=language, known_names=self.KNOWN)

        assert not any(one.recogniser == "protected" for one in found)

    @pytest.mark.parametrize(("text", "language"), [("i am with rose now", "en")])
    def test_is_a_candidate_elsewhere(self, text, language):
        found = find_identifiers(text, language=language, known_names=self.KNOWN)

        assert any(one.recogniser == "protected" for one in found)
