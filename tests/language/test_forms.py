"""The list of forms that explains what the archive refuses."""

import pytest

from archive.language.forms import name_forms
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.transliteration import spellings, transliterate


@pytest.mark.parametrize(
    ("name", "form", "how", "tier"),
    [
        ("Родион Захарович Щегольков", "Щегольковым", "case-form", "block"),
        ("Родион Захарович Щегольков", "Sjtsjegolkov", "as-recorded", "block"),
        ("Родион Захарович Щегольков", "Щегольковой", "case-form", "block"),
        ("Александр Чуев", "Сашка", "diminutive", "block"),
        ("Александр Чуев", "Олександр", "equivalent", "block"),
        ("Александр Чуев", "Шурон", "rare-diminutive", "ask"),
        ("Mikhail Chuyev", "Михаилу", "case-form", "block"),
        ("Саша", "Александр", "full-name-of-short", "ask"),
    ],
)
def test_lists_the_form_with_its_reason(name: str, form: str, how: str, tier: str) -> None:
    listed = {found.text: found for found in name_forms(name)}

    assert (listed[form].how, listed[form].tier) == (how, tier)


def test_keeps_to_the_script_of_a_language() -> None:
    assert all(
        form.text.isascii() or "ø" in form.text or form.text[0] < "Ѐ" for form in name_forms("Чуев", language="nb")
    )
    assert all(form.text[0] >= "Ѐ" for form in name_forms("Чуев", language="ru"))


def test_lists_nothing_that_is_not_refused() -> None:
    matcher = NameMatcher([NamedPerson("p", ("Родион Щегольков",))])

    assert all(matcher.find(f"– {form.text} –") for form in name_forms("Родион Щегольков"))


def test_shows_no_name_in_its_repr() -> None:
    assert "Чуев" not in repr(name_forms("Чуев")[0])


@pytest.mark.parametrize(
    ("scheme", "latin"),
    [
        ("norwegian", "Sjtsjegolkov"),
        ("german", "Schtschegolkow"),
        ("french", "Chtchegolkov"),
        ("iso_9_1954", "Ščegolʹkov"),
    ],
)
def test_transliterates_by_scheme(scheme: str, latin: str) -> None:
    assert transliterate("Щегольков", scheme) == latin


def test_keeps_capitals_and_what_is_latin_already() -> None:
    assert transliterate("ЧУЕВ, Rodion", "norwegian") == "TSJUEV, Rodion"


def test_spells_a_name_in_many_ways() -> None:
    assert len(spellings("Щегольков")) > 15
