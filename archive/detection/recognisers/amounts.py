"""Numbers and what they count: ages, sums of money, people, distances, in digits and in words."""

import re
from collections.abc import Iterator
from itertools import islice

from archive.detection.clues import clues_in, places_of
from archive.detection.figures import is_note_mark, tells_of_nobody
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.phrases import finding
from archive.detection.readings import is_court_prose
from archive.detection.segments import Document

_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_BEFORE_CURRENCY = re.compile(r"[$€£₽₴¥]\s?$")
_AFTER_CURRENCY = re.compile(r"^\s?[$€£₽₴]|^,-")
_AGE_JOINED = re.compile(
    r"\d{1,3}(?:yo|y|л|р|летн\w*|річн\w*|year|årig\w*|årsalder\w*|åring\w*)|\w{4,}(?:летн|річн)\w{2,4}"
)
_AGE_AFTER = frozenset(
    "year-old years-old yo aged år åring åringen åringar åringer årig årige years лет года год летний річний рік років роки olds old gammel gamal gammal".split()
)
_AGE_BEFORE = frozenset(
    "am is was i'm he's she's turned turn aged age at be i'll he'll she'll they're being nearly almost past pushing только уже было мне ему ей им нам "
    "тогда исполнилось стукнуло йому їй мені виповнилось було er var blei ble blir fylte fyller vart på alder alderen bare just only about".split()
)
_PERSONAL = frozenset(
    "i he she i'm he's she's jeg han hun ho eg мне ему ей сыну дочке дочери йому їй мені синові доньці".split()
)
_DISTANCE = re.compile(
    r"(?:km|kilometres?|kilometers?|miles?|metres?|meters?|kilometer|meter|mil|км|километр\w*|кілометр\w*|метр\w*|м)$"
)
_AGE_ASKED = re.compile(
    r"(?:how old|what age|your age|hvor gammel|hvor gamle|hvor gammal|kor gammal|kor gamal|alder|сколько (?:вам|тебе|ему|ей|им)?\s?лет|возраст|скільки (?:вам|тобі|йому|їй)?\s?років|вік)"
    r"[^?\n]{0,40}\?[^?]{0,12}$",
    re.IGNORECASE,
)
_QUESTION_BEFORE = 70
_GROWN_UP = 16
# What goes on behind an age: "nineteen when they came"; and behind one that was asked for: "twenty three in october".
_GOES_ON = frozenset("and when then now og da когда и коли i а at".split())
_MONTHS = frozenset("months month måneder måned månader månad месяцев месяца месяц місяців місяці місяць".split())
_ANSWERED = _MONTHS | {"in", "i", "будет", "буде", "исполнится", "полных", "og", "and"}
_CLOSED = frozenset(".,;:)!?\n…")
_CLOCK = re.compile(r"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])")
_THOUSANDS = ("thousand", "million", "tusen", "тысяч", "тыщ", "миллион", "тисяч", "мільйон")
# What stands in brackets behind a name.
_BRACKETED = re.compile(r"[^\W\d_] \(\d{2,5}\)")
_ROWS = 3
_NUMBER, _AGED = frozenset({"number"}), frozenset({"aged"})
_SPOKEN = 5
_HALVES = (("and", "a", "half"), ("og", "et", "halvt"), ("og", "eit", "halvt"), ("с", "половиной"), ("з", "половиною"))
_SMALL = 13
_JOINERS = frozenset("and og и і с a en et ei".split())


def find(document: Document) -> Iterator[Finding]:
    """Yield numbers, each run once, explained by its neighbours."""
    clues, lower = clues_in(document), document.lower
    done = 0
    for index in sorted({*places_of(document, _NUMBER), *document.figures, *places_of(document, _AGED)}):
        if index < done:
            continue
        if _AGE_JOINED.fullmatch(lower[index]):
            yield _make(document, (index, index + 1), "age", "An age.")
        elif _is_number(clues[index], lower[index]) and not _is_of_clock(document, index):
            done = _end_of_run(document, index)
            if (
                done - index >= _SPOKEN
                and not document.mentions_digits(index, done)
                and not _is_of_thousands(document, index, done)
            ):
                yield _spoken(document, index, done)
                continue
            yield from _explain(document, index, done)


def _is_of_clock(document: Document, index: int) -> bool:
    """Tell the hour and the minutes of "19:10", which tell of nobody."""
    start, end = document.spans[index]
    return any(
        match.start() <= start and end <= match.end()
        for match in _CLOCK.finditer(document.text, max(0, start - 3), end + 3)
    )


