"""Names told by what stands before them: "they called him badger", "uncle glep", "gata: Solbakken", also in lower case."""

import re
from collections.abc import Iterator

from archive.detection.clues import clues_in, places_of
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import NAME, Flag, flags_of
from archive.detection.morphology import NAMES, kinds_of
from archive.detection.ordinary import is_ordinary
from archive.detection.phrases import finding
from archive.detection.segments import Document, is_cyrillic
from archive.language.codes import NORWEGIAN

_QUOTE = "[«\"“„'‘]"
_TARGET = rf"(?:{_QUOTE}([^»\"”“’\n]{{2,30}})[»\"”“’]|([^\W\d_][\w'’-]+))"
_CALLED = (
    (
        re.compile(
            r"\b(?:nicknamed|(?:is|was|am|are|were|be|been|better|also|man|woman|boy|girl|only) known (?:to \w+ )?as|(?:went|goes|gone|going) by(?: the (?:name|nick|nickname|alias))?(?: of)?|"
            r"answer(?:s|ed)? to(?: the name(?: of)?)?|call(?:s|ed)? (?:him|her|me|us|himself|herself|myself|the (?:man|guy|boy|old man))|"
            r"(?:\w{3,}(?:er|or|ist|man|ian)|guy|lad|woman|girl|boy|aunt|uncle|cousin|friend|contact|lawyer|host|doctor|nurse|somebody|someone|soldier) (?:called|named|by the name of)|"
            r"introduced (?:him|her|my)self as|goes as|the name (?:is|was)|sign(?:s|ed|ing)?(?: it| off)?(?: as)?(?= [«\"“„'‘])|signature(?: is| was| reads)?(?= [«\"“„'‘])|(?:user|screen) ?name(?: is)?)"
            rf"(?: (?:just|only|simply|always|the|our|a|by everyone|among us))*:? {_TARGET}",
            re.IGNORECASE,
        ),
        ("nicknamed", "known ", " by ", "answer", "call", "named", "introduced", "goes as", "the name ", "sign", "user", "screen"),
    ),
    (
        re.compile(
            r"(?<!\w)(?:(?:kalt|kalla|kalte|kaller|kallar|døpt|døpte|døypte) (?:ham|han|henne|ho|hun|meg|oss|dem|dei|seg|for)|(?:ble|blei|vart|blir|bare|berre) (?:kalt|kalla)|"
            r"kall(?:es|ast)|kjent som|kjend som|gikk under|gjekk under|lystret navnet|presenterte seg(?: som)?|ved na[vm]n|med na[vm]net|(?:som|han|ho|hun) (?:heter|heiter|het|heitte|hette)|"
            r"(?:sjåfør|advokat|mann|dame|kvinne|gutt|jente|soldat|lege|tolk|nabo|venn|kamerat|kompis)\w{0,3} (?:kalt|kalla))"
            rf"(?: (?:for|bare|berre|alltid|na[vm]net|ham|alle|vi|de|dei))*:? {_TARGET}",
            re.IGNORECASE,
        ),
        (
            "kalt", "kalla", "kalte", "kaller", "kalles", "kallast", "døpt", "døypt", "kjent som", "kjend som", "gikk under", "gjekk under", "lystr", "presenterte",
            "ved na", "med na", "som he", "han he", "ho he", "hun he",
        ),
    ),
    (
        re.compile(
            r"(?<!\w)(?:звали|зовут|зову|называл[иа]?|прозвал[иа]?|кличут|кликал[иа]?|величал[иа]?|окрестил[иа]?|обзывал[иа]?|представил(?:ся|ась)|подписал(?:ся|ась)|откликал(?:ся|ась) на|"
            r"по (?:прозвищу|кличке|имени|фамилии|отчеству)|на кличку|под (?:именем|кличкой|ником))"
            rf"(?: (?:его|её|ее|меня|нас|их|все|всех|просто|у нас|мы|они|как|там|имя|кличку|того|этого))*[ :—–-]{{1,3}}{_TARGET}",
            re.IGNORECASE,
        ),
        ("звал", "зову", "назыв", "клич", "клик", "велич", "окрест", "обзыв", "представил", "подписал", "отклик", "по ", "под "),
    ),
    (
        re.compile(
            r"(?<!\w)(?:звали|звуть|називал[иа]?|називав|прозвали|прозвав|кличуть|кликали|кликав|величали|охрестили|охрестив|назва(?:вся|лася|лась)|представи(?:вся|лася|лась)|"
            r"підписа(?:вся|лася|лась)|відгукува(?:вся|лася) на|на (?:прізвисько|ім'я|ім’я|кличку|прізвище)|під (?:ім'ям|ім’ям|ніком|прізвиськом))"
            rf"(?: (?:його|її|мене|нас|їх|всі|усі|просто|у нас|ми|вони|як|там|того))*[ :—–-]{{1,3}}{_TARGET}",
            re.IGNORECASE,
        ),
        ("звал", "звут", "назив", "прозва", "клич", "клика", "велич", "охрест", "назва", "представи", "підпис", "відгук", "на пр", "на ім", "на кл", "під "),
    ),
)  # fmt: skip
_LABELS = re.compile(
    r"(?<!\w)(?=[^:\n]{2,20}:)(?:(full name|first name|surname|family name|patronymic|nickname|nick|name|contact|relative|wife|husband|mother|father|brother|sister|son|daughter|child|children|lawyer|"
    r"helper|driver|navn|namn|fornavn|fornamn|etternavn|etternamn|kallenavn|kontakt|pårørende|kone|kona|mann|mor|far|bror|søster|syster|sønn|son|datter|dotter|barn|advokat|sjåfør|"
    r"имя|фамилия|отчество|фио|ф\. ?и\. ?о\.|кличка|прозвище|контакт|жена|муж|мать|отец|брат|сестра|сын|дочь|дети|адвокат|водитель|ім'я|прізвище|по батькові|піб|прізвисько|дружина|чоловік|мати|"
    r"батько|сестра|син|донька|діти|водій)"
    r"|(street|address|village|town|home town|born in|place of birth|residence|gate|gata|gaten|adresse|adressen|bygd|bygda|heimstad|hjemsted|fødested|bosted|bustad|улица|адрес|деревня|село|"
    r"город|место рождения|место жительства|вулиця|адреса|місто|місце народження|місце проживання))"
    r" ?: {0,2}[«\"“]?([A-ZА-ЯІЇЄҐÆØÅ][\w'’-]+(?:[ -][A-ZА-ЯІЇЄҐÆØÅ][\w'’-]+){0,3})",
    re.IGNORECASE,
)
_WHO = frozenset({"kin"})
_NO_NAMES = frozenset({"kin", "number", "ordinal", "month", "place_kind", "duration", "people", "time_unit", "child"})
_LEAST = 3
_ENDS = frozenset(".,;!?)\n…")
_GOES_ON = frozenset(
    "at in because since there always at på i fordi der alltid в на потому там всегда у бо там завжди".split()
)
_ADVERBS = frozenset("back home up down away догори домой додому назад наверх hjem heim ut inn opp ned tilbake".split())


