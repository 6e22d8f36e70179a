"""What the packaged dictionaries know of a Russian or Ukrainian form: an ordinary word, a name, a place."""

from functools import lru_cache

import pymorphy3

from archive.language.remembering import remembered


class Kind:
    """What a Cyrillic form can be: bits of a plain integer."""

    ORDINARY = 1
    FIRST_NAME = 2
    SURNAME = 4
    PATRONYMIC = 8
    PLACE = 16
    ORGANISATION = 32


_GRAMMEMES = (
    ("Name", Kind.FIRST_NAME),
    ("Surn", Kind.SURNAME),
    ("Patr", Kind.PATRONYMIC),
    ("Geox", Kind.PLACE),
    ("Orgn", Kind.ORGANISATION),
    ("Trad", Kind.ORGANISATION),
    ("lname", Kind.SURNAME),
    ("fname", Kind.FIRST_NAME),
    ("pname", Kind.PATRONYMIC),
    ("geo", Kind.PLACE),
)
NAMES = Kind.FIRST_NAME | Kind.SURNAME | Kind.PATRONYMIC


@lru_cache(maxsize=2)
def analyzer(language: str) -> pymorphy3.MorphAnalyzer:
    """Load the dictionary of a language once."""
    return pymorphy3.MorphAnalyzer(lang=language)


@remembered(maxsize=20_000)
def _kinds_of_tag(tag: str) -> int:
    return sum({kind for grammeme, kind in _GRAMMEMES if grammeme in tag}) or Kind.ORDINARY


@remembered(maxsize=100_000)
def kinds_of(form: str, language: str) -> int:
    """Return every kind a lower-case form can be in a language (0 = not in its dictionary)."""
    kinds = 0
    dictionary = analyzer(language).dictionary
    for spelling in {form, form.replace("е", "ё")} if "е" in form else {form}:
        for paradigm, index in dictionary.words.get(spelling) or ():
            kinds |= _kinds_of_tag(str(dictionary.build_tag_info(paradigm, index)))
    return kinds


@remembered(maxsize=50_000)
def parsed(form: str, language: str) -> tuple[str, str]:
    """Return the dictionary form and the tag of the likeliest reading (the form itself and "" when there is none)."""
    parses = analyzer(language).parse(form)
    return (str(parses[0].normal_form), str(parses[0].tag)) if parses else (form, "")


def lemma_of(form: str, language: str) -> str:
    """Return the dictionary form (the form itself when unknown)."""
    return parsed(form, language)[0]