def _is_of_thousands(document: Document, first: int, end: int) -> bool:
    """Tell "two hundred and forty thousand" from a number told figure by figure."""
    return any(form.startswith(_THOUSANDS) for form in document.lower[first:end])


def _spoken(document: Document, first: int, end: int) -> Finding:
    return finding(
        document, (first, end), EntityType.CODE, "id_number", IdentifierClass.DIRECT, "amounts",
        "A number told figure by figure, as phones and papers are.", score=0.5,
    )  # fmt: skip


def _is_number(classes: frozenset[str], form: str) -> bool:
    return "number" in classes or (form[0].isdigit() and _DIGITS.match(form) is not None)


def _end_of_run(document: Document, index: int) -> int:
    clues, lower, gaps = clues_in(document), document.lower, document.gaps
    end = index + 1
    while end < len(lower) and not is_note_mark(document, end):
        joined = gaps[end] in {" ", "-", "–", "\u00a0", "‑", ",", ".", "\u202f"} or (
            gaps[end] == ", " and not lower[end][0].isdigit() and "number" in clues[end] and "number" in clues[end - 1]
        )
        if (
            joined
            and gaps[end] in {" ", "-"}
            and "ordinal" in clues[end]
            and "number" in clues[end - 1]
            and "small_number" not in clues[end - 1]
        ) or (
            joined and _is_number(clues[end], lower[end]) and (gaps[end] not in {",", "."} or lower[end][0].isdigit())
        ):
            end += 1
        elif (
            gaps[end] == " "
            and lower[end] in _JOINERS
            and end + 1 < len(lower)
            and gaps[end + 1] == " "
            and "number" in clues[end + 1]
            and "number" in clues[end - 1]
            and "small_number" not in clues[end - 1]
        ):
            end += 2
        else:
            break
    return end


def _explain(document: Document, first: int, end: int) -> Iterator[Finding]:
    clues, lower, gaps, text = clues_in(document), document.lower, document.gaps, document.text
    start, stop = document.spans[first][0], document.spans[end - 1][1]
    after = clues[end] if end < len(lower) and gaps[end] in {" ", "-", "\u00a0"} else frozenset()
    word_after = lower[end] if end < len(lower) and gaps[end] in {" ", "-", "\u00a0"} else ""
    if _BEFORE_CURRENCY.search(text[max(0, start - 2) : start]) or _AFTER_CURRENCY.search(text[stop : stop + 2]):
        yield Finding(
            max(0, start - 1),
            min(len(text), stop + 1) if _AFTER_CURRENCY.search(text[stop : stop + 2]) else stop,
            EntityType.QUANTITY,
            "money",
            IdentifierClass.QUASI,
            False,
            "amounts",
            "A sum of money.",
            score=0.8,
        )
    elif "currency" in after:
        yield _make(document, (first, end + 1), "money", "A sum of money.")
    elif first > 0 and "currency" in clues[first - 1] and gaps[first] in {" ", "\u00a0"} and lower[first].isdigit():
        yield _make(document, (first - 1, end), "money", "A sum of money.")
    elif _is_age(document, first, end, word_after):
        yield _make(document, (first, _end_of_age(document, end, word_after)), "age", "An age.")
    elif _DISTANCE.match(word_after):
        yield _make(document, (first, end + 1), "distance", "A distance.")
    elif "people" in after and not _is_of_nobody(document, first, end) and not _only_small(document, first, end, 3):
        yield _make(document, (first, end + 1), "counts", "A group counted.", 0.5)
    elif _is_worth(document, first, end):
        yield _make(document, (first, end), "counts", "A number nobody has explained.", 0.3)


def _end_of_age(document: Document, end: int, word_after: str) -> int:
    """Take in "years old", "and a half" behind the number."""
    lower = document.lower
    tail = end + (word_after in _AGE_AFTER or word_after in _MONTHS)
    if word_after == "year" and lower[end + 1 : end + 2] in (["old"], ["olds"]):
        tail = end + 2
    return next((tail + len(half) for half in _HALVES if tuple(lower[tail : tail + len(half)]) == half), tail)


def _is_of_nobody(document: Document, first: int, end: int) -> bool:
    if _is_in_table(document, first, end):
        return not is_court_prose(document)
    heading = _heads_line(document, first, end) and end < len(document.words) and document.words[end][0].isupper()
    return (heading or tells_of_nobody(document, first, end)) and not is_court_prose(document)


