"""Addresses: a street or a name with a house number, and what is told of the house behind it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from archive.detection.clues import clues_in
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.ordinary import is_ordinary
from archive.detection.segments import Document

_NUMBER = r"\d{1,4}(?: ?[A-Z](?!\w)|[а-яa-zA-ZА-Я])?(?:[/-]\d{1,4}[а-яa-z]?)?"
_NAME = r"[A-ZА-ЯІЇЄÆØÅ](?<!\w\w)[\w'’ʼ.-]{1,40}"
_TAIL = (
    r"(?:,? (?:кв|kv|apt|flat|ком|block|blokk|bld|leilighet|leiligheit|квартира|квартиры|кімната|комната|entrance|подъезд|"
    r"oppgang|under|корп|корпус|общ|общага|hus|дом|д|house|office|офис|etasje|floor|этаж|поверх|во дворе|from the yard|у дворі)\.?,? ?(?:(?:\d+\w*)|\w+)?)"
)
_ADDRESS = re.compile(
    rf"(?:(?:на|in|i|по) )?(?:(?:ul|ул|вул|пр|просп|пер|г|м|д|с|пос)\. ?|пр-к?т |пр-т )?{_NAME}(?:[ -]{_NAME}){{0,2}}(?: (?:[Ss]treet|[Ss]t|улица|проспект|гата|gata|gate|vei))?,? "
    rf"(?:д\.? ?|дом |hus |nr\.? ?|house )?{_NUMBER}{_TAIL}{{1,4}}"
)
_STREET = re.compile(
    rf"(?:(?<!\w)(?:улиц[аыеу]|проспект\w?|пр-к?т|переул\w+|вулиц[яіюі]|провул\w+|бульвар\w*|шоссе|ул\.|вул\.|пр\.|просп\.|пер\.) {_NAME}(?:[ -]{_NAME})?"
    rf"|(?:(?<!\w)\d{{1,4}}[a-z]? )?{_NAME}(?:[ -]{_NAME})? (?:[Ss]treet|[Aa]venue|[Ll]ane|[Rr]oad|[Ss]quare|[Bb]oulevard|prospekt|проспект\w?|переул\w+|улиц\w)(?!\w)|(?<!\w)[A-ZА-ЯІЇЄÆØÅ][\w-]{{1,40}}?(?:gata|gate|gaten|veien|vegen|vei|veg|plass)(?!\w))"
    rf"(?:,? ?(?:д\.? ?|дом |hus |nr\.? ?)?(?:{_NUMBER}|\w+teen|førti\w*|tjue\w*))?{_TAIL}{{0,4}}"
)
_HOUSE = re.compile(
    rf"{_NAME}(?:[ -]{_NAME})?(?:, [Rr]aku)?,? (?:hus |дом |д\. ?|house |blokk |block )?\d{{1,3}}[a-zа-я]?(?:[/-]\d{{1,3}})?(?![\w%°]|[.,:]\d| (?:"
    r"years|год|лет|року|рок|år|мая|марта|april|mars|km|км|мин|min|час))"
)
_STREET_NEEDLES = (
    "улиц", "просп", "пр-", "переул", "вулиц", "провул", "бульвар", "шоссе", "ул.", "вул.", "пр.", "пер.", "street", "avenue",
    "lane", "road", "square", "boulevard", "prospekt", "gata", "gate", "veien", "vegen", "vei", "veg", "plass",
)  # fmt: skip
_WITHIN_HOUSE = (
    "кв", "kv", "apt", "flat", "ком", "block", "blok", "bld", "leilig", "кімн", "entrance", "подъезд", "oppgang", "under", "корп",
    "общ", "hus", "д", "house", "офис", "office", "etasje", "floor", "этаж", "поверх", "yard", "у дворі",
)  # fmt: skip
_STREET_SHORT = frozenset("ул вул пр просп пер бул буд д г с м пос st ave gt".split())
_NOT_STREETS = frozenset(
    "article artikkel статья статьи school school skole rute route part section law law no paragraph chapter".split()
)
# What tells the next part of an address from what the sentence says next: "third floor", "комната над шиномонтажкой".
_OF_A_HOUSE = re.compile(
    r"(?<!\w)(?:floor|flat|apt|ap|apartment|room|entrance|door|gate|block|basement|attic|yard|house|building|etasje|inngang|oppgang|leilighet|leiligheit|hybel|rom|port|loft|kjeller|"
    r"hus\w*|sokkel\w*|bakgård\w*|kjellar\w*|gard|gård|blokk|låven?|этаж\w*|подъезд\w*|кв|квартир\w*|комнат\w*|вход|ворот\w*|калитк\w*|дом|дома|двор\w*|общежити\w*|ставн\w*|забор\w*|поверх\w*|кімнат\w*|під'їзд|"
    r"будин\w*|хат[аи]|хвіртк\w*|паркан\w*|брам[аиу]|під'їзд\w*|вхід|двір|дворі|гуртожит\w*|camera|scara|bloc|ap|c/o)(?!\w)",
    re.IGNORECASE,
)
_NEXT = re.compile(r",? ?((?:[^,.;:!?\n()\[\]]|\.(?= ?\d)){2,60})")  # "kv. 9" is one part
_NEAR = 24  # letters within which a part says that it is one
_MOST_PARTS = 4
_LONGEST_PART = 8
_BETWEEN = 24
_LABEL = re.compile(
    r"(?<!\w)(?:(?:home |postal |my |our )?address(?: is)?|(?:postal |hjemme)?adressen?(?: er| min er)?|адрес(?:у|а)?|адреса|прожива\w+|прописан\w*|зарегистрирован\w*|зареєстрован\w*)"
    r" ?: ?([^;!?\n]{4,120})|(?<!\w)registered at ([A-Z][^;!?\n]{4,120})",
    re.IGNORECASE,
)
_LABEL_NEEDLES = ("address", "adresse", "registered at", "адрес", "прожива", "прописан", "зарегистр", "зареєстр")
_SENTENCE = re.compile(
    r"(?<=[^\W\d_]{3})\.(?= |$)|(?<=\d)\.(?= [A-ZА-ЯІЇЄҐÆØÅ])|(?:,| и| or| eller)? (?:actually|но живёт|фактически|тел|tel|tlf|phone|телефон|або|mail|e-mail|почта|пошта)"
)
_QUARTERS = ("район", "мкр", "квартал", "посёлок", "поселок", "селище", "bydel", "district")
_QUARTER = re.compile(
    rf"(?<!\w)(?:микро|мікро)?(?:район\w*|мкр\.?|квартал\w*|пос[её]лок\w*|селище|bydel\w*|district) [«\"]?{_NAME}"
)
_ASKED = ("address", "adresse", "адрес")
_ANSWER = 160
_LONGEST_QUESTION = 12


def find(document: Document) -> Iterator[Finding]:
    """Yield addresses."""
    for pattern in (_ADDRESS, _STREET, _HOUSE):
        for match in _matches(document, pattern):
            if pattern is not _STREET and _is_no_address(document, match):
                continue
            end = match.start() + len(match.group().rstrip(" ,."))
            score = 0.8 if pattern is not _HOUSE else 0.4
            yield _of(
                match.start(), _with_parts(document.text, end), "An address, or a name with a house number.", score
            )
    for match in document.near(_QUARTER, *_QUARTERS):
        end = _with_parts(document.text, match.end())
        if end > match.end():
            yield _of(match.start(), end, "A part of a town, with the house in it.", 0.6)
    for match in document.near(_LABEL, *_LABEL_NEEDLES, margin=140):
        start = match.start(1) if match.group(1) else match.start(2)
        end = _sentence_end(document.text, start, match.end())
        if end > start:
            yield _of(start, end, "A label says that it is an address.", 0.7)
    yield from _answered(document)


def _of(start: int, end: int, reason: str, score: float) -> Finding:
    return Finding(
        start, end, EntityType.LOC, "address", IdentifierClass.DIRECT, False, "addresses", reason, score=score
    )  # fmt: skip


def _with_parts(text: str, end: int) -> int:
    """Return the end of an address with what follows of it between commas."""
    reached = end
    for _ in range(_MOST_PARTS):
        part = _NEXT.match(text, reached)
        if part is None or len(part.group(1).split()) > _LONGEST_PART:
            break
        reached = part.start(1) + len(part.group(1).rstrip())
        if _OF_A_HOUSE.search(part.group(1)[:_NEAR]):
            end = reached
        elif reached - end > _BETWEEN:
            break
    return end


def _sentence_end(text: str, start: int, end: int) -> int:
    """Return where an address told behind a label ends: with its sentence, or where a phone number begins."""
    stop = _SENTENCE.search(text, start, end)
    end = stop.start() if stop else end
    return start + len(text[start:end].rstrip(' .,«»"”'))


def _answered(document: Document) -> Iterator[Finding]:
    """Yield the answer to a question after the address, riddles and all."""
    if not document.mentions(*_ASKED):
        return
    text, spans = document.text, document.spans
    for (first, _), (following, last) in pairwise(document.paragraphs):
        question, start = text[spans[first][0] : spans[following][0]].lower(), spans[following][0]
        if "?" not in question or following - first > _LONGEST_QUESTION or not any(word in question for word in _ASKED):
            continue
        stop = min(spans[last - 1][1], start + _ANSWER)
        phone = re.search(r"телефон|phone|telefon", text[start:stop].lower())
        end = start + len(text[start : start + phone.start() if phone else stop].rstrip())
        if _OF_A_HOUSE.search(text, start, end) or any(map(str.isdigit, text[start:end])):
            yield _of(start, end, "The answer to a question after the address.", 0.4)


def _is_no_address(document: Document, match: re.Match[str]) -> bool:
    """Tell "Remarks. 1", "On March 30" and "Article 5" from "Kvitova 5"."""
    name = match.group().split(" ")[0]
    first = document.tokens_of(match.start(), match.start() + len(name))[0]
    form = name.strip(".,").lower()
    if form in _NOT_STREETS or (name.endswith(".") and form not in _STREET_SHORT):
        return True
    if name.isupper() and len(name) > 1 and not match.group()[len(name) :].strip(" ,.").islower():
        return True  # "SNILS 041"
    clues = clues_in(document)
    following = document.tokens_of(match.start(), match.end())[1]
    if following < len(clues) and "month" in clues[following] and document.gaps[following] == ". ":
        return True
    if clues[first] & {"number", "ordinal", "kin", "rank", "unit"}:
        return True
    if any("month" in clues[token] for token in range(*document.tokens_of(match.start(), match.end()))):
        return True
    plain_word = document.initial[first] and is_ordinary(form, document.languages[first])
    return plain_word and not any(letter.isalpha() for letter in match.group()[len(name) :].strip(" ,."))


def _matches(document: Document, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    if pattern is _STREET:
        return document.near(pattern, *_STREET_NEEDLES, margin=100)
    return document.search(pattern, words=_WITHIN_HOUSE if pattern is _ADDRESS else ())
