"""What somebody does and where: occupations, workplaces, schools, with the words that make them one of few."""

from collections.abc import Iterator

from archive.detection.clues import clues_in, places_of
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import Flag, flags_of
from archive.detection.morphology import analyzer
from archive.detection.phrases import ends_clause, finding, part_around
from archive.detection.readings import is_court_prose
from archive.detection.roles import is_told_of_somebody
from archive.detection.segments import Document

_GENERIC = frozenset(
    "driver guard official officials clerk employee manager owner cook clean judge judges investigator prosecutor lawyer lawyers "
    "doctor doctors student students journalist journalists editor policeman policemen директора начальник "
    "sjåfør vakt lege legen dommer etterforsker etterforskeren etterforskere journalist journalister advokat advokaten sjef eier "
    "врач врача врачи врачом следователь следователя следователю адвокат адвоката адвокату судья полицейские хозяин хозяина мастер "
    "лікар лікаря слідчий слідчого адвокат адвоката volunteer interpreter tolk tolken переводчик перекладач".split()
)
_SHORT = 5
_NOUNS = 3
_DETERMINERS = frozenset("the a an at".split())
_HEADS = frozenset({"school", "workplace", "occupation"})
_WORK = frozenset({"occupation", "school", "workplace"})
_AS = frozenset("as som работал работала работаю працював працювала was er var am i'm".split())
_LINKS = frozenset("of at in on for with av på i ved hos for til в на во по при у за из для з із до".split())
# Where people only pass through, and where nobody of them works.
_PASSING = ("hospital", "hostel", "office", "church", "mosque", "court", "sykehus", "sjukehus", "kontor", "kirke", "kyrkje", "moské", "fengsel",
    "госпитал", "больниц", "шпитал", "лікарн", "церк", "мечет", "суд", "контор", "общежит", "гуртожит", "военкомат", "військкомат", "комендатур")  # fmt: skip
_NO_MODIFIERS = frozenset("the a an my his her and or".split())
_ADJECTIVES = tuple("ый ий ой ая ое ого ому ым им ом ую ей ної ній ський ского ском ської".split())
_KINDS = frozenset(
    "garrison district city regional weaving machine-building mining metal dental culinary industrial helicopter building machine oilfield navigation "
    "kindergarten senior military law private state lorry tram bus tank".split()
)
_TAILS = frozenset("№ no nr number nummer номер имени ім імені named after called group gruppe группа група".split())


def find(document: Document) -> Iterator[Finding]:
    """Yield occupations, workplaces and schools."""
    clues, court = clues_in(document), is_court_prose(document)
    done = -1
    for index in places_of(document, _WORK):
        classes = clues[index]
        if index <= done:
            continue
        if "occupation" in classes and _is_told(document, index):
            span = _with_details(document, index)
            if not (court or _is_particular(document, span, index) or is_told_of_somebody(document, *span)):
                continue
            done = span[1] - 1
            yield finding(
                document, span, EntityType.DEM, "occupation", IdentifierClass.QUASI, "work", "An occupation.",
                score=0.7 if document.lower[index] not in _GENERIC else 0.4,
            )  # fmt: skip
        elif "school" in classes or "workplace" in classes:
            span = _with_details(document, index)
            if document.lower[index].startswith(_PASSING):
                span = _without_where(document, span, index)
            told = _is_particular(document, span, index)
            school = "school" in classes
            if told or _after_job(document, index) or (document.lower[index] == "court" and span[0] < index):
                done = span[1] - 1
                yield finding(
                    document, span, EntityType.ORG, "education" if school else "employer", IdentifierClass.QUASI, "work",
                    "A particular school." if school else "A particular workplace or institution.", score=0.6,
                )  # fmt: skip


def _without_where(document: Document, span: tuple[int, int], head: int) -> tuple[int, int]:
    """Leave out where it is: "the hospital in Tver" is any of many, until a number or a name says which."""
    for index in range(head + 1, span[1]):
        if document.lower[index] in _LINKS:
            return (head if span[0] < head and document.lower[span[0]] == "the" else span[0]), index
    return span


def _is_told(document: Document, index: int) -> bool:
    """Leave out the roles that stand in every account; keep them where a place or a "my" makes them somebody's."""
    if document.lower[index] not in _GENERIC:
        return True
    return index > 0 and document.lower[index - 1] in _AS


def _with_details(document: Document, index: int) -> tuple[int, int]:
    """Return the noun with its adjectives to the left and its "at the mill", "No. 8" to the right."""
    clues, lower, words, gaps = clues_in(document), document.lower, document.words, document.gaps
    first = end = index
    while first > 0 and index - first < 4 and gaps[first] in {" ", "-"} and _modifies(document, first - 1, index):
        first -= 1
    end = index + 1
    while end < len(lower) and end - index < 9 and not _ends_name(document, end):
        if "," in gaps[end] and not (lower[end] in {"fourth", "third", "second"} or lower[end] in {"невролог"}):
            break
        named = (
            words[end][0].isupper() or lower[end][0].isdigit() or ("number" in clues[end] and lower[end - 1] in _TAILS)
        )
        kind = clues[end] & {"workplace", "school", "occupation", "place_kind"}
        if (
            named
            or kind
            or lower[end] in _TAILS
            or (lower[end] in _LINKS | {"the", "a", "an"} and _leads_to_name(document, end))
            or _genitive(document, end)
        ):
            end += 1
        elif _of_what(document, index, end):
            end = part_around(document, end)[1]
        else:
            break
    while end - 1 > index and lower[end - 1] in _LINKS | _TAILS | {"the", "a", "an"}:
        end -= 1
    return first, end


