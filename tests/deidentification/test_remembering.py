"""No word of a text stays in memory once it is to be forgotten, whichever function was asked about it."""

import gc
from typing import Any

from archive.catalogue.words import stem
from archive.deidentification.leaks import find_leaks
from archive.deidentification.proposals import propose
from archive.detection.identifiers import find_identifiers
from archive.language.inflection import decline
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.remembering import forget_words, remembered

PACKAGES = ("archive.language", "archive.detection", "archive.deidentification", "archive.catalogue.words")
FEW = 32  # a function that keeps so little keeps tables by their language, and no words
TEXTS = {
    "en": "Asgeir Torvund, aged 34, drove a red Volvo from Kvernmo to Hof on 14 May 2022 for 500 dollars.",
    "nb": "Asgeir Torvund, 34 år gammel, kjørte til Kvernmo den 14. mai 2022 for 500 kroner.",
    "ru": "Щегольков Борис, 34 года, сержант 123-го полка, уехал из Тамбова 14 мая 2022 года за 500 рублей.",
    "uk": "Щегольков Борис, 34 роки, сержант 123-го полку, поїхав з Тамбова 14 травня 2022 року за 500 гривень.",
}


def memories() -> dict[str, Any]:
    """Return every function of words that remembers what it was asked, but for tables."""
    return {
        f"{one.__module__}.{one.__name__}": one
        for one in gc.get_objects()
        if type(one).__name__ == "_lru_cache_wrapper"
        and one.__module__.startswith(PACKAGES)
        and (one.cache_info().maxsize or 0) > FEW
    }


class TestForgetting:
    def test_leaves_nothing_of_any_word(self) -> None:
        matcher = NameMatcher([NamedPerson("one", ("Asgeir Torvund", "Борис Щегольков"))])
        for language, text in TEXTS.items():
            for finding in find_identifiers(text, language=language, known_names=matcher):
                propose(finding, text=text, language=language)
            find_leaks(text, matcher=matcher, allowed=("Halfdan",))
        decline("Щегольков", "dative")
        stem("torvund", "en")
        asked = {name for name, one in memories().items() if one.cache_info().currsize}

        forget_words()

        assert len(asked) > 25
        assert {name for name, one in memories().items() if one.cache_info().currsize} == set()

    def test_reaches_what_will_remember_tomorrow(self) -> None:
        @remembered(maxsize=100)
        def lengthened(word: str) -> list[str]:
            return [word]

        before = lengthened("Torvund")
        assert lengthened("Torvund") is before

        forget_words()

        assert lengthened("Torvund") is not before
