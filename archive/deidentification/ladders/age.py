"""Ages: a band of five years, a decade, a stage of life, in the shape the sentence has room for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.deidentification.inflecting import Case
from archive.deidentification.numerals import Quantity, find_quantities
from archive.deidentification.prepositions import Direction
from archive.deidentification.rungs import Rung, rung, worth_offering
from archive.deidentification.sound import article

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention

_OLDEST, _MAJORITY, _TEENS, _CHILD = 120, 18, 13, 10

# What may surround the number and goes with it; the hyphenated and compound forms describe a noun.
_YEARS = {
    "en": re.compile(r"\s*(?:years? old|years? of age|yrs? old|y/o|yo|years?)\b", re.IGNORECASE),
    "nb": re.compile(r"\s*år(?:\s+(?:gamle?|gamal|gammal|gamalt|gammelt|gammel))?\b", re.IGNORECASE),
    "ru": re.compile(r"\s*(?:лет|год(?:а|у|ам|ами|ах|ом|ов)?)\b(?:\s+от\s+роду)?", re.IGNORECASE),
    "uk": re.compile(r"\s*(?:років|роки|рік|рок(?:у|ам|ами|ах|ом|ові))\b(?:\s+від\s+роду)?", re.IGNORECASE),
}
_DESCRIBES = {
    "en": re.compile(r"[\s-]*years?-old\b|\s*-\s*year\s*-?\s*olds?\b", re.IGNORECASE),
    "nb": re.compile(r"[\s-]*(?:åring(?:en|er)?|årig[et]?|års gammel|års\b)", re.IGNORECASE),
    "ru": re.compile(r"(?:-?ти|-?и)?-?(?P<tail>летн\w+)", re.IGNORECASE),
    "uk": re.compile(r"(?:-?ти|-?и)?-?(?P<tail>річн\w+)", re.IGNORECASE),
}
_TENS = {
    "en": ("", "", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"),
    "nb": ("", "", "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti"),
    "ru": ("", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят",
           "девяносто"),
    "uk": ("", "", "двадцять", "тридцять", "сорок", "п'ятдесят", "шістдесят", "сімдесят", "вісімдесят",
           "дев'яносто"),
}  # fmt: skip
_SOMETHING = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WHOSE = {
    "my": "i i'm i've i'd my me am",
    "his": "he he's his him son husband brother father man boy guy",
    "her": "she she's her daughter wife sister mother woman girl",
    "our": "we we're our us",
    "your": "you you're your",
}
_STAGES = (
    (18, ("a child", "et barn", "ребёнок", "дитина")),
    (35, ("young", "ung", "в молодом возрасте", "у молодому віці")),
    (60, ("middle-aged", "middelaldrende", "в среднем возрасте", "у середньому віці")),
    (_OLDEST, ("elderly", "eldre", "в пожилом возрасте", "у похилому віці")),
)
_LANGUAGES = ("en", "nb", "ru", "uk")
_TENS_IN_A_COMPOUND = re.compile(
    r"^((?:два|три)дц[ая]ти|сорока|(?:пяти|шести|семи|восьми|п'яти|шіст|сім|вісім)десяти|дев'?яноста)(?=\w)"
)
_DATIVES = frozenset(
    ["мне", "мені", "ему", "йому", "ей", "їй", "нам", "им", "їм", "тебе", "тобі", "вам", "было", "було"]
)


@dataclass(frozen=True, slots=True)
class _Age:
    value: int
    start: int
    end: int
    tail: str = ""  # the ending of "-летний", "-річний", "-åring"
    describes: bool = False


def generalise_age(mention: Mention) -> tuple[Rung, ...]:
    """Return a five-year band, a decade, a stage of life."""
    age = _age_of(mention)
    if age is None or not 0 < age.value < _OLDEST:
        return ()
    render = {"en": _english, "nb": _norwegian, "ru": _russian, "uk": _ukrainian}[mention.language]
    found = [rung(mention, level, words, start, end) for level, words, start, end in render(mention, age)]
    return worth_offering(mention, tuple(found))


def age_told(mention: Mention) -> int | None:
    """Return the age a mention tells, in years."""
    age = _age_of(mention)
    return age.value if age and 0 < age.value < _OLDEST else None


def _age_of(mention: Mention) -> _Age | None:
    """Find the number, and the words around it that say it is an age."""
    quantities = find_quantities(mention.words, mention.language)
    if not quantities:
        return _written_together(mention)
    number: Quantity = quantities[0]
    position = mention.start + number.end
    described = _DESCRIBES[mention.language].match(mention.text, position)
    if described:
        tail = described.groupdict().get("tail") or described.group()
        return _Age(number.value, mention.start, max(described.end(), mention.end), tail.strip(" -"), describes=True)
    years = _YEARS[mention.language].match(mention.text, position)
    return _Age(number.value, mention.start, max(years.end() if years else 0, mention.end))


def _written_together(mention: Mention) -> _Age | None:
    """Read "тридцатилетний", "двадцятирічний": the number is in the genitive before the adjective."""
    match = re.match(r"(?P<number>\w+?)(?P<tail>летн\w+|річн\w+)", mention.words, re.IGNORECASE)
    if not match or mention.language not in ("ru", "uk"):
        return None
    apart = _TENS_IN_A_COMPOUND.sub(r"\1 ", match["number"].casefold())
    quantities = find_quantities(apart, mention.language)
    total = sum(quantity.value for quantity in quantities)
    return _Age(total, mention.start, mention.end, match["tail"], describes=True) if total else None


def _band(age: int, width: int) -> tuple[int, int]:
    low = age - age % width
    return max(low, 1), low + width - 1


def _stage(age: int, language: str) -> str:
    return next(words for limit, words in _STAGES if age < limit)[_LANGUAGES.index(language)]


def _english(mention: Mention, age: _Age) -> list[tuple[str, str, int, int]]:
    low, high = _band(age.value, 5)
    if age.describes or (mention.is_attributive and mention.words.lower().endswith("yo")):
        return _english_before_a_noun(mention, age)
    whose = _whose(mention)
    start = mention.start
    if age.value < _TEENS:
        decade = "under ten" if age.value < _CHILD else "under thirteen"
    elif age.value < 20:  # noqa: PLR2004
        decade = f"in {whose} teens"
    else:
        decade = f"in {whose} {_TENS['en'][min(age.value // 10, 9)]}"
    before = mention.before[:2]
    if before and before[0].folded == "at":
        return [("L1", f"{low}–{high}", start, age.end), ("L2", decade, before[0].start, age.end)]
    if before and before[0].folded == "of":
        of = f"{_SOMETHING[age.value // 10]}-something" if age.value >= 20 else f"{low}–{high}"  # noqa: PLR2004
        return [("L1", f"{low}–{high}", start, age.end), ("L2", of, start, age.end)]
    stage = _stage(age.value, "en")
    return [("L1", f"{low}–{high}", start, age.end), ("L2", decade, start, age.end), ("L3", stage, start, age.end)]


def _english_before_a_noun(mention: Mention, age: _Age) -> list[tuple[str, str, int, int]]:
    low, high = _band(age.value, 5)
    nearest = mention.before[:1]
    has_article = bool(nearest) and nearest[0].folded in ("a", "an")
    start = nearest[0].start if has_article else mention.start
    noun = mention.text[age.end : age.end + 1].isspace() and mention.is_attributive
    if age.value < _TEENS:
        decade = "young" if noun else "child"
    elif age.value < 20:  # noqa: PLR2004
        decade = "teenage" if noun else "teenager"
    else:
        decade = f"{_SOMETHING[min(age.value // 10, 9)]}-something"
    stage = _stage(age.value, "en").removeprefix("a ")
    found = [("L1", f"{low}-to-{high}-year-old"), ("L2", decade)]
    if noun and age.value >= _MAJORITY:
        found.append(("L3", stage))
    return [(level, f"{article(words)} {words}" if has_article else words, start, age.end) for level, words in found]


def _whose(mention: Mention) -> str:
    """Return the possessive the nearest person before the age asks for."""
    for word in (*mention.sentence_before, *mention.after):
        for possessive, signs in _WHOSE.items():
            if word.folded in signs.split():
                return possessive
    return "their"


def _norwegian(mention: Mention, age: _Age) -> list[tuple[str, str, int, int]]:
    low, high = _band(age.value, 5)
    start, tens = mention.start, _TENS["nb"][min(age.value // 10, 9)]
    if age.tail.startswith("åring"):
        nearest = mention.before[:1]
        start = nearest[0].start if nearest and nearest[0].folded in ("en", "ei", "ein") else start
        person = {"åring": "en person", "åringen": "personen"}.get(age.tail, "personer")
        decade = f"i {tens}årene" if tens else _youth(age.value)
        return [("L1", f"{person} på {low}–{high} år", start, age.end), ("L2", f"{person} {decade}", start, age.end)]
    gender = re.search(r"gamle|gammelt|gamalt|årig[et]", mention.text[start : age.end]) or None
    old = {"gamle": "gamle", "gammelt": "gammelt", "gamalt": "gammelt", "årige": "gamle", "åriget": "gammelt"}.get(
        gender.group() if gender else "", "gammel"
    )
    if mention.before and mention.before[0].folded == "på":
        start = mention.before[0].start
        decade = f"i {tens}årene" if tens else _youth(age.value)
        return [("L1", f"på {low}–{high} år", start, age.end), ("L2", decade, start, age.end)]
    if age.describes or _before_a_noun(mention, age):
        wide_low, wide_high = _band(age.value, 10)
        wide = f"mellom {wide_low} og {wide_high + 1} år {old}"
        stage = _stage(age.value, "nb")
        stage = "unge" if stage == "ung" and old == "gamle" else stage
        found = [("L1", f"{low}–{high} år {old}", start, age.end), ("L2", wide, start, age.end)]
        return [*found, ("L3", stage, start, age.end)] if age.value >= _MAJORITY else found
    decade = f"i {tens}årene" if tens else _youth(age.value)
    stage = _stage(age.value, "nb")
    stage = {"ung": "unge", "et barn": "barn"}.get(stage, stage) if old == "gamle" else stage
    return [("L1", f"{low}–{high} år", start, age.end), ("L2", decade, start, age.end), ("L3", stage, start, age.end)]


def _youth(age: int) -> str:
    return "under ti år" if age < _CHILD else "i tenårene"


def _before_a_noun(mention: Mention, age: _Age) -> bool:
    """Tell whether "30 år gammel" stands between an article and its noun."""
    nearest = mention.before[:1]
    articles = ("en", "ei", "et", "den", "det", "de", "min", "mi", "mitt", "vår", "hans", "hennes", "ein", "eit")
    following = re.match(r" [^\W\d_]+", mention.text[age.end : age.end + 30])
    return bool(nearest) and nearest[0].folded in articles and following is not None


def _russian(mention: Mention, age: _Age) -> list[tuple[str, str, int, int]]:
    stage = _stage(age.value, "ru")
    return _slavic(mention, age, years=("лет", "годам", "годами"), more="с лишним", stage=stage)


def _ukrainian(mention: Mention, age: _Age) -> list[tuple[str, str, int, int]]:
    stage = _stage(age.value, "uk")
    return _slavic(mention, age, years=("років", "рокам", "роками"), more="з лишком", stage=stage)


def _slavic(
    mention: Mention, age: _Age, *, years: tuple[str, str, str], more: str, stage: str
) -> list[tuple[str, str, int, int]]:
    language, start = mention.language, mention.start
    low, high = _band(age.value, 5)
    wide_low, wide_high = _band(age.value, 10)
    if age.describes:
        narrow, wide = f"{low}–{high}-{age.tail}", f"{wide_low}–{wide_high}-{age.tail}"
        return [("L1", narrow, start, age.end), ("L2", wide, start, age.end)]
    setting, tens = mention.setting, _TENS[language][min(age.value // 10, 9)]
    words = {Case.DATIVE: years[1], Case.INSTRUMENTAL: years[2]}.get(setting.case, years[0])
    narrow = f"{low}–{high} {words}"
    if setting.preposition in ("в", "у"):
        at = ("в" if language == "ru" else "у") if tens else "до"
        limit = "двадцати лет" if language == "ru" else "двадцяти років"
        small_limit = "десяти лет" if language == "ru" else "десяти років"
        decade = f"{tens} {more} {years[0]}" if tens else (limit if age.value >= _CHILD else small_limit)
        return [("L1", narrow, start, age.end), ("L2", f"{at} {decade}", setting.start, age.end)]
    if setting.direction is not Direction.NONE:
        return [("L1", narrow, start, age.end), ("L2", f"{wide_low}–{wide_high} {words}", start, age.end)]
    less = {
        "ru": ("меньше десяти лет", "меньше двадцати лет"),
        "uk": ("менше десяти років", "менше двадцяти років"),
    }[language]
    decade = f"за {tens}" if tens else less[age.value >= _CHILD]
    found = [("L1", narrow, start, age.end), ("L2", decade, start, age.end)]
    has_dative = any(word.folded in _DATIVES for word in mention.before[:3])
    return found if has_dative or age.value < _MAJORITY else [*found, ("L3", stage, start, age.end)]
