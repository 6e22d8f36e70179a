"""The views of a text in which a name can hide: escapes undone, code pages undone, encoded runs decoded."""

import base64
import binascii
import html
import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from archive.language.unmasking import Unmasked, substitute

_ESCAPE = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});|(?:%[0-9a-fA-F]{2})+"
    r"|(?:\\u[0-9a-fA-F]{4})+|(?:\\x[0-9a-fA-F]{2})+"
    r"|(?:=[0-9A-F]{2}){2,}|(?<=\w)</?[a-zA-Z][^<>]{0,200}>(?=\w)|(?<=\w)<!--(?s:.){0,200}?-->(?=\w)"
)
_HINT = re.compile(r"[&%\\=<]")
_MOJIBAKE = re.compile(r"[\u0080-\u024f\u02c6\u02dc\u0400-\u045f\u0490\u0491\u2010-\u203a\u20ac\u2116\u2122]{4,}")
_TRAIL = "\u0402-\u040f\u0452-\u045f\u0490\u0491\u2010-\u203a\u20ac\u2116\u2122"
_BROKEN = re.compile(
    f"[ÃÂÐÑ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|[РС][\u0080-\u00bf{_TRAIL}]|[À-ÿ]{{4}}"
)
_ENCODED = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
_READINGS = (  # cp1252 stands for Latin-1, too: what it lacks is kept as a control
    ("cp1252", "utf-8"),
    ("cp1251", "utf-8"),
    ("cp1252", "cp1251"),
    ("cp1252", "koi8-u"),
)
LONGEST_ENCODED = 4096


def other_views(text: str) -> Iterator[Unmasked]:
    """Yield the text as it reads with escapes undone, and with code pages and encodings undone, where that differs."""
    if _HINT.search(text):
        unescaped = substitute(text, _ESCAPE, _unescaped)
        if unescaped is not None:
            yield unescaped
    if _BROKEN.search(text):
        for wrong, right in _READINGS:
            repaired = substitute(text, _MOJIBAKE, partial(_decoded, wrong=wrong, right=right))
            if repaired is not None:
                yield repaired
    decoded = substitute(text, _ENCODED, _from_base64)
    if decoded is not None:
        yield decoded


def _unescaped(match: re.Match[str]) -> str:
    found = match.group()
    if found[0] == "&":
        return html.unescape(found)
    if found[0] == "%":
        return unquote(found, errors="ignore") or found
    if found[0] == "=":
        return unquote(found.replace("=", "%"), errors="ignore") or found
    if found.startswith("\\u"):
        units = b"".join(bytes.fromhex(code) for code in found.split("\\u")[1:])
        return units.decode("utf-16-be", errors="ignore")
    if found.startswith("\\x"):
        return bytes.fromhex(found.replace("\\x", "")).decode("utf-8", errors="ignore") or found
    return ""


def _decoded(match: re.Match[str], *, wrong: str, right: str) -> str:
    run = match.group()
    try:
        return b"".join(_byte(letter, wrong) for letter in run).decode(right)
    except (UnicodeEncodeError, UnicodeDecodeError):
        return run


def _byte(letter: str, code_page: str) -> bytes:
    """Return the byte that reads as this letter; browsers keep a byte that the code page lacks as a control."""
    return bytes([ord(letter)]) if "\x80" <= letter < "\xa0" else letter.encode(code_page)


def _from_base64(match: re.Match[str]) -> str:
    run = match.group()
    if len(run) > LONGEST_ENCODED:
        return run
    bare = run.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        decoded = base64.b64decode(bare + "=" * (-len(bare) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return run
    return f" {decoded} " if decoded.isprintable() else run
