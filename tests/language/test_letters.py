"""Which characters pass for which: marked letters, look-alikes, other alphabets, other keyboards."""

import re

import pytest

from archive.language.keys import keys_as_written, plain, skeleton_keys
from archive.language.letters import (
    CAPITALS,
    LAYOUT_TO_CYRILLIC,
    LAYOUT_TO_LATIN,
    LAYOUT_TO_UKRAINIAN,
    as_in_russian,
    bare,
    is_cyrillic,
    is_latin,
    respellings,
    without_accents,
)
from archive.language.probing import probes
from archive.language.unmasking import unmask


def pairs(table: str) -> list[tuple[str, str]]:
    """Return what stands before and after the space in each part of a table."""
    return [(one, other) for one, other in map(str.split, table.split(","))]


def apart(pair: tuple[str, str]) -> bool:
    """Tell whether two words share no key."""
    return set(skeleton_keys(plain(pair[0]))).isdisjoint(skeleton_keys(plain(pair[1])))


def misread(table: str, meant: str, small: str, capitals: str = "") -> list[str]:
    """Return the pairs (a letter, what it passes for) of which a word with the one is not read as the word meant."""
    words = [(pair, small if pair[1].islower() else capitals) for pair in table.split()]
    return [
        pair
        for pair, written in words
        if meant.format(pair[1].lower()) not in {probe.word for probe in probes(written.format(pair[0]))}
    ]


MARKED = """
š sh, ŝ sh, ş sh, ș sh, ś s, ž zh, ż zh, ẑ zh, ź z, č ch, ĉ ch, ć ch, ç ch, ċ ch, ţ ts, ț ts, ğ g, ǵ g, ł l, đ d, ð d,
þ th, æ ae, ø o, ö o, œ oe, å a, ə a, ı i, ŋ ng, ħ kh, ň n, ḫ kh, ǧ dzh, ⱪ k, ƣ g, ɵ o, ŭ u, é e, ü u, ọ o,
k k, й й, ї ї
"""


def test_a_marked_latin_letter_is_read_as_its_readers_do() -> None:
    assert [pair for pair in pairs(MARKED) if without_accents(f"на{pair[0]}о") != f"на{pair[1]}о"] == []


GLIDES = [(f"{letter}âk", f"{letter}ak") for letter in "bcdfghjklmnpqrstvwxz"]
GLIDES += [(f"{letter}âk", f"{letter}iak") for letter in "aeiouy’"] + [("âk", "iak"), ("ûk", "iuk"), ("lûk", "luk")]


def test_a_vowel_with_a_circumflex_has_a_glide_but_after_consonants() -> None:
    assert [without_accents(written) for written, _ in GLIDES] == [reading for _, reading in GLIDES]


# a Cyrillic letter in a name, and the same name in Latin letters
SOUNDS = """
Ган Gan, Ган Han, Бан Ban, Ван Van, Ґан Gan, Дан Dan, Жан Zhan, Зан Zan, Кан Kan, Лан Lan, Ман Man, Нон Non, Пан Pan,
Ран Ran, Сан San, Тан Tan, Фан Fan, Хан Khan, Цан Tsan, Чан Chan, Шан Shan, Щан Shchan, Ян Yan, Юн Yun, Йан Yan,
Ран Ran, Рен Ren, Рён Ryon, Рєн Ren, Рэн Ren, Рин Rin, Рін Rin, Руїн Ruin, Рын Ryn, Рон Ron, Рун Run,
Рянь Ryan, Ръян Ryan, Мин'ян Minyan, Мин’ян Minyan, Минʼян Minyan
"""
RARE = """
Абған Абган, Абѕан Абзан, Абҙан Абзан, Абјан Абйан, Лѵнар Линар, Ѳобар Фобар, Абқан Абкан, Абҡан Абкан, Абљан Аблан,
Абњан Абнан, Абңан Абнан, Абҥан Абнан, Пөнат Понат, Ѡмар Омар, Абҫан Абсан, Абћан Абчан, Пүнат Пунат, Пұнат Пунат,
Абһан Абхан, Абҳан Абхан, Абҷан Абджан, Абҗан Абджан, Абџан Абджан, Абђан Абджан, Пәнат Панат, Абӏан Абан, Пѣнат Пенат,
Пєнат Пенат, Пэнат Пенат, Пінат Пинат, Поїнат Поинат, Пынат Пинат, Аббйан Аббиан, Ґабан Габан, Пёнат Пенат, Абъян Абьян,
Абьян Абян, Абʼян Аб'ян, Аб’ян Аб'ян, Пӑнат Панат, Пӓнат Панат, Пӗнат Пенат, Абӂан Абжан, Абӝан Абжан,
Абʹян Аб'ян, Аб`ян Аб'ян, Аб′ян Аб'ян,
Абӟан Абзан, Пӣнат Пинат, Пӥнат Пинат, Пӧнат Понат, Пӭнат Пенат, Пӯнат Пунат, Пӱнат Пунат, Пӳнат Пунат, Пўнат Пунат,
Абӵан Абчан, Пӹнат Пинат, Абѓан Абган, Абќан Абкан, Пѐнат Пенат, Пѝнат Пинат, Пӫнат Понат, Пӛнат Панат
"""


