"""Write a name that was recorded in Latin letters back in Cyrillic: what some romanisation turns into that name."""

from functools import cache

from archive.language.transliteration import SOURCES, Source, romanised_letters, schemes, transliterate

_RARE = "эыїґёйщц"


def written_in_cyrillic(word: str) -> tuple[str, ...]:
    """Return the likeliest Russian and Ukrainian spelling that a romanisation writes exactly like this word, if any.

    Likeliest is what has the fewest letters (ж, not зх), what most romanisations write so, what has no rare letters.
    """
    small = word.casefold()
    if not small.isalpha():
        return ()
    likeliest = (_likeliest(small, language) for language in SOURCES)
    return tuple(dict.fromkeys(found.capitalize() for found in likeliest if found))


def _likeliest(word: str, language: Source) -> str:
    candidates = {_undo(word, language, scheme) for scheme in schemes(language)} - {""}
    agreeing = {one: sum(transliterate(one, scheme, language=language) == word for scheme in schemes(language))
                for one in candidates}  # fmt: skip
    found = max(
        candidates,
        key=lambda one: (agreeing[one] > 0, -len(one), agreeing[one], -sum(map(one.count, _RARE)), one),
        default="",
    )
    return found if agreeing.get(found) else ""


def _undo(word: str, language: Source, scheme: str) -> str:
    """Read a word letter by letter, the longest romanised group first; empty if some letter is of no group."""
    letters = _letters_of(language, scheme)
    longest = max(map(len, letters))
    out, place = [], 0
    while place < len(word):
        for length in range(longest, 0, -1):
            group = word[place : place + length]
            if group in letters:
                out.append(letters[group])
                place += length
                break
        else:
            return ""
    return "".join(out)


@cache
def _letters_of(language: Source, scheme: str) -> dict[str, str]:
    return {latin: cyrillic for cyrillic, latin in romanised_letters(scheme, language=language)}
