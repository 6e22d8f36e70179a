"""The gazetteer: where a place lies, as far as its name tells it, in whatever form and script."""

from __future__ import annotations

import pytest

from archive.deidentification.gazetteer import DATA, countries, find_place, place_words, read_table, regions
from archive.deidentification.inflecting import Case, decline
from archive.deidentification.place_names import fold_place


class TestAPlace:
    @pytest.mark.parametrize(
        ("name", "country", "region"),
        [
            ("Kineshma", "RU", "Ivanovo region"),
            ("Кинешмой", "RU", "Ivanovo region"),
            ("Brjansk", "RU", "Bryansk region"),
            ("Orjol", "RU", "Oryol region"),
            ("Орле", "RU", "Oryol region"),
            ("Naberezjnyje Tsjelny", "RU", "Tatarstan"),
            ("Верхней Салды", "RU", "Sverdlovsk region"),
            ("Роботиному", "UA", "Zaporizhzhia region"),
            ("Robotyne", "UA", "Zaporizhzhia region"),
            ("Новій Каховці", "UA", "Kherson region"),
            ("Kiev", "UA", "Kyiv"),
            ("Києві", "UA", "Kyiv"),
            ("Харькове", "UA", "Kharkiv region"),
            ("Uralsk", "KZ", ""),
            ("Almatys", "KZ", ""),
            ("Кишинів", "MD", ""),
            ("Питере", "RU", "Saint Petersburg"),
            ("Bodø", "NO", ""),
        ],
    )
    def test_is_found_in_any_form(self, name: str, country: str, region: str) -> None:
        place = find_place(name)

        assert place is not None
        assert (place.country, place.region) == (country, region)

    @pytest.mark.parametrize("name", ["Tatarstan", "Херсонской области", "Rostov oblast", "Калмыкии"])
    def test_may_be_a_region(self, name: str) -> None:
        place = find_place(name)

        assert place is not None
        assert place.is_region

    @pytest.mark.parametrize("name", ["Kasakhstan", "Грузию", "Вірменії", "the Netherlands"])
    def test_may_be_a_country(self, name: str) -> None:
        place = find_place(name.removeprefix("the "))

        assert place is not None
        assert place.is_country

    def test_with_namesakes_leaves_the_region_open(self) -> None:
        place = find_place("Павловка")

        assert place is not None
        assert place.region == ""

    def test_is_looked_for_where_the_context_says(self) -> None:
        place = find_place("Токмаку", prefer=("UA",))

        assert place is not None
        assert place.region == "Zaporizhzhia region"

    @pytest.mark.parametrize("name", ["", "  ", "Nowheresk-under-Vorel", "Ъ"])
    def test_may_be_unknown(self, name: str) -> None:
        assert find_place(name) is None

    def test_is_folded_the_same_in_every_habit_of_writing(self) -> None:
        assert fold_place("  Ростов–на–Дону ") == fold_place("РОСТОВ-НА-ДОНУ")
        assert fold_place("Khmel’nyts’kyy") == fold_place("Khmelnytskyy")


class TestTheTables:
    def test_say_where_they_come_from(self) -> None:
        for name in ("places", "russian_regions", "ukrainian_regions", "countries", "front_places", "place_aliases"):
            assert next(iter(_lines(name))).startswith("#")
        assert "CC BY 4.0" in "".join(_lines("places")[:2])

    def test_every_region_of_a_place_is_known(self) -> None:
        named = {row[1] for row in read_table("places.tsv")}

        assert named - {"-"} <= set(regions())

    def test_every_region_has_something_coarser_in_every_language(self) -> None:
        for region in regions().values():
            group = "districts" if region.country == "RU" else "parts"
            assert set(place_words()[group][region.larger]) == {"en", "nb", "ru", "uk"}
            assert not region.front or region.front in place_words()["fronts"]

    def test_every_country_lies_in_a_part_of_the_world(self) -> None:
        assert {part for _, part in countries().values()} <= set(place_words()["world"])

    @pytest.mark.parametrize("language", ["ru", "uk"])
    def test_every_wording_declines(self, language: str) -> None:
        fixed = {"США", "Перу", "Сомали"}
        for group in place_words().values():
            for entry in group.values():
                name = entry[language]["name"]
                assert decline(name, Case.GENITIVE, language) != name.replace("|", "") or _is_fixed(name)
        index = ("en", "nb", "ru", "uk").index(language)
        for names, _ in countries().values():
            assert decline(names[index], Case.LOCATIVE, language) != names[index] or names[index] in fixed | _UNCHANGING


_UNCHANGING = {"Шри-Ланка", "Шрі-Ланка", "Бангладеш"}


def _is_fixed(name: str) -> bool:
    return name.startswith("Поволжя")  # the genitive is spelt like the nominative


def _lines(name: str) -> list[str]:
    return (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
