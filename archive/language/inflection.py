"""Put a name into a grammatical case, and tell in which case a name stands.

`paradigms` recognises every form anybody might write; this module writes the usual one.
"""

from typing import Literal

from archive.language.diminutives import short_forms
from archive.language.given_names import names_shortened, names_spelled
from archive.language.letters import is_cyrillic
from archive.language.remembering import remembered

Language = Literal["ru", "uk"]
Gender = Literal["m", "f"]
Case = Literal["nominative", "genitive", "dative", "accusative", "instrumental", "locative", "vocative"]
CASES: tuple[Case, ...] = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative", "vocative")

_HUSHED = "жшчщц"
_VELAR = "гкхжшчщ"
# Endings in the order of CASES; "|" separates variants, the usual one first.
_RUSSIAN = {
    "hard": ("", "а", "у", "а", "ом", "е", ""),
    "hushed": ("", "а", "у", "а", "ем", "е", ""),
    "soft": ("ь", "я", "ю", "я", "ем", "е", "ь"),
    "short_i": ("й", "я", "ю", "я", "ем", "е", "й"),
    "ii": ("й", "я", "ю", "я", "ем", "и", "й"),
    "a": ("а", "ы", "е", "у", "ой|ою", "е", "а"),
    "a_velar": ("а", "и", "е", "у", "ой|ою", "е", "а"),
    "a_hushed": ("а", "и", "е", "у", "ей|ею", "е", "а"),
    "ya": ("я", "и", "е", "ю", "ей|ею", "е", "я"),
    "iya": ("я", "и", "и", "ю", "ей|ею", "и", "я"),
    "soft_f": ("ь", "и", "и", "ь", "ью", "и", "ь"),
    "possessive_m": ("", "а", "у", "а", "ым", "е", ""),
    "possessive_f": ("а", "ой", "ой", "у", "ой|ою", "ой", "а"),
    "adjective_m": ("ий", "ого", "ому", "ого", "им", "ом", "ий"),
    "adjective_hard": ("ый", "ого", "ому", "ого", "ым", "ом", "ый"),
    "adjective_f": ("ая", "ой", "ой", "ую", "ой|ою", "ой", "ая"),
    "o": ("о", "о", "о", "о", "о", "о", "о"),
}
_UKRAINIAN = {
    "hard": ("", "а", "у|ові", "а", "ом", "і|ові", "е"),
    "hushed": ("", "а", "у|еві", "а", "ем", "і|еві", "е"),
    "soft": ("ь", "я", "ю|еві", "я", "ем", "і|еві", "ю"),
    "soft_r": ("", "я", "ю|еві", "я", "ем", "і|еві", "ю"),
    "short_i": ("й", "я", "ю|єві", "я", "єм", "ї|єві", "ю"),
    "ii": ("й", "я", "ю|єві", "я", "єм", "ї|єві", "ю"),
    "a": ("а", "и", "і", "у", "ою", "і", "о"),
    "a_velar": ("а", "и", "і", "у", "ою", "і", "о"),
    "a_hushed": ("а", "і", "і", "у", "ею", "і", "о"),
    "ya": ("я", "і", "і", "ю", "ею", "і", "ю"),
    "iya": ("я", "ї", "ї", "ю", "єю", "ї", "є"),
    "soft_f": ("ь", "і", "і", "ь", "лю", "і", "е"),
    "possessive_m": ("", "а", "у|ові", "а", "им", "у|ові", "е"),
    "possessive_f": ("а", "ої", "ій", "у", "ою", "ій", "а"),
    "adjective_m": ("ий", "ого", "ому", "ого", "им", "ому|ім", "ий"),
    "adjective_f": ("а", "ої", "ій", "у", "ою", "ій", "а"),
    "o": ("о", "а", "у|ові", "а", "ом", "і|ові", "е"),
}
_UKRAINIAN_SOFTENED = {"г": "з", "к": "ц", "х": "с"}
_IRREGULAR_STEMS = {
    "лев": "льв", "павел": "павл", "пётр": "петр", "петр": "петр", "любовь": "любов", "прокіп": "прокоп",
    "антін": "антон", "федір": "федор", "яків": "яков", "сидір": "сидор", "тихін": "тихон", "нестір": "нестор",
}  # fmt: skip
_SOFT_R = frozenset(("ігор", "лазар"))


def gender_of(name: str) -> Gender:
    """Return the gender a given name usually has; names in а and я that are not known count as women's."""
    for known in (*names_spelled(name), *names_shortened(name)):
        return "m" if known.gender == "m" else "f"
    return "f" if name.casefold().endswith(("а", "я", "a", "е")) else "m"


