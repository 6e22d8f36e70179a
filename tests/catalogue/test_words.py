"""Texts and queries are cut into the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.catalogue.words import LONGEST_QUERY, MOST_TERMS, forms_in, match_expression, stem


def stems(text: str, language: str) -> list[str]:
    return [found for form in forms_in(text) if (found := stem(form, language))]


class TestForms:
    @pytest.mark.parametrize(
        ("text", "forms"),
        [
            ("He fled – at last.", ["he", "fled", "at", "last"]),
            ("don't stop", ["don", "t", "stop"]),
            ("П’ять пам'ять об'єкт", ["пять", "память", "обєкт"]),
            ("Ёлка Ґанок", ["елка", "ганок"]),
            ("well-known e\u0301toile", ["well", "known", "etoile"]),
            ("ﬁre Ｗｉｄｅ", ["fire", "wide"]),
            ("so\u00adlo zero\u200bwidth", ["solo", "zerowidth"]),
            ("Årsak Ø Æ", ["årsak", "ø", "æ"]),
            ("a_b 2022-h1", ["a", "b", "2022", "h1"]),
            ("", []),
        ],
    )
    def test_are_folded(self, text: str, forms: list[str]) -> None:
        assert forms_in(text) == forms


class TestStems:
    @pytest.mark.parametrize(
        ("language", "forms"),
        [
            ("en", ["fear", "fears", "feared", "fearing"]),
            ("en", ["soldier", "soldiers"]),
            ("nb", ["soldat", "soldater", "soldatene", "soldatens"]),
            ("nb", ["flykte", "flyktet", "flykter"]),
            ("nn", ["soldat", "soldatar"]),
            ("ru", ["солдат", "солдата", "солдаты", "солдатами"]),
            ("ru", ["боялся", "боялась", "боялись"]),
            ("uk", ["солдат", "солдата", "солдати", "солдатів", "солдатами", "солдатом"]),
            ("uk", ["війна", "війни", "війну", "війною"]),
            ("uk", ["мобілізація", "мобілізації", "мобілізацію", "мобілізацією"]),
            ("uk", ["боявся", "боялася", "боялися", "боятися"]),
            ("uk", ["служив", "служила", "служити", "служать", "служить"]),
            ("uk", ["командир", "командира", "командирові", "командири", "командирів"]),
            ("uk", ["втеча", "втечі", "втечу", "втечею"]),
        ],
    )
    def test_of_one_word_meet(self, language: str, forms: list[str]) -> None:
        assert len({stem(form, language) for form in forms}) == 1

    @pytest.mark.parametrize(
        ("language", "one", "other"),
        [("uk", "війна", "війт"), ("uk", "страх", "страва"), ("uk", "втеча", "втома"), ("en", "fear", "fair"),
         ("nb", "flykt", "flyt")],
    )  # fmt: skip
    def test_of_different_words_do_not(self, language: str, one: str, other: str) -> None:
        assert stem(one, language) != stem(other, language)

    @given(st.text(alphabet="абвгдеєжзиіїйклмнопрстуфхцчшщьюя", min_size=1, max_size=30))
    def test_of_ukrainian_never_grow_and_never_vanish(self, word: str) -> None:
        found = stem(word, "uk")

        assert word.startswith(found)
        assert not found or len(found) >= min(3, len(word))

    def test_leave_small_words_out(self) -> None:
        assert stems("He was in the army", "en") == ["armi"]
        assert stems("Han var i hæren", "nb") == ["hær"]
        assert stems("Он был в армии", "ru") == ["арм"]
        assert stems("Він був у армії", "uk") == ["арм"]


class TestAQuery:
    @pytest.mark.parametrize(
        ("query", "expression"),
        [
            ("fears", '("fear")'),
            ("fear door", '("fear") AND ("door")'),
            ("the", ""),
            ("of fear", '("fear")'),
            ("flyktet", '("flyktet" OR "flykt")'),
            ('"torn up"', '("torn" OR "torn up")'),
            ('fear" OR search:x', '("fear") AND ("search")'),
            ("NEAR(a b)", '("near")'),
            ("", ""),
            ("*", ""),
        ],
    )
    def test_becomes_quoted_terms(self, query: str, expression: str) -> None:
        assert match_expression(query) == expression

    def test_has_no_more_terms_than_are_bearable(self) -> None:
        assert match_expression(" ".join(f"word{number}" for number in range(30))).count(" AND ") == MOST_TERMS - 1
        assert len(match_expression("x" * 10_000)) < 3 * LONGEST_QUERY

    @given(st.text(max_size=80))
    def test_never_holds_a_quote_of_the_reader(self, query: str) -> None:
        quoted = match_expression(query)

        assert quoted.count('"') % 2 == 0
        assert all(part in {"", "(", ")", " OR ", ") AND ("} for part in quoted.split('"')[::2])
