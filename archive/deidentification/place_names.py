"""Place names brought to one spelling, and the stems an inflected one may come from."""

from __future__ import annotations

import re
import unicodedata
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DROPPED = str.maketrans(dict.fromkeys("'’ʼʹ`´ʺ\u00ad\u200b\u200c\u200d\u2060\ufeff", ""))
_ENDINGS = (
    "ого", "его", "ому", "ему", "ими", "ыми", "ами", "ями", "ою", "ею", "ої", "ьої", "ым", "им", "ой", "ей", "ом",
    "ем", "ах", "ях", "ов", "ев", "ів", "їв", "ам", "ям", "єю", "ій", "ую", "юю", "ых", "их", "ім", "ью", "єм", "еві",
    "ові", "а", "я", "у", "ю", "е", "є", "и", "ы", "і", "ї",
)  # fmt: skip
_NOMINATIVES = (
    "", "а", "я", "о", "е", "є", "ь", "ы", "и", "і", "ий", "ый", "ой", "ій", "ая", "яя", "ое", "ее", "а", "й",
)  # fmt: skip
_FLEETING = (
    ("ц", "ец"), ("к", "ок"), ("л", "ел"), ("к", "ек"), ("ньц", "нец"), ("льц", "лец"), ("н", "ень"), ("ц", "ка"),
    ("з", "га"), ("с", "ха"), ("єв", "ів"), ("ов", "ів"), ("ев", "ів"),
)  # fmt: skip
_LONGEST = 4
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def fold_place(name: str) -> str:
    """Return the spelling under which a place name is looked up, the same for its habits of writing."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_DROPPED).replace("ё", "е"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.split(r"[\s\-–—_]+", plain.replace("ø", "o").replace("æ", "ae").strip(" .,")))


def spellings_behind(name: str) -> Iterator[str]:
    """Yield folded spellings a name in a text may be a form of, as it stands first."""
    folded = fold_place(name)
    yield folded
    words = folded.split()
    if not words or len(words) > _LONGEST:
        return
    if _CYRILLIC.search(folded):
        yield from (" ".join(choice) for choice in product(*(_nominatives(word) for word in words)))
    elif folded.endswith("s"):
        yield folded[:-1]


def _nominatives(word: str) -> tuple[str, ...]:
    """Return what an inflected Cyrillic word may be in the nominative; longer endings are tried first."""
    stems: list[str] = []
    for ending in _ENDINGS:
        folded = fold_place(ending)
        if word.endswith(folded) and len(word) - len(folded) > 1:
            stems.append(word[: -len(folded)])
    forms = [word]
    for stem in dict.fromkeys(stems):
        forms.extend(stem + fold_place(ending) for ending in _NOMINATIVES)
        forms.extend(
            stem.removesuffix(fold_place(end)) + fold_place(full)
            for end, full in _FLEETING
            if stem.endswith(fold_place(end))
        )
    return tuple(dict.fromkeys(forms))
