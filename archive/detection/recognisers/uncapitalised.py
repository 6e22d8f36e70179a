"""Names where nothing is written with a capital: chats, machine captions; and patronymics, which need none anywhere."""

from bisect import bisect_left
from collections.abc import Iterator

from archive.detection.clues import clues_in
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import NAME, PLACE, WORD, Flag, flags_of
from archive.detection.morphology import NAMES, Kind, kinds_of, parsed
from archive.detection.ordinary import is_ordinary
from archive.detection.phrases import finding
from archive.detection.recognisers.public import is_public_form
from archive.detection.segments import Document, is_cyrillic
from archive.language.remembering import remembered

_AROUND = 4  # paragraphs to either side: a chat's lines are read together
_LEAST_WORDS = 20
_MOST_CAPITALS = 0.03  # prose has three times as many
_LEAST = 4
_LEAST_NAME = 3
_PATRONYMIC = ("ович", "евич", "івна", "ївна", "овна", "евна", "ична", "ovich", "evich", "ovna", "evna", "ivna")
_CASES = ("", "а", "у", "ем", "ом", "е", "ы", "и", "і", "ой", "ою")
_LEAST_PATRONYMIC = 6
_PATRONYMIC_ENDS = tuple(stem + case for stem in _PATRONYMIC for case in _CASES)
_LAST = frozenset(ending[-3:] for ending in _PATRONYMIC_ENDS)
_NOT_NAMES = frozenset(
    "yeah okay haha hahah gonna wanna tmrw doesnt dont cant wont didnt isnt wasnt havent thats whats".split()
)
_BY_NAME = 2
_SEASON = frozenset({"season"})


def find(document: Document) -> Iterator[Finding]:
    """Yield unknown words where capitals are not used, names with what stands beside them, and patronymics anywhere."""
    done = 0
    for first, end in _without_capitals(document):
        for index in range(first, end):
            if index < done or not _is_named(document, index):
                continue
            last = _with_surname(document, index, end)
            done = last
            yield _finding(document, index, last)
    patronymics = {
        form
        for form in document.forms
        if form[-3:] in _LAST and form.endswith(_PATRONYMIC_ENDS) and _is_patronymic(form)
    }
    for index in [index for index, form in enumerate(document.lower) if form in patronymics] if patronymics else ():
        if document.lower[index] != document.words[index]:
            continue
        begin = index - (index > 0 and document.gaps[index] == " " and len(document.lower[index - 1]) >= _LEAST_NAME)
        yield finding(
            document, (begin, index + 1), EntityType.PERSON, "name", IdentifierClass.DIRECT, "uncapitalised",
            "A patronymic, written without a capital.", third_person=True, score=0.9,
        )  # fmt: skip


def _without_capitals(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs round which hardly a word has a capital."""
    paragraphs, all_capitals = document.paragraphs, document.capitals
    capitals = [bisect_left(all_capitals, end) - bisect_left(all_capitals, first) for first, end in paragraphs]
    for place, (first, end) in enumerate(paragraphs):
        around = slice(max(0, place - _AROUND), place + _AROUND + 1)
        words = sum(last - begin for begin, last in paragraphs[around])
        if words >= _LEAST_WORDS and sum(capitals[around]) <= _MOST_CAPITALS * words:
            yield first, end


def _is_named(document: Document, index: int) -> bool:
    form = document.lower[index]
    if len(form) < _LEAST_NAME or form != document.words[index] or not form.isalpha() or clues_in(document)[index]:
        return False
    if is_public_form(document, form):
        return False
    return (len(form) >= _LEAST and _is_unknown(form, document.languages[index])) or _is_after_rank(document, index)


@remembered(maxsize=20_000)
def _is_unknown(form: str, language: str) -> bool:
    """Tell a form that no dictionary proves a word; the dictionaries of both Cyrillic languages are asked, and of all Latin ones."""
    flags = flags_of(form)
    if form in _NOT_NAMES or flags & Flag.COMMON:
        return False
    if is_cyrillic(form):
        kinds = kinds_of(form, "ru") | kinds_of(form, "uk")
        return not kinds & Kind.ORDINARY and bool(kinds or not flags & Flag.FREQUENT)
    if flags & Flag.FREQUENT and not flags & Flag.FIRST_NAME:
        return False
    return not is_ordinary(form, language) and not flags & Flag.WORD_EN


def _is_after_rank(document: Document, index: int) -> bool:
    """Tell "сержант мир": a noun in its first form behind a rank, which governs none."""
    if index == 0 or document.gaps[index] != " " or not clues_in(document)[index - 1] & {"rank"}:
        return False
    return _is_noun(document, index)


def _is_noun(document: Document, index: int) -> bool:
    form, language = document.lower[index], document.languages[index]
    if not is_cyrillic(form) or flags_of(form) & Flag.COMMON or clues_in(document)[index] - _SEASON:
        return False
    tag = parsed(form, language)[1]
    return ("NOUN" in tag or "ADJF" in tag) and "nomn" in tag


def _with_surname(document: Document, index: int, end: int) -> int:
    """Return the end of a name: a listed first name and what stands right behind it, also where that is a word."""
    last = index + 1
    while last < end and last - index < _BY_NAME and document.gaps[last] == " ":
        form = document.lower[last]
        after_name = _is_first_name(document.lower[last - 1])
        if not (_is_named(document, last) or (after_name and _is_noun(document, last) and len(form) >= _LEAST_NAME)):
            break
        last += 1
    return last


@remembered(maxsize=20_000)
def _is_first_name(form: str) -> bool:
    kinds = kinds_of(form, "ru") | kinds_of(form, "uk") if is_cyrillic(form) else 0
    return bool(kinds & Kind.FIRST_NAME and not kinds & Kind.ORDINARY) or (
        not kinds and bool(flags_of(form) & Flag.FIRST_NAME)
    )


@remembered(maxsize=20_000)
def _is_patronymic(form: str) -> bool:
    """Tell a patronymic in any case from the words that end so: "основна"."""
    kinds = kinds_of(form, "ru") | kinds_of(form, "uk") if is_cyrillic(form) else 0
    return not kinds & ~NAMES and not flags_of(form) & WORD and len(form) > _LEAST_PATRONYMIC


def _finding(document: Document, first: int, end: int) -> Finding:
    place = end - first == 1 and _is_place(document.lower[first], document.languages[first])
    return finding(
        document, (first, end), EntityType.LOC if place else EntityType.PERSON, "place" if place else "name",
        IdentifierClass.QUASI if place else IdentifierClass.DIRECT, "uncapitalised",
        "No word that a dictionary knows, where nothing has a capital.", third_person=not place, score=0.5,
    )  # fmt: skip


def _is_place(form: str, language: str) -> bool:
    if is_cyrillic(form):
        return bool(kinds_of(form, language) & Kind.PLACE)
    return bool(flags_of(form) & PLACE) and not flags_of(form) & NAME