def test_a_cyrillic_letter_sounds_as_its_romanisation() -> None:
    assert [pair for pair in pairs(SOUNDS) if apart(pair)] == []


def test_a_letter_that_russian_lacks_is_the_one_that_texts_write_for_it() -> None:
    assert [pair for pair in pairs(RARE) if bare(plain(pair[0])) != bare(plain(pair[1]))] == []
    assert [pair for pair in pairs(RARE) if apart(pair)] == []


# й, ї and ё are letters, not marked ones
@pytest.mark.parametrize("letter", "йїё")
def test_a_letter_of_russian_or_ukrainian_is_left_in_place(letter: str) -> None:
    assert plain(f"Ў{letter.upper()}") == f"у{letter}"


# Each Latin letter in a Cyrillic word that holds another one, too: a Latin p, which is no п.
SHAPES = """
aа bв cс eе gд hһ iі jј kк lӏ mм nп oо pр rг sѕ tт uц wш xх yу zз ĸк ɜз ƃб ɯш ʍм ëё ïї éе ắа
AА BВ CС EЕ HН IІ JЈ KК LӀ MМ NИ OО PР RЯ SЅ TТ UЦ WШ XХ YУ ZЗ ËЁ ÏЇ ÉЕ ẮА
"""


def test_a_latin_letter_in_a_cyrillic_word_is_what_it_looks_like() -> None:
    assert misread(SHAPES, "жур{}жил", "Жуp{}жил", "ЖУP{}ЖИЛ") == []


def test_a_latin_letter_outside_the_alphabet_is_read_alone_too() -> None:
    assert misread("ɜз", "жу{}зил", "Жу{}зил") == []


IN_LATIN = "аa вb сc еe ԍg һh нh іi јj кk ӏl мm пn оo рp ԛq гr ѕs тt цu ѵv ԝw хx уy зz їi иu ьb яr чu ѡw шw бb йn"


def test_a_cyrillic_letter_in_a_latin_word_is_what_it_looks_like() -> None:
    assert misread(IN_LATIN, "bue{}don", "Вue{}don") == []


ALL_LATIN = """
aа cс eе oо pр xх yу iі áа àа éе èе óо òо ýу ëё
AА BВ CС EЕ HН KК MМ OО PР TТ XХ YУ ÁА ÀА ÉЕ ÈЕ ÓО ÒО ÝУ ËЁ
"""


def test_a_cyrillic_name_is_seen_in_a_word_all_of_latin_look_alikes() -> None:
    assert misread(ALL_LATIN, "схор{}сох", "Cxop{}cox", "CXOP{}COX") == []


LOOK_ALIKES = """
αa ɑa οo օo εe ιi κk νv ρp τt υu χx γy ηn ωw ϲc ϳj ɡg ɩi ⅼl աw ոn սu ցg ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo
ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɐa ǝe ɹr ʇt ʌv ƒf ʁr ꞓc ϱp σo μm βb δd λl θo ξe ζz Ꭵi Ꮟb Ꮒh Ꮷd
ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ꓮA ꓐB ꓚC ꓓD ꓰE ꓖG ꓧH ꓲI ꓙJ ꓗK ꓡL ꓟM ꓠN ꓳO ꓑP ꓣR ꓢS ꓔT ꓴU ꓦV ꓪW ꓫX
ꓬY ꓜZ ᎪA ᏴB ᏟC ᎠD ᎬE ᏀG ᎻH ᎫJ ᏦK ᏞL ᎷM ᏢP ᎡR ᏚS ᎢT ᏙV ᎳW ᏃZ ᏒR ᎽY πп φф ΓГ ΠП ΦФ ΛЛ ΔД
"""


def test_a_letter_of_another_alphabet_is_what_it_looks_like() -> None:
    assert [pair for pair in LOOK_ALIKES.split() if read(f"x{pair[0]}x") != f"x{pair[1]}x"] == []


GEORGIAN = """
ა a, ბ b, გ g, დ d, ე e, ვ v, ზ z, თ t, ი i, კ k, ლ l, მ m, ნ n, ო o, პ p, ჟ zh, რ r, ს s, ტ t, უ u, ფ p, ქ k, ღ gh,
ყ q, შ sh, ჩ ch, ც ts, ძ dz, წ ts, ჭ ch, ხ kh, ჯ j, ჰ h
"""
ARMENIAN = """
ա a, բ b, գ g, դ d, ե e, զ z, է e, ը y, թ t, ժ zh, ի i, լ l, խ kh, ծ ts, կ k, հ h, ձ dz, ղ gh, ճ ch, մ m, յ y, ն n,
շ sh, ո o, չ ch, պ p, ջ j, ռ r, ս s, վ v, տ t, ր r, ց ts, ւ v, փ p, ք k, օ o, ֆ f, և ev
"""


