"""From received bytes to text: what kind of bytes they are, their encoding, markup taken out, damage repaired.

The outcome says what was changed, so that an editor sees it before the text is confirmed.
"""

import html
import itertools
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

import bleach
import ftfy
from django.utils.translation import gettext as _

from archive.language.folding import INVISIBLE
from archive.language.ordinary import is_ordinary_word

Form = Literal["plain", "html"]

_TAG = re.compile(
    r"<(?:!doctype|!--|/?(?:html|head|body|p|div|span|br|a|b|i|em|strong|ul|ol|li|h[1-6]|script|style|table|img|iframe|svg)\b)",
    re.I,
)
_DROPPED_ELEMENT = re.compile(r"<(script|style|template|noscript|iframe|svg)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
_BLOCK_END = re.compile(r"</(?:p|div|h[1-6]|li|blockquote|tr|section|article)\s*>|<br\s*/?\s*>\s*<br\s*/?\s*>", re.I)
_LINE_BREAK = re.compile(r"<br\s*/?\s*>", re.I)
_INVISIBLE = str.maketrans(dict.fromkeys(INVISIBLE, ""))
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\v\f]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
TAGS_THAT_TELL = 3
_SNIFFED = 65_536
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r")
_CYRILLIC = 0.9
ENCODINGS = {
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "cp1251": "Windows-1251",
    "koi8-u": "KOI8-U (KOI8-R)",
    "cp866": "DOS 866",
    "mac-cyrillic": "Macintosh",
    "iso8859-5": "ISO 8859-5",
    "cp1252": "Windows-1252",
}
"""What a text can come in, by Python's name of it, with the name people know."""
_CYRILLIC_ENCODINGS = ("cp1251", "koi8-u", "cp866", "mac-cyrillic", "iso8859-5")  # the likeliest first
_WORD = re.compile(r"[^\W\d_]{3,}")
_WORDS_READ = 120
_CLEARLY_WORDS = 0.3  # the least share of ordinary words in a text that is read rightly


class NotText(ValueError):
    """What was received cannot be taken in as a text."""


@dataclass(frozen=True, slots=True)
class RepairedText:
    """The working text, and what was done to get it."""

    text: str = field(repr=False)
    encoding: str
    form: Form
    removed_markup: tuple[str, ...] = field(default=(), repr=False)
    repairs: tuple[str, ...] = ()
    is_assumed: bool = False  # another encoding would give words too, or none gives enough of them


def read_received(
    content: bytes, *, declared: Form | None = None, encoding: str | None = None, limit: int
) -> RepairedText:
    """Return the working text of received bytes; raises `NotText` for empty, binary, oversized or unreadable ones.

    `declared` and `encoding` are what somebody said it is; otherwise both are told by the text.
    """
    _refuse_unfit(content, limit=limit)
    text, encoding, is_assumed = _decode(content) if encoding is None else _decode_as(content, encoding)
    form: Form = declared or (
        "html" if len(_TAG.findall(text[:20_000])) >= TAGS_THAT_TELL or _TAG.match(text.lstrip()) else "plain"
    )
    removed: tuple[str, ...] = ()
    if form == "html":
        text, removed = strip_markup(text)
    text, repairs = repair(text)
    if not any(character.isalpha() for character in text):
        raise NotText(_("There are no words in this text. Check that the right file was chosen; nothing was kept."))
    return RepairedText(text, encoding, form, removed, repairs, is_assumed)


