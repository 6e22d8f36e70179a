"""Put a name into a grammatical case, and tell in which case a name stands.

`paradigms` recognises every form anybody might write; this module writes the usual one.
"""

import re
from itertools import product
from typing import Literal

from archive.language.diminutives import short_forms
from archive.language.given_names import is_given_name, names_shortened, names_spelled
from archive.language.letters import is_cyrillic
from archive.language.remembering import remembered

Language = Literal["ru", "uk"]
Gender = Literal["m", "f"]
Case = Literal["nominative", "genitive", "dative", "accusative", "instrumental", "locative", "vocative"]
CASES: tuple[Case, ...] = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative", "vocative")

_OBLIQUE: dict[Language, tuple[Case, ...]] = {"ru": CASES[1:-1], "uk": CASES[1:]}
# Endings in the order of _OBLIQUE (Russian calls by the nominative); "|" separates variants, the usual one first.
_RUSSIAN = {
    "hard": ("а", "у", "а", "ом", "е"),
    "hushed": ("а", "у", "а", "ем", "е"),
    "soft": ("я", "ю", "я", "ем", "е"),
    "short_i": ("я", "ю", "я", "ем", "е"),
    "ii": ("я", "ю", "я", "ем", "и"),
    "a": ("ы", "е", "у", "ой|ою", "е"),
    "a_velar": ("и", "е", "у", "ой|ою", "е"),
    "a_hushed": ("и", "е", "у", "ей|ею", "е"),
    "a_ts": ("ы", "е", "у", "ей|ею", "е"),
    "ya": ("и", "е", "ю", "ей|ею", "е"),
    "iya": ("и", "и", "ю", "ей|ею", "и"),
    "soft_f": ("и", "и", "ь", "ью", "и"),
    "possessive_m": ("а", "у", "а", "ым", "е"),
    "possessive_f": ("ой", "ой", "у", "ой|ою", "ой"),
    "adjective_m": ("ого", "ому", "ого", "им", "ом"),
    "adjective_hard": ("ого", "ому", "ого", "ым", "ом"),
    "adjective_soft": ("его", "ему", "его", "им", "ем"),
    "adjective_ts": ("его", "ему", "его", "ым", "ем"),
    "adjective_f": ("ой", "ой", "ую", "ой|ою", "ой"),
    "adjective_f_ts": ("ей", "ей", "ую", "ей|ею", "ей"),
    "adjective_f_soft": ("ей", "ей", "юю", "ей|ею", "ей"),
}
_UKRAINIAN = {
    "hard": ("а", "у|ові", "а", "ом", "і|ові", "е"),
    "velar": ("а", "у|ові", "а", "ом", "у|ові", "у"),
    "hushed": ("а", "у|еві", "а", "ем", "і|еві", "е"),
    "soft": ("я", "ю|еві", "я", "ем", "і|еві", "ю"),
    "short_i": ("я", "ю|єві", "я", "єм", "ї|єві", "ю"),
    "a": ("и", "і", "у", "ою", "і", "о"),
    "a_hushed": ("і", "і", "у", "ею", "і", "о"),
    "ya": ("і", "і", "ю", "ею", "і", "ю"),
    "iya": ("ї", "ї", "ю", "єю", "ї", "є"),
    "soft_f": ("і", "і", "ь", "лю", "і", "е"),
    "possessive_m": ("а", "у|ові", "а", "им", "у|ові", "е"),
    "adjective_m": ("ого", "ому", "ого", "им", "ому|ім", "ий"),
    "adjective_f": ("ої", "ій", "у", "ою", "ій", "а"),
}
_UKRAINIAN_SOFTENED = {"г": "з", "к": "ц", "х": "с"}
_VELAR = tuple("гкх")
_SIBILANT = tuple("жшчщ")
_HUSHED = (*_SIBILANT, "ц")
_BEFORE_II: dict[Language, tuple[str, ...]] = {"ru": ("и",), "uk": tuple("аеиіоуьй'")}
_OF_MEN = ("ов", "ев", "ёв", "єв", "ин", "ін", "ын")
_OF_WOMEN: dict[Language, tuple[str, ...]] = {
    "ru": ("ова", "ева", "ёва", "ина", "ына"),
    "uk": ("ова", "ева", "єва", "ина", "іна", "ська", "цька"),
}
_FLEETING = re.compile("(.*[аеёиоуыэюяіїє])([бвгджзклмнпрстфхчшщ]?)[еє]ць?")
_AFTER_FLEETING = {"": "й", "л": "ль"}
_IRREGULAR_STEMS = {
    "лев": "льв", "павел": "павл", "пётр": "петр", "прокіп": "прокоп", "антін": "антон", "федір": "федор",
    "яків": "яков", "сидір": "сидор", "тихін": "тихон", "нестір": "нестор",
}  # fmt: skip
_SOFT_R = ("ігор", "лазар")


