"""One key for every spelling of a name."""

import pytest

from archive.language.keys import CONSONANTS, MOST_KEYS, keys_as_written, plain, skeleton_keys


def keys(word: str) -> set[str]:
    return set(skeleton_keys(plain(word)))


SAME = (
    ("Щегольков", "Shchegolkov"), ("Щегольков", "Sjtsjegolkov"), ("Щегольков", "Schtschegolkow"),
    ("Щегольков", "Chtchegolkov"), ("Щегольков", "Ščegol'kov"), ("Жужелев", "Zhuzhelev"),
    ("Жужелев", "Zjuzjelev"), ("Жужелев", "Schuschelew"), ("Жужелев", "Joujelev"), ("Хвощёв", "Khvoshchyov"),
    ("Хвощёв", "Chwoschtschow"), ("Хвощёв", "Hvoščëv"), ("Юлия", "Julija"), ("Юлия", "Yuliya"),
    ("Юлия", "Iouliia"), ("Юлия", "Ûliâ"), ("Евгений", "Jevgenij"), ("Евгений", "Yevgeny"),
    ("Евгений", "Evguéni"), ("Сергей", "Sergueï"), ("Александр", "Alexander"), ("Александр", "Aleksandr"),
    ("Пётр", "Pyotr"), ("Пётр", "Petr"), ("Цветаев", "Zwetajew"), ("Цветаев", "Tsvetayev"), ("Чуев", "Tsjujev"),
    ("Чуев", "Čuev"), ("Мар'яна", "Mariana"), ("Їжакевич", "Yizhakevych"), ("Згурський", "Zghurskyi"),
    ("Бьорн", "Bjørn"), ("Йосип", "Yosyp"), ("Пушкарёв", "Pouchkariov"), ("Лукин", "Loukine"),
    ("Кузин", "Koezin"), ("Ксения", "Xenia"), ("Rijikov", "Рыжиков"), ("Вікторія", "Viktoriia"),
    ("Иосиф", "Iosif"), ("Иосиф", "Iossiff"), ("I͡uriĭ", "Юрий"),
    ("Kysil'ov", "Kysiljov"), ("Білоусов", "Bilooesov"), ("Ахметшин", "Achmetszyn"), ("Д'ячков", "Djatsjkov"),
    ("Артём", "Artjom"), ("Джулія", "Djouliia"), ("Дюба", "Djoeba"), ("Габриэль", "Gabriehl'"),
    ("Хямяляйнен", "Chjamjaljajnen"), ("Арзамасцев", "Arsamaszew"), ("Кінчевський", "Cinchevs'cyi"),
    ("Стефан", "Stephan"), ("Пхакадзе", "Phakadze"), ("Тимур", "Thimur"), ("Ратгаус", "Rathaus"), ("Бадгов", "Badhov"),
    ("Мадур", "Madhur"), ("Кин", "Quin"), ("Куин", "Quin"), ("Кадыр", "Qadyr"), ("Гадыров", "Qadyrov"),
    ("Булат", "Boolat"), ("Кос", "Koos"), ("Лина", "Leena"), ("Андре", "Andree"), ("Гия", "Ghia"), ("Ник", "Nick"),
    ("Троцкий", "Trockij"), ("Кристов", "Christov"), ("Катав", "Khatav"), ("Джемал", "Djemal"), ("Гаджієв", "Hadjijev"),
    ("Кас'янчук", "Kasjantsjuk"), ("Із'ямчук", "Izjamtsjuk"), ("Андрійосенко", "Andriiosenko"),
    ("Андрийосенко", "Andryyosenko"),
    ("Дядин", "Djadin"), ("Джемал", "Dzjemal"), ("Дзюба", "Dzjuba"), ("Лешков", "Leschkow"), ("Скай", "Skjaj"),
)  # fmt: skip
DIFFERENT = (
    ("Глеб", "Хлоя"), ("Марина", "Мария"), ("Антон", "Антонина"), ("Олег", "Ольга"), ("Роман", "Рамон"),
    ("Иван", "Вано"), ("Egor", "Igor"), ("Pavel", "Polina"), ("Denis", "Diana"), ("Timur", "Tamara"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "two"), SAME)
def test_two_spellings_of_one_name_share_a_key(one: str, two: str) -> None:
    assert keys(one) & keys(two)


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_two_names_share_none(one: str, two: str) -> None:
    assert not keys(one) & keys(two)