def decline(name: str, case: Case, *, language: Language = "ru", gender: Gender | None = None) -> tuple[str, ...]:
    """Return the forms of a Cyrillic name in one case, the usual one first; a Latin name stays as it is."""
    if not is_cyrillic(name):
        return (name,)
    forms = _paradigm(name.casefold(), language, gender or gender_of(name))[case]
    return tuple(shaped(form, name) for form in forms)


@remembered(maxsize=4096)
def _paradigm(name: str, language: Language, gender: Gender) -> dict[Case, tuple[str, ...]]:
    kind, stem = _kind(name, language, gender)
    if kind == "none":
        return dict.fromkeys(CASES, (name,))
    table = _RUSSIAN if language == "ru" else _UKRAINIAN
    found: dict[Case, tuple[str, ...]] = {}
    for case, endings in zip(CASES, table[kind], strict=True):
        base = stem
        if language == "uk" and kind == "a_velar" and case in ("dative", "locative"):
            base = stem[:-1] + _UKRAINIAN_SOFTENED[stem[-1]]
        found[case] = tuple(base + ending for ending in endings.split("|"))
    if name in ("любовь", "любов"):
        found["instrumental"] = ("любовью" if language == "ru" else "любов'ю",)
        found["accusative"] = (name,)
    found["nominative"] = (name,)
    if _is_called_by_its_nominative(name, language):
        found["vocative"] = (name,)
    return found


def _is_called_by_its_nominative(name: str, language: Language) -> bool:
    """Tell whether the name is called by its nominative (Russian has no vocative of its own)."""
    return language == "ru" or name.endswith(("ий", "ой")) or (len(name) > 4 and name.endswith(("ова", "ева", "ська")))


def _kind(name: str, language: Language, gender: Gender) -> tuple[str, str]:
    if language == "uk" and name in _SOFT_R:
        return "soft_r", name
    for rule in (_of_adjectives, _of_vowels, _of_consonants):
        found = rule(name, language, gender)
        if found is not None:
            return found
    return "none", name


def _of_adjectives(name: str, language: Language, gender: Gender) -> tuple[str, str] | None:
    if len(name) > 4 and name.endswith(("ий", "ый", "ой")) and gender == "m" and not names_spelled(name):
        hard = language == "ru" and name[-3] not in _VELAR
        return ("adjective_hard" if hard else "adjective_m"), name[:-2]
    if len(name) > 4 and name.endswith("ая") and language == "ru" and not names_spelled(name):
        return "adjective_f", name[:-2]
    if name.endswith(("ська", "цька")) and language == "uk":
        return "adjective_f", name[:-1]
    if (
        len(name) > 4
        and name.endswith(("ова", "ева", "ёва", "єва", "ина"))
        and not names_spelled(name)
        and gender == "f"
    ):
        return "possessive_f", name[:-1]
    if (
        len(name) > 4
        and name.endswith(("ов", "ев", "ёв", "єв", "ин", "ін"))
        and not names_spelled(name)
        and gender == "m"
    ):
        return "possessive_m", name
    return None


def _of_vowels(name: str, language: Language, gender: Gender) -> tuple[str, str] | None:
    stem, last = name[:-1], name[-1]
    if last == "а":
        kind = "a_velar" if stem[-1:] in "гкх" else "a_hushed" if stem[-1:] in _HUSHED else "a"
        return kind, stem
    if last == "я":
        return ("iya" if stem[-1:] in "иіїь'" and not (language == "ru" and stem[-1:] == "ь") else "ya"), stem
    if last == "й" and gender == "m":
        return ("ii" if stem[-1:] in "иі" else "short_i"), stem
    if last == "ь":
        return ("soft_f" if gender == "f" else "soft"), _IRREGULAR_STEMS.get(name, stem)
    if last == "о" and language == "uk" and gender == "m":
        return "o", stem
    return None


def _of_consonants(name: str, language: Language, gender: Gender) -> tuple[str, str] | None:
    if name == "любов" and language == "uk":
        return "soft_f", name
    if name[-1] not in "бвгґджзклмнпрстфхцчшщ" or gender == "f":
        return None
    stem = _IRREGULAR_STEMS.get(name, name)
    if name.endswith("ець") or (name.endswith("ец") and len(name) > 4):
        stem = name[:-2] + "ц"
    return ("hushed" if name[-1] in _HUSHED else "hard"), stem


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
    words = [name] if is_cyrillic(name) else []
    full, short = names_spelled(name), names_shortened(name)
    words += [spelling for known in full for spelling in known.spellings]
    words += [form for known in (*full, *short) for form, everyday in short_forms(known) if everyday]
    return tuple(word for word in dict.fromkeys(words) if is_cyrillic(word))


def shaped(word: str, like: str) -> str:
    """Give a word the capitals of the one it stands for."""
    letters = [letter for letter in like if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return word.upper()
    return word[:1].upper() + word[1:] if letters and letters[0].isupper() else word
