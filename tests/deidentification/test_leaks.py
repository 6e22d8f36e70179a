"""No spelling of a protected name is left in a text that leaves, in any of its views."""

import base64
import json
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.deidentification.leaks import find_leaks
from archive.deidentification.treatments import PartKind, TreatedSpan, Treatment, apply_treatments
from archive.language.inflection import CASES, decline
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.transliteration import schemes, transliterate

NAME = "Щегольков"
PERSONS = (NamedPerson("p1", ("Родион Щегольков",)), NamedPerson("p2", ("Торбьёрн Хаугерюд", "Torbjørn Haugerud")))
MATCHER = NameMatcher(PERSONS)

HIDDEN = {
    "decimal entities": "".join(f"&#{ord(letter)};" for letter in NAME),
    "hexadecimal entities": "".join(f"&#x{ord(letter):x};" for letter in NAME),
    "one entity": "Щег&#1086;льков",
    "a soft hyphen entity": "Shchegol&shy;kov",
    "a tag inside": "Щеголь<b>ков</b>",
    "a comment inside": "Щеголь<!-- x -->ков",
    "per cent escapes": quote(NAME),
    "JSON escapes": json.dumps(NAME)[1:-1],
    "Python escapes": "".join(f"\\x{byte:02x}" for byte in NAME.encode()),
    "quoted printable": "".join(f"={byte:02X}" for byte in NAME.encode()),
    "base64": base64.b64encode(f"имя {NAME}".encode()).decode(),
    "base64 of a URL": base64.urlsafe_b64encode(f"имя {NAME}".encode()).decode(),
    "UTF-8 read as Latin-1": NAME.encode().decode("latin-1"),
    "UTF-8 read as Windows-1251": "Зубоскалин".replace("Зубоскалин", NAME).encode().decode("cp1251", "replace"),
    "Windows-1251 read as Latin-1": NAME.encode("cp1251").decode("latin-1"),
    "KOI8-R read as Latin-1": NAME.encode("koi8-r").decode("latin-1"),
}


@pytest.mark.parametrize("way", HIDDEN)
def test_a_name_is_found_behind(way: str) -> None:
    hidden = HIDDEN[way]
    text = f"Там был {hidden} вчера."

    leaks = find_leaks(text, matcher=MATCHER)

    assert any(leak.start <= 8 + len(hidden) and leak.end > 8 and leak.person == "p1" for leak in leaks)


# a text, and how the name in it is found
BESIDE = {
    "an escape that hides it": ("Там был %D0%A0одион да", "block", "escaped"),
    "a code page that hides it": ("Там был Ðîäèîí да", "block", "escaped"),
    "an escape that makes it less sure": ("Там был наша&#32;Вера да", "block", "as-recorded"),
    "an escape that makes it surer": ("Там был наша%2E Вера да", "block", "as-recorded"),
}


@pytest.mark.parametrize("kind", BESIDE)
def test_a_name_is_told_as_sure_as_any_view_has_it_beside(kind: str) -> None:
    text, tier, how = BESIDE[kind]
    matcher = NameMatcher([NamedPerson("p", ("Родион Цой",)), NamedPerson("p", ("Вера Цой",))])

    assert [(leak.tier, leak.how) for leak in find_leaks(text, matcher=matcher)] == [(tier, how)]


class TestAnAllowedPseudonym:
    MATCHER = NameMatcher([NamedPerson("p3", ("Глеб Воронцов-Май",))])

    @pytest.mark.parametrize("form", ["Глеб", "Глебу", "Глебом", "Gleb", "Glebs"])
    def test_passes_in_all_its_cases(self, form: str) -> None:
        assert find_leaks(f"Пришло письмо – {form} – вчера.", matcher=self.MATCHER, allowed=("Глеб",)) == ()

    @pytest.mark.parametrize("form", ["Глеб", "Глебу"])
    def test_passes_in_cyrillic_where_it_is_written_in_latin_letters(self, form: str) -> None:
        assert find_leaks(f"Пришло письмо – {form} – вчера.", matcher=self.MATCHER, allowed=("Gleb",)) == ()

    def test_passes_with_its_surname(self) -> None:
        matcher = NameMatcher([NamedPerson("p4", ("Глеб Жмуров",))])

        assert find_leaks("Там был Глеб Жмуров вчера.", matcher=matcher, allowed=("Глеб Жмуров",)) == ()

    def test_does_not_pass_in_its_short_forms(self) -> None:
        assert find_leaks("Там был Глебушка вчера.", matcher=self.MATCHER, allowed=("Глеб",))

    def test_does_not_cover_another_name(self) -> None:
        assert find_leaks("Пришёл Воронцов.", matcher=self.MATCHER, allowed=("Глеб",))

    def test_is_a_leak_elsewhere(self) -> None:
        assert find_leaks("Пришёл Глеб.", matcher=self.MATCHER)


FIRST = ("Родион", "Всеволод", "Ипполит", "Мирослава", "Таисия", "Фаина")
LAST = ("Щегольков", "Жужелева", "Хвощинский", "Цыбулькин", "Бражниченко")
FILLER = st.text(alphabet="абвгд efgh .,!?\n-—«»0123 ", max_size=40)


@st.composite
def spelled_names(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a name and one form somebody could write it in."""
    name = draw(st.sampled_from(FIRST + LAST))
    case = draw(st.sampled_from(CASES[:6]))
    written = draw(
        st.one_of(
            st.just(decline(name, case)[0]),
            st.sampled_from(schemes("ru")).map(lambda scheme: transliterate(name, scheme)),
        )
    )
    hide = draw(st.sampled_from(["", "\u00ad", "\u200b", "\u2060"]))
    at = draw(st.integers(1, len(written) - 1))
    written = written[:at] + hide + written[at:]
    return name, written.upper() if draw(st.booleans()) else written


@settings(max_examples=150, deadline=None, derandomize=True)
@given(spelled_names(), FILLER, FILLER)
def test_any_form_at_any_place_in_any_text_is_found(spelled: tuple[str, str], before: str, after: str) -> None:
    name, written = spelled
    text = f"{before} Там {written} {after}"
    start = len(before) + 5

    leaks = find_leaks(text, matcher=_matcher(name))

    assert any(leak.start <= start and leak.end >= start + len(written.rstrip("'ʹ")) for leak in leaks)
    assert all(0 <= leak.start < leak.end <= len(text) for leak in leaks)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.tuples(spelled_names(), FILLER), min_size=1, max_size=4))
def test_what_was_found_and_replaced_is_not_found_again(pieces: list[tuple[tuple[str, str], str]]) -> None:
    text = "".join(f" Там {written} {filler}" for (_, written), filler in pieces)
    matcher = NameMatcher(NamedPerson(name, (name,)) for (name, _), _ in pieces)

    spans: list[TreatedSpan] = []
    for leak in find_leaks(text, matcher=matcher):
        if not spans or leak.start >= spans[-1].end:
            spans.append(TreatedSpan(leak.start, leak.end, Treatment.SUPPRESS, ""))
    parts = apply_treatments(text, spans)

    assert find_leaks("[…]".join(part.text for part in parts if part.kind == PartKind.PLAIN), matcher=matcher) == ()


_MATCHERS: dict[str, NameMatcher] = {}


def _matcher(name: str) -> NameMatcher:
    if name not in _MATCHERS:
        _MATCHERS[name] = NameMatcher([NamedPerson("p", (name,))])
    return _MATCHERS[name]
