"""Russian and Ukrainian cases: which ones a word can stand in, and a phrase put into one.

Only our own wordings are cached: the words of a testimony are forgotten when they have been looked at.
A phrase inflects up to a bar and is fixed after it: ``город| на юге России`` becomes ``городом на юге России``.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import pymorphy3

from archive.language.remembering import remembered

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

INFLECTED_LANGUAGES = ("ru", "uk")


class Case(StrEnum):
    """The six cases both languages share, by the names of the dictionary."""

    NOMINATIVE = "nomn"
    GENITIVE = "gent"
    DATIVE = "datv"
    ACCUSATIVE = "accs"
    INSTRUMENTAL = "ablt"
    LOCATIVE = "loct"


_EVERY_SPELLING = {
    "nomn": Case.NOMINATIVE,
    "gent": Case.GENITIVE,
    "gen2": Case.GENITIVE,
    "datv": Case.DATIVE,
    "accs": Case.ACCUSATIVE,
    "acc2": Case.ACCUSATIVE,
    "ablt": Case.INSTRUMENTAL,
    "loct": Case.LOCATIVE,
    "loc2": Case.LOCATIVE,
}
# Where the dictionary has only, or first, the form nobody writes here.
_EXCEPTIONS = {("uk", "кавказ", Case.GENITIVE): "кавказу"}
_INFLECTING = ("NOUN", "ADJF", "PRTF", "NUMR", "NPRO")
_MODIFIERS = ("ADJF", "PRTF")


@lru_cache(maxsize=2)
def _analyzer(language: str) -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang=language)


def _parses(word: str, language: str) -> tuple[Parse, ...]:
    return tuple(_analyzer(language).parse(word))


def cases_of(word: str, language: str) -> frozenset[Case]:
    """Return every case the form can be in; nothing for a word that does not inflect."""
    if has_verb(word, language):
        return frozenset()
    parses = [parse for parse in _parses(word, language) if parse.tag.POS in _INFLECTING and "Fixd" not in parse.tag]
    return frozenset(_EVERY_SPELLING[case] for case in map(_case_of, parses) if case in _EVERY_SPELLING)


def _is_a_surname(parse: Parse) -> bool:
    """Tell readings as a name apart: wordings are never names ("гірник" is a miner here)."""
    return any(grammeme in str(parse.tag) for grammeme in ("Surn", "Name", "Fixd"))


def _case_of(parse: Parse) -> str:
    """Return a parse's case; the Ukrainian dictionary leaves it out of some nominatives."""
    return str(parse.tag.case or "nomn")


def is_plural(word: str, language: str) -> bool:
    """Tell whether the form can be no singular."""
    parses = [parse for parse in _parses(word, language) if parse.tag.POS in _INFLECTING]
    nouns = [parse for parse in parses if parse.tag.POS == "NOUN"]
    return {parse.tag.number or "sing" for parse in nouns or parses} == {"plur"}


def is_noun(word: str, language: str) -> bool:
    """Tell whether the form can be a noun and is not likelier to describe one."""
    parts = [parse.tag.POS for parse in _parses(word, language)]
    return "NOUN" in parts and parts[0] not in _MODIFIERS


def is_numeral(word: str, language: str) -> bool:
    """Tell whether the form is a number word."""
    return any(parse.tag.POS == "NUMR" for parse in _parses(word, language)[:1])


def is_feminine(word: str, language: str) -> bool:
    """Tell whether the form is a feminine noun."""
    nouns = [parse for parse in _parses(word, language) if parse.tag.POS == "NOUN"]
    return bool(nouns) and nouns[0].tag.gender == "femn"


def has_verb(word: str, language: str) -> bool:
    """Tell whether the form is likelier a finite verb than anything else."""
    parses = _parses(word, language)
    return bool(parses) and parses[0].tag.POS == "VERB"


def takes_an_object(word: str, language: str) -> bool:
    """Tell whether the form is a verb that takes an object, as far as the dictionary says (the Russian one does)."""
    if language != "ru":
        return False
    return any(parse.tag.POS == "VERB" and "tran" in parse.tag for parse in _parses(word, language)[:1])


def lemma(word: str, language: str) -> str:
    """Return the dictionary form of a word, or the word itself."""
    parses = _parses(word, language)
    return parses[0].normal_form if parses else word


