"""Every case form of a name is reached from its nominative, in whatever script the name was recorded."""

from collections.abc import Callable

import pytest

from archive.language.keys import plain, skeleton_keys
from archive.language.paradigms import inflected_keys, singular_keys


def keys(word: str) -> set[str]:
    return set(skeleton_keys(plain(word)))


# kind of ending: names, and forms that texts hold
FORMS = {
    "hard": ("Щеглобор", "Щеглобора Щеглобору Щеглобором Щеглоборе Щеглоборы Щеглоборов Щеглоборам Щеглоборами"),
    "hard, many in the locative": ("Щеглобор", "Щеглоборах"),
    "hard, Ukrainian": ("Щеглобор", "Щеглоборові Щеглоборі Щеглоборів"),
    "soft": ("Жегарь", "Жегаря Жегарю Жегарем Жегаре Жегари Жегарей"),
    "soft, Ukrainian": ("Жегар", "Жегареві Жегарі"),
    "soft, of a woman": ("Любовь", "Любови Любовью Любовию"),
    "hard, with the nominative in -о": ("Михаил", "Михаило"),
    "soft, with the same name in -ия": ("Гузаль", "Гузалия"),
    "-а, with the same name in -ия": ("Аниса", "Анисию"),
    "-тр": ("Пётр", "Петера"),
    "-а, what is hers": ("Щеглора", "Щеглорин Щеглорину Щеглориной"),
    "-ия as -ья": ("Щеглория", "Щеглорье Щеглорью Щеглорьей Щеглорьею"),
    "called, after г": ("Прилуг", "Прилуже Прилузі"),
    "called, after к": ("Жмеряк", "Жмеряче Жмеряці"),
    "called, after ц": ("Жегалець", "Жегальче"),
    "fleeting е": ("Жегалец", "Жегальца Жегальцу Жегальцем"),
    "fleeting е after a vowel": ("Жураец", "Журайца Жураицу"),
    "fleeting е before к": ("Чубарек", "Чубарка Чубарку"),
    "fleeting о": ("Чубарок", "Чубарка Чубарком"),
    "fleeting in a first name": ("Павел", "Павла Павлу Павлом Павле"),
    "fleeting е before н": ("Жегремень", "Жегремня Жегремню"),
    "fleeting е before р": ("Жегобёр", "Жегобра Жегобру"),
    "fleeting е before в": ("Лев", "Льва Льву Львом"),
    "fleeting о before т": ("Жегоготь", "Жегогтя Жегогтю"),
    "closed і": ("Прокіп", "Прокопа Прокопу Прокопові"),
    "closed і for е": ("Лебідь", "Лебедя Лебедю Лебедем"),
    "-дер": ("Александр", "Александера"),
    "-в for -ф": ("Иосиф", "Иосифа Иосифом"),
    "possessive": ("Щеглорев", "Щеглорева Щеглореву Щеглоревым Щеглореве Щеглоревой Щеглоревою Щеглоревых"),
    "possessive, many": ("Щеглорев", "Щеглоревыми"),
    "possessive in -ин": ("Щеглорин", "Щеглориным Щеглориной Щеглориных Щеглориными"),
    "possessive in -ов": ("Щеглоров", "Щеглоровым Щеглоровой Щеглоровых"),
    "possessive in -ів": ("Щеглорів", "Щеглорівим Щеглорівих"),
    "possessive in -их": ("Щеглоровых", "Щеглоровыхим"),
    "-а": ("Щеглора", "Щеглоры Щеглоре Щеглору Щеглорой Щеглорою Щеглоро Щеглор Щеглорам Щеглорами Щеглорах"),
    "-я": ("Щеглоня", "Щеглони Щеглоне Щеглоню Щеглоней Щеглонею Щеглонею"),
    "-а after г": ("Прилуга", "Прилузі"),
    "-а after к": ("Жмеряка", "Жмеряці"),
    "-ья": ("Жаровья", "Жаровьи Жаровье Жаровью Жаровьей Жаровьею"),
    "-ия": ("Щеглория", "Щеглории Щеглорию Щеглорией Щеглориею Щеглорие"),
    "-ия as -я": ("Щеглория", "Щеглорю"),
    "-ия, of two letters": ("Ия", "Ию Ией"),
    "-о": ("Щегленко", "Щегленка Щегленку Щегленком Щегленкові Щегленке Щегленки Щегленкой Щегленкою"),
    "-о after г": ("Прилуго", "Прилузі"),
    "-о after к": ("Жмеряко", "Жмеряці"),
    "-о, soft": ("Щегльо", "Щегльом Shcheglyom Щеглеві"),
    "-й": ("Щегломай", "Щегломая Щегломаю Щегломаем Щегломае Щегломаеві Щегломаи Щегломаям Щегломаями Щегломаях"),
    "-ій, many": ("Гордій", "Гордіїв Гордиева"),
    "-ой": ("Щегловой", "Щеглового Щегловому Щегловым Щегловом Щегловая Щегловую Щегловые Щегловых Щегловыми"),
    "-ой, the shortest": ("Злой", "Злого Злому"),
    "-ий": ("Дмитрий", "Дмитрия Дмитрию Дмитрием Дмитрии"),
    "-ій": ("Гордій", "Гордієм Гордієві Гордіеві"),
    "adjective": ("Щегловский", "Щегловского Щегловскому Щегловским Щегловском Щегловская Щегловской Щегловскую"),
    "adjective, woman, Ukrainian": ("Щегловський", "Щегловська Щегловську Щегловською"),
    "adjective, many": ("Щегловский", "Щегловские Щегловских Щегловскими"),
    "adjective, soft": ("Щегловний", "Щегловнего Щегловнему Щегловнем Щегловней Щегловною Щегловною Щегловнюю"),
    "adjective, woman, old": ("Щегловский", "Щегловскою"),
}


