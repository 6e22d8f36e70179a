"""How far a word of a text speaks for the form of a name that it answers to.

Keys bring together what romanisations confuse. Where record and text are both Cyrillic, or the word has a meaning of
its own, the letters tell more: Муза is not Муса, Франции is France and no case of Франц, Vienna is no Веня.
"""

import re

from archive.language.expansion import Strength
from archive.language.given_names import names_with_short_key
from archive.language.index import Entry, NameIndex
from archive.language.keys import skeleton_keys
from archive.language.letters import bare
from archive.language.ordinary import dictionary_forms, is_form_of_a_name, is_known_proper_name, is_ordinary_word
from archive.language.probing import Probe

_ENDING = re.compile(r"[аеиоя]+$")
_FLEETING_VOWEL = re.compile(r"[еио](?=[^еио]+$)")
_CHANGES = {"г": "гзж", "к": "кцч", "х": "хсш", "ц": "цч"}
LEAST_LISTED, LEAST_DERIVED = 4, 5
"""Signs of the key of a short form, listed or derived, below which Latin letters fit too many names."""
LEAST_UNKNOWN = 5
"""Signs of the key of a short form, unknown to the dictionaries, below which Cyrillic letters do."""


def grade(probe: Probe, entry: Entry, *, nominative: bool, index: NameIndex) -> Strength | None:
    """Return how far this word, whose consonants fit the form, speaks for it; None where it cannot be one."""
    if probe.domain != "c":
        return _in_latin(probe, entry)
    if entry.strength == Strength.SURE:
        return _recorded_in_cyrillic(probe.word, entry, nominative=nominative, index=index)
    if entry.strength == Strength.FAMILIAR and len(probe.key) < LEAST_UNKNOWN and not is_form_of_a_name(probe.word):
        return Strength.FAMILIAR if is_ordinary_word(probe.word) else Strength.POSSIBLE
    return entry.strength


def _in_latin(probe: Probe, entry: Entry) -> Strength | None:
    if entry.strength == Strength.SURE:
        return entry.strength
    if is_known_proper_name(probe.word):
        return None
    least = LEAST_LISTED if names_with_short_key(probe.key) else LEAST_DERIVED
    return Strength.POSSIBLE if len(probe.key) < least else entry.strength


def _recorded_in_cyrillic(word: str, entry: Entry, *, nominative: bool, index: NameIndex) -> Strength:
    if entry.how == "western":
        return Strength.POSSIBLE
    whole = nominative and entry.how in ("as-recorded", "equivalent")
    if not _agrees(entry.proof, word, whole=whole):
        return Strength.POSSIBLE
    if nominative or not is_ordinary_word(word) or is_form_of_a_name(word) or _is_in_dictionary(word, entry, index):
        return Strength.SURE
    return Strength.FAMILIAR


def _is_in_dictionary(word: str, entry: Entry, index: NameIndex) -> bool:
    """Tell whether a word with a meaning of its own is a form of the name that is a word too (Морозу, for Мороз)."""
    return any(
        named and other.holder == entry.holder
        for form in dictionary_forms(word)
        for key in skeleton_keys(form)
        for other, named in index.answers(key)
    )


def _agrees(record: str, word: str, *, whole: bool) -> bool:
    """Tell whether a Cyrillic word is, letter by letter, a Cyrillic record (`whole`) or a case form of it."""
    recorded, read = bare(record), bare(word)
    if whole:
        return recorded == read
    stem = _ENDING.sub("", recorded)
    if read.startswith(stem):
        return True
    if any(read.startswith(stem[:-1] + other) for other in _CHANGES.get(stem[-1], "")):
        return True
    return any(read.startswith(_FLEETING_VOWEL.sub(vowel, stem)) for vowel in ("", "о", "е", "и"))
