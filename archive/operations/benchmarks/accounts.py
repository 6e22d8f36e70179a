"""Invented accounts, the same for the same number: 40 details, 25 of them altered, three persons, four languages."""

import itertools
import random
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from archive.catalogue.closed_lists import WARNINGS
from archive.catalogue.facets import FACETS
from archive.deidentification.treatments import Treatment
from archive.detection.findings import EntityType, IdentifierClass
from archive.language.matching import NamedPerson, NameMatcher
from archive.operations.benchmarks.sentences import BY_LANGUAGE, Sentences

SEED: Final = 20261122
LANGUAGES: Final = tuple(BY_LANGUAGE)
PERSONS_EACH: Final = 3
COLLECTION: Final = "benchmark"
# kind of detail: how many an account has
DETAILS: Final = {"name": 9, "place": 6, "date": 5, "unit": 3, "amount": 2, "kept": 15}
ALTERED: Final = sum(count for kind, count in DETAILS.items() if kind != "kept")
PASSAGES: Final = 10
THEME_GROUPS: Final = 8
THEMES_IN_GROUP: Final = 5
_FILLER_WORDS: Final = 12
_VOCABULARY: Final = 6000

# What an editor would have made of each kind: entity type, class, treatment.
TREATED_AS: Final = {
    "name": (EntityType.PERSON, IdentifierClass.DIRECT, Treatment.PSEUDONYMISE),
    "place": (EntityType.LOC, IdentifierClass.QUASI, Treatment.GENERALISE),
    "date": (EntityType.DATE, IdentifierClass.QUASI, Treatment.GENERALISE),
    "unit": (EntityType.CODE, IdentifierClass.LOOKUP, Treatment.GENERALISE),
    "amount": (EntityType.QUANTITY, IdentifierClass.QUASI, Treatment.SUMMARISE),
    "kept": (EntityType.QUANTITY, IdentifierClass.QUASI, Treatment.RETAIN),
}

_FIRST_NAMES: Final = (
    ("Сергей", "Sergei"), ("Николай", "Nikolai"), ("Дмитрий", "Dmitri"), ("Михаил", "Mikhail"), ("Андрей", "Andrei"),
    ("Алексей", "Aleksei"), ("Григорий", "Grigori"), ("Анатолий", "Anatoli"), ("Валерий", "Valeri"), ("Игорь", "Igor"),
    ("Вячеслав", "Vyacheslav"), ("Геннадий", "Gennadi"), ("Татьяна", "Tatiana"), ("Екатерина", "Yekaterina"),
)  # fmt: skip
_SURNAME_STARTS: Final = (
    ("Залгу", "Zalgu"), ("Кемдо", "Kemdo"), ("Пурше", "Purshe"), ("Вожму", "Vozhmu"), ("Тыргы", "Tyrgy"),
    ("Хаздо", "Khazdo"), ("Бижге", "Bizhge"), ("Ломзу", "Lomzu"), ("Гужмо", "Guzhmo"), ("Чепту", "Cheptu"),
)  # fmt: skip
_SURNAME_MIDDLES: Final = (
    ("рдаш", "rdash"), ("мкуж", "mkuzh"), ("лбеч", "lbech"), ("нгош", "ngosh"), ("пжар", "pzhar"), ("ткеш", "tkesh"),
    ("звуш", "zvush"), ("гдич", "gdich"), ("кмаз", "kmaz"), ("дроч", "droch"),
)  # fmt: skip
_SURNAME_ENDS: Final = (("ов", "ov"), ("ин", "in"), ("енко", "enko"), ("ский", "ski"))
_PSEUDONYM_PARTS: Final = (
    ("Aul", "Bex", "Cov", "Dwy", "Eck", "Fyl", "Gwa", "Hov", "Ixo", "Jul"),
    ("wab", "web", "wib", "wob", "wub", "wac", "wec", "wic", "woc", "wuc"),
    ("axa", "exa", "ixa", "oxa", "uxa", "awa", "ewa", "iwa", "owa", "uwa"),
    ("by", "cey", "doy", "fuy", "gay", "hey", "joy", "kuy", "lay", "mey"),
)
_PLACES: Final = (("Wolqua", "Вольква"), ("Trexfjo", "Трексфьо"), ("Quambly", "Квамбли"), ("Oxwerth", "Оксверт"))


