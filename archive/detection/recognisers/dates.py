"""Dates in digits and in words, feast days, parts of dates, relative times, lengths that rebuild a date."""

import re
from collections.abc import Iterator

from archive.detection.clues import clues_in, places_of
from archive.detection.figures import is_note_mark
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.phrases import ends_clause, finding
from archive.detection.segments import MIDDLE, NARROW, Document

_SEPARATED = re.compile(
    r"(?<![\w.,/-])(?:"
    r"(?:19|20)\d\d[./-][01]?\d[./-][0-3]?\d"
    r"|[0-3]?[\dOО][./-][01lІ]?[\dOО][./-](?:[12l][\dO9][\dO]{2}|\d\d)"
    r"|[0-3]?\d\.[01]\d\.?"
    r")(?:[,T ]{1,2}(?:kl\.? ?)?[012]?\d[:.][0-5]\d(?::[0-5]\d)?(?:[-–]\d\d?[:.]\d\d)?)?(?![\w/-])"
)
_DECADE = re.compile(r"(?<!\w)(?:19|20)\d0(?:-?(?:s|е|х|ті|их|tallet|åra|åri))(?!\w)|(?<!\w)['’]\d\ds?(?!\w)")
_BETWEEN = re.compile(r"[./-](?<=[\dOО].)[\dOОlІ]")
_TENS = re.compile(r"['’0](?:(?<=0)-?[^\W\d_]|(?<!0)\d\d)")
_YEAR = re.compile(r"(?:19[2-9]|20[0-4])\d")
# A year, and a year with the number of a footnote close behind it: "september 20252".
_YEAR_NOTED = re.compile(r"(?:19[2-9]|20[0-4])\d(?:\d{1,2})?")
_DAY = re.compile(r"[0-3]?\d(?:st|nd|rd|th|го|е|й|го|му|ого|те|го)?")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SEASONS = "spring|summer|autumn|fall|winter"
_RELATIVES = (
    (
        re.compile(
            rf"\b(?:the )?(?:next|following|previous|same|last|this) (?:day|night|morning|evening|week|month|year|{_SEASONS}|{_MONTHS})\b",
            re.IGNORECASE,
        ),
        ("next ", "following ", "previous ", "same ", "last ", "this "),
    ),
    (
        re.compile(rf"\b(?:early|mid|late)[ -](?:{_MONTHS}|{_SEASONS}|\d{{4}}s?)\b", re.IGNORECASE),
        ("early", "mid", "late"),
    ),
    (
        re.compile(
            r"\b(?:neste|forrige|førre|samme|same|dagen|natta|natten|våren|sommeren|sommaren|høsten|hausten|vinteren) "
            r"(?:dag|natt|uke|veke|måned|månad|år|vår|sommer|høst|vinter|etter|før|\d{4})\b"
            r"|\bi (?:fjor|forfjor|vår(?! \w)|sommer|sommar|høst|haust|vinter)\b|\b(?:midten|starten|slutten|begynnelsen) av \w+",
            re.IGNORECASE,
        ),
        (
            "neste ",
            "forrige",
            "førre",
            "samme",
            "dagen",
            "natt",
            "våren",
            "sommer",
            "sommar",
            "høst",
            "haust",
            "vinter",
            "fjor",
            "i vår",
            " av ",
        ),
    ),
    (
        re.compile(
            r"(?<!\w)(?:прошл|минувш|следующ|позапрошл|эт)\w{2,3} (?:зим|весн|лет|осен|год|месяц|недел|январ|феврал|март|апрел|ма|июн|"
            r"июл|август|сентябр|октябр|ноябр|декабр)\w{0,3}|(?<!\w)в (?:начале|середине|конце) \w+",
            re.IGNORECASE,
        ),
        ("прошл", "минувш", "следующ", "этой ", "этим ", "этого ", "этом ", "в начале", "в середине", "в конце"),
    ),
    (
        re.compile(
            r"(?<!\w)(?:минул|наступн|позаминул|ц)\w{2,4} (?:зим|весн|літ|осен|осін|рок|місяц|тижн|січ|лют|берез|квіт|трав|черв|лип|"
            r"серп|верес|жовт|листопад|груд)\w{0,4}|(?<!\w)(?:на початку|в кінці|наприкінці) \w+",
            re.IGNORECASE,
        ),
        ("минул", "наступн", "цього ", "цієї ", "на початку", "в кінці", "наприкінці"),
    ),
)
_CALENDAR = frozenset({"month", "feast"})
_LINK = frozenset(
    "of the den - til i на в до з to and og и до року года г р kl ca about числа числом around by".split()
)
_NIGHT = frozenset("night natt ночь ночью ніч day dag день number числа".split())
_WEEKDAYS = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|(?:man|tirs|ons|tors|fre|lør|laur|søn|sun)dag(?:en)?$"
    r"|понедельник|вторник|сред[аую]$|четверг|пятниц|суббот|воскресень|понеділ|вівторок|серед[аиу]$|четвер|п'ятниц|субот|неділ"
)
_MAYBE = frozenset("may march mar sun мая май мае jul juli mai id dec sep марта марте lunar".split())


