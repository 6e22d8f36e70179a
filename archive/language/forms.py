"""List the forms of a name for a person to read, each with the rule that gives it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.language.codes import TextLanguage
from archive.language.cyrillic import written_in_cyrillic
from archive.language.diminutives import short_forms
from archive.language.expansion import Role, families, name_parts
from archive.language.given_names import GivenName, names_shortened
from archive.language.inflection import CASES, Gender, Language, decline, gender_of, shaped
from archive.language.keys import plain, skeleton_keys
from archive.language.letters import is_cyrillic
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.patronymics import patronymics_of
from archive.language.tiers import Tier
from archive.language.transliteration import spellings

_SURNAMES = {
    "ов": "ова", "ев": "ева", "ёв": "ёва", "єв": "єва", "ин": "ина", "ын": "ына", "ін": "іна", "ів": "іва",
    "ский": "ская", "цкий": "цкая", "ський": "ська", "цький": "цька",
}  # fmt: skip
"""Ends of a surname that a man and a woman bear in two shapes."""


@dataclass(frozen=True)
class NameForm:
    """One spelling that the archive will not let out, and why: the slug of the rule, and whether it blocks or asks."""

    text: str = field(repr=False)
    how: str
    tier: Tier


def name_forms(name: str, *, language: TextLanguage | None = None) -> tuple[NameForm, ...]:
    """Return the spellings of a recorded name that are recognised, with the rule and the tier of each.

    The list serves to explain: recognition itself reaches further (typing slips, look-alikes, letters kept apart).
    `language` keeps the forms that texts of this language hold: Cyrillic for ru and uk, Latin for the others.
    """
    matcher = NameMatcher([NamedPerson("p", (name,))])
    written = dict.fromkeys(form for word, role in name_parts(name) for form in _spelled(word, role))
    found = []
    for form in written:
        if language is not None and is_cyrillic(form) != (language in ("ru", "uk")):
            continue
        matches = [match for match in matcher.find(f"– {form} –") if match.end - match.start == len(form)]
        if matches:
            best = min(matches, key=lambda match: match.tier != "block")
            found.append(NameForm(form, best.how, best.tier))
    return tuple(sorted(found, key=lambda form: (form.tier != "block", form.how, form.text)))


def can_be_looked_for(name: str) -> bool:
    """Tell whether a recorded name holds a word that is recognised: two letters of an alphabet that has keys."""
    return any(skeleton_keys(plain(word)) for word, _ in name_parts(name))


def _spelled(word: str, role: Role) -> Iterator[str]:
    yield from _cases_and_latin(word, gender_of(word))
    for kind, group in families(word, role):
        yield from _patronymics(group) if kind == "patronymic" else _group(group)
    for cyrillic in written_in_cyrillic(word):
        yield from _spelled(cyrillic, "surname")
    for group in names_shortened(word):
        yield from (*group.spellings, *group.western)
    yield from _of_the_other_sex(word)


def _group(group: GivenName) -> Iterator[str]:
    gender: Gender = "m" if group.gender == "m" else "f"
    for spelling in group.spellings:
        yield from _cases_and_latin(spelling, gender)
    yield from group.western
    for short, everyday in short_forms(group):
        if everyday:
            yield from _cases_and_latin(short.capitalize(), gender)
        else:
            yield short.capitalize()


def _cases_and_latin(word: str, gender: Gender) -> Iterator[str]:
    if not is_cyrillic(word):
        yield from (word, word + "s", word + "'s")
        return
    languages: tuple[Language, ...] = ("ru", "uk")
    for language in languages:
        for case in CASES:
            yield from decline(word, case, language=language, gender=gender)
    yield from spellings(word)


def _patronymics(father: GivenName) -> Iterator[str]:
    for spelling in filter(is_cyrillic, father.spellings):
        for patronymic in patronymics_of(spelling):
            yield from _cases_and_latin(patronymic.capitalize(), gender_of(patronymic))


def _of_the_other_sex(surname: str) -> Iterator[str]:
    own = surname.casefold()
    for masculine, feminine in _SURNAMES.items():
        if own.endswith(masculine):
            yield from _cases_and_latin(shaped(own.removesuffix(masculine) + feminine, surname), "f")
        if own.endswith(feminine):
            yield from _cases_and_latin(shaped(own.removesuffix(feminine) + masculine, surname), "m")
