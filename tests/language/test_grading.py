"""How far a form speaks for the recorded name: letter by letter in Cyrillic, by its length in Latin."""

import pytest

from archive.language.matching import NamedPerson, NameMatcher


def tiers(recorded: str, text: str, *, how: bool = False) -> set[str]:
    """Return the tiers (or the rules) of what is found of one name in a sentence."""
    found = NameMatcher([NamedPerson("p", (recorded,))]).find(f"Потом мы видели, что {text} там.")
    return {match.how if how else match.tier for match in found}


# recorded name, form in the text, tier
GRADED = {
    "the recorded letters": ("Муса Рудых", "Муса", "block"),
    "a letter that only romanisations confuse": ("Муса Рудых", "Муза", ""),
    "г for х in a surname": ("Устим Грожов", "Хрожов", "ask"),
    "ж for ш": ("Устим Жумаров", "Шумаров", "ask"),
    "a Turkic letter as Russian texts write it": ("Айгүль Сәрсенбаева", "Айгуль", "block"),
    "а for я": ("Устим Жумаля", "Жумала", "ask"),
    "another vowel in an equivalent": ("Анна Рудых", "Гання", "ask"),
    "с for з": ("Устим Жумараз", "Жумарас", "ask"),
    "с for з in a case form": ("Устим Жумараз", "Жумарасом", "ask"),
    "a case form of a name without consonants": ("Устим Ия", "Иею", "block"),
    "a case form with another vowel than the ending's": ("Устим Жумаран", "Жумараном", "block"),
    "a case form with a closed і that is о": ("Устим Жумарік", "Жумарока", "block"),
    "a case form with и for е": ("Устим Жураец", "Журайца", "block"),
    "a case form in small letters of a name nobody knows": ("Устим Жумарант", "жумарантом", "block"),
    "a case form of a nickname that is a word": ("Устим Сказочник", "Сказочником", "block"),
    "a nickname in the plural": ("Устим Очки", "Очки", "block"),
    "another vowel": ("Устим Жумаров", "Жумарев", "ask"),
    "е for ё": ("Устим Жумарёв", "Жумарев", "block"),
    "и for й at the end": ("Гордей Жумаров", "Гордеи", "block"),
    "another vowel of one sound": ("Мальвина Рудых", "Мальвына", "block"),
    "a case form of the letters": ("Устим Жумаров", "Жумаровым", "block"),
    "a case form with a fleeting vowel": ("Устим Жумарец", "Жумарца", "block"),
    "a case form with a closed і in a surname": ("Устим Жумарік", "Жумарека", "block"),
    "a case form with a closed і": ("Прокіп Жумаров", "Прокопа", "block"),
    "a case form of a name in -о that is spelled -ьо": ("Устим Жумарьо", "Жумаря", "block"),
    "a case form of a name in -ко": ("Устим Жумаренко", "Жумаренка", "block"),
    "a case form of a name in -кий": ("Устим Жумарецкий", "Жумарецкому", "block"),
    "a case form with a fleeting vowel after another": ("Устим Жумерец", "Жумерца", "block"),
    "a case form with a fleeting о after another": ("Устим Жуморок", "Жуморка", "block"),
    "a case form with a closed і after another": ("Устим Жумирік", "Жумирока", "block"),
    "a nickname that is a form of a word": ("Устим Забудь", "Забудь", "block"),
    "a case form that the dictionary knows of the name and as a word": ("Августа Рудых", "#августе", "ask"),
    "a short form of four signs that is known, and no word": ("Алина Рудых", "Алька", "block"),
    "a case form with г changed": ("Ольга Жумарова", "Ользі", "block"),
    "a case form with г changed in a surname": ("Устим Жумаруга", "Жумарузі", "block"),
    "a case form with к changed in a surname": ("Устим Жумарука", "Жумаруці", "block"),
    "a case form with х changed in a surname": ("Устим Жумаруха", "Жумарусі", "block"),
    "called, with к changed": ("Устим Жумарук", "Жумаруче", "block"),
    "called, with г changed": ("Устим Жумаруг", "Жумаруже", "block"),
    "called, with ц changed": ("Устим Жумариц", "Жумариче", "block"),
    "a Western name in Cyrillic letters": ("Александр Рудых", "Искандер", "ask"),
    "a case form that is a country": ("Франц Рудых", "Франции", ""),
    "a case form that is a word, of a name that is a word": ("Вера Мороз", "Морозу", "block"),
    "a Latin record, any letters": ("Musa Rudykh", "Муза", "block"),
    "a short form of five signs in Cyrillic": ("Александр Рудых", "Сашка", "block"),
    "a short form of five signs nobody knows": ("Александр Рудых", "Сашик", "block"),
    "a short form of four signs that is known": ("Александр Рудых", "Саша", "block"),
    "a short form of four signs that is a word": ("Денис Рудых", "Диня", "ask"),
    "one letter off in a possessive": ("Родион Щегольков", "Shchegalkov’s", "ask"),
    "one letter off inside a word": ("Родион Щегольков", "scan_Shchegalkov_2", "ask"),
    "a short form of three signs in Latin letters": ("Ирина Рудых", "Ira", "ask"),
    "a derived short form of four signs in Latin letters": ("Георгий Рудых", "Gijka", "ask"),
    "a short form of four signs nobody knows": ("Антон Рудых", "Тоха", "ask"),
    "a listed short form of four signs in Latin": ("Александр Рудых", "Sasha", "block"),
    "a derived short form of four signs in Latin": ("Родион Рудых", "Rodya", "block"),
    "a short form of three signs in Latin": ("Илья Рудых", "Ilya", "block"),
    "a short form in Latin that is a city": ("Вениамин Рудых", "Vienna", ""),
}


