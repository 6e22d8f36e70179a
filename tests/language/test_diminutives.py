"""Short and pet forms: built on every stem a name has, the everyday ones told from the rare."""

import pytest

from archive.language.diminutives import short_forms
from archive.language.given_names import GivenName

MAN = GivenName("m", ("Жегор",), ("Jeger",), ("Жега", "Zhego"))
WOMAN = GivenName("f", ("Жегора",), (), ("Жега",))
HARD = (
    "а ка енька ечка очка ок ик уля уня уша ушка ура уха ута усик усь уся он ан ко осик улька ишка ышка унчик "
    "онька ища як о ич ыч ос ец ей уська утка уленька ульчик анька анчик унечка усечка ичка ася аха ака ара "
    "аша оша ошка оха аня аська чик чонок ейка ушечка улечка онок"
)
SOFT = (
    "я ька енька ечка ёк ик юля юня юша юшка юра юха юта юсик юсь юся ян ён ко юнчик ище яша як яй ич юленька "
    "юлечка юська ютка ьчик яня ёна юнька юнечка ьо ьцьо ьця яха ика ча яка яра юка "
    "ёша ёха ёнка ёшка юшечка юлька ясик чик ёнок"
)
EVERYDAY = "а ка енька ечка очка ок ик уля уша уха уня"


def forms(name: GivenName) -> dict[str, bool]:
    return dict(short_forms(name))


@pytest.mark.parametrize("suffix", HARD.split())
def test_a_suffix_is_put_to_a_hard_stem(suffix: str) -> None:
    assert "жег" + suffix in forms(GivenName("m", ("Зз",), (), ("Жега",)))


@pytest.mark.parametrize("suffix", SOFT.split())
def test_a_suffix_is_put_to_a_soft_stem(suffix: str) -> None:
    assert "жел" + suffix in forms(GivenName("m", ("Зз",), (), ("Желя",)))


@pytest.mark.parametrize("suffix", EVERYDAY.split())
def test_an_everyday_suffix_makes_an_everyday_form(suffix: str) -> None:
    assert forms(GivenName("m", ("Зз",), (), ("Жега",)))["жег" + suffix]


@pytest.mark.parametrize("suffix", ["я", "ька", "ёк", "юля", "юша", "юха", "юня"])
def test_an_everyday_soft_suffix_makes_an_everyday_form(suffix: str) -> None:
    assert forms(GivenName("m", ("Зз",), (), ("Желя",)))["жел" + suffix]


@pytest.mark.parametrize(("full", "form"), [("Жегор", "жегора"), ("Жегорь", "жегоря"), ("Жегия", "жегуля")])
def test_an_everyday_form_is_built_on_the_full_name(full: str, form: str) -> None:
    assert forms(GivenName("m", (full,), (), ()))[form]


def test_another_suffix_makes_a_rare_one() -> None:
    assert not forms(MAN)["жегош" + "а"]


@pytest.mark.parametrize("suffix", ["ок", "ик"])
def test_what_is_said_of_men_is_rare_for_a_woman(suffix: str) -> None:
    assert (forms(MAN)["жег" + suffix], forms(WOMAN)["жег" + suffix]) == (True, False)


def test_a_hard_form_said_of_men_is_rare_for_a_woman_with_a_soft_stem() -> None:
    assert not forms(GivenName("f", ("Зз",), (), ("Желя",)))["желёк"]


def test_what_is_said_of_everybody_is_an_everyday_form_of_a_woman_too() -> None:
    assert forms(WOMAN)["жегуля"]


@pytest.mark.parametrize("listed", ["жега", "zhego"])
def test_a_listed_form_is_an_everyday_one(listed: str) -> None:
    assert forms(MAN)[listed]


def test_the_full_names_are_no_short_forms() -> None:
    name = GivenName("m", ("Жегка",), ("Zheg",), ("Жега", "Zheg"))

    assert not {"жегка", "zheg"} & forms(name).keys()


# of what a form is built: the name, the everyday form (or nothing), a form
STEMS = {
    "three letters in я after a vowel": ("Ззз", "Лия", "лиюша"),
    "three letters in я after a vowel, with й": ("Ззз", "Зоя", "зойка"),
    "four letters in я after a vowel": ("Ззз", "Таия", "таийка"),
    "four letters in ка": ("Ззз", "Жека", "жекуля"),
    "stem and а": ("Ззз", "Жега", "жегуля"),
    "stem and я": ("Ззз", "Желя", "желюня"),
    "a husher before а, soft": ("Ззз", "Паша", "пашечка"),
    "a husher before а, ё": ("Ззз", "Паша", "пашёк"),
    "a husher before а, hard": ("Ззз", "Паша", "пашок"),
    "no vowel at the end": ("Ззз", "Влад", "владуся"),
    "a full name in й": ("Жегорай", "", "жегорайка"),
    "a full name no longer than a short one": ("Жора", "", "жорок"),
    "a full name of three letters in я": ("Зоя", "", "зойка"),
    "a full name of three letters in а": ("Ежа", "", "ежуля"),
    "a full name without its last vowel, soft": ("Жегоря", "", "жегорюшка"),
    "a full name without its last vowel, hard": ("Жегоря", "", "жегорушка"),
    "a full name in ь": ("Жегорь", "", "жегорёк"),
    "a full name in a consonant, hard": ("Жегор", "", "жегорушка"),
    "a full name in a consonant, soft": ("Жегор", "", "жегорюшка"),
    "what a full name begins with": ("Жегоралий", "", "жегоша"),
    "what a full name begins with, soft": ("Жегоралий", "", "жегюша"),
}


@pytest.mark.parametrize("kind", STEMS)
def test_a_form_is_built_on(kind: str) -> None:
    full, short, form = STEMS[kind]

    assert form in forms(GivenName("m", (full,), (), (short,) if short else ()))


NONE = {
    "two letters": ("Ззз", "Яа", "яуля"),
    "a long everyday form": ("Ззз", "Жегоронна", "жегороннуля"),
    "a long everyday form in я after a vowel": ("Ззз", "Жегоя", "жегойка"),
    "an everyday form in о": ("Ззз", "Жего", "жегуля"),
    "an everyday form in ь": ("Ззз", "Жель", "жельуля"),
    "a full name in a vowel, whole": ("Жегоря", "", "жегоряуля"),
    "a full name of two letters without its vowels": ("Ежья", "", "ежуля"),
    "a stem in к": ("Ззз", "Жегка", "жегкуля"),
    "a stem in й": ("Ззз", "Жейа", "жейуля"),
    "a stem in ь": ("Ззз", "Жеья", "жеьюля"),
    "a Latin everyday form": ("Ззз", "Zhega", "zhegуля"),
    "a long form without a vowel at its end": ("Ззз", "Жегоровл", "жегоровлуля"),
    "a soft husher not in а": ("Ззз", "Желя", "желуля"),
    "the beginning of a name, of two letters": ("Ежегоралий", "", "ежоша"),
    "an everyday form in a consonant, soft": ("Ззз", "Влад", "владюша"),
}


@pytest.mark.parametrize("kind", NONE)
def test_no_form_is_built_on(kind: str) -> None:
    full, short, form = NONE[kind]

    assert form not in forms(GivenName("m", (full,), (), (short,) if short else ()))
