"""Short and pet forms of given names."""

import re

from archive.language.given_names import GivenName
from archive.language.letters import is_cyrillic
from archive.language.remembering import remembered

_VOWELS = "аеёиоуыэюяіїє"
_HARD = (
    "а ка енька ечка очка ок ик уля уня уша ушка ура уха ута усик усь уся он ан ко осик улька ишка ышка унчик "
    "онька ища як о ич ыч ос ец ей уська утка уленька ульчик анька анчик унечка усечка ичка ася аха ака ара "
    "аша оша ошка оха аня аська чик чонок ейка ушечка улечка онок"
).split()
_SOFT = (
    "я ька енька ечка ёк ик юля юня юша юшка юра юха юта юсик юсь юся ян ён ко юнчик ище яша як яй ич юленька "
    "юлечка юська ютка ьчик яня ёна юнька юнечка ьо ьцьо ьця яха ика ча яка яра юка "
    "ёша ёха ёнка ёшка юшечка юлька ясик чик ёнок"
).split()
_BEGINNING = re.compile(rf"([^{_VOWELS}]*[{_VOWELS}][^{_VOWELS}]+)[{_VOWELS}]")
_COMMON = frozenset(("а я ка ька енька ечка очка ок ёк ик уля юля уша юша юха уха уня юня").split())
_OF_MEN = frozenset(("ок", "ёк", "ик"))


@remembered(maxsize=4096)
def short_forms(name: GivenName) -> tuple[tuple[str, bool], ...]:
    """Return the short forms of a name, each with whether it is an everyday one."""
    found: dict[str, bool] = {word.casefold(): True for word in name.short}
    for stem, soft in _stems(name):
        for suffix in _SOFT if soft else _HARD:
            found.setdefault(stem + suffix, suffix in _COMMON and (name.gender == "m" or suffix not in _OF_MEN))
    for stem in _beginnings(name):
        for suffix in (*_SOFT, *_HARD):
            found.setdefault(stem + suffix, False)
    full = {word.casefold() for word in (*name.spellings, *name.western)}
    return tuple((word, common) for word, common in found.items() if word not in full)


def _stems(name: GivenName) -> list[tuple[str, bool]]:
    """Return the stems on which pet forms are built: those of the everyday forms that are stem and а or я."""
    stems: dict[tuple[str, bool], None] = {}
    for word in map(str.casefold, filter(is_cyrillic, name.short)):
        for stem in _stems_of_short(word):
            stems[stem] = None
    for word in map(str.casefold, filter(is_cyrillic, name.spellings)):
        if word.endswith("й"):
            stems[word, False] = None
        stems |= dict.fromkeys(_stems_of_short(word))  # Зоя is no longer than a short form
        bare = word.rstrip("аеёиоуыэюяіїєйь")
        if len(bare) >= 3:
            stems[bare, word[-1] in "яйь"] = None
            stems[bare, word[-1] not in "яйь"] = None
    return list(stems)


def _beginnings(name: GivenName) -> set[str]:
    """Return what a full name begins with, up to its second vowel: Викт-оша, Кост-юша, Люб-аша."""
    heads = (_BEGINNING.match(word.casefold()) for word in name.spellings)
    return {head[1] for head in heads if head and len(head[1]) > 2}


def _stems_of_short(word: str) -> list[tuple[str, bool]]:
    if len(word) in (3, 4) and word[-1] == "я" and word[-2] in _VOWELS:
        return [(word[:-1], True), (word[:-1] + "й", False)]
    if len(word) == 4 and word.endswith("ка"):
        return [(word[:-1], False)]
    if 3 <= len(word) <= 6 and word[-1] in "ая" and word[-2] not in _VOWELS + "кйь":
        husher = word[-2] in "шжчщ"
        return [(word[:-1], word[-1] == "я" or husher), *([(word[:-1], False)] if husher else [])]
    if 3 <= len(word) <= 5 and word[-1] not in _VOWELS + "йь":
        return [(word, False)]
    return []
