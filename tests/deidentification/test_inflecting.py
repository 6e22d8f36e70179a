"""Cases: which one a form stands in, and a phrase put into one."""

from __future__ import annotations

import pytest

from archive.deidentification.counting import number_of, some
from archive.deidentification.inflecting import Case, cases_of, decline, genitive_plural, is_feminine, is_plural, lemma


class TestAPhrase:
    @pytest.mark.parametrize(
        ("phrase", "language", "forms"),
        [
            (
                "южный фронт",
                "ru",
                "южный фронт|южного фронта|южному фронту|южный фронт|южным фронтом|южном фронте",
            ),
            (
                "младший офицер",
                "ru",
                "младший офицер|младшего офицера|младшему офицеру|младшего офицера|младшим офицером|младшем офицере",
            ),
            ("служащий", "ru", "служащий|служащего|служащему|служащего|служащим|служащем"),
            ("новая часть", "ru", "новая часть|новой части|новой части|новую часть|новой частью|новой части"),
            (
                "південний фронт",
                "uk",
                "південний фронт|південного фронту|південному фронту|"
                "південний фронт|південним фронтом|південному фронті",
            ),
            ("військовий", "uk", "військовий|військового|військовому|військового|військовим|військовому"),
            ("лютий", "uk", "лютий|лютого|лютому|лютий|лютим|лютому"),
        ],
    )
    def test_stands_in_every_case(self, phrase: str, language: str, forms: str) -> None:
        assert [decline(phrase, case, language) for case in Case] == forms.split("|")

    def test_is_fixed_after_the_bar(self) -> None:
        assert decline("город| на юге России", Case.INSTRUMENTAL, "ru") == "городом на юге России"

    def test_keeps_its_capitals(self) -> None:
        assert decline("Ростовская область", Case.LOCATIVE, "ru") == "Ростовской области"

    def test_has_a_plural(self) -> None:
        assert decline("младший офицер", Case.DATIVE, "ru", plural=True) == "младшим офицерам"

    @pytest.mark.parametrize("language", ["en", "nb"])
    def test_stays_as_it_is_where_there_are_no_cases(self, language: str) -> None:
        assert decline("a town", Case.GENITIVE, language) == "a town"

    def test_of_unknown_letters_stays_as_it_is(self) -> None:
        assert decline("XYZ 17", Case.GENITIVE, "ru") == "XYZ 17"


class TestAForm:
    def test_tells_its_cases(self) -> None:
        assert cases_of("полком", "ru") == frozenset([Case.INSTRUMENTAL])
        assert Case.NOMINATIVE in cases_of("директор", "uk")

    def test_of_a_verb_or_an_unchanging_word_has_none(self) -> None:
        assert cases_of("пришёл", "ru") == frozenset()
        assert cases_of("быстро", "ru") == frozenset()

    def test_tells_number_gender_and_dictionary_form(self) -> None:
        assert is_plural("солдаты", "ru")
        assert not is_plural("солдат", "ru")
        assert is_feminine("сестра", "uk")
        assert lemma("солдатами", "ru") == "солдат"

    def test_of_a_noun_has_a_genitive_plural(self) -> None:
        assert genitive_plural("солдата", "ru") == "солдат"
        assert genitive_plural("рік", "uk") == "років"
        assert genitive_plural("быстро", "ru") is None


class TestACountedNoun:
    @pytest.mark.parametrize(
        ("noun", "language", "case", "expected"),
        [
            ("месяц", "ru", Case.ACCUSATIVE, "несколько месяцев"),
            ("месяц", "ru", Case.INSTRUMENTAL, "несколькими месяцами"),
            ("год", "ru", Case.GENITIVE, "нескольких лет"),
            ("тисяча", "uk", Case.NOMINATIVE, "кілька тисяч"),
            ("рік", "uk", Case.DATIVE, "кільком рокам"),
        ],
    )
    def test_is_several(self, noun: str, language: str, case: Case, expected: str) -> None:
        assert some(noun, case, language) == expected

    @pytest.mark.parametrize(
        ("count", "noun", "language", "case", "expected"),
        [
            (1, "неделя", "ru", Case.ACCUSATIVE, "неделю"),
            (2, "неделя", "ru", Case.ACCUSATIVE, "две недели"),
            (2, "год", "ru", Case.GENITIVE, "двух лет"),
            (5, "год", "ru", Case.NOMINATIVE, "пять лет"),
            (2, "тиждень", "uk", Case.ACCUSATIVE, "два тижні"),
            (3, "місяць", "uk", Case.INSTRUMENTAL, "трьома місяцями"),
        ],
    )
    def test_is_a_round_number(self, count: int, noun: str, language: str, case: Case, expected: str) -> None:
        assert number_of(count, noun, case, language) == expected