def test_a_georgian_letter_is_romanised() -> None:
    assert [read(f"ა{letter}") for letter, _ in pairs(GEORGIAN)] == [f"A{latin}" for _, latin in pairs(GEORGIAN)]


def test_an_armenian_letter_is_romanised() -> None:
    assert [read(f"ա{letter}") for letter, _ in pairs(ARMENIAN)] == [f"a{latin}" for _, latin in pairs(ARMENIAN)]


def read(text: str) -> str:
    """Return the text as its letters read."""
    unmasked = unmask(text)
    return text if unmasked is None else unmasked.text


TYPED = [
    ("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё", LAYOUT_TO_CYRILLIC),
    ('QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~', "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ", LAYOUT_TO_CYRILLIC),
    ("qwertyuiop[]asdfghjkl;'zxcvbnm,.\\", "йцукенгшщзхїфівапролджєячсмитьбюґ", LAYOUT_TO_UKRAINIAN),
    ('QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>', "ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ", LAYOUT_TO_UKRAINIAN),
    ("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`", LAYOUT_TO_LATIN),
    ("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ", "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.`", LAYOUT_TO_LATIN),
    ("їієЇІЄ", "]s']S'", LAYOUT_TO_LATIN),
]


@pytest.mark.parametrize(("typed", "meant", "layout"), TYPED)
def test_each_key_has_the_letter_of_the_other_keyboard(typed: str, meant: str, layout: dict[int, int]) -> None:
    assert typed.translate(layout) == meant


# a name with a letter of its own, and how else it is written
RESPELLED = """
bøhn boehn, bøhn behn, böhn boehn, böhn behn, bœhn boehn, bœhn behn, brämt braemt, brämt bremt, brümt bruemt,
bræmt bremt, bråmt bromt, zəhmt zehmt, мыңжас мынгжас, ҡаҙыр ҡадыр, өтен утен, šumak sumak, śumak sumak,
şumak sumak, șumak sumak, ŝumak sumak, žumak zumak, źumak zumak, żumak zumak, ẑumak zumak
"""


def test_a_letter_that_others_lack_is_written_out() -> None:
    assert respellings("bøhn") == ("boehn", "behn")
    assert [pair for pair in pairs(RESPELLED) if pair[1] not in respellings(pair[0])] == []


@pytest.mark.parametrize("word", ["bohn", "бон", "bóhn"])
def test_a_word_without_such_letters_is_written_in_one_way(word: str) -> None:
    assert respellings(word) == ()


# words that are one name in Cyrillic, though written otherwise
ONE_NAME = """
альона алёна, майор маёр, жолов желов, шолов шелов, чолов челов, щолов щелов, цолов целов, наталия наталья,
наталию наталью, наталией натальей, анна ана, мар'яна марьяна, мар’яна марьяна, марʼяна маряна, объян обян,
мар`яна марьяна, мар′яна марьяна, марʹяна маряна
"""


def test_usual_spellings_of_one_cyrillic_name_are_one() -> None:
    assert [pair for pair in pairs(ONE_NAME) if bare(pair[0]) != bare(pair[1])] == []


@pytest.mark.parametrize("pair", ["голов гелов", "наталин натальн", "алан алон"])
def test_other_cyrillic_names_are_not_one(pair: str) -> None:
    one, other = pair.split()

    assert bare(one) != bare(other)


def test_a_word_in_russian_letters_has_its_doubled_letters() -> None:
    assert as_in_russian("ґанно") == "ганно"


def test_a_name_is_indexed_as_written_and_as_written_out() -> None:
    assert set(keys_as_written("bøhn")) > set(skeleton_keys("boehn"))


@pytest.mark.parametrize("word", ["ж", "Ж", "Ѐ", "ԯ", "abж"])
def test_a_word_with_a_cyrillic_letter_is_cyrillic(word: str) -> None:
    assert is_cyrillic(word)


@pytest.mark.parametrize("word", ["", "z", "ά", "ნ", "1-'"])
def test_a_word_without_one_is_not(word: str) -> None:
    assert not is_cyrillic(word)


@pytest.mark.parametrize("word", ["a", "z", "A", "Z", "À", "Ö", "Ø", "ö", "ø", "ʯ", "Ḁ", "ỿ", "жz"])
def test_a_word_with_a_latin_letter_is_latin(word: str) -> None:
    assert is_latin(word)


@pytest.mark.parametrize("word", ["", "ж", "×", "÷", "ά", "1-'"])
def test_a_word_without_a_latin_letter_is_not(word: str) -> None:
    assert not is_latin(word)


@pytest.mark.parametrize("letter", "AZÀÖØŠŽƏȘЀЯҐҚӨԮ")
def test_a_capital_of_either_script_is_one(letter: str) -> None:
    assert re.fullmatch(f"[{CAPITALS}]", letter)
    assert not re.fullmatch(f"[{CAPITALS}]", letter.lower())
