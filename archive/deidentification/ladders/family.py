"""Family: who there is without names, ages or sexes; then no more than that there is a family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.deidentification.counting import number_of, some
from archive.deidentification.inflecting import INFLECTED_LANGUAGES, Case, decline, is_feminine
from archive.deidentification.nouns import noun_rungs, stand_as_noun, vocabulary
from archive.deidentification.numerals import find_quantities
from archive.deidentification.rungs import Rung, rung, worth_offering

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention

_NAMES: dict[str, dict[str, str]] = {
    "partner": {"en": "partner", "nb": "en partner, partneren", "ru": "супруг", "uk": "партнер"},
    "child": {"en": "child", "nb": "et barn, barnet, barn", "ru": "ребёнок", "uk": "дитина"},
    "parent": {"en": "parent", "nb": "en forelder, forelderen, foreldre", "ru": "родитель", "uk": "хтось| з батьків"},
    "sibling": {
        "en": "sibling",
        "nb": "et søsken, søskenet, søsken",
        "ru": "близкий родственник",
        "uk": "близький родич",
    },
    "other": {"en": "relative", "nb": "en slektning, slektningen", "ru": "родственник", "uk": "родич"},
}
_FAMILY = {"en": "family", "nb": "en familie, familien", "ru": "семья", "uk": "родина"}
_ONE_OF_IT = {
    "en": "family member",
    "nb": "et familiemedlem, familiemedlemmet",
    "ru": "член| семьи",
    "uk": "член| родини",
}
_SEVERAL = {"en": "several children", "nb": "flere barn"}
_AND = {"en": "and", "nb": "og", "ru": "и", "uk": "і"}
_FEMININE = {
    "супруг": "супруга",
    "партнер": "партнерка",
    "близкий родственник": "близкая родственница",
    "близький родич": "близька родичка",
    "родственник": "родственница",
    "родич": "родичка",
    "член| семьи": "родственница",
    "член| родини": "родичка",
}
_PAIRS, _FEW = 2, 2
_BOTH = frozenset(["twins", "twin", "двойня", "двойню", "двойней", "близнецы", "двійня", "близнюки", "tvillinger"])


def generalise_family(mention: Mention) -> tuple[Rung, ...]:
    """Return who belongs to a family, the children counted up to two; then "family"."""
    kinds = _kinds(mention)
    if not kinds:
        return ()
    if len(kinds) == 1 and kinds[0] != "child" and len(mention.tokens) <= _PAIRS:
        levels = {"L1": _of_the_sex(_NAMES[kinds[0]], mention), "L2": _of_the_sex(_ONE_OF_IT, mention)}
        return worth_offering(mention, noun_rungs(mention, levels, plural=False))
    family, start = stand_as_noun(mention, _FAMILY[mention.language], article_if_bare=True, plural=False)
    members, begin = _members(mention, kinds)
    found = (rung(mention, "L1", members, begin, mention.end), rung(mention, "L2", family, start, mention.end))
    return worth_offering(mention, found)


def _kinds(mention: Mention) -> list[str]:
    """Return the kinds of kin in the order they are named, each once."""
    words = mention.words.casefold().replace("’", "'")
    places = []
    for entry in vocabulary("family"):
        place = entry.place_in(words, mention.language)
        if place is not None:
            places.append((place, entry.key))
    return [kind for _, kind in sorted(places)]


def _members(mention: Mention, kinds: list[str]) -> tuple[str, int]:
    language = mention.language
    case = mention.setting.case if language in INFLECTED_LANGUAGES else Case.NOMINATIVE
    members = []
    start = mention.start
    for kind in dict.fromkeys(kinds):
        count = _children(mention) if kind == "child" else 1
        if language in INFLECTED_LANGUAGES:
            members.append(_counted(kind, count, case, mention))
            continue
        article = not members or mention.language == "nb"
        words, begin = _western(mention, kind, count, with_article=article or mention.language == "en")
        start = begin if not members else start
        members.append(words)
    return f" {_AND[language]} ".join(members), start


def _western(mention: Mention, kind: str, count: int, *, with_article: bool) -> tuple[str, int]:
    if kind != "child":
        return stand_as_noun(mention, _NAMES[kind][mention.language], article_if_bare=with_article, plural=False)
    if count > _FEW:
        return _SEVERAL[mention.language], mention.start
    one, two = ("one child", "two children") if mention.language == "en" else ("ett barn", "to barn")
    return (one if count == 1 else two), mention.start


def _of_the_sex(wordings: dict[str, str], mention: Mention) -> dict[str, str]:
    """Give a kin word the gender the words around it agree with ("моя", "сказала")."""
    language = mention.language
    if language not in INFLECTED_LANGUAGES or not any(
        is_feminine(each.folded, language) for each in mention.tokens[:1]
    ):
        return wordings
    return {language: _FEMININE.get(wordings[language], wordings[language])}


def _counted(kind: str, count: int, case: Case, mention: Mention) -> str:
    language = mention.language
    if kind != "child":
        return decline(_of_the_sex(_NAMES[kind], mention)[language], case, language)
    if count == 1:
        return decline(_NAMES["child"][language], case, language)
    if count == _FEW and case in (Case.NOMINATIVE, Case.ACCUSATIVE):
        return "двое детей" if language == "ru" else "двоє дітей"
    noun = "ребёнок" if language == "ru" else "дитина"
    return number_of(count, noun, case, language) if count == _FEW else some(noun, case, language)


def _children(mention: Mention) -> int:
    """Count the children told: a number before them, or as many as are named."""
    words = mention.words.casefold()
    tokens = [token.folded for token in mention.tokens]
    pattern = next(entry for entry in vocabulary("family") if entry.key == "child").patterns[mention.language]
    named = [match.start() for match in pattern.finditer(words)]
    told = 0
    for quantity in find_quantities(mention.words, mention.language):
        follows = [place for place in named if 0 <= place - quantity.end <= 12]  # noqa: PLR2004 - "two small boys"
        if follows and not _is_age(words, quantity.end):
            told += quantity.value - 1
    return max(len(named) + told, 2 if _BOTH & set(tokens) else 1)


def _is_age(words: str, end: int) -> bool:
    return words[end:].lstrip(" -").startswith(("year", "år", "лет", "год", "рок", "рік", "річ", "мес", "міс"))
