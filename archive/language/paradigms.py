"""Every case form a name can take, worked out on its skeleton key: the script it was recorded in does not matter.

On keys the Russian and Ukrainian paradigms nearly coincide (и = і = ы, я = а after a consonant), and a Latin spelling
inflects as well as a Cyrillic one. The sets are generous: they serve to recognise, never to write (see `inflection`).
"""

import re

from archive.language.keys import CONSONANTS, canonical_key
from archive.language.remembering import remembered

_AFTER_CONSONANT = (
    "a",
    "u",
    "om",
    "em",
    "e",
    "I",
    "ov",
    "ovI",
    "evI",
    "eI",
    "Iv",
    "am",
    "ag",
    "amI",
    "Iu",
    "Ia",
    "o",
)
_POSSESSIVE = (*_AFTER_CONSONANT, "oI", "oIu", "Im", "Ig", "ImI")
_AFTER_A = ("I", "e", "u", "oI", "oIu", "eI", "eIu", "o", "", "am", "amI", "ag", "Iu", "In", "Inu", "InoI")
_AFTER_O = ("a", "u", "om", "ovI", "e", "I", "oI", "oIu", "em", "evI")
_ADJECTIVE = (
    "ogo",
    "ego",
    "omu",
    "emu",
    "Im",
    "om",
    "aIa",
    "a",
    "oI",
    "eI",
    "uIu",
    "u",
    "oIu",
    "Ie",
    "Ig",
    "ImI",
)
_AFTER_GLIDE = ("a", "u", "em", "v", "evI", "am", "amI", "ag", "eva")
_POSSESSIVE_END = re.compile(r"(?:ov|ev|In|Iv|Ig)$")
_FLEETING = re.compile(r"(.*[bvgdSsklmnprtCTf])[eo]([Tklnrvt])$")
_CLOSED_I = re.compile(r"(.*)I([bvgdSsklmnprtCTf]+)$")
LEAST_ADJECTIVE = 3  # signs before the й of what may be an adjective: Полевой, not Цой
_REACH = 7  # more letters than any rule of canonical_key looks at
_SOFTENED = {"g": "s", "k": "T"}
_CALLED = {"g": "S", "k": "C", "T": "C"}


def inflected_keys(key: str) -> tuple[str, ...]:
    """Return the keys of all case forms of a name whose nominative has this key (itself left out)."""
    if len(key) < 2:
        return ()
    forms: set[str] = set()
    last = key[-1]
    if last in CONSONANTS:
        _consonant(key, forms)
    elif last == "a":
        _a_stem(key, forms)
    elif last == "I":
        _i_stem(key, forms)
    elif last == "o":
        forms.update(key[:-1] + ending for ending in _AFTER_O)
        if key[-2] in _SOFTENED:
            forms.add(key[:-2] + _SOFTENED[key[-2]] + "I")
    # What precedes the last letters is canonical already, and no rule reaches further back; few tails are ever new.
    kept = max(0, len(key) - _REACH)
    head, untouched = key[:kept], key[: kept + 4]
    canonical = {
        head + _canonical_tail(form[kept:]) if form.startswith(untouched) else canonical_key(form) for form in forms
    }
    canonical.discard(key)
    return tuple(sorted(form for form in canonical if len(form) > 1))


@remembered(maxsize=50_000)
def _canonical_tail(tail: str) -> str:
    return canonical_key(tail)


@remembered(maxsize=50_000)
def singular_keys(key: str) -> tuple[str, ...]:
    """Return the keys of the singular case forms of a short form of a name: these are regular."""
    last = key[-1:]
    if last == "a":
        endings: tuple[str, ...] = ("I", "e", "u", "oI", "eI", "o")
        forms = [key[:-1] + ending for ending in endings]
        if key[-2:-1] in _SOFTENED:
            forms.append(key[:-2] + _SOFTENED[key[-2]] + "I")
    elif last == "o":
        forms = [key[:-1] + ending for ending in ("a", "u", "om", "ovI", "I")]
    elif last == "I":
        forms = [key + "a", key + "u", key[:-1] + "em"]
    elif last in CONSONANTS:
        forms = [stem + ending for stem in stems(key) for ending in ("a", "u", "om", "em", "e", "I", "ovI")]
    else:
        return ()
    return tuple(dict.fromkeys(map(canonical_key, forms)))


def stems(key: str) -> tuple[str, ...]:
    """Return the stems of a consonant key: itself, without its fleeting vowel, with о or е for a Ukrainian і."""
    found = [key]
    if fleeting := _FLEETING.match(key):
        found.append("".join(fleeting.groups()))
    if key.endswith(("dr", "tr")):
        found.append(key[:-1] + "er")
    if key.endswith("v"):
        found.append(key[:-1] + "f")
    if closed := _CLOSED_I.match(key):
        found += [f"{closed[1]}{vowel}{closed[2]}" for vowel in ("o", "e")]
    if key.endswith("eT") and key[-3:-2] not in CONSONANTS:
        found += [key[:-2] + "T", key[:-2] + "IT"]
    return tuple(found)


def _consonant(key: str, forms: set[str]) -> None:
    endings = _POSSESSIVE if _POSSESSIVE_END.search(key) else _AFTER_CONSONANT
    for stem in stems(key):
        forms.update(stem + ending for ending in endings)
        if stem[-1] in _CALLED:
            forms.add(stem[:-1] + _CALLED[stem[-1]] + "e")
            forms.add(stem[:-1] + _SOFTENED.get(stem[-1], stem[-1]) + "I")


def _a_stem(key: str, forms: set[str]) -> None:
    stem = key[:-1]
    forms.update(stem + ending for ending in _AFTER_A)
    if stem[-1:] in _SOFTENED:
        forms.add(stem[:-1] + _SOFTENED[stem[-1]] + "I")
    if stem[-1:] == "I":
        forms.update(stem[:-1] + ending for ending in ("u", "eI", "e", "eIu"))


def _i_stem(key: str, forms: set[str]) -> None:
    stem = key[:-1]
    forms.update(key + ending for ending in _AFTER_GLIDE)
    forms.update(stem + ending for ending in ("em", "e", "evI"))
    if stem[-1:] in CONSONANTS:
        forms.update(stem + ending for ending in _ADJECTIVE)
    if stem[-1:] == "o" and len(stem) >= LEAST_ADJECTIVE:
        forms.update(stem[:-1] + ending for ending in _ADJECTIVE)
