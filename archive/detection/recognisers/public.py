"""What is public whoever tells of it: an editable list of figures, organisations, countries, laws, events, dates."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from archive.detection.clues import Phrase, WordLists, clues_in, fits, phrases_with, stands_at
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import DATA, NAME, Flag, flags_of
from archive.detection.morphology import NAMES, Kind, kinds_of
from archive.detection.ordinary import is_ordinary
from archive.detection.readings import is_court_prose
from archive.detection.segments import Document, is_cyrillic, plain
from archive.language.remembering import remembered

_TYPES = {
    "person": EntityType.PERSON,
    "organisation": EntityType.ORG,
    "country": EntityType.LOC,
    "place": EntityType.LOC,
    "date": EntityType.DATE,
}
Known = tuple[frozenset[str], tuple[Phrase, ...]]
_NOTHING: Known = (frozenset(), ())
_PERSON = frozenset({"person"})
KINDS = ("person", "organisation", "country", "place", "service", "law", "event", "date")
ANY_CASE = frozenset({"service", "event", "date", "law"})
_LAWS = re.compile(
    r"(?:\bfederal law|\bfederal'?nyj zakon|федеральн\w+ закон\w*|закон\w* (?:об?|про|№)|\bdecree|указ\w?|\bgeneva convention\w*|§ ?\d+|straffeloven(?:s)? § ?\d+|"
    r"\barticle \d+(?:[.,]? (?:part|§|paragraph) ?\w+)? of (?:the )?(?:constitution|convention|criminal code)|ст(?:\.|ать[яиюеёй]+) ?\d+ (?:конституц\w+|УК(?: РФ)?|КК(?: України)?))"
    r"(?: (?:№|no\.|nr\.|N) ?\d+(?:-\w+)?)?(?: \d+-(?:FZ|ФЗ))?|\b\d+-(?:FZ|ФЗ)\b|№ ?\d{3,4}-[IVXІХ]{1,5}\b"
    r"|(?:стат\w{1,3}|ст\.|article|artikkel) \d+ (?:\w+ )?(?:женевс\w+|geneva|genève\w*|європейс\w+|европейс\w+) (?:конвенц\w+|convention\w*)"
    r"|(?:постановлен\w+|постанов\w*|приказ\w*|наказ\w*|розпоряджен\w+|распоряжен\w+|регламент\w*|regulation|forskrift\w*) (?:№ ?|no\. ?|nr\. ?)?\d{1,4}(?: о\w? [\w-]+(?: [\w-]+)?)?"
    r"|(?:constitution\w*|grunnlov\w*|конституц\w+)[^.!?\n]{0,30}?,? (?:article|artikkel|§|стат\w{1,3}) ?\d+(?:,? (?:part|ledd|част\w+|частин\w+) \w+)?",
    re.IGNORECASE,
)

_LAW_NEEDLES = (
    "law",
    "закон",
    "decree",
    "указ",
    "convention",
    "§",
    "constitution",
    "конституц",
    "criminal code",
    "-fz",
    "-фз",
    "ук ",
    "женевс",
    "geneva",
    "genève",
    "постан",
    "приказ",
    "наказ",
    "розпоряд",
    "распоряж",
    "регламент",
    "regulation",
    "forskrift",
    "grunnlov",
    "№",
    "кк ",
)


@dataclass(frozen=True, eq=False)
class PublicThings:
    """What an archive holds to be public: word lists by kind, and the sentence that says why."""

    lists: WordLists
    reasons: dict[str, str]
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)


@dataclass(frozen=True)
class ListedKind:
    """One kind of public things as a list gives it: why they are public, and the entries (`x`, `x*`, `a_b`)."""

    kind: str
    reason: str
    entries: tuple[str, ...]


def read_kinds(text: str) -> tuple[ListedKind, ...]:
    """Read what a list of public things holds (TOML: a table a kind, with `reason` and `entries`)."""
    tables = tomllib.loads(text)
    if unknown := sorted(tables.keys() - set(KINDS)):
        raise ValueError(f"There is no kind of public things called {unknown[0]!r}. Choose one of: {', '.join(KINDS)}.")
    return tuple(
        ListedKind(kind, table["reason"], tuple(dict.fromkeys(table["entries"].split())))
        for kind, table in tables.items()
    )


def read_public(text: str) -> PublicThings:
    """Read a list of public things for detection."""
    kinds = read_kinds(text)
    return _things(((one.kind, entry) for one in kinds for entry in one.entries), {o.kind: o.reason for o in kinds})


@lru_cache(maxsize=1)
def shipped_kinds() -> tuple[ListedKind, ...]:
    """Return what the project ships, kind by kind."""
    return read_kinds((DATA / "public.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def default_public() -> PublicThings:
    """Return the list the project ships."""
    return read_public((DATA / "public.toml").read_text(encoding="utf-8"))


def beside_shipped(own: PublicThings) -> PublicThings:
    """Return the shipped list together with an archive's own; where that gives a reason for a kind, it is the reason."""
    shipped, lists = default_public(), WordLists()
    for part in (shipped.lists, own.lists):
        lists.phrases += part.phrases
        for to, of in ((lists.exact, part.exact), (lists.prefixes, part.prefixes), (lists.suffixes, part.suffixes)):
            for form, kinds in of.items():
                to[form] = to.get(form, frozenset()) | kinds
    return PublicThings(lists, {**shipped.reasons, **own.reasons}, lists.first_words())


