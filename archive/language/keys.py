"""One key for every spelling of a name: the skeleton of its sounds, the same from Cyrillic and from any romanisation.

Letters that romanisations confuse share one sign: g for г ґ х (g h kh gh ch), S for ш щ ж дж (sh sj sch zh zj j),
C for ч, T for ц, s for з с, I for и ы і ї й (i y j). Soft and hard signs and doubled letters vanish. A Latin letter
that can be read in several ways gives several keys; two words may be the same name when their keys meet.
"""

import re
import unicodedata
from functools import partial
from math import prod
from operator import itemgetter

from archive.language.folding import INVISIBLE
from archive.language.letters import (
    SOUND_OF_CYRILLIC,
    WITHOUT_MARK,
    is_cyrillic,
    is_latin,
    respellings,
    without_accents,
)
from archive.language.remembering import remembered

MOST_KEYS = 64
CONSONANTS = frozenset("bvgdSsklmnprtCTf")

# Longest first. "|" separates readings; "" drops the letters.
_LATIN = {
    "schtsch": "S", "shtsh": "S", "shtch": "S", "chtch": "S", "sjtsj": "S", "sjtch": "S", "sjtj": "S|St|StI",
    "szcz": "S", "tsz": "S|Ts", "shch": "S", "schch": "S|Sg", "sck": "Sk|sk", "stsj": "S", "stch": "S", "skj": "Sk|sk",
    "shh": "S|Sg", "sch": "S|sg", "sh": "S|sg", "sj": "S|s|sI", "sz": "S|s|sT", "zsch": "S", "tsch": "C|S",
    "tssh": "C|TS", "szh": "S|Sg|sTg", "tsj": "C|T|S", "tsh": "C|S", "tch": "C|tg|S", "tj": "t|C|tI|S",
    "tjo": "te|Ce|to|tIo|So", "sjo": "So|so|se", "zjo": "So|so|se|To|Te", "tsjo": "Co|Te|So|To", "djo": "de|Se|do|dIo",
    "cz": "C|T|Ts", "ch": "C|g|S|k", "dzh": "S", "dzj": "S|ds", "dsch": "S", "dj": "d|S|dI", "zh": "S|sg",
    "zj": "S|s|T|sI", "kh": "g|k", "ck": "k|Tk", "ph": "f|pg", "th": "t|tg", "dh": "d|dg", "eh": "e|eg", "x": "ks|g",
    "qu": "k|ku", "q": "k|g", "w": "v", "v": "v", "f": "f", "b": "b", "g": "g", "h": "g", "d": "d", "k": "k", "l": "l",
    "m": "m", "n": "n", "p": "p", "r": "r", "s": "s", "t": "t", "z": "s|T", "a": "a", "e": "e", "o": "o", "u": "u",
    "ou": "u|ou", "oe": "oe|u", "oo": "u|o", "ooe": "ou", "ee": "e|I",
}  # fmt: skip
_SCAN = re.compile(
    "[iyj]+(?:ou|oe|eh(?![aeiouy])|[aeou])?|gu(?=[eiy])|(?:[dtsz]|ts)jo(?![ue])|"
    + "|".join([*sorted((letters for letters in _LATIN if not letters.endswith("jo")), key=len, reverse=True), "c"])
)
_READINGS = {letters: tuple(readings.split("|")) for letters, readings in _LATIN.items()}
_LEFT_YO = re.compile("[yj]?ё")  # several romanisations leave this letter, and texts do
_C_SOFT = ("T", "k", "C", "s")
_C_HARD = ("k", "T", "C")
_REWRITABLE = re.compile(r"(.)\1|t[sTCS]|s[CS]|SC|dS|[SC]o|SI[oeua]|CI[eua]|[dt]er$|f$")
_DOUBLED = re.compile(r"(.)\1+")
_PLAIN = re.compile(r"[\x00-\x7fÆØÅæøåА-яЁёІіЇїЄєҐґ’]*")
"""What folding leaves as it is but for capitals: nearly every word."""


@remembered(maxsize=200_000)
def skeleton_keys(word: str) -> tuple[str, ...]:
    """Return the keys of a folded word of one script; empty for a word without letters."""
    if is_cyrillic(word) and not is_latin(word):
        return _cyrillic_keys(word)
    return _latin_keys(without_accents(_LEFT_YO.sub("io", word)))


def keys_as_written(word: str) -> tuple[str, ...]:
    """Return the keys of a folded word in all ways in which its letters are written (Løkke and Loekke)."""
    return tuple(dict.fromkeys(key for one in (word, *respellings(word)) for key in skeleton_keys(one)))


def plain(word: str) -> str:
    """Return a word as `skeleton_keys` takes it: plain forms, small letters, marks left on Latin letters only."""
    if _PLAIN.fullmatch(word):
        return word.lower()
    composed = unicodedata.normalize("NFKC", word).casefold().translate(WITHOUT_MARK)
    return "".join(letter for letter in composed if letter not in INVISIBLE and not unicodedata.combining(letter))


def _cyrillic_keys(word: str) -> tuple[str, ...]:
    out: list[str] = []
    before = ""
    for letter in word:
        if letter in "яю":
            vowel = "a" if letter == "я" else "u"
            out.append(vowel if before in CONSONANTS else "I" + vowel)
        elif letter == "о" and before == "й":
            out[-1] = "e"
        elif letter == "о" and before == "ь":
            out.append("O")
        else:
            out.append(SOUND_OF_CYRILLIC.get(letter, letter if letter.isalnum() else ""))
        before = letter if letter in "ьй" else out[-1][-1:]
    skeleton = "".join(out)
    readings = [skeleton.replace("O", "e"), skeleton.replace("O", "o")] if "O" in skeleton else [skeleton]
    if "ья" in word or "ью" in word:
        readings += [reading.replace("Ia", "a").replace("Iu", "u") for reading in readings]
    return tuple(filter(None, dict.fromkeys(map(canonical_key, readings))))


