"""Grow one recorded name into the keys of every form it can take.

Forms come in sets of skeleton keys, each with the rule that made it (`how`), its strength and, where both the record
and the text are Cyrillic, the consonants that prove it (Громов and Хромов share a key, not their consonants).
"""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import pairwise
from typing import Literal, NamedTuple

from archive.language.diminutives import short_forms
from archive.language.endings import Endings, Paradigm, cut_off, declined
from archive.language.given_names import GivenName, names_shortened, names_spelled, names_with_key
from archive.language.keys import CONSONANTS, canonical_key, plain, skeleton_keys
from archive.language.letters import as_in_russian, is_cyrillic, respellings
from archive.language.paradigms import inflected_keys, singular_keys, stems
from archive.language.patronymics import (
    AS_CHILD_OF,
    colloquial_keys,
    father_keys,
    is_patronymic_key,
    patronymics_as_called,
    patronymics_of,
)
from archive.language.remembering import remembered
from archive.language.unmasking import unmask

LONGEST_CLIPPED = 3
STEM = "~"
"""Begins the proof that is the first consonants of a set of short forms, not a whole record."""
Role = Literal["given", "patronymic", "surname", "unknown"]

PARTICLES = frozenset(
    "von van de der den di da del la le el al bin ibn bint og and оглы огли кызы қызы улы фон де ван дер да ди "
    "ulu oglu ogly kyzy zade".split()
)
CHILD_OF = frozenset("оглы огли кызы қызы улы ulu oglu ogly kyzy".split())
_DOUBLE = re.compile(r"[^\W\d_]{2,}-[^\W\d_]{2,}")
_NAME_PART = re.compile(r"[^\W\d_]+(?:['’`′][^\W\d_]+)*")  # ʼ and ʹ are letters
_FEMININE_POSSESSIVE = re.compile(r"(?:ova|eva|Ina|Iva)$")
_MASCULINE_POSSESSIVE = re.compile(r"(?:ov|ev|In|Iv)$")
_CYRILLIC_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_PET_ENDINGS = ("", "a", "Ik", "ka", "ok", "uSa", "Sa", "CIk", "uSka", "o", "os", "ko", "aS", "Ia", "ulIa")


class Strength(IntEnum):
    """How far a form speaks for the name."""

    SURE = 0
    FAMILIAR = 1
    POSSIBLE = 2


class FormSet(NamedTuple):
    """Forms that stand together: nominatives (which Latin text may hold too) and case forms, with the reason."""

    stem: str
    endings: Endings
    strength: Strength
    how: str
    proof: str

    def keys(self) -> Iterator[str]:
        """Yield the key of each form."""
        return (self.stem + ending for ending in self.endings.of)


def name_parts(name: str) -> tuple[tuple[str, Role], ...]:
    """Cut a recorded name into its parts with the role of each; initials and particles are left out."""
    unmasked = unmask(name)
    read = name if unmasked is None else unmasked.text
    held = [word for word in _NAME_PART.findall(read) if len(word) > 1]
    words = [word for place, word in enumerate(held) if not _is_particle(word, first=not place, of=len(held))]
    fathers = {before for before, word in pairwise(held) if word.casefold() in CHILD_OF}
    roles: list[Role] = []
    for position, word in enumerate(words):
        keys = skeleton_keys(plain(word))
        patronymic = word in fathers or any(map(is_patronymic_key, keys))
        if len(words) > 1 and patronymic and (position or len(words) > 2):
            roles.append("patronymic")
        elif names_spelled(word) or names_shortened(word):
            roles.append("given")
        else:
            roles.append("unknown")
    if "given" in roles:
        roles = ["surname" if role == "unknown" else role for role in roles]
    elif len(roles) > 1:
        roles[0] = "given" if roles[0] == "unknown" else roles[0]
    joined = [(double.replace("-", ""), roles[0]) for double in _DOUBLE.findall(read) if len(words) > 1]
    return (*zip(words, roles, strict=True), *joined)


def _is_particle(word: str, *, first: bool, of: int) -> bool:
    """Tell whether a word only joins others: Van Berg has two names, Maria van Berg too, and Ван is one."""
    return word.casefold() in PARTICLES and not (first and of < 3 and word[0].isupper() and len(word) > 2)


def consonants(word: str) -> str:
    """Return the consonants that two Cyrillic spellings of one name share (ж ш щ and г х kept apart)."""
    held: list[str] = []
    for letter in as_in_russian(word).replace("дж", "ж"):
        if letter in _CYRILLIC_CONSONANTS and held[-1:] != [letter]:
            held.append(letter)
    return "".join(held)


