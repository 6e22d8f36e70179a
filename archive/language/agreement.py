"""Let a pseudonym stand as the name it replaces stood: in its case, possessive, capitals, and in its one spelling."""

from collections.abc import Collection, Iterator

from archive.language.inflection import CASES, Case, Language, case_of, decline, gender_of, shaped
from archive.language.letters import is_cyrillic
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.ordinary import case_of_a_name

_POSSESSIVES = ("", "'", "’", "s", "'s", "’s")
_CYRILLIC: tuple[Language, ...] = ("ru", "uk")
_CASES: dict[str, Case] = {
    "nomn": "nominative",
    "gent": "genitive",
    "datv": "dative",
    "accs": "accusative",
    "ablt": "instrumental",
    "loct": "locative",
    "voct": "vocative",
}


def agree(pseudonym: str, *, like: str, names: Collection[str], language: str) -> str:
    """Return a pseudonym as `like`, a form of one of `names`, stands in a text: Сергею gives Глебу, Mikhails Antons.

    Where nothing tells the form, the pseudonym stays as it is.
    """
    if is_cyrillic(like) != is_cyrillic(pseudonym) or not like.strip():
        return pseudonym
    if not is_cyrillic(like):
        return _as_owner(pseudonym, like, names)
    own: Language = "uk" if language == "uk" else "ru"
    for word in like.split():
        found = _recorded_case(word, names, own) or _dictionary_case(word, own)
        if found is not None:
            return shaped(_in_case(pseudonym, *found, own), like)
    return shaped(pseudonym, like)


def spelling_of(written: str, pseudonyms: Collection[str]) -> str | None:
    """Return the pseudonym of which these words are another spelling (Aleksander for Alexander); None if none is.

    Two pseudonyms of which the words could be spellings are none: somebody has to say which.
    """
    found = [name for name in pseudonyms if _is_spelling(written, name)]
    return found[0] if len(found) == 1 else None


def is_form_of(written: str, pseudonym: str) -> bool:
    """Tell whether words are a pseudonym in its one spelling, in any case, with or without a possessive."""
    written = " ".join(written.split())
    if written.casefold() in {(pseudonym + ending).casefold() for ending in _POSSESSIVES}:
        return True
    return is_cyrillic(pseudonym) and written.casefold() in set(_all_cases(pseudonym))


def _all_cases(pseudonym: str) -> Iterator[str]:
    words = pseudonym.split()
    for language in _CYRILLIC:
        for case in CASES:
            variants = [decline(word, case, language=language, gender=gender_of(words[0])) for word in words]
            for number in range(max(map(len, variants))):
                yield " ".join(forms[min(number, len(forms) - 1)] for forms in variants).casefold()


def _in_case(pseudonym: str, case: Case, variant: int, language: Language) -> str:
    words = pseudonym.split()
    forms = [decline(word, case, language=language, gender=gender_of(words[0])) for word in words]
    return " ".join(one[min(variant, len(one) - 1)] for one in forms)


def _recorded_case(word: str, names: Collection[str], language: Language) -> tuple[Case, int] | None:
    """Return the case in which a Cyrillic word stands to one of the parts of the names as recorded."""
    parts = [part for name in names for part in name.split()]
    return next((found for part in parts if (found := case_of(word, part, language)) is not None), None)


def _dictionary_case(word: str, language: Language) -> tuple[Case, int] | None:
    case = _CASES.get(case_of_a_name(word, language))
    return None if case is None else (case, 0)


def _as_owner(pseudonym: str, like: str, names: Collection[str]) -> str:
    """Carry the genitive over that English or Norwegian writes after a name, where the last word is one."""
    last = like.rsplit(maxsplit=1)[-1]
    return shaped(pseudonym + _genitive(last, names, hisses=pseudonym.casefold().endswith(("s", "x", "z"))), last)


def _genitive(word: str, names: Collection[str], *, hisses: bool) -> str:
    """Return what is put to a name that ends in a hissing sound, or in another, to own what this word owns."""
    if word.casefold().endswith(("'s", "’s")):
        return word[-2] + "s"
    if word.endswith(("'", "’")):
        return word[-1] if hisses else "s"
    matches = NameMatcher([NamedPerson("p", tuple(names))]).find(word)
    if {match.how for match in matches} == {"possessive"}:
        return "'" if hisses else "s"
    return ""


def _is_spelling(written: str, pseudonym: str) -> bool:
    if is_cyrillic(written) != is_cyrillic(pseudonym):
        return False
    matches = NameMatcher([NamedPerson("p", (pseudonym,))]).find(written)
    whole = [match for match in matches if (match.start, match.end) == (0, len(written))]
    return any(match.how in ("as-recorded", "transliteration", "case-form", "possessive") for match in whole)
