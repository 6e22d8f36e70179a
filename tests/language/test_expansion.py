"""What one part of a recorded name grows into: roles, the surname of the other sex, clipped and pet forms."""

import pytest

from archive.language.expansion import STEM, case_of, consonants, expand, families, family_forms, name_parts
from archive.language.given_names import given_names
from archive.language.keys import plain, skeleton_keys

PARTS = {
    "given name and surname": ("Родион Щегольков", "given surname"),
    "surname first": ("Щегольков Родион", "surname given"),
    "with a patronymic": ("Родион Захарович Щегольков", "given patronymic surname"),
    "the patronymic last": ("Щегольков Родион Захарович", "surname given patronymic"),
    "with a patronymic in Latin letters": ("Rodion Zakharovich Shchegolkov", "given patronymic surname"),
    "two words, the second a patronymic": ("Родион Захарович", "given patronymic"),
    "a surname in -ович before a given name": ("Жигмунтович Родион", "surname given"),
    "a surname in -ович alone": ("Жигмунтович", "unknown"),
    "two words that are no listed names": ("Жмурк Щегольков", "given unknown"),
    "one word": ("Сказочник", "unknown"),
    "a short form": ("Саша Щегольков", "given surname"),
    "a father's name before what it is to be his child": ("Эльчин Мамед оглы Жмуров", "given patronymic unknown"),
    "the same of a daughter, alone": ("Гюльнара Ариф кызы", "given patronymic"),
    "a double name, also in one word": ("Анна-Мария Жмурова", "given given surname given"),
    "a double surname, also in one word": ("Родион Жмур-Бжегольский", "given surname surname given"),
    "a dash after a space": ("Родион -Щегольков", "given surname"),
    "a dash before a space": ("Родион- Щегольков", "given surname"),
    "a digit before a hyphen": ("Родион Жмур2-Бжегов", "given surname surname"),
    "a digit after a hyphen": ("Родион Жмур-2Бжегов", "given surname surname"),
    "a line before a hyphen": ("Родион Жмур_-Бжегов", "given surname surname"),
    "a line after a hyphen": ("Родион Жмур-_Бжегов", "given surname surname"),
    "initials left out": ("Р. З. Щегольков", "unknown"),
    "marks on letters": ("Родио\u0301н Щеголь\u00adков", "given surname"),
}


@pytest.mark.parametrize("kind", PARTS)
def test_a_name_is_cut_into_parts_with_their_roles(kind: str) -> None:
    name, roles = PARTS[kind]

    assert [role for _, role in name_parts(name)] == roles.split()


@pytest.mark.parametrize("child", ["оглы", "огли", "кызы", "қызы", "улы", "ulu", "oglu", "ogly", "kyzy"])
def test_the_name_before_a_word_for_a_child_is_the_fathers(child: str) -> None:
    assert [role for _, role in name_parts(f"Эльчин Мамед {child} Жмуров")] == ["given", "patronymic", "unknown"]


@pytest.mark.parametrize("sign", list("'’ʼ`′ʹ"))
def test_an_apostrophe_parts_no_name(sign: str) -> None:
    words = [word for word, _ in name_parts(f"O{sign}Neil Zzyzx")]

    assert [word[0] + word[-4:] for word in words] == ["ONeil", "Zzyzx"]


@pytest.mark.parametrize("name", ["Zhmur2 O'Neil2", "Zhmur_ O'Neil_"])
def test_a_digit_or_a_line_is_no_part_of_a_name(name: str) -> None:
    assert [word for word, _ in name_parts(name)] == ["Zhmur", "O'Neil"]


PARTICLES = """von van de der den di da del la le el al bin ibn bint og and ulu oglu ogly kyzy zade
оглы огли кызы қызы улы фон де ван дер да ди"""


@pytest.mark.parametrize("particle", PARTICLES.split())
def test_a_particle_is_no_part_of_a_name(particle: str) -> None:
    assert [word for word, _ in name_parts(f"Marta {particle} Zzyzx")] == ["Marta", "Zzyzx"]


@pytest.mark.parametrize(("name", "words"), [("Van Berg", "Van Berg"), ("van Berg", "Berg"), ("De Berg", "Berg")])
def test_a_particle_with_a_capital_may_be_the_given_name(name: str, words: str) -> None:
    assert [word for word, _ in name_parts(name)] == words.split()


