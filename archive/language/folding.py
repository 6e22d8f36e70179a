"""Fold text so that two spellings of one word compare equal, and keep the way back to the offsets of the text.

`fold` is the search folding of the reading room. It is deliberately gentle:

* compatibility forms become plain (full width, mathematical letters, ligatures), case is folded;
* zero-width characters, soft hyphens and direction marks vanish;
* accents go (é, ü, ş, ć, the Russian stress mark), because readers type without them;
* letters that are letters of their own stay: æ ø å in Norwegian, й and ї in Cyrillic. ё becomes е and ґ becomes г,
  as Russian and Ukrainian texts themselves mix them. ð, þ, ł and ß become d, th, l and ss.
"""

import unicodedata

INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d"
    "\u206e\u206f\ufe00\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07\ufe08\ufe09\ufe0a\ufe0b\ufe0c\ufe0d\ufe0e\ufe0f\ufeff"
)
"""Characters a reader does not see; inside a word they only serve to break it."""

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
    if character in _KEPT or character.isascii():
        return character
    if character in _REPLACED:
        return _REPLACED[character]
    base = "".join(part for part in unicodedata.normalize("NFD", character) if not unicodedata.combining(part))
    return _REPLACED.get(base, base)
