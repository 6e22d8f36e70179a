"""One key for every spelling of a name."""

from collections.abc import Iterable, Iterator

import pytest

from archive.language.keys import plain, skeleton_keys
from archive.language.transliteration import Source, schemes, transliterate


def keys(word: str) -> set[str]:
    return set(skeleton_keys(plain(word)))


SAME = (
    ("Щегольков", "Shchegolkov"), ("Щегольков", "Sjtsjegolkov"), ("Щегольков", "Schtschegolkow"),
    ("Щегольков", "Chtchegolkov"), ("Щегольков", "Ščegol'kov"), ("Жужелев", "Zhuzhelev"),
    ("Жужелев", "Zjuzjelev"), ("Жужелев", "Schuschelew"), ("Жужелев", "Joujelev"), ("Хвощёв", "Khvoshchyov"),
    ("Хвощёв", "Chwoschtschow"), ("Хвощёв", "Hvoščëv"), ("Юлия", "Julija"), ("Юлия", "Yuliya"),
    ("Юлия", "Iouliia"), ("Юлия", "Ûliâ"), ("Евгений", "Jevgenij"), ("Евгений", "Yevgeny"),
    ("Евгений", "Evguéni"), ("Сергей", "Sergueï"), ("Александр", "Alexander"), ("Александр", "Aleksandr"),
    ("Пётр", "Pyotr"), ("Пётр", "Petr"), ("Цветаев", "Zwetajew"), ("Цветаев", "Tsvetayev"), ("Чуев", "Tsjujev"),
    ("Чуев", "Čuev"), ("Мар'яна", "Mariana"), ("Їжакевич", "Yizhakevych"), ("Згурський", "Zghurskyi"),
    ("Бьорн", "Bjørn"), ("Йосип", "Yosyp"), ("Пушкарёв", "Pouchkariov"), ("Лукин", "Loukine"),
    ("Кузин", "Koezin"), ("Ксения", "Xenia"), ("Rijikov", "Рыжиков"), ("Вікторія", "Viktoriia"),
    ("Иосиф", "Iosif"), ("Иосиф", "Iossiff"), ("I͡uriĭ", "Юрий"),
    ("Kysil'ov", "Kysiljov"), ("Білоусов", "Bilooesov"), ("Ахметшин", "Achmetszyn"), ("Д'ячков", "Djatsjkov"),
    ("Артём", "Artjom"), ("Джулія", "Djouliia"), ("Дюба", "Djoeba"), ("Габриэль", "Gabriehl'"),
    ("Хямяляйнен", "Chjamjaljajnen"), ("Арзамасцев", "Arsamaszew"), ("Кінчевський", "Cinchevs'cyi"),
    ("Стефан", "Stephan"), ("Пхакадзе", "Phakadze"), ("Тимур", "Thimur"), ("Ратгаус", "Rathaus"), ("Бадгов", "Badhov"),
    ("Мадур", "Madhur"), ("Кин", "Quin"), ("Куин", "Quin"), ("Кадыр", "Qadyr"), ("Гадыров", "Qadyrov"),
    ("Булат", "Boolat"), ("Кос", "Koos"), ("Лина", "Leena"), ("Андре", "Andree"), ("Гия", "Ghia"), ("Ник", "Nick"),
    ("Троцкий", "Trockij"), ("Кристов", "Christov"), ("Катав", "Khatav"), ("Джемал", "Djemal"),
    ("Дядин", "Djadin"), ("Джемал", "Dzjemal"), ("Дзюба", "Dzjuba"), ("Лешков", "Leschkow"), ("Скай", "Skjaj"),
)  # fmt: skip
DIFFERENT = (
    ("Глеб", "Хлоя"), ("Марина", "Мария"), ("Антон", "Антонина"), ("Олег", "Ольга"), ("Роман", "Рамон"),
    ("Иван", "Вано"), ("Egor", "Igor"), ("Pavel", "Polina"), ("Denis", "Diana"), ("Timur", "Tamara"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "two"), SAME)
def test_two_spellings_of_one_name_share_a_key(one: str, two: str) -> None:
    assert keys(one) & keys(two)


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_two_names_share_none(one: str, two: str) -> None:
    assert not keys(one) & keys(two)


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