def reached(word: str, role: str) -> dict[str, set[str]]:
    """Return the keys of all forms of a word, by rule."""
    found: dict[str, set[str]] = {}
    sets = list(expand(word, role))  # type: ignore[arg-type]
    for shared, group in families(word, role):  # type: ignore[arg-type]
        sets += family_forms(shared, group)
    for form in sets:
        found.setdefault(form.how, set()).update(form.keys())
    return found


def keys(word: str) -> set[str]:
    return set(skeleton_keys(plain(word)))


# rule: recorded word, its role, forms the rule gives
RULES = {
    "case-form of a Cyrillic record": ("Щегольков", "surname", "as-recorded", "Щегольков Щегольковым"),
    "case-form of a Latin record": ("Shchegolkov", "surname", "transliteration", "Щегольков Щегольковым"),
    "wife, -ов": ("Щегольков", "surname", "gender-form", "Щеголькова Щегольковой"),
    "wife, -ев": ("Жужелев", "surname", "gender-form", "Жужелева Жужелевой"),
    "wife, -ев after two letters": ("Чуев", "surname", "gender-form", "Чуева Чуевой"),
    "wife, -ов after two letters": ("Шлов", "surname", "gender-form", "Шлова Шловой"),
    "as its letters are written out": ("Løkke", "surname", "transliteration", "Loekke"),
    "wife, -ин": ("Жужелин", "surname", "gender-form", "Жужелина Жужелиной"),
    "wife, -ів": ("Жужелів", "surname", "gender-form", "Жужеліва"),
    "wife, -ский": ("Жужельский", "surname", "gender-form", "Жужельская Жужельской Жужельську"),
    "wife, -цкий": ("Жужецкий", "surname", "gender-form", "Жужецкая Жужецкой Жужецька"),
    "wife, -ный": ("Жужельный", "surname", "gender-form", "Жужельная Жужельна"),
    "wife, -рый": ("Жужерый", "surname", "gender-form", "Жужерая Жужерою"),
    "wife, -лый": ("Жужелый", "surname", "gender-form", "Жужелая Жужела"),
    "wife, -тый": ("Жужетый", "surname", "gender-form", "Жужетая Жужета"),
    "husband, -ова": ("Щеголькова", "surname", "gender-form", "Щегольков Щегольковым"),
    "husband, -ева": ("Жужелева", "surname", "gender-form", "Жужелев Жужелеву"),
    "husband, -ина": ("Жужелина", "surname", "gender-form", "Жужелин Жужелину"),
    "husband, -іва": ("Жужеліва", "surname", "gender-form", "Жужелів"),
    "husband, -ова of -овий": ("Щеглова", "surname", "gender-form", "Щегловий Щеглового"),
    "husband, -ская": ("Жужельская", "surname", "gender-form", "Жужельский Жужельского Жужельська"),
    "husband, -цкая": ("Жужецкая", "surname", "gender-form", "Жужецкий Жужецкого"),
    "husband, -ная": ("Жужельная", "surname", "gender-form", "Жужельный Жужельна"),
    "husband, -ая of -ой": ("Щегловая", "surname", "gender-form", "Щегловой Щегловую Щеглового"),
    "husband, -ська": ("Жужельська", "surname", "gender-form", "Жужельський Жужельская Жужельського"),
    "husband, -цька": ("Жужецька", "surname", "gender-form", "Жужецький Жужецкая"),
    "Russian shape of -ів": ("Жужелів", "surname", "gender-form", "Жужелов Жужелев Жужелова Жужелева"),
    "its cases, of both": ("Жужелів", "surname", "gender-form", "Жужеловым Жужеловой Жужелевым Жужелевой"),
    "Ukrainian shape of -ов": ("Щегольков", "surname", "gender-form", "Щегольків"),
    "Ukrainian shape of -ев": ("Жужелев", "surname", "gender-form", "Жужелів"),
    "Russian shape of -ко": ("Жужеленко", "surname", "surname-variant", "Жужеленков Жужеленковым"),
    "patronymic recorded": ("Захарович", "patronymic", "patronymic", "Захаровна Захарівна Захарыч Захаровною"),
    "patronymic of a father's name": ("Захарович", "patronymic", "patronymic", "Захарьевич Захарьевна"),
    "patronymic as people say it": ("Александрович", "patronymic", "patronymic", "Саныч"),
    "patronymic of a Turkic father": (
        "Ариф",
        "patronymic",
        "patronymic",
        "Арифоглы Арифкызы Арифулы Арифович",
    ),
    "another of one": (
        "Arif",
        "patronymic",
        "patronymic",
        "Arifoglu Arifqizi Arifgizi Arifulu Arifuglı",
    ),
    "equivalent": ("Сергей", "given", "equivalent", "Сергій Сергієві"),
    "western": ("Евгений", "given", "western", "Eugene"),
    "diminutive": ("Александр", "given", "diminutive", "Саша Сашей Сашку Саш"),
    "diminutive of what may be a given name": ("Александр", "unknown", "diminutive", "Саша"),
    "an everyday one of many sounds": ("Андрей", "given", "diminutive", "Андриек"),
    "an everyday one of four, in a consonant": ("Алексей", "given", "diminutive", "Олесь"),
    "an everyday one of three, in a vowel": ("Иосиф", "given", "diminutive", "Joe"),
    "rare diminutive": ("Александр", "given", "rare-diminutive", "Шурон Сань"),
    "a diminutive of four signs without a vowel at its end": ("Максим", "given", "diminutive", "Макс"),
    "one of three, which is a word or a make too": ("Роман", "given", "rare-diminutive", "Ром"),
    "full name of a short one": ("Саша", "given", "full-name-of-short", "Александр Олександра Alexander Alejandro"),
    "other short form of a short one": ("Саша", "given", "other-short-form", "Шура Саня"),
    "clipped, a vowel": ("Мурадали", "given", "clipped", "Мура"),
    "clipped, another vowel": ("Мурудали", "given", "clipped", "Муру"),
    "clipped near the end, of a name of five sounds": ("Нугза", "given", "clipped", "Нугзуша"),
    "clipped, with an ending": ("Нугзар", "given", "clipped", "Нуг Нуга Нугик Нугка Нугок Нугуша Нугша Нугчик"),
    "clipped, with another ending": ("Нугзар", "given", "clipped", "Нугушка Нуго Нугос Нугко Нугаш Нугиа Nuguliya"),
    "clipped, with the end of a whole word": ("Geoffrey", "given", "clipped", "Geoff"),
    "clipped near the end": ("Мирдаба", "given", "clipped", "Мирдабка Мирдабчик Мирдабик"),
    "clipped, in a case": ("Мурадали", "given", "clipped", "Мураду"),
    "pet form": ("Нугзар", "given", "clipped", "Нугзарчик Нугзарка Нугзарок Нугзарик Нугзарко Нугзарушка"),
    "pet form of a name too short to be clipped": ("Жур", "given", "clipped", "Журчик"),
    "pet form of what may be a given name": ("Нугзар", "unknown", "clipped", "Нугзарчик"),
    "pet form of a name in -к": ("Бек", "given", "clipped", "Бекко"),
    "pet form in a case": ("Нугзар", "given", "clipped", "Нугзарчика Нугзаркой"),
    "end of a name": ("Магомедрасул", "given", "clipped", "Расул Расулу"),
    "clipped surname": ("Жигмунтов", "surname", "clipped", "Жигмун Жигмунт Жигмунто"),
}


