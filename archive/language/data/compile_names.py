"""Compile frequent first names and surnames from `russiannames` (BSD-3), `names_translator` (MIT) and `mimesis` (MIT).

Run `python archive/language/data/compile_names.py` where the three and `duckdb` are installed. Only names that
very many people bear are kept, so that the list says nothing of anybody: Russian first names borne by 25, surnames by
100 in the sample, Ukrainian ones whose Russian form is that frequent, Norwegian and English first names.
"""

import re
import sys
from importlib import import_module
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).with_name("names.txt")
RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]{2,}")
UKRAINIAN = re.compile(r"[а-щьюяґєії']{3,}")
LATIN = re.compile(r"[A-ZÆØÅ][a-zæøåéö]{2,}")
MOST_FIRST, MOST_SURNAMES = 1300, 2000
LEAST_FIRST, LEAST_SURNAME = 25, 100


def russian(kind: str, table: str, most: int) -> dict[str, str]:
    """Return frequent Russian names with their gender, most frequent first."""
    import duckdb  # noqa: PLC0415

    least = LEAST_FIRST if kind == "first" else LEAST_SURNAME
    path = files("russiannames").joinpath(f"data/{table}.parquet")
    rows = duckdb.sql(f"select text, gender from '{path}' where count >= {least} order by count desc, text").fetchall()  # noqa: S608
    found: dict[str, str] = {}
    for text, gender in rows:
        if RUSSIAN.fullmatch(text) and gender in ("m", "f") and (kind == "first" or gender == "m"):
            found.setdefault(text, gender)
    return dict(list(found.items())[:most])


def ukrainian(kind: str, known: dict[str, str], most: int) -> dict[str, str]:
    """Return Ukrainian names of which the Russian form is frequent."""
    pairs = import_module("names_translator.dicts").default_dicts().as_dict(kind)
    found: dict[str, str] = {}
    for word in sorted(pairs):
        if UKRAINIAN.fullmatch(word):
            gender = next((known[form] for form in pairs[word] if form in known), None)
            if gender is not None:
                found["-".join(part.capitalize() for part in word.split("-"))] = gender
    return dict(list(found.items())[:: max(1, len(found) // most)][:most])


def latin(locale: str, most: int) -> dict[str, str]:
    """Return first names of mimesis for one locale."""
    from mimesis.enums import Gender  # noqa: PLC0415
    from mimesis.locales import Locale  # noqa: PLC0415
    from mimesis.providers import Person  # noqa: PLC0415

    provider = Person(Locale(locale))
    found: dict[str, str] = {}
    for gender, letter in ((Gender.MALE, "m"), (Gender.FEMALE, "f")):
        names = provider._extract(["names", gender.value])
        step = max(1, len(names) * 2 // most)
        for name in sorted(names)[::step]:
            if LATIN.fullmatch(name):
                found.setdefault(name, letter)
    return found


def main() -> None:
    """Write `language kind gender name` lines."""
    first = russian("first", "names", MOST_FIRST)
    every_first = russian("first", "names", 10_000)
    surnames = russian("last", "surnames", MOST_SURNAMES)
    every_surname = russian("last", "surnames", 20_000)
    lists = {
        ("ru", "first"): first,
        ("ru", "last"): surnames,
        ("uk", "first"): ukrainian("first", every_first, MOST_FIRST),
        ("uk", "last"): ukrainian("last", every_surname, MOST_SURNAMES),
        ("nb", "first"): latin("no", 600),
        ("en", "first"): latin("en", 600),
    }
    lines = [
        f"{language} {kind} {gender} {name}"
        for (language, kind), names in lists.items()
        for name, gender in names.items()
    ]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")
    sys.stdout.write(", ".join(f"{key}: {len(names)}" for key, names in lists.items()) + "\n")


if __name__ == "__main__":
    main()
