"""Which words a dictionary of the language proves ordinary."""

from archive.detection.lexicon import PLACE, Flag, flags_of
from archive.detection.morphology import Kind, kinds_of
from archive.language.remembering import remembered

_HEAD, _TAIL = 3, 5
_WORD_FLAG = {"en": Flag.WORD_EN, "nb": Flag.WORD_NB | Flag.WORD_NN, "nn": Flag.WORD_NN | Flag.WORD_NB}


def is_ordinary(form: str, language: str) -> bool:
    """Tell whether a dictionary of the language proves a lower-case form an ordinary word."""
    if language in {"ru", "uk"}:
        listed = flags_of(form)
        if language == "uk" and listed & PLACE and not listed & (Flag.FREQUENT | Flag.COMMON):
            return False  # the Ukrainian dictionary does not tell places from other nouns
        return bool(kinds_of(form, language) & Kind.ORDINARY)
    flag = _WORD_FLAG[language]
    bare = form.removesuffix("'s") if language == "en" else form
    if flags_of(form) & flag or flags_of(bare) & flag:
        return True
    return language != "en" and not flags_of(form) and _is_compound(form)


@remembered(maxsize=50_000)
def _is_compound(form: str) -> bool:
    """Tell the Norwegian word made of two ("vårinnkallelsen"), which no dictionary lists."""
    word = Flag.WORD_NB | Flag.WORD_NN
    return any(
        flags_of(form[place:]) & word and (flags_of(form[:place]) & word or flags_of(form[:place].removesuffix("s")) & word)
        for place in range(_HEAD, len(form) - _TAIL + 1)
    )  # fmt: skip