@pytest.mark.parametrize("kind", FORMS)
def test_every_case_form_is_reached(kind: str) -> None:
    name, forms = FORMS[kind]
    reached = {form for key in keys(name) for form in (key, *inflected_keys(key))}

    assert [form for form in forms.split() if not keys(form) & reached] == []


NOT_FORMS = {
    "-ер only after д and т": ("Щеглобор", "Щеглобоера"),
    "-ф only for -в": ("Щеглобор", "Щеглобофа"),
    "-ец is not any ending": ("Щеглобор", "Щеглобца"),
    "-ец is not any ending after a vowel": ("Щеглоаор", "Щеглоаца"),
    "-ец after a consonant has no и": ("Жегалец", "Жегалица"),
    "not possessive": ("Щеглобор", "Щеглоборою"),
    "-ай is no adjective": ("Щегломай", "Щегломого"),
    "-й after a vowel has no adjective's forms": ("Щегломай", "Щегломаого"),
    "-ра has no softened form": ("Щеглора", "Щеглози"),
    "-ра is no -ия": ("Щеглора", "Щеглоу"),
    "a fleeting vowel is not any vowel": ("Щеглобар", "Щеглобра"),
}


@pytest.mark.parametrize("kind", NOT_FORMS)
def test_another_word_is_no_case_form(kind: str) -> None:
    name, form = NOT_FORMS[kind]

    assert not keys(form) & {form for key in keys(name) for form in inflected_keys(key)}


@pytest.mark.parametrize("paradigm", [inflected_keys, singular_keys])
@pytest.mark.parametrize("key", ["ka", "gegor", "gegIv", "gura", "SeglomaI", "SeglovoI", "Seglenko"])
def test_a_form_is_not_the_name_itself_nor_one_sign(paradigm: Callable[[str], tuple[str, ...]], key: str) -> None:
    assert all(form != key and len(form) > 1 for form in paradigm(key))


def test_a_form_is_as_it_would_be_read_in_a_text_however_far_back_it_differs() -> None:
    assert "gegaSengstrka" in inflected_keys("gegaSIngstrk")
    assert not [form for form in inflected_keys("gegaSIngstrk") if "So" in form]


# Short forms are regular, and many: only the singular
SHORT = {
    "-а": ("Жура", "Журы Журе Журу Журой Журей Журо"),
    "-га": ("Серёга", "Серёзі"),
    "-ка": ("Журка", "Журці"),
    "-о": ("Журко", "Журка Журку Журком Журкові Журки"),
    "-й": ("Журай", "Журая Жураю Жураем"),
    "consonant": ("Журик", "Журика Журику Журиком Журике Журики Журикові"),
    "soft consonant": ("Журань", "Журанем"),
    "fleeting": ("Журок", "Журка Журком"),
}


@pytest.mark.parametrize("kind", SHORT)
def test_every_singular_of_a_short_form_is_reached(kind: str) -> None:
    name, forms = SHORT[kind]
    reached = {form for key in keys(name) for form in (key, *singular_keys(key))}

    assert [form for form in forms.split() if not keys(form) & reached] == []


@pytest.mark.parametrize("key", ["", "k", "I"])
def test_one_sign_has_no_forms(key: str) -> None:
    assert inflected_keys(key) == ()


def test_what_is_too_short_to_be_an_adjective_in_oi_is_none() -> None:
    assert keys("Того").isdisjoint(form for key in keys("Той") for form in inflected_keys(key))


def test_a_vowel_that_no_paradigm_ends_in_has_none() -> None:
    assert inflected_keys("mIlu") == singular_keys("mIlu") == ()
