"""Block, ask or nothing: what a word's capital, its sentence, its line and its meaning say about a name in it."""

import pytest

from archive.language.expansion import Strength
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.weighing import (
    Place,
    candidate,
    is_in_a_handle,
    is_in_a_slug,
    is_written_large,
    is_written_small,
    shape_of,
    starts_sentence,
    weigh,
)

SURE, FAMILIAR, POSSIBLE = Strength.SURE, Strength.FAMILIAR, Strength.POSSIBLE


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("вера", "lower"),
        ("Вера", "capital"),
        ("ВЕРА", "upper"),
        ("В", "capital"),
        ("веРа", "capital"),
        ("7", "lower"),
        ("О'НИЛ", "upper"),
        ("7вера", "lower"),
        ("ВЕра", "capital"),
    ],
)
def test_a_word_is_small_has_a_capital_or_is_all_capitals(word: str, shape: str) -> None:
    assert shape_of(word) == shape


@pytest.mark.parametrize(
    "before",
    [
        "",
        " ",
        "(",
        "да «",
        "да „",
        "да “",
        'да "',
        "Да. ",
        "Да! ",
        "Да? ",
        "Да… ",
        "Да: ",
        "Да; ",
        "Да\n",
        "Да\r",
        "– ",
        "«",
        "Да - ",
        "Да.» ",
        '"',
        "Да — «",
        "Да – ",
        "Да — ",
        'да" ',
        "да” ",
        "да" + 12 * " ",
    ],
)
def test_a_sentence_starts_after(before: str) -> None:
    assert starts_sentence(before + "Вера", len(before))


@pytest.mark.parametrize("sign", list("\"'«„“”‘’([*—–-"))
def test_a_sentence_starts_after_its_mark_and_a_sign(sign: str) -> None:
    assert starts_sentence(f"Да. {sign}Вера", 5)


@pytest.mark.parametrize("before", ["да ", "да, ", "(да ", "по-", "да" + 11 * " "])
def test_no_sentence_starts_after(before: str) -> None:
    assert not starts_sentence(before + "Вера", len(before))


# text with the word in brackets: what it is
LINES = {
    "all small": ("Да!\nа [вера] ушла\nДа!", is_written_small, True),
    "a capital in the line": ("а [вера] ушла Да", is_written_small, False),
    "nothing beside it": ("Да\n[вера]\nДа", is_written_small, False),
    "a capital at the very end": ("а [вера] У", is_written_small, False),
    "all capitals": ("да\nА НАША [ВЕРА] УШЛА ВЧЕРА\nда", is_written_large, True),
    "three of four in capitals": ("НАША [ВЕРА] УШЛА вчера", is_written_large, True),
    "half of them in capitals": ("НАША [ВЕРА] ушла вчера", is_written_large, False),
    "three words": ("НАША [ВЕРА] УШЛА", is_written_large, False),
    "numbers among capitals": ("[ВЕРА] УШЛА В 1993 ГОДУ 12 МАЯ", is_written_large, True),
    "lines to write on among capitals": ("НАША [ВЕРА] УШЛА ВЧЕРА ____ ____", is_written_large, True),
    "after @": ("@[вера]", is_in_a_handle, True),
    "after #": ("#[вера]", is_in_a_handle, True),
    "after _": ("x_[вера]", is_in_a_handle, True),
    "after a digit": ("7[вера]", is_in_a_handle, True),
    "before _": ("[вера]_x", is_in_a_handle, True),
    "before a digit": ("[вера]7", is_in_a_handle, True),
    "before @": ("[вера]@x", is_in_a_handle, True),
    "before #": ("[вера]#", is_in_a_handle, False),
    "between spaces": ("да [вера] да", is_in_a_handle, False),
    "linked before": ("https://x.example/a-[вера]", is_in_a_slug, True),
    "linked after": ("https://x.example/[вера]-b", is_in_a_slug, True),
    "alone in an address": ("https://x.example/[вера]/", is_in_a_slug, False),
    "linked outside an address": ("когда-[вера]", is_in_a_slug, False),
    "right at the beginning": ("[вера]-b", is_in_a_slug, False),
    "linked in a long address": (f"https://{396 * 'a'}-[вера]", is_in_a_slug, True),
    "linked after more than four hundred signs": (f"https://{397 * 'a'}-[вера]", is_in_a_slug, False),
}


@pytest.mark.parametrize("kind", LINES)
def test_where_a_word_stands(kind: str) -> None:
    marked, rule, expected = LINES[kind]
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")

    assert rule(text, start, end) is expected


