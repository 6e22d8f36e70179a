"""Numbers of papers, cases, plates, accounts, places: their shape is enough, a check digit only adds certainty."""

import re
from collections.abc import Iterator

from archive.detection.checks import passes_check
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.segments import NARROW, Document

_LETTERS = "A-ZА-ЯІЇЄ"
# What stands beside a digit in what a pattern describes, quick to look for.
_CAPITAL = re.compile(rf"\d(?:(?<=[{_LETTERS}O].)|(?<=[{_LETTERS}O][- ].)|(?= ?[{_LETTERS}]))")
_LETTER = re.compile(r"\d(?:(?<=[^\W\d_].)|(?=[^\W\d_]))")
_SLASH, _DASH, _POINT = re.compile("/"), re.compile(r"[/-](?<=\d.)\d"), re.compile(r"[.,]\d{3}")
_DEGREE, _NUMERO, _LONG = re.compile("°"), re.compile("№"), re.compile(r"[\d-]{8}")
_DATE = re.compile(r"[0-3]?\d/[01]?\d/(?:19|20)\d\d|(?:19|20)\d\d[-–](?:19|20)\d\d")
_PICTURE = re.compile(r"\b(?:IMG|DSC|VID|PXL)_?\d{3,}\w*")
# pattern, detail, reason, how many digits it needs at least, what beside one
_PATTERNS: tuple[tuple[re.Pattern[str], str, str, int, re.Pattern[str] | None], ...] = (
    (
        re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ ]?[\dA-Z]{4}){3,7}(?:[ ]?[\dA-Z]{1,3})?(?!\w)"),
        "account",
        "An account number (IBAN).",
        2,
        _CAPITAL,
    ),
    (re.compile(r"(?<!\w)[A-Z]{2} (?:\d{4} ){3,7}\d{1,4}(?!\w)"), "account", "An account number.", 13, _CAPITAL),
    (re.compile(r"(?<![\w-])\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?!\w)"), "account", "A bank card.", 16, None),
    (re.compile(r"(?<!\w)\d{5} ?\d{3} ?\d ?\d{4} ?\d{7}(?!\w)"), "account", "A bank account.", 20, None),
    (re.compile(r"(?<!\w)\d{4}[. ]\d{2}[. ]\d{5}(?!\w)"), "account", "A Norwegian bank account.", 11, None),
    (re.compile(r"(?<!\w)\d{3}-\d{3}-\d{3}[ -]\d{2}(?!\w)"), "id_number", "An insurance number (SNILS).", 11, _DASH),
    (re.compile(r"(?<!\w)\d{6} ?\d{5}(?!\w)"), "id_number", "A birth number.", 11, None),
    (re.compile(r"(?<!\w)\d{2} \d{2} \d{6}(?!\w)"), "id_number", "A passport number.", 10, None),
    (
        re.compile(rf"(?<!\w)[{_LETTERS}]{{2}}[- ]?\d{{2,4}}[- ]?\d{{3,7}}(?!\w)"),
        "id_number",
        "A document number.",
        5,
        _CAPITAL,
    ),
    (re.compile(rf"(?<!\w)[{_LETTERS}O]{{1,2}}[- ]?\d{{6,9}}(?!\w)"), "id_number", "A document number.", 6, _CAPITAL),
    (
        re.compile(rf"(?<!\w)[{_LETTERS}]{{1,4}}-\d{{1,4}}(?:-\d+)+(?!\w)"),
        "id_number",
        "A reference number.",
        2,
        _CAPITAL,
    ),
    (
        re.compile(rf"(?<!\w)[{_LETTERS}] ?\d{{3}} ?[{_LETTERS}]{{2}} ?\d{{2,3}}(?!\w)"),
        "plate",
        "A number plate.",
        5,
        _CAPITAL,
    ),
    (
        re.compile(rf"(?<!\w)[{_LETTERS}]{{2}} ?\d{{4,5}} ?[{_LETTERS}]{{2}}(?!\w)|(?<!\w)[A-Z]{{2}} \d{{5}}(?!\w)"),
        "plate",
        "A number plate.",
        4,
        _CAPITAL,
    ),
    (
        re.compile(r"(?<!\w)[A-Z]{2} \d{3}(?!\w)|(?<!\w)\d{3}[A-Z]{2,3}\d{2}(?!\w)"),
        "plate",
        "A number plate or a flight.",
        3,
        _CAPITAL,
    ),
    (
        re.compile(r"(?<![\w.])\d{1,3}[.,]\d{3,8}°?\s?[NSEWснвзш]?,?\s{1,2}\d{1,3}[.,]\d{3,8}°?\s?[NSEW]?(?!\w)"),
        "coordinates",
        "Coordinates.",
        8,
        _POINT,
    ),
    (
        re.compile(
            r"\d{1,3}°\s?\d{1,2}[′'’](?:\s?[\d.,]+[″\"])?\s?(?:[NSEW]|с\. ?ш\.|в\. ?д\.|пн\. ?ш\.|сх\. ?д\.)?(?:,?\s\d{1,3}°\s?\d{1,2}[′'’](?:\s?[\d.,]+[″\"])?\s?(?:[NSEW]|в\. ?д\.|сх\. ?д\.)?)?"
        ),
        "coordinates",
        "Coordinates.",
        2,
        _DEGREE,
    ),
    (
        re.compile(r"(?<!\w)\d{1,2}[C-X] ?[A-Z]{2} ?\d{3,5} ?\d{3,5}(?!\w)"),
        "coordinates",
        "A grid reference.",
        7,
        _CAPITAL,
    ),
    (
        re.compile(r"(?<![\w/])(?:№ ?)?\d{1,2}[aаuу]?-\d{1,5}(?:-\d+)*/(?:20)?\d{2}(?:-\w)?(?:/\d+)?(?!\w)"),
        "case_number",
        "A case number.",
        4,
        _SLASH,
    ),
    (
        re.compile(
            r"(?<![\w/])(?:№ ?|no\. ?|nr\. ?)?\d{1,8}/(?:\d{2,6}|[^\W\d_]{1,2}(?=[ .,;)\n]))(?:[-/.]\w+)*(?![\w/])"
        ),
        "case_number",
        "A case number.",
        3,
        _SLASH,
    ),
    (
        re.compile(rf"(?<![\w/])[{_LETTERS}]{{1,4}}-?\d+/\d+(?:[-/]\w+)*(?!\w)"),
        "case_number",
        "A case number.",
        2,
        _SLASH,
    ),
    (
        re.compile(r"(?<!\w)\d{1,3}[/-]\d{1,4}[-/]\d{2,5}(?:[-/]\d{2,4})?(?!\w)"),
        "case_number",
        "A case number.",
        4,
        _DASH,
    ),
    (re.compile(r"(?<![\w.,])\d[\d-]{7,}\d(?![\w])|(?<![\w.,+])\d{8,}(?!\w)"), "id_number", "A long number.", 2, _LONG),
    (re.compile(r"№ ?\d[\w./-]*(?: ?\d{3,}[\w/-]*)*"), "id_number", "A numbered thing.", 1, _NUMERO),
    (
        re.compile(r"(?<!\w)(?=\w*\d)(?=\w*[^\W\d_])[\dOОIlІ]{2,}[^\W_]*\d[^\W_]*(?!\w)"),
        "id_number",
        "Letters among digits.",
        1,
        _LETTER,
    ),
    (
        re.compile(rf"[{_LETTERS}\d](?<!\w\w)(?:-(?:[{_LETTERS}a-zа-яіїєё]|\d)){{3,}}(?!\w)"),
        "spelled",
        "Something spelled letter by letter.",
        0,
        None,
    ),
    (
        re.compile(
            rf"[{_LETTERS}](?<!\w\w)(?:(?:, ?|-| )(?:[Dd]ouble |[Dd]obbel |двойн\w+ |подвійн\w+ )?[{_LETTERS}]){{2,}}(?!\w)"
        ),
        "spelled",
        "Something spelled letter by letter.",
        0,
        None,
    ),
    (
        re.compile(
            r"(?<![\w.])(?:[\w.-]{1,60}[\\/]){0,6}[\w()\[\]-]{1,90}\.(?:jpe?g|png|gif|pdf|docx?|xlsx?|txt|mp[34]|ogg|oga|opus|wav|m4a|mov|avi|heic|zip|rar|csv|odt|rtf)(?!\w)",
            re.IGNORECASE,
        ),
        "file_name",
        "A file name.",
        0,
        None,
    ),
    (_PICTURE, "file_name", "A file name.", 0, None),
)