def _of_what(document: Document, head: int, index: int) -> bool:
    """Tell the short end of a clause that says what or where: "at a shopping mall", "по вольной борьбе"."""
    lower = document.lower
    if (
        "occupation" not in clues_in(document)[head]
        or index + 1 >= len(lower)
        or part_around(document, index)[1] - index > _SHORT
    ):
        return False
    return lower[index] in {"по", "at", "of"} or (
        lower[index] in {"in", "for", "i", "på"} and lower[index + 1] in {"a", "an", "en", "ei", "et"}
    )


def _ends_name(document: Document, index: int) -> bool:
    gap = document.gaps[index]
    if gap.startswith(".") and document.lower[index - 1] in _TAILS:
        return False
    return ends_clause(gap.strip('№«»" ').replace("№", ""))


def _leads_to_name(document: Document, index: int) -> bool:
    clues, lower, words, gaps = clues_in(document), document.lower, document.words, document.gaps
    for place in range(index + 1, min(index + 4, len(lower))):
        if gaps[place] not in {" ", " «", ' "', " “", "-"}:
            return False
        if words[place][0].isupper() or clues[place] & {"workplace", "school"}:
            return True
        if lower[place] not in {"the", "a", "an", "en", "et", "ei"} and not _genitive(document, place):
            return clues_at(document, place + 1)
    return False


def clues_at(document: Document, index: int) -> bool:
    """Tell whether the token is a workplace or school."""
    return index < len(document.lower) and bool(clues_in(document)[index] & {"workplace", "school"})


def _modifies(document: Document, index: int, head: int) -> bool:
    """Tell the word before the noun that makes it one of few: "Zarya mill", "third lyceum", "текстильный комбинат"."""
    clues, form, word, language = (
        clues_in(document), document.lower[index], document.words[index], document.languages[index],
    )  # fmt: skip
    if form in _NO_MODIFIERS:
        return False
    if word[0].isupper() and not document.initial[index]:
        return True
    if clues[index] & {"ordinal", "occupation", "trade", "school", "workplace"}:
        return True
    if language in {"ru", "uk"}:
        return form.endswith(_ADJECTIVES) and len(form) > 4
    if language != "en":
        return False
    phrase = bool(clues[head] & _WORK) and _heads_phrase(document, index, head)
    return phrase or (head - index == 1 and form in _KINDS)


def _heads_phrase(document: Document, index: int, head: int) -> bool:
    """Tell "the ceramics cooperative", "a children's music school": nouns between an article and the head."""
    first = index
    while (
        first > 0
        and head - first <= _NOUNS
        and document.gaps[first] == " "
        and document.lower[first] not in _DETERMINERS
    ):
        if flags_of(document.lower[first]) & Flag.COMMON or document.gaps[first + 1] not in {" ", "-"}:
            return False
        first -= 1
    return document.lower[first] in _DETERMINERS and first < index


def _genitive(document: Document, index: int) -> bool:
    language, form = document.languages[index], document.lower[index]
    if language not in {"ru", "uk"} or document.gaps[index] != " ":
        return False
    if clues_in(document)[index - 1] & _HEADS and _is_genitive(form, language):
        return True
    return form.endswith(("ого", "ской", "ського", "ском", "ої", "ей", "ием", "ного", "ному")) and len(form) > 5


def _is_genitive(form: str, language: str) -> bool:
    """Tell the noun that says of what: "колледж связи", "учитель физкультуры"."""
    parses = analyzer(language).parse(form)
    return bool(parses) and "NOUN" in parses[0].tag and "gent" in parses[0].tag


def _is_particular(document: Document, span: tuple[int, int], head: int) -> bool:
    """Tell "School No. 8" and "the Zarya mill" from "the school"."""
    clues = clues_in(document)
    for place in range(*span):
        if place != head and (
            document.words[place][0].isupper()
            or document.lower[place][0].isdigit()
            or clues[place] & {"number", "ordinal"}
        ):
            return True
    if document.words[head][0].isupper() and not document.initial[head]:
        return True
    return span[1] - span[0] >= 2 and span[0] < head


def _after_job(document: Document, index: int) -> bool:
    """Tell whether a job verb stands just before: "worked at the mill", "jobba på verftet"."""
    near = document.lower[max(0, index - 5) : index]
    roots = (
        "work",
        "job",
        "arbeid",
        "працю",
        "работ",
        "служил",
        "устро",
        "studi",
        "stud",
        "учил",
        "навч",
        "foreman",
        "graduat",
        "finished",
        "закончил",
        "окончил",
    )
    return any(form.startswith(roots) for form in near)