def genitive_plural(word: str, language: str) -> str | None:
    """Return the form a noun takes after "several", or None for what is no noun."""
    nouns = [parse for parse in _parses(word, language) if parse.tag.POS == "NOUN"]
    for parse in sorted(nouns, key=lambda parse: (parse.tag.number == "plur") and parse.tag.case == "gent"):
        inflected = parse.inflect({"plur", "gent"})
        if inflected:
            return str(inflected.word)
    return None


@remembered(maxsize=8_192)
def decline(phrase: str, case: Case, language: str, *, plural: bool = False) -> str:
    """Put a nominative phrase into a case; in a language without cases, return it as it is."""
    head, _, rest = phrase.partition("|")
    if language not in INFLECTED_LANGUAGES or (case is Case.NOMINATIVE and not plural):
        return head + rest
    words = head.split()
    noun = _noun_of(words, language, plural=plural)
    if noun is None:
        return head + rest
    number = "plur" if plural else str(noun.tag.number or "sing")
    forms = [_form(word, case, language, noun=noun, number=number) for word in words]
    return " ".join(forms) + rest


def _noun_of(words: list[str], language: str, *, plural: bool) -> Parse | None:
    """Return the last noun of the head; failing that, an adjective that stands for one ("служащий")."""
    for kinds in (("NOUN",), _MODIFIERS):
        for word in reversed(words):
            for number in ("sing", "plur"):
                for parse in sorted(_parses(word, language), key=_is_a_surname):
                    tag = parse.tag
                    fits = tag.POS in kinds and _case_of(parse) == "nomn" and (tag.number or "sing") == number
                    if fits and (not plural or parse.inflect({"plur"})):
                        return parse
    return None


def _form(word: str, case: Case, language: str, *, noun: Parse, number: str) -> str:
    exception = _EXCEPTIONS.get((language, word.casefold(), case))
    if exception:
        return _spelt_like(word, exception)
    if word.casefold() == noun.word and noun.tag.POS == "NOUN":
        return _spelt_like(word, _pick(noun, {str(case), number} if number == "plur" else {str(case)}, language))
    gender = noun.tag.gender
    animate = "anim" in noun.tag or noun.tag.POS in _MODIFIERS
    for parse in _parses(word, language):
        tag = parse.tag
        if tag.POS in _MODIFIERS and tag.case == "nomn" and (tag.number == "plur" or tag.gender == gender):
            grammemes = _agreement(case, number=number, gender=gender or "masc", animate=animate)
            return _spelt_like(word, _pick(parse, grammemes, language))
    return word


def _agreement(case: Case, *, number: str, gender: str, animate: bool) -> set[str]:
    """Return what an adjective must be; its accusative borrows another case unless it is a feminine singular."""
    wanted = case
    if case is Case.ACCUSATIVE and (number == "plur" or gender == "masc"):
        wanted = Case.GENITIVE if animate else Case.NOMINATIVE
    elif case is Case.ACCUSATIVE and gender == "neut":
        wanted = Case.NOMINATIVE
    return {str(wanted), "plur"} if number == "plur" else {str(wanted), gender}


def _pick(parse: Parse, grammemes: set[str], language: str) -> str | None:
    """Return the form wanted; of Ukrainian doublets the shorter ("фронту", not "фронтові") and "-ому" over "-ім"."""
    forms = [form.word for form in parse.lexeme if grammemes <= set(form.tag.grammemes)]
    if language != "uk" or len(forms) < 2:  # noqa: PLR2004 - a choice needs two
        inflected = parse.inflect(grammemes)
        return str(inflected.word) if inflected else None
    if parse.tag.POS in _MODIFIERS or parse.normal_form.endswith("ий"):
        return str(next((form for form in forms if form.endswith(("ому", "ьому"))), forms[0]))
    plain = [form for form in forms if not form.endswith(("ові", "еві", "єві"))] or forms
    if str(Case.LOCATIVE) in grammemes:
        return str(next((form for form in plain if form.endswith(("і", "ї"))), plain[0]))
    return str(plain[0])


def _spelt_like(word: str, form: str | None) -> str:
    if form is None:
        return word
    return form[:1].upper() + form[1:] if word[:1].isupper() else form
