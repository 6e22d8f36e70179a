"""Military trades: the branch, combat or support."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.speciality import generalise_speciality
from tests.deidentification.sentences import told

A_TRADE = [
    (
        "en",
        "I was a <drone operator>.",
        {
            "L1": "I was [a reconnaissance soldier].",
            "L2": "I was [a combat soldier].",
            "L3": "I was [a serviceman].",
        },
    ),
    (
        "en",
        "He was the <radio operator>.",
        {
            "L1": "He was [the signals soldier].",
            "L2": "He was [the support soldier].",
            "L3": "He was [the serviceman].",
        },
    ),
    (
        "nb",
        "Han var <radiotekniker>.",
        {
            "L1": "Han var [sambandssoldat].",
            "L2": "Han var [støttesoldat].",
            "L3": "Han var [militær].",
        },
    ),
    (
        "nb",
        "Jeg var en <sanitetssoldat>.",
        {
            "L2": "Jeg var [en støttesoldat].",
            "L3": "Jeg var [en militær].",
        },
    ),
    (
        "ru",
        "Я был <санитаром>.",
        {
            "L1": "Я был [медиком].",
            "L2": "Я был [бойцом подразделения обеспечения].",
            "L3": "Я был [военнослужащим].",
        },
    ),
    (
        "ru",
        "Он служил <механиком-водителем>.",
        {
            "L1": "Он служил [танкистом].",
            "L2": "Он служил [бойцом боевого подразделения].",
            "L3": "Он служил [военнослужащим].",
        },
    ),
    (
        "uk",
        "Він служив <кулеметником>.",
        {
            "L1": "Він служив [піхотинцем].",
            "L2": "Він служив [бійцем бойового підрозділу].",
            "L3": "Він служив [військовим].",
        },
    ),
    (
        "uk",
        "Я був <кухарем>.",
        {
            "L1": "Я був [бійцем тилового підрозділу].",
            "L2": "Я був [бійцем підрозділу забезпечення].",
            "L3": "Я був [військовим].",
        },
    ),
]


class TestATrade:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_TRADE)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_speciality, sentence, language=language) == expected
