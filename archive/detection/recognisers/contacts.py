"""Addresses of the net and of the phone: e-mail, URL, handle, phone, IP."""

import re
from collections.abc import Iterator

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.segments import Document

_PATTERNS = (
    (re.compile(r"(?:https?://|www\.)[^\s<>\"»”)\]]+[^\s<>\"»”)\].,;:!?]"), "url", "A web address."),
    (
        re.compile(r"\b(?:t\.me|vk\.com|ok\.ru|instagram\.com|facebook\.com|wa\.me)/[\w./+-]*\w"),
        "url",
        "A profile address.",
    ),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "email", "An e-mail address."),
    (re.compile(r"(?<![\w@.])[@#][^\W_][\w.]*\w"), "handle", "A handle or hashtag."),
    (
        re.compile(r"(?<![\w/.@-])[^\W\d_][^\W_]*(?:_[^\W_]+)+(?!\w)(?!\.\w)"),
        "handle",
        "A word joined by underscores, as handles are.",
    ),
    (
        re.compile(r"(?<![\w@.])(?=[a-z\d]*[a-z])(?=[a-z\d]*\d)[a-z][a-z\d]{4,}(?!\w)"),
        "handle",
        "Letters and digits, as handles are.",
    ),
    (
        re.compile(
            r"[\w-]+(?:\.[\w-]+)*\.example(?:/[\w./?=&+-]*)?|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|ru|ua|no|kz|by|info|media|online|io|su)(?:/[\w./?=&+%-]*)?(?!\w)"
        ),
        "url",
        "A web address.",
    ),
    (re.compile(r"(?<![\w+.,-])(?:\+|00)\d[\d\s().‑–-]{6,18}\d(?!\w)"), "phone", "A phone number with its country."),
    (re.compile(r"(?<![\w+.,-])8[\s(-]*9?\d{2}[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\w)"), "phone", "A phone number."),
    (re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])"), "ip", "A network address."),
)


def find(document: Document) -> Iterator[Finding]:
    """Yield contacts."""
    for pattern, detail, reason in _PATTERNS:
        for match in pattern.finditer(document.text):
            yield Finding(*match.span(), EntityType.CONTACT, detail, IdentifierClass.DIRECT, False, "contacts", reason)