_FILE_ENDINGS = (
    ".jp", ".png", ".gif", ".pdf", ".doc", ".xls", ".txt", ".mp", ".og", ".opus", ".wav", ".m4a", ".mov", ".avi", ".heic",
    ".zip", ".rar", ".csv", ".odt", ".rtf",
)  # fmt: skip
_MAKERS = ("IMG", "DSC", "VID", "PXL")


def _anywhere(document: Document, pattern: re.Pattern[str], detail: str) -> Iterator[re.Match[str]]:
    if detail == "file_name" and pattern is not _PICTURE:
        return document.near(pattern, *_FILE_ENDINGS)
    if pattern is _PICTURE and not any(maker in document.text for maker in _MAKERS):
        return iter(())
    return pattern.finditer(document.text)


def find(document: Document) -> Iterator[Finding]:
    """Yield identity numbers, case numbers, plates, accounts, coordinates, file names."""
    for pattern, detail, reason, digits, beside in _PATTERNS:
        for match in (
            document.search(pattern, NARROW, digits, beside=beside) if digits else _anywhere(document, pattern, detail)
        ):
            if _DATE.fullmatch(match.group()):
                continue
            certain = passes_check(match.group())
            yield Finding(
                *match.span(),
                EntityType.CODE,
                detail,
                IdentifierClass.LOOKUP if detail in {"case_number", "coordinates"} else IdentifierClass.DIRECT,
                False,
                "codes",
                f"{reason[:-1]}; its check digits hold." if certain else reason,
                score=1.0 if certain else 0.8,
            )