@dataclass(frozen=True)
class Protected:
    """One invented person: names as recorded, the surname as texts write it, and the name they bear here."""

    number: int
    recorded: tuple[str, ...] = field(repr=False)
    cyrillic: str = field(repr=False)
    latin: str = field(repr=False)
    pseudonym: str


@dataclass(frozen=True)
class Detail:
    """A place in a text that identifies, and what readers see instead."""

    start: int
    end: int
    kind: str
    replacement: str
    person: int | None = None


@dataclass(frozen=True)
class Account:
    """One invented account with everything decided."""

    number: int
    language: str
    text: str = field(repr=False)
    details: tuple[Detail, ...] = field(repr=False)
    persons: tuple[int, ...]
    facts: tuple[tuple[str, str], ...]
    themes: tuple[tuple[int, tuple[str, ...]], ...]
    warnings: tuple[str, ...]
    abstracts: tuple[tuple[str, str], ...] = field(repr=False)


def theme_codes() -> tuple[tuple[str, str | None], ...]:
    """Return the codes of an invented thesaurus, each with the one above it."""
    groups = [f"B{group}" for group in range(1, THEME_GROUPS + 1)]
    below = [(f"{group}.{number}", group) for group in groups for number in range(1, THEMES_IN_GROUP + 1)]
    return (*((group, None) for group in groups), *below)


def protected(number: int) -> Protected:
    """Return the invented person of a number; no two share a surname or a pseudonym."""
    first, first_latin = _FIRST_NAMES[number % len(_FIRST_NAMES)]
    rest, start = divmod(number, len(_SURNAME_STARTS))
    rest, middle = divmod(rest, len(_SURNAME_MIDDLES))
    rest, second = divmod(rest, len(_SURNAME_MIDDLES))
    rest, end = divmod(rest, len(_SURNAME_ENDS))
    pieces = (
        _SURNAME_STARTS[start],
        _SURNAME_MIDDLES[middle],
        ("о", "o"),
        _SURNAME_MIDDLES[second],
        _SURNAME_ENDS[end],
    )
    again = str("абвгд"[rest]) if rest else ""
    surname = "".join(piece[0] for piece in pieces) + again
    surname_latin = "".join(piece[1] for piece in pieces) + ("abvgd"[rest] if rest else "")
    return Protected(
        number,
        recorded=(f"{first} {surname}", f"{first_latin} {surname_latin}"),
        cyrillic=surname,
        latin=surname_latin,
        pseudonym=_pseudonym(number),
    )


def account(number: int, *, persons: int) -> Account:
    """Return the invented account of a number; its three persons are drawn from the first `persons`."""
    dice = random.Random(f"{SEED}-{number}")  # noqa: S311 - repeatable, not secret
    language = LANGUAGES[number % len(LANGUAGES)]
    mine = (number % persons, (number * 7 + 1) % persons, (number * 13 + 5) % persons)
    text, details = _Writer(language, dice, mine).write()
    return Account(
        number=number,
        language=language,
        text=text,
        details=details,
        persons=tuple(dict.fromkeys(mine)),
        facts=tuple((facet.code, _skewed(dice, [value.code for value in facet.values])) for facet in FACETS),
        themes=_themes(dice),
        warnings=(dice.choice(WARNINGS).code,),
        abstracts=tuple((code, _filler(dice, code, 24)) for code in dict.fromkeys((language, "en"))),
    )


def most_frequent_words(language: str) -> list[str]:
    """Return the invented words of a language, the commonest first."""
    return _vocabulary(language)[0]


