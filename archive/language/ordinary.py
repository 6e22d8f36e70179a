"""Tell ordinary words from names: Вера and вера, Will and will, ніколи and Микола."""

import gzip
from functools import cache
from importlib.resources import files

import pymorphy3

from archive.language.given_names import is_given_name
from archive.language.letters import is_cyrillic
from archive.language.remembering import remembered

NAME_TAGS = ("Name", "Surn", "Patr")
_RARE = 0.02


@cache
def _latin_words() -> frozenset[str]:
    packed = files("archive.language").joinpath("data/ordinary_latin.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().split("\n")) | _places()


@cache
def _proper_latin_words() -> frozenset[str]:
    packed = files("archive.language").joinpath("data/proper_latin.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().split("\n"))


def is_known_proper_name(word: str) -> bool:
    """Tell whether a Latin word is a listed place, people, surname or brand that short forms run into (Vienna)."""
    return word.casefold() in _proper_latin_words()


@cache
def _places() -> frozenset[str]:
    """Names of countries and cities that short forms of names run into (Руся and Russia, Львов and Лев)."""
    text = files("archive.language").joinpath("data/places.txt").read_text("utf-8")
    return frozenset(word.casefold() for line in text.splitlines() if not line.startswith("#") for word in line.split())


@remembered(maxsize=100_000)
def is_place(word: str) -> bool:
    """Tell whether a word is a country, city or month that forms of names run into: listed, or in the dictionary.

    Пушкин and Лена are places too; what the dictionary or the list of given names knows as a name is none here.
    """
    word = word.casefold()
    if word in _places():
        return True
    if not _is_in_the_gazetteer(word):
        return False
    return not is_form_of_a_name(word) and not is_given_name(word)


def _is_in_the_gazetteer(word: str) -> bool:
    parses = _analyser("ru").parse(word)
    return any(parse.is_known and {"Geox", "sing"} <= parse.tag.grammemes for parse in parses)


@cache
def _analyser(language: str) -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang=language)


@remembered(maxsize=100_000)
def is_ordinary_word(word: str) -> bool:
    """Tell whether a word has a meaning of its own in Norwegian, English, Russian or Ukrainian."""
    word = word.casefold().replace("’", "'").replace("ʼ", "'")
    if not is_cyrillic(word):
        return word in _latin_words()
    return any(_ordinary_in(language, word) for language in ("ru", "uk"))


@remembered(maxsize=100_000)
def is_form_of_a_name(word: str) -> bool:
    """Tell whether the dictionaries know a Cyrillic word as a form of a given name, a patronymic or a surname."""
    word = word.casefold().replace("’", "'").replace("ʼ", "'")
    return any(
        parse.is_known and any(tag in parse.tag for tag in NAME_TAGS)
        for language in ("ru", "uk")
        for parse in _analyser(language).parse(word)
    )


def case_of_a_name(word: str, language: str) -> str:
    """Return the case (a tag of the dictionaries) in which a Cyrillic word stands as a name; empty if unknown.

    A surname that is a word (Цимбалу) stands in the case of the word.
    """
    parses = [parse for parse in _analyser(language).parse(word.casefold()) if "NOUN" in parse.tag]
    for parse in sorted(parses, key=lambda parse: not any(tag in parse.tag for tag in NAME_TAGS)):
        if "sing" in str(parse.tag):
            return str(parse.tag.case or "")
    return ""


@remembered(maxsize=100_000)
def dictionary_forms(word: str) -> tuple[str, ...]:
    """Return the dictionary forms that a Cyrillic word may be a form of; empty for a word no dictionary knows."""
    word = word.casefold().replace("’", "'").replace("ʼ", "'")
    return tuple(
        dict.fromkeys(
            parse.normal_form
            for language in ("ru", "uk")
            for parse in _analyser(language).parse(word)
            if parse.is_known and parse.score >= _RARE
        )
    )


def _ordinary_in(language: str, word: str) -> bool:
    analyser = _analyser(language)
    if not analyser.word_is_known(word):
        return False
    return any(
        parse.score >= _RARE and not any(tag in parse.tag for tag in NAME_TAGS) and not _surname_adjective(parse)
        for parse in analyser.parse(word)
    )


def _surname_adjective(parse: pymorphy3.analyzer.Parse) -> bool:
    """The Ukrainian dictionary lists possessives of names (Сергіїв, Маріїн) as adjectives: they are names still."""
    word = parse.normal_form
    if parse.tag.POS != "ADJF" or not word.endswith(("ів", "їв", "їн")):
        return False
    names = (word[:-2] + ending for ending in "ая")  # Сергія, Івана, Марія
    return any(known.is_known and "Name" in known.tag for name in names for known in _analyser("uk").parse(name))