def _latin_keys(word: str) -> tuple[str, ...]:
    graphemes = _graphemes(word)
    if prod(map(len, graphemes)) > MOST_KEYS:
        skeletons = _likeliest(graphemes)
    else:
        skeletons = [""]
        for grapheme in graphemes:
            skeletons = [key + reading for key in skeletons for reading in grapheme]
    keys = dict.fromkeys(map(canonical_key, skeletons))
    if "iei" in word:  # ъ in passports: Podieiachev
        keys |= dict.fromkeys(_latin_keys(word.replace("iei", "i")))
    keys.pop("", None)
    return tuple(keys)


def _likeliest(graphemes: list[tuple[str, ...]]) -> list[str]:
    """Read a word of many readings: where there are too many, those with the fewest unusual letters."""
    ranked = [(0, "")]
    for grapheme in graphemes:
        ranked = [(rank + more, key + reading) for rank, key in ranked for more, reading in enumerate(grapheme)]
        ranked = sorted(ranked, key=itemgetter(0))[:MOST_KEYS]
    return [key for _, key in ranked]


def _graphemes(word: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    end = len(word)
    after_consonant = False
    for match in _SCAN.finditer(word):
        letters = match.group()
        first = letters[0]
        if first in "iyj":
            readings = _glide(letters, after_consonant=after_consonant, rest=word[match.end() :])
        elif letters == "gu":
            readings = ("g", "gu")
        elif letters == "c":
            readings = _C_SOFT if word[match.end() : match.end() + 1] in ("e", "i", "y") else _C_HARD
        elif match.end() == end > 4 and word.endswith("ine"):
            readings = ("", "e")
        else:
            readings = _READINGS[letters]
        found.append(readings)
        after_consonant = readings[0][-1:] in CONSONANTS
    return found


def _glide(letters: str, *, after_consonant: bool, rest: str) -> tuple[str, ...]:
    """Read a run of i, y, j with the vowel it leans on."""
    run = letters.rstrip("aeouh")
    vowel = letters[len(run) :]
    run = _DOUBLED.sub(r"\1", run)
    if not vowel:
        return _lone_glide(run, after_consonant=after_consonant, rest=rest)
    if len(vowel) > 1:
        alone = partial(_glide, after_consonant=after_consonant, rest=rest)
        if vowel == "eh":
            return (*alone(run + "e"), *(reading + "g" for reading in alone(run + "e")))
        as_u = alone(run + "u")
        return as_u if vowel == "ou" else (*as_u, *(reading + "e" for reading in alone(run + "o")))
    if vowel in ("e", "o"):
        own = _soft_e(letters, run, vowel)
    elif len(run) > 1 or not after_consonant:
        own = ("I" + vowel,)
    else:
        own = (vowel, "I" + vowel)
    if run == "j":
        own = (*own, "S" + vowel, *(("o",) if vowel == "o" and after_consonant else ()))
    elif "j" in run:
        own = (*own, *(hushed + vowel for hushed in _with_hushers(run)))
    return own


def _soft_e(letters: str, run: str, vowel: str) -> tuple[str, ...]:
    """Read ye, je, ie, yo, jo, io: all may be е or ё; written with two letters they keep the glide."""
    if letters in ("iio", "yyo"):  # йо after another glide: Andriiovskyi
        return ("e", "Io", "Ie")
    if run in ("i", "y"):
        return ("e", "I" + vowel)
    own = "e" if len(run) == 1 else "Ie"
    return (own, "Io") if vowel == "o" else (own,)


def _lone_glide(run: str, *, after_consonant: bool, rest: str) -> tuple[str, ...]:
    if run == "j" and after_consonant:
        return ("", "I", "S")
    if "j" in run and (rest or run[-1] != "j" or run == "j"):
        return ("I", *_with_hushers(run))
    return ("I",)


def _with_hushers(run: str) -> tuple[str, ...]:
    """Read the j in a run as the French and the Telegram spelling do, each (Jijine) or the last (Jijak, for Їжак)."""
    before, _, after = run.rpartition("j")
    last = ("I" if before else "") + "S" + ("I" if after else "")
    every = "".join("S" if letter == "j" else "I" for letter in run)
    return tuple(dict.fromkeys((every, last)))


def canonical_key(skeleton: str) -> str:
    """Apply the rules that hold in both scripts."""
    return _rewritten(skeleton) if _REWRITABLE.search(skeleton) else skeleton


def _rewritten(skeleton: str) -> str:
    key = skeleton.replace("ts", "T").replace("tT", "T").replace("tC", "C").replace("sC", "S").replace("SC", "S")
    key = key.replace("dS", "S").replace("sS", "S").replace("tS", "S")
    key = _DOUBLED.sub(r"\1", key)
    key = key.replace("So", "Se").replace("Co", "Ce").replace("SIo", "Se").replace("SIe", "Se").replace("CIe", "Ce")
    key = key.replace("SIu", "Su").replace("SIa", "Sa").replace("CIu", "Cu").replace("CIa", "Ca")
    if key.endswith(("der", "ter")):
        key = key[:-2] + "r"
    if key.endswith("f"):
        key = key[:-1] + "v"
    return key
