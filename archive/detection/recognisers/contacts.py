"""Addresses of the net and of the phone: e-mail, URL, handle, phone, network address."""

import re
from collections.abc import Iterator

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.segments import NARROW, Document

_DOMAINS = ("com", "org", "net", "ru", "ua", "no", "kz", "by", "info", "media", "online", "io", "su", "example")
_WORD_PATTERNS: tuple[tuple[re.Pattern[str], str, str, tuple[str, ...]], ...] = (
    (re.compile(r"(?:https?://|www\.)[^\s<>\"»”)\]]+[^\s<>\"»”)\].,;:!?]"), "url", "A web address.", ("http", "www.")),
    (
        re.compile(r"\b(?:t\.me|vk\.com|ok\.ru|instagram\.com|facebook\.com|wa\.me)/[\w./+-]*\w"),
        "url",
        "A profile address.",
        (".me/", ".com/", "ok.ru/"),
    ),
    (
        re.compile(rf"\b[\w-]+(?:\.[\w-]+){{0,4}}\.(?:{'|'.join(_DOMAINS)})(?:/[\w./?=&+%-]*)?(?!\w)"),
        "url",
        "A web address.",
        tuple(f".{domain}" for domain in _DOMAINS),
    ),
    (re.compile(r"\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"), "email", "An e-mail address.", ("@",)),
    (
        re.compile(
            r"\b\w+(?: (?:dot|underscore) \w+)* at \w+(?: dot \w+)+|[\w.-]{1,60} (?:собака|равлик|собачка|krøllalfa|alfakrøll) [\w-]+(?:(?: (?:точка|крапка|punktum|prikk) |\.)\w+)*"
        ),
        "email",
        "An e-mail address spoken aloud.",
        (" dot ", " собака ", " собачка ", " равлик ", " krøllalfa ", " alfakrøll "),
    ),
    (re.compile(r"(?<![\w@.])[@#][^\W_][\w.]*\w"), "handle", "A handle or hashtag.", ("@", "#")),
    (
        re.compile(r"(?<![\w/.@-])[^\W\d_][^\W_]*(?:_[^\W_]+)+(?!\w)(?!\.\w)"),
        "handle",
        "A word joined by underscores, as handles are.",
        ("_",),
    ),
)
# pattern, detail, reason, how many digits it needs at least, what beside one
_NUMBER_PATTERNS: tuple[tuple[re.Pattern[str], str, str, int, re.Pattern[str] | None], ...] = (
    (
        re.compile(r"(?<![\w@.])(?=[a-z\d]*[a-z])(?=[a-z\d]*\d)[a-z][a-z\d]{4,}(?!\w)"),
        "handle",
        "Letters and digits, as handles are.",
        1,
        re.compile(r"\d(?:(?<=[a-z].)|(?=[a-z]))"),
    ),
    (
        re.compile(r"(?<![\w+.,-])(?:\+|00)\d[\d\s().‑–-]{6,18}\d(?!\w)"),
        "phone",
        "A phone number with its country.",
        2,
        re.compile(r"[+0](?:(?<=\+)|0)\d"),
    ),
    (
        re.compile(r"(?<![\w+.,-])8[\s(-]*9?\d{2}[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\w)"),
        "phone",
        "A phone number.",
        10,
        None,
    ),
    (re.compile(r"(?<![\w+.,/-])\d{2,3} \d{2} \d{2,3}(?: \d{2})?(?![\w/])"), "phone", "A phone number.", 6, None),
    (re.compile(r"…\s?\d{2} \d{2} \d{2}(?!\w)"), "phone", "The end of a phone number.", 6, re.compile("…")),
    (
        re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])"),
        "ip",
        "A network address.",
        4,
        re.compile(r"\.\d{1,3}\."),
    ),
)


def find(document: Document) -> Iterator[Finding]:
    """Yield contacts."""
    for pattern, detail, reason, needles in _WORD_PATTERNS:
        for match in document.near(pattern, *needles):
            yield _contact(match, detail, reason)
    for pattern, detail, reason, digits, beside in _NUMBER_PATTERNS:
        for match in document.search(pattern, NARROW, digits, beside=beside):
            yield _contact(match, detail, reason)


def _contact(match: re.Match[str], detail: str, reason: str) -> Finding:
    return Finding(*match.span(), EntityType.CONTACT, detail, IdentifierClass.DIRECT, False, "contacts", reason)
