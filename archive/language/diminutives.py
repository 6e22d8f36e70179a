"""Short and pet forms of given names."""

from functools import lru_cache

from archive.language.given_names import GivenName, names_spelled
from archive.language.letters import is_cyrillic

_VOWELS = "аеёиоуыэюяіїє"
_HARD = (
    "а ка енька ечка очка ок ик уля уня уша ушка ура уха ута усик усь уся он ан ко осик улька ишка ышка унчик "
    "онька ища як о ич ыч ос ец ей уська утка уленька ульчик анька анчик унечка усечка ичка ася аха ака ара "
    "уся"
).split()
_SOFT = (
    "я ька енька ечка ёк ик юля юня юша юшка юра юха юта юсик юсь юся ян ён ко юнчик ище яша як яй ич юленька "
    "юлечка юська ютка ьчик яня ёна юнька юнечка ьо ьцьо ьця яха ика ча яка яра юка"
).split()
_COMMON = frozenset(("а я ка ька енька ечка очка ок ёк ик уля юля уша юша юха уха уня юня").split())


@lru_cache(maxsize=4096)
def short_forms(name: GivenName) -> tuple[tuple[str, bool], ...]:
    """Return the short forms of a name, each with whether it is an everyday one."""
    found: dict[str, bool] = {word.casefold(): True for word in name.short}
    for stem, soft in _stems(name):
        for suffix in _SOFT if soft else _HARD:
            found.setdefault(stem + suffix, suffix in _COMMON)
    full = {word.casefold() for word in (*name.spellings, *name.western)}
    return tuple((word, common) for word, common in found.items() if word not in full)


def _stems(name: GivenName) -> list[tuple[str, bool]]:
    """Return the stems on which pet forms are built: those of the everyday forms that are stem and а or я."""
    stems: dict[tuple[str, bool], None] = {}
    for word in map(str.casefold, filter(is_cyrillic, name.short)):
        for stem in _stems_of_short(word):
            stems[stem] = None
    for word in map(str.casefold, filter(is_cyrillic, name.spellings)):
        bare = word.rstrip("аеёиоуыэюяіїєйь")
        if len(bare) >= 3:
            stems[bare, word[-1] in "яйь"] = None
            stems[bare, word[-1] not in "яйь"] = None
    return list(stems)


def _stems_of_short(word: str) -> list[tuple[str, bool]]:
    if 3 <= len(word) <= 6 and word[-1] in "ая" and word[-2] not in _VOWELS + "кйь":
        husher = word[-2] in "шжчщ"
        return [(word[:-1], word[-1] == "я" or husher), *([(word[:-1], False)] if husher else [])]
    if 3 <= len(word) <= 5 and word[-1] not in _VOWELS + "йь":
        return [(word, False)]
    return []


def diminutives_of(name: str) -> tuple[str, ...]:
    """Return the short and pet forms of a given name, everyday ones first; empty for a name that is not known."""
    found: dict[str, bool] = {}
    for group in names_spelled(name):
        for word, common in short_forms(group):
            found[word] = found.get(word, False) or common
    ordered = sorted(found, key=lambda word: not found[word])
    return tuple(word.capitalize() for word in ordered)
