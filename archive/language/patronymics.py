"""Patronymics: recognise them, and build those that a father's name gives."""

import re
from collections.abc import Iterable

_CYRILLIC = re.compile(r"(?:[иіы]ч|[оеєії]вна|ична)$")
_KEY = re.compile(r"^(.+?)(?:IevIC|ovIC|evIC|IvIC|Ievna|ovna|evna|Ivna|InICna|ICna|IC)$")
_SPECIAL = {
    "лев": ("льв",),
    "павел": ("павл",),
    "пётр": ("петр",),
    "петр": ("петр",),
    "яков": ("яковл", "яков"),
    "михаил": ("михайл",),
}
_BY_END = (
    (("ий", "ій"), 2, "ьевич ьевна иевич иевна ійович іївна ович івна евич евна"),
    (("й",), 1, "евич евна йович ївна ич"),
    (("а", "я"), 1, "ич ична инична ович овна івна йович ївна"),
    (("ь",), 1, "евич евна ьович івна"),
    (("о",), 1, "ович овна івна"),
    (("",), 0, "ович овна івна"),
)
PATRONYMIC_KEY = re.compile(r"^.{2,}(?:ovIC|evIC|IvIC|ovna|evna|Ivna|ICna)$")
_ANY_CASE = re.compile(r"^.{2,}(?:[oeI]vIC(?:a|u|em|e|I|evI)?|(?:[oeI]v|IC)n(?:a|I|e|u|oI|oIu))$")
_ENDING = re.compile(r"(?:[аяйьоу]|[её]к|ик)$")
COLLOQUIAL = ("IC", "eIC", "ovIC", "evIC", "ovna", "evna", "Ivna", "na", "vna", "IevIC", "Ievna")

AS_CHILD_OF = ("oglI", "oglu", "uglI", "kIsI", "gIsI", "ulI", "ulu", "ovIC", "ovna", "evIC", "evna")
"""What is put to a Turkic father's name in one word (Мамедоглы), and what Russian papers make of it (Мамедович)."""


def is_patronymic_key(key: str) -> bool:
    """Tell whether a skeleton key ends as patronymics do (-ович, -evna, -ivna, -ytsj is too little)."""
    return PATRONYMIC_KEY.match(key) is not None


def is_patronymic_form_key(key: str) -> bool:
    """Tell whether a skeleton key ends as the case forms of patronymics do (Павловне, Андрійовича)."""
    return _ANY_CASE.match(key) is not None


def father_keys(key: str) -> tuple[str, ...]:
    """Return the skeleton keys the father's name may have, given the key of a patronymic."""
    match = _KEY.match(key)
    if match is None:
        return ()
    stem = match[1]
    return tuple(dict.fromkeys(stem + ending for ending in ("", "I", "a", "Ia", "o")))


def colloquial_keys(key: str) -> tuple[str, ...]:
    """Return the keys of the other patronymics on the same stem: daughter's, son's, and as people say them."""
    match = _KEY.match(key)
    if match is None:
        return ()
    stem = match[1]
    return tuple(stem + ending for ending in COLLOQUIAL)


def patronymics_of(father: str) -> tuple[str, ...]:
    """Return the Russian and Ukrainian patronymics, son's and daughter's, of a father's Cyrillic name."""
    name = father.casefold()
    if name in _SPECIAL:
        bases = _SPECIAL[name]
        return tuple(base + ending for base in bases for ending in ("ович", "овна", "евич", "евна", "івна"))
    for ends, cut, endings in _BY_END:
        if name.endswith(ends):
            return tuple(name[: len(name) - cut] + ending for ending in endings.split())
    return ()


def is_patronymic(word: str) -> bool:
    """Tell whether a Cyrillic word ends as patronymics do."""
    return len(word) > 4 and _CYRILLIC.search(word.casefold()) is not None


def patronymics_as_called(short_forms: Iterable[str]) -> tuple[str, ...]:
    """Return patronymics built on everyday forms, as neighbours say them: Саныч, Палыч."""
    stems = (_ENDING.sub("", short.casefold()) for short in short_forms)
    return tuple(dict.fromkeys(stem + ending for stem in stems if len(stem) > 2 for ending in ("ыч", "ич")))
