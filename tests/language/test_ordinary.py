"""Ordinary words, places and names told apart, and the dictionary forms of a word."""

import pytest

from archive.language.ordinary import (
    case_of_a_name,
    dictionary_forms,
    is_form_of_a_name,
    is_known_proper_name,
    is_ordinary_word,
    is_place,
)

ORDINARY = """вера Вера мороз storm Will være Россию п’ять пʼять п'ять батьків тітчин батьківщина russia
маша дідового отаманового любий милого львовом миколаєва"""
NOT_ORDINARY = "мар'їн володимирів щегольков shchegolkov родион андріїв маріїн федорів жмурега львович иванов #"
FORMS_OF_NAMES = "Вера сергею иваном петрович кузнецова Мар’яна марʼяною Мар'яна Олені морозу"
NO_FORMS_OF_NAMES = "стол жмурега жмурович storm батьків"
PLACES = "Россия russia Париже мюнхен Сибири"
NO_PLACES = "Лена пушкин стол жмурск щеголевка горы сайма арарат карпаты альпы #"


@pytest.mark.parametrize("word", ORDINARY.split())
def test_a_word_has_a_meaning_of_its_own(word: str) -> None:
    assert is_ordinary_word(word)


@pytest.mark.parametrize("word", NOT_ORDINARY.split())
def test_a_name_has_none(word: str) -> None:
    assert not is_ordinary_word(word)


@pytest.mark.parametrize("word", FORMS_OF_NAMES.split())
def test_is_a_form_of_a_name(word: str) -> None:
    assert is_form_of_a_name(word)


@pytest.mark.parametrize("word", NO_FORMS_OF_NAMES.split())
def test_is_no_form_of_a_name(word: str) -> None:
    assert not is_form_of_a_name(word)


@pytest.mark.parametrize("word", PLACES.split())
def test_is_a_place(word: str) -> None:
    assert is_place(word)


@pytest.mark.parametrize("word", NO_PLACES.split())
def test_is_no_place(word: str) -> None:
    assert not is_place(word)


def test_a_latin_place_is_known_from_a_short_form() -> None:
    assert is_known_proper_name("Vienna")
    assert not is_known_proper_name("Shchegolkov")


@pytest.mark.parametrize(
    ("word", "language", "case"),
    [("Варварой", "ru", "ablt"), ("морозу", "ru", "datv"), ("морозами", "ru", ""), ("красивому", "ru", "")],
)
def test_a_name_or_a_word_that_is_one_tells_its_case(word: str, language: str, case: str) -> None:
    assert case_of_a_name(word, language) == case


@pytest.mark.parametrize(
    ("word", "form"),
    [("морозу", "мороз"), ("окнами", "окно"), ("вікнами", "вікно"), ("Любов’ю", "любов"), ("любовʼю", "любов")],
)
def test_a_word_has_its_dictionary_forms(word: str, form: str) -> None:
    assert form in dictionary_forms(word)


def test_a_rare_meaning_of_a_word_does_not_count() -> None:
    assert "сталь" not in dictionary_forms("стали")


def test_a_word_nobody_knows_has_none() -> None:
    assert dictionary_forms("жмурантами") == ()