def case_of(how: str) -> str:
    """Return the slug of a case form of what another rule made."""
    return "case-form" if how in ("as-recorded", "transliteration") else how + "-case"


def expand(word: str, role: Role) -> Iterator[FormSet]:
    """Yield the keyed forms that one part of a name has of its own; see `families` for those it shares."""
    spelled = plain(word)
    yield from _expanded(spelled, word, role)
    for other in respellings(spelled):
        yield from _expanded(other, word, role)


def _expanded(spelled: str, word: str, role: Role) -> Iterator[FormSet]:
    cyrillic = is_cyrillic(spelled)
    how = "as-recorded" if cyrillic else "transliteration"
    keys = skeleton_keys(spelled)
    yield from _declined(keys, Strength.SURE, how, spelled if cyrillic else "")
    if role == "patronymic":
        for key in keys:
            others = colloquial_keys(key) or tuple(stem + ending for stem in stems(key) for ending in AS_CHILD_OF)
            yield from _declined(others, Strength.SURE, "patronymic")
        return
    if role != "given":
        yield from _surnames(keys, spelled if cyrillic else "")
    if role in ("given", "unknown"):
        yield from _pet_forms(keys)
        for group in () if names_spelled(word) else names_shortened(word):
            yield from _full_names(group)
    else:
        yield from _clipped_surnames(keys)


def families(word: str, role: Role) -> tuple[tuple[Role, GivenName], ...]:
    """Return the given names whose forms this part shares with all their bearers."""
    if role == "patronymic":
        fathers = [father for key in skeleton_keys(plain(word)) for father in father_keys(key)]
        groups = dict.fromkeys(group for father in fathers for group in names_with_key(father) if group.gender == "m")
        return tuple(("patronymic", group) for group in groups)
    if role in ("given", "unknown"):
        return tuple(("given", group) for group in names_spelled(word))
    return ()


def family_forms(role: Role, group: GivenName) -> tuple[FormSet, ...]:
    """Return the forms that all bearers of a given name, or all its bearers' children, share."""
    return _patronymic_forms(group) if role == "patronymic" else _group_forms(group)


def _declined(
    keys: Iterable[str],
    strength: Strength,
    how: str,
    proof: str = "",
    paradigm: Paradigm = inflected_keys,
) -> Iterator[FormSet]:
    for key in keys:
        if len(key) > 1:
            yield FormSet(*declined(key, paradigm), strength, how, proof)


def _plain_forms(keys: Iterable[str], strength: Strength, how: str, proof: str = "") -> Iterator[FormSet]:
    longer = frozenset(key for key in keys if len(key) > 1)
    if longer:
        yield FormSet(*cut_off(longer, ()), strength, how, proof)


@remembered(maxsize=1024)
def _group_forms(group: GivenName) -> tuple[FormSet, ...]:
    """Return the forms that all bearers of one given name share; they belong to the name, not to a person."""
    forms: dict[FormSet, None] = {}
    for how, spellings in (("equivalent", group.spellings), ("western", group.western)):
        for folded in map(plain, spellings):
            proof = folded if is_cyrillic(folded) else ""
            for form in _declined(skeleton_keys(folded), Strength.SURE, how, proof):
                forms[form] = None
    for form in _short_form_sets(group):
        forms[form] = None
    return tuple(forms)


def _short_form_sets(group: GivenName) -> Iterator[FormSet]:
    """Gather the short forms by stem and strength, so that the many pet forms of one stem are one set."""
    gathered: dict[tuple[str, str, bool], tuple[set[str], set[str]]] = {}
    for short, everyday in short_forms(group):
        proof = consonants(short)
        for key in skeleton_keys(plain(short)):
            if len(key) > 1:
                clipped = len(key) <= LONGEST_CLIPPED and key[-1] in CONSONANTS  # Арт, Біл: words and makes, too
                sure = everyday and not clipped
                nominatives, case_forms = gathered.setdefault((key[:3], proof[:2], sure), (set(), set()))
                nominatives.add(key)
                case_forms.update(singular_keys(key))
        # Сань, Коль: keys know no soft sign, and Сан is a rank, Кол a stake.
        called, soft = (short[:-1], short[-1] == "я") if short[-1] in "ая" else ("", False)
        for key in skeleton_keys(called):
            if len(key) > 2:
                sure = everyday and (not soft or len(key) > 3)
                gathered.setdefault((key[:3], proof[:2], sure), (set(), set()))[0].add(key)
    for (_, proof, everyday), (nominatives, case_forms) in gathered.items():
        strength, how = (Strength.FAMILIAR, "diminutive") if everyday else (Strength.POSSIBLE, "rare-diminutive")
        yield FormSet(*cut_off(nominatives, case_forms), strength, how, STEM + proof if proof else "")


