"""The list of forms that explains what the archive refuses."""

from functools import cache

import pytest

from archive.language.codes import TextLanguage
from archive.language.forms import NameForm, can_be_looked_for, name_forms
from archive.language.matching import NamedPerson, NameMatcher


@cache
def listed(name: str, language: TextLanguage | None = None) -> dict[str, NameForm]:
    return {found.text: found for found in name_forms(name, language=language)}


# recorded name, one of its forms, rule, tier
LISTED = {
    "the name itself": ("Жмурк Щегольков", "Щегольков", "as-recorded", "block"),
    "a Russian case": ("Жмурк Щегольков", "Щегольковым", "case-form", "block"),
    "a Ukrainian case": ("Жмурк Щегольков", "Щегольковові", "case-form", "block"),
    "a Norwegian spelling": ("Жмурк Щегольков", "Sjtsjegolkov", "as-recorded", "block"),
    "a Latin record itself": ("Жмурк Zhuchkin", "Zhuchkin", "transliteration", "block"),
    "its genitive": ("Жмурк Zhuchkin", "Zhuchkins", "possessive", "block"),
    "its genitive with an apostrophe": ("Жмурк Zhuchkin", "Zhuchkin's", "possessive", "block"),
    "a Cyrillic case of a Latin record": ("Жмурк Zhuchkin", "Жучкину", "case-form", "block"),
    "the wife of a Latin record, in Cyrillic": ("Жмурк Zhuchkin", "Жучкиной", "case-form", "block"),
    "a patronymic in a case": ("Жмурк Захарович Щегольков", "Захаровичем", "case-form", "block"),
    "the sister's patronymic": ("Жмурк Захарович Щегольков", "Захаровна", "patronymic", "block"),
    "the sister's patronymic in a case": ("Жмурк Захарович Щегольков", "Захаровне", "patronymic-case", "block"),
    "the patronymic in Ukrainian": ("Жмурк Захарович Щегольков", "Захарівна", "patronymic", "block"),
    "the patronymic of a longer name": ("Жмурк Юрьевич Щегольков", "Юрійович", "patronymic", "block"),
    "the patronymic of a father in -а": ("Жмурк Никитична Щеголькова", "Никитич", "patronymic", "block"),
    "a son's patronymic in a case": ("Жмурк Захаровна Щеголькова", "Захаровичу", "patronymic-case", "block"),
    "a Cyrillic case of a given name in Latin": ("Ashot", "Ашоту", "case-form", "block"),
    "a woman's case of one": ("Ketevan", "Кетеванью", "case-form", "block"),
    "a short form": ("Ashot", "Ашотик", "diminutive", "block"),
    "a short form in a case": ("Ashot", "Ашотику", "diminutive-case", "block"),
    "a rare short form": ("Ashot", "Ашотище", "rare-diminutive", "ask"),
    "a Western form": ("Клавдия", "Claudia", "western", "block"),
    "an equivalent": ("Дороти", "Доротея", "equivalent", "block"),
    "the full name of a short form": ("Саша", "Олександр", "full-name-of-short", "ask"),
    "its Western form": ("Саша", "Alexander", "full-name-of-short", "ask"),
    "the Ukrainian spelling of Игорь, in Russian": ("Ігор Жмуров", "Ігорем", "case-form", "block"),
}


@pytest.mark.parametrize("kind", LISTED)
def test_lists_the_form_with_its_reason(kind: str) -> None:
    name, form, how, tier = LISTED[kind]
    language: TextLanguage = "ru" if form[0] >= "Ѐ" else "nb"

    found = listed(name, language)[form]

    assert (found.how, found.tier) == (how, tier)


NOT_LISTED = {
    "a case of a rare short form": ("Ashot", "Ашотищу"),
    "a case that women have not": ("Ketevan", "Кетеванем"),
    "a sign after the word, which is no part of it": ("Жмурк Щавель", "Shchavel'"),
    "nobody's": ("Жмурк Щегольков", "Жмуров"),
}


@pytest.mark.parametrize("kind", NOT_LISTED)
def test_does_not_list(kind: str) -> None:
    name, form = NOT_LISTED[kind]

    assert form not in listed(name, "ru" if form[0] >= "Ѐ" else "nb")


MAN_AND_WIFE = """Жужелов Жужелова  Жужелев Жужелева  Жужелёв Жужелёва  Жужелєв Жужелєва  Жужелин Жужелина
Жужелын Жужелына  Жужелін Жужеліна  Жужелів Жужеліва  Жужельский Жужельская  Жужелецкий Жужелецкая
Жужельський Жужельська  Жужелецький Жужелецька  Juzhelov Juzhelova  Juzhelev Juzheleva  Juzhelin Juzhelina
ЖУЖЕЛОВ ЖУЖЕЛОВА"""


@pytest.mark.parametrize(("man", "wife"), list(zip(MAN_AND_WIFE.split()[::2], MAN_AND_WIFE.split()[1::2], strict=True)))
def test_lists_the_surname_of_the_other_sex(man: str, wife: str) -> None:
    language: TextLanguage = "ru" if man[0] >= "Ѐ" else "nb"

    assert wife in listed(f"Qwerz {man}", language)
    assert man in listed(f"Qwerz {wife}", language)


@pytest.mark.parametrize(("language", "cyrillic"), [("ru", True), ("uk", True), ("nb", False), ("en", False)])
def test_keeps_to_the_script_of_a_language(language: TextLanguage, *, cyrillic: bool) -> None:
    found = name_forms("Чуев", language=language)

    assert {form.text[0] >= "Ѐ" for form in found} == {cyrillic}


def test_keeps_both_scripts_where_no_language_is_asked_for() -> None:
    assert {"Чуев", "Tsjuev"} <= {form.text for form in name_forms("Чуев")}


def test_what_blocks_comes_before_what_is_asked_about_and_rules_stand_together() -> None:
    order = [(form.tier != "block", form.how, form.text) for form in name_forms("Ashot", language="ru")]

    assert order == sorted(order)
    assert {asked for asked, _, _ in order} == {True, False}


def test_tells_the_surest_rule_of_a_form_that_two_rules_give() -> None:
    assert listed("Ашот Ашотка", "ru")["Ашотка"].tier == "block"


def test_lists_nothing_that_is_not_refused() -> None:
    matcher = NameMatcher([NamedPerson("p", ("Жмурк Щегольков",))])

    assert all(matcher.find(f"– {form} –") for form in listed("Жмурк Щегольков"))


def test_shows_no_name_in_its_repr() -> None:
    assert "Чуев" not in repr(name_forms("Чуев")[0])


@pytest.mark.parametrize(("name", "can"), [("Чуев", True), ("Bo", True), ("ъь Чу", True), ("-", False), ("ъь", False)])
def test_a_name_can_be_looked_for_or_not(name: str, *, can: bool) -> None:
    assert can_be_looked_for(name) is can