def strip_markup(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of an HTML document and what was removed from it. The one place where bleach is used.

    Only for input declared or sniffed as HTML: on plain text bleach eats anything in angle brackets.
    """
    removed = [match.group(0) for match in _DROPPED_ELEMENT.finditer(text)]
    text = _DROPPED_ELEMENT.sub(" ", text)
    removed += re.findall(r"<[^>]*>", text)
    text = _LINE_BREAK.sub("\n", _BLOCK_END.sub("\n\n", text))
    cleaned = bleach.clean(text, tags=set(), attributes={}, strip=True, strip_comments=True)
    return html.unescape(cleaned), tuple(removed)


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """Return NFC text without mojibake, odd spaces, invisible or control characters, and the names of the repairs."""
    repairs = []
    steps = (
        (
            "line ends",
            lambda t: t.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n"),
        ),
        ("wrongly decoded letters", ftfy.fix_encoding),
        ("no-break and odd spaces", lambda t: _SPACES.sub(" ", t)),
        ("control characters", lambda t: _CONTROLS.sub("", t)),
        ("invisible characters", lambda t: t.translate(_INVISIBLE)),
        ("composed letters", lambda t: unicodedata.normalize("NFC", t)),
        ("blanks at line ends", lambda t: re.sub(r" +\n", "\n", t).strip() + "\n"),
    )
    for name, step in steps:
        repaired = step(text)
        if repaired != text and name != "blanks at line ends":
            repairs.append(name)
        text = repaired
    return text, tuple(repairs)


def _refuse_unfit(content: bytes, *, limit: int) -> None:
    if not content.strip():
        raise NotText(_("The text is empty. Paste it, or choose the file again; nothing was kept."))
    if len(content) > limit:
        message = _(
            "This file has %(size)s MB; the archive takes texts up to %(limit)s MB. Split it by testimony, "
            "or save it as plain text without pictures. Nothing was kept."
        ) % {"size": f"{len(content) / 1_048_576:.1f}", "limit": limit // 1_048_576}
        raise NotText(message)
    controls = sum(byte < ord(" ") and byte not in _TEXT_CONTROLS for byte in content[:_SNIFFED])
    if not _is_marked(content) and controls > len(content[:_SNIFFED]) // 200:
        message = _(
            "This is not a text but a binary file (perhaps a picture, a recording or a word processor's own "
            "format). Save it as plain text (UTF-8) and send that. Nothing was kept."
        )
        raise NotText(message)


def _is_marked(content: bytes) -> bool:
    """Tell whether bytes begin with the mark of UTF-16."""
    return content.startswith((b"\xff\xfe", b"\xfe\xff"))


def _decode(content: bytes) -> tuple[str, str, bool]:
    """Return the text, its encoding, and whether that was only the likeliest."""
    marked = _is_marked(content)
    encoding = "utf-16" if marked else "utf-8-sig"
    text = _decoded(content, encoding)
    if text is not None:
        return text, encoding, False
    cyrillic = None if marked else _decode_cyrillic(content)
    if cyrillic is not None:
        return cyrillic
    western = None if marked else _decoded(content, "cp1252")
    if western is not None:
        return western, "cp1252", False
    message = _(
        "The encoding of this text cannot be made out: it is neither UTF-8, UTF-16, Windows-1251 nor "
        "Windows-1252. Open it in an editor, save it as UTF-8 and send that. Nothing was kept."
    )
    raise NotText(message)


def _decode_as(content: bytes, encoding: str) -> tuple[str, str, bool]:
    text = _decoded(content, encoding) if encoding in ENCODINGS else None
    if text is None:
        message = _("This text is not in %(encoding)s: some of its bytes mean nothing there. Choose another encoding.")
        raise NotText(message % {"encoding": ENCODINGS.get(encoding, encoding)})
    return text, encoding, False


def _decode_cyrillic(content: bytes) -> tuple[str, str, bool] | None:
    """Return the reading of Cyrillic bytes that gives the most words of Russian or Ukrainian; None when none is."""
    readings = [(encoding, _decoded(content, encoding)) for encoding in _CYRILLIC_ENCODINGS]
    judged = [
        (_share_of_words(text), encoding, text)
        for encoding, text in readings
        if text is not None and _is_mostly_cyrillic(text)
    ]
    if not judged:
        return None
    judged.sort(key=lambda one: one[0], reverse=True)
    (share, encoding, text), *others = judged
    is_shared = any(other == share and read != text for other, _, read in others)
    return text, encoding, share < _CLEARLY_WORDS or is_shared


def _share_of_words(text: str) -> float:
    """Return how many of the first words are ordinary ones, written as words are: no capital after a small letter."""
    words = [match.group() for match in itertools.islice(_WORD.finditer(text), _WORDS_READ)]
    plain = [word for word in words if word.islower() or word.istitle() or word.isupper()]
    return sum(map(is_ordinary_word, plain)) / len(words) if words else 0.0


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_mostly_cyrillic(text: str) -> bool:
    letters = [character for character in text if character.isalpha() and not character.isascii()]
    cyrillic = sum("\u0400" <= character <= "\u04ff" for character in letters)
    plain = sum(character.isascii() and character.isalpha() for character in text)
    return bool(letters) and cyrillic > _CYRILLIC * len(letters) and cyrillic > plain
