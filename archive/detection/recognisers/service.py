"""Military service: units in digits and words, ranks, trades."""

import re
from collections.abc import Iterator

from archive.detection.clues import clues_in, places_of
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.phrases import Range, ends_clause, finding, run_of
from archive.detection.readings import is_court_prose
from archive.detection.roles import is_told_of_somebody
from archive.detection.segments import MIDDLE, Document

_CODES = re.compile(
    r"(?<!\w)(?:(?:в[/.\\]?ч|v[/.]ch|войсковая часть|військова частина|military unit|military post|unit|militærenhet|enhet|"
    r"avdeling|militærpost|полев\w+ почт\w+|почта|field post|feltpost)\.?\s*(?:no\.?|nr\.?|№|nummer)?\s*)"
    r"([\dOОIl]{2}[\s-]?[\dOОIl]{3}|[АA]-?\d{4}|[\dOОIlI]{4,5})(?!\w)",
    re.IGNORECASE,
)
_NAMING = ("ч", "ch", "unit", "post", "enhet", "avdeling")
_LETTERED = re.compile(r"\d(?<=[АA-].)")
_UKRAINIAN = re.compile(r"(?<!\w)[АA]-?\d{4}(?!\w)")
_QUOTED = re.compile(r"[«\"“„][^»\"”“\n]{2,30}[»\"”]")
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th|-?й|-?я|-?ю|-?м|-?го|-?му|-?ой|-?та|-?ту|-?ма|-?ої|-?ша|-?а|\.)?$")
_NAMED_AFTER = frozenset(
    "regiment brigade battalion division company corps полк бригада бригады батальон дивизия рота".split()
)
_GRADES = frozenset(
    "младший младшего младшему старший старшего старшему молодший молодшого старшого гвардии senior junior".split()
)
_SERVICE = frozenset({"unit", "rank", "trade"})
_GENERIC_RANKS = frozenset(
    "general generals general's major majors private privates generally officer officers commander".split()
)


def find(document: Document) -> Iterator[Finding]:
    """Yield units, ranks and trades."""
    for match in (
        *document.search(_CODES, MIDDLE, words=_NAMING),
        *document.search(_UKRAINIAN, MIDDLE, digits=4, beside=_LETTERED),
    ):
        yield Finding(
            *match.span(), EntityType.ORG, "unit", IdentifierClass.LOOKUP, False, "service", "A unit by its number.", score=0.9
        )  # fmt: skip
    done = -1
    for index in places_of(document, _SERVICE):
        if index > done:
            told = _told(document, index)
            if told is not None:
                done = told[0][1] - 1
                yield finding(
                    document, told[0], told[1], told[2],
                    IdentifierClass.LOOKUP if told[2] == "unit" else IdentifierClass.QUASI, "service", told[3], score=told[4],
                )  # fmt: skip


def _told(document: Document, index: int) -> tuple[Range, EntityType, str, str, float] | None:
    """Return what a word of service tells: its tokens, type, detail, reason and weight."""
    classes = clues_in(document)[index]
    if "unit" in classes:
        span = _unit_around(document, index)
        return (span, EntityType.ORG, "unit", "A unit described.", 0.7) if span else None
    if "rank" in classes:
        if not _is_rank(document, index):
            return None
        span = _service_of(document, run_of(document, index, frozenset({"rank"})))
        told = is_court_prose(document) or _before_name(document, span[1]) or is_told_of_somebody(document, *span)
        return (span, EntityType.DEM, "rank", "A military rank.", 0.7) if told else None
    if index > 0 and document.gaps[index] in {" ", "-"} and _counts(document, index - 1):
        span = _unit_around(document, index)
        return (span, EntityType.ORG, "unit", "A unit told by its number and arm.", 0.6) if span else None
    span = run_of(document, index, frozenset({"trade"}))
    if document.words[index][0].isupper() and not document.initial[index]:
        return None
    told = is_court_prose(document) or is_told_of_somebody(document, *span)
    return (span, EntityType.DEM, "speciality", "A military trade.", 0.5) if told else None


def _counts(document: Document, index: int) -> bool:
    """Tell "the seventieth", "5-я", "5 гв": what a unit is counted by."""
    if document.lower[index] in {"гв", "гвардейская", "гвардії"} and index > 0:
        index -= 1
    return "ordinal" in clues_in(document)[index] or _NUMBERED.match(document.lower[index]) is not None