def gender_of(name: str) -> Gender:
    """Return the gender a given name usually has; Cyrillic names in а and я that are not known count as women's."""
    for known in (*names_spelled(name), *names_shortened(name)):
        return "m" if known.gender == "m" else "f"
    return "f" if name.casefold().endswith(("а", "я")) else "m"


def decline(name: str, case: Case, *, language: Language = "ru", gender: Gender | None = None) -> tuple[str, ...]:
    """Return the forms of a Cyrillic name in one case, the usual one first; a Latin name stays as it is."""
    if not is_cyrillic(name):
        return (name,)
    if "-" in name:
        parts = [decline(part, case, language=language, gender=gender) for part in name.split("-")]
        return tuple(map("-".join, product(*parts)))
    forms = _paradigm(name.casefold(), language, gender or gender_of(name))[case]
    return tuple(shaped(form, name) for form in forms)


@remembered(maxsize=4096)
def _paradigm(name: str, language: Language, gender: Gender) -> dict[Case, tuple[str, ...]]:
    found: dict[Case, tuple[str, ...]] = dict.fromkeys(CASES, (name,))
    kind, stem = _kind(name, language, gender)
    if kind == "none":
        return found
    table = _RUSSIAN if language == "ru" else _UKRAINIAN
    for case, endings in zip(_OBLIQUE[language], table[kind], strict=True):
        base = stem
        if kind == "a" and case in ("dative", "locative"):
            base = stem[:-1] + _UKRAINIAN_SOFTENED.get(stem[-1:], stem[-1:])  # a Russian stem in them is "a_velar"
        found[case] = tuple(base + ending for ending in endings.split("|"))
    if name == "любов":
        found |= {"accusative": (name,), "instrumental": ("любов'ю",)}
    return found


def _kind(name: str, language: Language, gender: Gender) -> tuple[str, str]:
    if language == "uk" and name in _SOFT_R:
        return "soft", name
    is_given = bool(names_spelled(name)) or is_given_name(name)
    if name.endswith("ь"):
        return _of_soft(name, gender, is_given=is_given)
    of_a_surname = None if is_given else (_of_men if gender == "m" else _of_women)(name, language)
    return of_a_surname or _of_vowels(name, language, gender) or _of_consonants(name, language, gender)


def _of_men(name: str, language: Language) -> tuple[str, str] | None:
    """Surnames that decline as adjectives do, wholly (Полевой) or in part (Орлов)."""
    stem = name[:-2]
    if len(stem) > 2 and name.endswith(("ий", "ый", "ой")):
        if language == "uk":
            return "adjective_m", stem
        if name.endswith("ий") and not stem.endswith(_VELAR):
            return ("adjective_soft", stem) if stem.endswith(("н", *_HUSHED)) else None
        if name.endswith("ый"):
            return ("adjective_ts" if stem.endswith("ц") else "adjective_hard"), stem
        return ("adjective_m" if stem.endswith((*_VELAR, *_SIBILANT)) else "adjective_hard"), stem
    return ("possessive_m", name) if len(stem) > 1 and name.endswith(_OF_MEN) else None


