"""Letter tables: which characters pass for which, across scripts, keyboards and code pages."""

import re
import unicodedata

_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
CAPITALS = "A-Z" + "".join(
    letter for letter in map(chr, (*range(0xC0, 0x250), *range(0x400, 0x530))) if letter.isupper()
)
"""The capitals of all Latin and Cyrillic alphabets, for patterns."""

ACCENTED = {
    "š": "sh", "ŝ": "sh", "ş": "sh", "ș": "sh", "ž": "zh", "ż": "zh", "ẑ": "zh", "č": "ch", "ĉ": "ch", "ć": "ch",
    "ç": "ch", "ċ": "ch", "ţ": "ts", "ț": "ts", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "ø": "o",
    "œ": "oe", "ə": "a", "ı": "i", "ŋ": "ng", "ħ": "kh", "ḫ": "kh", "ǧ": "dzh",
    "ⱪ": "k", "ƣ": "g", "ɵ": "o",
}  # fmt: skip
"""Latin letters that stand for more than their base letter."""

SOUND_OF_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "ғ": "g", "д": "d", "е": "e", "є": "e", "э": "e", "ѣ": "e",
    "ё": "e", "ж": "S", "җ": "S", "з": "s", "ѕ": "s", "ҙ": "s", "и": "I", "і": "I", "ї": "I", "й": "I", "ы": "I",
    "ј": "I", "ѵ": "I", "ѳ": "f", "к": "k", "қ": "k", "ҡ": "k", "л": "l", "љ": "l", "м": "m", "н": "n", "њ": "n",
    "ң": "n", "ҥ": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "ҫ": "s", "т": "t", "ћ": "C", "у": "u",
    "ү": "u", "ұ": "u", "ф": "f", "х": "g", "һ": "g", "ҳ": "g", "ц": "T", "ч": "C", "ҷ": "S", "џ": "S", "ш": "S",
    "щ": "S", "ъ": "", "ь": "", "ә": "a", "ӏ": "", "ʼ": "", "ʹ": "", "ђ": "S", "ѡ": "o",
}  # fmt: skip
WITHOUT_MARK = str.maketrans(
    {letter: unicodedata.normalize("NFD", letter)[0] for letter in map(chr, range(0x400, 0x530)) if letter not in "йёї"}
)
"""Marked letters of other Cyrillic alphabets to what Russian texts write: Рахмони for Раҳмонӣ, Джураев for Ҷӯраев."""

_CYRILLIC_SHAPE = {
    pair[0]: pair[1]
    for pair in (
        "aа bв cс eе gд hһ iі jј kк lӏ mм nп oо pр rг sѕ tт uц wш xх yу zз "
        "AА BВ CС EЕ HН IІ JЈ KК LӀ MМ NИ OО PР RЯ SЅ TТ UЦ WШ XХ YУ ZЗ "
        "ëё ïї ËЁ ÏЇ ĸк ɜз ƃб ɯш ʍм"
    ).split()
}
CYRILLIC_OF_LATIN_SHAPE = {
    letter: _CYRILLIC_SHAPE[base]
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
    if (base := unicodedata.normalize("NFD", letter)[0]) in _CYRILLIC_SHAPE
} | _CYRILLIC_SHAPE
"""Latin letters with marks are among them: stress is written so (Щегóльков with a Latin ó)."""
LATIN_OF_CYRILLIC_SHAPE = {
    "а": "a", "в": "b", "с": "c", "е": "e", "ԍ": "g", "һ": "h", "н": "h", "і": "i", "ј": "j", "к": "k", "ӏ": "l",
    "м": "m", "п": "n", "о": "o", "р": "p", "ԛ": "q", "г": "r", "ѕ": "s", "т": "t", "ц": "u", "ѵ": "v", "ԝ": "w",
    "х": "x", "у": "y", "з": "z", "ї": "i", "и": "u", "ь": "b", "я": "r", "ч": "u", "ѡ": "w", "ш": "w",
    "б": "b", "й": "n",
}  # fmt: skip
SAME_SHAPE_IN_BOTH = frozenset("aceopxyABCEHKMOPTXYiáàéèóòýëÁÀÉÈÓÒÝË")
"""Latin letters a reader cannot tell from Cyrillic ones: a word made of these alone is read in both scripts."""

