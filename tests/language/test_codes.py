"""The languages that a text of the archive can be in."""

from archive.language.codes import LANGUAGES, NORWEGIAN


def test_a_text_is_in_english_norwegian_russian_or_ukrainian() -> None:
    assert LANGUAGES == ("en", "nb", "nn", "ru", "uk")


def test_norwegian_has_two_written_forms() -> None:
    assert {"nb", "nn"} == NORWEGIAN
