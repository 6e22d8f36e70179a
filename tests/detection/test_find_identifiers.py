"""Every recogniser runs, overlaps are settled in a total order, and a failure fails the whole."""

import itertools

import pytest

from archive.detection import identifiers
from archive.detection.findings import IdentifierClass
from archive.detection.identifiers import DetectionFailed, find_identifiers
from archive.language.matching import NamedPerson, NameMatcher

TEXT = "My name is Borislav Kvitnev, I come from Robotyne. Write to boris@post.example or +47 900 00 417."


class TestAnOrdinarySentence:
    def test_yields_nothing(self):
        assert find_identifiers("We walked along the road and nobody said a word.", language="en") == ()


class TestAText:
    def test_is_covered_where_it_identifies(self):
        found = find_identifiers(TEXT, language="en")

        assert [TEXT[f.start : f.end] for f in found] == [
            "Borislav Kvitnev",
            "Robotyne",
            "boris@post.example",
            "+47 900 00 417",
        ]

    def test_has_findings_in_order_without_overlap(self):
        found = find_identifiers(TEXT, language="en")

        assert all(left.end <= right.start for left, right in itertools.pairwise(found))

    def test_says_a_protected_name_first(self):
        matcher = NameMatcher([NamedPerson("person-1", ("Borislav Kvitnev",))])

        found = find_identifiers(TEXT, language="en", known_names=matcher)

        assert found[0].person == "person-1"
        assert found[0].identifier_class is IdentifierClass.DIRECT

    def test_keeps_the_word_out_of_every_reason(self):
        found = find_identifiers(TEXT, language="en")

        assert not any("Borislav" in repr(finding) for finding in found)


class TestTooLittleTime:
    def test_fails_the_detection_as_a_whole(self):
        with pytest.raises(DetectionFailed, match="over its time"):
            find_identifiers(TEXT, seconds=-1.0)


class TestAMatcherThatRaises:
    def test_fails_the_detection_as_a_whole(self):
        class Broken(NameMatcher):
            def find(self, text):
                raise RuntimeError(text)

        with pytest.raises(DetectionFailed) as failure:
            find_identifiers(TEXT, known_names=Broken([]))

        assert "Borislav" not in str(failure.value)
        assert identifiers.RECOGNISERS
