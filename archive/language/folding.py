"""Fold text so that two spellings of one word compare equal, and keep the way back to the offsets of the text.

`fold` is the search folding of the reading room. It is deliberately gentle:

* compatibility forms become plain (full width, mathematical letters, ligatures), case is folded;
* zero-width characters, soft hyphens and direction marks vanish;
* accents go (é, ü, ş, ć, the Russian stress mark), because readers type without them;
* letters that are letters of their own stay: æ ø å in Norwegian, й and ї in Cyrillic. ё becomes е and ґ becomes г,
  as Russian and Ukrainian texts themselves mix them. ð, þ, ł and ß become d, th, l and ss.
"""

import unicodedata

_INVISIBLE = (
    (0x80, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
INVISIBLE = frozenset(chr(code) for first, last in _INVISIBLE for code in range(first, last + 1))
"""Characters a reader does not see; inside a word they only serve to break it.

What Unicode lets programs ignore when they show a text, the controls above ASCII (but the line end among them),
and the signs for notes between lines.
"""

_KEPT = frozenset("åйї")
_REPLACED = {
    "ґ": "г",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "œ": "oe",
    "’": "'",
    "ʼ": "'",
}


def fold(text: str) -> str:
    """Return `text` as search compares it; the length may change, so never report offsets of the result."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text).translate(_FOLDED)


_MOST_FOLDED = 8192


class _Folded(dict[int, str]):
    """What each character is folded to, worked out when it is first met; single characters, never a word."""

    def __missing__(self, character: int) -> str:
        if len(self) >= _MOST_FOLDED:
            self.clear()
        self[character] = _fold_character(chr(character))
        return self[character]


_FOLDED = _Folded()


def _fold_character(character: str) -> str:
    if character in INVISIBLE:
        return ""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", character).casefold())
    return "".join(map(_without_accent, folded))


def _without_accent(character: str) -> str:
    if character in _KEPT:
        return character
    base = "".join(part for part in unicodedata.normalize("NFD", character) if not unicodedata.combining(part))
    return _REPLACED.get(base, base)