def _before_name(document: Document, end: int) -> bool:
    """Tell "Captain Orlov" and "the major, Orlov"."""
    return end < len(document.words) and document.gaps[end] in {" ", ", "} and document.words[end][0].isupper()


def _is_rank(document: Document, index: int) -> bool:
    form = document.lower[index]
    if form not in _GENERIC_RANKS:
        return True
    if index + 1 < len(document.words) and document.words[index + 1][0].isupper() and document.gaps[index + 1] == " ":
        return True
    return (
        form in {"major", "officer", "general"}
        and index > 0
        and document.lower[index - 1] in {"the", "a", "en", "et", "our"}
    )


def _service_of(document: Document, span: tuple[int, int]) -> tuple[int, int]:
    """Take in "of justice", "медицинской службы"."""
    lower = document.lower
    if span[0] > 0 and lower[span[0] - 1] in _GRADES:
        span = span[0] - 1, span[1]
    end = span[1]
    if end + 1 < len(lower) and lower[end + 1] in {"службы", "служби", "запаса", "запасу", "юстиции"}:
        return span[0], end + 2
    if end < len(lower) and lower[end] in {"юстиции", "юстиції", "запаса"}:
        return span[0], end + 1
    if end + 1 < len(lower) and lower[end] == "of" and lower[end + 1] in {"justice", "police", "the"}:
        return span[0], end + 2
    return span


def _unit_around(document: Document, index: int) -> tuple[int, int] | None:
    """Return the tokens of a unit told by number, ordinal, place or quoted name; None for "our unit"."""
    clues, lower, words, gaps = clues_in(document), document.lower, document.words, document.gaps
    first, last, told = index, index, False
    if any(
        lower[k].startswith(("court", "suд", "суд", "domstol")) for k in range(index + 1, min(index + 3, len(lower)))
    ):
        return None
    while first > 0 and index - first < 6 and gaps[first] in {" ", "-", "\u00a0", ". ", "» ", '" ', "-й "}:
        before = first - 1
        if (
            _NUMBERED.match(lower[before])
            or clues[before] & {"number", "ordinal"}
            or (words[before][0].isupper() and not document.initial[before])
        ):
            told, first = True, before
        elif clues[before] & {"unit", "trade"} or _adjective(document, before) or _follows_number(document, before):
            first = before
        else:
            break
    while (
        last + 1 < len(lower)
        and last - index < 7
        and not ends_clause(gaps[last + 1].replace("№", "").replace("«", "").replace('"', "").replace("/", ""))
    ):
        after = last + 1
        if (
            lower[after][0].isdigit()
            or (clues[after] & {"number", "ordinal"} and gaps[after] in {" ", "-", ", "})
            or (words[after][0].isupper() and gaps[after] != ", ")
        ):
            told, last = True, after
        elif (clues[after] & {"unit", "trade"} and "," not in gaps[after]) or (
            lower[after] in {"no", "nr", "number", "nummer", "номер", "связи", "named", "of", "имени"}
            and after + 1 < len(lower)
            and (lower[after + 1][0].isdigit() or words[after + 1][0].isupper() or clues[after + 1] & {"number"})
        ):
            last = after
        else:
            break
    return (first, last + 1) if told else None


def _follows_number(document: Document, index: int) -> bool:
    """Tell the words between a number and the unit in English: "the 126th coastal brigade"."""
    if document.languages[index] != "en" or not document.words[index].islower():
        return False
    return any(
        (_NUMBERED.match(document.lower[k]) or "ordinal" in clues_in(document)[k]) and not document.initial[k]
        for k in range(max(0, index - 2), index)
        if not any(ends_clause(document.gaps[gap]) or "," in document.gaps[gap] for gap in range(k + 1, index + 2))
    )


def _adjective(document: Document, index: int) -> bool:
    form, language = document.lower[index], document.languages[index]
    if language in {"ru", "uk"}:
        return (
            form.endswith(("ая", "ой", "ую", "ый", "ого", "ому", "ом", "ий", "а", "ої", "ній", "ную")) and len(form) > 6
        )
    return form in {
        "motor",
        "rifle",
        "tank",
        "separate",
        "guards",
        "assault",
        "airborne",
        "mechanised",
        "naval",
        "air",
        "army",
    }
