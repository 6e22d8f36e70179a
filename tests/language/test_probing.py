"""The readings of one word: scripts, keyboards, code pages, digits, words joined in it, possessives."""

import pytest

from archive.language.keys import plain, skeleton_keys
from archive.language.letters import LAYOUT_TO_LATIN
from archive.language.probing import probes


def readings(token: str) -> set[tuple[str, str, str]]:
    """Return (domain, what was undone, the word as read) of every reading."""
    return {(probe.domain, probe.how, probe.word) for probe in probes(token)}


READ = {
    "Cyrillic": ("Щегольков", "c", "", "щегольков"),
    "Latin": ("Shchegolkov", "l", "", "shchegolkov"),
    "Latin, a case form": ("Shchegolkovym", "i", "latin-case-form", "shchegolkovym"),
    "a possessive with an apostrophe": ("Rodion's", "l", "possessive", "rodion"),
    "a possessive with another apostrophe": ("Rodion’s", "l", "possessive", "rodion"),
    "a possessive in capitals": ("RODION'S", "l", "possessive", "rodion"),
    "a possessive in -es": ("Boris'es", "l", "possessive", "boris"),
    "a Norwegian genitive": ("Rodions", "l", "possessive", "rodion"),
    "Latin letters in a Cyrillic word": ("Щeголькoв", "c", "look-alike", "щегольков"),
    "a Latin capital in a Cyrillic word": ("Hугзар", "c", "look-alike", "нугзар"),
    "a Cyrillic letter that sounds like another in a Latin word": ("Рetrov", "l", "look-alike", "petrov"),
    "Cyrillic letters in a Latin word": ("Rоdiоn", "l", "look-alike", "rodion"),
    "two scripts, one after the other": ("Shёgolkov", "l", "look-alike", "shёgolkov"),
    "two scripts, by sound": ("Shчегolkоv", "l", "look-alike", "shchegolkov"),
    "a Cyrillic ending": ("Rodionа", "l", "look-alike", "rodionа"),
    "Latin letters of one shape with Cyrillic ones": ("BEPA", "c", "look-alike", "вера"),
    "Latin letters of one shape with Cyrillic ones, and a stress": ("BÉPA", "c", "look-alike", "вера"),
    "a stressed Latin letter in a Cyrillic word": ("Щегóльков", "c", "look-alike", "щегольков"),
    "a stressed Latin capital in a Cyrillic word": ("ЩЕГÓЛЬКОВ", "c", "look-alike", "щегольков"),
    "Latin ë in a Cyrillic word": ("Жужелëв", "c", "look-alike", "жужелёв"),
    "Latin Ë in a Cyrillic word": ("Ëлкин", "c", "look-alike", "ёлкин"),
    "Latin Ï in a Cyrillic word": ("Ïжакевич", "c", "look-alike", "їжакевич"),
    "Latin keys": ("Hjlbjy", "c", "keyboard-layout", "родион"),
    "Latin keys, Ukrainian": ("Sdfyrf", "c", "keyboard-layout", "іванка"),
    "Latin keys, with an apostrophe": ("vtl'z", "c", "keyboard-layout", "медэя"),
    "Latin keys, Ukrainian, in small letters": ("sdfyrf", "c", "keyboard-layout", "іванка"),
    "Cyrillic keys, with an apostrophe": ("Щэтушд", "l", "keyboard-layout", "o'neil"),
    "Cyrillic keys": ("Кщвшщт", "l", "keyboard-layout", "rodion"),
    "KOI8 read as Windows-1251": ("тПДЙПО", "c", "code-page", "родион"),
    "Windows-1251 read as KOI8": ("пНДХНМ", "c", "code-page", "родион"),
    "DOS read as Windows-1251": ("ЉЂЏЉЋЌ", "c", "code-page", "капкон"),
    "Windows-1251 read as DOS": ("ЁруэрЁ", "c", "code-page", "рагнар"),
    "digits for Latin letters": ("r0d10n", "l", "digits-for-letters", "rodion"),
    "digits and an underscore": ("r0di0n_5", "l", "digits-for-letters", "rodions"),
    "a digit for ch": ("4ernov7", "l", "digits-for-letters", "chernov7"),
    "a digit for sh": ("6ernov7", "l", "digits-for-letters", "shernov7"),
    "a digit for ya": ("9rodion", "l", "digits-for-letters", "yarodion"),
    "a digit after a name": ("rodion1", "l", "digits-for-letters", "rodion"),
    "digits for Cyrillic letters": ("р0ди0н", "c", "digits-for-letters", "родион"),
    "three for з": ("3ахар4", "c", "digits-for-letters", "захарч"),
    "five signs, two of them letters": ("ro123", "l", "digits-for-letters", "roi2e"),
    "underscores": ("ro_di_on", "l", "digits-for-letters", "rodion"),
    "camel case": ("RodionShchegolkov", "l", "inside-word", "shchegolkov"),
    "camel case in another alphabet": ("OleØyvind", "l", "inside-word", "øyvind"),
    "camel case in another Cyrillic alphabet": ("ҚайратӘмин", "c", "inside-word", "әмин"),
    "camel case in Cyrillic": ("РодионЩегольков", "c", "inside-word", "щегольков"),
    "three words in camel case, two of them": ("MrRodionZhukov", "l", "inside-word", "rodionzhukov"),
    "capitals before a word": ("USARodion", "l", "inside-word", "rodion"),
    "beside digits": ("91rodion02", "l", "inside-word", "rodion"),
    "after a digit and an apostrophe": ("7'rodion2", "l", "inside-word", "rodion"),
    "before an apostrophe and a digit": ("rodion'7", "l", "inside-word", "rodion"),
    "before an apostrophe and an underscore": ("rodion'_x", "l", "inside-word", "rodion"),
    "before two apostrophes and a digit": ("zhmur'a'7", "l", "inside-word", "zhmur'a"),
    "a word of two letters beside a digit": ("Li_7", "l", "inside-word", "li"),
    "three letters of several": ("MrAnnZhukov", "l", "inside-word", "ann"),
    "between underscores": ("scan_rodion_2", "l", "inside-word", "rodion"),
}