@pytest.mark.parametrize("kind", GRADED)
def test_a_form_is_graded(kind: str) -> None:
    recorded, text, tier = GRADED[kind]

    assert tiers(recorded, text) == ({tier} if tier else set())


# recorded name, text, the rule
RULED = {
    "as recorded": ("Родион Щегольков", "Щегольков", "as-recorded"),
    "transliteration": ("Rodion Shchegolkov", "Щегольков", "transliteration"),
    "case form": ("Родион Щегольков", "Щегольковым", "case-form"),
    "case form of a Latin record": ("Rodion Shchegolkov", "Щегольковым", "case-form"),
    "Russian ending in Latin letters": ("Родион Щегольков", "Shchegolkovym", "latin-case-form"),
    "equivalent": ("Сергей Рудых", "Сергій", "equivalent"),
    "case of an equivalent": ("Сергей Рудых", "Сергієві", "equivalent-case"),
    "western": ("Евгений Рудых", "Eugene", "western"),
    "diminutive": ("Александр Рудых", "Саша", "diminutive"),
    "case of a diminutive": ("Александр Рудых", "Сашей", "diminutive-case"),
    "rare diminutive": ("Александр Рудых", "Шурон", "rare-diminutive"),
    "full name of a short form": ("Саша Рудых", "Александр", "full-name-of-short"),
    "other short form": ("Саша Рудых", "Шурочка", "other-short-form"),
    "patronymic": ("Родион Захарович", "Захаровна", "patronymic"),
    "case of a patronymic": ("Родион Захарович", "Захаровной", "patronymic-case"),
    "surname of the other sex": ("Ольга Жмурская", "Жмурский", "gender-form"),
    "surname variant": ("Родион Жумаренко", "Жумаренков", "surname-variant"),
    "clipped": ("Нугзар Рудых", "Нугик", "clipped"),
    "possessive": ("Родион Рудых", "Rodion’s", "possessive"),
    "look-alike letters": ("Родион Щегольков", "Щeгoлькoв", "look-alike"),
    "another keyboard": ("Родион Щегольков", "Hjlbjy", "keyboard-layout"),
    "another code page": ("Родион Щегольков", "тПДЙПО", "code-page"),
    "digits for letters": ("Родион Щегольков", "r0d10n", "digits-for-letters"),
    "inside a word": ("Родион Щегольков", "суперродион", "inside-word"),
    "hyphenated": ("Родион Щегольков", "Щеголь-ков", "hyphenated"),
    "spaced": ("Родион Щегольков", "Р о д и о н", "spaced-letters"),
    "broken": ("Родион Картвелашвили", "Картве лашвили", "broken-word"),
    "both parts": ("Родион Щегольков", "Родион Щегольков", "whole-name"),
    "initials": ("Родион Щегольков", "Р. Щ.", "initials"),
    "an initial beside the surname": ("Родион Щегольков", "Р. Щегольков", "initials"),
    "a patronymic beside": ("Вера Рудых", "Вера Степановна", "patronymic-beside"),
    "one letter left out": ("Родион Щегольков", "Щеольков", "one-slip-away"),
    "one letter too many": ("Родион Щегольков", "Щегпольков", "one-slip-away"),
    "another letter": ("Родион Щегольков", "Щегальков", "one-slip-away"),
    "at the beginning of a word": ("Родион Рудых", "родионовед", "inside-word"),
    "in the middle of a word": ("Родион Щегольков", "суперщегольковик", "inside-word"),
}


@pytest.mark.parametrize("kind", RULED)
def test_a_match_tells_its_rule(kind: str) -> None:
    recorded, text, rule = RULED[kind]

    assert rule in tiers(recorded, text, how=True)


NOT_ONE_SLIP = {
    "two letters": ("Родион Щегольков", "Щпгульков"),
    "a short name": ("Родион Жуков", "Жутов"),
    "another letter in small ones": ("Родион Щегольков", "щегальков"),
    "a short word": ("Родион Щегольков", "Рдион"),
    "a longer word, a name within it": ("Родион Щегольков", "высокопрещегольковствовательности"),
    "the beginning of a long name": ("Родион Щегольковский", "превысокощеголькова"),
    "a Latin case form of a short form": ("Александр Рудых", "Sashkoj"),
    "the other case on another keyboard": ("Родион Щегольков", "Jntujkmrjd"),
    "less than half of a longer word": ("Родион Щегольков", "превысокородионовщиной"),
    "five signs inside a longer word": ("Вадим Рудых", "супервадимчик"),
}


@pytest.mark.parametrize("kind", NOT_ONE_SLIP)
def test_what_is_further_away_is_left_alone(kind: str) -> None:
    recorded, text = NOT_ONE_SLIP[kind]

    assert tiers(recorded, text) == set()


def test_a_short_name_before_the_beginning_of_another_is_none() -> None:
    assert NameMatcher([NamedPerson("p", ("Гост Стромавец",))]).find("Мы видели гострома там.") == ()


def test_the_word_that_a_form_comes_from_is_the_recorded_one() -> None:
    matcher = NameMatcher([NamedPerson("a", ("Франц",)), NamedPerson("b", ("Франция",))])

    assert {match.person for match in matcher.find("Потом мы видели, что Франции там.")} == {"b"}


def test_two_parts_inside_one_word_are_found_however_long_it_is() -> None:
    assert tiers("Родион Щегольков", "высокопревосходительныйщегольковродион", how=True) == {"inside-word"}
