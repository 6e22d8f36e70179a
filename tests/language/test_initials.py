"""Initials: where they stand beside a name or for one, and which names they may begin."""

import pytest

from archive.language.index import NameIndex
from archive.language.initials import initials_alone, initials_around, lone_initials, sounds_borne
from archive.language.keys import plain, skeleton_keys

# text with the name in brackets: the initials beside it
BESIDE = {
    "one before": ("Там Р. [Щегольков] был", "Р."),
    "two before": ("Там Р. З. [Щегольков] был", "Р. З."),
    "two before, without spaces": ("Там Р.З.[Щегольков] был", "Р.З."),
    "two of many letters": ("Da Schtsch. Schtsch. [Jmurow] war", "Schtsch. Schtsch."),
    "the end of a word before": ("Там УР. [Щегольков] был", ""),
    "a letter before, without a point": ("Там Р [Щегольков] был", ""),
    "one after": ("Там [Щегольков] Р. был", "Р."),
    "two after": ("Там [Щегольков] Р. З. был", "Р. З."),
    "two after, without spaces": ("Там [Щегольков] Р.З. был", "Р.З."),
    "one after a comma": ("Там [Щегольков], Р. был", "Р."),
    "one after, without a point": ("Там [Щегольков] Р был", "Р"),
    "one after a comma, without a point": ("Там [Щегольков], Р был", ""),
    "a word after": ("Там [Щегольков] Рано", ""),
    "a possessive after": ("Там [Щегольков] Р’с", ""),
    "another possessive after": ("Der [Zhmurov] R's", ""),
    "a small letter after": ("Там [Щегольков] р. был", ""),
}


@pytest.mark.parametrize("kind", BESIDE)
def test_initials_beside_a_name(kind: str) -> None:
    marked, expected = BESIDE[kind]
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")

    assert "".join(text[one:two] for one, two, _ in initials_around(text, start, end)) == expected


# initial, names of which it may be the initial
BEGIN = """
Ye. Євген   Ya. Яша     Yu. Юстим   Yo. Ёлка    Je. Євген   Ja. Яша     Ju. Юстим   Jo. Ёлка    Ie. Євген
Ia. Яша     Iu. Юстим   Io. Ёлка    Iou. Юстим  Ou. Устим   Zh. Жмур    Zj. Жмур    Kh. Хома    Ts. Цвет
Th. Тома    Ch. Чмур    Ch. Хома    Ch. Шмур    Tch. Чмур   Tsj. Чмур   Tsch. Чмур  Cz. Чмур    Sh. Шмур
Sj. Шмур    Sch. Шмур   Sz. Шмур    Shch. Щур   Sjtsj. Щур  Schtsch. Щур Chtch. Щур Szcz. Щур
Dj. Джамур  Dzh. Джамур Dzj. Джамур Dsh. Джамур Dsj. Джамур Dsch. Джамур Дж. Джамур Дж. Jamur
Y. Євген    Y. Яша      J. Євген    J. Яша      I. Євген    I. Иван     O. Устим    O. Омар     S. Щур
S. Сом      Z. Жмур     Z. Зоран    D. Джамур   D. Дамур    C. Шмур     C. Хома     C. Чмур     T. Цвет
T. Чмур     T. Тома     K. Хома     K. Кома     F. Фома     Ф. Fomar    Щ. Shchur   Š. Шмур     Қ. Kaman
"""


@pytest.mark.parametrize(("initial", "name"), list(zip(BEGIN.split()[::2], BEGIN.split()[1::2], strict=True)))
def test_an_initial_may_be_that_of(initial: str, name: str) -> None:
    ((start, end, sounds),) = initials_around(f"Da {initial} Zzyzx", len(initial) + 4, len(initial) + 9)

    assert (start, end) == (3, 3 + len(initial))
    assert not sounds.isdisjoint({key[0] for key in skeleton_keys(plain(name))})


OTHERS = "R. Лев|Р. Лев|Щ. Самур|S. Тома|T. Дамур|K. Цвет|D. Тома|Sh. Тома|Дж. Дамур"


@pytest.mark.parametrize("pair", OTHERS.split("|"))
def test_an_initial_is_not_that_of(pair: str) -> None:
    initial, name = pair.split()
    ((_, _, sounds),) = initials_around(f"{initial} Zzyzx", len(initial) + 1, len(initial) + 6)

    assert sounds.isdisjoint({key[0] for key in skeleton_keys(plain(name))})


def crowd(size: int) -> NameIndex:
    return NameIndex([(f"p{number:02}", ("Родион Щегольков",)) for number in range(size)])


# text, what stands for Родион Щегольков
ALONE = {
    "two": ("Там звали Р. Щ., да", "Р. Щ."),
    "without a space": ("Там звали Р.Щ., да", "Р.Щ."),
    "the surname first": ("Там звали Щ. Р., да", "Щ. Р."),
    "three": ("Там звали Р. З. Щ., да", ""),
    "three, the last of another name": ("Там звали Р. Щ. З., да", "Р. Щ. З."),
    "of several letters": ("Han het R. Sjtsj., ja", "R. Sjtsj."),
    "at the beginning": ("Р. Щ. был", "Р. Щ."),
    "after a word in small letters": ("был Р. Щ. там", "Р. Щ."),
    "before a name": ("Там звали Р. Щ. Верещагин", ""),
    "before another letter": ("Там звали Р. Щ. З.", "Р. Щ. З."),
    "after a name": ("Верещагин Р. Щ. был", ""),
    "after another initial": ("Там А.Р. Щ. был", ""),
    "at the end of a word": ("Там АР. Щ. был", ""),
    "the first twice": ("Там звали Р. Р., да", ""),
    "the last twice": ("Там звали Щ. Щ., да", ""),
    "the first alone fits": ("Там звали Р. Г., да", ""),
    "the last alone fits": ("Там звали Г. Щ., да", ""),
    "the last, first, alone fits": ("Там звали Щ. Г., да", ""),
    "the first, last, alone fits": ("Там звали Г. Р., да", ""),
}


@pytest.mark.parametrize("kind", ALONE)
def test_initials_that_stand_for_a_name(kind: str) -> None:
    text, expected = ALONE[kind]

    found = list(lone_initials(crowd(1), text))

    assert [(text[start:end], *rest) for start, end, *rest in found] == (
        [(expected, "p00", "ask", "initials")] if expected else []
    )


def test_initials_that_fit_more_than_sixteen_say_nothing() -> None:
    assert [len(list(lone_initials(crowd(size), "Там звали Р. Щ., да"))) for size in (16, 17)] == [16, 0]


def test_initials_alone_tell_their_sounds() -> None:
    ((match, first, second),) = initials_alone("Там звали Р. Щ., да")

    assert (match.span(), first, second) == ((10, 15), frozenset("r"), frozenset("S"))


def test_a_person_bears_the_sounds_that_the_parts_of_the_name_begin_with() -> None:
    assert sounds_borne(crowd(1), "p00") == {"r", "S"}