OTHER_LOOK_ALIKES = {
    # Greek, Armenian, Cherokee, phonetic and letter-like shapes to the Latin letter they imitate.
    "α": "a", "ɑ": "a", "ο": "o", "ε": "e", "ι": "i", "κ": "k", "ν": "v", "ρ": "p", "τ": "t", "υ": "u",
    "χ": "x", "γ": "y", "η": "n", "ω": "w", "ϲ": "c", "ϳ": "j", "Α": "A", "Β": "B", "Ε": "E",
    "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X",
    "Ϲ": "C", "ɡ": "g", "ɩ": "i", "ꓮ": "A", "ꓐ": "B", "ꓚ": "C", "ꓓ": "D", "ꓰ": "E", "ꓖ": "G",
    "ꓧ": "H", "ꓲ": "I", "ꓙ": "J", "ꓗ": "K", "ꓡ": "L", "ꓟ": "M", "ꓠ": "N", "ꓳ": "O", "ꓑ": "P", "ꓣ": "R", "ꓢ": "S",
    "ꓔ": "T", "ꓴ": "U", "ꓦ": "V", "ꓪ": "W", "ꓫ": "X", "ꓬ": "Y", "ꓜ": "Z", "Ꭺ": "A", "Ᏼ": "B", "Ꮯ": "C", "Ꭰ": "D",
    "Ꭼ": "E", "Ꮐ": "G", "Ꮋ": "H", "Ꭻ": "J", "Ꮶ": "K", "Ꮮ": "L", "Ꮇ": "M", "Ꮲ": "P", "Ꭱ": "R", "Ꮪ": "S", "Ꭲ": "T",
    "Ꮩ": "V", "Ꮃ": "W", "Ꮓ": "Z", "ա": "w", "ո": "n", "ս": "u", "ց": "g", "ᴀ": "a", "ʙ": "b", "ᴄ": "c", "ᴅ": "d",
    "ᴇ": "e", "ꜰ": "f", "ɢ": "g", "ʜ": "h", "ɪ": "i", "ᴊ": "j", "ᴋ": "k", "ʟ": "l", "ᴍ": "m", "ɴ": "n", "ᴏ": "o",
    "ᴘ": "p", "ʀ": "r", "ꜱ": "s", "ᴛ": "t", "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ʏ": "y", "ᴢ": "z", "ɐ": "a", "ǝ": "e",
    "ɹ": "r", "ʇ": "t", "ʌ": "v", "ƒ": "f", "ʁ": "r", "ꞓ": "c", "ϱ": "p", "σ": "o", "μ": "m", "β": "b", "δ": "d",
    "λ": "l", "π": "п", "φ": "ф", "θ": "o", "ξ": "e", "ζ": "z", "Γ": "Г", "Π": "П", "Φ": "Ф", "Λ": "Л", "Δ": "Д",
    "Ꮢ": "R", "Ꭵ": "i", "Ꮟ": "b", "Ꮒ": "h", "Ꮷ": "d", "Ꮍ": "Y",
}  # fmt: skip

_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_CYRILLIC_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё"
LAYOUT_TO_CYRILLIC = str.maketrans(
    _LATIN_KEYS + 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~', _CYRILLIC_KEYS + _CYRILLIC_KEYS.upper()
)
LAYOUT_TO_UKRAINIAN = LAYOUT_TO_CYRILLIC | str.maketrans("s]'S}\"\\", "іїєІЇЄґ")
# Without capitals of signs: an apostrophe among capitals is typed with the lock on, not with the shift.
LAYOUT_TO_LATIN = str.maketrans(
    _CYRILLIC_KEYS + _CYRILLIC_KEYS.upper(), _LATIN_KEYS + _LATIN_KEYS.upper()
) | str.maketrans("іїєІЇЄ", "s]'S]'")

_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev".split(),
        strict=True,
    )
)
LATIN_OF_OTHER_SCRIPT = _GEORGIAN | _ARMENIAN

_USUAL = str.maketrans("ёєэѣіїыйјѵґғқҡәүұөѡңҥњһҳҫҙѕѳљћ", "ееееииииииггккаууоонннххсззфлч") | str.maketrans(
    {"җ": "дж", "ҷ": "дж", "ђ": "дж", "џ": "дж"} | dict.fromkeys("ьъӏ'’ʼ`′ʹ", "")
)
"""Letters of all Cyrillic alphabets to the Russian ones that texts write for them (Айгүль and Айгуль)."""
_WRITTEN_OUT = str.maketrans({"ø": "oe", "ö": "oe", "œ": "oe", "ä": "ae", "ü": "ue", "ң": "нг", "ҙ": "д", "ө": "у"})
_AS_IT_SOUNDS = str.maketrans("øöœäæåə", "eeeeeoe")
_WITHOUT_MARKS = str.maketrans("šśşșŝžźżẑ", "ssssszzzz")
_OWN_LETTERS = re.compile(f"[{''.join(map(chr, _WRITTEN_OUT | _AS_IT_SOUNDS | _WITHOUT_MARKS))}]")
_TOGETHER = re.compile(r"(.)\1+")
_SOFT_O = re.compile(r"ьо|йо|(?<=[жшчщц])о")
_SOFT_I = re.compile(r"и(?=[яею])")


_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff]")


def is_cyrillic(word: str) -> bool:
    """Tell whether a word holds a Cyrillic letter."""
    return _CYRILLIC_LETTER.search(word) is not None


def is_latin(word: str) -> bool:
    """Tell whether a word holds a Latin letter."""
    return _LATIN_LETTER.search(word) is not None


def without_accents(word: str) -> str:
    """Return a folded word with Latin accents spelled out or dropped; й, ї and ё stay."""
    if word.isascii():
        return word
    out: list[str] = []
    for letter in unicodedata.normalize("NFC", word):
        if letter in "âû":
            glide = "" if out and out[-1][-1:] in _CONSONANTS else "i"
            out.append(glide + ("a" if letter == "â" else "u"))
        elif "\u0400" <= letter <= "\u052f":
            out.append(letter)
        elif letter in ACCENTED:
            out.append(ACCENTED[letter])
        else:
            out.append("".join(p for p in unicodedata.normalize("NFD", letter) if not unicodedata.combining(p)))
    return "".join(out)


def respellings(word: str) -> tuple[str, ...]:
    """Return how else a folded word with letters of its own is written: Løkke as Loekke, Håkon as Хокон, Žuk as Zuk."""
    if _OWN_LETTERS.search(word) is None:
        return ()
    others = [word.translate(table) for table in (_WRITTEN_OUT, _AS_IT_SOUNDS, _WITHOUT_MARKS)]
    return tuple(dict.fromkeys(other for other in others if other != word))


def as_in_russian(word: str) -> str:
    """Return a folded Cyrillic word in the letters of the Russian alphabet, without signs."""
    return word.translate(_USUAL)


def bare(word: str) -> str:
    """Return a folded Cyrillic word as all its usual spellings have it (Альона and Алёна, Айгүль and Айгуль)."""
    return _TOGETHER.sub(r"\1", _SOFT_I.sub("", _SOFT_O.sub("е", word).translate(_USUAL)))
