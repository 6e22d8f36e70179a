"""Patronymics: told from other words, and built from any father's name, Russian, Ukrainian, and as people talk."""

import pytest

from archive.language.keys import plain, skeleton_keys
from archive.language.patronymics import (
    AS_CHILD_OF,
    colloquial_keys,
    father_keys,
    is_patronymic,
    is_patronymic_form_key,
    is_patronymic_key,
    patronymics_as_called,
    patronymics_of,
)

FATHERS = {
    "Лев": "львович львовна",
    "Павел": "павлович павловна",
    "Пётр": "петрович петровна",
    "Петр": "петрович петревич",
    "Яков": "яковлевич яковлевна яковович яковівна",
    "Михаил": "михайлович михайловна",
    "Юрий": "юрьевич юрьевна юриевич юриевна юрович юревич юревна",
    "Юрій": "юрійович юріївна юрівна",
    "Сергей": "сергеевич сергеевна сергейович сергеївна сергеич",
    "Никита": "никитич никитична никитинична никитович никитовна никитівна",
    "Илья": "ильич ильична ильинична ильйович ильївна",
    "Игорь": "игоревич игоревна игорьович игорівна",
    "Данило": "данилович даниловна данилівна",
    "Иван": "иванович ивановна иванівна",
}


@pytest.mark.parametrize("father", FATHERS)
def test_a_father_gives_these(father: str) -> None:
    assert set(FATHERS[father].split()) <= set(patronymics_of(father))


ENDINGS = "ович евич івич йович ьович овна евна євна івна ївна инична ична ич іч ыч"


@pytest.mark.parametrize("ending", ENDINGS.split())
def test_a_word_that_ends_so_is_one(ending: str) -> None:
    assert is_patronymic("Жмуро" + ending)


def test_one_of_five_letters_is_one() -> None:
    assert is_patronymic("Жгоич")


@pytest.mark.parametrize("word", ["Ович", "Щегольков", "Жмуровец"])
def test_a_word_that_does_not_is_none(word: str) -> None:
    assert not is_patronymic(word)


def keys(word: str) -> set[str]:
    return set(skeleton_keys(plain(word)))


RECORDED = "Андреевич Захарович Жигмунтівич Андреевна Захаровна Захарівна Никитична Zakharovich Zakharovna"


@pytest.mark.parametrize("word", RECORDED.split())
def test_a_recorded_patronymic_is_told_by_its_key(word: str) -> None:
    assert any(map(is_patronymic_key, keys(word)))


CASES = (
    "Андреевича Захаровичу Захаровичем Захаровиче Захаровичи Захаровичові Захаровичеві "
    "Жигмунтівича Захаровна Андреевну Захаровне Захаровны Захаровной Захаровною Никитичну Захарівни"
)


@pytest.mark.parametrize("word", CASES.split())
def test_a_patronymic_in_any_case_is_told_by_its_key(word: str) -> None:
    assert any(map(is_patronymic_form_key, keys(word)))


@pytest.mark.parametrize("word", ["Щегольков", "Ович", "Вна", "Захаровичски"])
def test_another_word_is_not(word: str) -> None:
    assert not any(is_patronymic_key(key) or is_patronymic_form_key(key) for key in keys(word))


@pytest.mark.parametrize(
    ("patronymic", "father"),
    [
        ("Захарович", "Захар"),
        ("Захаровна", "Захар"),
        ("Захарівна", "Захар"),
        ("Захарівич", "Захар"),
        ("Юрьевич", "Юрий"),
        ("Юрьевна", "Юрий"),
        ("Григориевич", "Григорий"),
        ("Игоревич", "Игорь"),
        ("Игоревна", "Игорь"),
        ("Никитич", "Никита"),
        ("Никитична", "Никита"),
        ("Никитинична", "Никита"),
        ("Петрович", "Петро"),
        ("Zakharyevich", "Захарий"),
        ("Захарьевич", "Захария"),
    ],
)
def test_a_patronymic_tells_its_father(patronymic: str, father: str) -> None:
    assert keys(father) & {found for key in keys(patronymic) for found in father_keys(key)}


def test_what_is_no_patronymic_has_no_father_and_no_sister() -> None:
    assert father_keys("Segolkov") == colloquial_keys("Segolkov") == ()


OTHERS = "Захарыч Захарович Захаревич Захаровна Захаревна Захарівна Захарна Захарьевич Захарьевна Захареич Захарвна"


@pytest.mark.parametrize("other", OTHERS.split())
def test_a_patronymic_gives_the_others_on_its_stem(other: str) -> None:
    assert keys(other) & {found for key in keys("Захарович") for found in colloquial_keys(key)}


@pytest.mark.parametrize(
    ("recorded", "other"),
    [
        ("Аркадиевич", "Аркадич"),
        ("Аркадиевна", "Аркадич"),
        ("Аркадич", "Аркадиевич"),
        ("Аркадич", "Аркадиевна"),
    ],
)
def test_a_patronymic_of_a_father_in_iy_gives_the_others_too(recorded: str, other: str) -> None:
    assert keys(other) & {found for key in keys(recorded) for found in colloquial_keys(key)}


@pytest.mark.parametrize(
    ("short", "called"),
    [
        ("Саня", "саныч"),
        ("Жега", "жегыч"),
        ("Палуй", "палуич"),
        ("Вась", "васыч"),
        ("Палко", "палкыч"),
        ("Лексу", "лексыч"),
        ("Санёк", "саныч"),
        ("Валек", "валыч"),
        ("Толик", "толыч"),
        ("Михал", "михалыч"),
    ],
)
def test_neighbours_build_one_on_a_short_form(short: str, called: str) -> None:
    assert called in patronymics_as_called([short])


def test_none_is_built_on_two_letters() -> None:
    assert patronymics_as_called(["Ося"]) == ()


CHILD_OF = "оглы оглу углы кызы гызы улы улу ович овна евич евна"


@pytest.mark.parametrize("ending", CHILD_OF.split())
def test_a_turkic_father_s_name_takes_this_in_one_word(ending: str) -> None:
    assert keys("Жегар" + ending) & {"Segar" + other for other in AS_CHILD_OF}