# What romanisations write, and every Cyrillic word it may stand for: no fewer, and no more.
GROUPS = """
schtscha ша, shtsha ша, shtcha ша, chtcha ша, sjtsja ша, sjtcha ша, sjtja ша шта штиа, szcza ша,
tsza ша цса, shcha ша, schcha ша шга, scka шка ска, stsja ша, stcha ша, skja шка ска, shha ша шга, scha ша сга,
sha ша сга, sja ша са сиа, sza ша са сца, zscha ша, tscha ча ша, tssha ча цша, tzha ша цга, tzja ша ца циа,
szha ша шга сцга, tsja ча ца ша, tsha ча ша, tcha ча тга ша, tja та ча тиа ша, tjon тен чен тон тион шен,
sjon шен сон сен, zjon шен сон сен цон цен, tsjon чен цен шен цон, djon ден шен дон дион, cza ча ца цса,
cha ча га ша ка, tza ца, tsa ца, dzha ша, dzja ша дса, dscha ша, dja да ша диа, dzscha ша, zha ша сга, zja ша са ца сиа,
gha га, kha га ка, cka ка цка, pha фа пга, tha та тга, dha да дга, eha еа ега, xa кса га, qua ка куа, qa ка га, wa ва,
va ва, fa фа, ffa фа, ba ба, ga га, ha га, da да, ka ка, la ла, ma ма, na на, pa па, ra ра, sa са, ta та, za са ца,
oua уа оуа, oea оеа уа, ooa уа оа, ooea оуа, eea еа иа
"""
GLIDES = """
ian иан, bian бан биан, ien ен иен, bien бен биен, ion ен ион, bion бен бион, iun иун, biun бун биун, ioun иун,
bioun бун биун, ioen иун ен иоен, bioen бун биун бен биоен, iehn ен иен егн иегн, biehn бен биен бегн биегн, in ин,
bin бин, yan иан, byan бан биан, yen ен иен, byen бен биен, yon ен ион, byon бен бион, yun иун, byun бун биун,
youn иун, byoun бун биун, yoen иун ен иоен, byoen бун биун бен биоен, yehn ен иен егн иегн, byehn бен биен бегн биегн,
yn ин, byn бин, jan иан шан, bjan бан биан бшан, jen ен шен, bjen бен бшен, jon ен ион шен, bjon бен бион бшен бон,
jun иун шун, bjun бун биун бшун, joun иун шун, bjoun бун биун бшун, joen иун шун ен иоен шоен,
bjoen бун биун бшун бен биоен бшоен боен, jehn ен шен егн шегн, bjehn бен бшен бегн бшегн, jn ин шн, bjn бн бин бшн,
ijan иан ишан, bijan биан бишан, ijen иен ишен, bijen биен бишен, ijon иен ион ишен, bijon биен бион бишен,
ijun иун ишун, bijun биун бишун, ijoun иун ишун, bijoun биун бишун, ijoen иун ишун иен иоен ишоен,
bijoen биун бишун биен биоен бишоен, ijehn иен ишен иегн ишегн, bijehn биен бишен биегн бишегн, ijn ин ишн,
bijn бин бишн, jian иан шан, bjian биан бшан, jien иен шен, bjien биен бшен, jion иен ион шен, bjion биен бион бшен,
jiun иун шун, bjiun биун бшун, jioun иун шун, bjioun биун бшун, jioen иун шун иен иоен шоен,
bjioen биун бшун биен биоен бшоен, jiehn иен шен иегн шегн, bjiehn биен бшен биегн бшегн, jin ин шин, bjin бин бшин,
yjan иан ишан, byjan биан бишан, bj б би бш, bij би, bji би бши, by би, aj аи аш, ajn аин ашн, baj баи баш, baij баи,
bajji баи баши, jirik ирик ширик, rijik рик ришик, jylin илин шилин, iion ен ион иен, yyon ен ион иен,
sjijen шен шишен сиен сишен, jijin ин ижин жижин, jijak иак ижак жижак
"""
PLACES = """
gui ги гуи, gue ге гуе, guy ги гуи, gua гуа, ce це ке че се, ci ци ки чи си, cy ци ки чи си, ca ка ца ча, cn кн цн чн,
bac бак бац бач, baf бав, baff бав, bafa бафа, baffa бафа, bine бине, abine абин абине, bene бене, kabina кабина,
ander андр, anter антр, anker анкер, dera дера, biei беи биеи би, bieia беиа биеиа ба биа,
podieia подеиа подиеиа пода подиа, ёba еба иоба, yёba еба иоба, bjёba беба биоба, baёb баеб баиоб, boeb боеб буб,
booeb боуб, sce сце ске ше се, ytt ит, iehi еги иеги
"""


