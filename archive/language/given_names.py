"""Given names that are one name: Russian, Ukrainian and Western spellings, with the short forms people use."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from archive.language.keys import plain, skeleton_keys
from archive.language.letters import bare, is_cyrillic


@dataclass(frozen=True)
class GivenName:
    """One name in all its languages; `spellings` are full names, `short` the everyday forms."""

    gender: str
    spellings: tuple[str, ...]
    western: tuple[str, ...]
    short: tuple[str, ...]


@cache
def given_names() -> tuple[GivenName, ...]:
    """Read the table of names."""
    text = files("archive.language").joinpath("data/given_names.txt").read_text("utf-8")
    names = []
    for line in text.splitlines():
        if not line.startswith("#"):
            gender, spellings, western, short = (part.strip() for part in line.split(";"))
            names.append(GivenName(gender, _unique(spellings), _unique(western), _unique(short)))
    return tuple(names)


def _unique(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words.split()))


@cache
def _by_key(which: str) -> dict[str, tuple[GivenName, ...]]:
    index: dict[str, dict[GivenName, None]] = defaultdict(dict)
    for name in given_names():
        words = (*name.spellings, *name.western) if which == "full" else name.short
        for word in words:
            for key in skeleton_keys(plain(word)):
                index[key][name] = None
    return {key: tuple(found) for key, found in index.items()}


@cache
def _nominatives() -> frozenset[str]:
    listed = files("archive.language").joinpath("data/names.txt").read_text("utf-8").splitlines()
    first = {line.split(" ", 3)[3].casefold() for line in listed if line.split(" ", 2)[1] == "first"}
    return frozenset(first | {word.casefold() for name in given_names() for word in name.spellings})


@cache
def _full_keys() -> frozenset[str]:
    """Keys of listed given names that are no everyday form of another: Виктор and Мария, not Лена."""
    keys = {key for word in _nominatives() for key in skeleton_keys(plain(word))}
    return frozenset(keys - _by_key("short").keys())


def is_given_name(word: str) -> bool:
    """Tell whether a word is a listed given name: Cyrillic letter for letter, Latin in any usual spelling."""
    if is_cyrillic(word):
        return word.casefold() in _nominatives()
    return not _full_keys().isdisjoint(skeleton_keys(plain(word)))


def names_with_key(key: str) -> tuple[GivenName, ...]:
    """Return the names of which a full spelling has this key."""
    return _by_key("full").get(key, ())


def names_with_short_key(key: str) -> tuple[GivenName, ...]:
    """Return the names of which an everyday form has this key."""
    return _by_key("short").get(key, ())


def names_spelled(word: str) -> tuple[GivenName, ...]:
    """Return the names that a recorded word is a full spelling of."""
    found: dict[GivenName, None] = {}
    for key in skeleton_keys(plain(word)):
        for name in names_with_key(key):
            found[name] = None
    exact = tuple(name for name in found if word.casefold() in {s.casefold() for s in (*name.spellings, *name.western)})
    return exact or tuple(name for name in found if not is_cyrillic(word) or _spells(name, word))


def _spells(name: GivenName, word: str) -> bool:
    """Tell whether a Cyrillic word is a spelling of a name, letter by letter: Стефан is no Степан, though Stefan is."""
    return bare(plain(word)) in {bare(plain(spelling)) for spelling in name.spellings}


def names_shortened(word: str) -> tuple[GivenName, ...]:
    """Return the names that a recorded word is an everyday form of."""
    found: dict[GivenName, None] = {}
    for key in skeleton_keys(plain(word)):
        for name in names_with_short_key(key):
            found[name] = None
    return tuple(found)