def _of_women(name: str, language: Language) -> tuple[str, str] | None:
    if len(name) < 5:
        return None
    if language == "ru" and name.endswith(("ая", "яя")):
        return _of_women_as_adjectives(name), name[:-2]
    if name.endswith(_OF_WOMEN[language]):
        return ("possessive_f" if language == "ru" else "adjective_f"), name[:-1]
    return None


def _of_women_as_adjectives(name: str) -> str:
    if name.endswith("яя"):
        return "adjective_f_soft"
    return "adjective_f_ts" if name.endswith("цая") else "adjective_f"


def _of_vowels(name: str, language: Language, gender: Gender) -> tuple[str, str] | None:
    stem, last = name[:-1], name[-1]
    if last == "а":
        if language == "ru" and stem.endswith((*_VELAR, "ц")):
            return ("a_ts" if stem.endswith("ц") else "a_velar"), stem
        return ("a_hushed" if stem.endswith(_HUSHED) else "a"), stem
    if last == "я":
        return ("iya" if stem.endswith(_BEFORE_II[language]) else "ya"), stem
    if gender == "m" and last == "й":
        return ("ii" if language == "ru" and stem.endswith("и") else "short_i"), stem
    if gender == "m" and last == "о" and language == "uk":
        return ("velar" if stem.endswith(_VELAR) else "hard"), stem
    return None


def _of_soft(name: str, gender: Gender, *, is_given: bool) -> tuple[str, str]:
    """Women's given names in ь have cases, their surnames have none."""
    if gender == "m":
        return "soft", _without_fleeting(name) or name[:-1]
    return ("soft_f", name[:-1]) if is_given else ("none", name)


def _of_consonants(name: str, language: Language, gender: Gender) -> tuple[str, str]:
    if name == "любов" and language == "uk":
        return "soft_f", name
    if gender == "f" or name[-1] not in "бвгґджзклмнпрстфхцчшщ":
        return "none", name
    stem = _without_fleeting(name) or _IRREGULAR_STEMS.get(name, name)
    if language == "uk" and name.endswith(_VELAR):
        return "velar", stem
    return ("hushed" if name.endswith(_HUSHED) else "hard"), stem


def _without_fleeting(name: str) -> str | None:
    """Return the stem of a name in -ец or -ець: Жегальц-а is of Жегалец, Журайц-я of Жураєць."""
    found = _FLEETING.fullmatch(name)
    return found and f"{found[1]}{_AFTER_FLEETING.get(found[2], found[2])}ц"


def case_of(like: str, name: str, language: Language) -> tuple[Case, int] | None:
    """Return the case in which a form stands to any Cyrillic spelling of its name, and which variant of it."""
    written = like.casefold().replace("ё", "е")
    for spelling in _nominatives(name):
        gender = gender_of(spelling)
        for case in CASES:
            for variant, form in enumerate(decline(spelling, case, language=language, gender=gender)):
                if form.casefold().replace("ё", "е") == written:
                    return case, variant
    return None


def _nominatives(name: str) -> tuple[str, ...]:
    """Return what a word of a text may be a case of: any spelling, any everyday form (rare ones look like cases)."""
    known = (*names_spelled(name), *names_shortened(name))
    spelled = [spelling for one in known for spelling in one.spellings]
    short = [form for one in known for form, everyday in short_forms(one) if everyday]
    return tuple(word for word in dict.fromkeys((name, *spelled, *short)) if is_cyrillic(word))


def shaped(word: str, like: str) -> str:
    """Give a word the capitals of the one it stands for."""
    letters = [letter for letter in like if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return word.upper()
    return word[:1].upper() + word[1:] if letters and letters[0].isupper() else word