def find(document: Document) -> Iterator[Finding]:
    """Yield what a verb of naming, a relative or a label says is a name."""
    for pattern, needles in _CALLED:
        for match in document.near(pattern, *needles):
            yield from _told(document, match)
    yield from _labelled(document)
    yield from _kin_in_lower_case(document)


def _told(document: Document, match: re.Match[str]) -> Iterator[Finding]:
    start, end = match.span(1) if match.group(1) else match.span(2)
    first, last = document.tokens_of(start, end)
    quoted = match.group(1) is not None and (last - first == 1 or document.words[first][0].isupper())
    if first >= last or not (quoted or (match.group(2) and _may_be_called(document, first))):
        return
    yield Finding(
        start, end, EntityType.PERSON, "callsign", IdentifierClass.DIRECT, True, "called", "Somebody is called by it.",
        score=0.8 if document.words[first][0].isupper() else 0.5,
    )  # fmt: skip


def _may_be_called(document: Document, index: int) -> bool:
    """A word in lower case is a nickname only where it is unknown, or where the clause ends with it: "called him badger."."""
    form, language = document.lower[index], document.languages[index]
    if len(form) < _LEAST or form in _ADVERBS or flags_of(form) & Flag.COMMON or clues_in(document)[index] & _NO_NAMES:
        return False
    if document.words[index][0].isupper() or not is_ordinary(form, language) or _names_someone(form):
        return True
    if index + 1 >= len(document.gaps):
        return not _bends(form, language)
    ends = document.gaps[index + 1][:1] in _ENDS or document.lower[index + 1] in _GOES_ON
    return ends and not _bends(form, language)


def _names_someone(form: str) -> bool:
    """Tell a listed given name that is a word too: "som het bjørn"."""
    return bool(flags_of(form) & Flag.FIRST_NAME)


def _bends(form: str, language: str) -> bool:
    """Leave out forms that are no nouns: "called me crying", "kalte meg inn", "называли предателями"."""
    if language == "en":
        return form.endswith(("ing", "ly", "ed", "s"))
    if language in NORWEGIAN:
        return form.endswith(("te", "de", "lig", "ere", "er"))
    return form.endswith(("ами", "ями", "ыми", "ими", "ся", "ть", "ти", "ших"))


def _labelled(document: Document) -> Iterator[Finding]:
    for match in document.near(_LABELS, ":", margin=100):
        if not match.group(3)[0].isupper():
            continue
        start, end = match.span(3)
        while end > start and any(word[0].islower() for word in match.group(3)[: end - start].split()):
            end = start + match.group(3)[: end - start].rfind(" ")
        if end <= start:
            continue
        person = match.group(1) is not None
        yield Finding(
            start, end, EntityType.PERSON if person else EntityType.LOC, "name" if person else "place",
            IdentifierClass.DIRECT if person else IdentifierClass.QUASI, person, "called", "A label says what it is.", score=0.7,
        )  # fmt: skip


def _kin_in_lower_case(document: Document) -> Iterator[Finding]:
    """Yield "uncle glep", "дядя колян": an unknown word, or a listed first name, after a relative."""
    clues = clues_in(document)
    for index in places_of(document, _WHO):
        after = index + 1
        if after >= len(document.words) or document.gaps[after] != " " or not document.words[after][0].islower():
            continue
        if _is_name_in_lower_case(document, after, titled="elder" in clues[index]):
            yield finding(
                document, (index, after + 1), EntityType.PERSON, "name", IdentifierClass.DIRECT, "called",
                "An unknown word after a relative, as names are.", third_person=True, score=0.85,
            )  # fmt: skip


def _is_name_in_lower_case(document: Document, index: int, *, titled: bool) -> bool:
    form, language = document.lower[index], document.languages[index]
    if len(form) < _LEAST or not form.isalpha() or clues_in(document)[index] or flags_of(form) & Flag.COMMON:
        return False
    if is_cyrillic(form):
        kinds = kinds_of(form, language)
        return bool(kinds & NAMES and not kinds & ~NAMES) or (titled and not kinds)
    if is_ordinary(form, language):
        return False
    return bool(flags_of(form) & NAME) or titled
