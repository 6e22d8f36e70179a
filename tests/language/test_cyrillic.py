"""A name recorded in Latin letters, written back in Cyrillic."""

import pytest

from archive.language.cyrillic import written_in_cyrillic
from archive.language.forms import name_forms


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Lunyov", "Лунёв"),
        ("Zhuchkin", "Жучкин"),
        ("Zhuchkin", "Жучкін"),
        ("Petrovich", "Петрович"),
        ("Kryvonis", "Кривоніс"),
    ],
)
def test_a_romanised_name_is_read_as_what_it_romanises(latin, cyrillic):
    assert cyrillic in written_in_cyrillic(latin)


# a Latin name, and all that is taken for it: the shortest that some romanisation really writes so
@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Hvoŝëv", ("Хвощёв",)),
        ("Yizhak", ("Ыижак", "Їжак")),
        ("Zhurskȳĭ", ("Журский",)),
    ],
)
def test_a_language_has_one_reading_of_it_or_none(latin, cyrillic):
    assert written_in_cyrillic(latin) == cyrillic


@pytest.mark.parametrize("word", ["Жучкин", "", "Horečková", "7", "O'Neil"])
def test_what_no_romanisation_writes_is_left_alone(word):
    assert written_in_cyrillic(word) == ()


def test_the_forms_of_a_name_recorded_in_latin_letters_hold_its_cyrillic_cases():
    forms = {form.text: form.tier for form in name_forms("Erast Zhuchkin")}

    assert forms["Жучкин"] == forms["Жучкину"] == forms["Zjutsjkin"] == "block"
