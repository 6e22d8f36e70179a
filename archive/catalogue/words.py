"""Words of texts and queries: the one function that both the index and every query go through.

Text is folded (case, accents, invisible characters), cut into words, freed of stop words and stemmed by its language.
A query does not say its language, so each of its words is stemmed in every language of its script and any of the
stems may match.
"""

import re
from collections.abc import Callable
from typing import Final

import Stemmer

from archive.catalogue.stop_words import STOP_WORDS
from archive.catalogue.ukrainian import stem_ukrainian
from archive.language.folding import fold
from archive.language.remembering import remembered

LONGEST_QUERY: Final = 200
MOST_TERMS: Final = 12

_WORD: Final = re.compile(r"[^\W_]+")
_QUERY: Final = re.compile(r'"([^"]*)"|([^\s"]+)')
_INNER_APOSTROPHE: Final = re.compile(r"(?<=[а-яїієґ])'(?=[а-яїієґ])")
_CYRILLIC: Final = re.compile(r"[Ѐ-ӿ]")
_LONGEST_WORD: Final = 60
_LATIN: Final = ("en", "nb")
_SLAVIC: Final = ("ru", "uk")
# Small words of Norwegian that are words of substance in English: looked for in English, unlike "and" or "og".
_SUBSTANCE_ELSEWHERE: Final = frozenset({"man", "men"})
# PyStemmer's own cache is slower than a plain one.
_STEMMERS: Final[dict[str, Callable[[str], str]]] = {
    "en": Stemmer.Stemmer("english", 0).stemWord,
    "nb": Stemmer.Stemmer("norwegian", 0).stemWord,
    "nn": Stemmer.Stemmer("norwegian", 0).stemWord,
    "ru": Stemmer.Stemmer("russian", 0).stemWord,
    "uk": stem_ukrainian,
}


def forms_in(text: str) -> list[str]:
    """Return the words of a text, folded, in their order."""
    folded = fold(text)
    return _WORD.findall(_INNER_APOSTROPHE.sub("", folded) if "'" in folded else folded)


@remembered(maxsize=20_000)
def stem(form: str, language: str) -> str:
    """Return the stem of a folded word, or an empty string if it is a stop word and finds nothing."""
    if form in STOP_WORDS[language] or len(form) > _LONGEST_WORD or (len(form) == 1 and not form.isdigit()):
        return ""
    return _STEMMERS[language](form)


def stems_of_form(form: str) -> tuple[str, ...]:
    """Return what a word of a query may be indexed as, in any language of its script."""
    languages = _SLAVIC if _CYRILLIC.search(form) else _LATIN
    stems = [stem(form, language) for language in languages]
    if not all(stems) and form not in _SUBSTANCE_ELSEWHERE:
        return ()  # a small word of one language is not worth finding in another: "of" would empty every answer
    return tuple(dict.fromkeys(filter(None, stems)))


def query_stems(query: str) -> tuple[str, ...]:
    """Return every stem a query looks for: what is marked in the passages it finds."""
    return tuple(dict.fromkeys(found for form in forms_in(query) for found in stems_of_form(form)))


def match_expression(query: str) -> str:
    """Return the query in FTS5's language: all words and phrases must stand; empty if there is nothing to look for.

    Every term is quoted, so that no operator, column name or wildcard of FTS5 can be written by a reader.
    """
    terms = []
    for phrase, word in _QUERY.findall(query[:LONGEST_QUERY]):
        forms = forms_in(phrase or word)
        if phrase:
            terms.append(_phrase(forms))
        else:
            terms.extend(map(_any_stem, forms))
    return " AND ".join(term for term in terms[:MOST_TERMS] if term)


def _any_stem(form: str) -> str:
    stems = stems_of_form(form)
    return "(" + " OR ".join(f'"{found}"' for found in stems) + ")" if stems else ""


def _phrase(forms: list[str]) -> str:
    """Return the phrase as each language would have indexed it: stop words close up, as they did in the index."""
    languages = _SLAVIC if any(map(_CYRILLIC.search, forms)) else _LATIN
    readings = dict.fromkeys(
        " ".join(found for form in forms if (found := stem(form, language))) for language in languages
    )
    return "(" + " OR ".join(f'"{reading}"' for reading in readings if reading) + ")" if any(readings) else ""
