"""Compiling the gazetteer: spellings derived, regions found through a town in them."""

from __future__ import annotations

from typing import Any

import pytest

from archive.deidentification.building.compile_places import compile_rows, romanise
from archive.deidentification.gazetteer import read_table


def city(
    name: str, country: str, region: str, *, population: int = 9_000, others: tuple[str, ...] = ()
) -> dict[str, Any]:
    return {
        "name": name,
        "countrycode": country,
        "admin1code": region,
        "population": population,
        "alternatenames": list(others),
        "geonameid": 1,
    }


def capitals() -> list[dict[str, Any]]:
    tables = (("RU", "russian_regions.tsv"), ("UA", "ukrainian_regions.tsv"))
    return [city(row[0], country, row[1]) for country, table in tables for row in read_table(table)]


class TestACyrillicName:
    @pytest.mark.parametrize(
        ("name", "ukrainian", "spelling"),
        [
            ("Кинешма", False, "kineshma"),
            ("Кинешма", False, "kinesjma"),
            ("Набережные Челны", False, "naberezjnyje tsjelny"),
            ("Запоріжжя", True, "zaporizhzhya"),
            ("Роботине", True, "robotyne"),
        ],
    )
    def test_is_written_as_newspapers_write_it(self, name: str, ukrainian: bool, spelling: str) -> None:
        assert spelling in set(romanise(name, ukrainian=ukrainian))


class TestTheRows:
    def test_tell_the_region_and_every_spelling(self) -> None:
        cities = [*capitals(), city("Vorelsk", "RU", "Tula region", others=("Ворельск", "沃雷利斯克", "tuo lei"))]

        rows = {row[3]: row for row in compile_rows(cities)}

        assert rows["vorelsk"][:3] == ("RU", "Tula region", "9000")
        assert "ворельск" in rows["vorelsk"]
        assert all(spelling.isascii() or "а" <= spelling[0] <= "ё" for spelling in rows["vorelsk"][3:])

    def test_leave_out_what_is_far_and_small(self) -> None:
        cities = [*capitals(), city("Smallville", "US", "KS"), city("Bigville", "US", "KS", population=900_000)]

        names = {row[3] for row in compile_rows(cities)}

        assert "bigville" in names
        assert "smallville" not in names

    def test_end_with_the_villages_of_the_war(self) -> None:
        rows = list(compile_rows(capitals()))

        assert any("роботине" in row and row[1] == "Zaporizhzhia region" for row in rows[-80:])

    def test_cannot_be_made_without_a_town_of_each_region(self) -> None:
        with pytest.raises(SystemExit, match="No town called"):
            list(compile_rows([]))
