"""Lower-case clues: inflected word lists per language (data/clues), looked up once per form."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from archive.detection.lexicon import DATA
from archive.detection.segments import Document, is_cyrillic, plain
from archive.language.remembering import remembered

FILES = {"en": "en", "nb": "no", "nn": "no", "ru": "ru", "uk": "uk"}
# Russian and Ukrainian are mixed within a sentence; each lends the other its words.
_NEIGHBOUR = {"ru": "uk", "uk": "ru"}
NONE: frozenset[str] = frozenset()
_JOINTS = re.compile(r"[_/.-]")
_APART = re.compile(r"[.!?…;:\n]\s")
_SHORT = 2
Phrase = tuple[tuple[str, ...], str]


@dataclass
class WordLists:
    """Forms, beginnings and endings with the classes they belong to; phrases under their first word."""

    exact: dict[str, frozenset[str]] = field(default_factory=dict)
    prefixes: dict[str, frozenset[str]] = field(default_factory=dict)
    suffixes: dict[str, frozenset[str]] = field(default_factory=dict)
    phrases: list[Phrase] = field(default_factory=list)

    def add(self, entry: str, name: str) -> None:
        """File one entry (`x`, `x*`, `*x`, `a_b`; `a-b` and `a/b` are two tokens too) under a class."""
        words = tuple(filter(None, _JOINTS.split(entry)))
        if len(words) > 1:
            self.phrases.append((words, name))
        elif entry.startswith("*"):
            self.suffixes[entry[1:]] = self.suffixes.get(entry[1:], NONE) | {name}
        elif entry.endswith("*"):
            self.prefixes[entry[:-1]] = self.prefixes.get(entry[:-1], NONE) | {name}
        else:
            self.exact[entry] = self.exact.get(entry, NONE) | {name}

    def classes_of(self, form: str) -> frozenset[str]:
        """Return every class of a lower-case form."""
        classes = self.exact.get(form, NONE)
        for prefix, found in self.by_beginning.get(form[:3], ()):
            if form.startswith(prefix):
                classes |= found
        for prefix, found in self.short_beginnings:
            if form.startswith(prefix):
                classes |= found
        for suffix, found in self.by_ending.get(form[-2:], ()):
            if form.endswith(suffix) and len(form) > len(suffix):
                classes |= found
        return classes

    @cached_property
    def short_beginnings(self) -> list[tuple[str, frozenset[str]]]:
        """The beginnings of one letter and two: few, or none."""
        return [(prefix, found) for prefix, found in self.prefixes.items() if len(prefix) <= _SHORT]

    @cached_property
    def by_beginning(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """The beginnings of three letters and more, under their first three."""
        index: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for prefix, found in self.prefixes.items():
            if len(prefix) > _SHORT:
                index.setdefault(prefix[:3], []).append((prefix, found))
        return index

    @cached_property
    def by_ending(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """The endings of two letters and more, under their last two."""
        index: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for suffix, found in self.suffixes.items():
            if len(suffix) > 1:
                index.setdefault(suffix[-2:], []).append((suffix, found))
        return index

    def first_words(self) -> dict[str, list[Phrase]]:
        """Return the phrases by their first word, those of which it is a beginning by two letters and a star."""
        index: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            first = phrase[0][0]
            index.setdefault(f"{first[:2]}*" if first.endswith("*") else first, []).append(phrase)
        return index


def read_lists(path: Path) -> WordLists:
    """Read one file of word lists."""
    lists = WordLists()
    for name, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for entry in entries.split():
            lists.add(plain(entry), name)
    return lists


@lru_cache(maxsize=1)
def _files() -> dict[str, tuple[WordLists, dict[str, list[Phrase]]]]:
    """Return the lists of every language and their phrases, all read at the first word: texts mix languages."""
    read = {file: read_lists(DATA / "clues" / f"{file}.toml") for file in sorted(set(FILES.values()))}
    return {file: (lists, lists.first_words()) for file, lists in read.items()}


@remembered(maxsize=100_000)
def classes_of(form: str, language: str) -> frozenset[str]:
    """Return the clue classes of a lower-case form in a language."""
    files = _files()
    classes = files[FILES[language]][0].classes_of(form)
    other = _NEIGHBOUR.get(language)
    return classes | files[other][0].classes_of(form) if other else classes


@remembered(maxsize=100_000)
def _known_of(form: str, language: str) -> tuple[frozenset[str], tuple[Phrase, ...]]:
    """Return the classes of a form and the phrases that begin with it."""
    return classes_of(form, language), phrases_with(form, _files()[FILES[language]][1])


def phrases_with(form: str, index: dict[str, list[Phrase]]) -> tuple[Phrase, ...]:
    """Return the phrases a form may begin."""
    begun = index.get(f"{form[:2]}*")
    exact = index.get(form, ())
    return (*exact, *(phrase for phrase in begun if fits(form, phrase[0][0]))) if begun else tuple(exact)


@remembered(maxsize=20_000)
def is_relation(form: str) -> bool:
    """Tell "wife", "жена" from "aunt", "дядя", by which somebody is called as by a name."""
    classes = classes_of(form, "ru") if is_cyrillic(form) else classes_of(form, "en") | classes_of(form, "nb")
    return "kin" in classes and "elder" not in classes


def fits(form: str, pattern: str) -> bool:
    """Tell whether a form fits one word of a phrase (`x*` is a beginning)."""
    return form.startswith(pattern[:-1]) if pattern.endswith("*") else form == pattern


def places_of(document: Document, classes: frozenset[str]) -> list[int]:
    """Return in order the tokens that carry any of the classes."""
    if document.clued is None:
        document.clued = {}
        for index, found in enumerate(clues_in(document)):
            for name in found:
                document.clued.setdefault(name, []).append(index)
    carrying = [document.clued[name] for name in classes if name in document.clued]
    return carrying[0] if len(carrying) == 1 else sorted(set().union(*carrying))


def stands_at(document: Document, index: int, words: tuple[str, ...], apart: Callable[[str], bool]) -> bool:
    """Tell whether the rest of a phrase follows its first word, with nothing between that sets them apart."""
    lower, gaps, count = document.lower, document.gaps, len(words)
    if index + count > len(lower) or (count > 1 and lower[index + 1][:1] != words[1][:1]):
        return False
    return all(
        (fits(lower[index + k], words[k]) or lower[index + k] == f"{words[k]}'s") and not apart(gaps[index + k])
        for k in range(1, count)
    )


def _ends_sentence(gap: str) -> bool:
    return _APART.search(gap) is not None


def clues_in(document: Document) -> list[frozenset[str]]:
    """Return the classes of every token, those of phrases included (kept on the document)."""
    if document.clues is None:
        known = list(map(_known_of, document.lower, document.languages))
        clues = [classes for classes, _ in known]
        for index in [index for index, (_, phrases) in enumerate(known) if phrases]:
            for words, name in known[index][1]:
                end = index + len(words)
                if stands_at(document, index, words, _ends_sentence):
                    for place in range(index, end):
                        clues[place] |= {name}
        document.clues = clues
    return document.clues
