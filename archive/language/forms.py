"""List the forms of a name for a person to read, each with the rule that gives it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.language.codes import TextLanguage
from archive.language.cyrillic import written_in_cyrillic
from archive.language.diminutives import short_forms
from archive.language.expansion import name_parts
from archive.language.given_names import GivenName, names_shortened, names_spelled
from archive.language.inflection import CASES, Gender, Language, decline, gender_of
from archive.language.keys import plain, skeleton_keys
from archive.language.letters import is_cyrillic
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.patronymics import is_patronymic, patronymics_of
from archive.language.transliteration import spellings
from archive.language.weighing import Tier


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
    written: dict[str, None] = {}
    for word, role in name_parts(name):
        for form in _spelled(word, given=role in ("given", "unknown"), patronymic=role == "patronymic"):
            written[form] = None
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


def _spelled(word: str, *, given: bool, patronymic: bool) -> Iterator[str]:
    yield word
    yield from _cases_and_latin(word, gender_of(word))
    for cyrillic in () if given and names_spelled(word) else written_in_cyrillic(word):
        yield from _spelled(cyrillic, given=False, patronymic=patronymic)
    if given:
        groups = names_spelled(word)
        for group in groups:
            yield from _group(group)
        for group in () if groups else names_shortened(word):
            yield from (*group.spellings, *group.western)
    elif patronymic and is_patronymic(word):
        for other in dict.fromkeys(other for father in _fathers(word) for other in patronymics_of(father)):
            yield from _cases_and_latin(other.capitalize(), "f" if other.endswith("а") else "m")
    elif word.casefold().endswith(("ов", "ев", "ёв", "ин", "ын", "ov", "ev", "in", "ский", "цкий", "ський", "цький")):
        yield from _cases_and_latin(_feminine(word), "f")


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


def _feminine(word: str) -> str:
    for masculine, feminine in (("ский", "ская"), ("цкий", "цкая"), ("ський", "ська"), ("цький", "цька")):
        if word.endswith(masculine):
            return word[: -len(masculine)] + feminine
    return word + ("а" if is_cyrillic(word) else "a")


def _fathers(patronymic: str) -> Iterator[str]:
    for ending in ("ович", "евич", "йович", "ьович", "овна", "евна", "івна", "ївна", "ич", "ична"):
        if patronymic.casefold().endswith(ending):
            stem = patronymic[: -len(ending)]
            for end in ("", "й", "ий", "ь", "а", "о"):
                for group in names_spelled(stem + end):
                    yield from (spelling for spelling in group.spellings if is_cyrillic(spelling))