@pytest.mark.parametrize("kind", RULES)
def test_a_rule_gives_these_forms(kind: str) -> None:
    word, role, how, forms = RULES[kind]
    given = reached(word, role).get(how, set())

    assert [form for form in forms.split() if not keys(form) & given] == []


def test_every_form_in_the_table_of_given_names_is_a_form_of_its_name() -> None:
    lost = []
    for name in given_names():
        given = set().union(*reached(name.spellings[0], "given").values())
        lost += [form for form in (*name.spellings, *name.western, *name.short) if not keys(form) & given]

    assert lost == []


NOT_GIVEN = {
    "a short surname is no Ukrainian -ів": ("Лев", "surname", "Лів"),
    "a surname that is a given name has no short forms": ("Антон", "surname", "Тоша"),
    "-ин is no Ukrainian -ів": ("Жужелин", "surname", "Жужелов"),
    "-ин is no Ukrainian -ів, nor the other way": ("Жужелин", "surname", "Жужелів"),
    "a short surname in -ів is no Russian -ов": ("Лів", "surname", "Лов"),
    "a short name in -ая is no adjective": ("Зая", "surname", "Зой"),
    "a name of one sound": ("Ий", "surname", "И"),
    "no -в but after -о": ("Жигмунт", "surname", "Жигмунтв"),
    "no wife's -а after a vowel": ("Жужеленко", "surname", "Жужеленкоа"),
    "no husband's -ий of a husband": ("Жигмунт", "surname", "Жигмуний"),
    "no wife's -ая but of -ий": ("Жигмунт", "surname", "Жигмуная"),
    "a surname of five signs in -ая is no adjective": ("Жмая", "surname", "Жмой"),
    "a surname of four signs in -ів is no Russian -ов": ("Жмів", "surname", "Жмов"),
    "a surname of four signs in -ов is no Ukrainian -ів": ("Жмов", "surname", "Жмів"),
    "the beginning in a vowel has no cases": ("Мурадали", "given", "Муры"),
    "few endings near the end of a name of six sounds": ("Нугдза", "given", "Нугдзуша"),
    "few endings near the end of a name": ("Мирдаба", "given", "Мирдабуша"),
    "a name in a vowel takes no pet ending whole": ("Мурадали", "given", "Мурадаличик"),
    "nor does its beginning in a vowel": ("Мурадали", "given", "Мурачик"),
    "only a short form in a vowel is called without it": ("Владимир", "given", "Вовчи"),
    "nobody is called by two sounds": ("Ольга", "given", "Оль"),
    "a short form of one sound is none": ("Иосиф", "given", "Ё"),
    "a short name in a vowel": ("Лия", "given", "Лиячик"),
    "a surname has no pet forms": ("Жигмунт", "surname", "Жигмунтчик"),
    "a patronymic is nobody's given name": ("Захарович", "patronymic", "Захар"),
    "a full name is not taken for a short one": ("Александр", "given", "Александрина"),
    "nor is one that is short for another, too": ("Алла", "given", "Альбина"),
}