def _full_names(group: GivenName) -> Iterator[FormSet]:
    """A record that holds only Саша may be Александр or Александра: possible, and so are their other short forms."""
    for spelling in (*group.spellings, *group.western):
        yield from _declined(skeleton_keys(plain(spelling)), Strength.POSSIBLE, "full-name-of-short")
    for short in group.short:
        yield from _declined(skeleton_keys(plain(short)), Strength.POSSIBLE, "other-short-form")


@remembered(maxsize=1024)
def _patronymic_forms(group: GivenName) -> tuple[FormSet, ...]:
    forms: dict[FormSet, None] = {}
    for father in filter(is_cyrillic, group.spellings):
        for patronymic in patronymics_of(father):
            for form in _declined(skeleton_keys(patronymic), Strength.SURE, "patronymic", patronymic):
                forms[form] = None
    called = [key for word in patronymics_as_called(group.short) for key in skeleton_keys(word)]
    for key in dict.fromkeys(called):
        for form in _plain_forms((key,), Strength.POSSIBLE, "patronymic"):
            forms[form] = None
    return tuple(forms)


def _surnames(keys: tuple[str, ...], proof: str) -> Iterator[FormSet]:
    """Yield the surname of the other sex, and the Russian or Ukrainian shape of the same surname."""
    for key in keys:
        yield from _declined(tuple(sorted(_other_sex(key))), Strength.SURE, "gender-form", proof)
        if key.endswith("o"):
            yield from _declined((key + "v",), Strength.POSSIBLE, "surname-variant", proof)


def _other_sex(key: str) -> set[str]:
    others = {key + "a"} if _MASCULINE_POSSESSIVE.search(key) else set()
    if key.endswith("aIa") and len(key) > 5:
        others |= {key[:-3] + "I", key[:-3] + "oI", key[:-2]}
    elif key.endswith(("ska", "Tka")):
        others |= {key[:-1] + "I", key + "Ia"}
    elif _FEMININE_POSSESSIVE.search(key):
        others |= {key[:-1], key[:-1] + "I"}
    elif key.endswith(("skI", "TkI", "nI", "rI", "lI", "tI")):
        others |= {key[:-1] + "a", key[:-1] + "aIa"}
    if key.endswith("Iv") and len(key) > 4:
        others |= {key[:-2] + ending for ending in ("ov", "ev", "ova", "eva")}
    if key.endswith(("ov", "ev")) and len(key) > 4:
        others.add(key[:-2] + "Iv")
    return others


def _pet_forms(keys: tuple[str, ...]) -> Iterator[FormSet]:
    """Yield clipped and pet forms built on the name itself: Kris, Pash, Rus, Emka, Bek, Murad."""
    for key in keys[:2]:
        yield from _plain_forms(_clipped(key), Strength.POSSIBLE, "clipped")
        heads = {key[:length] for length in range(4, len(key) - 2) if key[length - 1] in CONSONANTS}
        if key[-1] in CONSONANTS:
            heads |= {key + pet for pet in ("CIk", "ka", "ok", "Ik", "uSka")}
        case_forms = {form for head in heads for form in singular_keys(head)}
        if heads:
            yield FormSet(*cut_off(heads, case_forms), Strength.POSSIBLE, "clipped", "")
        for start in range(3, len(key) - 3):
            yield from _declined((key[start:],), Strength.POSSIBLE, "clipped", "", singular_keys)


def _clipped(key: str) -> Iterator[str]:
    for length in range(3, len(key)):
        head = canonical_key(key[:length])
        if head[-1] not in CONSONANTS:
            yield head
        elif length < len(key) - 1 or len(key) < 6:
            yield from (head + ending for ending in _PET_ENDINGS)
        else:
            yield from (head + ending for ending in ("ka", "CIk", "Ik"))


def _clipped_surnames(keys: tuple[str, ...]) -> Iterator[FormSet]:
    for key in keys[:2]:
        heads = (key[:length] for length in range(max(4, len(key) - 4), len(key)))
        yield from _plain_forms(heads, Strength.POSSIBLE, "clipped")
