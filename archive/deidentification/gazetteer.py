"""Where a named place lies: country, region, how large; and which wordings the ladder has for that."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from archive.deidentification.place_names import fold_place, spellings_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent / "data"
_DOMINANT = 5  # a place this many times larger than its namesakes is the one meant
_MILLION = 1000  # thousands


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of a place; `region` and `country` are keys of the tables, "" where unknown."""

    country: str
    region: str = ""
    population: int = 0
    is_region: bool = False
    is_country: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A region of Russia or Ukraine with its names and what is coarser than it."""

    key: str
    country: str
    names: tuple[str, str, str, str]  # en nb ru uk
    larger: str  # federal district, or part of the country
    front: str
    is_large: bool
    is_national: bool
    thousands: int = 0  # of people; 0 where the table does not say


def read_table(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a tab-separated data file, comments left out."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


@lru_cache(maxsize=1)
def place_words() -> dict[str, dict[str, dict[str, dict[str, str]]]]:
    """Return the coarse places: group, key, language, and how it stands in a sentence."""
    return tomllib.loads((DATA / "place_words.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def regions() -> dict[str, Region]:
    """Return the regions of Russia and Ukraine by their English name."""
    found: dict[str, Region] = {}
    fronts = {"Kursk region": "border", "Belgorod region": "border", "Bryansk region": "border"}
    for _, en, nb, ru, uk, district, thousands, national in read_table("russian_regions.tsv"):
        large, own = int(thousands) >= _MILLION, national == "yes"
        found[en] = Region(en, "RU", (en, nb, ru, uk), district, fronts.get(en, ""), large, own, int(thousands))
    for _, en, nb, ru, uk, part, front in read_table("ukrainian_regions.tsv"):
        found.setdefault(en, Region(en, "UA", (en, nb, ru, uk), part, "" if front == "-" else front, True, False))
    return found


@lru_cache(maxsize=1)
def countries() -> dict[str, tuple[tuple[str, str, str, str], str]]:
    """Return by country code its four names and the part of the world it lies in."""
    return {code: ((en, nb, ru, uk), part) for code, en, nb, ru, uk, part in read_table("countries.tsv")}


def find_place(name: str, *, prefer: tuple[str, ...] = ()) -> Place | None:
    """Return the place a name in a text means, as far as the name alone tells it.

    Namesakes of like size in two regions leave the region open. Countries of `prefer` are looked at first.
    """
    towns: list[Place] = []
    for spelling in spellings_behind(name):
        wide = _wide_names().get(spelling)
        if wide is not None:
            return wide
        towns.extend(_towns().get(spelling, ()))
    return _likeliest(towns, prefer) if towns else None


def _likeliest(towns: list[Place], prefer: tuple[str, ...]) -> Place:
    towns = [town for town in towns if town.country in prefer] or towns
    largest = max(towns, key=lambda town: town.population)
    rivals = [town for town in towns if town.population * _DOMINANT >= largest.population]
    country = largest.country if all(town.country == largest.country for town in rivals) else ""
    region = largest.region if country and all(town.region == largest.region for town in rivals) else ""
    return Place(country, region, min(town.population for town in rivals))


@lru_cache(maxsize=1)
def _towns() -> dict[str, tuple[Place, ...]]:
    towns: dict[str, tuple[Place, ...]] = {}
    for country, region, population, *spellings in read_table("places.tsv"):
        places = (Place(country, "" if region == "-" else region, int(population)),)
        for spelling in spellings:
            namesakes = towns.get(spelling)
            towns[spelling] = places if namesakes is None else namesakes + places
    return towns


@lru_cache(maxsize=1)
def _wide_names() -> dict[str, Place]:
    """Return regions and countries by every folded name the tables have for them."""
    found: dict[str, Place] = {}
    for code, (names, _) in countries().items():
        for name in names:
            found[fold_place(name.removeprefix("the "))] = Place(code, is_country=True)
    cities = {"Moscow", "Saint Petersburg", "Kyiv"}
    for region in regions().values():
        for name in () if region.key in cities else region.names:
            place = Place(region.country, region.key, is_region=True)
            found[fold_place(name.removeprefix("the ").replace("|", ""))] = place
            for short in _shortened(name):
                found.setdefault(short, place)
    return found


def _shortened(name: str) -> Iterator[str]:
    """Yield other ways to name a region: "X oblast", "X-fylket", the adjective before "обл."."""
    head, _, kind = name.rpartition(" ")
    if kind == "region":
        yield from (fold_place(f"{head} {other}") for other in ("oblast", "krai", "province", "territory"))
    if name.endswith("-regionen"):
        stem = name.removesuffix("-regionen")
        yield from (fold_place(f"{stem} {other}") for other in ("oblast", "fylke", "region", "regionen"))
        yield fold_place(f"{stem}-fylket")
    if kind in ("область", "край", "округ"):
        yield from (fold_place(f"{head} {other}") for other in ("обл", "кр", "край", "округ", "область"))