@pytest.mark.parametrize("table", [GROUPS, GLIDES, PLACES], ids=["groups", "glides", "places"])
def test_letters_have_the_readings_that_romanisations_give_them(table: str) -> None:
    rows = [row.split() for row in table.split(",")]

    read = {word: set(skeleton_keys(word)) for word, *_ in rows}

    assert read == {word: {skeleton_keys(one)[0] for one in readings} for word, *readings in rows}


# What a Cyrillic word shares its keys with, all of them: йо is ё, ьо is ё or о, я and ю are soft after consonants.
CYRILLIC = """
йосип есип, бьорн берн борн, льоня лена лона, дарья дариа дара, солью солиу солу, лия лиа, юн иун, ян иан, мария мариа,
марию мариу, бйон бен, мар'ян мариан, марʼян мариан, бляхер блахер, бюнер бунер, илья илиа ила
"""
ONE_SOUND = """
атса аца, атца аца, атча ача, атша аша, асча аща, асша аша, азжа ажа, ажча аша, аджа ажа, анна ана, ашо аше, ачо аче,
ашиа аша, ашие аше, ашиу ашу, ашио аше, ачиа ача, ачие аче, ачиу ачу, андер андр, антер антр, аф ав, агга ага, аха ага
"""
TWO_SOUNDS = "андера андра, анкер анкр, афа ава, ачио аче, ано ане, ата аца, аниа ана, ԥан ан"


def test_a_cyrillic_word_has_the_readings_that_its_letters_allow() -> None:
    rows = [row.split() for row in CYRILLIC.split(",")]

    read = {word: set(skeleton_keys(word)) for word, *_ in rows}

    assert read == {word: {skeleton_keys(one)[0] for one in readings} for word, *readings in rows}


@pytest.mark.parametrize("pair", ONE_SOUND.split(","))
def test_what_sounds_alike_has_one_key(pair: str) -> None:
    one, other = pair.split()

    assert skeleton_keys(one) == skeleton_keys(other)


@pytest.mark.parametrize("pair", TWO_SOUNDS.split(","))
def test_what_sounds_otherwise_has_another_key(pair: str) -> None:
    one, other = pair.split()

    assert skeleton_keys(one) != skeleton_keys(other)


def test_every_consonant_has_its_sign_and_may_be_soft() -> None:
    letters = "бвгджзклмнпрстфхцчшщ"

    assert {skeleton_keys(f"{letter}а")[0][0] for letter in letters} == CONSONANTS
    assert [letter for letter in letters if skeleton_keys(f"а{letter}я") != skeleton_keys(f"а{letter}а")] == []


@pytest.mark.parametrize("word", ["", "17", "'", "ьъ", "ь", "άλφα"])
def test_a_word_without_sounds_has_no_key(word: str) -> None:
    assert skeleton_keys(word) == ()


class TestAWordOfVeryManyReadings:
    def test_has_them_all_while_they_are_few_enough(self) -> None:
        assert len(skeleton_keys("sha" * 6)) == MOST_KEYS == 64

    def test_has_the_likeliest_where_they_are_too_many(self) -> None:
        keys = skeleton_keys("sha" * 8)

        assert len(keys) == MOST_KEYS
        assert keys[0] == "Sa" * 8
        assert max(key.count("g") for key in keys) == 3


PLAIN = [
    ("ЩЕГОЛЬКОВ", "щегольков"), ("Bjørn-Åge", "bjørn-åge"), ("Ｒｏｄｉｏｎ", "rodion"), ("Weiß", "weiss"),
    ("Родио\u200bн", "родион"),
    ("Родио\u0301н", "родион"), ("Şahin", "şahin"), ("Їжак", "їжак"), ("Раҳмонӣ", "раҳмони"), ("Йон", "йон"),
    ("O’Neil", "o’neil"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "plainly"), PLAIN)
def test_a_word_is_compared_without_capitals_and_disguise(written: str, plainly: str) -> None:
    assert plain(written) == plainly


def test_a_word_with_letters_of_its_own_has_the_keys_of_all_its_spellings() -> None:
    assert set(keys_as_written("bøhn")) == {*skeleton_keys("bøhn"), *skeleton_keys("boehn"), *skeleton_keys("behn")}
