"""People in public office are known by their full names, in their case forms, and by nothing less."""

from importlib.resources import files

import pytest

from archive.language.public_figures import public_figure_spans

FIGURES = """Jens Stoltenberg|Йенсом Столтенбергом|Angela Merkels|Ангелы Меркель|Володимиром Зеленським
Olaf Scholz|Александру Лукашенко|Михаила Горбачёва|Jonas Gahr Støres|Joe Biden|Джо Байдена"""


@pytest.mark.parametrize("name", FIGURES.replace("\n", "|").split("|"))
def test_a_full_name_is_known_in_the_middle_of_a_text_and_alone(name: str) -> None:
    assert public_figure_spans(f"Da kom _{name}_ (2020)!")[0][0] == 8
    assert public_figure_spans(name) == [(0, len(name))]


@pytest.mark.parametrize(
    "text",
    [
        "Stoltenberg",
        "Jens",
        "Jens og Stoltenberg",
        "Jens Stoltenbergskaja",
        "UJens Stoltenberg",
        "7Jens Stoltenberg",
        "",
    ],
)
def test_nothing_less_and_nothing_longer_is(text: str) -> None:
    assert public_figure_spans(text) == []


def test_a_remark_in_the_list_is_nobody() -> None:
    remarks = files("archive.language").joinpath("data/public_figures.txt").read_text("utf-8").splitlines()

    assert [line for line in remarks if line.startswith("#") and public_figure_spans(line)] == []