@pytest.mark.parametrize("kind", NOT_GIVEN)
def test_a_rule_does_not_give(kind: str) -> None:
    word, role, form = NOT_GIVEN[kind]

    assert not keys(form) & set().union(*reached(word, role).values())


@pytest.mark.parametrize(("name", "form"), [("Вениамин", "Бен"), ("Андрей", "Андриш")], ids=["clipped", "rare"])
def test_a_form_that_few_use_is_no_everyday_one(name: str, form: str) -> None:
    given = reached(name, "given")

    assert keys(form) & given["rare-diminutive"]
    assert not keys(form) & given["diminutive"]


@pytest.mark.parametrize(("word", "proof"), [("Щегольков", {"щегольков"}), ("Shchegolkov", {""})])
def test_a_form_of_a_cyrillic_record_is_proved_by_its_spelling(word: str, proof: set[str]) -> None:
    assert {form.proof for form in expand(word, "surname") if form.how == "gender-form"} == proof


def test_a_short_form_in_cyrillic_is_proved_by_its_first_consonants() -> None:
    ((role, group),) = families("Александр", "given")

    proofs = {form.proof for form in family_forms(role, group) if form.how == "diminutive"}

    assert {STEM + "сш", STEM + "шр", ""} <= proofs


def test_a_given_name_has_no_surname_of_the_other_sex() -> None:
    assert "gender-form" not in reached("Антонин", "given")


@pytest.mark.parametrize(
    ("word", "held"), [("щегольков", "щглкв"), ("анна", "н"), ("ґалаґан", "глгн"), ("хвощ", "хвщ"), ("джамур", "жмр")]
)
def test_consonants_are_told_apart(word: str, held: str) -> None:
    assert consonants(word) == held


@pytest.mark.parametrize("letter", list("бвгджзклмнпрстфхцчшщ"))
def test_a_consonant_is_one(letter: str) -> None:
    assert consonants(f"а{letter}о") == letter


@pytest.mark.parametrize(
    ("how", "slug"),
    [("as-recorded", "case-form"), ("transliteration", "case-form"), ("equivalent", "equivalent-case")],
)
def test_a_case_form_bears_the_rule_it_is_a_case_of(how: str, slug: str) -> None:
    assert case_of(how) == slug