def find(document: Document) -> Iterator[Finding]:
    """Yield dates and parts of dates."""
    for pattern, reason, beside in ((_SEPARATED, "A date in digits.", _BETWEEN), (_DECADE, "A decade.", _TENS)):
        for match in document.search(pattern, MIDDLE, beside=beside):
            yield _of(match.start(), match.start() + len(match.group().rstrip()), reason)
    for pattern, needles in _RELATIVES:
        for match in document.near(pattern, *needles, margin=NARROW):
            reason = "A relative time."
            yield _of(match.start(), match.start() + len(match.group().rstrip()), reason)
    yield from _calendar(document)
    yield from _years(document)
    yield from _seasons(document)
    yield from _lengths(document)
    yield from _in_ordinals(document)


_ORDINAL = frozenset({"ordinal", "number"})
_PARTS = frozenset("числа месяца года году числа місяця року of the of".split())


def _in_ordinals(document: Document) -> Iterator[Finding]:
    """Dates told in ordinals only: "the ninth of the eleventh", "двадцать первого числа одиннадцатого месяца"."""
    clues, lower, gaps = clues_in(document), document.lower, document.gaps
    done = 0
    for index in places_of(document, _ORDINAL):
        if index < done:
            continue
        end, ordinals, parts = index, 0, 0
        while (
            end < len(lower)
            and (end == index or gaps[end] in {" ", "-", ", "})
            and (clues[end] & {"ordinal", "number"} or lower[end] in _PARTS)
        ):
            ordinals += "ordinal" in clues[end]
            parts += lower[end] in _PARTS
            end += 1
        while lower[end - 1] in {"of", "the"}:
            end -= 1
        if (ordinals >= 2 and parts) or (ordinals and lower[end - 1] in {"года", "году", "року", "числа", "месяца"}):
            yield finding(
                document,
                (index, end),
                EntityType.DATE,
                "date",
                IdentifierClass.QUASI,
                "dates",
                "A date in ordinals.",
                score=0.6,
            )
        done = max(end, index + 1)


def _of(start: int, end: int, reason: str, score: float = 0.8) -> Finding:
    return Finding(
        start, end, EntityType.DATE, "date", IdentifierClass.QUASI, False, "dates", reason, score=score
    )  # fmt: skip


def _calendar(document: Document) -> Iterator[Finding]:
    clues = clues_in(document)
    done = -1
    for index in places_of(document, _CALENDAR):
        classes = clues[index]
        if index <= done or not classes & _CALENDAR or not _is_month(document, index):
            continue
        first, last = _grow(document, index)
        done = last
        yield finding(
            document,
            (first, last + 1),
            EntityType.DATE,
            "feast" if "feast" in classes else "date",
            IdentifierClass.QUASI,
            "dates",
            "A date in words." if last > first else "A month or feast day.",
        )


def _is_month(document: Document, index: int) -> bool:
    """Tell months from the words that look like them: "may", "march", "mai", "мая"."""
    form, word = document.lower[index], document.words[index]
    if form not in _MAYBE:
        return True
    around = [document.lower[k] for k in (index - 2, index - 1, index + 1) if 0 <= k < len(document.lower)]
    numbered = any(_DAY.fullmatch(near) or _YEAR.fullmatch(near) for near in around)
    clues = clues_in(document)
    near = [k for k in (index - 1, index - 2, index + 1) if 0 <= k < len(clues)]
    near_ordinal = any("ordinal" in clues[k] or ("month" in clues[k] and document.lower[k] not in _MAYBE) for k in near)
    prepositions = {
        "in",
        "i",
        "of",
        "since",
        "last",
        "until",
        "till",
        "from",
        "в",
        "с",
        "до",
        "by",
        "siden",
        "fra",
    }
    after_preposition = index > 0 and document.lower[index - 1] in prepositions
    capital = word[0].isupper() and not document.initial[index]
    return (
        numbered or near_ordinal or (after_preposition and (capital or not word.isascii() or form in {"mai", "juli"}))
    )