@pytest.mark.parametrize("kind", READ)
def test_a_word_is_read_as(kind: str) -> None:
    token, *reading = READ[kind]

    assert tuple(reading) in readings(token)


@pytest.mark.parametrize("read", ["0o", "1i", "1l", "3e", "3z", "4a", "4h", "5s", "6b", "6g", "7t", "8b", "8v", "9g"])
def test_a_digit_stands_for_a_letter(read: str) -> None:
    sign, letter = read[0], read[1]

    assert f"kzm{letter}ndur" in {word for _, how, word in readings(f"kzm{sign}ndur") if how == "digits-for-letters"}


@pytest.mark.parametrize(("sign", "letter"), list(zip("0346189", "озчбіво", strict=True)))
def test_a_digit_stands_for_a_cyrillic_letter(sign: str, letter: str) -> None:
    assert f"кзм{letter}ндур" in {word for _, how, word in readings(f"кзм{sign}ндур") if how == "digits-for-letters"}


@pytest.mark.parametrize("sign", list("'’ʼ`′ʹ"))
def test_an_apostrophe_is_written_in_many_ways(sign: str) -> None:
    assert ("l", "possessive", "rodion") in readings(f"Rodion{sign}s")
    assert ("l", "inside-word", f"o{sign}neil") in readings(f"O{sign}Neil_7")


@pytest.mark.parametrize("typed", ["фффффл", "уууууд", "шшшшшл", "щщщщщл", "гггггд", "нннннд"])
def test_five_vowels_in_a_row_were_typed_on_no_other_keyboard(typed: str) -> None:
    assert "keyboard-layout" not in {how for _, how, _ in readings(typed)}


@pytest.mark.parametrize("word", ["ЁЛКИНА", "ПАВЛЮК", "ҚАЙРАТ"])
def test_another_code_page_holds_a_word(word: str) -> None:
    assert all(read.isalpha() for _, how, read in readings(word) if how == "code-page")


def test_two_letters_of_several_words_are_none() -> None:
    assert ("l", "inside-word", "jo") not in readings("JoZhukov")


NOT_READ = {
    "two scripts without digits": ("Shёgolkov", "digits-for-letters"),
    "two scripts and an apostrophe": ("Sh'ёgolkov", "digits-for-letters"),
    "a sign on the other keyboard": ("ружнув", "keyboard-layout"),
    "a short word is no possessive": ("his", "possessive"),
    "a word that does not end in s": ("rodion", "possessive"),
    "a short word has no Russian ending": ("anna", "latin-case-form"),
    "three letters are no other keyboard": ("lth", "keyboard-layout"),
    "what nobody could say on the other keyboard": ("hrghcnf", "keyboard-layout"),
    "no vowel on the other keyboard": ("wxcd", "keyboard-layout"),
    "a soft sign at the beginning on the other keyboard": ("mjlbjy", "keyboard-layout"),
    "four vowels in a row on the other keyboard": ("fjtbkg", "keyboard-layout"),
    "small letters are no other code page": ("Родион", "code-page"),
    "too few letters": ("1a234", "digits-for-letters"),
    "four signs": ("d4c1", "digits-for-letters"),
    "letters alone": ("rodion", "digits-for-letters"),
    "a Norwegian å is no stressed letter": ("Håp", "look-alike"),
    "a word in one piece": ("Rodion", "inside-word"),
    "a Latin word without look-alikes": ("Rodion", "look-alike"),
    "two letters beside others": ("ABvs", "inside-word"),
}


@pytest.mark.parametrize("kind", NOT_READ)
def test_a_word_is_not_read_so(kind: str) -> None:
    token, how = NOT_READ[kind]

    assert how not in {undone for _, undone, _ in readings(token)}


def test_a_reading_tells_its_place_and_its_key() -> None:
    found = {(probe.start, probe.end, probe.key) for probe in probes("scan_rodion_2") if probe.word == "rodion"}

    assert (5, 11, skeleton_keys(plain("Родион"))[0]) in found


def test_a_very_long_token_has_few_pieces() -> None:
    assert len({(probe.start, probe.end) for probe in probes("AbcDef" * 40)}) <= 24


def test_keyboards_are_the_reverse_of_each_other() -> None:
    assert ("c", "keyboard-layout", "щегольков") in readings("щегольков".translate(LAYOUT_TO_LATIN))
