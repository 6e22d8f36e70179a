"""A name that goes on in the next line without a hyphen is asked about, in any case form."""

import pytest

from archive.language.matching import NamedPerson, NameMatcher

MATCHER = NameMatcher(
    [
        NamedPerson("p1", ("Родион Лук'яненко",)),
        NamedPerson("p2", ("Нугзар Картвелашвили",)),
        NamedPerson("p3", ("Пётр Мороз",)),
        NamedPerson("p4", ("Архистратигий Милославо-Звенигородский",)),
    ]
)

# text, the stretch that reads as a name
BROKEN = {
    "a line": ("Там с Родио\nном да", "Родио\nном"),
    "a line that another system ends": ("Там с Родио\r\nном да", "Родио\r\nном"),
    "a line of an old system": ("Там с Родио\rном да", "Родио\rном"),
    "a vertical tab": ("Там с Родио\x0bном да", "Родио\x0bном"),
    "a form feed": ("Там с Родио\x0cном да", "Родио\x0cном"),
    "a next line": ("Там с Родио\x85ном да", "Родио\x85ном"),
    "a line separator": ("Там с Родио\u2028ном да", "Родио\u2028ном"),
    "a paragraph separator": ("Там с Родио\u2029ном да", "Родио\u2029ном"),
    "an empty line": ("Там с Родио\n\nном да", "Родио\n\nном"),
    "an empty line with white space": ("Там с Родио\n \t\n \tном да", "Родио\n \t\n \tном"),
    "an empty line of another system": ("Там с Родио\r\n\r\nном да", "Родио\r\n\r\nном"),
    "a line and a form feed": ("Там с Родио\n\x0cном да", "Родио\n\x0cном"),
    "white space on both sides": ("Там с Родио \t\n\t ном да", "Родио \t\n\t ном"),
    "white space beside a rare sign": ("Там с Родио \t\u2028\t ном да", "Родио \t\u2028\t ном"),
    "capitals": ("Там с РОДИО\nНОМ да", "РОДИО\nНОМ"),
    "six letters": ("Там был Пе\nтром да", "Пе\nтром"),
    "one letter before": ("Там с Р\nодионом да", "Р\nодионом"),
    "one letter after": ("Там был Родион\nа да", "Родион\nа"),
    "an apostrophe before": ("Там с Лук'янен\nкою да", "Лук'янен\nкою"),
    "an apostrophe after": ("Там с Лу\nк'яненкою да", "Лу\nк'яненкою"),
    "a digit before": ("Там 7Родио\nном да", "Родио\nном"),
    "a line below before": ("Там _Родио\nном да", "Родио\nном"),
    "a digit after": ("Там с Родио\nном7 да", "Родио\nном"),
    "a line below after": ("Там с Родио\nном_ да", "Родио\nном"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN)
def test_is_asked_about_over(kind: str) -> None:
    text, stretch = BROKEN[kind]
    start = text.index(stretch)

    found = [match for match in MATCHER.find(text) if match[:2] == (start, start + len(stretch))]
    assert {(match.tier, match.how) for match in found} == {("ask", "broken-word")}


APART = {
    "a small letter begins it": "Там с родио\nном да",
    "a capital goes on": "Там с Родио\nНом да",
    "one capital of two words goes on": "Там с РОДИО\nНом да",
    "five letters": "Там Пе\nтру да",
    "more letters than any name of one word has": "Там Картвелашвилитвелашви\nли да",
    "a line ends with a point": "Там с Родио.\n\nном да",
    "a line begins with a dash": "Там с Родио\n– ном да",
    "two lines are empty": "Там с Родио\n\n\nном да",
    "what may be a short form": "Там Ну\nгзик был",
    "a short form with more letters": "Там Нугзар\nчик был",
}


@pytest.mark.parametrize("kind", APART)
def test_is_left_apart_where(kind: str) -> None:
    text = APART[kind]

    assert [text[match.start : match.end] for match in MATCHER.find(text) if match.how == "broken-word"] == []
