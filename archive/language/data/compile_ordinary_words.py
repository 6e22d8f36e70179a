"""Compile the lists of ordinary words and of proper names in Norwegian and English from `wnorwegian` and `wamerican`.

Run `python archive/language/data/compile_ordinary_words.py /usr/share/dict` with both packages installed.
Only words written with a small letter, of two to eight letters, are kept: the list serves to tell a name from the word
it looks like, and long compounds never look like names. Words written with a capital (Vienna, Chita, Tajik, Harris) are
kept apart: they are what short forms of Russian names run into. A word that is itself a usual spelling of a given name
or of an everyday short form is not among them.
"""

import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from archive.language.given_names import given_names
from archive.language.letters import is_cyrillic
from archive.language.transliteration import spellings

SOURCES = (("bokmaal", "latin-1"), ("nynorsk", "latin-1"), ("american-english", "utf-8"))
WORD = re.compile(r"[a-zæøåéèêòôóü]{2,8}")
PROPER = re.compile(r"[A-ZÆØÅ][a-zæøåéèêòôóü]{2,9}")
HERE = Path(__file__).parent


def held(folder: Path) -> Iterator[str]:
    """Yield the words of the packages."""
    for name, encoding in SOURCES:
        yield from (folder / name).read_text(encoding).splitlines()


def given_name_spellings() -> frozenset[str]:
    """Return the usual Latin spellings of given names and their everyday forms."""
    listed = files("archive.language").joinpath("data/names.txt").read_text("utf-8").splitlines()
    words = {line.split(" ", 3)[3] for line in listed if line.split(" ", 2)[1] == "first"}
    for name in given_names():
        words.update((*name.spellings, *name.western, *name.short))
    latin = {spelling for word in words for spelling in (spellings(word) if is_cyrillic(word) else (word,))}
    return frozenset(word.casefold() for word in latin)


def write(name: str, words: Iterable[str]) -> int:
    """Write a sorted list, the same bytes each time, and return how many words it holds."""
    ordered = sorted(set(words))
    with (HERE / name).open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
        packed.write("\n".join(ordered).encode())
    return len(ordered)


def main(folder: Path) -> str:
    """Write both lists and say how many words each holds."""
    words = list(held(folder))
    names = given_name_spellings()
    ordinary = write("ordinary_latin.txt.gz", filter(WORD.fullmatch, words))
    proper = write("proper_latin.txt.gz", {w.casefold() for w in words if PROPER.fullmatch(w)} - names)
    return f"{ordinary} ordinary words, {proper} proper names"


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1])) + "\n")
