"""Every letter of Russian and Ukrainian names, by every romanisation, has a key of the Cyrillic name."""

from collections.abc import Iterable, Iterator

import pytest

from archive.language.keys import plain, skeleton_keys
from archive.language.transliteration import Source, schemes, transliterate

ALPHABETS = {"ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"}
VOWELS = "аеёиоуыэюяіїє"
CLUSTERS = ("Жумахметжанов", "Басжаров", "Машхоев", "Лаштюк", "Борщков", "Мазжук", "Дратч", "Учсон")


def words_with(letter: str) -> Iterator[str]:
    """Yield words that have a letter at the beginning, in the middle, doubled, beside others and at the end."""
    if letter in "ьъ":
        yield from (f"Гал{letter}{vowel}н" for vowel in "яею")
        yield from ("Гомаль", "Гальков") if letter == "ь" else ()
    elif letter in VOWELS:
        yield from (f"{letter}лорав".title(), f"Кора{letter}в", f"Гал{letter}н", f"Доба{letter}", f"Доб{letter}")
    elif letter == "й":
        yield from ("Йорав", "Гай", "Кайра")
    else:
        yield from (f"{letter}анов".title(), f"Кора{letter}а", f"Гал{letter}о", f"Доба{letter}", f"Та{letter}тов")
        yield from (f"Ма{letter}{letter}и", f"Бе{letter}и", f"Бо{letter}енко", f"Бо{letter}юн", f"Бо{letter}ёв")


def keys(word: str) -> set[str]:
    return set(skeleton_keys(plain(word)))


def lost(scheme: str, language: Source, words: Iterable[str]) -> list[str]:
    """Return the words whose romanisation shares no key with them."""
    return [word for word in words if not keys(transliterate(word, scheme, language=language)) & keys(word)]


@pytest.mark.parametrize("scheme", schemes("ru"))
def test_every_russian_scheme_gives_a_key_of_the_cyrillic_name(scheme: str) -> None:
    names = ["Щегольков", "Жужелев", "Евгений", "Юлия", "Хвощёв", "Цыганков", "Игорь", "Эдуард", "Подъячев", *CLUSTERS]

    assert lost(scheme, "ru", [*names, *(word for letter in ALPHABETS["ru"] for word in words_with(letter))]) == []


@pytest.mark.parametrize("scheme", schemes("uk"))
def test_every_ukrainian_scheme_gives_a_key_of_the_cyrillic_name(scheme: str) -> None:
    names = ["Щоголів", "Їжакевич", "Євгенія", "Юрій", "Хмельовський", "Згурський", "Ґалаґан", *CLUSTERS]
    words = [word for letter in ALPHABETS["uk"] for word in words_with(letter)]

    assert lost(scheme, "uk", names + [word for word in words if "ё" not in word]) == []