def listed_things(entries: Iterable[tuple[str, str]]) -> PublicThings:
    """Return entries as a list, each with its kind; why they are public is what the shipped list says of the kind."""
    return _things(entries, {})


def is_listed(words: str, things: PublicThings) -> bool:
    """Tell whether a list already holds exactly these words, or these in another case."""
    document = Document(words[:1].upper() + words[1:], public=things, names_known=True)
    return any((found.start, found.end) == (0, len(words)) for found in find(document))


def _things(entries: Iterable[tuple[str, str]], reasons: dict[str, str]) -> PublicThings:
    lists = WordLists()
    for kind, entry in entries:
        lists.add(plain(entry), kind)
    return PublicThings(lists, reasons, lists.first_words())


def find(document: Document) -> Iterator[Finding]:
    """Yield public things."""
    things = document.public or default_public()
    if is_court_prose(document):
        return
    known = {form: it for form in document.forms if (it := _known(form, things)) is not _NOTHING}
    listed = [index for index, form in enumerate(document.lower) if form in known]
    private, named = _borne_by_others(document, known, listed), _names_of_somebody(document)
    done = 0
    for index in listed:
        found = _longest(document, index, known[document.lower[index]]) if index >= done else None
        if found:
            done, kind = found
            if (kind != "person" and document.lower[index] not in named) or (
                kind == "person" and document.lower[index][:5] not in private and _stands_alone(document, index, done)
            ):
                yield _finding(document, (index, done), kind, things.reasons[kind])
    for match in document.near(_LAWS, *_LAW_NEEDLES):
        yield Finding(
            *match.span(), EntityType.MISC, "law", IdentifierClass.PUBLIC, False, "public", "A law that applies to everybody."
        )  # fmt: skip


def is_public_form(document: Document, form: str) -> bool:
    """Tell the form of a listed thing, whoever writes it without its capital: "mongolia"."""
    return bool(_known(form, document.public or default_public())[0])


def _finding(document: Document, tokens: tuple[int, int], kind: str, reason: str) -> Finding:
    first, given = tokens[0], _GIVEN.get(document.lower[tokens[0]][:5], ())
    if kind == "person" and first and document.gaps[first].isspace() and document.lower[first - 1] in given:
        first -= 1
    start, end = document.spans[first][0], document.spans[tokens[1] - 1][1]
    if kind == "person" and not document.names_known:
        return Finding(
            start, end, EntityType.PERSON, "name", IdentifierClass.DIRECT, True, "public",
            "A public figure's name; as nobody's names are recorded for this account, it is not taken for granted.",
        )  # fmt: skip
    return Finding(
        start, end, _TYPES.get(kind, EntityType.MISC), kind, IdentifierClass.PUBLIC, False, "public", reason
    )  # fmt: skip


@remembered(maxsize=100_000)
def _known(form: str, things: PublicThings) -> Known:
    """Return what is listed of a form."""
    bare = form.removesuffix("'s")
    kinds = _without_places_named_after(form, things)
    if len(bare) > 3 and bare.isascii() and (bare.endswith("s") or bare != form):
        kinds |= _without_places_named_after(bare.removesuffix("s"), things)
    if kinds and _is_name_of_somebody(form, things):
        kinds &= _PERSON
    phrases = phrases_with(form, things.phrases)
    return (kinds, phrases) if kinds or phrases else _NOTHING


def _without_places_named_after(form: str, things: PublicThings) -> frozenset[str]:
    """Return what a form is listed as; a town named after somebody ("Pushkino", "Leninsk") is not that person."""
    kinds = things.lists.classes_of(form)
    if kinds & _PERSON and form not in things.lists.exact:
        begun = [
            prefix
            for prefix in things.lists.prefixes
            if "person" in things.lists.prefixes[prefix] and form.startswith(prefix)
        ]
        if begun and form[len(max(begun, key=len)) :].removesuffix("'s") not in _ENDINGS:
            kinds -= _PERSON
    return kinds


def _is_name_of_somebody(form: str, things: PublicThings) -> bool:
    """The beginning of a country may begin a name too ("Ирак", "Ираклий"): such forms count only as listed in full."""
    if form in things.lists.exact or form in things.lists.prefixes:
        return False
    kinds = kinds_of(form, "ru") | kinds_of(form, "uk") if is_cyrillic(form) else 0
    return bool(kinds & NAMES and not kinds & Kind.PLACE) or bool(flags_of(form) & NAME)