def _is_in_table(document: Document, first: int, end: int) -> bool:
    """Tell a figure in brackets behind a name where many stand so: "Tver (861), Omsk (402), Kursk (177)"."""
    if end - first != 1 or document.gaps[first].strip() != "(" or not document.words[first].isdigit():
        return False
    return sum(1 for _ in islice(document.search(_BRACKETED), _ROWS)) == _ROWS


def _is_worth(document: Document, first: int, end: int) -> bool:
    """Tell whether a number nobody explains is worth a decision."""
    if _only_small(document, first, end, _SMALL) or _heads_line(document, first, end):
        return False
    return not _is_of_nobody(document, first, end)


def _heads_line(document: Document, first: int, end: int) -> bool:
    """Tell the number of a list item or a footnote: "2.1", alone at the head of a line."""
    if not ("\n" in document.gaps[first] or first == 0) or document.spans[end - 1][1] - document.spans[first][0] > 4:
        return False
    return document.words[first][0].isdigit() and (end >= len(document.words) or document.gaps[end] != "-")


def _is_age(document: Document, first: int, end: int, word_after: str) -> bool:
    lower, gaps, clues = document.lower, document.gaps, clues_in(document)
    if word_after in {"years", "year", "år", "лет", "года", "год", "рік", "років", "роки"}:
        older = end + 1 < len(lower) and lower[end + 1] in {"old", "of", "gammel", "gamal", "gammal", "gamle"}
        closed = end + 1 >= len(gaps) or gaps[end + 1][:1] in _CLOSED
        is_so = closed and first > 0 and (lower[first - 1] in _AGE_BEFORE or _is_grown_up(document, first, end))
        return (
            older
            or is_so
            or is_court_prose(document)
            or _person_before(document, first)
            or _answers_age(document, first)
        )
    if word_after in _AGE_AFTER or (word_after in _ANSWERED and _answers_age(document, first)):
        return True
    if first == 0:
        return False
    before = lower[first - 1]
    ends = (
        end >= len(lower) or gaps[end][:1] in {",", ".", ")", ";", "?", "!", "\n", "…", ":"} or word_after in _GOES_ON
    )
    if gaps[first] == " (" and lower[first].isdigit() and len(lower[first]) == 2:
        return True
    if not ends or gaps[first] not in {" ", ", ", " (", ", – "}:
        return False
    return (
        before in _AGE_BEFORE
        or before in _PERSONAL
        or bool(clues[first - 1] & {"kin", "child"})
        or (gaps[first] == ", " and document.words[first - 1][0].isupper())
    )


def _is_grown_up(document: Document, first: int, end: int) -> bool:
    """Tell "Osip Kvitko, 34 år," and "37 років." from a length of time: digits, and years a grown man has."""
    form = document.lower[first]
    return (
        end - first == 1 and form.isdecimal() and len(form) == 2 and int(form) >= _GROWN_UP
        and (document.initial[first] or document.gaps[first] == ", ")
    )  # fmt: skip


def _answers_age(document: Document, first: int) -> bool:
    """Tell "Seven years." after "How old is she?" from the seven years somebody worked."""
    if not document.initial[first]:
        return False
    start = document.spans[first][0]
    return _AGE_ASKED.search(document.text[max(0, start - _QUESTION_BEFORE) : start]) is not None


def _person_before(document: Document, first: int) -> bool:
    clues, lower = clues_in(document), document.lower
    return any(lower[k] in _PERSONAL or clues[k] & {"kin", "child"} for k in range(max(0, first - 3), first))


def _only_small(document: Document, first: int, end: int, limit: int) -> bool:
    clues, lower = clues_in(document), document.lower
    if end - first > 1:
        return False
    form = lower[first]
    if form.isdecimal() and len(form) < 6:
        return int(form) < limit
    return "small_number" in clues[first] or form in {
        "hundreds",
        "thousands",
        "million",
        "dozen",
        "half",
        "сотни",
        "тысячи",
        "hundre",
        "tusen",
        "половиной",
        "пол",
    }


def _make(document: Document, tokens: tuple[int, int], detail: str, reason: str, score: float = 0.8) -> Finding:
    kind = EntityType.DEM if detail == "age" else EntityType.QUANTITY
    return finding(document, tokens, kind, detail, IdentifierClass.QUASI, "amounts", reason, score=score)