def tier(
    marked: str, strength: Strength = SURE, how: str = "as-recorded", undone: str = "", word: str | None = None
) -> str:
    """Return what is said of the word in brackets: block, ask, or nothing."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    surface = text[start:end]
    found = candidate((0, end - start), surface, word or surface, undone, [(1, strength, how)])
    if found is None:
        return ""
    return weigh(text, Place(start, end, found), found.holders[0][1]) or ""


# text with the word in brackets, strength, rule, what was undone, tier
PLAIN = {
    "a name": ("Там [Щегольков] был", SURE, "as-recorded", "", "block"),
    "a name in small letters": ("Там [щегольков] был", SURE, "as-recorded", "", "block"),
    "a short form": ("Там [Жмура] был", FAMILIAR, "diminutive", "", "block"),
    "a short form in small letters": ("Там [жмура] был", FAMILIAR, "diminutive", "", "ask"),
    "what may be a name": ("Там [Жмура] был", POSSIBLE, "clipped", "", "ask"),
    "what may be, in small letters": ("Там [жмура] был", POSSIBLE, "clipped", "", ""),
    "what may be, long and small": ("Там [жмурега] был", POSSIBLE, "clipped", "", "ask"),
    "what may be, long and small and typed elsewhere": (
        "Там [жмурега] был", POSSIBLE, "clipped", "keyboard-layout", "",
    ),
    "a name of three small letters": ("Там [жмо] Да", SURE, "as-recorded", "", "ask"),
    "a short form of three small letters": ("Там [жмо] Да", FAMILIAR, "diminutive", "", "ask"),
    "a name of three small Latin letters": ("Det [zmo] Da", SURE, "transliteration", "", ""),
    "a short form of three small Latin letters in a handle": ("Det @[zmo] Da", FAMILIAR, "diminutive", "", "ask"),
    "a name of two small letters": ("Там [жо] Да", SURE, "as-recorded", "", ""),
    "a case form in small letters": ("Там [щегольковым] был", SURE, "case-form", "", "block"),
    "look-alikes in small letters": ("Там [щегольков] был", SURE, "as-recorded", "look-alike", "block"),
    "spaced small letters": ("Там [щегольков] был", SURE, "as-recorded", "spaced-letters", "block"),
    "a name of three letters where all is small": ("там [жмо] да", SURE, "as-recorded", "", "ask"),
    "a name of four small letters": ("Там [жмом] Да", SURE, "as-recorded", "", "ask"),
    "a name in small letters in a headline": ("https://x.example/a-[щегольков]", SURE, "as-recorded", "", "ask"),
    "a surname of the other sex in small letters": ("Там [щеголькова] был", SURE, "gender-form", "", "ask"),
    "a patronymic in small letters": ("Там [жмурович] был", SURE, "patronymic", "", "ask"),
    "an equivalent in small letters": ("Там [щегольков] был", SURE, "equivalent", "", "block"),
    "a case of an equivalent in small letters": ("Там [щеголькову] был", SURE, "equivalent-case", "", "block"),
    "typed on another keyboard": ("Там [Щегольков] был", SURE, "as-recorded", "keyboard-layout", "ask"),
    "a name in a longer word": ("Там [Щегольков] был", SURE, "as-recorded", "inside-word", "block"),
    "typed on another keyboard, in small letters": (
        "Там [щегольков] был", SURE, "as-recorded", "keyboard-layout", "ask",
    ),
    "a name with a hyphen put into it": ("Там [Щегольков] был", SURE, "as-recorded", "hyphenated", "block"),
    "look-alikes": ("Там [Щегольков] был", SURE, "as-recorded", "look-alike", "block"),
    "look-alikes of what may be a name": ("Там [Щегольков] был", POSSIBLE, "clipped", "look-alike", "ask"),
    "look-alikes in small letters of what may be a name": ("Там [жегр] был", POSSIBLE, "clipped", "look-alike", "ask"),
    "look-alikes of an ordinary word": ("Там [Мороз] был", SURE, "as-recorded", "look-alike", "ask"),
    "digits for letters": ("Там [Щегольков] был", SURE, "as-recorded", "digits-for-letters", "block"),
    "another code page": ("Там [Щегольков] был", SURE, "as-recorded", "code-page", "block"),
    "spaced letters": ("Там [Щегольков] был", SURE, "as-recorded", "spaced-letters", "block"),
    "spaced letters of an ordinary word": ("Там [Мороз] был", SURE, "as-recorded", "spaced-letters", "ask"),
    "broken over a line": ("Там [Щегольков] был", SURE, "as-recorded", "broken-word", "ask"),
    "escaped": ("Там [Щегольков] был", SURE, "as-recorded", "escaped", "block"),
}  # fmt: skip
WORDS = {
    "an ordinary word with a capital": ("наш [Мороз] ушёл", SURE, "as-recorded", "", "block"),
    "hyphenated": ("наш [Мороз] ушёл", SURE, "as-recorded", "hyphenated", "block"),
    "a possessive of one": ("наш [Мороз] ушёл", SURE, "as-recorded", "possessive", "ask"),
    "one that opens a sentence": ("Да. [Мороз] ушёл", SURE, "as-recorded", "", "ask"),
    "one that opens a sentence and had to be put together": (
        "Да. [Мороз] ушёл", SURE, "as-recorded", "broken-word", "",
    ),
    "one that opens a sentence, not recorded itself": ("Да. [Стол] ушёл", FAMILIAR, "diminutive", "", ""),
    "one that opens a sentence and is no name in any dictionary": ("Да. [Стол] ушёл", SURE, "as-recorded", "", "ask"),
    "a short form that is a word and a known name, opening a sentence": (
        "Да. [Катя] ушла", FAMILIAR, "diminutive", "", "ask",
    ),
    "one in a line of capitals": ("а НАШ [МОРОЗ] УШЁЛ ВЧЕРА", SURE, "as-recorded", "", "ask"),
    "one in capitals in an ordinary line": ("а наш [МОРОЗ] ушёл вчера", SURE, "as-recorded", "", "block"),
    "a short form that is a word": ("наш [Стол] ушёл", FAMILIAR, "diminutive", "", "ask"),
    "a short form that is a word and a known name": ("наша [Катя] ушла", FAMILIAR, "diminutive", "", "block"),
    "a word that may be a name": ("наш [Стол] ушёл", POSSIBLE, "clipped", "", ""),
    "a town": ("наш [Ростов] ушёл", SURE, "as-recorded", "", "block"),
    "a country that a short form runs into": ("в [Сирию] ушёл", FAMILIAR, "diminutive", "", ""),
    "a country that is a name": ("в [Сирию] ушёл", SURE, "as-recorded", "", "ask"),
    "one in small letters": ("Да, [мороз] ушёл", SURE, "as-recorded", "", ""),
    "a surname of the other sex that is a word": ("наш [Белый] ушёл", SURE, "gender-form", "", "block"),
    "one with a capital in a line of capitals": ("а НАШ [Мороз] УШЁЛ ВЧЕРА", SURE, "as-recorded", "", "block"),
    "spaced letters of one that opens a sentence": ("Да. [Мороз] ушёл", SURE, "as-recorded", "spaced-letters", "ask"),
    "a case of one in small letters where all is small": ("а [морозом] ушёл", SURE, "case-form", "", "ask"),
    "one in small letters that may be the name": ("а [мороз] ушёл", FAMILIAR, "as-recorded", "", ""),
    "one in a handle, put together": ("Да @[мороз] ушёл", SURE, "as-recorded", "broken-word", ""),
    "one in small letters where all is small": ("а [мороз] ушёл", SURE, "as-recorded", "", "ask"),
    "one in small letters where all is small, recorded in Latin": (
        "а [мороз] ушёл", SURE, "transliteration", "", "ask",
    ),
    "one in a handle": ("Да @[мороз] ушёл", SURE, "as-recorded", "", "ask"),
    "one in small letters, a case of another name": ("а [мороз] ушёл", SURE, "equivalent-case", "", ""),
    "one in small letters, put together": ("а [мороз] ушёл", SURE, "as-recorded", "broken-word", ""),
    "one of the words of a longer one": ("Да @x_[мороз]", SURE, "as-recorded", "inside-word", "ask"),
    "one of the words of a longer one, where all is small": ("а [мороз] ушёл", SURE, "as-recorded", "inside-word", ""),
}  # fmt: skip


@pytest.mark.parametrize("kind", PLAIN)
def test_a_word_without_another_meaning(kind: str) -> None:
    marked, strength, how, undone, expected = PLAIN[kind]

    assert tier(marked, strength, how, undone) == expected


@pytest.mark.parametrize("kind", WORDS)
def test_a_word_with_a_meaning_of_its_own(kind: str) -> None:
    marked, strength, how, undone, expected = WORDS[kind]

    assert tier(marked, strength, how, undone) == expected


class TestAFormThatIsAGivenNameOfItsOwn:
    def test_is_asked_about_unless_it_is_a_word_too(self) -> None:
        assert tier("Пришла [Александра] утром", SURE, "case-form") == "ask"
        assert tier("Пришла [Таисия] утром", FAMILIAR, "diminutive") == "ask"
        assert tier("Пришла [Таисия] утром", SURE, "equivalent-case") == "ask"
        assert tier("наша [Марина] утром", SURE, "case-form") == "block"

    def test_blocks_where_it_was_recorded(self) -> None:
        assert tier("Пришла [Александра] утром", SURE, "as-recorded") == "block"

    def test_blocks_where_it_is_no_given_name(self) -> None:
        assert tier("Пришла [Щегольковым] утром", SURE, "case-form") == "block"

    def test_keeps_its_weight_where_something_was_undone(self) -> None:
        assert tier("Пришла [Александра] утром", SURE, "case-form", "look-alike") == "block"


class TestAnAcronym:
    def test_is_no_case_form(self) -> None:
        assert tier("Спросили [ЖЕГР] снова", SURE, "case-form") == "ask"

    def test_may_be_the_name_itself(self) -> None:
        assert tier("Спросили [ЖЕГР] снова", SURE, "transliteration") == "block"

    def test_has_five_letters_at_most(self) -> None:
        assert tier("Спросили [ЖЕГРЕ] снова", SURE, "case-form") == "ask"
        assert tier("Спросили [ЖЕГРЕГ] снова", SURE, "case-form") == "block"


class TestAPossessiveWithoutAnApostrophe:
    @pytest.mark.parametrize("how", ["as-recorded", "transliteration", "equivalent", "western"])
    def test_is_that_of_a_whole_name(self, how: str) -> None:
        assert tier("Det var [Zhmuregs] der", SURE, how, "possessive", "zhmureg") == "block"

    def test_is_asked_about_for_a_form_of_one(self) -> None:
        assert tier("Det var [Zhmuregs] der", SURE, "gender-form", "possessive", "zhmureg") == "ask"

    def test_is_asked_about_for_three_letters(self) -> None:
        assert tier("Det var [Zhms] der", SURE, "as-recorded", "possessive", "zhm") == "ask"

    def test_is_sure_with_an_apostrophe(self) -> None:
        assert tier("Det var [Zhmureg’s] der", SURE, "gender-form", "possessive", "zhmureg") == "block"


def test_the_surest_holder_comes_first_and_the_recorded_word_before_what_is_derived() -> None:
    held = [(1, POSSIBLE, "clipped"), (2, SURE, "gender-form"), (3, SURE, "as-recorded")]

    found = candidate((0, 9), "Щегольков", "Щегольков", "", held)

    assert found is not None
    assert [holder for holder, _, _ in found.holders] == [3, 2, 1]


def test_a_possessive_that_is_an_ordinary_word_is_one() -> None:
    found = candidate((0, 5), "Wills", "will", "possessive", [(1, SURE, "transliteration")])

    assert found is not None
    assert found.ordinary


def test_what_stands_for_an_ordinary_word_is_one() -> None:
    found = candidate((0, 5), "м0р0з", "мороз", "digits-for-letters", [(1, SURE, "as-recorded")])

    assert found is not None
    assert found.ordinary


def test_what_looks_like_a_possessive_may_be_an_ordinary_word() -> None:
    found = candidate((0, 5), "Alias", "alia", "possessive", [(1, SURE, "transliteration")])

    assert found is not None
    assert found.ordinary


class TestAGivenNameThatIsAlsoASmallPlace:
    @pytest.mark.parametrize(("recorded", "written"), [("Sayma", "Сайма"), ("Ararat", "Арарат"), ("Ljalja", "Ляля")])
    def test_is_the_name_where_a_capital_says_so(self, recorded: str, written: str) -> None:
        matcher = NameMatcher([NamedPerson("one", (f"{recorded} Zzyzx",))])

        (found,) = matcher.find(f"Потом мы видели, что {written} там.")

        assert found.tier == "block"

    def test_is_asked_about_where_no_list_knows_it_as_a_name(self) -> None:
        matcher = NameMatcher([NamedPerson("one", ("Anna Lyamin",))])

        (found,) = matcher.find("Потом мы видели, что Лямин там.")

        assert found.tier == "ask"
