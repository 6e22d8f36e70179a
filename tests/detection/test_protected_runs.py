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
