"""A pseudonym takes the case of the name it replaces."""

import pytest

from archive.language.inflection import decline, gender_of, inflect

REPLACED = (
    ("Глеб", "Сергею", "Сергей", "Глебу"), ("Глеб", "Сергея", "Сергей", "Глеба"),
    ("Глеб", "Сергеем", "Сергей", "Глебом"), ("Глеб", "Сергее", "Сергей", "Глебе"),
    ("Глеб", "Сергей", "Сергей", "Глеб"), ("Лев", "Иваном", "Иван", "Львом"), ("Пётр", "Игоря", "Игорь", "Петра"),
    ("Анна", "Марией", "Мария", "Анной"), ("Любовь", "Анной", "Анна", "Любовью"),
    ("Марта", "Женей", "Евгения", "Мартой"), ("Никита", "Сашке", "Александр", "Никите"),
    ("Роман", "ПАВЛА", "Павел", "РОМАНА"), ("Глеб", "Сергею", "Sergej", "Глебу"),
    ("Андрій", "Сергієві", "Сергій", "Андрієві"), ("Ольга", "Олені", "Олена", "Ользі"),
    ("Микола", "Петрові", "Петро", "Миколі"), ("Ілля", "Андрію", "Андрій", "Іллі"),
    ("Дмитро", "Олегом", "Олег", "Дмитром"), ("Anton", "Mikhails", "Mikhail", "Antons"),
    ("Boris", "Mikhails", "Mikhail", "Boris'"), ("Anton", "Mikhail’s", "Mikhail", "Anton’s"),
    ("Anton", "MIKHAIL", "Mikhail", "ANTON"), ("Anton", "Boris", "Boris", "Anton"),
    ("Anton", "Boris'", "Boris", "Antons"), ("Anton", "Сергею", "Сергей", "Anton"),
)  # fmt: skip


@pytest.mark.parametrize(("replacement", "like", "name", "expected"), REPLACED)
def test_follows_the_name(replacement: str, like: str, name: str, expected: str) -> None:
    assert inflect(replacement, like=like, name=name) == expected


@pytest.mark.parametrize(
    ("name", "language", "genitive", "dative", "instrumental"),
    [
        ("Андрей", "ru", "Андрея", "Андрею", "Андреем"),
        ("Юрий", "ru", "Юрия", "Юрию", "Юрием"),
        ("Ольга", "ru", "Ольги", "Ольге", "Ольгой"),
        ("Илья", "ru", "Ильи", "Илье", "Ильей"),
        ("Софья", "ru", "Софьи", "Софье", "Софьей"),
        ("Павел", "ru", "Павла", "Павлу", "Павлом"),
        ("Щегольков", "ru", "Щеголькова", "Щеголькову", "Щегольковым"),
        ("Журавский", "ru", "Журавского", "Журавскому", "Журавским"),
        ("Полевой", "ru", "Полевого", "Полевому", "Полевым"),
        ("Крутой", "ru", "Крутого", "Крутому", "Крутым"),
        ("Береговой", "ru", "Берегового", "Береговому", "Береговым"),
        ("Полевая", "ru", "Полевой", "Полевой", "Полевой"),
        ("Чёрный", "ru", "Чёрного", "Чёрному", "Чёрным"),
        ("Широкий", "ru", "Широкого", "Широкому", "Широким"),
        ("Дмитрий", "ru", "Дмитрия", "Дмитрию", "Дмитрием"),
        ("Цой", "ru", "Цоя", "Цою", "Цоем"),
        ("Польовий", "uk", "Польового", "Польовому", "Польовим"),
        ("Игорь", "ru", "Игоря", "Игорю", "Игорем"),
        ("Ігор", "uk", "Ігоря", "Ігорю", "Ігорем"),
        ("Марія", "uk", "Марії", "Марії", "Марією"),
        ("Петро", "uk", "Петра", "Петру", "Петром"),
    ],
)
def test_declines_names(name: str, language: str, genitive: str, dative: str, instrumental: str) -> None:
    cases = ("genitive", "dative", "instrumental")

    assert [decline(name, case, language=language)[0] for case in cases] == [genitive, dative, instrumental]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "gender"), [("Никита", "m"), ("Саша", "m"), ("Марина", "f"), ("Глеб", "m"), ("Eugenia", "f")]
)
def test_knows_the_gender(name: str, gender: str) -> None:
    assert gender_of(name) == gender