def _longest(document: Document, index: int, known: Known) -> tuple[int, str] | None:
    """Return the longest listed thing that begins at a token: a phrase, or a word that is no half of a name."""
    lower = document.lower
    kinds, phrases = known
    capital = document.words[index][0].isupper()
    ends = [
        (index + len(parts), kind)
        for parts, kind in phrases
        if (capital or kind in ANY_CASE) and stands_at(document, index, parts, _parts)
    ]
    if ends:
        return max(ends)
    follows = document.gaps[index + 1] if index + 1 < len(lower) else ""
    for kind in KINDS:
        if (
            kind in kinds
            and (capital or kind in ANY_CASE)
            and not (follows == "-" and document.words[index + 1][0].isupper())
        ):
            return index + 1, kind
    return None


def _parts(gap: str) -> bool:
    """Tell the end of a paragraph from a line that was only broken ("The \\nInsider")."""
    return gap.count("\n") > 1 or ("\n" in gap and not gap.isspace() and gap.strip() != "-")


def _borne_by_others(document: Document, known: dict[str, Known], listed: list[int]) -> frozenset[str]:
    """Return the beginnings of listed surnames that somebody else bears in this text."""
    return frozenset(
        document.lower[index][:5]
        for index in listed
        if "person" in known[document.lower[index]][0] and document.words[index][0].isupper() and not _stands_alone(document, index, index + 1)
        and not _is_whole(document, index)
    )  # fmt: skip


def _names_of_somebody(document: Document) -> frozenset[str]:
    """Return the first names that stand after a relative or a word of naming here: "my cousin Georgia"."""
    clues, lower = clues_in(document), document.lower
    return frozenset(
        lower[index]
        for index in document.capitals
        if index and document.gaps[index] == " "
        and (
            (flags_of(lower[index]) & Flag.FIRST_NAME and (clues[index - 1] & _KIN or lower[index - 1] in _NAMING))
            or (lower[index - 1] == "the" and index > 1 and flags_of(lower[index - 2]) & Flag.FIRST_NAME)
        )
    )  # fmt: skip


def _is_whole(document: Document, index: int) -> bool:
    things = document.public or default_public()
    return any(
        all(
            0 <= begin + k < len(document.lower) and fits(document.lower[begin + k], parts[k])
            for k in range(len(parts))
        )
        for begin in (index - 1, index)
        if begin >= 0
        for parts, kind in phrases_with(document.lower[begin], things.phrases)
        if kind == "person"
    )


def _stands_alone(document: Document, first: int, end: int) -> bool:
    """A public surname beside another name is somebody else's ("Ivan Putin"), unless the whole name is listed."""
    if end - first > 1:
        return True
    words, gaps, lower = document.words, document.gaps, document.lower
    if (
        first > 0
        and (gaps[first] == " " or (gaps[first] == ". " and len(lower[first - 1]) <= _ABBREVIATION))
        and clues_in(document)[first - 1] & _PRIVATE
        and lower[first - 1] not in _OFFICES
    ):
        return False
    before = first > 0 and gaps[first] in {" ", "-"} and words[first - 1][0].isupper()
    if before and document.initial[first - 1]:
        language = document.languages[first - 1]
        before = bool(flags_of(lower[first - 1]) & Flag.FIRST_NAME) or not is_ordinary(lower[first - 1], language)
    after = end < len(words) and gaps[end] == " " and words[end][0].isupper()
    if before and lower[first - 1] in _GIVEN.get(lower[first][:5], ()):
        return True
    return not before and not after


_ABBREVIATION = 4
_ENDINGS = frozenset(
    [
        "",
        *(
            "s a e y i j ij iy yj yy ii aja aya aia oj oy oi ogo omu im ym om em s' es ovym evym ovs evs ova yev jev a's y's ys ijs iys ayas ajas "
            "а у е ом ем ём ым им ой ою ого ому ий ый ая ую ы ых и я ю й ею єю єм і ові еві ів ської ська ський ського ському ським ськом ская ской ский ского скому ским ском скую "
            "кого кому ким кий кая кой ем ью"
        ).split(),
    ]
)
_KIN = frozenset({"kin"})
_NAMING = frozenset(
    "named called heter heiter kalt зовут звали звуть кличут aunt uncle tante onkel тётя дядя тітка дядько".split()
)
_PRIVATE = frozenset({"rank", "kin", "occupation", "trade", "callsign"})
_OFFICES = frozenset(
    "president presidenten president's minister ministeren general generalen генерал президент президента министр маршал writer poet composer forfatteren statsminister адмирал".split()
)
_GIVEN = {
    "putin": ("vladimir",), "путин": ("владимир", "владимира"), "zelen": ("volodymyr", "vladimir"), "navaln": ("aleksej", "alexei"),
    "naval": ("aleksej", "alexei", "alexey"), "trump": ("donald",), "biden": ("joe",), "stolt": ("jens",), "støre": ("gahr",),
    "prigo": ("jevgenij", "yevgeny", "evgeny"), "lukas": ("aleksandr", "alexander"), "shoig": ("sergei", "sergey"), "sjojg": ("sergej",),
    "macro": ("emmanuel",), "lavro": ("sergei", "sergej"), "pesko": ("dmitry", "dmitrij"), "kadyr": ("ramzan",), "навал": ("алексей", "алексея"),
    "merke": ("angela",), "barth": ("espen",), "guter": ("antónio", "antonio"),
}  # fmt: skip
