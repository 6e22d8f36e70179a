"""Education: the kind of school and the part of the country, the kind, a place of education."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.education import generalise_education
from tests.deidentification.sentences import told

A_SCHOOL = [
    (
        "en",
        "I studied at <the Tyumen Industrial University, group 17>.",
        {
            "L1": "I studied at [the university in the Urals].",
            "L2": "I studied at [the university].",
            "L3": "I studied at [the place of higher education].",
        },
    ),
    (
        "en",
        "<School No. 8> was far.",
        {
            "L2": "[A school] was far.",
            "L3": "[A place of education] was far.",
        },
    ),
    (
        "en",
        "He finished <culinary school number 3 in Saransk>.",
        {
            "L1": "He finished [a vocational college in the Volga region].",
            "L2": "He finished [a vocational college].",
            "L3": "He finished [a place of education].",
        },
    ),
    (
        "nb",
        "Han gikk på <barneskole nr. 25>.",
        {
            "L2": "Han gikk på [en skole].",
            "L3": "Han gikk på [et lærested].",
        },
    ),
    (
        "nb",
        "Jeg gikk på <militærakademiet i Omsk>.",
        {
            "L1": "Jeg gikk på [et militærakademi i Sibir].",
            "L2": "Jeg gikk på [et militærakademi].",
            "L3": "Jeg gikk på [et lærested].",
        },
    ),
    (
        "ru",
        "Я окончил <Военно-медицинскую академию>.",
        {
            "L2": "Я окончил [военную академию].",
            "L3": "Я окончил [учебное заведение].",
        },
    ),
    (
        "ru",
        "Он студент <Омского аграрного университета>.",
        {
            "L1": "Он студент [университета в Сибири].",
            "L2": "Он студент [университета].",
            "L3": "Он студент [учебного заведения].",
        },
    ),
    (
        "ru",
        "Я учился в <колледже связи в Пензе>.",
        {
            "L1": "Я учился в [колледже в Поволжье].",
            "L2": "Я учился в [колледже].",
            "L3": "Я учился в [учебном заведении].",
        },
    ),
    (
        "uk",
        "Вона вчилась у <ліцеї імені Героїв Крут>.",
        {
            "L2": "Вона вчилась у [школі].",
            "L3": "Вона вчилась у [навчальному закладі].",
        },
    ),
    (
        "uk",
        "Він навчався в <Сімферопольському коледжі>.",
        {
            "L2": "Він навчався в [коледжі].",
            "L3": "Він навчався в [навчальному закладі].",
        },
    ),
]


class TestASchool:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_SCHOOL)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_education, sentence, language=language) == expected