def _grow(document: Document, index: int) -> tuple[int, int]:
    clues, lower, gaps = clues_in(document), document.lower, document.gaps
    first = last = index
    while first > 0 and index - first < 6 and _unbroken(gaps[first]) in _DATE_GAPS:
        if is_note_mark(document, first - 1):
            break  # "in the end.10 In October"
        before = lower[first - 1]
        if _unbroken(gaps[first]) == ". " and not _DAY.fullmatch(before):
            break
        if (
            _DAY.fullmatch(before)
            or _YEAR.fullmatch(before)
            or _WEEKDAYS.match(before)
            or clues[first - 1] & {"ordinal", "month", "number"}
        ) or (
            before in _LINK | _NIGHT
            and first - 2 >= 0
            and (
                clues[first - 2] & {"ordinal", "month", "number"}
                or _DAY.fullmatch(lower[first - 2])
                or lower[first - 2] in _NIGHT
            )
        ):
            first -= 1
        else:
            break
    while (
        last + 1 < len(lower)
        and last - index < 6
        and _unbroken(gaps[last + 1]) in {" ", ", ", "-", "–", ". ", "/", " (", "\u00a0"}
    ):
        after = lower[last + 1]
        if (
            (
                _DAY.fullmatch(after)
                or _YEAR_NOTED.fullmatch(after)
                or (after.isdigit() and len(after) == 2)
                or clues[last + 1] & {"ordinal", "month"}
                or (clues[last + 1] & {"number"} and gaps[last + 1] == " ")
            )
            or (
                after in _LINK
                and last + 2 < len(lower)
                and not ends_clause(gaps[last + 2])
                and (
                    clues[last + 2] & {"ordinal", "month"}
                    or _DAY.fullmatch(lower[last + 2])
                    or _YEAR.fullmatch(lower[last + 2])
                )
            )
            or after in {"года", "г", "году", "року", "р"}
        ):
            last += 1
        else:
            break
    return first, last


_DATE_GAPS = frozenset({" ", "-", ". ", "–", ", ", "\u00a0", " - ", "."})


def _unbroken(gap: str) -> str:
    """Return a gap as it was before its line was broken: "20. \\noktober" is one date."""
    return f"{gap.split(chr(10), maxsplit=1)[0].rstrip()} " if gap.count("\n") == 1 else gap


_SEASON = frozenset({"season"})
_YEAR_TAILS = frozenset("го му м й г н року году года рр р".split())
_TAIL_GAPS = frozenset({"-", " ", ". "})
_YEAR_ENDINGS = frozenset({"го", "м", "му", "е"})


def _years(document: Document) -> Iterator[Finding]:
    lower, gaps = document.lower, document.gaps
    for index in document.figures:
        form = lower[index]
        if not _YEAR.match(form) or not (len(form) == 4 or form[4:] in _YEAR_ENDINGS):
            continue
        before, after = gaps[index], gaps[index + 1] if index + 1 < len(gaps) else "\n"
        if before.endswith(("/", "№", "№ ", ".", "-", "$", "€")) or after.startswith(("/", "$")):
            continue
        end = index + 1
        if end < len(lower) and after in {"-", "–"} and _YEAR.fullmatch(lower[end]):
            end += 1
        while end < len(lower) and lower[end] in _YEAR_TAILS and gaps[end] in _TAIL_GAPS:
            end += 1
        yield finding(
            document, (index, end), EntityType.DATE, "year", IdentifierClass.QUASI, "dates", "A year.", score=0.5
        )  # fmt: skip


def _seasons(document: Document) -> Iterator[Finding]:
    clues, lower = clues_in(document), document.lower
    for index in places_of(document, _SEASON):
        if index + 1 >= len(lower):
            continue
        following = lower[index + 1]
        of_year = following == "of" and index + 2 < len(lower) and clues[index + 2] & {"number"}
        if not (_YEAR.match(following) or clues[index + 1] & {"ordinal"} or of_year):
            continue
        end = index + 2
        while (
            not following[0].isdigit()
            and end < len(lower)
            and clues[end] & {"ordinal", "number"}
            and document.gaps[end] in {" ", "-"}
        ):
            end += 1
        yield finding(
            document, (index, end), EntityType.DATE, "season", IdentifierClass.QUASI, "dates", "A season of a year."
        )  # fmt: skip


_DURATION = frozenset({"duration"})
_SHORT = frozenset(
    "days day dager dagar dag døgn дней дня день днів дні день сутки суток ночей ночи night nights netter".split()
)


def _lengths(document: Document) -> Iterator[Finding]:
    """Lengths in days tie an account to a calendar; the day after a fixed one does too."""
    clues, lower, gaps = clues_in(document), document.lower, document.gaps
    for index in places_of(document, _DURATION):
        form = lower[index]
        if form not in _SHORT or index == 0 or gaps[index] not in {" ", "-", "\u00a0"}:
            continue
        first = index
        while (
            first > 0 and (clues[first - 1] & {"number"} or lower[first - 1].isdigit()) and not ends_clause(gaps[first])
        ):
            first -= 1
        if first < index:
            yield finding(
                document, (first, index + 1), EntityType.DATE, "duration", IdentifierClass.QUASI, "dates",
                "A length of time counted in days.", score=0.4,
            )  # fmt: skip
        elif index + 1 < len(lower) and lower[index + 1].isdigit() and gaps[index + 1] == " ":
            yield finding(
                document,
                (index, index + 2),
                EntityType.DATE,
                "date",
                IdentifierClass.QUASI,
                "dates",
                "A counted day.",
                score=0.5,
            )
