"""Civil occupations: the trade, its major group, its sector; workplace and grade go at once."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.occupation import generalise_occupation
from tests.deidentification.sentences import told

AN_OCCUPATION = [
    (
        "en",
        "I am a <loom fitter, fourth category>.",
        {
            "L1": "I am [a metalworker].",
            "L2": "I am [an industrial worker].",
            "L3": "I am [a worker].",
        },
    ),
    (
        "en",
        "He worked as a <crane operator>.",
        {
            "L1": "He worked as [a machine operator].",
            "L2": "He worked as [a building worker].",
            "L3": "He worked as [a worker].",
        },
    ),
    (
        "en",
        "I was an <accountant at the Vorel helicopter plant>.",
        {
            "L1": "I was [an office employee].",
            "L2": "I was [an office worker].",
            "L3": "I was [a worker].",
        },
    ),
    (
        "en",
        "Both were <teachers>.",
        {
            "L2": "Both were [education workers].",
            "L3": "Both were [public services workers].",
        },
    ),
    (
        "en",
        "<A kindergarten teacher> hid us.",
        {
            "L1": "[A teacher] hid us.",
            "L2": "[An education worker] hid us.",
            "L3": "[A public services worker] hid us.",
        },
    ),
    (
        "nb",
        "Jeg var <lokfører>.",
        {
            "L1": "Jeg var [jernbanearbeider].",
            "L2": "Jeg var [transportarbeider].",
            "L3": "Jeg var [ansatt i offentlig tjeneste].",
        },
    ),
    (
        "nb",
        "<Jordmora> sa nei.",
        {
            "L1": "[Sykepleieren] sa nei.",
            "L2": "[Helsearbeideren] sa nei.",
            "L3": "[Den ansatte i offentlig tjeneste] sa nei.",
        },
    ),
    (
        "nb",
        "Han var en <elektriker på vannverket>.",
        {
            "L1": "Han var [en elektriker].",
            "L2": "Han var [en industriarbeider].",
            "L3": "Han var [en arbeider].",
        },
    ),
    (
        "ru",
        "Я работал <плавильщиком>.",
        {
            "L1": "Я работал [металлистом].",
            "L2": "Я работал [работником промышленности].",
            "L3": "Я работал [рабочим].",
        },
    ),
    (
        "ru",
        "Она <лаборант в роддоме>.",
        {
            "L1": "Она [средний медицинский работник].",
            "L2": "Она [медицинский работник].",
            "L3": "Она [работник бюджетной сферы].",
        },
    ),
    (
        "ru",
        "Он был <кочегаром в школе>.",
        {
            "L1": "Он был [электриком].",
            "L2": "Он был [работником промышленности].",
            "L3": "Он был [рабочим].",
        },
    ),
    (
        "ru",
        "<Слесари> ушли.",
        {
            "L1": "[Металлисты] ушли.",
            "L2": "[Работники промышленности] ушли.",
            "L3": "[Рабочие] ушли.",
        },
    ),
    (
        "uk",
        "Він був <учителем фізкультури>.",
        {
            "L1": "Він був [педагогом].",
            "L2": "Він був [працівником освіти].",
            "L3": "Він був [працівником бюджетної сфери].",
        },
    ),
    (
        "uk",
        "Я там <директор сільського клубу і баяніст>.",
        {
            "L1": "Я там [працівник мистецтва].",
            "L2": "Я там [працівник культури і спорту].",
            "L3": "Я там [працівник сфери послуг].",
        },
    ),
    (
        "uk",
        "Він працював <приймальником металобрухту>.",
        {
            "L1": "Він працював [металістом].",
            "L2": "Він працював [працівником промисловості].",
            "L3": "Він працював [робітником].",
        },
    ),
]


class TestAnOccupation:
    @pytest.mark.parametrize(("language", "sentence", "expected"), AN_OCCUPATION)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_occupation, sentence, language=language) == expected