class _Writer:
    """Puts one text together and notes where its details stand."""

    def __init__(self, language: str, dice: random.Random, persons: tuple[int, ...]) -> None:
        self.language, self.dice = language, dice
        self.persons = itertools.cycle(persons)
        self.sentences: Sentences = BY_LANGUAGE[language]
        self.pieces: list[str] = []
        self.length = 0
        self.details: list[Detail] = []

    def write(self) -> tuple[str, tuple[Detail, ...]]:
        kinds = [kind for kind, count in DETAILS.items() for _ in range(count)]
        self.dice.shuffle(kinds)
        each = len(kinds) // PASSAGES
        for passage in range(PASSAGES):
            for kind in kinds[passage * each : (passage + 1) * each]:
                self._sentence(kind)
            self._add(_filler(self.dice, self.language, _FILLER_WORDS))
            self._add("\n\n" if passage < PASSAGES - 1 else "\n")
        return "".join(self.pieces), tuple(self.details)

    def _sentence(self, kind: str) -> None:
        before, after = self.dice.choice(getattr(self.sentences, kind)).split("{}")
        self._add(before)
        person = next(self.persons) if kind == "name" else None
        words = self._words(kind, person)
        replacement = protected(person).pseudonym if person is not None else dict(self.sentences.coarse).get(kind, "")
        self.details.append(Detail(self.length, self.length + len(words), kind, replacement, person))
        self._add(f"{words}{after} ")

    def _words(self, kind: str, person: int | None) -> str:
        cyrillic = self.language in {"ru", "uk"}
        if person is not None:
            return protected(person).cyrillic if cyrillic else protected(person).latin
        number = self.dice.randrange(10_000, 99_999)
        match kind:
            case "place":
                return f"{self.dice.choice(_PLACES)[cyrillic]}-{number}"
            case "date":
                return f"{number % 28 + 1} {self.dice.choice(self.sentences.months)} {2022 + number % 3}"
            case "unit":
                return self.sentences.unit_words.format(number)
            case "amount":
                return self.sentences.amount_words.format(number)
            case _:
                return str(number % 90 + 3)

    def _add(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)


def _pseudonym(number: int) -> str:
    pieces = []
    for parts in _PSEUDONYM_PARTS:
        number, which = divmod(number, len(parts))
        pieces.append(parts[which])
    return "".join(pieces) + "z" * number


def _themes(dice: random.Random) -> tuple[tuple[int, tuple[str, ...]], ...]:
    assignable = [code for code, above in theme_codes() if above]
    return tuple((passage, (_skewed(dice, assignable),)) for passage in dice.sample(range(1, PASSAGES + 1), 3))


def _skewed(dice: random.Random, values: list[str]) -> str:
    """Draw the earlier values more often, as real facts fall."""
    return values[min(int(dice.expovariate(3 / len(values))), len(values) - 1)]


def _filler(dice: random.Random, language: str, words: int) -> str:
    vocabulary, weights = _vocabulary(language)
    text = " ".join(dice.choices(vocabulary, cum_weights=weights, k=words))
    return f"{text[0].upper()}{text[1:]}."


@cache
def _given_names() -> NameMatcher:
    return NameMatcher([NamedPerson("anybody", tuple(name for names in _FIRST_NAMES for name in names))])


@cache
def _vocabulary(language: str) -> tuple[list[str], list[float]]:
    """Return invented words whose frequencies fall as those of real ones do, as sums.

    No word may be read as a form of a given name: in a real archive an editor would have decided each such place.
    """
    dice = random.Random(f"{SEED}-{language}")  # noqa: S311
    sentences = BY_LANGUAGE[language]
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        stem = "".join(dice.choices(sentences.syllables, k=dice.choice((2, 2, 3))))
        word = stem + dice.choice(sentences.endings)
        if not _given_names().candidates(word.capitalize()):
            words[word] = None
    weights = itertools.accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(_VOCABULARY))
    return list(words), list(weights)
