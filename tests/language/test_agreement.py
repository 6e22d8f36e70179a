"""A pseudonym stands as the name it replaces stood, in its one spelling."""

import pytest

from archive.language.agreement import agree, is_form_of, spelling_of

AGREED = (
    ("Глеб", "Сергею", ("Сергей Цимбал",), "ru", "Глебу"),
    ("Глеб", "Сергею Цимбалу", ("Сергей Цимбал",), "ru", "Глебу"),
    ("Глеб", "Цимбалом", ("Сергей Цимбал",), "ru", "Глебом"),
    ("Глеб", "Серёже", ("Сергей Цимбал",), "ru", "Глебу"),
    ("Глеб", "Сергею", ("Sergej Tsymbal",), "ru", "Глебу"),
    ("Глеб", "Журавскому", ("Sergej Zhuravskij",), "ru", "Глебу"),
    ("Глеб", "Сергей", ("Сергей Цимбал",), "ru", "Глеб"),
    ("Глеб Орлов", "Сергея Цимбала", ("Сергей Цимбал",), "ru", "Глеба Орлова"),
    ("Андрій", "Сергієві", ("Сергій Цимбал",), "uk", "Андрієві"),
    ("Марта", "Женей", ("Евгения Журавская",), "ru", "Мартой"),
    ("Марта", "Журавской", ("Евгения Журавская",), "ru", "Марты"),
    ("Глеб", "СЕРГЕЮ", ("Сергей Цимбал",), "ru", "ГЛЕБУ"),
    ("Anton", "Mikhails", ("Михаил Цимбал",), "nb", "Antons"),
    ("Anton", "Mikhail’s", ("Михаил Цимбал",), "en", "Anton’s"),
    ("Anton", "Boris", ("Борис Цимбал",), "en", "Anton"),
    ("Boris", "Mikhails", ("Михаил Цимбал",), "nb", "Boris'"),
    ("Anton", "Mikhail Tsymbal's", ("Михаил Цимбал",), "en", "Anton's"),
    ("Anton", "Сергею", ("Сергей Цимбал",), "ru", "Anton"),
    ("Глеб", "Варвары", (), "ru", "Глеба"),
    ("Глеб", "Варваре", (), "ru", "Глебу"),
    ("Глеб", "Варвару", (), "ru", "Глеба"),
    ("Глеб", "Варварой", (), "ru", "Глебом"),
    ("Глеб", "", (), "ru", "Глеб"),
    ("Глеб", "ОБ-1 СЕРГЕЮ", ("Сергей Цимбал",), "ru", "ГЛЕБУ"),
    ("Лев", "Иваном", ("Иван",), "ru", "Львом"),
    ("Пётр", "Игоря", ("Игорь",), "ru", "Петра"),
    ("Анна", "Марией", ("Мария",), "ru", "Анной"),
    ("Любовь", "Анной", ("Анна",), "ru", "Любовью"),
    ("Никита", "Сашке", ("Александр",), "ru", "Никите"),
    ("Роман", "ПАВЛА", ("Павел",), "ru", "РОМАНА"),
    ("Ольга", "Олені", ("Олена",), "uk", "Ользі"),
    ("Микола", "Петрові", ("Петро",), "uk", "Миколі"),
    ("Ілля", "Андрію", ("Андрій",), "uk", "Іллі"),
    ("Дмитро", "Олегом", ("Олег",), "uk", "Дмитром"),
    ("Anton", "MIKHAIL", ("Mikhail",), "en", "ANTON"),
    ("Anton", "Boris'", ("Boris",), "nb", "Antons"),
    ("Глеб", "Владимире", (), "ru", "Глебе"),
    ("Глеб", "Варвара Петрову", (), "ru", "Глеб"),
    ("Глеб", "Вань Петрову", (), "ru", "Глеб"),
    ("Глеб", "Mikhails", ("Михаил Цимбал",), "nb", "Глеб"),
    ("Anton", "", (), "en", "Anton"),
    ("Глеб", "С.", ("Сергей Цимбал",), "ru", "Глеб"),
    ("Anton", "Mikhail Tsymbal", ("Михаил Цимбал",), "en", "Anton"),
    ("Anton", "MIKHAIL'S", ("Михаил Цимбал",), "en", "ANTON'S"),
    ("Boris", "James'", ("James",), "en", "Boris'"),
    ("Felix", "James’", ("James",), "en", "Felix’"),
    ("Moritz", "Mikhails", ("Михаил Цимбал",), "nb", "Moritz'"),
)  # fmt: skip


@pytest.mark.parametrize(("pseudonym", "like", "names", "language", "expected"), AGREED)
def test_a_pseudonym_agrees(pseudonym: str, like: str, names: tuple[str, ...], language: str, expected: str) -> None:
    assert agree(pseudonym, like=like, names=names, language=language) == expected


class TestASpelling:
    @pytest.mark.parametrize("written", ["Aleksander", "Aleksandr", "Alexanders", "Alexander"])
    def test_of_a_pseudonym_is_told(self, written: str) -> None:
        assert spelling_of(written, ("Alexander", "Gleb")) == "Alexander"

    @pytest.mark.parametrize("written", ["Артём", "Артем", "Артёму"])
    def test_of_a_cyrillic_one_is_told(self, written: str) -> None:
        assert spelling_of(written, ("Артём", "Глеб")) == "Артём"

    @pytest.mark.parametrize("written", ["Sasha", "Anton", "Александр", "Aleksander Zhmurov"])
    def test_is_no_short_form_no_other_script_and_no_longer_name(self, written: str) -> None:
        assert spelling_of(written, ("Alexander",)) is None

    def test_of_two_is_of_none(self) -> None:
        assert spelling_of("Aleksander", ("Alexander", "Aleksandr")) is None


class TestAForm:
    @pytest.mark.parametrize(
        ("written", "pseudonym"),
        [
            ("Глебу", "Глеб"),
            ("Глеба Орлова", "Глеб Орлов"),
            ("Alexanders", "Alexander"),
            ("Boris'", "Boris"),
            ("Boris’", "Boris"),
            ("Boris", "Boris"),
            ("Anton's", "Anton"),
            ("Anton’s", "Anton"),
            ("ANTON", "Anton"),
            ("Лавром", "Лавр"),
            ("Андрієві", "Андрій"),
            ("Глебе", "Глеб"),
            ("Ольге", "Ольга"),
            ("Ользі", "Ольга"),
        ],
    )
    def test_is_a_case_or_a_possessive(self, written: str, pseudonym: str) -> None:
        assert is_form_of(written, pseudonym)

    @pytest.mark.parametrize(
        ("written", "pseudonym"), [("Aleksander", "Alexander"), ("Глебов", "Глеб"), ("Гриша", "Григорий"), ("Глеб", "")]
    )
    def test_is_no_other_spelling_and_no_other_name(self, written: str, pseudonym: str) -> None:
        assert not is_form_of(written, pseudonym)
