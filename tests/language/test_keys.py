"""One key for every spelling of a name."""

import pytest

from archive.language.keys import plain, skeleton_keys
from archive.language.transliteration import schemes, transliterate


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


@pytest.mark.parametrize("scheme", schemes("ru"))
@pytest.mark.parametrize("name", ["Щегольков", "Жужелев", "Евгений", "Юлия", "Хвощёв", "Цыганков", "Игорь", "Эдуард"])
def test_every_russian_scheme_gives_a_key_of_the_cyrillic_name(scheme: str, name: str) -> None:
    assert keys(transliterate(name, scheme)) & keys(name)


@pytest.mark.parametrize("scheme", schemes("uk"))
@pytest.mark.parametrize("name", ["Щоголів", "Їжакевич", "Євгенія", "Юрій", "Хмельовський", "Згурський", "Ґалаґан"])
def test_every_ukrainian_scheme_gives_a_key_of_the_cyrillic_name(scheme: str, name: str) -> None:
    assert keys(transliterate(name, scheme, language="uk")) & keys(name)
