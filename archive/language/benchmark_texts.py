"""Invented material for the benchmarks: ordinary sentences, inflected names, and ways to hide a name."""

import gzip
import json
import random
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from urllib.parse import quote

import pymorphy3

from archive.language.letters import CYRILLIC_OF_LATIN_SHAPE, LAYOUT_TO_LATIN
from archive.language.ordinary import NAME_TAGS
from archive.language.transliteration import transliterate

_PROPER = (*NAME_TAGS, "Geox", "Orgn", "Abbr", "Init", "Trad")


@cache
def _dictionary(language: str) -> tuple[str, ...]:
    """Return ordinary words of a language, those of the dictionaries that are no names."""
    if language in ("nb", "en"):
        packed = files("archive.language").joinpath("data/ordinary_latin.txt.gz").read_bytes()
        words = gzip.decompress(packed).decode().split("\n")
        nordic = set("æøå")
        chosen = words if language == "nb" else [word for word in words if not nordic & set(word)]
        return tuple(chosen[::7])
    found = []
    for start in _beginnings(language, seed=1)[:160]:
        for number, (word, tag, *_) in enumerate(_analyser(language).dictionary.iter_known_words(start)):
            if number % 41 == 0 and word.isalpha() and not any(proper in str(tag) for proper in _PROPER):
                found.append(word)
    return tuple(found)


@cache
def _analyser(language: str) -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang=language)


def _beginnings(language: str, *, seed: int) -> list[str]:
    """Return three-letter beginnings in random order: reading a whole dictionary takes minutes."""
    letters = "абвгдежзиклмнопрстуфхцчшюя" if language == "ru" else "абвгдежзиіклмнопрстуфхцчшюя"
    beginnings = [one + two + three for one in letters for two in letters for three in letters]
    random.Random(seed).shuffle(beginnings)  # noqa: S311
    return beginnings


def ordinary_text(language: str, words: int, *, seed: int) -> str:
    """Return sentences of ordinary words drawn at random, each beginning with a capital."""
    chance = random.Random(f"{language}-{seed}")  # noqa: S311
    dictionary = _dictionary(language)
    sentences, left = [], words
    while left > 0:
        length = min(left, chance.randint(6, 18))
        drawn = [chance.choice(dictionary) for _ in range(length)]
        sentences.append(" ".join([drawn[0].capitalize(), *drawn[1:]]) + ".")
        left -= length
    return " ".join(sentences)


@cache
def inflected_forms(language: str, number: int, *, seed: int) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return names of the pymorphy3 dictionary with all their singular forms: (nominative, kind, forms)."""
    found: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for start in _beginnings(language, seed=seed):
        for word, tag, normal, *_ in _analyser(language).dictionary.iter_known_words(start):
            if word == normal and word not in found and len(word) > 3 and word.isalpha() and _is_name(str(tag)):
                kind = next(kind for kind in NAME_TAGS if kind in str(tag))
                found[word] = (word.capitalize(), kind, _singular(language, word, str(tag)))
        if len(found) >= number:
            break
    return tuple(name for name in found.values() if name[2])


def _is_name(tag: str) -> bool:
    return (
        "nomn" in tag
        and not any(barred in tag for barred in ("plur", "Fixd"))
        and any(kind in tag for kind in NAME_TAGS)
    )


def _singular(language: str, word: str, tag: str) -> tuple[str, ...]:
    parse = next((parse for parse in _analyser(language).parse(word) if str(parse.tag) == tag), None)
    forms = () if parse is None else parse.lexeme
    feminine = "femn" in tag
    return tuple(
        sorted(
            {
                form.word.capitalize()
                for form in forms
                if "plur" not in str(form.tag) and ("femn" in str(form.tag)) == feminine and form.word.isalpha()
            }
        )
    )


def _mixed(name: str) -> str:
    latin = {cyrillic: shape for shape, cyrillic in CYRILLIC_OF_LATIN_SHAPE.items() if shape in "aceopxyABCEHKMOPTX"}
    swapped = [latin.get(letter, letter) for letter in name]
    return "".join(swapped) if swapped != list(name) and any(a == b for a, b in zip(swapped, name, strict=True)) else ""


def _typed_on_latin_keys(name: str) -> str:
    return name.translate(LAYOUT_TO_LATIN)


def _latin(name: str) -> str:
    if set("іїєґ'") & set(name.casefold()):
        return transliterate(name, "UkrainianKMU", language="uk")
    return transliterate(name, "telegram")


def _in_another_code_page(name: str) -> str:
    wrong = name.encode("koi8-u").decode("cp1251")
    return wrong if wrong.isalpha() else ""


def _mojibake(name: str) -> str:
    """Read the bytes of a name by the Russian code page, as browsers do: the one byte it lacks stays a control."""
    return "".join(chr(byte) if byte == 0x98 else bytes([byte]).decode("cp1251") for byte in name.encode())


def _full_width(name: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) for letter in _latin(name) if "!" <= letter <= "~")


def evasions() -> dict[str, Callable[[str], str]]:
    """Return the ways to hide a Cyrillic name; a way that does not apply to a name answers with nothing."""
    return {
        "capitals": str.upper,
        "small letters in a handle": lambda name: "@" + _latin(name).lower(),
        "camel case": lambda name: "Anna" + _latin(name),
        "hashtag": lambda name: "#" + name.lower(),
        "file name": lambda name: f"scan_{_latin(name).lower()}_02.pdf",
        "address": lambda name: f"https://t.example/{_latin(name).lower()}/7",
        "hyphen and line break": lambda name: name[:3] + "-\n" + name[3:],
        "line break": lambda name: name[:4] + "\n" + name[4:],
        "hyphen": lambda name: name[:3] + "-" + name[3:],
        "spaced letters": " ".join,
        "dotted letters": ".".join,
        "zero width": "\u200b".join,
        "soft hyphens": "\u00ad".join,
        "stress mark": lambda name: name[:2] + "\u0301" + name[2:],
        "look-alike letters": _mixed,
        "full width": _full_width,
        "wrong keyboard": _typed_on_latin_keys,
        "wrong code page": _in_another_code_page,
        "mojibake": _mojibake,
        "mojibake in Latin letters": lambda name: name.encode().decode("latin-1"),
        "entities": lambda name: "".join(f"&#{ord(letter)};" for letter in name),
        "escaped in an address": lambda name: f"https://t.example/{quote(name)}",
        "escaped in JSON": lambda name: json.dumps(name).strip('"'),
        "possessive": lambda name: _latin(name) + "’s",
    }
